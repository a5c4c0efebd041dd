// Keeps secrets in the keyrings that are there: stores, reads back, compares.

import Platform
import Posix
import Registry
import Vocabulary

package struct Keeper {
  private let surroundings: Surroundings

  /// Keeps where `environment` says; every wait ends when `interrupt` is raised.
  package init(environment: @escaping (String) -> String?, interrupt: Interrupt) {
    surroundings = Surroundings(environment: environment, interrupt: interrupt)
  }

  /// The same with other deadlines, in seconds: for the tests.
  package init(environment: @escaping (String) -> String?, interrupt: Interrupt, patience: Double) {
    surroundings = Surroundings(environment: environment, interrupt: interrupt, patience: patience, curiosity: patience)
  }

  /// The keyrings that would take a secret now, best first. The file comes last: it protects from other users, not from
  /// whoever gets hold of the disk or a backup.
  package func available() -> [Keyring] {
    Keyring.bestFirst.filter { keyring in
      do throws(KeepingFault) {
        try check(keyring)
        return true
      } catch {
        // Why it would not is nobody's question here.
        return false
      }
    }
  }

  /// Throws why `keyring` would not take a secret now, as far as can be told without disturbing anyone.
  package func check(_ keyring: Keyring) throws(KeepingFault) { try Self.store(keyring, surroundings).check() }

  /// Stores `secret`, reads it back and compares. Where it reads back as something else, what was there before is put
  /// back, or the entry removed, and `differs` thrown. An entry that is there but cannot be read is not replaced.
  package func keep(_ secret: Secret, in keyring: Keyring, entry: String) throws(KeepingFault) {
    if let fault = secret.fault { throw .unusable(keyring, fault) }
    let store = Self.store(keyring, surroundings)
    let old = try previous(store, entry)
    do throws(KeepingFault) {
      try store.write(secret, entry)
      guard try store.read(entry).matches(secret) else { throw .differs(keyring, isUndone: false) }
    } catch {
      let isUndone = undo(keyring, entry, old)
      if case .differs = error { throw .differs(keyring, isUndone: isUndone) }
      throw error
    }
  }

  /// The secret that is kept there, fit to be sent.
  package func read(_ keyring: Keyring, entry: String) throws(KeepingFault) -> Secret {
    let secret = try Self.store(keyring, surroundings).read(entry)
    if let fault = secret.fault { throw .unusable(keyring, fault) }
    return secret
  }

  /// Removes the entry; one that is not there is `missing`.
  package func forget(_ keyring: Keyring, entry: String) throws(KeepingFault) {
    let store = Self.store(keyring, surroundings)
    // None of the programs says by its exit status alone that there was nothing.
    _ = try store.read(entry)
    try store.remove(entry)
  }

  /// Removes what runs that were killed while they kept a secret have left behind.
  package func sweep() { SecretFolder(surroundings: surroundings).sweep() }

  private func previous(_ store: any SecretStore, _ entry: String) throws(KeepingFault) -> Secret? {
    do throws(KeepingFault) {
      return try store.read(entry)
    } catch {
      if case .missing = error { return nil }
      throw error
    }
  }

  /// Brings back what was there; whether that worked. It has a latch of its own: Ctrl-C, which may be why it is needed,
  /// would stop it at once.
  private func undo(_ keyring: Keyring, _ entry: String, _ old: Secret?) -> Bool {
    guard let latch = Interrupt() else { return false }
    let store = Self.store(keyring, surroundings.hurried(latch))
    do throws(KeepingFault) {
      if let old {
        try store.write(old, entry)
        return try store.read(entry).matches(old)
      }
      try store.remove(entry)
      return true
    } catch {
      return false
    }
  }

  private static func store(_ keyring: Keyring, _ surroundings: Surroundings) -> any SecretStore {
    switch keyring {
    case .secretService: SecretService(surroundings: surroundings)
    case .pass: PasswordStore(surroundings: surroundings)
    case .gopass: GoPasswordStore(surroundings: surroundings)
    case .keychain: Keychain(surroundings: surroundings)
    case .file: SecretFolder(surroundings: surroundings)
    }
  }
}

extension Keyring {
  /// The system's own keyrings unlock with the session; a person who has a password store chose it.
  static let bestFirst: [Keyring] = [.keychain, .secretService, .pass, .gopass, .file]
}

/// One way to keep secrets. An entry is what the registry calls it.
protocol SecretStore {
  /// Throws why it would not work now, as far as can be told without disturbing anyone.
  func check() throws(KeepingFault)
  /// What is kept there; `missing` where nothing is.
  func read(_ entry: String) throws(KeepingFault) -> Secret
  /// Keeps `secret`, in the place of what was there.
  func write(_ secret: Secret, _ entry: String) throws(KeepingFault)
  func remove(_ entry: String) throws(KeepingFault)
}

extension Secret {
  /// Whether both are the same octets, in a time that depends on their number alone.
  func matches(_ other: Secret) -> Bool {
    withOctets { mine in
      other.withOctets { others in
        var difference = UInt8(mine.count == others.count ? 0 : 1)
        for (one, two) in zip(mine, others) { difference |= one ^ two }
        return difference == 0
      }
    }
  }

  /// What stands before the first line break: programs add one, and below it people keep notes.
  var firstLine: Secret {
    withOctets { octets in
      var line = octets.prefix { $0 != .lineFeed }
      if line.count < octets.count, line.last == .carriageReturn { line = line.dropLast() }
      return line.count == octets.count ? self : Secret(copying: line)
    }
  }
}
