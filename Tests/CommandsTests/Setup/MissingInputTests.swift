// Tests of missing input: the program asks for it at a terminal, and names it in an error without one.

import TestSupport
import Testing
import Vocabulary

@Suite("missing input without a terminal", .waiting)
struct MissingInputTests {
  typealias Missing = Row<[String], String>

  @Test(
    "ux-3: ends with 66 and names the option",
    arguments: [
      Missing("nothing at all", [], "--email, --secret-from"),
      Missing("neither provider nor address", ["--secret-from", "stdin"], "--provider or --email"),
      Missing("address without secret", ["--provider", "demo", "--email", "demo@demo.invalid"], "--secret-from"),
      Missing("address alone", ["--email", "me@yandex.com"], "--secret-from"),
      Missing("address in place of the provider", ["--provider", "me@yandex.com"], "--secret-from"),
      Missing("secret without address", ["--provider", "demo", "--secret-from", "stdin"], "--email"),
      Missing("servers alone", ["--imap", "localhost:1", "--smtp", "localhost:1"], "--email"),
      Missing("servers without secret", ["--imap", "localhost:1", "--smtp", "localhost:1", "--email", "a@example.org"], "--secret-from"),
    ])
  func names(_ row: Missing) throws {
    let result = try Tool.run(row.given) { $0.input = .text(DemoAccount.appPassword + "\n") }
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains(row.wanted))
    #expect(result.output == [])
    #expect(!result.complaint.contains("Checking"))
  }

  @Test("the same as a JSON document")
  func document() throws {
    let result = try Tool.run(["--provider", "demo", "--email", DemoAccount.address, "--json"])
    #expect(result.end == .exited(66))
    #expect(try result.json["outcome"].text == "incomplete")
    #expect(try result.json["diagnosis"]["explanation"].text?.contains("--secret-from") == true)
  }

  @Test(
    "a provider alone is shown, ends with 0 and reports that nothing was verified", arguments: ["demo", "yandex", "163", "icloud"],
    Language.allCases)
  func shows(_ id: String, in language: Language) throws {
    let result = try Tool.run(["--provider", id], environment: language.environment)
    #expect(result.end == .exited(0))
    #expect(result.complaint.contains(language == .english ? "Nothing was checked" : "没有验证"))
    #expect(result.errors.count { $0 == .lineFeed } == 1)
    guard case .exactly(let provider) = Tool.catalog.find(id) else { return #expect(id == "demo") }
    for step in provider.steps { #expect(result.text.contains(step.text[language])) }
  }

  @Test("its page as a JSON document")
  func showsDocument() throws {
    let result = try Tool.run(["--provider", "yandex", "--json"])
    let (json, provider) = (try result.json, try #require(Tool.catalog.provider(id: "yandex")))
    #expect(result.end == .exited(0))
    #expect(json["outcome"].text == "shown")
    #expect(json["imap"].isNull && json["smtp"].isNull && json["diagnosis"].isNull && json["address"].isNull)
    #expect(json["guide"]["steps"].list.map { $0["text"].text } == provider.steps.map(\.text.english))
  }

  @Test("--quiet leaves only the page")
  func quiet() throws {
    let result = try Tool.run(["--provider", "demo", "--quiet"])
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(result.text.hasPrefix("Demo Mail"))
  }

  @Test("ux-3, ux-111: term-no-tty-at-all: no question is asked, no echo of standard input", arguments: [["--secret-from", "prompt"], []])
  func noTerminal(_ options: [String]) throws {
    let canary = ProcessCanary()
    let result = try Tool.run(["--provider", "demo", "--email", DemoAccount.address] + options) { $0.input = .text(canary.text + "\n") }
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("--secret-from"))
    #expect(!result.complaint.contains("hidden"))
    #expect(canary.found(in: result.output + result.errors) == [])
  }

  @Test("a provider without password logins is reported before the program asks for a secret")
  func unsupported() throws {
    let provider = try #require(Tool.catalog.providers.first { !$0.takesPassword && $0.status == .oauthOnly })
    for options in [[], ["--json"]] {
      let address = "me@\(try #require(provider.domains.first))"
      let result = try Tool.run(["--provider", provider.id, "--email", address, "--secret-from", "stdin"] + options) { $0.input = .silence }
      #expect(result.end == .exited(78))
      if !options.isEmpty { #expect(try result.json["outcome"].text == "unsupported") }
    }
  }
}
