// `setup accounts`: the list, and the actions on an account that ask nothing.

import AccountStore
import Foundation
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("setup accounts", .waiting) struct AccountsCommandTests {
  private let home: Home

  init() throws { home = try Home() }

  private func run(_ words: [String], _ language: Language = .english) throws -> ProcessResult {
    try home.run(["accounts", "--lang", language.rawValue] + words)
  }

  private var names: [String] { get throws { try home.registry.read().map(\.name.text) } }

  private func states() throws -> [(AccountState, SavedAccount)] {
    var paused = try SavedAccount.sample("paused").checked(.verified)
    paused.isPaused = true
    var expired = try SavedAccount.sample("signInExpired").checked(.refused, .tokenExpired)
    expired.signIn = .token
    return [
      (.normal, try .sample("normal").checked(.verified)), (.stale, try .sample("stale").checked(.verified, daysAgo: 31)),
      (.unchecked, try .sample("unchecked")), (.paused, paused), (.noSecret, try .sample("noSecret").checked(.incomplete)),
      (.refused, try .sample("refused").checked(.refused, .wrongPassword)), (.insecure, try .sample("insecure").checked(.insecure)),
      (.protocol, try .sample("protocol").checked(.protocol)), (.unreachable, try .sample("unreachable").checked(.unreachable)),
      (.temporary, try .sample("temporary").checked(.temporary, .rateLimited)),
      (.signInExpired, expired), (.unsupported, try .sample("unsupported").checked(.unsupported, .oauthRequired)),
    ]
  }

  @Test("the list has a text for every state", arguments: Language.allCases) func list(_ language: Language) throws {
    let states = try states()
    #expect(Set(states.map(\.0)) == Set(AccountState.allCases))
    try home.save(states.map(\.1))
    let result = try run([], language)
    #expect(result.end == .exited(0) && result.errors == [])
    #expect(try run(["list"], language).output == result.output)
    let words =
      language == .english
      ? ["OK, checked 2", "rejected, 2", "not checked since 2", "never checked"] : ["正常（2", "被拒绝（2", "以后没有再验证", "从未验证"]
    for word in words { #expect(result.text.contains(word), "\(result.text)") }
    #expect(result.text.contains(language == .english ? "The password or the username is wrong." : "密码或用户名不对。"))
  }

  @Test("fits any window", arguments: [120, 80, 30], Language.allCases) func width(_ columns: Int, _ language: Language) throws {
    try home.save(try states().map(\.1) + [try .sample("a-name-longer-than-half-of-any-window@example.org")])
    let session = try home.terminal(["accounts", "--lang", language.rawValue], columns: columns)
    #expect(try session.finish().end == .exited(0))
    for line in session.text.split(whereSeparator: \.isNewline) where !line.hasPrefix("a-name-longer") {
      // A Chinese character is two columns wide.
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2000 ? 2 : 1) }
      #expect(width <= columns, "\(line)")
    }
  }

  @Test("the same as one JSON document, without commands and entries") func document() throws {
    let states = try states()
    var account = try SavedAccount.sample("command", secret: .command(["hidden-word"]))
    account.provider = "yandex"
    try home.save(states.map(\.1) + [account, try .sample("kept", secret: .keyring(.pass, entry: "hidden-entry"))])
    let result = try run(["--json"])
    let list = try result.json["accounts"].list
    #expect(list.prefix(states.count).map { $0["state"].text } == states.map { $0.0.rawValue as String? })
    #expect(try result.json["schema"].number == 1)
    #expect(list[states.count]["secret"].text == "command" && list[states.count]["provider"].text == "yandex")
    #expect(list[states.count + 1]["secret"].text == "pass")
    #expect(list[0]["imap"]["host"].text == "imap.example.org" && list[0]["smtp"]["security"].text == "starttls")
    #expect(list[0]["lastCheck"]["time"].text?.hasSuffix("Z") == true && list[2]["lastCheck"].isNull)
    #expect(!result.text.contains("hidden"))
    let keys: Set = ["name", "address", "provider", "imap", "smtp", "caFile", "signIn", "secret", "paused", "state", "lastCheck"]
    #expect(list.allSatisfy { $0.keys == keys })
  }

  @Test("without accounts it prints how to add one", arguments: Language.allCases) func empty(_ language: Language) throws {
    let result = try run([], language)
    #expect(result.end == .exited(0))
    #expect(result.text.contains("setup --save"))
    #expect(try run(["--json"]).json["accounts"].list.isEmpty)
    #expect(home.names == [])
  }

  @Test("pause and resume, by name or address, several accounts together") func pause() throws {
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org"), try .sample("c", address: "c@example.org")])
    let paused = try run(["pause", "a", "bob@example.org", "a"])
    #expect(paused.end == .exited(0) && paused.output == [])
    #expect(
      paused.complaint == "Paused a. setup check skips it until you resume it.\nPaused b. setup check skips it until you resume it.\n")
    #expect(try home.registry.read().map(\.isPaused) == [true, true, false])
    #expect(try run(["resume", "b"]).end == .exited(0))
    #expect(try home.registry.read().map(\.isPaused) == [true, false, false])
  }

  @Test("rename keeps everything else, and refuses another account's name") func rename() throws {
    let account = try SavedAccount.sample("anna@example.org", secret: .keyring(.pass, entry: "x")).checked(.verified)
    try home.save([account, try .sample("b")])
    #expect(try run(["rename", "anna@example.org", "b"]).end == .exited(64))
    #expect(try names == ["anna@example.org", "b"])
    #expect(try run(["rename", "anna@example.org", "公司 邮箱"]).end == .exited(0))
    var renamed = account
    renamed.name = try #require(AccountName("公司 邮箱"))
    #expect(try home.registry.read()[0] == renamed)
    #expect(try run(["rename", "公司 邮箱", "公司 邮箱"]).end == .exited(0))
    #expect(try run(["rename", "b", "--", "-b"]).end == .exited(64))
    #expect(try run(["rename", "b", "a\u{1b}[2J"]).end == .exited(64))
  }

  @Test("an address stands for an account only if no other account has it") func ambiguous() throws {
    try home.save([try .sample("home"), try .sample("work")])
    let result = try run(["pause", "anna@example.org"])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("home, work"))
    #expect(try home.registry.read().allSatisfy { !$0.isPaused })
  }

  @Test(
    "a wrong command line is told what it lacks, and changes nothing",
    arguments: [
      (["paus"], "paus is not an action (list, pause"), (["pause"], "setup accounts pause needs the name"),
      (["pause", "nobody"], "nobody"),
      (["pause", "a", "nobody"], "nobody"), (["rename", "a"], "the old name and the new one"),
      (["rename", "a", "c", "d"], "Unexpected argument: d"),
      (["list", "x"], "Unexpected argument: x"), (["edit"], "setup accounts edit needs"),
      (["edit", "a", "b"], "Unexpected argument: b"),
      (["import"], "setup accounts import needs a file"), (["export", "x", "y"], "Unexpected argument: y"),
      (["remove"], "setup accounts remove needs"), (["aa"], "aa is not an action"), (["pause", "ab"], "Did you mean a"),
    ])
  func wrongCalls(_ words: [String], _ text: String) throws {
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org")])
    let before = home.octets
    let result = try run(words)
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains(text), "\(result.complaint)")
    #expect(home.octets == before)
  }

  @Test("every command reports where a broken accounts file is wrong, and leaves it unchanged", arguments: Language.allCases) func broken(
    _ language: Language
  ) throws {
    try home.write(#"{"schema":1,"accounts":[{"name":"a","address":"a","imapUsername":"a","smtpUsername":"a"}]}"#)
    let before = home.octets
    for words in [[], ["pause", "a"], ["remove", "a", "--yes"], ["export"]] {
      let result = try run(words, language)
      #expect(result.end == .exited(65))
      #expect(result.complaint.contains("accounts.json") && result.complaint.contains("accounts[0].address"), "\(result.complaint)")
      #expect(result.output == [])
    }
    #expect(try home.run(["check"]).end == .exited(65))
    #expect(home.octets == before)
  }

  @Test("an accounts file that other users can change is refused, with the remedy") func open() throws {
    try home.save([try .sample("a")])
    chmod(home.file, 0o666)
    let result = try run([])
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("chmod go-w \(home.file)"), "\(result.complaint)")
  }
}
