// Tests of help and version: they work in any environment and access no files.

import Output
import TestSupport
import Testing
import Vocabulary

import enum CommandLine.ExitStatus

@testable import CommandLine
@testable import Commands

@Suite("help and version", .waiting)
struct HelpTests {
  private static func overview(_ language: Language) throws -> String { try Tool.run(["--help"] + language.option).text }

  @Test(
    "the overview is the result, in the requested language",
    arguments: [["--help"], ["-h"], ["help"], ["help", "--help"], ["--help", "--json"]], Language.allCases)
  func help(_ call: [String], in language: Language) throws {
    let result = try Tool.run(call + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(result.text.hasPrefix("setup - "))
    #expect(result.text.contains(language == .english ? "set up an account, step by step" : "一步一步设置账户"))
  }

  @Test("103: one screen, with three examples, every command and every option", arguments: Language.allCases)
  func isComplete(in language: Language) throws {
    let text = try Self.overview(language)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect((24...52).contains(lines.count))
    #expect(PtyText.width(text) <= 80)
    #expect(lines.filter { $0.hasPrefix("  setup") }.count == 3)
    // An option of a single command, or a rare one, is only on the pages of its commands.
    for option in Command.setup.options { #expect(text.contains(option.spelling) != option.isRare) }
    for option in Command.setup.options where !option.isRare { #expect(text.contains(option.summary[language])) }
    for command in Command.named {
      #expect(text.contains("\n  \(command.call[language].dropFirst("setup ".count))"))
      #expect(text.contains(command.summary[language]))
    }
    #expect(text.contains("ACCESSIBLE=1"))
    #expect(text.contains("setup help exit-codes"))
  }

  @Test("each command has a page, by `help` and by --help", arguments: Command.allCases)
  func pages(_ command: Command) throws {
    for language in Language.allCases {
      let result = try Tool.run(["help", command.rawValue] + language.option)
      #expect(result.end == .exited(0))
      #expect(result.errors == [])
      #expect(PtyText.width(result.text) <= 80)
      #expect(result.text.contains("  \(command.call[language])\n"))
      for option in command.options { #expect(result.text.contains("  \(option.call[language])")) }
      for item in command.examples { #expect(result.text.contains("  \(item.term[language].prefix(60))")) }
      let bare = PtyText.bare(result.output)
      for paragraph in command.about { #expect(bare.firstRange(of: PtyText.bare(Array(paragraph[language].utf8))) != nil) }
      // Only `help` leads to the page of `setup`. `help --help` is the overview.
      if command != .setup, command != .help {
        #expect(try Tool.run([command.rawValue, "--help"] + language.option).text == result.text)
      }
    }
    #expect(try Tool.run(["help", "catalog", "check"]).text == (try Tool.run(["help", "catalog"]).text))
  }

  @Test("103: each topic has a page", arguments: HelpTopic.allCases, Language.allCases)
  func topics(_ topic: HelpTopic, in language: Language) throws {
    let result = try Tool.run(["help", topic.rawValue] + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(PtyText.width(result.text) <= 80)
    for section in topic.page(JSONObjectKind.sections).sections {
      for item in section.items { #expect(result.text.contains("  \(item.term[language])")) }
    }
  }

  @Test("76: the topic of exit statuses has every one with its meaning", arguments: ExitStatus.allCases)
  func exitStatus(_ status: ExitStatus) throws {
    for language in Language.allCases {
      let text = try Tool.run(["help", "exit-codes"] + language.option).text
      #expect(text.firstMatch(of: /(?m)^  (\d+) +(\S.*)$/) != nil)
      let bare = PtyText.bare(Array(text.utf8))
      #expect(bare.firstRange(of: PtyText.bare(Array("\(status.rawValue) \(status.meaning[language])".utf8))) != nil)
    }
  }

  @Test("every text of the tables is Chinese if Chinese is requested, and harmless in both languages")
  func translated() {
    var texts = Option.allCases.flatMap { [$0.summary, $0.description] } + Option.Group.allCases.map { $0.heading }
    for command in Command.allCases { texts += [command.summary] + command.about + command.examples.map(\.text) }
    for topic in HelpTopic.allCases {
      let page = topic.page(JSONObjectKind.sections)
      texts.append(page.title)
      for section in page.sections { texts += [section.heading] + section.paragraphs + section.items.map(\.text) }
    }
    for text in texts where text != Command.manual.summary {
      #expect(text.english.utf8.allSatisfy { $0 < 0x80 }, "\(text.english)")
      #expect(text.simplifiedChinese.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) }, "\(text.english)")
      for language in Language.allCases {
        #expect(Visible.isHarmless(text[language]))
        #expect(!text[language].contains("  "))
      }
    }
  }

  @Test("in a narrow window the overview still contains every word", arguments: [30, 40, 59, 79])
  func narrow(_ columns: Int) throws {
    let session = try Tool.terminal(["--help"], columns: columns)
    #expect(try session.finish().end == .exited(0))
    for option in Command.setup.options where !option.isRare { #expect(session.text.contains(option.spelling)) }
    #expect(PtyText.width(session.text) <= columns)
  }

  @Test("the error for an unknown command or topic names the nearest one")
  func unknown() throws {
    let result = try Tool.run(["help", "exit-code"])
    #expect(result.end == .exited(64))
    #expect(result.output == [])
    #expect(result.complaint.contains("setup help exit-codes"))
    #expect(try Tool.run(["help", "guide", "x"]).end == .exited(64))
  }

  @Test("the version is one line with the program's name first")
  func version() throws {
    let result = try Tool.run(["--version"])
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(result.text.hasPrefix("setup \(Version.number) ("))
    #expect(result.text.split(separator: "\n").count == 1)
  }

  @Test("argv-help-version-offline: no HOME, no standard input, no environment at all", arguments: ["--help", "--version"])
  func needsNothing(_ option: String) throws {
    let result = try Tool.run([option]) {
      $0.input = .closed
      $0.environment = $0.environment.filter { $0.key == "LD_LIBRARY_PATH" || $0.key == "LLVM_PROFILE_FILE" }
    }
    #expect(result.end == .exited(0))
    #expect(!result.output.isEmpty)
    #expect(result.errors == [])
  }

  @Test("help and version take precedence over everything else on the line, and ask nothing", arguments: ["--help", "--version"])
  func wins(_ option: String) throws {
    let session = try Tool.terminal([option, "--provider", "demo"])
    #expect(try session.finish().end == .exited(0))
    #expect(!session.text.contains("Provider:"))
  }
}
