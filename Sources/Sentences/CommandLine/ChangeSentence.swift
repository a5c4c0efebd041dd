// A change that needs consent, where there is no terminal for a question.

import Vocabulary

extension CommandError.Change {
  /// Returns what the call would change, and why nobody was asked.
  func text(_ unasked: Unasked) -> Text {
    switch self {
    case .clientFile: FileUpdateSentence.needsConsent(unasked)
    case .removal: AccountSentence.removalNeedsConsent
    case .replacement(let file): TransferSentence.exists(Visible(file, limit: 120))
    case .testMessage(let address): SendTestSentence.needsConsent(address, unasked)
    }
  }
}
