// The interface to the user: the prompts that exist. `Conversation` of Commands decides their order.
//
// - A question is asked at the terminal (/dev/tty) alone, never on standard output or standard error.
// - The text that a question is about is shown at the terminal too, before the question.
// - A secret is not echoed and is not shown afterwards; a drawn field shows asterisks.
// - A prompt is erased or completed when it is answered, so that the terminal's history contains question and answer once.
// - Progress goes to the screen of its caller: the terminal in a conversation, standard error in a script.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

/// The user's answer, or the request to go back to the previous question.
package enum Answer<Value> {
  case given(Value)
  case back
}

extension CommandError {
  /// The end of a prompt without an answer. A line that is too long counts as leaving.
  init(_ error: TerminalError) {
    switch error {
    case .interrupted: self = .interrupted
    case .inputEnded, .tooLong: self = .left
    case .timedOut: self = .timedOut
    }
  }
}

/// Asks the user. Both styles of prompts implement it. Its methods throw `left` if the user leaves the prompt, `interrupted`, and
/// `timedOut` if the call limits the wait and nobody answers.
///
/// Keys mean the same everywhere: a digit, or a letter that names an entry, moves the mark, and only Enter chooses. What was typed before
/// a menu or a yes-or-no question was shown does not answer it, nor does pasted text.
package protocol Prompter {
  /// The screen for pages, progress and remarks.
  var screen: Screen { get }
  var language: Language { get }
  /// Asks for a line of text and returns it without surrounding whitespace.
  func ask(_ question: Question) throws(CommandError) -> Answer<String>
  /// Asks for a provider from `catalog`, which is called only when it is needed. `initial` is in the field at first.
  func provider(among catalog: () -> Catalog, initial: String) throws(CommandError) -> ProviderAnswer
  /// Asks for one of `providers`. All of them are in `catalog`.
  func choose(_ id: QuestionID, among providers: [Provider], _ catalog: Catalog) throws(CommandError) -> Answer<Provider>
  /// Asks for a secret of `kind`, or of unknown kind if it is `nil`. With `hasPage`, the user may open the page of a
  /// step of the guide.
  func secret(_ id: QuestionID, _ kind: SecretKind?, hasPage: Bool) throws(CommandError) -> SecretAnswer
  /// Shows a text part by part until the user has read its last part. `back` is before its first part. `reading` has a part.
  func read(_ reading: Reading) throws(CommandError) -> Answer<Void>
  /// Asks for an item and returns its position. After the item that takes a paste, `secret` receives the paste if it is asked next.
  func choose(_ menu: Menu) throws(CommandError) -> Answer<Int>
  /// Asks for yes or no. `question` has no `[y/N]`: the prompter shows which one `initial` is, which Enter alone means.
  func confirm(_ id: QuestionID, _ question: Text, initial: Bool) throws(CommandError) -> Answer<Bool>
  /// Returns the view that shows the verification of an account.
  func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView
}

/// Shows the progress of a verification. All methods are called on the thread that draws.
package protocol ProgressView: AnyObject {
  /// Records an event of a session.
  func take(_ progress: Progress)
  /// Called repeatedly while the verification runs.
  func tick()
  /// Called when the verification has ended.
  func finish()
}
