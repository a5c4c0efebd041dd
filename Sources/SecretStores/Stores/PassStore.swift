// pass(1), the standard Unix password manager: a file for each entry, encrypted by GnuPG.

import AccountStore
import Platform
import Vocabulary

/// The name of an entry is `mail/ENTRY`.
struct PassStore: SecretStore {
  let tools: StoreTools
  private static let program = "pass"

  private var tree: PasswordTree { PasswordTree(tools: tools, keyring: .pass) }

  let lineEnd = "\n"

  func check() throws(SecretStoreError) {
    guard tools.environment.executable(named: Self.program) != nil else { throw .notInstalled(.pass) }
    guard tree.isInitialised else { throw .notReady(.pass) }
    try tools.refuseForeignFolders()
  }

  func read(_ entry: String) throws(SecretStoreError) -> Content {
    let name = try StoredName.path(entry, .pass)
    try check()
    // Its exit status is the same for a missing entry and for some that cannot be read.
    guard try tree.has(entry) else { throw .missing(.pass, entry: name) }
    let result = try tools.run(.pass, [Self.program, "show", name])
    guard result.status == 0 else { throw result.error(.pass) }
    return Content(octets: result.output, isWhole: result.isWhole)
  }

  func has(_ entry: String) throws(SecretStoreError) -> Bool { try tree.has(entry) }
  func stamp(_ entry: String) throws(SecretStoreError) -> String? { try tree.stamp(entry) }
  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError) { try tree.setStamp(entry, stamp) }
  var folder: String? { tree.folder }

  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    let name = try StoredName.path(entry, .pass)
    // -m reads all of standard input, once. -f replaces an existing entry.
    let result = try tools.run(.pass, [Self.program, "insert", "-m", "-f", name], input: octets)
    guard result.status == 0 else { throw result.error(.pass) }
  }

  func remove(_ entry: String) throws(SecretStoreError) {
    let result = try tools.run(.pass, [Self.program, "rm", "-f", try StoredName.path(entry, .pass)])
    guard result.status == 0 else { throw result.error(.pass) }
  }
}

/// The names of entries in a tree of files.
enum StoredName {
  /// Returns `mail/ENTRY`. The quoted local part of an address may contain anything, so names that would be outside of the folder
  /// or hidden in it are refused.
  static func path(_ entry: String, _ keyring: Keyring) throws(SecretStoreError) -> String {
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { throw .badEntry(keyring, entry) }
    return "mail/\(entry)"
  }
}
