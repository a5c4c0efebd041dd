// Entries with the same name in several stores: an account's entry is the one in the store where it was saved.

import AccountStore
import Foundation
import Platform
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("other stores", .waiting) struct OtherStoreTests {
  private let home: Home
  private let hosts: WatchedHosts

  init() throws {
    (home, hosts) = (try Home(), try WatchedHosts(1))
    try home.pretendPass("file=\"${PASSWORD_STORE_DIR:-$HOME/.password-store}/$last.gpg\"")
    for folder in ["private", "private/mail", "d1", "d2"] { mkdir("\(home.path)/\(folder)", 0o700) }
    try "x".write(toFile: "\(home.path)/private/.gpg-id", atomically: true, encoding: .utf8)
  }

  /// The variable that names the store's folder, and two values of it; `nil` for the default folder.
  struct Row: Sendable, CustomTestStringConvertible {
    let keyring: Keyring, variable: String, saved: String?, now: String?
    var testDescription: String { "\(keyring), \(variable): \(saved ?? "-") then \(now ?? "-")" }

    static let all = [
      Row(keyring: .pass, variable: "PASSWORD_STORE_DIR", saved: "private", now: nil),
      Row(keyring: .pass, variable: "PASSWORD_STORE_DIR", saved: nil, now: "private"),
      Row(keyring: .file, variable: "XDG_DATA_HOME", saved: nil, now: "d1"),
      Row(keyring: .file, variable: "XDG_DATA_HOME", saved: "d1", now: nil),
      Row(keyring: .file, variable: "XDG_DATA_HOME", saved: "d1", now: "d2"),
    ]
  }

  private func use(_ row: Row, _ folder: String?) { home.set(row.variable, folder.map { "\(home.path)/\($0)" }) }

  private func file(_ row: Row, _ folder: String?) -> String {
    switch row.keyring {
    case .pass: "\(home.path)/\(folder ?? ".password-store")/mail/\(Home.address).gpg"
    default: "\(home.path)/\(folder ?? ".local/share")/mail-setup/secrets/\(Home.address)"
    }
  }

  private func save(_ row: Row, _ secret: String) throws -> ProcessResult {
    try home.save("work", at: hosts.all[0], of: hosts, secret: secret, ["--store", row.keyring.rawValue])
  }

  @Test("fault-other-store-read: another store's entry is neither printed nor sent nor removed", arguments: Row.all)
  func other(_ row: Row) throws {
    use(row, row.saved)
    #expect(try save(row, "the-secret").end == .exited(0))
    let foreign = file(row, row.now)
    try FileManager.default.createDirectory(
      atPath: (foreign as NSString).deletingLastPathComponent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try "of-the-bank\n".write(toFile: foreign, atomically: false, encoding: .utf8)
    chmod(foreign, 0o600)
    use(row, row.now)
    let read = try home.setup(["secret", "work"])
    #expect(read.end == .exited(66) && read.output == [], "\(read.text)")
    #expect(read.complaint.contains("and another folder is used now"), "\(read.complaint)")
    let check = try home.setup(["check", "--ca-file", hosts.caFile])
    #expect(check.end == .exited(66) && hosts.all[0].secrets == ["the-secret"], "\(check.text)")
    // Saving it again would create another entry there, which is refused.
    #expect(try save(row, "new-secret").end == .exited(73))
    #expect(ProcessFolder.read(foreign) == Array("of-the-bank\n".utf8))
    let removed = try home.setup(["accounts", "remove", "work", "--yes"])
    #expect(removed.end == .exited(73) && removed.complaint.contains("Its password is still in"), "\(removed.complaint)")
    #expect(ProcessFolder.read(foreign) == Array("of-the-bank\n".utf8))
    #expect(ProcessFolder.read(file(row, row.saved)) == Array("the-secret\n".utf8))
  }

  @Test("the same folder under another path is the same store", arguments: ["private/", "link", "private/../private"])
  func alias(_ name: String) throws {
    let row = Row(keyring: .pass, variable: "PASSWORD_STORE_DIR", saved: "private", now: name)
    symlink("private", "\(home.path)/link")
    use(row, row.saved)
    #expect(try save(row, "the-secret").end == .exited(0))
    use(row, row.now)
    #expect(try home.secret(of: "work") == "the-secret")
    #expect(try home.setup(["accounts", "remove", "work", "--yes"]).end == .exited(0))
    #expect(ProcessFolder.read(file(row, row.saved)) == nil)
  }

  @Test("an entry of an older version, which has no folder, is read as before, and gets one when it is checked") func older() throws {
    let row = Row(keyring: .pass, variable: "PASSWORD_STORE_DIR", saved: "private", now: nil)
    use(row, row.saved)
    #expect(try save(row, "the-secret").end == .exited(0))
    let lines = try #require(home.read(".config/mail-setup/accounts.json")).components(separatedBy: "\n")
    let older = lines.filter { !$0.contains("\"stamp\" :") && !$0.contains("\"store\" :") }.joined(separator: "\n")
    try home.write(registry: older.replacingOccurrences(of: "\"keyring\" : \"pass\",", with: "\"keyring\" : \"pass\""))
    #expect(try home.secret(of: "work") == "the-secret")
    #expect(try home.setup(["check", "--ca-file", hosts.caFile]).end == .exited(0))
    #expect(try home.accounts[0].entryMarks.store == "\(home.path)/private")
  }

  @Test(
    "fault-pass-to-gopass-renames: pass and gopass with the same files keep the entry's name", arguments: [Keyring.pass, .gopass],
    ["the-secret", "new-secret"])
  func sameTree(_ first: Keyring, _ secret: String) throws {
    // A gopass that is a pass in Go as far as the test calls it, and a GnuPG that does not encrypt.
    try home.pretend("gopass", "case $1 in version) echo 'gopass v1';; rm) shift; exec pass rm \"$@\";; *) exit 64;; esac")
    try home.pretend("gpg", "case \"$*\" in *--decrypt*) for last; do :; done; cat \"$last\";; *) cat;; esac")
    try home.pretend("gpg2", "exec gpg \"$@\"")
    let second: Keyring = first == .pass ? .gopass : .pass
    let one = try home.save("work", at: hosts.all[0], of: hosts, secret: "the-secret", ["--store", first.rawValue])
    #expect(one.end == .exited(0), "\(one.complaint)")
    let two = try home.save("work", at: hosts.all[0], of: hosts, secret: secret, ["--store", second.rawValue])
    #expect(two.end == .exited(0), "\(two.complaint)")
    #expect(try home.accounts[0].secret == .keyring(second, entry: Home.address))
    #expect(try home.secret(of: "work") == secret)
    #expect(home.names(in: ".password-store/mail") == ["\(Home.address).gpg"])
  }
}
