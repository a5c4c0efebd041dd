// How the settings of a configuration are recognised, as far as a second definition conflicts with the first.

import Vocabulary

package struct SettingRules: Sendable {
  /// What a second definition of a setting does.
  package let second: SettingDefinition.Effect
  /// Returns the names of the settings that a line defines.
  let names: @Sendable (SettingLine) -> [String]
  /// Returns whether a file has already what only one account can have. See `WriterOptions.isFirst`.
  let hasFirst: @Sendable (SettingLines) -> Bool

  /// Returns the definitions in `theirs` of settings that `ours` defines too.
  package func repeated(_ ours: String, in theirs: String) -> [SettingDefinition] {
    let names = Set(definitions(ours).map(\.name))
    return definitions(theirs).filter { names.contains($0.name) }
  }

  /// Returns whether `theirs` has already what only one account can have.
  package func hasFirst(_ theirs: String) -> Bool { hasFirst(SettingLines(theirs)) }

  private func definitions(_ text: String) -> [SettingDefinition] {
    SettingLines(text).lines.enumerated().flatMap { number, line in
      names(line).map { SettingDefinition(name: $0, line: number + 1) }
    }
  }

  /// Nothing in the file is for one account only.
  static let nothingFirst: @Sendable (SettingLines) -> Bool = { _ in false }

  /// A section with the same header is refused or mixed up: INI, TOML.
  static let headers: @Sendable (SettingLine) -> [String] = { line in line.header.map { [$0] } ?? [] }

  /// `set a=b no-c d = e`: the later value counts.
  static let setCommands: @Sendable (SettingLine) -> [String] = { line in
    guard line.words.first == "set" else { return [] }
    let words = line.words.dropFirst()
    return words.indices.filter { index in
      words[index] != "=" && (index == words.startIndex || words[index - 1] != "=")
    }.map { words[$0] }
  }
}

/// A configuration, line by line.
struct SettingLines {
  let text: String
  /// All lines. Those that are comments are empty.
  let lines: [SettingLine]

  init(_ text: String) {
    self.text = text
    var section: String?
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
      let first = line.unicodeScalars.first { $0 != " " && $0 != "\t" }
      let setting = SettingLine(first == "#" || first == ";" ? "" : String(line), in: section)
      section = setting.section
      return setting
    }
  }
}

/// A line of a configuration.
struct SettingLine {
  /// The words, without quotes and brackets. An equals sign is a word of its own.
  let words: [String]
  /// `[a "b"]` of INI, git and TOML, without blanks and quotes, if the line is the header of a section.
  let header: String?
  /// The header of the section that the line is in, or `nil` before the first one.
  let section: String?

  init(_ line: String, in section: String?) {
    words = Self.words(line)
    header = Self.header(line)
    self.section = header ?? section
  }

  private static func words(_ line: String) -> [String] {
    line.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
      var parts: [String] = []
      for part in word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) {
        if !parts.isEmpty || part.startIndex != word.startIndex { parts.append("=") }
        let bare = part.drop { "\"'()".contains($0) }
        let end = bare.lastIndex { !"\"'():".contains($0) }
        if let end { parts.append(String(bare[...end])) }
      }
      return parts
    }
  }

  private static func header(_ line: String) -> String? {
    let bare = line.unicodeScalars.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
    guard bare.first == "[", let end = bare.firstIndex(of: "]") else { return nil }
    return String(String.UnicodeScalarView(bare[...end]))
  }
}
