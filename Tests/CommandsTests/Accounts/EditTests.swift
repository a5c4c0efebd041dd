// `setup accounts edit`: a change is verified, and only then saved.

import AccountStore
import Foundation
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("setup accounts edit", .waiting) struct EditTests {
  private let home: Home
  private let host: MailHost

  init() throws { (home, host) = (try Home(), try MailHost()) }

  private func edit(_ options: [String], input: String? = nil) throws -> ProcessResult {
    try home.run(["accounts", "edit", "work", "--ca-file", host.caFile] + options) { if let input { $0.input = .text(input) } }
  }

  /// Saves an account with its secret in the private file, as a user would.
  private func store() throws {
    let result = try home.run(
      ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work", "--store", "file"] + host.arguments
    ) { $0.input = .text(MailHost.secret + "\n") }
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  private var account: SavedAccount { get throws { try #require(try home.registry.read().first) } }

  @Test("without a terminal the options say what changes, and the stored secret verifies it") func options() throws {
    try home.save([try host.account("work", secret: host.command(MailHost.secret)).checked(.unreachable)])
    let before = try account
    let result = try edit(["--email", "bob@example.org"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.complaint.contains("Saved the changes to work."))
    let after = try account
    #expect(
      after.address.description == "bob@example.org" && after.imapUsername == "bob@example.org" && after.smtpUsername == "bob@example.org")
    #expect(after.imap == before.imap && after.secret == before.secret && after.lastCheck?.outcome == .verified)
  }

  @Test(
    "only settings that work are saved",
    arguments: [
      (["--username", "nobody"], 77), (["--email", "carl@example.org"], 77), (["--imap", "localhost:1"], 69),
      (["--secret-from", "stdin"], 77),
    ] as [([String], Int32)])
  func refused(_ options: [String], _ status: Int32) throws {
    try store()
    let before = home.octets
    let result = try edit(options, input: "wrong-secret\n")
    #expect(result.end == .exited(status), "\(result.complaint)")
    #expect(result.complaint.contains("work was not changed"), "\(result.complaint)")
    #expect(home.octets == before)
    // The stored secret was not changed either.
    #expect(try home.run(["check", "--ca-file", host.caFile]).end == .exited(0))
  }

  @Test("a new secret replaces the old one in the same place") func newSecret() throws {
    try store()
    // As if the provider had revoked the stored one.
    let right = try MailHost()
    let arguments = ["--ca-file", right.caFile]
    let moved = try right.account("work", secret: try account.secret)
    try home.save([moved])
    let folder = try ProcessFolder()
    _ = try folder.write("x".utf8, to: "x")
    let result = try home.run(["accounts", "edit", "work", "--secret-from", "stdin"] + arguments) {
      $0.input = .text(MailHost.secret + "\n")
    }
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(try account.secret == .keyring(.file, entry: "anna@example.org"))
    #expect(try home.run(["check"] + arguments).end == .exited(0))
  }

  @Test("a command for the secret replaces the stored one, which is removed") func toCommand() throws {
    try store()
    guard case .command(let words) = try host.command(MailHost.secret) else { return }
    let result = try edit(["--secret-from", "command:\(words.joined(separator: " "))"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(try account.secret == .command(words))
    #expect(result.complaint.contains("Deleted its password from an unencrypted file on this computer."), "\(result.complaint)")
  }

  @Test("an account without a stored secret needs one, and can store it") func withoutSecret() throws {
    try home.save([try host.account("work", secret: nil).checked(.verified)])
    #expect(try edit([]).end == .exited(66))
    let once = try edit(["--secret-from", "stdin"], input: MailHost.secret + "\n")
    #expect(once.end == .exited(0))
    #expect(once.complaint.hasPrefix("setup: warning: The new password is used once and not saved"), "\(once.complaint)")
    #expect(try account.secret == nil && account.lastCheck?.outcome == .verified)
    #expect(try edit(["--secret-from", "stdin", "--store", "file"], input: MailHost.secret + "\n").end == .exited(0))
    #expect(try account.secret == .keyring(.file, entry: "anna@example.org"))
    #expect(try home.run(["check", "--ca-file", host.caFile]).end == .exited(0))
  }

  @Test(
    "fault-edit-secret-not-kept-said-late: the user chooses where a new secret is stored before typing it",
    arguments: [("1", "y"), ("1", "n"), ("2", "")], ["work", "公司"])
  func askedBefore(_ choice: (String, String), _ name: String) throws {
    try home.save([try host.account(name, secret: nil).checked(.verified)])
    let session = try home.terminal(["accounts", "edit", name, "--ca-file", host.caFile])
    for prompt in ["Your email address", "IMAP server", "SMTP server", "IMAP username", "SMTP username"] {
      try session.answer(prompt, "")
    }
    try session.wait(for: "Where should the password be saved?")
    try session.answer("Number (< back): ", choice.0)
    #expect(!session.text.contains("(hidden"))
    if choice.0 == "1" { try session.answer("Save it in a file anyway? [y/N]", choice.1) }
    if choice.1 == "n" {
      try session.wait(for: "Where should the password be saved?")
      try session.answer("Number (< back): ", "2")
    }
    let isKept = choice == ("1", "y")
    if !isKept { try session.wait(for: "The password is used for this check and not saved.") }
    try session.answer("(hidden", MailHost.secret)
    try session.wait(for: "Saved the changes to \(name).")
    #expect(try session.finish().end == .exited(0))
    #expect(try account.secret == (isKept ? .keyring(.file, entry: "anna@example.org") : nil))
  }

  @Test("without a terminal it is reported before the secret is read", arguments: ["right", "wrong"]) func saidBefore(_ secret: String)
    throws
  {
    try home.save([try host.account("work", secret: nil).checked(.verified)])
    let result = try edit(["--secret-from", "stdin"], input: (secret == "right" ? MailHost.secret : secret) + "\n")
    #expect(result.complaint.hasPrefix("setup: warning: The new password is used once and not saved"), "\(result.complaint)")
    #expect(try account.secret == nil)
  }

  @Test("--store without a new secret moves the stored one", arguments: ["file"]) func moved(_ keyring: String) throws {
    try home.save([try host.account("work", secret: host.command(MailHost.secret))])
    let result = try edit(["--store", keyring])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(try account.secret == .keyring(.file, entry: "anna@example.org"))
    #expect(try home.run(["check", "--ca-file", host.caFile]).end == .exited(0))
  }

  @Test(
    "fault-second-user-name-lost: each of the two user names can be changed alone, and is saved",
    arguments: [
      (["--imap-username", "Anna@example.org"], "Anna@example.org", "anna@example.org"),
      (["--smtp-username", "Anna@example.org"], "anna@example.org", "Anna@example.org"),
      (["--username", "ANNA@example.org", "--smtp-username", "Anna@example.org"], "ANNA@example.org", "Anna@example.org"),
    ] as [([String], String, String)])
  func twoNames(_ options: [String], _ imap: String, _ smtp: String) throws {
    try store()
    #expect(try edit(options).end == .exited(0))
    #expect(try account.imapUsername == imap && account.smtpUsername == smtp)
    // They are used from now on.
    let json = try home.run(["check", "--json"]).json
    #expect(json["accounts"][0]["imap"]["username"].text == imap && json["accounts"][0]["smtp"]["username"].text == smtp)
    #expect(json["accounts"][0]["result"]["outcome"].text == "verified")
  }

  @Test("the JSON result is one document") func document() throws {
    try store()
    let result = try edit(["--json"])
    #expect(result.end == .exited(0))
    #expect(try result.json["outcome"].text == "verified")
  }

  @Test("at a terminal all answers are filled in; Enter alone keeps all of them, the secret too", arguments: Language.allCases, [80, 30])
  func keeps(_ language: Language, _ columns: Int) throws {
    try store()
    let before = try account
    let session = try home.terminal(["accounts", "edit", "work", "--ca-file", host.caFile, "--lang", language.rawValue], columns: columns)
    let name = "anna@example.org"
    for word in [name, "localhost:\(before.imap.port)", "localhost:\(before.smtp.port)", name, name] {
      try session.wait(for: "[\(word)]")
      try session.enter("")
    }
    try session.wait(for: language == .english ? "keep the current password." : "保留现有密码。")
    // Input before the prompt is discarded.
    try session.answer(language == .english ? "< back): " : "< 返回）：", "")
    try session.wait(for: language == .english ? "Saved the changes to work." : "已保存对 work 的修改。")
    #expect(try session.finish().end == .exited(0))
    var after = try account
    after.lastCheck = before.lastCheck
    #expect(after == before)
  }

  @Test("a wrong answer can be corrected and all others kept; nothing is saved before it works") func again() throws {
    try store()
    let before = home.octets
    let session = try home.terminal(["accounts", "edit", "work", "--ca-file", host.caFile])
    try session.answer("Your email address", "")
    try session.answer("IMAP server", "")
    try session.answer("SMTP server", "")
    try session.answer("IMAP username", "nobody")
    // If both were equal, the second follows the first.
    try session.answer("SMTP username [nobody]", "")
    try session.answer("(hidden", "")
    try session.wait(for: "does not work yet")
    #expect(home.octets == before)
    try session.answer("try again? [y/N]", "y")
    try session.answer("Your email address", "")
    try session.answer("IMAP server", "")
    // One question back, and forward again.
    try session.answer("SMTP server", "<")
    try session.answer("IMAP server", "")
    try session.answer("SMTP server", "")
    // A capital letter distinguishes the new name from the old one.
    try session.answer("IMAP username [nobody]", "Anna@example.org")
    try session.answer("SMTP username [Anna@example.org]", "<")
    try session.answer("IMAP username [Anna@example.org]", "")
    try session.answer("SMTP username [Anna@example.org]", "")
    try session.answer("(hidden", "")
    try session.wait(for: "Saved the changes to work.")
    #expect(try session.finish().end == .exited(0))
    #expect(try account.imapUsername == "Anna@example.org")
  }

  @Test("leaving changes nothing", arguments: ["\u{3}", "\u{4}"]) func leaves(_ key: String) throws {
    try store()
    let before = home.octets
    let session = try home.terminal(["accounts", "edit", "work", "--ca-file", host.caFile])
    try session.answer("Your email address", "bob@example.org")
    try session.wait(for: "IMAP server")
    try session.type(key)
    try session.wait(for: "work was not changed")
    let end = try session.finish().end
    #expect(end == (key == "\u{3}" ? .signalled(SIGINT) : .exited(66)))
    #expect(home.octets == before)
  }

  @Test("the full style works as line mode does") func full() throws {
    try store()
    let session = try home.terminal(["accounts", "edit", "work", "--ca-file", host.caFile], environment: ["ACCESSIBLE": "0", "CI": "0"])
    for prompt in [
      "Your email address:", "IMAP server and port:", "SMTP server and port:", "IMAP username:", "SMTP username:",
      "Password (hidden",
    ] {
      try session.wait(for: prompt)
      try session.enter("")
    }
    try session.wait(for: "Saved the changes to work.")
    #expect(try session.finish().end == .exited(0))
  }

  @Test("remove asks first; only yes removes", arguments: [("n", true), ("", true), ("y", false)]) func removal(
    _ answer: String, _ stays: Bool
  ) throws {
    try store()
    let session = try home.terminal(["accounts", "remove", "work"])
    try session.answer("and any saved password? [y/N]", answer)
    try session.wait(for: stays ? "Nothing removed." : "Deleted its password from an unencrypted file on this computer.")
    #expect(try session.finish().end == .exited(stays ? 66 : 0))
    #expect(try home.registry.read().isEmpty == !stays)
  }
}
