// Two accounts of one address in the files of a mail program: a block belongs to an account.

import AccountStore
import Foundation
import MailClients
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("two accounts of one address in a file", .waiting)
struct SharedAddressTests {
  /// Names whose labels differ, although some of the names are alike.
  static let pairs = [["a", "b"], ["work", "my work"], ["公司", "单位"]]

  /// Saves accounts of one address, each at servers of its own, in this order.
  private func home(_ names: [String], address: String = "x@own.example") throws -> Home {
    let home = try Home()
    let places = ["HOME": home.path]
    let file = try #require(AccountsFile(environment: Environment(places)))
    let accounts = try names.enumerated().map { number, name in
      let (imap, smtp) = (try #require(HostName("imap\(number).own.example")), try #require(HostName("smtp\(number).own.example")))
      return SavedAccount(
        name: try #require(AccountName(name)), address: try MailAddress(address), provider: nil,
        imap: Endpoint(host: imap, port: 993, security: .tls), smtp: Endpoint(host: smtp, port: 465, security: .tls),
        imapUsername: address, smtpUsername: address, secret: .keyring(.file, entry: "entry-\(number)"))
    }
    try file.update { $0 = accounts }
    return home
  }

  /// Returns the contents of all files of the client.
  private func text(_ home: Home, _ writable: Writable) -> String {
    home.files().filter { !$0.contains("mail-setup") && !$0.contains(".bak") }.compactMap(home.text).joined(separator: "\n")
  }

  private func count(_ text: String, _ word: String) -> Int { text.components(separatedBy: word).count - 1 }

  @Test(
    "fault-two-accounts-in-one-block: both stand, in whatever order they are written, and each is taken out alone", arguments: Writable.all,
    pairs)
  func both(_ writable: Writable, _ names: [String]) throws {
    for order in [names, names.reversed()] {
      let home = try home(names)
      for name in order {
        let result = try home.export([writable.client, name, "--write", "--yes"])
        #expect(result.end == .exited(0), "\(result.complaint)")
      }
      let written = text(home, writable)
      #expect(count(written, ">>> setup: x@own.example") == 2, "\(written)")
      for number in 0..<2 { #expect(written.contains("imap\(number).own.example") || written.contains("smtp\(number).own.example")) }
      // Writing again adds nothing and does not change the other account.
      for name in names { #expect(try home.export([writable.client, name, "--write", "--yes"]).end == .exited(0)) }
      #expect(count(text(home, writable), ">>> setup: x@own.example") == 2)
      let removed = try home.export([writable.client, order[1], "--remove", "--yes"])
      #expect(removed.end == .exited(0), "\(removed.complaint)")
      let left = text(home, writable)
      #expect(count(left, ">>> setup: x@own.example") == 1, "\(left)")
      let kept = names.firstIndex(of: order[0]) ?? 0
      #expect(left.contains("\(kept).own.example") && !left.contains("\(1 - kept).own.example"), "\(left)")
    }
  }

  @Test("fault-two-accounts-in-one-block: labels, channels and folders for mail are not shared", arguments: pairs)
  func apart(_ names: [String]) throws {
    let home = try home(names)
    for client in ["mbsync", "getmail", "offlineimap"] {
      for name in names { #expect(try home.export([client, name, "--write", "--yes"]).end == .exited(0)) }
    }
    for file in [".mbsyncrc", ".offlineimaprc"] {
      let places = try home.whole(file).split(separator: "\n").filter { $0.hasPrefix("Path ") || $0.hasPrefix("localfolders ") }
      #expect(Set(places).count == 2 && places.count == 2, "\(places)")
    }
    #expect(home.folders().filter { $0.hasSuffix("/new") }.count == 2)
    let channels = try home.whole(".mbsyncrc").split(separator: "\n").filter { $0.hasPrefix("Channel ") }
    #expect(channels.first == "Channel x-own.example" && channels.last?.hasPrefix("Channel x-own.example-") == true, "\(channels)")
  }

  @Test(
    "a block written before, by the address alone, is the one of the account whose secret it fetches",
    arguments: Writable.all.filter { $0.client != "emacs" }, pairs)
  func before(_ writable: Writable, _ names: [String]) throws {
    // The file is the same as with the second account alone.
    let home = try home([names[1]])
    #expect(try home.export([writable.client, names[1], "--write", "--yes"]).end == .exited(0))
    #expect(text(home, writable).contains(">>> setup: x@own.example "))
    let places = ["HOME": home.path]
    let file = try #require(AccountsFile(environment: Environment(places)))
    try file.update { accounts in
      guard let name = AccountName(names[0]), let host = HostName("imap7.own.example") else { return }
      var first = accounts[0]
      first = SavedAccount(
        name: name, address: first.address, provider: nil, imap: Endpoint(host: host, port: 993, security: .tls),
        smtp: Endpoint(host: host, port: 465, security: .tls), imapUsername: "x", smtpUsername: "x",
        secret: .keyring(.file, entry: "entry-7"))
      accounts.insert(first, at: 0)
    }
    #expect(try home.export([writable.client, names[1], "--write", "--yes"]).end == .exited(0))
    #expect(count(text(home, writable), ">>> setup:") == 1)
    #expect(try home.export([writable.client, names[0], "--write", "--yes"]).end == .exited(0))
    let both = text(home, writable)
    #expect(count(both, ">>> setup:") == 2 && both.contains("imap7.own.example") && both.contains("0.own.example"), "\(both)")
  }

  @Test(
    "fault-two-accounts-in-one-block: a client that uses one account names the one before, and asks",
    arguments: ["git", "neomutt", "mutt", "s-nail", "emacs"])
  func named(_ client: String) throws {
    let home = try home(["a", "b"])
    #expect(try home.export([client, "a", "--write", "--yes"]).end == .exited(0))
    let asked = try home.export([client, "b", "--write"])
    #expect(asked.end == .exited(66))
    let before = client == "emacs" ? "x@own.example" : "a"
    #expect(asked.complaint.contains("\(client) uses one account at a time. Until now: \(before)."), "\(asked.complaint)")
    #expect(try home.export([client, "b", "--write", "--yes"]).end == .exited(0))
    // Writing the first account again makes it the one that counts.
    #expect(try home.export([client, "a", "--write", "--yes"]).end == .exited(0))
    let file = try #require(Writable.all.first { $0.client == client }?.file)
    let text = try home.whole(file)
    let (first, second) = (text.range(of: "smtp0.own.example")?.lowerBound, text.range(of: "smtp1.own.example")?.lowerBound)
    let (later, earlier) = (try #require(first), try #require(second))
    #expect(later > earlier)
  }

  @Test("git asks no helper of another account, also at the same server", .enabled(if: access("/usr/bin/git", X_OK) == 0)) func helpers()
    throws
  {
    let home = try home(["a", "b"])
    let places = ["HOME": home.path]
    let file = try #require(AccountsFile(environment: Environment(places)))
    try file.update { accounts in
      accounts[1] = SavedAccount(
        name: accounts[1].name, address: accounts[1].address, provider: nil, imap: accounts[0].imap, smtp: accounts[0].smtp,
        imapUsername: "second", smtpUsername: "second", secret: accounts[1].secret)
    }
    for name in ["a", "b"] { #expect(try home.export(["git", name, "--write", "--yes"]).end == .exited(0)) }
    var call = ProcessCall(
      "/usr/bin/git", ["config", "--get-all", "credential.smtp://smtp0.own.example:465.helper"], environment: home.environment())
    call.environment["GIT_CONFIG_NOSYSTEM"] = "1"
    let helpers = try call.run().text.split(separator: "\n", omittingEmptySubsequences: false)
    // An empty value removes all helpers before it (gitcredentials(7)).
    let counting = helpers.dropLast().split(separator: "", omittingEmptySubsequences: false).last ?? []
    #expect(counting.count == 1 && counting.first?.contains("secret b") == true, "\(helpers)")
  }

  @Test(
    "what a removed or renamed one leaves is taken out by the call that is named, and nothing of the other", arguments: Writable.shared,
    [(0, "remove"), (1, "remove"), (0, "rename"), (1, "rename")])
  func left(_ writable: Writable, _ what: (position: Int, action: String)) throws {
    let (position, action) = what
    let names = ["a", "b"]
    let home = try home(names)
    for name in names { #expect(try home.export([writable.client, name, "--write", "--yes"]).end == .exited(0)) }
    let words = action == "remove" ? ["remove", names[position], "--yes"] : ["rename", names[position], "fresh"]
    let said = try ProcessBuilt.call(["accounts"] + words, environment: home.environment()).run().complaint
    let calls = said.split(separator: "\n").compactMap { line in
      line.firstRange(of: ": setup export ").map { line[$0.upperBound...].split(separator: " ").map(String.init) }
    }
    // Emacs does not get the password by the name.
    if calls.isEmpty, writable.client == "emacs", action == "rename" { return }
    #expect(!calls.isEmpty, "\(said)")
    for call in calls {
      let result = try home.export(call + ["--yes"])
      #expect(result.end == .exited(0), "\(call): \(result.complaint)")
    }
    let left = text(home, writable)
    #expect(left.contains("\(1 - position).own.example"), "\(left)")
    #expect(left.contains("\(position).own.example") == (action == "rename"), "\(left)")
    #expect(count(left, ">>> setup:") == (action == "rename" ? 2 : 1))
  }

  @Test(
    "a mark is read as it was written", arguments: ["a", "a b", "b@c.example", "公司", "\"q\"", "0123456789abcdef"],
    ["x@own.example", "\"a b\"@x.example"])
  func marks(_ name: String, _ address: String) throws {
    let owner = BlockOwner(try MailAddress(address), name: name)
    #expect(BlockOwner(owner.text) == owner)
    #expect(BlockOwner(address) == BlockOwner(try MailAddress(address)))
    #expect(owner.label.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 && $0 != 0x22 } && owner.label.utf8.count < 200)
  }
}
