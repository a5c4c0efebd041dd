// The languages of the program, and text in all of them.

/// A language of the program. The raw values are language tags (BCP 47).
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"
}

extension Language {
  /// Reads a language tag or a locale's name: `en`, `en-GB`, `zh`, `zh_CN.UTF-8`, `zh-hans`. Returns `nil` for other languages.
  package init?(tag: String) {
    let parts = tag.lowercasedASCII.prefix { $0 != "." && $0 != "@" }.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 8 && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit } }) else { return nil }
    switch parts.first {
    case "en": self = .english
    case "zh": self = .simplifiedChinese
    default: return nil
    }
  }
}

/// One text in every language. The initialisers do not allow a language to be missing.
package struct Text: Hashable, Sendable {
  package var english: String
  package var simplifiedChinese: String

  package init(_ english: String, _ simplifiedChinese: String) {
    self.english = english
    self.simplifiedChinese = simplifiedChinese
  }

  /// Creates a text that is the same in every language, for names and addresses.
  package init(same text: String) { self.init(text, text) }

  package subscript(language: Language) -> String {
    get {
      switch language {
      case .english: english
      case .simplifiedChinese: simplifiedChinese
      }
    }
    set {
      switch language {
      case .english: english = newValue
      case .simplifiedChinese: simplifiedChinese = newValue
      }
    }
  }
}
