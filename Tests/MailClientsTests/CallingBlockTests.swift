// Files of mail programs with an account that is removed or renamed.

import AccountStore
import Foundation
import MailClients
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("files that call an account", .waiting)
struct CallingBlockTests {
  /// Names that every client quotes differently.
  static let names = ["work", "my work", "公司", "it's", "a.b@c"]

  private func home(_ names: [String], address: String = "me@gmail.com") throws -> Home {
    let home = try Home()
    let places = ["HOME": home.path]
    let file = try #require(AccountsFile(environment: Environment(places)))
    let accounts = try names.enumerated().map { number, name in
      SavedAccount(
        name: try #require(AccountName(name)), address: try MailAddress(number == 0 ? address : "other\(number)@gmail.com"),
        provider: "gmail",
        imap: Endpoint(host: try #require(HostName("imap.gmail.com")), port: 993, security: .tls),
        smtp: Endpoint(host: try #require(HostName("smtp.gmail.com")), port: 465, security: .tls), imapUsername: address,
        smtpUsername: address, secret: .keyring(.file, entry: "entry-\(number)"))
    }
    try file.update { $0 = accounts }
    return home
  }

  private func accounts(_ home: Home, _ words: [String]) throws -> ProcessResult {
    try ProcessBuilt.call(["accounts"] + words, environment: home.environment()).run()
  }

  @Test(
    "fault-remove-leaves-written-block: remove names every file that still fetches the secret, and how to take that out",
    arguments: Writable.all, names)
  func removed(_ writable: Writable, _ name: String) throws {
    let home = try home([name, "bystander"])
    let written = try home.export([writable.client, name, "--write", "--yes"])
    // The syntax of some clients cannot express some names.
    guard written.end == .exited(0) else { return }
    let removed = try accounts(home, ["remove", name, "--yes"])
    // Emacs reads the password from a file of its own.
    let said = writable.client == "emacs" ? "still has this account" : "still asks for that password"
    #expect(removed.complaint.contains("\(writable.client) \(said): ~/\(writable.file)"), "\(removed.complaint)")
    let call = "setup export \(writable.client) --email me@gmail.com --remove"
    #expect(removed.complaint.contains("To remove it: \(call)\n"), "\(removed.complaint)")
    // The printed call removes the lines.
    let words = call.split(separator: " ").dropFirst(2).map(String.init)
    #expect(try home.export(words + ["--yes"]).end == .exited(0))
    #expect(home.text(writable.file)?.contains("secret") != true)
  }

  @Test("rename names them, too, and how to write them anew", arguments: Writable.all.filter { $0.client != "emacs" }, names)
  func renamed(_ writable: Writable, _ name: String) throws {
    let home = try home([name, "bystander"])
    guard try home.export([writable.client, name, "--write", "--yes"]).end == .exited(0) else { return }
    let renamed = try accounts(home, ["rename", name, "fresh"])
    #expect(renamed.end == .exited(0))
    #expect(renamed.complaint.contains("\(writable.client) still asks for that password: ~/\(writable.file)"), "\(renamed.complaint)")
    #expect(renamed.complaint.contains("To write it again: setup export \(writable.client) fresh --write\n"), "\(renamed.complaint)")
    #expect(try home.export([writable.client, "fresh", "--write", "--yes"]).end == .exited(0))
    #expect(try accounts(home, ["rename", "fresh", "fresher"]).complaint.contains("still asks for that password"))
  }

  @Test("what belongs to another account, or has another command, is not named", arguments: ["work", "wor", "work mail", "ork"])
  func others(_ name: String) throws {
    let home = try home(["work", "wor", "work mail", "ork"])
    let own = try home.export(["msmtp", name, "--write", "--yes"])
    #expect(own.end == .exited(0), "\(own.complaint)")
    for other in ["work", "wor", "work mail", "ork"] where other != name {
      let removed = try accounts(home, ["remove", other, "--yes"])
      #expect(!removed.complaint.contains("still asks for that password"), "\(other): \(removed.complaint)")
    }
    #expect(try accounts(home, ["remove", name, "--yes"]).complaint.contains("still asks for that password"))
    let plain = try self.home(["work"])
    #expect(try plain.export(["msmtp", "work", "--secret-command", "pass show x", "--write", "--yes"]).end == .exited(0))
    let removed = try accounts(plain, ["remove", "work", "--yes"])
    #expect(
      removed.complaint.contains("msmtp still has this account: ~/.msmtprc.") && !removed.complaint.contains("still asks for that password")
    )
  }

  @Test("at a terminal it is shown and asked about; only yes takes it out", arguments: ["y", "n"]) func asked(_ answer: String) throws {
    let home = try home(["work"])
    try home.write("# mine\n".utf8, to: ".msmtprc")
    #expect(try home.export(["msmtp", "work", "--write", "--yes"]).end == .exited(0))
    let session = try PtySession(ProcessBuilt.call(["accounts", "remove", "work"], environment: home.environment()))
    try session.answer("[y/N]", "y")
    try session.wait(for: "msmtp still asks for that password: ~/.msmtprc")
    try session.answer("Remove these lines from ~/.msmtprc? [y/N]", answer)
    _ = try session.finish()
    #expect(home.text(".msmtprc")?.contains("secret work") == (answer == "n"))
    #expect(home.text(".msmtprc")?.hasPrefix("# mine\n") == true)
  }
}
