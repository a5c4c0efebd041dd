// A word stands for one account: no name is the address of another account.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("names that are addresses", .waiting) struct NameTests {
  private let home: Home

  init() throws { home = try Home() }

  /// Spellings of anna@example.org that a user could type to mean it.
  static let spellings = ["anna@example.org", "anna@EXAMPLE.org", "Anna@Example.Org", "ａｎｎａ＠example。org"]

  private func file(_ accounts: [SavedAccount]) throws -> String {
    let path = home.path + "/to-import.json"
    try Data(AccountsDocument(accounts: accounts).octets).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test(
    "fault-account-named-like-anothers-address: an import leaves it out with the reason; existing accounts are unchanged",
    arguments: spellings, ["anna@example.org", "other@example.net"])
  func imported(_ name: String, _ address: String) throws {
    try home.save([try .sample("a", secret: .keyring(.file, entry: "anna@example.org"))])
    let before = home.octets
    let result = try home.run(["accounts", "import", try file([try .sample(name, address: address)])])
    #expect(result.end == .exited(73))
    #expect(result.text.contains(": left out. ") && result.text.contains("is the address of another account, a"), "\(result.text)")
    #expect(home.octets == before)
  }

  @Test("the same among accounts that are imported together, in either order", arguments: [false, true], spellings)
  func together(_ isReversed: Bool, _ name: String) throws {
    let accounts = [try SavedAccount.sample("a"), try .sample(name, address: "evil@example.net")]
    let result = try home.run(["accounts", "import", try file(isReversed ? accounts.reversed() : accounts)])
    #expect(result.end == .exited(73))
    #expect(try home.registry.read().count == 1)
  }

  @Test("an account whose address is another account's name is refused too", arguments: spellings) func addressIsName(_ name: String)
    throws
  {
    try home.save([try .sample(name, address: "other@example.net")])
    let before = home.octets
    let result = try home.run(["accounts", "import", try file([try .sample("a")])])
    #expect(result.end == .exited(73))
    #expect(result.text.contains("a: left out. Another account is called"), "\(result.text)")
    #expect(home.octets == before)
  }

  @Test("rename, save and edit refuse it before they ask anything", arguments: spellings) func refused(_ name: String) throws {
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org")])
    let before = home.octets
    for call in [
      ["accounts", "rename", "b", name],
      ["--email", "bob@example.org", "--imap", "localhost:9", "--smtp", "localhost:9", "--secret-from", "stdin", "--save", name],
    ] {
      let result = try home.run(call) { $0.input = .text("never read\n") }
      #expect(result.end == .exited(64), "\(result.complaint)")
      #expect(result.complaint.contains("is the address of another account, a"), "\(result.complaint)")
      #expect(!result.complaint.contains("Checking"))
    }
    try home.save([try .sample(name, address: "other@example.net"), try .sample("b", address: "bob@example.org")])
    for call in [
      ["--email", "anna@example.org", "--imap", "localhost:9", "--smtp", "localhost:9", "--secret-from", "stdin", "--save", "a"],
      ["accounts", "edit", "b", "--email", "anna@example.org", "--secret-from", "stdin"],
    ] {
      let result = try home.run(call) { $0.input = .text("never read\n") }
      #expect(result.end == .exited(64), "\(result.complaint)")
      #expect(result.complaint.contains("Another account is called"), "\(result.complaint)")
    }
    #expect(home.octets != before)
  }

  /// Strings that a reader, or a mail program, takes for the same address.
  static let guises = [
    "anna@example.org\u{fe0f}", "anna@example.org\u{3164}", "anna@example.org\u{34f}", "a\u{115f}nna@example.org",
    "anna@example.org\u{2800}",
    "anna@example.org\u{180b}", "anna@example.org\u{e0100}", "anna@example.org\u{17b4}", "anna@\u{ffa0}example.org",
    "an\u{a0}na@example.org",
    "anna@example.org\u{1d159}", "anna@example.org.", "anna@example.org。", "ANNA@example.org..", "<anna@example.org>",
    "\"anna\"@example.org",
    "\"an\\na\"@example.org", "Anna <anna@example.org>", "anna@example.org (Anna)", "\"anna@example.org\"", "'anna@example.org'",
    "mailto:anna@example.org", "anna﹫example.org", "anna@example\u{2024}org", "＂anna＂@example.org", "“anna@example.org”",
    "＜anna@example.org＞", "𝐚nna@example.org", "ⓐnna@example.org", "anna @ example.org", "anna@example.org,",
  ]

  @Test("fault-account-named-like-anothers-address: a lookalike or a synonym is refused, both ways", arguments: guises)
  func guise(_ name: String) throws {
    try home.save([try .sample("a")])
    let before = home.octets
    let result = try home.run(["accounts", "import", try file([try .sample(name, address: "other@example.net")])])
    #expect(result.end == .exited(73) && result.text.contains("is the address of another account, a"), "\(result.text)\(result.complaint)")
    #expect(home.octets == before)
    try home.save([try .sample(name, address: "other@example.net")])
    let reverse = try home.run(["accounts", "import", try file([try .sample("a")])])
    #expect(reverse.end == .exited(73), "\(reverse.text)\(reverse.complaint)")
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org")])
    #expect(try home.run(["accounts", "rename", "b", name]).end == .exited(64))
  }

  @Test(
    "names that only share a part with the address are allowed",
    arguments: [
      "anna", "anna@example.org work", "anna@example.net", "banna@example.org", "anna.@example.org", "anna@example", "❤️", "公司",
      "o'anna@example.org",
    ])
  func free(_ name: String) throws {
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org")])
    let result = try home.run(["accounts", "rename", "b", name])
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  @Test("an account may have its own address as its name, or one that no account has") func own() throws {
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org")])
    #expect(try home.run(["accounts", "rename", "a", "anna@example.org"]).end == .exited(0))
    #expect(try home.run(["accounts", "rename", "b", "nobody@example.org"]).end == .exited(0))
  }

  @Test(
    "a word that is one account's name and another account's address is ambiguous in every command; renaming resolves it",
    arguments: [
      ["accounts", "pause"], ["accounts", "remove", "--yes"], ["check"], ["secret"], ["export", "msmtp"], ["send-test", "--yes"],
      ["accounts", "edit"],
    ])
  func ambiguous(_ call: [String]) throws {
    // As an older version, or a text editor, may have left it.
    for address in ["evil@example.net", "anna@example.org"] {
      try home.save([try .sample("a", secret: .keyring(.file, entry: "x")), try .sample("anna@example.org", address: address)])
      let before = home.octets
      let result = try home.run(call + ["anna@example.org"])
      #expect(result.end == .exited(64), "\(result.complaint)")
      #expect(result.output == [] && result.complaint.contains("a, anna@example.org"), "\(result.complaint)")
      #expect(home.octets == before)
      #expect(try home.run(["accounts", "rename", "anna@example.org", "other"]).end == .exited(0))
      #expect(try home.run(["accounts", "pause", "other"]).end == .exited(0))
    }
  }
}
