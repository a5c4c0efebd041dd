// What the refusal of the user's own address as a recipient concerns: the sender, or the mailbox.

import Catalog
import Vocabulary

extension ServerReply {
  /// Returns what this reply to RCPT TO says about the sender. Text comes before codes here, because servers send 550
  /// 5.7.1 for anything.
  package func recipientMeaning(at provider: Provider?) -> RecipientMeaning {
    let said = NormalizedReply(self, .smtp, stage: .sender, charset: provider?.session.charset)
    let cause = (provider?.rule(for: said)?.causes ?? GeneralRule.worded(said))?.first
    let isForNow = code.map { $0 / 100 == 4 } ?? false
    switch cause {
    case .senderNotOwned, .authRequired: return .sender
    // RFC 5321, section 3.4: the mailbox is on another host, which decides who may send to it.
    case _ where code == 551 || enhanced.map { ($0.subject, $0.detail) == (1, 6) } ?? false: return .open
    case .mailboxFull: return .mailbox
    case _ where isForNow: return .open
    case _ where enhanced.map { $0.subject == 1 && [7, 8].contains($0.detail) } ?? false: return .sender
    // RFC 3463, sections 3.2 and 3.3: the recipient's address, the recipient's mailbox.
    case _ where enhanced.map { $0.subject == 1 || $0.subject == 2 } ?? false: return .mailbox
    case .recipientRejected, .noMailboxOrLicense: return .mailbox
    case .accountLockedOrSuspended, .regionOrIPBlocked, .planDoesNotIncludeIMAP, .oauthRequired, .webLoginRequired, .phoneBindingRequired,
      .adminDisabled, .termsNotAccepted, .unicodeAddressUnsupported:
      return .sender
    case .appPasswordRequired, .imapDisabled, .smtpDisabled, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired,
      .wrongUsernameForm, .idRequired, .rateLimited, .tooManyConnections, .temporaryServerError, .tlsRequired, .tlsProblem,
      .clientCertificateRequired, .authMechanismUnsupported, .passwordExpired, .passwordTooWeak, .wrongServerOrPort,
      .clientProtocolError, .networkProblem, .contentRejected, .sendQuotaExceeded, .tokenExpired, .tokenWrongScope, .tokenWrongUser,
      .consentRequired,
      .oauthClientRejected, .signInDeclined, .deviceCodeExpired, .clockWrong, .unknown, nil:
      // RFC 4954, section 6: the server requires authentication.
      return code == 530 ? .sender : .open
    }
  }
}
