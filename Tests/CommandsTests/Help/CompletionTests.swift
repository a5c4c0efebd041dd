// Tests of `setup completion` (ux 104) in the real shells.

import AccountStore
import Catalog
import Operations
import TestSupport
import Testing
import Vocabulary

@testable import CommandLine

@Suite("completion", .waiting)
struct CompletionTests {
  typealias Typed = Row<String, [String]>

  private static func providers(_ start: String) -> [String] {
    ([Provider.demo.id] + Tool.catalog.providers.map(\.id)).filter { $0.hasPrefix(start) }
  }

  private static func domains(_ start: String) -> [String] {
    Tool.catalog.providers.flatMap(\.domains).filter { $0.hasPrefix(start) }
  }

  /// The lines to complete. FOLDER represents the folder of the test.
  private static let lines = [
    Typed("every command", "setup ", Command.named.map(\.rawValue)), Typed("a command", "setup gu", ["guide"]),
    Typed("every option", "setup --", Command.setup.options.map(\.spelling)), Typed("an option", "setup --pro", ["--provider"]),
    Typed("a command behind an option", "setup --lang en gu", ["guide"]),
    Typed("a value is no command", "setup --provider guide gu", ["guide"]),
    Typed("the options of a command", "setup guide --", Command.guide.options.map(\.spelling)),
    Typed("every provider", "setup --provider ", providers("")), Typed("a provider", "setup --provider yan", providers("yan")),
    Typed("a provider behind =", "setup --provider=yan", providers("yan")), Typed("the demo", "setup --provider dem", providers("dem")),
    Typed("the provider of a guide", "setup guide ya", providers("ya")), Typed("a word to search", "setup providers ya", providers("ya")),
    Typed("every language", "setup --lang ", ["en", "zh-Hans"]), Typed("a language", "setup guide yandex --lang=z", ["zh-Hans"]),
    Typed("a security", "setup --smtp-security=s", ["starttls"]),
    Typed("every source", "setup --secret-from ", SecretKeyword.allCases.map(\.rawValue)),
    Typed("a variable", "setup --secret-from env:SETUP_TEST_", ["SETUP_TEST_VARIABLE"]),
    Typed("a variable behind =", "setup --secret-from=env:SETUP_TEST_", ["SETUP_TEST_VARIABLE"]),
    Typed("a file with a secret", "setup --secret-from file:FOLDER/cata", ["catalog.json"]),
    Typed("a file", "setup --ca-file FOLDER/cata", ["catalog.json"]),
    Typed("a file behind =", "setup --trace=FOLDER/cata", ["catalog.json"]),
    Typed("a word of `catalog`", "setup catalog ", ["check"]), Typed("a catalog", "setup catalog check FOLDER/cata", ["catalog.json"]),
    Typed("mail programs", "setup export m", ["mutt", "mbsync", "msmtp"]),
    Typed("the options of an export", "setup export msmtp --sec", ["--secret-command"]),
    Typed("the options of an action", "setup accounts edit work --st", ["--store"]),
    Typed("an action without that option", "setup accounts rename a b --", Command.everywhere.map(\.spelling)),
    Typed("an action not yet typed", "setup accounts --", Command.accounts.options.map(\.spelling)),
    Typed("shells", "setup completion ", CompletionShell.allCases.map(\.rawValue)),
    Typed("topics", "setup help e", ["environment", "exit-codes", "export"]),
    Typed("a catalog of one's own", "setup --catalog FOLDER/catalog.json --provider own-", ["own-mail"]),
    Typed("the same behind =", "setup --catalog=FOLDER/catalog.json guide own-", ["own-mail"]),
    Typed("the same at home", "setup --catalog ~/catalog.json guide own-", ["own-mail"]),
    Typed("nothing where only the user knows", "setup --email ", []),
    Typed("the domain of an address", "setup --email me@yandex.c", domains("yandex.c")),
    Typed("the same behind =", "setup --email=me@163", domains("163")),
    Typed("the address of a guide", "setup guide me@gma", domains("gma")), Typed("nothing that fits", "setup frob", []),
  ]

  private static let catalog = """
    { "schema": 1, "checked": "2026-11-21", "providers": [ {
      "id": "own-mail", "name": { "en": "Own $(touch x) Mail: 'a' [b]", "zh-Hans": "自己的邮箱" }, "aliases": [], "category": "personal",
      "regions": ["worldwide"], "domains": ["example.org"],
      "servers": [ { "imap": ["tls://imap.example.org:993"], "smtp": ["tls://smtp.example.org:465"] } ],
      "secret": { "kind": "app-password", "term": { "en": "app password", "zh-Hans": "应用密码" }, "accountPassword": "refused" },
      "twoFactor": "optional", "steps": [ { "part": "obtain", "text": { "en": "Make one.", "zh-Hans": "生成一个。" }, "menu": ["Settings"] } ],
      "notes": [], "sources": ["https://example.org/help"], "confidence": { "servers": "high", "secret": "high" } } ] }
    """

  @Test(
    "bash offers the matches and nothing else", .enabled(if: Equipment.isThere("bash"), Equipment.why("bash")), arguments: lines)
  func bash(_ typed: Typed) throws { try check(.bash, typed) }

  @Test("zsh offers the matches and nothing else", .enabled(if: Equipment.isThere("zsh"), Equipment.why("zsh")), arguments: lines)
  func zsh(_ typed: Typed) throws { try check(.zsh, typed) }

  @Test(
    "fish offers the matches and nothing else", .enabled(if: Equipment.isThere("fish"), Equipment.why("fish")), arguments: lines)
  func fish(_ typed: Typed) throws { try check(.fish, typed) }

