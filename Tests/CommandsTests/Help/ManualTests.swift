// Tests of `setup manual` (ux 105) with the programs that show manual pages.

import TestSupport
import Testing
import Vocabulary

import enum CommandLine.ExitStatus

@testable import CommandLine

@Suite("the manual page", .waiting)
struct ManualTests {
  /// Returns the page in a file, as in an installation.
  private static func page(_ language: Language) throws -> (folder: ProcessFolder, file: String, text: String) {
    let result = try Tool.run(["manual"] + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    let folder = try ProcessFolder()
    return (folder, try folder.write(result.output, to: "setup.1"), result.text)
  }

  private static func show(_ program: String, _ arguments: [String]) throws -> ProcessResult {
    try ProcessCall(
      Equipment.path(program), arguments, environment: ProcessBuilt.environment(["LC_ALL": "C.UTF-8", "MANWIDTH": "80"])
    ).run()
  }

  @Test(
    "man shows all of it without a warning, and no line is wider than requested",
    .enabled(if: Equipment.isThere("man"), Equipment.why("man")), arguments: Language.allCases)
  func man(_ language: Language) throws {
    let page = try Self.page(language)
    let shown = try Self.show("man", ["--warnings", "-E", "UTF-8", "-l", page.file])
    #expect(shown.end == .exited(0))
    #expect(shown.errors == [], "\(shown.complaint)")
    #expect(PtyText.width(shown.text) <= 80)
    // roff decides the line breaks and the widths of blanks.
    let bare = PtyText.bare(shown.output)
    func holds(_ text: String) -> Bool { bare.firstRange(of: PtyText.bare(Array(text.utf8))) != nil }
    for option in Option.allCases {
      #expect(holds(option.call[language]), "\(option)")
      #expect(holds(option.description[language]), "\(option)")
    }
    for command in Command.allCases {
      #expect(holds(command.call[language]))
      for paragraph in command.about { #expect(holds(paragraph[language])) }
    }
    for section in HelpTopic.allCases.flatMap(\.sections) {
      for item in section.items { #expect(holds(item.term[language]) && holds(item.text[language])) }
      for paragraph in section.paragraphs { #expect(holds(paragraph[language])) }
    }
    for status in ExitStatus.allCases { #expect(holds("\(status.rawValue) \(status.meaning[language])")) }
  }

  @Test(
    "mandoc reports nothing", .enabled(if: Equipment.isThere("mandoc"), Equipment.why("mandoc")),
    arguments: Language.allCases)
  func mandoc(_ language: Language) throws {
    // A Chinese paragraph is one long line, because every line end would become a blank.
    let level = language == .english ? "all" : "warning"
    let page = try Self.page(language)
    let shown = try Self.show("mandoc", ["-Tlint", "-W", level, page.file])
    #expect(shown.end == .exited(0))
    #expect(shown.output + shown.errors == [], "\(shown.text)")
  }

  typealias Source = Row<String, String>

  @Test(
    "no text contains an escape or a request",
    arguments: [
      Source("hyphen", "--a-b", "\\-\\-a\\-b"), Source("backslash", "a\\b", "a\\eb"), Source("request", ".TH x", "\\&.TH x"),
      Source("quote", "'x'", "\\(aqx\\(aq"), Source("tilde", "~/x", "\\(ti/x"), Source("Chinese", "邮箱，a", "邮\\:箱，a"),
      Source("in between", "a.b", "a.b"),
    ])
  func escapes(_ row: Source) { #expect(Roff.text(row.given) == row.wanted) }

  @Test("accepts no argument") func wrongCall() throws { #expect(try Tool.run(["manual", "x"]).end == .exited(64)) }
}
