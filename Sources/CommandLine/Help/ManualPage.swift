// The manual page setup(1) in the roff of man(7), generated from the tables of the help.

import Sentences
import Terminal
import Vocabulary

package struct ManualPage {
  package let language: Language
  /// The sections about the keys of the JSON documents.
  package let reference: [HelpSection]

  package init(language: Language, reference: [HelpSection]) { (self.language, self.reference) = (language, reference) }

  package var source: String {
    let name = HelpSection(
      heading: HelpSentence.name,
      paragraphs: [Text(same: "setup - ") + HelpSentence.purpose])
    let description = HelpSection(heading: HelpSentence.description, paragraphs: Command.setup.about)
    let commands = HelpSection(
      heading: HelpSentence.commands,
      items: Command.named.map { command in
        HelpItem(command.call, Text.sentences(command.about))
      })
    let options = Option.Group.allCases.flatMap { group in
      lines(
        HelpSection(
          heading: group.heading, items: Option.allCases.filter { $0.group == group }.map { HelpItem($0.call, $0.description) }),
        as: ".SS")
    }
    let examples = HelpSection(heading: HelpSentence.examples, items: Command.setup.examples)
    let all: [[String]] = [
      // No hyphenation, because a hyphen could be read as part of a word to type. No justification, because it leaves
      // holes in Chinese lines: groff since 1.23 adjusts every paragraph according to the string AD (groff_man(7)).
      [".TH SETUP 1 \(Version.released) \"setup \(Version.number)\"", ".nh", ".ad l", ".ds AD l"], lines(name), synopsis,
      lines(description), lines(commands),
      [".SH \(heading(HelpSentence.options))"] + options, lines(ClientHelp.section),
      (HelpTopic.allCases.flatMap(\.sections) + reference).flatMap { lines($0) },
      lines(examples),
    ]
    return all.joined().joined(separator: "\n") + "\n"
  }

  private var synopsis: [String] {
    let calls = Command.allCases.map { "\\fB" + Roff.text($0.call[language]) + "\\fR" }
    return [".SH \(heading(HelpSentence.synopsis))", ".nf"] + calls + [".fi"]
  }

  private func lines(_ section: HelpSection, as macro: String = ".SH") -> [String] {
    let title = macro == ".SH" ? heading(section.heading) : section.heading[language]
    let paragraphs = section.paragraphs.map { source(of: $0) }.joined(separator: [".PP"])
    let items = section.items.flatMap { [".TP", "\\fB" + Roff.text($0.term[language]) + "\\fR"] + source(of: $0.text) }
    return ["\(macro) \(title)"] + paragraphs + items
  }

  /// Returns the source lines of a paragraph. English is split into short lines. Chinese stays on one line, because
  /// roff turns a line end into a blank.
  private func source(of text: Text) -> [String] {
    switch language {
    case .english: Wrap.lines(text.english, columns: 72).map(Roff.text)
    case .simplifiedChinese: [Roff.text(text.simplifiedChinese)]
    }
  }

  /// Returns a section heading in capitals, as is usual in manuals.
  private func heading(_ text: Text) -> String { text[language].uppercased() }
}

/// Escaped text for roff.
package enum Roff {
  /// Returns `text` as one line of running text. No part of it is a request or an escape, and hyphens stay hyphens when
  /// the reader copies them. Chinese text may break between any two characters except before punctuation, and a list of
  /// other words after each `、`.
  package static func text(_ text: String) -> String {
    var output = ""
    var previous: Character?
    for character in text {
      if let previous, isChinese(previous), isChinese(character) || previous == "、", !isPunctuation(character) { output += "\\:" }
      switch character {
      case "\\": output += "\\e"
      case "-": output += "\\-"
      case "'": output += "\\(aq"
      case "`": output += "\\(ga"
      case "~": output += "\\(ti"
      case "^": output += "\\(ha"
      case "\"": output += "\\(dq"
      // At the beginning of a line a period starts a request.
      case "." where output.isEmpty: output += "\\&."
      default: output.append(character)
      }
      previous = character
    }
    return output
  }

  private static func isChinese(_ character: Character) -> Bool { Width.of(String(character)) == 2 }

  private static func isPunctuation(_ character: Character) -> Bool { "，。、；：！？）」》”".contains(character) }
}
