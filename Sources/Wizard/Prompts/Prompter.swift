// The interface to the user: which prompts there are. `Conversation` decides their order.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

/// The user's answer, or the request to go back to the previous question.
enum Answer<Value> {
  case given(Value)
  case back
}

/// Why the user left a conversation before its end.
enum Farewell: Error, Equatable, Sendable {
  /// The user pressed Ctrl-D or chose `q`, the terminal is gone, or the line was too long.
  case left
  /// A signal interrupted the program.
  case interrupted

  init(_ failure: AskFailure) {
    switch failure {
    case .interrupted: self = .interrupted
    case .inputEnded, .tooLong: self = .left
    }
  }
}

/// Asks the user. Both styles of prompts implement it.
protocol Prompter {
  /// The screen for pages, progress and remarks.
  var screen: Screen { get }
  /// Asks for a line of text and returns it without surrounding whitespace.
  func ask(_ question: Question) throws(Farewell) -> Answer<String>
  /// Asks for a provider from `catalog`, which is called only when it is needed.
  func provider(among catalog: () -> Catalog) throws(Farewell) -> ProviderAnswer
  /// Asks for one of `providers`. All of them are in `catalog`.
  func choose(among providers: [Provider], _ catalog: Catalog) throws(Farewell) -> Answer<Provider>
  /// Asks for a secret of `kind`, or of unknown kind if it is `nil`. With `hasPage`, the user may open the page of a
  /// step of the guide.
  func secret(_ kind: SecretKind?, hasPage: Bool) throws(Farewell) -> SecretAnswer
  /// Asks for an item and returns its position.
  func choose(_ menu: Menu) throws(Farewell) -> Answer<Int>
  /// Asks for yes or no. Enter alone means no.
  func agrees(_ question: Text) throws(Farewell) -> Answer<Bool>
  /// Returns the view that shows the verification of an account.
  func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView
}

/// Shows the progress of a verification. All methods are called on the thread that draws.
protocol ProgressView: AnyObject {
  /// Records an event of a session.
  func take(_ progress: Progress)
  /// Called repeatedly while the verification runs.
  func tick()
  /// Called when the verification has ended.
  func finish()
}

extension String {
  /// The text without surrounding whitespace, which includes the wide blanks of input methods.
  var trimmed: String {
    let bare = drop { $0.isWhitespace }
    guard let last = bare.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(bare[...last])
  }
}
