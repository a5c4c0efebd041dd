// Account files in which two accounts name one entry of a keyring, as schema 1 permitted.

import AccountStore
import Foundation
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("accounts that shared an entry", .waiting) struct SharedEntryTests {
  private let home: Home

  init() throws {
    home = try Home()
    try home.pretendPass()
    try home.run("env", ["pass", "insert", "-m", "mail/\(Home.address)"], input: .text("the-secret\n"))
  }

  /// Returns an account of the file. `proved` is the time and the outcome of its last check.
  private func account(_ name: String, _ keyring: String, _ proved: (Int, String)?, entry: String = Home.address) -> String {
    let check = proved.map { ",\"lastCheck\":{\"time\":\($0),\"outcome\":\"\($1)\"}" } ?? ""
    return """
      {"name":"\(name)","address":"\(Home.address)","imapUsername":"x","smtpUsername":"x","imap":{"host":"localhost","port":1,"security":"tls"},\
      "smtp":{"host":"localhost","port":1,"security":"tls"},"secret":{"keyring":"\(keyring)","entry":"\(entry)"}\(check)}
      """
  }

  @Test(
    "fault-one-entry-for-two-accounts: if all were verified, the last one verified keeps it; the others have none, which is reported",
    arguments: [1, 2],
    [
      ([(5, "verified"), (3, "verified")], 0), ([(3, "verified"), (5, "verified")], 1),
      ([(5, "verified"), (8, "verified"), (6, "verified")], 1),
    ] as [([(Int, String)?], Int?)])
  func owner(_ schema: Int, _ row: ([(Int, String)?], Int?)) throws { try separate(schema, row) }

  @Test(
    "fault-shared-entry-owner-unknown: if the last check of one account says nothing about the entry, none of them gets the secret",
    arguments: [1, 2],
    [
      ([(9, "refused"), (5, "verified")], nil), ([(5, "verified"), (9, "unreachable")], nil), ([(5, "verified"), (3, "incomplete")], nil),
      ([nil, nil], nil), ([(5, "verified"), nil, (6, "verified")], nil), ([nil, (1, "verified")], nil),
      ([(7, "verified"), (7, "verified")], nil),
      ([(5, "temporary"), (4, "unreachable")], nil), ([(8, "verified"), (9, "insecure")], nil),
    ] as [([(Int, String)?], Int?)])
  func unknownOwner(_ schema: Int, _ row: ([(Int, String)?], Int?)) throws { try separate(schema, row) }

  private func separate(_ schema: Int, _ row: ([(Int, String)?], Int?)) throws {
    let (proved, owner) = row
    let accounts = proved.enumerated().map { account("n\($0)", "pass", $1) }
    try home.write(registry: "{\"schema\":\(schema),\"accounts\":[\(accounts.joined(separator: ","))]}")
    let first = try home.setup(["accounts", "--json"])
    #expect(first.end == .exited(0))
    for number in proved.indices {
      let said = owner == nil ? "n\(number) shared the entry mail/\(Home.address) in pass" : "n\(number) shared a keyring entry"
      #expect(first.complaint.contains(said) == (number != owner), "\(first.complaint)")
      #expect(try home.secret(of: "n\(number)") == (number == owner ? "the-secret" : nil))
    }
    // The entry itself is unchanged, whichever account owns it.
    #expect(try home.found(.pass) == Array("the-secret\n".utf8))
    // Reported once, and then recorded.
    let second = try home.setup(["accounts"])
    #expect(second.errors == [], "\(second.complaint)")
    #expect(home.read(".config/mail-setup/accounts.json")?.contains("\"schema\" : 2") == true)
  }

  @Test("pass and gopass may have the same files; other keyrings have their own") func twins() throws {
    let accounts = [account("a", "pass", nil), account("b", "gopass", nil), account("c", "file", nil)]
    try home.write(registry: "{\"schema\":2,\"accounts\":[\(accounts.joined(separator: ","))]}")
    #expect(try home.accounts.map { $0.secret != nil } == [false, false, true])
  }

  @Test("an accounts file that cannot be written has the same result each time, and it is reported each time")
  func unwritable() throws {
    try home.write(
      registry: "{\"schema\":1,\"accounts\":[\(account("a", "pass", (2, "verified"))),\(account("b", "pass", (1, "verified")))]}")
    // A folder in place of the lock file prevents every write.
    mkdir("\(home.path)/.config/mail-setup/accounts.lock", 0o700)
    for _ in 0..<2 {
      let result = try home.setup(["accounts"])
      #expect(result.end == .exited(0))
      #expect(result.complaint.contains("b shared a keyring entry"), "\(result.complaint)")
      #expect(try home.secret(of: "a") == "the-secret")
      #expect(try home.secret(of: "b") == nil)
    }
  }

  @Test(
    "schema 1 is read, and its entries work under their names",
    arguments: ["me@example.org", "some/old name", "x@y.example#z"])
  func old(_ entry: String) throws {
    try home.run("env", ["mkdir", "-p", "\(home.path)/.password-store/mail/some"])
    try home.run("env", ["pass", "insert", "-m", "mail/\(entry)"], input: .text("old-one\n"))
    try home.write(registry: "{\"schema\":1,\"accounts\":[\(account("a", "pass", nil, entry: entry))]}")
    #expect(try home.secret(of: "a") == "old-one")
    #expect(try home.setup(["accounts", "pause", "a"]).end == .exited(0))
    #expect(try home.secret(of: "a") == "old-one")
    #expect(try home.accounts[0].secret == .keyring(.pass, entry: entry))
  }
}
