// Kinds of fault of the command line: each with the reported input and others of its kind.

import FoundationEssentials
import TestSupport
import Testing
import Vocabulary

@Suite("faults of the command line", .waiting) struct CommandLineFaultTests {
  @Test(
    "fault-one-missing-answer-at-a-time: everything that is missing is named at once",
    arguments: [
      ([], ["--email", "--secret-from"]), (["--save", "work"], ["--email", "--secret-from"]),
      (["--provider", "gmail", "--save", "work"], ["--email", "--secret-from"]),
      (["--provider", "gmail", "--username", "me"], ["--email", "--secret-from"]),
      (["--imap", "imap.own.example", "--smtp", "smtp.own.example"], ["--email", "--secret-from"]),
      // What is there is not missing.
      (["--secret-from", "env:PW"], ["--email"]), (["--provider", "gmail", "--secret-from", "env:PW"], ["--email"]),
      (["--email", "me@gmail.com"], ["--secret-from"]),
    ], Language.allCases)
  func missing(_ row: (words: [String], options: [String]), _ language: Language) throws {
    let (words, options) = row
    let result = try Tool.run(words + language.option)
    #expect(result.end == .exited(66), "\(result.complaint)")
    let first = result.complaint.prefix { $0 != "\n" }
    for option in ["--email", "--secret-from"] { #expect(first.contains(option) == options.contains(option), "\(first)") }
  }

  @Test(
    "fault-quiet-prints-the-guide: where no password works, --quiet leaves the result alone",
    arguments: [
      ["--provider", "proton", "--email", "me@proton.me", "--imap", "outlook.office365.com", "--smtp", "smtp.office365.com:587"],
      ["--provider", "microsoft365", "--email", "me@own.example"], ["--email", "me@outlook.com"], ["--email", "me@hotmail.com"],
      ["--email", "me@own.example", "--imap", "outlook.office365.com"],
    ], Language.allCases)
  func quiet(_ words: [String], _ language: Language) throws {
    let call = words + ["--secret-from", "env:NOTHING"] + language.option
    let result = try Tool.run(call + ["--quiet"])
    guard result.end == .exited(78) else { return #expect(result.end == .exited(66), "\(result.complaint)") }
    let whole = try Tool.run(call)
    #expect(whole.end == result.end && whole.text.split(separator: "\n").count > 10)
    #expect(result.text.split(separator: "\n").count <= 5, "\(result.text)")
    let said = language == .english ? ["does not accept passwords"] : ["不接受", "不支持"]
    #expect(said.contains(where: result.text.contains), "\(result.text)")
  }

  @Test("fault-help-and-readme-slips: the install section is complete, and what an installed user needs is in the program")
  func documents() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = String(decoding: try Data(contentsOf: root.appending(path: "README.md")), as: UTF8.self)
    let install = try #require(readme.split(separator: "## Install it").last?.split(separator: "\n## ").first)
    for need in ["libssl-dev", "swift build", "bin/setup"] { #expect(install.contains(need), "\(need)") }
    #expect(!readme.contains("prints no memory"))
    let manual = try Tool.run(["manual"]).text
    for language in Language.allCases {
      let help = try Tool.run(["--help"] + language.option).text + Tool.run(["help", "json"] + language.option).text
      #expect(!help.contains("README"))
    }
    // The objects of the JSON documents are described there.
    for key in ["outcome", "diagnosis", "discovery", "schema"] { #expect(manual.contains(key), "\(key)") }
    #expect(!manual.contains("README"))
    let version = try Tool.run(["--version"]).text
    #expect(version.contains("\(Tool.catalog.providers.count) providers"), "\(version)")
  }
}
