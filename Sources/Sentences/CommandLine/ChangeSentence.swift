// A change that needs consent, where there is no terminal for a question.

import Vocabulary

extension CommandError.Change {
  /// What the call would change.
  package var text: Text {
    switch self {
    case .clientFile: FileUpdateSentence.needsConsent
    case .removal: AccountSentence.removalNeedsConsent
    case .replacement(let file): TransferSentence.exists(Visible(file, limit: 120))
    case .testMessage(let address): SendTestSentence.needsConsent(address)
    }
  }
}
