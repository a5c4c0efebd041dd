// What the lines of a configuration define, as far as a second definition of it gets in the way of the first.

import Vocabulary

package struct SettingDefinition: Sendable, Equatable {
  /// What is defined, spelled the same way whoever wrote it.
  package let name: String
  /// The line, from 1.
  package let line: Int

  package init(name: String, line: Int) { (self.name, self.line) = (name, line) }

  /// What a second definition does.
  package enum Effect: Sendable, Equatable {
    /// The client refuses the file, or mixes both up.
    case breaks
    /// The later one counts.
    case overrides
  }
}

extension MailClient {
  /// What a second definition of the same does in its files.
  package var secondDefinition: SettingDefinition.Effect {
    switch self {
    case .neomutt, .mutt, .sNail, .git, .emacs: .overrides
    case .aerc, .himalaya, .mbsync, .msmtp, .offlineimap, .getmail, .fetchmail, .swaks, .curl, .autoconfig, .apple, .json, .env: .breaks
    }
  }

  /// What of `ours` is defined in `theirs` already: the places in `theirs`.
  package func repeated(_ ours: String, in theirs: String) -> [SettingDefinition] {
    let names = Set(definitions(ours).map(\.name))
    return definitions(theirs).filter { names.contains($0.name) }
  }

  /// Whether `theirs` has already what only one account can have: see `WriterOptions.isFirst`.
  package func hasFirst(_ theirs: String) -> Bool {
    let names = Set(definitions(theirs).map(\.name))
    return switch self {
    case .msmtp: names.contains("account default")
    case .offlineimap: names.contains("[general]")
    case .himalaya: Self.lines(theirs).contains { Self.words($0).prefix(3).elementsEqual(["default", "=", "true"]) }
    // Only what this program has written there is another account's for certain.
    case .git:
      theirs.contains("# >>> setup: ") && Self.lines(theirs).contains { Self.header($0)?.hasPrefix("[credentialsmtp://") ?? false }
    case .neomutt, .mutt, .aerc, .mbsync, .getmail, .fetchmail, .sNail, .swaks, .curl, .autoconfig, .apple, .emacs, .json, .env:
      false
    }
  }

  private func definitions(_ text: String) -> [SettingDefinition] {
    var section = ""
    return Self.lines(text).enumerated().flatMap { number, line -> [SettingDefinition] in
      let words = Self.words(line)
      let names: [String]
      switch self {
      case .neomutt, .mutt, .sNail: names = words.first == "set" ? Self.variables(words.dropFirst()) : []
      case .mbsync:
        let isNamed = ["imapaccount", "imapstore", "maildirstore", "channel", "group"].contains(words.first?.lowercasedASCII)
        names = isNamed && words.count > 1 ? ["\(words[0].lowercasedASCII) \(words[1])"] : []
      case .msmtp: names = words.count > 1 && words[0] == "account" ? ["account \(words[1])"] : []
      case .aerc, .offlineimap, .getmail, .himalaya: names = Self.header(line).map { [$0] } ?? []
      case .git:
        if let header = Self.header(line) { section = header.lowercasedASCII }
        names = section == "[sendemail]" && words.count > 1 && words[1] == "=" ? ["sendemail.\(words[0].lowercasedASCII)"] : []
      case .emacs: names = Self.assigned.filter { words.contains($0) }
      case .fetchmail, .swaks, .curl, .autoconfig, .apple, .json, .env: names = []
      }
      return names.map { SettingDefinition(name: $0, line: number + 1) }
    }
  }

  private static let assigned = [
    "user-mail-address", "send-mail-function", "message-send-mail-function", "smtpmail-smtp-server", "smtpmail-smtp-service",
    "smtpmail-stream-type", "smtpmail-smtp-user", "mu4e-get-mail-command",
  ]

  /// Without comments that are a line of their own.
  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
      let first = line.unicodeScalars.first { $0 != " " && $0 != "\t" }
      return first == "#" || first == ";" ? "" : String(line)
    }
  }

  /// The words of a line, bare of quotes and brackets; an equals sign is a word of its own.
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

  /// The names of `set a=b no-c d = e`.
  private static func variables(_ words: ArraySlice<String>) -> [String] {
    words.indices.filter { index in
      words[index] != "=" && (index == words.startIndex || words[index - 1] != "=")
    }.map { words[$0] }
  }

  /// `[a "b"]` of INI, git and TOML; blanks and quotes in it make no difference.
  private static func header(_ line: String) -> String? {
    let bare = line.unicodeScalars.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
    guard bare.first == "[", let end = bare.firstIndex(of: "]") else { return nil }
    return String(String.UnicodeScalarView(bare[...end]))
  }
}
