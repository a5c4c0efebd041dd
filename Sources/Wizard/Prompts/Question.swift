// The questions of a conversation, without their presentation.

import Catalog
import Sentences
import Vocabulary

/// A question with a line of text as the answer.
struct Question {
  let label: Text
  /// The explanation that `?` or F1 shows.
  var help: Text?
  var mayGoBack = true
  /// The text that is in the field at first.
  var initial = ""
  /// Returns the fault of an answer, or `nil` if the answer is acceptable. It runs after every Enter, so it must be
  /// local and fast.
  var fault: (String) -> Text? = { $0.isEmpty ? PromptSentence.needsAnswer : nil }
  /// Returns the completion of the text before Tab, or `nil` if there is none.
  var completion: (String) -> String? = { _ in nil }
}

/// A question with a few fixed answers.
struct Menu {
  let title: Text
  let items: [Text]
  var mayGoBack = true
  /// The position of the item that `q` chooses, or `nil`.
  var quit: Int?
  /// A word per item that also chooses it. Empty if there are none.
  var words: [String] = []
}

/// The answer to the question for a provider.
enum ProviderAnswer {
  case chosen(Provider)
  /// Words or an address that the caller looks up.
  case typed(String)
  /// The user chose to enter the servers by hand.
  case byHand
}

/// The answer to the question for a secret.
enum SecretAnswer {
  case given(Secret)
  case back
  /// The caller shows the whole guide and repeats the question.
  case guide
  /// The caller opens the page of the step in the browser and repeats the question.
  case page
  /// The user pasted more than one line.
  case severalLines
}
