// Tests that the servers shown are the servers used: the user sees and accepts servers that do not belong to the
// address before the program asks for the secret.

import TestSupport
import Testing
import Vocabulary

/// A configuration with an address of a known provider and at least one server of another host.
struct ForeignFile: Sendable, CustomStringConvertible {
  let description: String
  let format: String
  let address: String
  /// The configuration. IMAP and SMTP represent the ports of the listening servers.
  let text: String
  /// Hosts of the provider that are not used, and words of its steps.
  let absent: [String]

  static let all = [
    ForeignFile(
      description: "both, NeoMutt", format: "neomutt", address: "victim@gmail.com",
      text: """
        set from = "victim@gmail.com"
        set folder = "imaps://victim@gmail.com@localhost:IMAP/"
        set smtp_url = "smtps://victim@gmail.com@localhost:SMTP"
        """, absent: ["imap.gmail.com", "smtp.gmail.com", "myaccount.google.com"]),
    ForeignFile(
      description: "SMTP alone, msmtp", format: "msmtp", address: "victim@qq.com",
      text: "account a\nhost localhost\nport SMTP\ntls on\ntls_starttls off\nfrom victim@qq.com\nuser victim@qq.com\n",
      absent: ["smtp.qq.com", "mail.qq.com"]),
    ForeignFile(
      description: "halves of two, variables", format: "env", address: "victim@yandex.com",
      text: "MAIL_ADDRESS=victim@yandex.com IMAP_HOST=imap.yandex.com IMAP_PORT=993 SMTP_HOST=localhost SMTP_PORT=SMTP",
      absent: ["smtp.yandex.com", "mail.yandex.com"]),
    ForeignFile(
      description: "both, JSON", format: "json", address: "victim@icloud.com",
      text: """
        {"schema":1,"address":"victim@icloud.com","imap":{"host":"localhost","port":IMAP,"security":"tls","username":"victim@icloud.com"},
        "smtp":{"host":"localhost","port":SMTP,"security":"tls","username":"victim@icloud.com"}}
        """, absent: ["imap.mail.me.com", "smtp.mail.me.com", "appleid.apple.com"]),
  ]

  func text(_ account: ScriptedAccount) -> String {
    text.replacing("localhost:IMAP", with: "localhost:\(account.imap.port)").replacing(
      "localhost:SMTP", with: "localhost:\(account.smtp.port)"
    )
    .replacing("port\":IMAP", with: "port\":\(account.imap.port)").replacing("port\":SMTP", with: "port\":\(account.smtp.port)")
    .replacing("port SMTP", with: "port \(account.smtp.port)").replacing("PORT=SMTP", with: "PORT=\(account.smtp.port)")
  }
}

@Suite("servers that are not those of the address", .waiting) struct ForeignServersTests {
  @Test(
    "fault-import-shows-other-servers-than-used: the wizard names them, asks, and shows them and not the provider's",
    arguments: ForeignFile.all, Language.allCases)
  func wizard(_ file: ForeignFile, _ language: Language) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let folder = try ProcessFolder()
    let path = try folder.write(file.text(account).utf8, to: "file")
    let session = try Tool.terminal(["import", file.format, path, "--ca-file", account.caFile] + language.option)
    try session.wait(for: language == .english ? "is an address of" : "的邮箱地址，但")
    try session.wait(for: "localhost")
    try session.answer(language == .english ? "Send your password to localhost? [y/N]" : "要把密码发送给 localhost 吗？[y/N]", "y")
    try session.wait(for: language == .english ? "Servers" : "服务器参数")
    // If the provider's own server does not answer, the certificate check reports it.
    if !file.description.hasPrefix("both") { try session.answer(language == .english ? "anyway? [y/N]" : "仍要继续输入密码吗？[y/N]", "y") }
    try session.wait(for: language == .english ? "goes only to " : "只发送给")
    try session.wait(for: language == .english ? "Password (hidden" : "密码（不显示")
    for word in file.absent { #expect(!session.text.contains(word), "\(word)") }
    #expect(account.received.firstRange(of: Array(file.address.utf8)) == nil)
    try session.enter("Tzq9")
    try session.wait(for: language == .english ? "Step 4 of 4" : "第 4 步")
    session.hangUp()
    _ = try session.finish()
  }

