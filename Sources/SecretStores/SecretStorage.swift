// Stores secrets in keyrings, reads them back and compares.

import AccountStore
import Platform
import Posix
import Vocabulary

package struct SecretStorage {
  private let tools: StoreTools

  /// Uses the keyrings of `environment`. Raising `interrupt` ends every wait.
  package init(environment: Environment, interrupt: Interrupt) {
    tools = StoreTools(environment: environment, interrupt: interrupt)
  }

  /// Likewise, and waits at most `patience` seconds for each program.
  package init(environment: Environment, interrupt: Interrupt, patience: Double) {
    tools = StoreTools(environment: environment, interrupt: interrupt, patience: patience, curiosity: patience)
  }

  /// Returns the keyrings that can store a secret now, best first. The file is last: it protects from other users, but not
  /// from a person who has the disk or a backup.
  package func available() -> [Keyring] {
    Keyring.bestFirst.filter { keyring in
      do throws(SecretStoreError) {
        try check(keyring)
        return true
      } catch {
        // The caller does not need the reason.
        return false
      }
    }
  }

  /// Throws the reason if `keyring` cannot store a secret now. Asks the user nothing, so it may not find every reason.
  package func check(_ keyring: Keyring) throws(SecretStoreError) { try Self.store(keyring, tools).check() }

  /// Returns the entry as it is now. `nil` if it does not exist. Throws the reason if that cannot be found out: then the caller
  /// must not write it.
  package func look(at keyring: Keyring, entry: String) throws(SecretStoreError) -> Entry? {
    do throws(SecretStoreError) {
      return Entry(try Self.store(keyring, tools).read(entry))
    } catch {
      if case .missing = error { return nil }
      throw error
    }
  }

  /// Replaces the first line of the entry by `secret`, reads the entry back and compares. The other lines stay. Throws if the
  /// entry is not as the caller has `seen` it (`nil`: it did not exist), or if it could not be restored after a failure. If this
  /// throws, every octet is as before unless the error says otherwise.
  package func keep(
    _ secret: Secret, as kind: Secret.Kind = .password, in keyring: Keyring, entry: String, over seen: Entry?
  ) throws(StoringError) -> Kept {
    let store = Self.store(keyring, tools)
    let (old, new): (Entry?, Secret)
    do throws(SecretStoreError) {
      if let fault = secret.fault(as: kind) { throw .unusable(keyring, fault) }
      old = try look(at: keyring, entry: entry)
      guard old.isSame(as: seen) else { throw .changed(keyring, entry: keyring.spelled(entry)) }
      new = try replacement(of: old, by: secret, store, keyring, entry)
    } catch {
      throw StoringError(reason: error, isRestored: true)
    }
    let stamp = old == nil ? nil : stamp(keyring, entry: entry)
    let kept = Kept(isOurs: new.isOneLine) { restore(keyring, entry, old, stamp, isLate: false) }
    do throws(SecretStoreError) {
      try store.write(new, entry)
      let read: Secret
      do throws(SecretStoreError) { read = try store.read(entry).octets } catch {
        // The program reported success but stored nothing.
        if case .missing = error { throw .differs(keyring) }
        throw error
      }
      guard store.isSame(read, as: new) else { throw .differs(keyring) }
    } catch {
      throw StoringError(reason: error, isRestored: restore(keyring, entry, old, stamp, isLate: error.mayStillWork))
    }
    return kept
  }

  /// Replaces an entry that this run has written as one line, and reads it back. Nothing is read before that, and nothing is restored
  /// if it throws: for a secret that cannot be had again, and an old one that is worthless.
  func replace(_ secret: Secret, as kind: Secret.Kind, in keyring: Keyring, entry: String) throws(SecretStoreError) {
    let store = Self.store(keyring, tools)
    if let fault = secret.fault(as: kind) { throw .unusable(keyring, fault) }
    let line = Secret.lines([.secret(secret), .plain(store.lineEnd)])
    try store.write(line, entry)
    guard store.isSame(try store.read(entry).octets, as: line) else { throw .differs(keyring) }
  }

  /// Returns the new contents of the entry. Throws if the old contents could not be restored.
  private func replacement(
    of old: Entry?, by secret: Secret, _ store: any SecretStore, _ keyring: Keyring, _ entry: String
  ) throws(SecretStoreError) -> Secret {
    if let old {
      guard old.content.isWhole, old.content.isExclusive, store.canWrite(old.content.octets) else {
        throw .unalterable(keyring, entry: keyring.spelled(entry))
      }
    }
    let new = old.map { $0.content.octets.replacingFirstLine(by: secret) } ?? .lines([.secret(secret), .plain(store.lineEnd)])
    guard store.canWrite(new), new.count <= ToolResult.limit else { throw .unalterable(keyring, entry: keyring.spelled(entry)) }
    return new
  }

  /// Returns the secret of the entry. Throws if it cannot be sent to a server.
  package func read(_ keyring: Keyring, entry: String, as kind: Secret.Kind = .password) throws(SecretStoreError) -> Secret {
    let secret = try Self.store(keyring, tools).read(entry).octets.firstLine
    if let fault = secret.fault(as: kind) { throw .unusable(keyring, fault) }
    return secret
  }

  /// Removes the entry. Throws `missing` if it does not exist. Does not remove it and throws if it has more than one line
  /// (`unalterable`), or another `stamp` than when this program wrote it (`changed`): then the user has replaced it. Without a
  /// stamp only the number of lines counts.
  package func forget(_ keyring: Keyring, entry: String, stamp: String?) throws(SecretStoreError) {
    let store = Self.store(keyring, tools)
    // No program reports a missing entry by its exit status alone.
    let entryNow = Entry(try store.read(entry))
    guard entryNow.isOneLine else { throw .unalterable(keyring, entry: keyring.spelled(entry)) }
    if let stamp, let now = try store.stamp(entry), now != stamp { throw .changed(keyring, entry: keyring.spelled(entry)) }
    try store.remove(entry)
  }

  /// Returns the time of the last change of the entry, as text that can only be compared with another stamp of the same entry. It
  /// contains nothing of the secret. `nil` if the keyring does not report a time, or if the entry does not exist.
  package func stamp(_ keyring: Keyring, entry: String) -> String? {
    do throws(SecretStoreError) { return try Self.store(keyring, tools).stamp(entry) } catch { return nil }
  }

  /// Returns whether the entry exists. Decrypts nothing if the keyring can tell it without that.
  package func has(_ keyring: Keyring, entry: String) throws(SecretStoreError) -> Bool {
    try Self.store(keyring, tools).has(entry)
  }

  /// Returns the folder of the entries of `keyring` in this environment. `nil` if the keyring is not a folder.
  package func folder(of keyring: Keyring) -> String? {
    do throws(SecretStoreError) { return try Self.store(keyring, tools).folder } catch { return nil }
  }

  /// Returns whether the folder `store`, in which an entry of `keyring` was written, is the one that is used now. True if the
  /// folder of the entry is not known.
  package func isCurrent(_ keyring: Keyring, store: String?) -> Bool {
    guard let store, let now = folder(of: keyring) else { return store == nil }
    return now == store || Self.real(now).map { $0 == Self.real(store) } ?? false
  }

  /// Returns whether both keyrings store the same entries in the same files.
  package func sharesFiles(_ one: Keyring, _ other: Keyring) -> Bool {
    if one == other { return true }
    guard one.isPasswordTree, other.isPasswordTree, let folder = folder(of: one) else { return false }
    return isCurrent(other, store: folder)
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }

  /// Returns whether the keyring can store `secret` in an entry of its own.
  package func hasRoom(for secret: Secret, in keyring: Keyring) -> Bool {
    let store = Self.store(keyring, tools)
    return store.canWrite(.lines([.secret(secret), .plain(store.lineEnd)]))
  }

  /// Removes the temporary files of runs that were killed while they stored a secret.
  package func sweep() {
    FileStore(tools: tools).sweep()
    PasswordTree(tools: tools, keyring: .pass).sweep()
  }

  /// Restores the entry and returns whether every octet is as before. It has its own latch, because Ctrl-C, which may be the
  /// reason for it, would otherwise end it immediately. `isLate` is true if a program was ended while it worked: a process that
  /// it has started may still write, so the entry is compared again after a pause.
  private func restore(_ keyring: Keyring, _ entry: String, _ old: Entry?, _ stamp: String?, isLate: Bool) -> Bool {
    guard let latch = Interrupt() else { return false }
    let hurried = SecretStorage(tools: tools.hurried(latch))
    for _ in 0..<(isLate ? 3 : 1) {
      if !hurried.isAsBefore(keyring, entry, old) { hurried.putBack(keyring, entry, old, stamp) }
      if isLate { Wait.pause(seconds: Self.pause) }
      if hurried.isAsBefore(keyring, entry, old) { return true }
    }
    return false
  }

  /// Seconds. Encrypting one line takes a tenth of that.
  private static let pause = 1.0

  private init(tools: StoreTools) { self.tools = tools }

  private func isAsBefore(_ keyring: Keyring, _ entry: String, _ old: Entry?) -> Bool {
    let store = Self.store(keyring, tools)
    do throws(SecretStoreError) {
      let now = try look(at: keyring, entry: entry)
      guard let now, let old else { return now == nil && old == nil }
      return store.isSame(now.content.octets, as: old.content.octets)
    } catch {
      return false
    }
  }

  /// Writes the old contents. Then also restores the `stamp`, if the entry was really written, so that a later run knows that
  /// the entry is unchanged even if it cannot be read back now.
  private func putBack(_ keyring: Keyring, _ entry: String, _ old: Entry?, _ stamp: String?) {
    let store = Self.store(keyring, tools)
    do throws(SecretStoreError) {
      guard let old else { return try store.remove(entry) }
      let before = try store.stamp(entry)
      try store.write(old.content.octets, entry)
      if let stamp, try store.stamp(entry) != before { try store.setStamp(entry, stamp) }
    } catch {
      // The caller reads the entry back.
    }
  }

  private static func store(_ keyring: Keyring, _ tools: StoreTools) -> any SecretStore {
    switch keyring {
    case .secretService: SecretServiceStore(tools: tools)
    case .pass: PassStore(tools: tools)
    case .gopass: GopassStore(tools: tools)
    case .keychain: KeychainStore(tools: tools)
    case .file: FileStore(tools: tools)
    }
  }
}

extension Keyring {
  /// The keyrings of the system are unlocked with the session. A user who has a password store has chosen it.
  static let bestFirst: [Keyring] = [.keychain, .secretService, .pass, .gopass, .file]
}

extension Keyring {
  /// Returns the name of the entry in the keyring. pass and gopass have it below `mail`.
  package func spelled(_ entry: String) -> String {
    switch self {
    case .pass, .gopass: "mail/\(entry)"
    case .secretService, .keychain, .file: entry
    }
  }
}
