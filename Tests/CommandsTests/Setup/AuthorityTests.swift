// The file of a private authority: saved with the account, used by every command about it, not transferred to other
// computers.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("an account's own authority", .waiting) struct AuthorityTests {
  private let home: Home
  private let host: MailHost

  init() throws { (home, host) = (try Home(), try MailHost()) }

  private func save(_ file: String? = nil) throws {
    var arguments = host.arguments
    if let file { arguments[arguments.count - 1] = file }
    let result = try home.run(
      ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work", "--store", "file"] + arguments
    ) { $0.input = .text(MailHost.secret + "\n") }
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  private var account: SavedAccount { get throws { try #require(try home.registry.read().first) } }

  @Test(
    "fault-ca-not-kept-with-account: however the file is named, its absolute path is saved",
    arguments: ["ca.pem", "./ca.pem", ".//ca.pem", "/"])
  func path(_ typed: String) throws {
    let folder = (host.caFile as NSString).deletingLastPathComponent
    guard typed != "/" else {
      try save()
      return #expect(try account.authorityFile == host.caFile)
    }
    var arguments = host.arguments
    arguments[arguments.count - 1] = typed
    let call = try ProcessBuilt.call(
      ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work"] + arguments, environment: home.environment)
    let result = try ProcessCall(
      "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", folder, call.program] + call.arguments.map { String(decoding: $0, as: UTF8.self) },
      environment: call.environment
    ).with { $0.input = .text(MailHost.secret + "\n") }.run()
    #expect(result.end == .exited(0), "\(result.complaint)")
    let kept = try #require(try account.authorityFile)
    #expect(kept.hasPrefix("/") && ProcessFolder.read(kept) == ProcessFolder.read(host.caFile))
  }

  @Test(
    "fault-ca-not-kept-with-account: every command about the account uses it",
    arguments: [
      ["check"], ["check", "work", "--json"], ["accounts", "edit", "work"], ["accounts", "edit", "work", "--json"],
    ])
  func used(_ call: [String]) throws {
    try save()
    let result = try home.run(call)
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    #expect(try account.authorityFile == host.caFile)
    #expect(try home.run(["accounts", "--json"]).json["accounts"][0]["caFile"].text == host.caFile)
  }

  @Test(
    "the file that the command line names takes precedence over the account's, for that run",
    arguments: [["check"], ["accounts", "edit", "work"]])
  func overridden(_ call: [String]) throws {
    try save()
    let other = try MailHost()
    #expect(try home.run(call + ["--ca-file", other.caFile]).end == .exited(76))
    #expect(try account.authorityFile == host.caFile)
  }

  @Test("a successful edit saves the file it was verified with; without one only the system's authorities are trusted")
  func edited() throws {
    try save()
    let copy = "\(home.path)/copy.pem"
    try FileManager.default.copyItem(atPath: host.caFile, toPath: copy)
    #expect(try home.run(["accounts", "edit", "work", "--ca-file", copy]).end == .exited(0))
    #expect(try account.authorityFile == copy)
    let before = home.octets
    #expect(try home.run(["accounts", "edit", "work", "--ca-file", "none"]).end == .exited(76))
    #expect(home.octets == before)
  }

  @Test("a missing or broken file stops its own account only, and is reported", arguments: ["gone", "empty", "folder", "key"])
  func gone(_ kind: String) throws {
    try save()
    let copy = "\(home.path)/copy.pem"
    var broken = try account
    broken.authorityFile = copy
    let fine = SavedAccount(
      name: try #require(AccountName("fine")), address: broken.address, provider: nil, imap: broken.imap, smtp: broken.smtp,
      imapUsername: broken.imapUsername, smtpUsername: broken.smtpUsername, authorityFile: host.caFile,
      secret: try host.command(MailHost.secret))
    try home.save([broken, fine])
    switch kind {
    case "empty": try Data().write(to: URL(fileURLWithPath: copy))
    case "folder": try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
    case "key": try Data("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n".utf8).write(to: URL(fileURLWithPath: copy))
    default: break
    }
    let result = try home.run(["check", "--json"])
    #expect(result.end == .exited(66), "\(result.complaint)")
    let json = try result.json
    #expect(json["accounts"][0]["explanation"].text?.contains(copy) == true && json["accounts"][0]["result"].isNull)
    #expect(json["accounts"][1]["result"]["outcome"].text == "verified")
  }

  @Test(
    "other servers need consent: they inherit the old authority only if the user says so",
    arguments: [("y", true), ("n", false)])
  func otherServers(_ answer: String, _ isKept: Bool) throws {
    try save()
    let session = try home.terminal(["accounts", "edit", "work"], columns: 200)
    try session.answer("Your email address", "")
    try session.answer("IMAP server", "127.0.0.1:\(try account.imap.port)")
    try session.answer("SMTP server", "")
    try session.answer("IMAP username", "")
    try session.answer("SMTP username", "")
    try session.answer("Also trust the certificate authorities in", answer)
    try session.answer("(hidden", "")
    try session.wait(for: isKept ? "Saved the changes to work." : "does not work yet")
    session.hangUp()
    _ = try session.finish()
    #expect(try account.authorityFile == host.caFile && (account.imap.host.text == "127.0.0.1") == isKept)
  }

  @Test(
    "fault-ca-not-kept-with-account: no trust is transferred to another computer, and the program reports that",
    arguments: ["file", "output"])
  func transferred(_ way: String) throws {
    try save()
    let file = "\(home.path)/moved.json"
    let exported = try home.run(way == "file" ? ["accounts", "export", file] : ["accounts", "export"])
    #expect(exported.end == .exited(0) && exported.complaint.contains("certificate authority's file of work is not taken along"))
    let octets = way == "file" ? try #require(ProcessFolder.read(file)) : exported.output
    #expect(octets.firstRange(of: Array(host.caFile.utf8)) == nil)
    // An import does not take over an authority that the file names either.
    let forged = String(decoding: octets, as: UTF8.self).replacing(
      "\"address\"", with: "\"authorityFile\": \"\(host.caFile)\", \"address\"")
    try Data(forged.utf8).write(to: URL(fileURLWithPath: file))
    let other = try Home()
    let imported = try other.run(["accounts", "import", file])
    #expect(imported.end == .exited(0) && imported.complaint.contains("not taken along"), "\(imported.complaint)")
    #expect(try other.registry.read().first?.authorityFile == nil)
  }
}
