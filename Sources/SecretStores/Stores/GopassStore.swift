// gopass. Two programs have that name. The code for the one of gopass.pw follows its manual and was only tested with a
// stand-in program. The other one, which Debian 12 has, is a pass(1) in Go and was tested.

import AccountStore
import Vocabulary

struct GopassStore: SecretStore {
  let tools: StoreTools
  private static let program = "gopass"

  private enum Kind {
    case own
    /// It stores the files of pass. It reads secrets only from a terminal, or from an editor with a file in clear text, so this
    /// program calls GnuPG itself.
    case tree
  }

  private var tree: PasswordTree { PasswordTree(tools: tools, keyring: .gopass) }

  let lineEnd = "\n"

  /// The one of gopass.pw prints its version with `--version`, the other one only with `version`.
  private func kind() throws(SecretStoreError) -> Kind {
    func tells(_ word: String, _ lead: String) throws(SecretStoreError) -> Bool {
      let result = try tools.run(.gopass, [Self.program, word], within: tools.curiosity)
      return result.status == 0 && result.output.withOctets { $0.starts(with: Array(lead.utf8)) }
    }
    if try tells("--version", "gopass ") { return .own }
    if try tells("version", "gopass v") { return .tree }
    throw .notInstalled(.gopass)
  }

  /// Listing decrypts nothing. Without a store it fails.
  func check() throws(SecretStoreError) {
    switch try kind() {
    case .own:
      let list = try tools.run(.gopass, [Self.program, "ls", "--flat"], within: tools.curiosity)
      guard list.status == 0 else { throw .notReady(.gopass) }
    case .tree:
      guard tree.isInitialised else { throw .notReady(.gopass) }
    }
  }

  func read(_ entry: String) throws(SecretStoreError) -> Content {
    let name = try StoredName.path(entry, .gopass)
    switch try kind() {
    case .own:
      try check()
      let list = try tools.run(.gopass, [Self.program, "ls", "--flat", name])
      guard list.status == 0, list.output.count > 0 else { throw .missing(.gopass, entry: name) }
      // -f shows the whole entry, -n does not parse it.
      let result = try tools.run(.gopass, [Self.program, "show", "-f", "-n", name])
      guard result.status == 0 else { throw result.error(.gopass) }
      return Content(octets: result.output, isWhole: result.isWhole)
    case .tree: return try tree.read(entry)
    }
  }

  /// The one of gopass.pw has several stores and does not report their folders.
  var folder: String? { get throws(SecretStoreError) { try kind() == .tree ? tree.folder : nil } }

  func has(_ entry: String) throws(SecretStoreError) -> Bool {
    let name = try StoredName.path(entry, .gopass)
    switch try kind() {
    case .own:
      let list = try tools.run(.gopass, [Self.program, "ls", "--flat", name])
      return list.status == 0 && list.output.count > 0
    case .tree: return try tree.has(entry)
    }
  }

  func stamp(_ entry: String) throws(SecretStoreError) -> String? { try kind() == .tree ? tree.stamp(entry) : nil }

  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError) {
    if try kind() == .tree { try tree.setStamp(entry, stamp) }
  }

  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    let name = try StoredName.path(entry, .gopass)
    switch try kind() {
    case .own:
      let result = try tools.run(.gopass, [Self.program, "insert", "-m", "-f", name], input: octets)
      guard result.status == 0 else { throw result.error(.gopass) }
    case .tree:
      try tree.write(octets, entry)
      guard tree.hasHistory else { return }
      // As gopass does itself. The entry is stored even if git fails.
      _ = try tools.run(.gopass, [Self.program, "git", "add", "--", "\(name).gpg"])
      _ = try tools.run(.gopass, [Self.program, "git", "commit", "--quiet", "--message", "Entry \(name) written by setup."])
    }
  }

  /// The one of gopass.pw may add or remove a line break at the end.
  func isSame(_ read: Secret, as written: Secret) -> Bool { read.withoutLineBreaks.matches(written.withoutLineBreaks) }

  /// Both have the same command for it.
  func remove(_ entry: String) throws(SecretStoreError) {
    let result = try tools.run(.gopass, [Self.program, "rm", "-f", try StoredName.path(entry, .gopass)])
    guard result.status == 0 else { throw result.error(.gopass) }
  }
}

extension Secret {
  fileprivate var withoutLineBreaks: Secret {
    withOctets { octets in
      let end = octets.lastIndex { $0 != .lineFeed }.map { $0 + 1 } ?? 0
      return Secret(copying: octets.prefix(end))
    }
  }
}
