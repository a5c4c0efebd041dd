// Servers without the user's consent receive no secret. Without a terminal the command line names them; at a terminal
// the user is asked.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("servers that the command line does not name", .waiting) struct AgreementTests {
  /// Addresses of the bundled catalog, and one of an unknown domain.
  static let addresses = ["victim@gmail.com", "victim@qq.com", "victim@yandex.com", "victim@firm.example"]
  private let home: Home

  init() throws { home = try Home() }

  /// Imports an account of `address` with the servers of `host`, as another user may have written it.
  private func load(_ host: MailHost, _ address: String) throws {
    let file = home.path + "/to-import.json"
    let account = try host.account("evil", address: address, secret: nil)
    try Data(AccountsDocument(accounts: [account]).octets).write(to: URL(fileURLWithPath: file))
    let result = try home.run(["accounts", "import", file])
    #expect(result.end == .exited(0) && result.complaint.contains("localhost"), "\(result.complaint)")
  }

  /// Returns the arguments of the command that a refusal suggests.
  private func call(in result: ProcessResult) throws -> [String] {
    let line = try #require(result.complaint.split(separator: "\n").first { $0.contains("name them: ") }, "\(result.complaint)")
    return line.split(separator: " ").drop { $0 != "them:" }.dropFirst(2).map(String.init)
  }

  @Test(
    "fault-secret-to-servers-the-call-does-not-name: an imported account receives no secret, and the suggested command verifies it",
    arguments: addresses, ["edit", "send-test"])
  func imported(_ address: String, _ command: String) throws {
    let host = try MailHost([address])
    try load(host, address)
    let before = home.octets
    let words = command == "edit" ? ["accounts", "edit", "evil"] : ["send-test", "evil", "--yes"]
    let refused = try home.run(words + ["--ca-file", host.caFile, "--secret-from", "stdin"]) { $0.input = .text(MailHost.secret + "\n") }
    #expect(refused.end == .exited(66), "\(refused.complaint)")
    #expect(refused.complaint.contains("Your password would go to localhost, which this command does not name."), "\(refused.complaint)")
    #expect(!refused.complaint.contains("Checking") && home.octets == before)
    let named = try home.run(try call(in: refused)) { $0.input = .text(MailHost.secret + "\n") }
    // These test servers deliver no mail.
    #expect(!named.complaint.contains("does not name") && named.complaint.contains("Checking IMAP"), "\(named.complaint)")
    guard command == "edit" else { return }
    #expect(named.end == .exited(0))
    // The user has now agreed to the servers.
    let again = try home.run(["accounts", "edit", "evil", "--secret-from", "stdin"]) { $0.input = .text("wrong\n") }
    #expect(again.end != .exited(66), "\(again.complaint)")
  }

  @Test(
    "fault-secret-to-servers-the-call-does-not-name: check skips servers that were never verified and are not the address's own",
    arguments: addresses.dropLast())
  func checked(_ address: String) throws {
    let host = try CountingHost()
    try home.save([try host.account("evil", address: address)])
    for words in [["check"], ["check", "evil"], ["check", "--json"]] {
      let result = try home.run(words)
      #expect(result.end == .exited(66), "\(result.complaint)")
      #expect("\(result.text)\(result.complaint)".contains("setup accounts edit evil --imap localhost:"), "\(result.text)")
    }
    #expect(host.visits == 0)
    #expect(try home.registry.read()[0].lastCheck == nil)
    // An account that was verified once is not asked about again.
    try home.save([try host.account("evil", address: address).checked(.verified)])
    #expect(try home.run(["check", "--ca-file", host.caFile]).end == .exited(77))
    #expect(host.visits > 0)
  }

  @Test(
    "fault-secret-to-servers-the-call-does-not-name: an edit does not send a known provider's secret to unnamed hosts",
    arguments: addresses.dropLast())
  func moved(_ address: String) throws {
    let host = try CountingHost()
    let account = try host.account("work").checked(.verified)
    try home.save([account])
    let refused = try home.run(["accounts", "edit", "work", "--email", address, "--ca-file", host.caFile])
    #expect(refused.end == .exited(66) && host.visits == 0, "\(refused.complaint)")
    #expect(try home.run(try call(in: refused)).end == .exited(77))
    #expect(host.visits > 0)
    // The same at a terminal, also if the command line changed the account before.
    let visits = host.visits
    let session = try home.terminal(["accounts", "edit", "work", "--email", address, "--ca-file", host.caFile])
    for prompt in ["Your email address", "IMAP server", "SMTP server", "IMAP username", "SMTP username"] { try session.answer(prompt, "") }
    try session.answer("Send your password to localhost? [y/N]", "n")
    session.hangUp()
    _ = try session.finish()
    #expect(host.visits == visits)
  }

  @Test("at a terminal send-test asks about the hosts, even with --yes", arguments: addresses, ["n", "y"])
  func asked(_ address: String, _ answer: String) throws {
    let host = try MailHost([address])
    try load(host, address)
    let session = try home.terminal(["send-test", "evil", "--yes", "--ca-file", host.caFile])
    try session.answer("Send your password to localhost? [y/N]", answer)
    try session.wait(for: answer == "y" ? "(hidden" : "Nothing")
    if answer == "n" { #expect(!session.text.contains("(hidden")) }
    session.hangUp()
    _ = try session.finish()
  }

  /// Writes a provider file of the user's own with an entry for these domains.
  private func catalog(_ domains: String..., at path: String? = nil) throws -> String {
    let list = domains.map { "\"\($0)\"" }.joined(separator: ", ")
    let text = """
      {"schema": 1, "checked": "2026-11-01", "providers": [{"id": "own", "name": {"en": "Own", "zh-Hans": "自家"},
      "category": "personal", "domains": [\(list)], "servers": [{"imap": ["tls://imap.own.example:993"],
      "smtp": ["tls://smtp.own.example:465"]}], "username": {"imap": ["address"], "smtp": ["address"]},
      "secret": {"kind": "app-password", "term": {"en": "app password", "zh-Hans": "应用密码"}},
      "steps": [{"part": "obtain", "text": {"en": "Make one.", "zh-Hans": "生成一个。"}}], "sources": ["own"],
      "confidence": {"servers": "high", "secret": "high"}, "checked": "2026-11-01"}]}
      """
    let file = path ?? home.path + "/own.json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    chmod(file, 0o600)
    return file
  }

  @Test(
    "fault-secret-to-servers-the-call-does-not-name: an entry for other domains, or one of another provider, is no consent",
    arguments: [
      ["--provider", "own", "--email", "victim@gmail.com"], ["--provider", "own", "--email", "victim@163.com", "--json"],
      ["send-test", "--provider", "own", "--email", "victim@yandex.com", "--yes"],
      ["--provider", "yandex", "--email", "victim@gmail.com"],
    ])
  func otherEntry(_ words: [String]) throws {
    let options = ["--secret-from", "stdin", "--timeout", "2", "--catalog", try catalog("own.example")]
    let refused = try home.run(words + options) { $0.input = .text("A secret\n") }
    #expect(refused.end == .exited(66), "\(refused.complaint)")
    #expect(refused.complaint.contains("does not name") && !refused.complaint.contains("Checking"), "\(refused.complaint)")
    let call = try call(in: refused)
    #expect(call.contains("--imap") && call.contains("--smtp") && call.contains("--catalog"), "\(call)")
    // The environment has no trust store, so that no run reaches the network.
    let named = try home.run(call) {
      $0.input = .text("A secret\n")
      $0.environment.merge(["SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": "/nonexistent"]) { $1 }
    }
    #expect(named.end == .exited(76) && named.complaint.contains("not its servers"), "\(named.complaint)")
  }

  @Test(
    "fault-takeover-not-named-where-used: a user's entry for a known domain is reported, and does not pass for the provider's own",
    arguments: ["gmail.com", "qq.com", "yandex.com"])
  func takeover(_ domain: String) throws {
    let account = """
      {"schema":1,"accounts":[{"name":"evil","address":"v@\(domain)","imapUsername":"v","smtpUsername":"v",
      "imap":{"host":"imap.own.example","port":993,"security":"tls"},"smtp":{"host":"smtp.own.example","port":465,"security":"tls"}}]}
      """
    let folder = try ProcessFolder()
    let file = try folder.write(account.utf8, to: "accounts.json")
    let settings = try folder.write(
      "MAIL_ADDRESS=v@\(domain) IMAP_HOST=imap.own.example IMAP_PORT=993 SMTP_HOST=smtp.own.example SMTP_PORT=465".utf8, to: "settings")
    try home.save([])
    let own = try catalog(domain, at: home.folder + "/providers.json")
    let servers = ["--imap", "imap.own.example", "--smtp", "smtp.own.example"]
    let secret = ["--secret-from", "env:NONE"]
    for (words, status) in [
      (["accounts", "import", file], 0), (["accounts", "edit", "evil"] + secret, 66), (["send-test", "evil", "--yes"] + secret, 66),
      (["accounts", "edit", "evil"] + servers + secret, 66), (["export", "msmtp", "evil"], 0), (["import", "env", settings], 0),
      (["--email", "v@\(domain)"] + servers + secret, 66), (["--email", "v@\(domain)"] + secret, 66),
      (["export", "msmtp", "--email", "v@\(domain)"] + servers, 0),
    ] as [([String], Int32)] {
      let result = try home.run(words)
      #expect(result.end == .exited(status), "\(words): \(result.complaint)")
      #expect(result.complaint.contains("\(own) replaces "), "\(words): \(result.complaint)")
      #expect(result.complaint.contains("smtp.own.example are not its servers"), "\(words): \(result.complaint)")
    }
    // The default provider file alone is no consent to its hosts. Naming it with --catalog is, for its own domains.
    let unnamed = try home.run(["--email", "v@\(domain)"] + secret)
    #expect(unnamed.complaint.contains("does not name"), "\(unnamed.complaint)")
    let named = try home.run(["--email", "v@\(domain)", "--catalog", own] + secret)
    #expect(!named.complaint.contains("does not name") && named.complaint.contains("not its servers"), "\(named.complaint)")
  }

  @Test("a user's entry for an unknown domain is used without a question") func ownDomain() throws {
    try home.save([])
    _ = try catalog("firm.example", at: home.folder + "/providers.json")
    let result = try home.run(["--email", "me@firm.example", "--secret-from", "env:NONE"])
    #expect(!result.complaint.contains("does not name") && !result.complaint.contains("not its server"), "\(result.complaint)")
  }
}
