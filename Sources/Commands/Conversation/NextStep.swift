// What the user can do after a verification that failed.

import Diagnosis
import Operations
import Vocabulary

/// One entry of the menu.
enum NextStep: Equatable {
  case otherSecret, same, nextServers, change, guide, trace, quit
  /// Leaves, because trying again now does not help or does harm.
  case later
  case username(MailProtocol)
  /// Opens the page on which the step is done.
  case page(WebAddress)

  /// The id of the answer in a menu.
  var id: String {
    switch self {
    case .otherSecret: "other-secret"
    case .same: "same"
    case .nextServers: "next-servers"
    case .change: "change"
    case .guide: "guide"
    case .trace: "log"
    case .quit: "quit"
    case .later: "later"
    case .username(.imap): "imap-username"
    case .username(.smtp): "smtp-username"
    case .page: "page"
    }
  }

  /// Returns the entries in their order. The first one is what the diagnosis recommends, and it is marked. `refusals` is how
  /// often servers have refused the login to this account. `page` is the page of the step that is recommended, if it can be
  /// opened.
  static func all(
    after verification: VerificationResult, refusals: Int, canChange: Bool, page: WebAddress?
  ) -> [NextStep] {
    let remedy = verification.diagnosis?.remedy(after: refusals) ?? .sameAgain
    let usernames = verification.otherUsernames.map { NextStep.username($0) }
    let otherServers: [NextStep] = (verification.nextServers == nil ? [] : [.nextServers]) + (canChange ? [.change] : [])
    let first: [NextStep] =
      switch remedy {
      case .otherSecret: [.otherSecret]
      case .sameAgain: (page.map { [.page($0)] } ?? []) + [.same]
      case .otherServers: otherServers
      case .otherUsername: usernames.isEmpty && canChange ? [.change] : usernames
      case .later: [.later]
      case .leave: [.quit]
      }
    let mayRepeat = verification.diagnosis?.mayRepeat ?? true
    let further: [NextStep] =
      [.otherSecret] + (mayRepeat ? [.same] : []) + (verification.nextServers == nil ? [] : [.nextServers]) + usernames
      + (canChange ? [.change] : []) + (verification.provider == nil ? [] : [.guide]) + [.trace]
      + (first.contains(.later) ? [] : [.quit])
    return first + further.filter { !first.contains($0) }
  }
}
