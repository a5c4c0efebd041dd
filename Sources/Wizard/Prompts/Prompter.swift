// Whoever the conversation is held with. The order of the questions is in Conversation, how they are drawn is here.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

/// An answer, or the wish to go back.
enum Answer<Value> {
  case given(Value)
  case back
}

/// Why the conversation ended before its end.
enum Farewell: Error, Equatable, Sendable {
  /// Ctrl-D, `q`, or the terminal is gone.
  case left
  case interrupted

  init(_ failure: AskFailure) {
    switch failure {
    case .interrupted: self = .interrupted
    case .inputEnded, .tooLong: self = .left
    }
  }
}

/// The two renderings of one conversation can do the same.
protocol Prompter {
  /// Where pages, progress and remarks are shown.
  var screen: Screen { get }
  /// A line of text, freed of blanks around it.
  func ask(_ question: Question) throws(Farewell) -> Answer<String>
  /// The provider, out of those that `catalog` gives when it is needed.
  func provider(among catalog: () -> Catalog) throws(Farewell) -> ProviderAnswer
  /// One of `providers`, which are among those of `catalog`.
  func choose(among providers: [Provider], _ catalog: Catalog) throws(Farewell) -> Answer<Provider>
  /// A secret of `kind`; `hasPage` where a step of the guide has an address.
  func secret(_ kind: SecretKind?, hasPage: Bool) throws(Farewell) -> SecretAnswer
  /// The position of the item chosen.
  func choose(_ menu: Menu) throws(Farewell) -> Answer<Int>
  /// Yes or no; Enter alone means no.
  func agrees(_ question: Text) throws(Farewell) -> Answer<Bool>
  /// Where the verification of an account is watched.
  func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView
}

/// Shows how a verification goes on. Called on the thread that shows things.
protocol ProgressView: AnyObject {
  func take(_ progress: Progress)
  /// Some time has passed.
  func tick()
  /// It has ended.
  func finish()
}

extension String {
  /// Without the blanks around it; those that input methods make count as blanks.
  var trimmed: String {
    let bare = drop { $0.isWhitespace }
    guard let last = bare.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(bare[...last])
  }
}
