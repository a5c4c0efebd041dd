// Tests of two user names, one for IMAP and another for SMTP.

import TestSupport
import Testing
import Vocabulary

@Suite("a user name for each server", .waiting) struct UsernamesTests {
  /// Returns the user names that were sent, IMAP first.
  private func names(_ account: ScriptedAccount) -> [String] {
    account.secretsReceived.compactMap { $0.split(separator: 0).first.map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test(
    "fault-second-user-name-lost: each option sets the name of one server, --username that of both; the more specific one takes precedence",
    arguments: [
      (["--imap-username", "me"], ["me", "anna@example.org"]), (["--smtp-username", "me"], ["anna@example.org", "me"]),
      (["--imap-username", "a", "--smtp-username", "b"], ["a", "b"]), (["--username", "x", "--smtp-username", "b"], ["x", "b"]),
      (["--username", "x", "--imap-username", "a b"], ["a b", "x"]), (["--username", "both"], ["both", "both"]),
    ] as [([String], [String])])
  func options(_ options: [String], _ wanted: [String]) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let result = try Tool.run(account.arguments + options + ["--secret-from", "stdin", "--json"]) { $0.input = .text("Tzq9\n") }
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(names(account) == wanted)
    #expect(try [result.json["imap"]["username"].text, result.json["smtp"]["username"].text] == wanted)
  }

  @Test("a name without an effect is refused, and so is one that cannot be sent")
  func wrong() throws {
    let three = ["--username", "a", "--imap-username", "b", "--smtp-username", "c"]
    #expect(try Tool.run(["--email", "a@example.org"] + three).end == .exited(64))
    for option in ["--username", "--imap-username", "--smtp-username"] {
      #expect(try Tool.run(["--email", "a@example.org", option, "a\nb"]).end == .exited(64))
    }
  }

  @Test(
    "fault-second-user-name-lost: after one server has refused it, another name is asked for that server alone",
    arguments: [
      (MailProtocol.smtp, "anna"), (.imap, "anna"), (.smtp, "another name"),
    ])
  func askedFor(_ refusing: MailProtocol, _ typed: String) throws {
    let account = try ScriptedAccount(
      imap: refusing == .imap ? .refusing("NO [AUTHENTICATIONFAILED] no") : .accepting,
      smtp: refusing == .smtp ? .refusing("535 5.7.8 no") : .accepting)
    let session = try Tool.terminal(account.reviewed)
    try session.answer("Password (hidden", "Tzq9")
    try session.wait(for: "Try another username for \(refusing.rawValue.uppercased())")
    try session.answer("Number: ", "1")
    // The other form of the address is the default.
    try session.answer("\(refusing.rawValue.uppercased()) username [anna]", typed == "anna" ? "" : typed)
    try session.answer("Number: ", "q")
    #expect(try session.finish().end == .exited(77))
    let sent = names(account)
    #expect(sent.count == 4 && sent.filter { $0 == typed }.count == 1 && sent.filter { $0 == "anna@example.org" }.count == 3, "\(sent)")
  }

  @Test(
    "fault-second-user-name-lost: import uses both, in the call and in the wizard",
    arguments: [
      ("env", "MAIL_ADDRESS=me@own.example IMAP_HOST=i.own.example IMAP_USER=one SMTP_HOST=s.own.example SMTP_USER=two"),
      (
        "neomutt",
        "set from=me@own.example\nset folder=imaps://one@i.own.example/\nset smtp_url=smtps://two@s.own.example\n"
      ),
      (
        "himalaya",
        """
        [accounts.a]
        email = "me@own.example"
        imap.server = "imaps://i.own.example"
        imap.sasl.plain.username = "one"
        smtp.server = "smtps://s.own.example"
        smtp.sasl.plain.username = "two"
        """
      ),
    ])
  func imported(_ format: String, _ text: String) throws {
    let folder = try ProcessFolder()
    let path = try folder.write(text.utf8, to: "file")
    let result = try Tool.run(["import", format, path])
    #expect(result.text.hasSuffix("--imap-username one --smtp-username two\n"), "\(result.text)\(result.complaint)")
    let session = try Tool.terminal(["import", format, path])
    try session.wait(for: "IMAP username: one")
    try session.wait(for: "SMTP username: two")
    session.hangUp()
    _ = try session.finish()
  }
}
