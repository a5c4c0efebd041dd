// The file accounts.json: changed by one writer at a time, replaced as a whole or not at all.

import Platform
import Posix

/// The saved accounts of one user.
package struct AccountsFile: Sendable {
  /// `accounts.json` in the configuration folder.
  package let path: String
  private let folder: AccountsFolder

  /// Returns `nil` if the user has no configuration folder.
  package init?(environment: Environment) {
    let folders = UserFolders(environment)
    guard let folder = folders.ownConfiguration else { return nil }
    self.folder = AccountsFolder(path: folder, home: folders.home)
    path = folder + "/accounts.json"
  }

  /// Returns the accounts in the order in which they were saved, or none if the file does not exist.
  package func read() throws(AccountStoreError) -> [SavedAccount] { try contents().accounts }

  /// Returns everything in the file, with the accounts that lost a shared entry of a keyring.
  package func document() throws(AccountStoreError) -> AccountsDocument { try contents() }

  /// Calls `body` as `alone` does, but only if no other run is changing the places of secrets. Returns `nil` if one is, or if
  /// the folder does not exist.
  package func aloneNow<Value>(_ body: () -> Value) -> Value? {
    guard let lock = try? FileLock.take("secrets.lock", in: folder, within: 0) else { return nil }
    defer { lock.release() }
    return body()
  }

  /// Calls `body` while no other run can change the places of secrets. Waits for such a run as long as the user may need to
  /// type a passphrase there, or until `interrupt` is raised.
  package func alone<Value, Failure: Error>(
    until interrupt: Interrupt, _ body: () throws(Failure) -> Value
  ) throws(AccountStoreError) -> Result<Value, Failure> {
    try folder.make()
    let lock = try FileLock.take("secrets.lock", in: folder, within: 200, or: interrupt)
    defer { lock.release() }
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }

  /// Calls `body` while no other run requests tokens for an account whose record is in the entry `entry`. Waits for such a run as `alone`
  /// does. Some unrelated entries share a lock, so that the number of files is limited. Inside `alone` this may be called, not around it.
  package func aloneWithTokens<Value, Failure: Error>(
    of entry: String, until interrupt: Interrupt, _ body: () throws(Failure) -> Value
  ) throws(AccountStoreError) -> Result<Value, Failure> {
    try folder.make()
    // FNV-1a, whose result is the same in every run.
    let hash = entry.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let lock = try FileLock.take("tokens-\(hash % 64).lock", in: folder, within: 200, or: interrupt)
    defer { lock.release() }
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }

  /// Calls `change` with the current accounts, under the lock, and replaces the file, or the file that a link points to, if they
  /// have changed. If this throws anything except for `unsettled`, the file is unchanged.
  package func update<Result>(_ change: (inout [SavedAccount]) -> Result) throws(AccountStoreError) -> Result {
    try updateDocument { change(&$0.accounts) }
  }

  /// Does the same for everything in the file.
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
    // A file that could not be read again must not replace one that can.
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
      // If only the last step failed, the new file has already replaced the old one.
      let isThere = (try? FileContents.read(target, limit: AccountsDocument.limit))?.octets == octets
      throw isThere ? .unsettled(target, error) : .unwritable(target, error)
    }
    return result
  }

  /// Removes the temporary files of killed writers.
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
    do throws(AccountsDocument.Error) {
      return try AccountsDocument(reading: file.octets)
    } catch {
      throw AccountStoreError(error, in: path)
    }
  }

  /// Returns the path of the file after symbolic links, which managers of dotfiles create. Its folder has to pass the same check.
  private func target() throws(AccountStoreError) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let resolved = realpath(path, nil) else { throw .unreadable(path, .last) }
    defer { free(resolved) }
    // Decoded in another way it would be the path of another file.
    guard let target = String(validatingCString: resolved) else { throw .unreadable(path, SystemError(EILSEQ)) }
    try AccountsFolder.check(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]))
    return target
  }
}
