// A command in a configuration. It is printed, never run.

import Vocabulary

package struct FoundCommand: Equatable, Sendable {
  /// The command as it is in the file. A secret among its arguments is replaced by `mask`.
  package let text: String
  /// The program and its arguments. `nil` if the command needs a shell or contains a secret.
  package let words: [String]?

  /// What is shown in place of a secret.
  package static let mask = "***"

  /// Returns `nil` for a text that cannot be printed, or of more than 1,000 octets.
  init?(_ typed: String) {
    guard let typed = ImportedAccount.harmless(typed, limit: 1_000) else { return nil }
    let masked = Self.masked(typed)
    text = masked
    words = masked == typed ? Self.words(typed) : nil
  }

  /// Whether the command contains a secret.
  static func holdsSecret(_ typed: String) -> Bool { masked(typed) != typed }

  /// Returns the words if the text means the same without a shell.
  private static func words(_ typed: String) -> [String]? {
    guard !typed.holdsAny(of: "$`|&;<>*?[]{}()!\\#") else { return nil }
    let words = ShellWords.words(of: Array(typed.utf8)[...])
    return words.isEmpty || words[0].isEmpty ? nil : words
  }

  /// The ends of the names of options and form fields whose values are secrets, and whole names, without separators.
  private static let endings = ["clientsecret", "refreshtoken", "accesstoken", "password", "passphrase"]
  private static let names: Set<String> = ["secret", "token", "passwd", "pass"]

  /// Replaces the values of `--client-secret VALUE`, `--refresh_token=VALUE`, `client_secret=VALUE`, `"client_secret":"VALUE"` and the
  /// like. A value in quotes may contain blanks.
  private static func masked(_ typed: String) -> String {
    var output: [String] = []
    var (isValue, quote) = (false, Character?.none)
    for word in typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      if let open = quote {
        if word.last == open { quote = nil }
      } else if isValue, !word.isEmpty {
        output.append(mask)
        (isValue, quote) = (false, openQuote(of: word[...]))
      } else {
        output.append(masking(word, &quote))
        isValue = word.hasPrefix("-") && !word.contains("=") && isSecret(word[...])
      }
    }
    return output.joined(separator: " ")
  }

  /// Returns `word` without the secrets in it. Sets `quote` if the last of them continues in the next word.
  private static func masking(_ word: String, _ quote: inout Character?) -> String {
    // The fields of a form are separated by `&`, those of JSON by commas.
    var (output, rest) = ("", word[...])
    while !rest.isEmpty {
      let part = rest.prefix { $0 != "&" && $0 != "," }
      if let sign = part.firstIndex(where: { $0 == "=" || $0 == ":" }), isSecret(part[..<sign]), part.index(after: sign) != part.endIndex {
        output += part[...sign] + mask
        quote = openQuote(of: part[part.index(after: sign)...])
      } else {
        output += part
      }
      rest = rest[part.endIndex...]
      if let separator = rest.popFirst() { output.append(separator) }
    }
    return output
  }

  /// Returns the quote at the beginning of a value that has no end there.
  private static func openQuote(of value: Substring) -> Character? {
    guard let first = value.first, first == "'" || first == "\"" else { return nil }
    return value.dropFirst().contains(first) ? nil : first
  }

  private static func isSecret(_ name: Substring) -> Bool {
    let letters = name.filter(\.isLetter).lowercased()
    return names.contains(letters) || endings.contains(where: letters.hasSuffix)
  }
}
