// Advice for TLS failures, by kind: correcting the clock does not help against an old cipher, nor another network
// against a wrong certificate.

import Vocabulary

extension CauseSentence {
  /// As `init(_:_:)`, with headline and advice for the TLS failure that `cause` stands for.
  package init(
    _ cause: Cause, _ context: ProviderTerms, behind failure: SessionFailure, of mailProtocol: MailProtocol, at endpoint: Endpoint
  ) {
    if let sentence = Self.withoutReply(cause, failure, of: mailProtocol) {
      self = sentence
      return
    }
    if failure.isReadOnly, cause == .adminDisabled {
      self = Self.readOnly
      return
    }
    guard cause == .tlsProblem, case .net(.tls(let fault)) = failure.cause, let advice = Self.advice(fault) else {
      self.init(cause, context)
      return
    }
    self.init(Self.headline(fault, secretSent: failure.secret.sent != nil), advice)
    if fault == .selfSigned { command = Self.fetching(mailProtocol, endpoint) }
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

  /// Returns the advice for `failure`; `nil` if the usual one applies.
  private static func advice(_ failure: TLSFailure) -> Text? {
    switch failure {
    case .wrongName: network
    case .expired, .notYetValid: clock
    case .untrusted(let distrust):
      switch distrust {
      case .unknownIssuer, .unknownRoot:
        Text(
          "If this is your company's own certificate authority, ask the administrator for its root certificate as a PEM file and for that file's SHA-256, compare, and use --ca-file. If the issuer is an antivirus program or a network device, it reads your connections.",
          "如果是企业自建的证书机构，请向管理员索取根证书（PEM 文件）及其 SHA-256，核对一致后用 --ca-file 指定。如果签发者是杀毒软件或网络设备，说明它在读取你的连接内容。")
      case .noRoot:
        Text(
          "Ask the administrator for the root certificate and its SHA-256, compare, and put it into the file for --ca-file.",
          "请向管理员索取根证书及其 SHA-256，核对一致后放进 --ca-file 指定的文件。")
      case .badSignature, .notAnAuthority, .nameNotPermitted, .tooLong, .unknownExtension, .malformed, .other: repair
      }
    case .selfSigned:
      Text(
        "Ask the server's administrator for the SHA-256 of its certificate, by telephone or in person. Only if it is the one shown here, save the certificate with the following command, compare again, and use the file with --ca-file.",
        "请通过电话或当面向服务器的管理员询问证书的 SHA-256。只有与这里显示的一致，才用下面的命令保存证书，再核对一次，然后用 --ca-file 指定这个文件。")
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
    case .noTrustStore, .notTLS, .tooMuch, .clientCertificateWanted: nil
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
