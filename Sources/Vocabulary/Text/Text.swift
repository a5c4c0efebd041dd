// The languages of the program, and text that exists in all of them.

package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"
}

/// One text in every language. There is no way to make one with a language missing.
package struct Text: Hashable, Sendable {
  package var english: String
  package var simplifiedChinese: String

  package init(_ english: String, _ simplifiedChinese: String) {
    self.english = english
    self.simplifiedChinese = simplifiedChinese
  }

  /// The same in every language: names, addresses.
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
