// For each way TLS can fail: one sentence about what happened.

import Vocabulary

enum TLSSentence {
  static func text(_ failure: TLSFailure, at endpoint: Endpoint) -> Text {
    switch failure {
    case .notTLS(let said) where said.isMailGreeting:
      Text(
        "\(endpoint) begins without TLS. It replied: \(said)", "\(endpoint) 一开始没有使用 TLS。它的回复：\(said)")
    case .notTLS(let said) where said.text.isEmpty:
      Text("\(endpoint) does not use TLS.", "\(endpoint) 没有使用 TLS。")
    case .notTLS(let said):
      Text(
        "\(endpoint) does not use TLS. There may be a sign-in page or proxy in between. It replied: \(said)",
        "\(endpoint) 没有使用 TLS，中间可能有登录页面或代理。它的回复：\(said)")
    case .tooOld: Text("\(endpoint) supports only an old version of TLS that is no longer secure.", "\(endpoint) 只支持不再安全的旧版 TLS。")
    case .alert(let alert): text(alert, at: endpoint)
    case .clientCertificateWanted(let alert):
      Text(
        "\(endpoint) requires a client certificate, and setup has none \(note(alert).english).",
        "\(endpoint) 要求客户端证书，而本程序没有证书可出示\(note(alert).simplifiedChinese)。")
    case .failed(let breach): text(breach, at: endpoint)
    case .tooMuch: FailureSentence.tooMuch(endpoint)
    case .truncated:
      Text("The connection to \(endpoint) broke off in the middle of a reply.", "与 \(endpoint) 的连接中途断开。")
    case .wrongName, .expired, .notYetValid, .untrusted, .selfSigned, .weak, .wrongPurpose, .noTrustStore:
      CertificateSentence.text(failure, at: endpoint)
    }
  }

  /// The server's alert as the standards name it, so that a reader can look it up.
  private static func note(_ alert: TLSAlert) -> Text {
    Text(
      alert.kind.map { "(TLS alert \($0.rawValue), \(alert.number))" } ?? "(TLS alert \(alert.number))", "（TLS 警报 \(alert.number)）")
  }

  private static func text(_ alert: TLSAlert, at endpoint: Endpoint) -> Text {
    let note = note(alert)
    switch alert.kind {
    case .handshakeFailure:
      return Text(
        "\(endpoint) and setup have no cipher, curve or signature algorithm in common \(note.english). Perhaps the server has only ones that are no longer secure, or its certificate has a key of an unusual kind.",
        "\(endpoint) 与本程序没有共同的加密套件、椭圆曲线或签名算法\(note.simplifiedChinese)。可能服务器只支持不再安全的旧算法，或者证书的密钥类型不常见。")
    case .insufficientSecurity:
      return Text(
        "\(endpoint) requires stronger encryption than setup offers \(note.english).",
        "\(endpoint) 要求的加密强度高于本程序支持的\(note.simplifiedChinese)。")
    case .unrecognizedName:
      return Text(
        "\(endpoint) knows no server named \(endpoint.host) \(note.english).",
        "\(endpoint) 上没有名为 \(endpoint.host) 的服务器\(note.simplifiedChinese)。")
    case .internalError, .generalError:
      return Text(
        "\(endpoint) ended the encrypted connection because of an internal error \(note.english).",
        "\(endpoint) 内部出错，中断了加密连接\(note.simplifiedChinese)。")
    case .accessDenied:
      return Text(
        "\(endpoint) does not allow connections from this computer \(note.english).", "\(endpoint) 不允许这台电脑连接\(note.simplifiedChinese)。")
    case .noApplicationProtocol:
      return Text(
        "\(endpoint) expects a protocol other than mail \(note.english).", "\(endpoint) 需要的不是邮件协议\(note.simplifiedChinese)。")
    case .certificateRequired, .noCertificate, .badCertificate, .unsupportedCertificate, .certificateRevoked, .certificateExpired,
      .certificateUnknown, .unknownCA, .certificateUnobtainable, .badCertificateHashValue, .unknownPSKIdentity:
      return Text(
        "\(endpoint) rejected the client's certificate \(note.english), although setup did not send one.",
        "\(endpoint) 不接受客户端的证书\(note.simplifiedChinese)，但本程序没有发送过证书。")
    case .badRecordMAC, .decryptionFailed, .decryptError:
      return Text(
        "\(endpoint) could not decrypt what it received \(note.english).", "\(endpoint) 无法解密收到的内容\(note.simplifiedChinese)。")
    case .closeNotify, .userCanceled:
      return Text("\(endpoint) ended the handshake \(note.english).", "\(endpoint) 中止了握手\(note.simplifiedChinese)。")
    case .protocolVersion:
      return Text(
        "\(endpoint) supports only an old version of TLS that is no longer secure \(note.english).",
        "\(endpoint) 只支持不再安全的旧版 TLS\(note.simplifiedChinese)。")
    case .inappropriateFallback:
      return Text(
        "\(endpoint) does not accept the TLS version setup uses \(note.english).",
        "\(endpoint) 不接受本程序使用的 TLS 版本\(note.simplifiedChinese)。")
    case .unexpectedMessage, .recordOverflow, .decompressionFailure, .illegalParameter, .decodeError, .exportRestriction, .noRenegotiation,
      .missingExtension, .unsupportedExtension, .badCertificateStatusResponse, .echRequired:
      return Text(
        "\(endpoint) did not accept what it received \(note.english).", "\(endpoint) 不接受收到的内容\(note.simplifiedChinese)。")
    case nil:
      return Text("\(endpoint) ended the encrypted connection \(note.english).", "\(endpoint) 中断了加密连接\(note.simplifiedChinese)。")
    }
  }

  private static func text(_ breach: TLSBreach, at endpoint: Endpoint) -> Text {
    switch breach {
    case .damagedRecord:
      Text(
        "Data from \(endpoint) cannot be decrypted: it was changed on the way.", "来自 \(endpoint) 的数据无法解密：传输途中有改动。")
    case .unofferedChoice:
      Text("\(endpoint) chose an encryption method that setup did not offer.", "\(endpoint) 选用了本程序没有提供的加密方式。")
    case .badSignature:
      Text("\(endpoint) could not show that the certificate is its own.", "\(endpoint) 没能证明证书是它自己的。")
    case .unsafeRenegotiation:
      Text(
        "\(endpoint) has no secure renegotiation (RFC 5746), so data could be inserted into the connection.",
        "\(endpoint) 不支持安全重协商（RFC 5746），别人可能在连接中插入内容。")
    case .excess:
      Text("\(endpoint) sent more TLS messages than any server needs to.", "\(endpoint) 发来的 TLS 消息远超正常服务器。")
    case .uncheckableName:
      Text(
        "No certificate can be checked for the name \(endpoint.host).", "无法核对证书是否属于 \(endpoint.host)。")
    case .notAllowed(let number):
      Text(
        "\(endpoint) sent something that TLS does not allow there (OpenSSL error \(hexadecimal(number))).",
        "\(endpoint) 发来了 TLS 此时不允许的内容（OpenSSL 错误 \(hexadecimal(number))）。")
    case .library(let number):
      Text(
        "OpenSSL failed on this computer (error \(hexadecimal(number))), so there is no connection to \(endpoint).",
        "本机的 OpenSSL 出错（错误 \(hexadecimal(number))），没有连上 \(endpoint)。")
    }
  }

  /// Returns the number in the form that openssl-errstr(1) accepts.
  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
