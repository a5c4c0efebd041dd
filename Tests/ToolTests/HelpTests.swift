// Help and version: they work wherever a program can be started, and touch nothing.

import TestSupport
import Testing
import Vocabulary

@testable import Wizard

@Suite("help and version")
struct HelpTests {
  @Test(
    "the help is the result, in the language asked for",
    arguments: [["--help"], ["-h"], ["help"], ["help", "guide"], ["--help", "--json"]], Language.allCases)
  func help(_ call: [String], in language: Language) throws {
    let result = try Tool.run(call + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(result.text.hasPrefix("setup - "))
    #expect(result.text.contains(language == .english ? "ask for everything, step by step" : "一步一步询问"))
  }

  @Test("the help names every option there is", arguments: Option.allCases)
  func namesEveryOption(_ option: Option) throws {
    // They are taken and do nothing yet.
    guard option != .catalog, option != .yes else { return }
    for language in Language.allCases {
      #expect(try Tool.run(["--help"] + language.option).text.contains(option.spelling))
    }
  }

  @Test("no line of the help is wider than a terminal of 80 columns", arguments: Language.allCases)
  func fits(_ language: Language) throws {
    #expect(PtyText.width(try Tool.run(["--help"] + language.option).text) <= 80)
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

  @Test("help and version win over whatever else is asked for, and ask nothing", arguments: ["--help", "--version"])
  func wins(_ option: String) throws {
    let session = try Tool.terminal([option, "--provider", "demo"])
    #expect(try session.finish().end == .exited(0))
    #expect(!session.text.contains("Chosen"))
  }
}
