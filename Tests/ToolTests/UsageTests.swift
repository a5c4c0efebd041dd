// Calls that are wrong: status 64, nothing on standard output, and the nearest right call.

import TestSupport
import Testing
import Vocabulary

@Suite("wrong calls")
struct UsageTests {
  typealias Call = Row<[String], [String]>

  @Test(
    "name what is wrong and the nearest right word",
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
      Call("value of a switch", ["--json=yes"], ["--json takes no value"]),
      Call("twice", ["--email", "a@b.example", "--email=c@d.example"], ["--email is given twice"]),
      Call("switch twice", ["--json", "--json"], ["--json is given twice"]),
      Call("after --", ["--", "--provider", "demo"], ["--provider is one argument too many"]),
      Call("word too many", ["guide", "yandex", "zoho"], ["zoho is one argument too many"]),
      Call("one server", ["--imap", "imap.example.org"], ["--imap needs --smtp"]),
      Call("the other server", ["--smtp", "smtp.example.org"], ["--smtp needs --imap"]),
      Call("security alone", ["--imap-security", "tls"], ["--imap-security needs --imap"]),
      Call("no such language", ["--lang", "fr"], ["--lang", "en or zh-Hans"]),
      Call("argv-unknown-option", ["--insecure"], ["--insecure"]), Call("argv-unknown-option", ["--no-verify"], ["--no-verify"]),
      Call("argv-unknown-option", ["-k"], ["-k"]), Call("argv-unknown-option", ["--starttls=auto"], ["--starttls"]),
    ])
  func namesWhatIsWrong(_ call: Call) throws {
    let result = try Tool.run(call.given)
    #expect(result.end == .exited(64))
    #expect(result.output == [])
    #expect(result.complaint.hasPrefix("setup: error: "))
    for text in call.wanted { #expect(result.complaint.contains(text)) }
  }

  @Test("a value may stand after a blank or after =", arguments: [["--provider", "demo"], ["--provider=demo"]])
  func spellings(_ call: [String]) throws {
    #expect(try Tool.run(call).text.hasPrefix("Demo Mail"))
  }

  @Test("after -- a word that begins with a hyphen is a word: argv-address-leading-dash")
  func endOfOptions() throws {
    let result = try Tool.run(["guide", "--", "-oProxyCommand=x@yandex.com"])
    #expect(result.end == .exited(0))
    #expect(result.text.contains("user name: -oProxyCommand=x@yandex.com"))
  }

  @Test(
    "argv-address-leading-dash: without -- it is taken for an option and refused",
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
    "the reason is given with the refusal, and what to use instead",
    arguments: ["--password", "--passwd", "--pass", "--secret", "--token", "--code", "-p", "-P", "-px", "anna:x@example.org"])
  func reason(_ option: String) throws {
    let result = try Tool.run([option, "x"])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("every user of this computer can read it"))
    #expect(result.complaint.contains("--secret-from prompt, stdin, env:NAME, file:PATH, fd:N or command:PROGRAM"))
  }
}
