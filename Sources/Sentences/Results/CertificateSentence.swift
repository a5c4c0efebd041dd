// What is wrong with a certificate, and which one of the chain it is.

import Vocabulary

enum CertificateSentence {
  /// Returns the sentence about a failure caused by a certificate or by the list of trusted ones.
  static func text(_ failure: TLSFailure, at endpoint: Endpoint) -> Text {
    switch failure {
    case .wrongName(let found, let isCommonName): return wrongName(found, isCommonName, endpoint)
    case .expired(let since, let member): return expired(since, member, endpoint)
    case .notYetValid(let until, let member): return notYetValid(until, member, endpoint)
    case .untrusted(let distrust): return untrusted(distrust, endpoint)
    case .selfSigned:
      return Text(
        "The certificate of \(endpoint) is self-signed.",
        "\(endpoint) 的证书是自签名的。")
    case .weak(let member):
      let name = name(member, endpoint)
      return Text("\(name.english) uses a key or hash that is too weak.", "\(name.simplifiedChinese)强度不够（密钥或摘要太弱）。")
    case .wrongPurpose(let member):
      let name = name(member, endpoint)
      return member.place == .server
        ? Text("\(name.english) is not a server certificate.", "\(name.simplifiedChinese)不是服务器证书。")
        : Text("\(name.english) may not sign certificates of servers.", "\(name.simplifiedChinese)不能用来签发服务器的证书。")
    case .noTrustStore:
      return Text(
        "This computer has no trusted certificates.", "本机没有受信任的根证书。")
    case .notTLS, .tooOld, .alert, .clientCertificateWanted, .failed, .tooMuch, .truncated:
      return TLSSentence.text(failure, at: endpoint)
    }
  }

  /// Returns a certificate of the chain as the subject of a sentence.
  private static func name(_ member: ChainMember, _ endpoint: Endpoint) -> Text {
    switch member.place {
    case .server: Text("The certificate of \(endpoint)", "\(endpoint) 的证书")
    case .intermediate:
      Text(
        "The intermediate certificate \(member.name.quoted.english) in the chain of \(endpoint)",
        "\(endpoint) 证书链中的中间证书\(member.name.quoted.simplifiedChinese)")
    case .root:
      Text(
        "The root certificate \(member.name.quoted.english) in the chain of \(endpoint)",
        "\(endpoint) 证书链中的根证书\(member.name.quoted.simplifiedChinese)")
    }
  }

  private static func expired(_ since: String, _ member: ChainMember, _ endpoint: Endpoint) -> Text {
    let name = name(member, endpoint)
    switch member.place {
    case .server:
      return Text(
        "\(name.english) expired on \(since).",
        "\(name.simplifiedChinese)已于 \(since) 过期。")
    case .intermediate:
      return Text(
        "\(name.english) expired on \(since); it is not the server's own. The server's administrator has to replace it.",
        "\(name.simplifiedChinese)已于 \(since) 过期，它不是服务器自己的证书，要由服务器的管理员更换。")
    case .root:
      return Text(
        "\(name.english) expired on \(since); it is not the server's own. This computer's list of authorities (ca-certificates) or the server's chain is out of date.",
        "\(name.simplifiedChinese)已于 \(since) 过期，它不是服务器自己的证书。本机的证书机构列表（ca-certificates）或服务器的证书链需要更新。")
    }
  }

  private static func notYetValid(_ until: String, _ member: ChainMember, _ endpoint: Endpoint) -> Text {
    let name = name(member, endpoint)
    switch member.place {
    case .server:
      return Text(
        "\(name.english) is not valid before \(until).",
        "\(name.simplifiedChinese)从 \(until) 起才有效。")
    case .intermediate, .root:
      return Text(
        "\(name.english) is not valid before \(until); it is not the server's own.",
        "\(name.simplifiedChinese)从 \(until) 起才有效，它不是服务器自己的证书。请检查本机时间。")
    }
  }

