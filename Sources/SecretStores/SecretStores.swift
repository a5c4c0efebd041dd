// Keeps secrets in the keyrings that are there: stores, reads back, compares.

import AccountStore
import Platform
import Posix
import Vocabulary

package struct SecretStorage {
  private let surroundings: StoreTools

  /// Keeps where `environment` says; every wait ends when `interrupt` is raised.
  package init(environment: Environment, interrupt: Interrupt) {
    surroundings = StoreTools(environment: environment, interrupt: interrupt)
  }

  /// The same with other deadlines, in seconds: for the tests.
  package init(environment: Environment, interrupt: Interrupt, patience: Double) {
    surroundings = StoreTools(environment: environment, interrupt: interrupt, patience: patience, curiosity: patience)
  }

  /// The keyrings that would take a secret now, best first. The file comes last: it protects from other users, not from
  /// whoever gets hold of the disk or a backup.
  package func available() -> [Keyring] {
    Keyring.bestFirst.filter { keyring in
      do throws(SecretStoreError) {
        try check(keyring)
        return true
      } catch {
        // Why it would not is nobody's question here.
        return false
      }
    }
  }

  /// Throws why `keyring` would not take a secret now, as far as can be told without disturbing anyone.
  package func check(_ keyring: Keyring) throws(SecretStoreError) { try Self.store(keyring, surroundings).check() }

  /// What is kept there now; nil where nothing is. Throws why that cannot be told: then nothing may be written there.
  package func look(at keyring: Keyring, entry: String) throws(SecretStoreError) -> Entry? {
    do throws(SecretStoreError) {
      return Entry(try Self.store(keyring, surroundings).read(entry))
    } catch {
      if case .missing = error { return nil }
      throw error
    }
  }

  /// Makes `secret` the first line of the entry, which has to be as it was `seen` (nil: not there), reads all of it back
  /// and compares. The lines below the first stay. What cannot be written back as it is is left alone. On an error every
  /// octet is as it was before, unless the error says otherwise.
  package func keep(_ secret: Secret, in keyring: Keyring, entry: String, over seen: Entry?) throws(StoringError) -> Kept {
    let store = Self.store(keyring, surroundings)
    let (old, new): (Entry?, Secret)
    do throws(SecretStoreError) {
      if let fault = secret.fault { throw .unusable(keyring, fault) }
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
        // A program that says it has stored what is not there.
        if case .missing = error { throw .differs(keyring) }
        throw error
      }
      guard store.isSame(read, as: new) else { throw .differs(keyring) }
    } catch {
      throw StoringError(reason: error, isRestored: restore(keyring, entry, old, stamp, isLate: error.mayStillWork))
    }
    return kept
  }

  /// What is to be written. Throws if the entry could not be put back as it is.
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

  /// The secret that is kept there, fit to be sent.
  package func read(_ keyring: Keyring, entry: String) throws(SecretStoreError) -> Secret {
    let secret = try Self.store(keyring, surroundings).read(entry).octets.firstLine
    if let fault = secret.fault { throw .unusable(keyring, fault) }
    return secret
  }

  /// Removes the entry. Throws `missing` if it does not exist, and leaves it alone otherwise if it holds more than one line
  /// (`unalterable`) or has another `stamp` than when this program wrote it (`changed`): then a person has replaced it. Without
  /// a stamp that is not known, and the single line decides.
  package func forget(_ keyring: Keyring, entry: String, stamp: String?) throws(SecretStoreError) {
    let store = Self.store(keyring, surroundings)
    // None of the programs says by its exit status alone that there was nothing.
    let entryNow = Entry(try store.read(entry))
    guard entryNow.isOneLine else { throw .unalterable(keyring, entry: keyring.spelled(entry)) }
    if let stamp, let now = try store.stamp(entry), now != stamp { throw .changed(keyring, entry: keyring.spelled(entry)) }
    try store.remove(entry)
  }

  /// When the entry was written last, as text that means something only beside another one of the same entry: it has nothing of
  /// the secret. `nil` if the keyring does not say, or if the entry does not exist.
  package func stamp(_ keyring: Keyring, entry: String) -> String? {
    do throws(SecretStoreError) { return try Self.store(keyring, surroundings).stamp(entry) } catch { return nil }
  }

  /// Whether the entry exists, as far as that can be told without decrypting anything.
  package func has(_ keyring: Keyring, entry: String) throws(SecretStoreError) -> Bool {
    try Self.store(keyring, surroundings).has(entry)
  }

  /// The folder that the entries of `keyring` are in now: a variable may name another one tomorrow. `nil` if the keyring is no
  /// folder.
  package func folder(of keyring: Keyring) -> String? {
    do throws(SecretStoreError) { return try Self.store(keyring, surroundings).folder } catch { return nil }
  }

  /// Whether an entry of `keyring` that was written in the folder `store` is in the one that is used now. An entry of which no
  /// folder is known is taken to be there.
  package func isCurrent(_ keyring: Keyring, store: String?) -> Bool {
    guard let store, let now = folder(of: keyring) else { return store == nil }
    return now == store || Self.real(now).map { $0 == Self.real(store) } ?? false
  }

  /// Whether both keep the same entries in the same files.
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

  /// Removes what runs that were killed while they kept a secret have left behind.
  package func sweep() {
    FileStore(surroundings: surroundings).sweep()
    PasswordTree(surroundings: surroundings, keyring: .pass).sweep()
  }

  /// Brings back what was there, and returns whether every octet is as it was. It has a latch of its own: Ctrl-C, which may be
  /// why it is needed, would stop it immediately. `isLate` is for a program that was ended while it worked: one that it had
  /// started may still write, so the entry is compared again a moment later.
  private func restore(_ keyring: Keyring, _ entry: String, _ old: Entry?, _ stamp: String?, isLate: Bool) -> Bool {
    guard let latch = Interrupt() else { return false }
    let hurried = SecretStorage(surroundings: surroundings.hurried(latch))
    for _ in 0..<(isLate ? 3 : 1) {
      if !hurried.isAsBefore(keyring, entry, old) { hurried.putBack(keyring, entry, old, stamp) }
      if isLate { Wait.pause(seconds: Self.pause) }
      if hurried.isAsBefore(keyring, entry, old) { return true }
    }
    return false
  }

  /// Seconds. A program that encrypts a line takes a tenth of it.
  private static let pause = 1.0

  private init(surroundings: StoreTools) { self.surroundings = surroundings }

  private func isAsBefore(_ keyring: Keyring, _ entry: String, _ old: Entry?) -> Bool {
    let store = Self.store(keyring, surroundings)
    do throws(SecretStoreError) {
      let now = try look(at: keyring, entry: entry)
      guard let now, let old else { return now == nil && old == nil }
      return store.isSame(now.content.octets, as: old.content.octets)
    } catch {
      return false
    }
  }

  /// Writes what was there. The entry gets its `stamp` of then once it was really written, so that a later run can tell that it
  /// is as it was even if it cannot be read back now.
  private func putBack(_ keyring: Keyring, _ entry: String, _ old: Entry?, _ stamp: String?) {
    let store = Self.store(keyring, surroundings)
    do throws(SecretStoreError) {
      guard let old else { return try store.remove(entry) }
      let before = try store.stamp(entry)
      try store.write(old.content.octets, entry)
      if let stamp, try store.stamp(entry) != before { try store.setStamp(entry, stamp) }
    } catch {
      // Whether it worked is read back.
    }
  }

  private static func store(_ keyring: Keyring, _ surroundings: StoreTools) -> any SecretStore {
    switch keyring {
    case .secretService: SecretServiceStore(surroundings: surroundings)
    case .pass: PassStore(surroundings: surroundings)
    case .gopass: GopassStore(surroundings: surroundings)
    case .keychain: KeychainStore(surroundings: surroundings)
    case .file: FileStore(surroundings: surroundings)
    }
  }
}

extension Keyring {
  /// The system's own keyrings unlock with the session; a person who has a password store chose it.
  static let bestFirst: [Keyring] = [.keychain, .secretService, .pass, .gopass, .file]
}

extension Keyring {
  /// An entry as its owner finds it in the keyring: pass and gopass have it below `mail`.
  package func spelled(_ entry: String) -> String {
    switch self {
    case .pass, .gopass: "mail/\(entry)"
    case .secretService, .keychain, .file: entry
    }
  }
}
