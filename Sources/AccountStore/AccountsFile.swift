// The registry's file: read with care, changed by one writer at a time, replaced whole or not at all.

import Platform
import Posix

/// The registry of one user.
package struct AccountsFile: Sendable {
  /// `accounts.json` in the configuration folder.
  package let path: String
  private let folder: AccountsFolder

  /// nil where there is no home to have a configuration in.
  package init?(environment: Environment) {
    let folders = UserFolders(environment)
    guard let folder = folders.ownConfiguration else { return nil }
    self.folder = AccountsFolder(path: folder, home: folders.home)
    path = folder + "/accounts.json"
  }

  /// The accounts in the order in which they were saved; none where there is no file.
  package func read() throws(AccountStoreError) -> [SavedAccount] { try contents().accounts }

  /// All that the file holds, with the accounts that lost a shared entry of a keyring.
  package func document() throws(AccountStoreError) -> AccountsDocument { try contents() }

  /// Does `body` as `alone` does, but only if no other run is changing where secrets are. `nil` if one is, or if there is no
  /// folder.
  package func aloneNow<Value>(_ body: () -> Value) -> Value? {
    guard let lock = try? FileLock.take("secrets.lock", in: folder, within: 0) else { return nil }
    defer { lock.release() }
    return body()
  }

  /// Keeps every other run that is about to change where secrets are away until `body` has ended. Waits for such a run as
  /// long as somebody may be typing a passphrase there, or until `interrupt` is raised.
  package func alone<Value, Failure: Error>(
    until interrupt: Interrupt, _ body: () throws(Failure) -> Value
  ) throws(AccountStoreError) -> Result<Value, Failure> {
    try folder.make()
    let lock = try FileLock.take("secrets.lock", in: folder, within: 200, or: interrupt)
    defer { lock.release() }
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }

  /// Has `change` work on the accounts as they are now, under the lock, and writes what it made of them: atomically,
  /// through a link to where it leads. Where nothing was changed nothing is written. On a fault the file is as it was, `unsettled` apart.
  package func update<Result>(_ change: (inout [SavedAccount]) -> Result) throws(AccountStoreError) -> Result {
    try updateDocument { change(&$0.accounts) }
  }

  /// The same for all that the file holds.
  package func updateDocument<Result>(_ change: (inout AccountsDocument) -> Result) throws(AccountStoreError) -> Result {
    try folder.make()
    // A change takes milliseconds.
    let lock = try FileLock.take("accounts.lock", in: folder, within: 5)
    defer { lock.release() }
    let old = try contents()
    var new = old
    let result = change(&new)
    if new == old, old.separated.isEmpty { return result }
    let octets = new.octets
    // What could not be read again must not take the place of what can.
    guard octets.count <= AccountsDocument.limit, let again = try? AccountsDocument(reading: octets), again.accounts == new.accounts,
      again.pending == new.pending
    else {
      throw .cannotHold(path)
    }
    let target = try target()
    Leftovers.sweep(of: target)
    do throws(SystemError) {
      try AtomicFile.write(octets, to: target)
    } catch {
      // Where only the last step failed the new file is in its place already.
      let isThere = (try? FileContents.read(target, limit: AccountsDocument.limit))?.octets == octets
      throw isThere ? .unsettled(target, error) : .unwritable(target, error)
    }
    return result
  }

  /// Removes what killed writers have left behind.
  package func sweep() {
    Leftovers.sweep(folder.path)
    Leftovers.sweep(of: path)
  }

  private func contents() throws(AccountStoreError) -> AccountsDocument {
    try folder.check()
    let file: FileContents
    do throws(FileContents.Error) {
      file = try FileContents.read(path, limit: AccountsDocument.limit)
    } catch {
      if error.reason == .system(SystemError(ENOENT)) { return AccountsDocument(accounts: []) }
      throw AccountStoreError(error)
    }
    if file.mayBeChangedByOthers { throw .open(path) }
    try AccountsFolder.checkWay(to: path)
    _ = try target()
    do throws(AccountsDocument.Fault) {
      return try AccountsDocument(reading: file.octets)
    } catch {
      throw AccountStoreError(error, in: path)
    }
  }

  /// Where the file really is: programs that keep configurations in one place leave a link behind. Its folder has to be
  /// as safe as ours.
  private func target() throws(AccountStoreError) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let resolved = realpath(path, nil) else { throw .unreadable(path, .last) }
    defer { free(resolved) }
    // Read as something else it would be another file.
    guard let target = String(validatingCString: resolved) else { throw .unreadable(path, SystemError(EILSEQ)) }
    try AccountsFolder.check(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]))
    return target
  }
}
