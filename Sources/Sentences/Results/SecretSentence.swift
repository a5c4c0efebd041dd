// Whether the secret was sent to a server and accepted by it. The sentence follows the one about the failure. It is
// derived from the session's record only, and nowhere else, so that two sentences cannot contradict each other.

import Vocabulary

enum SecretSentence {
  /// Returns `nil` if there was no connection yet, or if a refusal already tells. `isKnownToBeRight` if another server
  /// has accepted the secret.
  static func text(_ failure: SessionFailure, isKnownToBeRight: Bool) -> Text? {
    if failure.secret.accepted != nil {
      return failure.isRefusal || failure.isPutOff ? nil : Text("The password had been accepted.", "此前登录已经成功。")
    }
    if failure.secret.sent != nil {
      if failure.isRefusal { return nil }
      let sent = Text("Your password had already been sent to it", "此前密码已经发给它")
      return isKnownToBeRight
        ? Text(sent.english + ".", sent.simplifiedChinese + "。")
        : Text(sent.english + "; it is not known whether it is correct.", sent.simplifiedChinese + "，但不知道密码是否正确。")
    }
    switch failure.stage {
    case .resolve, .connect: return nil
    case .tls, .greeting, .capability, .ehlo, .id, .login, .list, .inbox, .sender, .message, .arrival, .removal:
      return Text("Your password was not sent to it.", "密码没有发给它。")
    }
  }
}

extension SessionFailure {
  /// The server refused temporarily after a login that the sentence about the failure calls successful.
  fileprivate var isPutOff: Bool {
    switch stage {
    case .list, .inbox, .sender, .message, .removal: outcome == .temporary
    case .resolve, .connect, .tls, .greeting, .capability, .ehlo, .id, .login, .arrival: false
    }
  }

  /// The server refused.
  fileprivate var isRefusal: Bool {
    switch cause {
    case .refused, .tokenRefused: true
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary,
      .loginDisabled, .noMechanism, .needsOAuth, .takesNoToken, .takesNoUTF8, .cannotVerify:
      false
    }
  }
}
