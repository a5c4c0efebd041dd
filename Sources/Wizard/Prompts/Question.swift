// What the conversation asks, apart from how it is drawn.

import Catalog
import Sentences
import Vocabulary

/// A question whose answer is a line of text.
struct Question {
  let label: Text
  /// More about it, for `?` and F1.
  var help: Text?
  var mayGoBack = true
  /// What stands in the field already.
  var initial = ""
  /// What is wrong with an answer; nil where it can be taken. Local and instant: it is asked at every Enter.
  var fault: (String) -> Text? = { $0.isEmpty ? PromptSentence.needsAnswer : nil }
  /// What Tab makes of what was typed so far.
  var completion: (String) -> String? = { _ in nil }
}

/// A question with a handful of answers.
struct Menu {
  let title: Text
  let items: [Text]
  var mayGoBack = true
  /// The item that `q` chooses.
  var quit: Int?
  /// A word for each item that chooses it as well; empty where there is none.
  var words: [String] = []
}

/// What came of asking for the provider.
enum ProviderAnswer {
  case chosen(Provider)
  /// Words or an address, to be looked up.
  case typed(String)
  /// The servers are to be entered by hand.
  case byHand
}

/// What came of asking for the secret.
enum SecretAnswer {
  case given(Secret)
  case back
  /// The whole guide is to be shown; the question comes again.
  case guide
  /// The page of the step is to be opened in the browser; the question comes again.
  case page
  /// More than one line was pasted.
  case severalLines
}