  @Test("fault-import-shows-other-servers-than-used: after no, nothing is sent to them", arguments: ForeignFile.all, ["n", ""])
  func refused(_ file: ForeignFile, _ answer: String) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let folder = try ProcessFolder()
    let path = try folder.write(file.text(account).utf8, to: "file")
    let session = try Tool.terminal(["import", file.format, path, "--ca-file", account.caFile])
    try session.answer("Send your password to localhost? [y/N]", answer)
    // The conversation continues with the provider's own servers.
    try session.wait(for: "Provider: ")
    try session.wait(for: file.absent[0])
    try session.wait(for: "(hidden")
    session.hangUp()
    _ = try session.finish()
    #expect(account.imap.recordings.isEmpty && account.smtp.recordings.isEmpty)
  }

  @Test(
    "fault-import-shows-other-servers-than-used: the printed command names them, and so does its run", arguments: ForeignFile.all
  )
  func printed(_ file: ForeignFile) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let folder = try ProcessFolder()
    let path = try folder.write(file.text(account).utf8, to: "file")
    let printed = try Tool.run(["import", file.format, path, "--ca-file", account.caFile])
    #expect(printed.end == .exited(0))
    #expect(printed.complaint.contains("not its server") || printed.complaint.contains("not their server"), "\(printed.complaint)")
    #expect(!printed.text.contains("--provider") && printed.text.contains("--email \(file.address)") && printed.text.contains("localhost:"))
    guard file.description.hasPrefix("both") else { return }
    let words = printed.text.split(separator: "\n")[0].split(separator: " ").dropFirst().map(String.init)
    let result = try Tool.run(words + ["--secret-from", "stdin", "--json"]) { $0.input = .text("Tzq9\n") }
    #expect(result.complaint.contains("localhost is not its server"), "\(result.complaint)")
    #expect(try result.json["provider"].isNull)
    #expect(try result.json["outcome"].text == "verified")
  }

  @Test(
    "fault-import-shows-other-servers-than-used: servers on the command line are reported with their owner",
    arguments: [
      (
        ["me@gmail.com", "imap.other.example", "smtp.other.example"],
        ["an address of Gmail", "imap.other.example and smtp.other.example are not its servers"]
      ),
      (["me@163.com", "imap.163.com", "smtp.other.example"], ["smtp.other.example is not its server"]),
      (
        ["me@gmail.com", "imap.yandex.com", "smtp.yandex.com"],
        ["imap.yandex.com is a server of Yandex Mail", "smtp.yandex.com is a server of"]
      ),
      (
        ["me@yandex.com", "imap.gmail.com", "smtp.yandex.com"], ["imap.gmail.com is not its server", "imap.gmail.com is a server of Gmail"]
      ),
    ] as [([String], [String])])
  func call(_ words: [String], _ said: [String]) throws {
    let call = ["--email", words[0], "--imap", words[1], "--smtp", words[2]]
    for provider in [[], ["--provider", "gmail"]] {
      let session = try Tool.terminal(call + provider, columns: 200)
      for text in said { try session.wait(for: text) }
      try session.answer("[y/N]", "n")
      #expect(!session.text.contains("(hidden") && !session.text.contains("myaccount.google.com"))
      // The conversation continues with the servers of the address.
      try session.wait(for: "Provider: ")
      session.hangUp()
      _ = try session.finish()
      // Without a terminal the servers in the call are sufficient consent. The warning comes before the secret is read
      // or sent.
      let result = try Tool.run(call + provider + ["--secret-from", "env:NONE"])
      #expect(result.end == .exited(66))
      for text in said { #expect(result.complaint.contains(text), "\(result.complaint)") }
    }
  }

  @Test(
    "the servers of the address's own provider are accepted at any port, without a question",
    arguments: [
      ["me@gmail.com", "imap.gmail.com:993", "smtp.gmail.com:587"], ["me@yandex.com", "imap.yandex.com:993", "smtp.yandex.com:465"],
      ["me@own.example", "imap.other.example:993", "smtp.elsewhere.example:465"],
    ])
  func own(_ words: [String]) throws {
    let result = try Tool.run(["--email", words[0], "--imap", words[1], "--smtp", words[2], "--secret-from", "env:NONE"])
    #expect(!result.complaint.contains("not its server") && !result.complaint.contains("are not"), "\(result.complaint)")
  }

  @Test(
    "a file's servers outside of an unknown domain need consent too; those inside do not",
    arguments: [
      ("other.example", true), ("own.example", false), ("mail.own.example", false),
    ])
  func unknownDomain(_ domain: String, _ isAsked: Bool) throws {
    let folder = try ProcessFolder()
    let text =
      "MAIL_ADDRESS=me@own.example IMAP_HOST=127.0.0.1 IMAP_PORT=1 SMTP_HOST=127.0.0.1 SMTP_PORT=1"
      .replacing("IMAP_HOST=127.0.0.1", with: "IMAP_HOST=imap.\(domain)").replacing("SMTP_HOST=127.0.0.1", with: "SMTP_HOST=smtp.\(domain)")
    let path = try folder.write(text.utf8, to: "file")
    let session = try Tool.terminal(["import", "env", path], columns: 120)
    try session.wait(for: isAsked ? "Send your password to imap.\(domain), smtp.\(domain)? [y/N]" : "IMAP  imap.\(domain)  port 1")
    if !isAsked { #expect(!session.text.contains("Send your password to")) }
    session.hangUp()
    _ = try session.finish()
  }
}
