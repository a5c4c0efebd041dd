// The questions of a conversation, without their presentation.

import Catalog
import Sentences
import Vocabulary

/// A question with a line of text as the answer.
package struct Question {
  package let id: QuestionID
  package let label: Text
  /// The explanation that `?` or F1 shows.
  package let help: Text?
  package let mayGoBack: Bool
  /// The text that is in the field at first.
  package let initial: String
  /// Returns the fault of an answer, or `nil` if the answer is acceptable. It runs after every Enter, so it must be
  /// local and fast.
  package let fault: (String) -> Text?
  /// Returns the completion of the text before Tab, or `nil` if there is none.
  package let completion: (String) -> String?

  package init(
    _ id: QuestionID, label: Text, help: Text? = nil, mayGoBack: Bool = true, initial: String = "",
    fault: @escaping (String) -> Text? = { $0.isEmpty ? PromptSentence.needsAnswer : nil },
    completion: @escaping (String) -> String? = { _ in nil }
  ) {
    (self.id, self.label, self.help, self.mayGoBack, self.initial) = (id, label, help, mayGoBack, initial)
    (self.fault, self.completion) = (fault, completion)
  }
}

/// A question with a few fixed answers.
package struct Menu {
  package let id: QuestionID
  package let title: Text
  /// What the choice decides, which `?` or F1 shows.
  package let help: Text
  package let items: [Text]
  /// The id of each item, the same in every language.
  package let ids: [String]
  package let mayGoBack: Bool
  /// The position of the item that `q` marks, or `nil`.
  package let quit: Int?
  /// The position of the item that text pasted at the menu chooses, because the next question is for a secret. `nil` if a paste does
  /// nothing.
  package let pasteItem: Int?
  /// A word per item that also names it: its id. Empty if the user does not know the ids.
  package let words: [String]
  /// The position of the item that Enter alone chooses. `nil` if lines have no such item; a drawn menu then begins with the first.
  package let initial: Int?

  /// An item has an id and a text. With `hasWords` the user can also type the id.
  package init(
    _ id: QuestionID, title: Text, help: Text, items: [(String, Text)], mayGoBack: Bool = true, quit: Int? = nil, pasteItem: Int? = nil,
    hasWords: Bool = false, initial: Int? = nil
  ) {
    (self.id, self.title, self.help, self.mayGoBack) = (id, title, help, mayGoBack)
    (self.quit, self.pasteItem, self.initial) = (quit, pasteItem, initial)
    (self.items, ids) = (items.map(\.1), items.map(\.0))
    words = hasWords ? ids : []
  }
}

/// The answer to the question for a provider.
package enum ProviderAnswer {
  case chosen(Provider)
  /// Words or an address that the caller looks up.
  case typed(String)
  /// The user chose to enter the servers by hand.
  case byHand
}

/// The answer to the question for a secret.
package enum SecretAnswer {
  case given(Secret)
  case back
  /// The caller shows the whole guide and repeats the question.
  case guide
  /// The caller opens the page of the step in the browser and repeats the question.
  case page
  /// The user pasted more than one line.
  case severalLines
}
