// Tests of invalid calls: status 64, no output on standard output, and the nearest valid call.

import TestSupport
import Testing
import Vocabulary

@Suite("usage errors", .waiting)
struct UsageTests {
  typealias Call = Row<[String], [String]>

  @Test(
    "name what is wrong and the nearest valid word",
    arguments: [
      Call("option", ["--provder", "demo"], ["--provder", "Did you mean --provider?"]),
      Call("option with value", ["--emial=a@b.example"], ["--emial", "Did you mean --email?"]),
      Call("command", ["gide", "yandex"], ["gide", "Did you mean setup guide?"]),
      Call("provider as command", ["yandex"], ["yandex", "Did you mean setup --provider yandex?"]),
      Call("address as command", ["me@yandex.com"], ["Did you mean setup --email me@yandex.com?"]),
      Call("provider", ["--provider", "yandx"], ["yandx", "Did you mean yandex?"]),
      Call("provider of a command", ["guide", "yandx"], ["yandx", "Did you mean yandex?"]),
      Call("domain", ["guide", "me@yandx.com"], ["Did you mean me@yandex.com?"]),
      Call("nothing near", ["--frobnicate"], ["--frobnicate", "setup --help"]),
      Call("no value", ["--provider"], ["--provider needs a value"]),
      Call("empty value", ["--provider="], ["--provider needs a value"]),
      Call("value of a switch", ["--json=yes"], ["--json does not take a value"]),
      Call("guide of what", ["guide"], ["setup guide needs a provider or an email address.", "For example: setup guide yandex"]),
      Call("catalog", ["catalog"], ["setup catalog needs check and a file.", "setup catalog check providers.json"]),
      Call("check what", ["catalog", "check"], ["setup catalog check needs a file.", "setup catalog check providers.json"]),
      Call("which shell", ["completion"], ["setup completion needs a shell: bash, zsh or fish.", "setup completion bash"]),
      Call("no such shell", ["completion", "ksh"], ["ksh is not bash, zsh or fish"]),
      Call("twice", ["--email", "a@b.example", "--email=c@d.example"], ["--email appears twice"]),
      Call("switch twice", ["--json", "--json"], ["--json appears twice"]),
      Call("after --", ["--", "--provider", "demo"], ["Unexpected argument: --provider"]),
      Call("word too many", ["guide", "yandex", "zoho"], ["Unexpected argument: zoho"]),
      Call("one server", ["--imap", "imap.example.org"], ["--imap also needs --smtp"]),
      Call("the other server", ["--smtp", "smtp.example.org"], ["--smtp also needs --imap"]),
      Call("security alone", ["--imap-security", "tls"], ["--imap-security also needs --imap"]),
      Call("no such language", ["--lang", "fr"], ["--lang", "en or zh-Hans"]),
      Call("argv-unknown-option", ["--insecure"], ["--insecure"]), Call("argv-unknown-option", ["--no-verify"], ["--no-verify"]),
      Call("argv-unknown-option", ["-k"], ["-k"]), Call("argv-unknown-option", ["--starttls=auto"], ["--starttls"]),
    ])
  func namesWhatIsWrong(_ call: Call) throws {
    let result = try Tool.run(call.given)
    #expect(result.end == .exited(64))
    if call.given.contains(where: { $0.hasPrefix("--json") }) {
      #expect(try result.json["outcome"].text == "incomplete")
    } else {
      #expect(result.output == [])
    }
    #expect(result.complaint.hasPrefix("setup: error: "))
    for text in call.wanted { #expect(result.complaint.contains(text)) }
  }

  @Test(
    "with --json anywhere on the line a usage error is a document like every other failure",
    arguments: [
      ["--json", "--frobnicate"], ["--frobnicate", "--json"], ["--json", "frobnicate"], ["--json=yes"], ["--json", "--json"],
      ["guide", "--json"], ["--json", "--provider"], ["help", "frobnicate", "--json"],
    ], Language.allCases)
  func document(_ call: [String], in language: Language) throws {
    let result = try Tool.run(language.option + call)
    let json = try result.json
    #expect(result.end == .exited(64))
    #expect(json.keys == ["schema", "provider", "address", "outcome", "imap", "smtp", "diagnosis"])
    #expect(json["outcome"].text == "incomplete")
    #expect(json["imap"].isNull)
    let said = try #require(json["diagnosis"]["explanation"].text)
    // The explanation equals the text on standard error.
    #expect(said.count > 8 && result.complaint.contains(said.prefix(8)))
  }

  @Test("after -- the word --json is an argument") func noDocument() throws { #expect(try Tool.run(["--", "--json"]).output == []) }

  @Test("a document that cannot be written is never a success")
  func unwrittenDocument() throws {
    #expect(try Tool.run(["--json", "--frobnicate"]) { $0.output = .closed }.end == .exited(74))
  }

  @Test("a brand's document contains the question and every choice by its id", arguments: Language.allCases)
  func brand(in language: Language) throws {
    let json = try Tool.run(["guide", "netease", "--json"] + language.option).json
    let said = try #require(json["diagnosis"]["explanation"].text)
    for id in ["163", "126", "yeah", "vip163", "netease-enterprise"] {
      #expect(said.contains(language == .english ? " \(id) (" : "\(id)（"))
    }
    #expect(!said.contains("  "))
  }

  @Test("a value may follow a blank or a =", arguments: [["--provider", "demo"], ["--provider=demo"]])
  func spellings(_ call: [String]) throws {
    #expect(try Tool.run(call).text.hasPrefix("Demo Mail"))
  }

  @Test("after -- a word that begins with a hyphen is an argument: argv-address-leading-dash")
  func endOfOptions() throws {
    let result = try Tool.run(["guide", "--", "-oProxyCommand=x@yandex.com"])
    #expect(result.end == .exited(0))
    #expect(result.text.contains("username: -oProxyCommand=x@yandex.com"))
  }

  @Test(
    "argv-address-leading-dash: without -- it is read as an option and refused",
    arguments: ["-oProxyCommand=x@example.org", "--help@example.org"])
  func leadingHyphen(_ address: String) throws {
    #expect(try Tool.run(["guide", address]).end == .exited(64))
  }

  @Test(
    "argv-password-option: a secret on the command line is refused and not repeated",
    arguments: [
      ["--password", "*"], ["--password=*"], ["--passwd=*"], ["--pass", "*"], ["--secret=*"], ["--secret", "*"], ["--token=*"],
      ["--code", "*"], ["-p", "*"], ["-P", "*"], ["-p*"], ["--provider", "demo", "--password", "*", "--json"], ["anna:*@example.org"],
      ["guide", "anna:*@example.org"], ["--email", "anna:*@example.org"], ["--provider", "anna:*@yandex.com"],
      ["--imap", "anna:*@imap.example.org", "--smtp", "smtp.example.org"], ["--secret-from", "*"], ["--secret-from=stdin:*"],
    ], Language.allCases)
  func neverOnTheCommandLine(_ call: [String], in language: Language) throws {
    let canary = ProcessCanary()
    let result = try Tool.run(call.map { $0.replacing("*", with: canary.text) } + language.option)
    #expect(result.end == .exited(64) || result.end == .exited(65))
    #expect(canary.found(in: result.output + result.errors) == [])
  }

  @Test(
    "the refusal contains the reason, and the alternative",
    arguments: ["--password", "--passwd", "--pass", "--secret", "--token", "--code", "-p", "-P", "-px", "anna:x@example.org"])
  func reason(_ option: String) throws {
    let result = try Tool.run([option, "x"])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("every user of this computer could read it"))
    #expect(result.complaint.contains("--secret-from prompt, stdin, env:NAME, file:PATH, fd:N or command:PROGRAM"))
  }
}
