// What became of the secret at one server, said behind what went wrong there. It is said here and nowhere else, by the record
// alone: two sentences about it cannot exclude each other.

import Vocabulary

enum SecretSentence {
  /// nil where there was nothing to send it to yet, or where a refusal has said it already. `isKnownToBeRight` is for a secret
  /// that another server has accepted.
  static func text(_ failure: SessionFailure, isKnownToBeRight: Bool) -> Text? {
    if failure.secret.accepted != nil { return failure.isRefusal ? nil : Text("The login had been accepted.", "在此之前登录已成功。") }
    if failure.secret.sent != nil {
      if failure.isRefusal { return nil }
      let sent = Text("The secret had been sent to it", "在此之前密码已发送给它")
      return isKnownToBeRight
        ? Text(sent.english + ".", sent.simplifiedChinese + "。")
        : Text(sent.english + "; whether it is right is not known.", sent.simplifiedChinese + "，无法得知密码对不对。")
    }
    switch failure.stage {
    case .resolve, .connect: return nil
    case .tls, .greeting, .capability, .ehlo, .id, .login, .list, .inbox, .sender, .message, .arrival, .removal:
      return Text("Nothing secret was sent to it.", "没有向它发送密码。")
    }
  }
}

extension SessionFailure {
  /// The server has answered no.
  fileprivate var isRefusal: Bool {
    switch cause {
    case .refused: true
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary,
      .loginDisabled, .noMechanism, .needsOAuth, .cannotVerify:
      false
    }
  }
}
