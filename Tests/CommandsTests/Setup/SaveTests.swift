// `setup … --save NAME`: only what was verified is saved.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("setup --save", .waiting) struct SaveTests {
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
    #expect(account.imap.host.text == "localhost" && account.lastCheck?.outcome == .verified)
    #expect(!String(decoding: try #require(home.octets), as: UTF8.self).contains(MailHost.secret))
  }

  @Test("the command that provided the secret is saved, and check uses it") func command() throws {
    let folder = try ProcessFolder()
    let file = try folder.write((MailHost.secret + "\n").utf8, to: "secret")
    let result = try home.run(
      ["--email", "anna@example.org", "--secret-from", "command:/bin/cat \(file)", "--save", "work"] + host.arguments)
    #expect(result.end == .exited(0))
    #expect(try home.registry.read()[0].secret == .command(["/bin/cat", file]))
    let check = try home.run(["check", "--ca-file", host.caFile])
    #expect(check.end == .exited(0) && check.output == [] && check.errors == [])
  }

  @Test("the secret is stored where the call says, check reads it there, and remove deletes it") func store() throws {
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

  /// Returns the files that contain the secret.
  private func stored() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: home.path)
    return names.filter {
      ProcessFolder.read(home.path + "/" + $0).map { String(decoding: $0, as: UTF8.self).contains(MailHost.secret) } ?? false
    }
  }

  @Test("an account whose stored secret is missing can be removed") func vanished() throws {
    try home.save([try host.account("work", secret: .keyring(.pass, entry: "nowhere"))])
    let removed = try home.run(["accounts", "remove", "work", "--yes"])
    #expect(removed.end == .exited(73))
    #expect(removed.complaint.contains("entry mail/nowhere"), "\(removed.complaint)")
    #expect(try home.registry.read() == [])
  }

  @Test("what was refused is not saved, and saved accounts are unchanged") func refused() throws {
    #expect(try save("work", secret: "wrong").end == .exited(77))
    #expect(try home.registry.read() == [])
    #expect(try save("work").end == .exited(0))
    let before = home.octets
    #expect(try save("work", secret: "wrong").end == .exited(77))
    #expect(home.octets == before)
  }

  @Test("saving an account again updates it, and keeps what the command line omits") func again() throws {
    #expect(try save("work", ["--store", "file"]).end == .exited(0))
    try home.registry.update { ($0[0].isPaused, $0[0].lastCheck) = (true, nil) }
    #expect(try save("work").end == .exited(0))
    let account = try home.registry.read()[0]
    #expect(account.isPaused && account.lastCheck?.outcome == .verified && account.secret != nil)
    #expect(try home.registry.read().count == 1)
  }

  @Test("another account's name is refused before the program asks for the secret") func taken() throws {
    #expect(try save("work").end == .exited(0))
    let before = home.octets
    let result = try save("work", address: "bob@example.org")
    #expect(result.end == .exited(64))
    #expect(result.output == [] && !result.complaint.contains("Checking"), "\(result.complaint)")
    #expect(home.octets == before)
  }

  @Test("the JSON result is the usual one document") func document() throws {
    let result = try save("work", ["--json"])
    #expect(result.end == .exited(0) && result.errors == [])
    #expect(try result.json["outcome"].text == "verified")
    #expect(try home.registry.read().count == 1)
  }

  @Test(
    "errors are found before the program asks for the secret",
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

  @Test("the demo account is temporary and is not saved") func demo() throws {
    let result = try home.run(["--provider", "demo", "--email", "demo@demo.invalid", "--secret-from", "stdin", "--save", "demo"]) {
      $0.input = .text("abcd-efgh-ijkl-mnop\n")
    }
    #expect(result.end == .exited(64))
    #expect(home.octets == nil)
  }

  @Test("an unwritable accounts file is reported before the program asks for the secret") func unwritable() throws {
    try home.write("{", mode: 0o600)
    let result = try save("work")
    #expect(result.end == .exited(65))
    #expect(!result.complaint.contains("Checking"))
    #expect(home.octets == Array("{".utf8))
  }
}
