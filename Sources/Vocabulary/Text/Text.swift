// The languages of the program, and text in all of them.

/// A language of the program. The raw values are language tags (BCP 47).
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"
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
