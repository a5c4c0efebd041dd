// A typical entry of a user, in the real keyrings, through every command of the program.

import AccountStore
import Foundation
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite(
  "a user's entry in a real keyring",
  .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")), .waiting)
struct RealEntryTests {
  static let contents = [
    "abcdefgh\nurl: https://own.example\notpauth://totp/x?secret=ABC\nrecovery codes: 1111 2222\n",
    "abcdefgh\r\nlogin: me\r\n\r\n  notes é 密码", "abcdefgh\n---\nuser: me\nkey: |\n  several\n  lines\n\n\n",
  ]

  private func home(_ keyring: Keyring) throws -> Home {
    let home = try Home()
    if keyring == .secretService { try home.startSecretService() } else { try home.makePasswordStore() }
    return home
  }

  @Test(
    "fault-store-overwrites-a-persons-entry: with the same secret every octet survives every command",
    arguments: Equipment.passwordStores + [.secretService], contents)
  func survives(_ keyring: Keyring, _ content: String) throws {
    let (home, hosts) = (try home(keyring), try WatchedHosts(1))
    try home.put(content, keyring)
    let proof = hosts.all[0].arguments + ["--ca-file", hosts.caFile]
    let save = ["--email", Home.address, "--secret-from", "stdin", "--save", "a"] + proof
    let calls: [[String]] = [
      save + ["--store", keyring.rawValue], save, ["check", "--ca-file", hosts.caFile], ["secret", "a"], ["accounts"],
      ["accounts", "list", "--json"],
      ["export", "msmtp", "a", "--write", "--yes"], ["accounts", "edit", "a", "--ca-file", hosts.caFile],
      ["accounts", "edit", "a", "--secret-from", "stdin", "--ca-file", hosts.caFile], ["accounts", "pause", "a"],
      ["accounts", "resume", "a"],
      ["accounts", "rename", "a", "b"], ["accounts", "export", "\(home.path)/out.json"], ["accounts", "import", "\(home.path)/out.json"],
      ["accounts", "remove", "b", "--yes"],
    ]
    for call in calls {
      let result = try home.setup(call) { $0.input = .text("abcdefgh\n") }
      #expect(result.end == .exited(0), "\(call): \(result.complaint)")
      #expect(try home.found(keyring) == Array(content.utf8), "\(call)")
    }
  }

  @Test(
    "with another secret and the user's consent only the first line changes; without consent nothing does",
    arguments: Equipment.passwordStores + [.secretService], ["y", "n"])
  func changes(_ keyring: Keyring, _ answer: String) throws {
    let (home, hosts) = (try home(keyring), try WatchedHosts(1))
    for content in Self.contents {
      try home.put(content, keyring)
      for (name, secret) in [("a", "another-one"), ("a", "and-one-more")] {
        let before = try home.found(keyring)
        let call =
          ["--email", Home.address, "--ca-file", hosts.caFile, "--save", name, "--store", keyring.rawValue] + hosts.all[0].arguments
        let session = try PtySession(ProcessBuilt.call(call, environment: home.environment))
        try session.answer("(hidden", secret)
        // The review, because the call names servers and an authority.
        try session.answer("Number [1]", "")
        // The other entry belongs to the account, so no confirmation is needed for it.
        let isAsked = answer == "y" || secret == "another-one"
        if isAsked { try session.answer("Replace its first line", answer) }
        try session.wait(for: "Saved as a.")
        #expect(try session.finish().end == .exited(0), "\(session.text)")
        let rest = before.drop { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        #expect(try home.found(keyring) == (answer == "y" ? Array(secret.utf8) + rest : before))
        #expect(try home.secret(of: "a") == secret)
      }
      #expect(try home.setup(["accounts", "remove", "a", "--yes"]).end == .exited(0))
      let left = try home.found(keyring)
      #expect(left == Array(answer == "y" ? content.replacing("abcdefgh", with: "and-one-more").utf8 : content.utf8))
    }
  }
}