  /// For names that look right the sentence says why they do not count (RFC 9525).
  private static func wrongName(_ found: [Visible], _ isCommonName: Bool, _ endpoint: Endpoint) -> Text {
    let host = endpoint.host
    if found.contains(where: { $0.text.lowercasedASCII == host.text.lowercasedASCII }) {
      return host.kind == .name
        ? Text(
          "The certificate at \(endpoint) is not for \(host): it has an entry that only looks like this name.",
          "\(endpoint) 的证书不属于 \(host)：其中有一项只是看起来像这个名称。")
        : Text(
          "The certificate at \(endpoint) lists \(host) as a name, not as an IP address, which does not count.",
          "\(endpoint) 的证书把 \(host) 写成了名称，而不是 IP 地址，因此无效。")
    }
    let subject =
      isCommonName
      ? Text(" The common name (CN) in its subject does not count.", "证书主题里的通用名（CN）不算数。") : Text(same: "")
    if found.isEmpty {
      return Text(
        "The certificate at \(endpoint) is not for \(host): it lists no server name and no IP address.\(subject.english)",
        "\(endpoint) 的证书不属于 \(host)：其中没有列出任何服务器名或 IP 地址。\(subject.simplifiedChinese)")
    }
    return Text(
      "The certificate at \(endpoint) is not for \(host)\(FailureSentence.list(found.map(\.text), " but for ")).\(subject.english)",
      "\(endpoint) 的证书不属于 \(host)\(FailureSentence.list(found.map(\.text), "，而是 "))。\(subject.simplifiedChinese)")
  }

  /// Returns what is wrong with a chain. Only an authority unknown to this computer is called not trusted.
  private static func untrusted(_ distrust: Distrust, _ endpoint: Endpoint) -> Text {
    switch distrust {
    case .unknownIssuer(let issuer):
      return unknown(
        Text("the issuer \(issuer.quoted.english) is not known here", "本机不认识签发者\(issuer.quoted.simplifiedChinese)"), endpoint)
    case .unknownRoot(let root):
      return unknown(
        Text(
          "its chain ends in the root \(root.quoted.english), which is not known here",
          "证书链的根\(root.quoted.simplifiedChinese)不为本机所知"), endpoint)
    case .noRoot(let member, let issuer):
      let name = name(member, endpoint)
      return Text(
        "\(name.english) is among the trusted ones, but it is not a root: its issuer \(issuer.quoted.english) is missing there.",
        "\(name.simplifiedChinese)虽在受信任的证书之中，却不是根证书：其中缺少签发者\(issuer.quoted.simplifiedChinese)。")
    case .badSignature(let member): return about(member, endpoint, Text("has a wrong signature", "的签名不对"))
    case .notAnAuthority(let member): return about(member, endpoint, Text("may not sign other certificates", "无权签发其他证书"))
    case .nameNotPermitted(let member):
      return about(member, endpoint, Text("has a name that an authority above it may not sign for", "的名称超出了上级机构的权限"))
    case .tooLong:
      return Text(
        "The certificate chain of \(endpoint) is longer than its authorities allow.", "\(endpoint) 的证书链超出了证书机构允许的长度。")
    case .unknownExtension(let member):
      return about(member, endpoint, Text("has a critical extension that OpenSSL does not know", "含有 OpenSSL 不认识的关键扩展"))
    case .malformed(let member): return about(member, endpoint, Text("has a part that cannot be read", "有无法读取的内容"))
    case .other(let number):
      return Text(
        "OpenSSL does not accept the certificate of \(endpoint) (check \(number)).", "OpenSSL 不接受 \(endpoint) 的证书（检查 \(number)）。")
    }
  }

  private static func unknown(_ reason: Text, _ endpoint: Endpoint) -> Text {
    Text(
      "The certificate of \(endpoint) was not issued by an authority this computer trusts (\(reason.english)).",
      "\(endpoint) 的证书不是由本机信任的机构签发的（\(reason.simplifiedChinese)）。")
  }

  private static func about(_ member: ChainMember, _ endpoint: Endpoint, _ fault: Text) -> Text {
    let name = name(member, endpoint)
    return Text("\(name.english) \(fault.english).", "\(name.simplifiedChinese)\(fault.simplifiedChinese)。")
  }
}
