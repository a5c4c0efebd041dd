// Keeps secrets in the keyrings that are there: stores, reads back, compares.

import AccountStore
import Platform
import Posix
import Vocabulary

package struct SecretStorage {
  private let surroundings: StoreTools

  /// Keeps where `environment` says; every wait ends when `interrupt` is raised.
  package init(environment: @escaping (String) -> String?, interrupt: Interrupt) {
    surroundings = StoreTools(environment: environment, interrupt: interrupt)
  }

  /// The same with other deadlines, in seconds: for the tests.
  package init(environment: @escaping (String) -> String?, interrupt: Interrupt, patience: Double) {
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
  /// and compares. The lines below the first stay. What cannot be written back as it is is left alone. On a fault every
  /// octet is as it was before; where that could not be had it says so.
  package func keep(_ secret: Secret, in keyring: Keyring, entry: String, over seen: Entry?) throws(SecretStoreError) -> Kept {
    if let fault = secret.fault { throw .unusable(keyring, fault) }
    let store = Self.store(keyring, surroundings)
    let old = try look(at: keyring, entry: entry)
    guard old.isSame(as: seen) else { throw .changed(keyring, entry: keyring.spelled(entry)) }
    if let old {
      guard old.content.isWhole, old.content.isExclusive, store.canWrite(old.content.octets) else {
        throw .unalterable(keyring, entry: keyring.spelled(entry))
      }
    }
    let new = old.map { $0.content.octets.replacingFirstLine(by: secret) } ?? .lines([.secret(secret), .plain(store.lineEnd)])
    guard store.canWrite(new), new.count <= Exchange.limit else { throw .unalterable(keyring, entry: keyring.spelled(entry)) }
    let kept = Kept { undo(keyring, entry, old) }
    do throws(SecretStoreError) {
      try store.write(new, entry)
      guard store.isSame(try store.read(entry).octets, as: new) else { throw .differs(keyring, isUndone: false) }
    } catch {
      let isUndone = kept.undo()
      if case .differs = error { throw .differs(keyring, isUndone: isUndone) }
      throw error
    }
    return kept
  }

  /// The secret that is kept there, fit to be sent.
  package func read(_ keyring: Keyring, entry: String) throws(SecretStoreError) -> Secret {
    let secret = try Self.store(keyring, surroundings).read(entry).octets.firstLine
    if let fault = secret.fault { throw .unusable(keyring, fault) }
    return secret
  }

  /// Removes the entry; one that is not there is `missing`, one that holds more than one line is `unalterable` and stays.
  package func forget(_ keyring: Keyring, entry: String) throws(SecretStoreError) {
    let store = Self.store(keyring, surroundings)
    // None of the programs says by its exit status alone that there was nothing.
    let entryNow = Entry(try store.read(entry))
    guard entryNow.isOneLine else { throw .unalterable(keyring, entry: keyring.spelled(entry)) }
    try store.remove(entry)
  }

  /// Removes what runs that were killed while they kept a secret have left behind.
  package func sweep() { FileStore(surroundings: surroundings).sweep() }

  /// Brings back what was there; whether that worked. It has a latch of its own: Ctrl-C, which may be why it is needed,
  /// would stop it at once.
  private func undo(_ keyring: Keyring, _ entry: String, _ old: Entry?) -> Bool {
    guard let latch = Interrupt() else { return false }
    let store = Self.store(keyring, surroundings.hurried(latch))
    do throws(SecretStoreError) {
      if let old {
        try store.write(old.content.octets, entry)
        return store.isSame(try store.read(entry).octets, as: old.content.octets)
      }
      try store.remove(entry)
      return true
    } catch {
      return false
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

/// One way to keep secrets. An entry is what the registry calls it.
protocol SecretStore {
  /// Throws why it would not work now, as far as can be told without disturbing anyone.
  func check() throws(SecretStoreError)
  /// All that is kept there; `missing` where nothing is.
  func read(_ entry: String) throws(SecretStoreError) -> Content
  /// Keeps `octets`, in the place of what was there.
  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError)
  func remove(_ entry: String) throws(SecretStoreError)
  /// What follows the secret in an entry that is made for it.
  var lineEnd: String { get }
  /// Whether it would give back just these octets after having been handed them.
  func canWrite(_ octets: Secret) -> Bool
  /// Whether what was read is what was written.
  func isSame(_ read: Secret, as written: Secret) -> Bool
}

extension SecretStore {
  func canWrite(_ octets: Secret) -> Bool { true }
  func isSame(_ read: Secret, as written: Secret) -> Bool { read.matches(written) }
}

/// What a store holds under one name.
struct Content {
  let octets: Secret
  /// Whether these are all of its octets: more than `Exchange.limit` are not read.
  var isWhole = true
  /// Whether the name means it alone, as this program has made it: else others would be replaced with it.
  var isExclusive = true
}

/// An entry of a keyring as it was found.
package struct Entry {
  let content: Content

  init(_ content: Content) { self.content = content }

  /// Whether its secret, which is its first line, is this one.
  package func holds(_ secret: Secret) -> Bool { content.octets.firstLine.matches(secret) }

  /// Whether there is nothing below its first line, and nobody else in the same place.
  package var isOneLine: Bool {
    content.isWhole && content.isExclusive && content.octets.isOneLine
  }
}

extension Entry? {
  /// Whether nothing has happened between two looks.
  fileprivate func isSame(as other: Entry?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.content.octets.matches(other.content.octets)
  }
}

/// A secret that is kept, as long as it can be undone.
package struct Kept {
  private let way: () -> Bool

  init(_ way: @escaping () -> Bool) { self.way = way }

  /// Puts back every octet that was there before, or takes the entry away that was not; whether that worked.
  package func undo() -> Bool { way() }
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

extension Secret {
  /// Whether both are the same octets, in a time that depends on their number alone.
  package func matches(_ other: Secret) -> Bool {
    withOctets { mine in
      other.withOctets { others in
        var difference = UInt8(mine.count == others.count ? 0 : 1)
        for (one, two) in zip(mine, others) { difference |= one ^ two }
        return difference == 0
      }
    }
  }

  /// Where the first line ends: before its line break, which a CR belongs to.
  private var firstLineEnd: Int {
    withOctets { octets in
      let line = octets.prefix { $0 != .lineFeed }
      return line.count < octets.count && line.last == .carriageReturn ? line.count - 1 : line.count
    }
  }

  /// What stands before the first line break: programs add one, and below it people keep notes.
  var firstLine: Secret {
    let end = firstLineEnd
    return end == count ? self : withOctets { Secret(copying: $0.prefix(end)) }
  }

  /// Whether behind the first line there is at most its line break.
  fileprivate var isOneLine: Bool {
    let end = firstLineEnd
    return withOctets { octets in
      let rest = octets.dropFirst(end)
      return rest.isEmpty || rest.elementsEqual([.lineFeed]) || rest.elementsEqual([.carriageReturn, .lineFeed])
    }
  }

  /// The same octets with another first line.
  fileprivate func replacingFirstLine(by secret: Secret) -> Secret {
    let end = firstLineEnd
    let rest = withOctets { Secret(copying: $0.dropFirst(end)) }
    return .lines([.secret(secret), .secret(rest)])
  }
}