  private func check(_ shell: CompletionShell, _ typed: Typed) throws {
    let probe = try CompletionProbe(shell)
    let folder = probe.folder.path
    _ = try probe.folder.write(Self.catalog.utf8, to: "catalog.json")
    let words = try probe.words(typed.given.replacing("FOLDER", with: folder), environment: ["SETUP_TEST_VARIABLE": "1"])
    #expect(words == typed.wanted.sorted())
  }

  @Test(
    "saved accounts are offered where one is meant, and files where a file is", arguments: installed,
    [
      ("setup check ", ["anna@example.org", "work"]), ("setup secret w", ["work"]), ("setup export msmtp a", ["anna@example.org"]),
      ("setup accounts edit ", ["anna@example.org", "work"]), ("setup send-test wo", ["work"]),
      ("setup accounts import FOLDER/cata", ["catalog.json"]),
      ("setup accounts ", AccountsAction.allCases.map(\.rawValue).filter { $0 != "list" }),
    ])
  func accounts(_ shell: CompletionShell, _ row: (line: String, wanted: [String])) throws {
    let home = try Home()
    try home.save(["anna@example.org", "work"].map { try Self.account($0) })
    let probe = try CompletionProbe(shell)
    _ = try probe.folder.write("".utf8, to: "catalog.json")
    let words = try probe.words(row.line.replacing("FOLDER", with: probe.folder.path), environment: home.environment)
    #expect(words == row.wanted.sorted())
  }

  private static func account(_ name: String) throws -> SavedAccount {
    let endpoint = Endpoint(host: try #require(HostName("imap.example.org")), port: 993, security: .tls)
    return SavedAccount(
      name: try #require(AccountName(name)), address: try MailAddress(name.contains("@") ? name : "\(name)@example.org"), provider: nil,
      imap: endpoint, smtp: endpoint,
      imapUsername: "anna", smtpUsername: "anna", authorityFile: nil, signIn: .password, secret: nil)
  }

  /// The installed shells, for tests that try one case in each.
  private static let installed = CompletionShell.allCases.filter { Equipment.isThere($0.rawValue) }

  @Test("a program that the line names by a path is not run", arguments: installed)
  func runsNothing(_ shell: CompletionShell) throws {
    let probe = try CompletionProbe(shell)
    let trap = try probe.folder.script("touch \(probe.folder.path)/sprung; echo trap", named: "setup")
    #expect(try probe.words("\(trap) guide yan") == Self.providers("yan"))
    #expect(!probe.folder.names.contains("sprung"))
  }

  @Test("without the program in PATH there are no ids but the demo's, and no error", arguments: installed)
  func withoutProgram(_ shell: CompletionShell) throws {
    #expect(try CompletionProbe(shell).words("setup guide ", environment: ["PATH": "/usr/bin:/bin"]) == [Provider.demo.id])
  }

  typealias Start = Row<CompletionShell, (arguments: [String], source: String)>

  @Test(
    "at a real prompt, with real Tabs, after running the manual's line",
    arguments: [
      Start("bash", .bash, (["--norc", "--noprofile", "-i"], "source <(setup completion bash)")),
      Start("zsh", .zsh, (["-f", "-i"], "source <(setup completion zsh)")),
    ].filter { Equipment.isThere($0.given.rawValue) })
  func prompt(_ start: Start) throws {
    #expect(start.given.installation.contains(start.wanted.source))
    let environment = ProcessBuilt.environment(try CompletionProbe.environment(["TERM": "dumb", "HOME": "/tmp"]))
    let session = try PtySession(
      ProcessCall(Equipment.path(start.given.rawValue), start.wanted.arguments, environment: environment), columns: 120)
    try session.enter("\(start.wanted.source); printf 're%s\\n' ady")
    try session.wait(for: "ready")
    try session.type("setup gui\tdem\t--lan\tzh\t\r")
    try session.wait(for: "演示邮箱")
    try session.enter("exit")
    #expect(try session.finish().end == .exited(0))
  }

  @Test("the scripts are plain text for shells, in any language", arguments: CompletionShell.allCases, Language.allCases)
  func scripts(_ shell: CompletionShell, in language: Language) throws {
    let result = try Tool.run(["completion", shell.rawValue] + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(!PtyText.holdsControls(result.output))
    for option in Option.allCases { #expect(result.text.contains(option.rawValue)) }
    guard Equipment.isThere(shell.rawValue) else { return }
    let folder = try ProcessFolder()
    let file = try folder.write(result.output, to: "script")
    let check = try ProcessCall(Equipment.path(shell.rawValue), ["-n", file], environment: ProcessBuilt.environment()).run()
    #expect(check.end == .exited(0))
    #expect(check.errors == [])
  }

  @Test("a call without a shell, with an unknown one or with two is a usage error", arguments: [[], ["ksh"], ["bash", "zsh"]])
  func wrongCalls(_ words: [String]) throws {
    let result = try Tool.run(["completion"] + words)
    #expect(result.end == .exited(64))
    #expect(result.output == [])
  }

  @Test("every source of the secret that the help names is valid, and no other", arguments: SecretKeyword.allCases)
  func sources(_ keyword: SecretKeyword) throws {
    let values = [SecretKeyword.prompt: "", .stdin: "", .variable: "NAME", .file: "/f", .descriptor: "3", .command: "program"]
    let value = try #require(values[keyword])
    let wanted: SecretSource =
      switch keyword {
      case .prompt: .prompt
      case .stdin: .standardInput
      case .variable: .environment("NAME")
      case .file: .file("/f")
      case .descriptor: .descriptor(3)
      case .command: .command(["program"])
      }
    #expect(try SecretSource(keyword.rawValue + value) == wanted)
  }
}
