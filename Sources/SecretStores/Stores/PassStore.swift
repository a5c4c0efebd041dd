// pass(1), the standard Unix password manager: a file for each entry, encrypted by GnuPG.

import AccountStore
import Platform
import Vocabulary

/// The entry is `mail/ENTRY`, as the exported configurations have it.
struct PassStore: SecretStore {
  let surroundings: StoreTools
  private static let program = "pass"

  private var tree: PasswordTree { PasswordTree(surroundings: surroundings, keyring: .pass) }

  let lineEnd = "\n"

  func check() throws(SecretStoreError) {
    guard surroundings.environment.executable(named: Self.program) != nil else { throw .notInstalled(.pass) }
    guard tree.isInitialised else { throw .notReady(.pass) }
    try surroundings.refuseForeignFolders()
  }

  func read(_ entry: String) throws(SecretStoreError) -> Content {
    let name = try StoredName.path(entry, .pass)
    try check()
    // Its exit status is the same for an entry that is not there and for some that cannot be read.
    guard try tree.has(entry) else { throw .missing(.pass, entry: name) }
    let result = try surroundings.run(.pass, [Self.program, "show", name])
    guard result.status == 0 else { throw result.error(.pass) }
    return Content(octets: result.output, isWhole: result.isWhole)
  }

  func has(_ entry: String) throws(SecretStoreError) -> Bool { try tree.has(entry) }
  func stamp(_ entry: String) throws(SecretStoreError) -> String? { try tree.stamp(entry) }
  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError) { try tree.setStamp(entry, stamp) }
  var folder: String? { tree.folder }

  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    let name = try StoredName.path(entry, .pass)
    // -m: all of standard input, which is not asked for twice; -f: what is there is replaced.
    let result = try surroundings.run(.pass, [Self.program, "insert", "-m", "-f", name], input: octets)
    guard result.status == 0 else { throw result.error(.pass) }
  }

  func remove(_ entry: String) throws(SecretStoreError) {
    let result = try surroundings.run(.pass, [Self.program, "rm", "-f", try StoredName.path(entry, .pass)])
    guard result.status == 0 else { throw result.error(.pass) }
  }
}

/// The name of an entry where it becomes a path.
enum StoredName {
  /// `mail/ENTRY`. A quoted local part may hold anything: what would lead out of the folder, or be no file in it, is
  /// refused.
  static func path(_ entry: String, _ keyring: Keyring) throws(SecretStoreError) -> String {
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { throw .badEntry(keyring, entry) }
    return "mail/\(entry)"
  }
}
