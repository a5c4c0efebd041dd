// `setup … --save NAME`: what was proved is kept, and nothing else.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("setup --save") struct SaveTests {
  private let home: Home
  private let host: MailHost

  init() throws { (home, host) = (try Home(), try MailHost()) }

  private func save(
    _ name: String, address: String = "anna@example.org", secret: String = MailHost.secret, _ options: [String] = []
  ) throws -> ProcessResult {
    try home.run(["--email", address, "--secret-from", "stdin", "--save", name] + host.arguments + options) {
      $0.input = .text(secret + "\n")
    }
  }

  @Test("a verified account is saved, without its secret", arguments: Language.allCases) func saved(_ language: Language) throws {
    let result = try save("work", ["--lang", language.rawValue])
    #expect(result.end == .exited(0))
    #expect(
      result.complaint.contains(language == .english ? "Saved as work, without the password." : "已保存为 work，未保存密码。"), "\(result.complaint)")
    let account = try #require(try home.registry.read().first)
    #expect(account.name.text == "work" && account.secret == nil && account.address.description == "anna@example.org")
    #expect(account.imap.host.text == "localhost" && account.lastCheck?.verdict == .verified)
    #expect(!String(decoding: try #require(home.octets), as: UTF8.self).contains(MailHost.secret))
  }

  @Test("the command that gave the secret is noted, and check uses it") func command() throws {
    let folder = try ProcessFolder()
    let file = try folder.write((MailHost.secret + "\n").utf8, to: "secret")
    let result = try home.run(
      ["--email", "anna@example.org", "--secret-from", "command:/bin/cat \(file)", "--save", "work"] + host.arguments)
    #expect(result.end == .exited(0))
    #expect(try home.registry.read()[0].secret == .command(["/bin/cat", file]))
    let check = try home.run(["check", "--ca-file", host.caFile])
    #expect(check.end == .exited(0) && check.output == [] && check.errors == [])
  }

  @Test("the secret is stored where the call says, check reads it there, and remove takes it away") func store() throws {
    let result = try save("work", ["--store", "file"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(try home.registry.read()[0].secret == .keyring(.file, entry: "anna@example.org"))
    let check = try home.run(["check", "--ca-file", host.caFile])
    #expect(check.end == .exited(0) && check.output == [] && check.errors == [], "\(check.text)\(check.complaint)")
    #expect(try stored() != [])
    #expect(try home.run(["accounts", "remove", "work"]).end == .exited(66))
    #expect(try home.registry.read().count == 1)
    let removed = try home.run(["accounts", "remove", "work", "--yes"])
    #expect(removed.end == .exited(0))
    #expect(removed.complaint == "Removed work.\nDeleted its password from an unencrypted file on this computer.\n", "\(removed.complaint)")
    #expect(try home.registry.read() == [])
    #expect(try stored() == [])
  }

  /// The files in which the secret is.
  private func stored() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: home.path)
    return names.filter {
      ProcessFolder.read(home.path + "/" + $0).map { String(decoding: $0, as: UTF8.self).contains(MailHost.secret) } ?? false
    }
  }

  @Test("an account whose stored secret is gone is removed all the same") func vanished() throws {
    try home.save([try host.account("work", secret: .keyring(.pass, entry: "nowhere"))])
    let removed = try home.run(["accounts", "remove", "work", "--yes"])
    #expect(removed.end == .exited(73))
    #expect(removed.complaint.contains("entry mail/nowhere"), "\(removed.complaint)")
    #expect(try home.registry.read() == [])
  }

  @Test("what was refused is not saved, and what was saved is as it was") func refused() throws {
    #expect(try save("work", secret: "wrong").end == .exited(77))
    #expect(try home.registry.read() == [])
    #expect(try save("work").end == .exited(0))
    let before = home.octets
    #expect(try save("work", secret: "wrong").end == .exited(77))
    #expect(home.octets == before)
  }

  @Test("the same account again is brought up to date, and keeps what the call does not say") func again() throws {
    #expect(try save("work", ["--store", "file"]).end == .exited(0))
    try home.registry.update { ($0[0].isPaused, $0[0].lastCheck) = (true, nil) }
    #expect(try save("work").end == .exited(0))
    let account = try home.registry.read()[0]
    #expect(account.isPaused && account.lastCheck?.verdict == .verified && account.secret != nil)
    #expect(try home.registry.read().count == 1)
  }

  @Test("another account's name is refused before the secret is asked for") func taken() throws {
    #expect(try save("work").end == .exited(0))
    let before = home.octets
    let result = try save("work", address: "bob@example.org")
    #expect(result.end == .exited(64))
    #expect(result.output == [] && !result.complaint.contains("Checking"), "\(result.complaint)")
    #expect(home.octets == before)
  }

  @Test("programs get the result as ever, and one document") func document() throws {
    let result = try save("work", ["--json"])
    #expect(result.end == .exited(0) && result.errors == [])
    #expect(try result.json["outcome"].text == "verified")
    #expect(try home.registry.read().count == 1)
  }

  @Test(
    "what can be wrong is found before the secret is asked for",
    arguments: [
      (["--save", "-x"], "--save"), (["--save", "a\u{1b}b"], "--save"), (["--store", "file"], "--store"),
      (["--save", "x", "--store", "clipboard"], "--store"),
    ])
  func wrongCalls(_ options: [String], _ said: String) throws {
    let result = try home.run(["--email", "anna@example.org", "--secret-from", "stdin"] + host.arguments + options) {
      $0.input = .text("x\n")
    }
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains(said) && !result.complaint.contains("Checking"))
    #expect(!result.complaint.utf8.contains(0x1b))
  }

  @Test("the demo's account does not last and is not saved") func demo() throws {
    let result = try home.run(["--provider", "demo", "--email", "demo@demo.invalid", "--secret-from", "stdin", "--save", "demo"]) {
      $0.input = .text("abcd-efgh-ijkl-mnop\n")
    }
    #expect(result.end == .exited(64))
    #expect(home.octets == nil)
  }

  @Test("a registry that cannot be written is said before the secret is asked for") func unwritable() throws {
    try home.write("{", mode: 0o600)
    let result = try save("work")
    #expect(result.end == .exited(65))
    #expect(!result.complaint.contains("Checking"))
    #expect(home.octets == Array("{".utf8))
  }
}
