// Advice for TLS failures, by kind: correcting the clock does not help against an old cipher, nor another network
// against a wrong certificate.

import Vocabulary

extension CauseSentence {
  /// As `init(_:_:)`, with headline and advice for the failure that `cause` stands for.
  package init(
    _ cause: Cause, _ context: ProviderTerms, behind failure: SessionFailure, of mailProtocol: MailProtocol, at endpoint: Endpoint,
    on surface: Surface = .commandLine
  ) {
    let sentence = Self.sentence(cause, context, failure, mailProtocol, endpoint, surface)
    switch surface {
    case .commandLine: self = sentence
    case .conversation: self = sentence.inConversation(cause)
    }
  }

  /// Returns the same without options: the menu of the conversation has an entry for what they do.
  private func inConversation(_ cause: Cause) -> CauseSentence {
    if cause == .clientProtocolError {
      return CauseSentence(headline, Text("Save a session log and report it. It contains no password.", "请保存通信记录并反馈，其中不含密码。"))
    }
    var sentence = self
    if command?.hasPrefix("--") == true { sentence.command = nil }
    return sentence
  }

  private static func sentence(
    _ cause: Cause, _ context: ProviderTerms, _ failure: SessionFailure, _ mailProtocol: MailProtocol, _ endpoint: Endpoint,
    _ surface: Surface
  ) -> CauseSentence {
    if let sentence = withoutReply(cause, failure, of: mailProtocol) { return sentence }
    if failure.isReadOnly, cause == .adminDisabled { return readOnly }
    guard cause == .tlsProblem else { return CauseSentence(cause, context) }
    switch failure.cause {
    case .net(.tls(let fault)):
      var sentence = CauseSentence(headline(fault, secretSent: failure.secret.sent != nil), advice(fault, surface))
      if fault == .selfSigned { sentence.command = fetching(mailProtocol, endpoint) }
      return sentence
    case .noStartTLS: return withoutEncryption(mailProtocol, endpoint)
    case .startTLSRefused:
      return CauseSentence(
        Text("The server could not start encryption.", "服务器没能开始加密。"),
        Text.sentences([Text("Try again in a few minutes.", "过几分钟再试。"), otherPort(mailProtocol, endpoint)].compactMap(\.self)))
    case .tampered:
      return CauseSentence(
        Text("The connection is not secure.", "连接不安全。"),
        Text(
          "Try another network. If the same happens there, tell the server's administrator.", "换个网络再试。如果还是这样，请告诉服务器的管理员。"))
    case .net, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled, .noMechanism, .takesNoUTF8,
      .needsOAuth,
      .takesNoToken, .tokenRefused, .refused, .cannotVerify:
      return CauseSentence(cause, context)
    }
  }

  /// The server does not offer STARTTLS.
  private static func withoutEncryption(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> CauseSentence {
    let administrator = Text("Ask the server's administrator to turn STARTTLS on.", "请服务器的管理员开启 STARTTLS。")
    let port = otherPort(mailProtocol, endpoint)
    var sentence = CauseSentence(
      Text("STARTTLS may be turned off at the server, or removed by something in between.", "服务器可能没有开启 STARTTLS，或者中间的设备把它去掉了。"),
      port.map { Text.sentences([$0, Text("Otherwise ask the server's administrator.", "不行就联系服务器的管理员。")]) } ?? administrator)
    if port != nil { sentence.command = "--\(mailProtocol.rawValue) \(endpoint.host):\(encryptedPort(mailProtocol))" }
    return sentence
  }

  /// Returns the advice to use the port that is encrypted from the start (RFC 8314). `nil` if `endpoint` has it.
  private static func otherPort(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> Text? {
    let port = encryptedPort(mailProtocol)
    return endpoint.port == port
      ? nil : Text("Try port \(port) with SSL/TLS.", "可以试试 \(port) 端口，加密方式选 SSL/TLS。")
  }

  private static func encryptedPort(_ mailProtocol: MailProtocol) -> UInt16 {
    switch mailProtocol {
    case .imap: 993
    case .smtp: 465
    }
  }

  private static func headline(_ failure: TLSFailure, secretSent: Bool) -> Text {
    if secretSent { return Text("The encrypted connection broke.", "加密连接中断了。") }
    switch failure {
    case .wrongName, .expired, .notYetValid, .untrusted, .selfSigned, .weak, .wrongPurpose, .noTrustStore, .notTLS, .tooMuch:
      return Text("The connection is not secure.", "连接不安全。")
    case .tooOld, .alert, .clientCertificateWanted, .failed, .truncated:
      return Text("There is no encrypted connection.", "没有加密连接。")
    }
  }

  private static let network = Text(
    "Check the server and port. On a company or hotel network, try another network.", "请核对服务器和端口；在公司或酒店的网络里，换个网络再试。")
  private static let clock = Text(
    "Check this computer's clock. If it is right, only the server's administrator can fix this.", "请核对本机时间。如果时间没错，只有服务器的管理员能解决。")
  private static let repair = Text(
    "Only the server's administrator can fix its certificates. On a company or hotel network, try another network.",
    "只有服务器的管理员能修复证书。在公司或酒店的网络里，换个网络再试。")
  private static let old = Text(
    "Compare server and port with the provider's help page. If they are right, the server's administrator must update it.",
    "请对照服务商的帮助页，核对服务器和端口。如果没错，需要管理员升级服务器。")
  private static let name = Text("Compare server and port with the provider's help page.", "请对照服务商的帮助页，核对服务器和端口。")
  private static let later = Text(
    "Try again in a few minutes. If it does not help, tell the server's administrator.", "过几分钟再试。如果一直这样，请告诉服务器的管理员。")
  private static let between = Text(
    "Try another network: something in between may be changing what is sent. If it does not help, tell the server's administrator.",
    "换个网络再试：中间可能有设备在改动数据。如果一直这样，请告诉服务器的管理员。")

  static let roots = Text("Install the package ca-certificates.", "请安装 ca-certificates。")

  /// Returns the advice for `failure`.
  private static func advice(_ failure: TLSFailure, _ surface: Surface) -> Text {
    switch failure {
    case .wrongName, .notTLS: network
    case .expired, .notYetValid: clock
    case .untrusted(let distrust):
      switch distrust {
      case .unknownIssuer, .unknownRoot:
        Text.sentences([
          Text(
            "If this is your company's own certificate authority, ask the administrator for its root certificate as a PEM file and for that file's SHA-256.",
            "如果是企业自建的证书机构，请向管理员索取根证书（PEM 文件）及其 SHA-256。"),
          trusting(surface),
          Text(
            "If the issuer is an antivirus program or a network device, it reads your connections.", "如果签发者是杀毒软件或网络设备，说明它在读取你的连接内容。"),
        ])
      case .noRoot:
        Text.sentences([
          Text("Ask the administrator for the root certificate and its SHA-256.", "请向管理员索取根证书及其 SHA-256。"), trusting(surface),
        ])
      case .badSignature, .notAnAuthority, .nameNotPermitted, .tooLong, .unknownExtension, .malformed, .other: repair
      }
    case .selfSigned:
      Text.sentences([
        Text(
          "Ask the server's administrator for the SHA-256 of its certificate, by telephone or in person. Only if it is the one shown here, save the certificate with the command below.",
          "请通过电话或当面向服务器的管理员询问证书的 SHA-256。只有与这里显示的一致，才用下面的命令保存证书。"),
        trusting(surface),
      ])
    case .weak, .wrongPurpose: repair
    case .tooOld: old
    case .alert(let alert): advice(alert)
    case .failed(let breach):
      switch breach {
      case .unofferedChoice, .unsafeRenegotiation: old
      case .damagedRecord, .badSignature, .excess, .notAllowed: between
      case .uncheckableName: name
      case .library: Text("Update OpenSSL.", "请升级 OpenSSL。")
      }
    case .truncated: between
    case .tooMuch: between
    case .noTrustStore: roots
    case .clientCertificateWanted(let alert): advice(alert)
    }
  }

  /// How to have setup trust the certificate of a file.
  private static func trusting(_ surface: Surface) -> Text {
    switch surface {
    case .commandLine: Text("Compare the two, then name the file with --ca-file.", "核对一致后，用 --ca-file 指定这个文件。")
    case .conversation:
      Text(
        "Compare the two, then choose 'Change something else' and name the file as trusted.", "核对一致后，选「修改其他内容」，把这个文件设为另外信任的证书。")
    }
  }

  private static func advice(_ alert: TLSAlert) -> Text {
    switch alert.kind {
    case .handshakeFailure, .insufficientSecurity, .protocolVersion, .inappropriateFallback: old
    case .unrecognizedName, .noApplicationProtocol: name
    case .internalError, .generalError, .closeNotify, .userCanceled: later
    case .accessDenied:
      Text("Try another network, or ask the server's administrator for access.", "换个网络再试，或请服务器的管理员放行。")
    case .certificateRequired, .noCertificate, .badCertificate, .unsupportedCertificate, .certificateRevoked, .certificateExpired,
      .certificateUnknown, .unknownCA, .certificateUnobtainable, .badCertificateHashValue, .unknownPSKIdentity:
      Text("Ask the server's administrator whether it requires a client certificate.", "请向服务器的管理员询问是否要求客户端证书。")
    case .badRecordMAC, .decryptionFailed, .decryptError, .unexpectedMessage, .recordOverflow, .decompressionFailure, .illegalParameter,
      .decodeError, .exportRestriction, .noRenegotiation, .missingExtension, .unsupportedExtension, .badCertificateStatusResponse,
      .echRequired, nil:
      between
    }
  }

  /// Returns a command that saves the server's own certificate to a file and prints its fingerprint. A host name
  /// contains no character with a meaning to a shell.
  private static func fetching(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> String {
    let name = endpoint.host.kind == .name ? "-servername \(endpoint.host.text)" : "-noservername"
    let upgrade =
      switch endpoint.security {
      case .tls: ""
      case .startTLS: " -starttls \(mailProtocol.rawValue)"
      }
    return "openssl s_client -connect \(endpoint)\(upgrade) \(name) </dev/null | openssl x509 -out server.pem"
      + " && openssl x509 -in server.pem -noout -sha256 -fingerprint"
  }
}
