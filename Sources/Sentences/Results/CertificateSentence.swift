// What is wrong with a certificate, and which of the chain it is.

import Vocabulary

enum CertificateSentence {
  /// Of a failure that a certificate is to blame for, or the list of those that are trusted.
  static func text(_ failure: TLSFailure, at endpoint: Endpoint) -> Text {
    switch failure {
    case .wrongName(let found):
      return Text(
        "The certificate at \(endpoint) is not for \(endpoint.host)\(FailureSentence.list(found.map(\.text), " but for ")).",
        "\(endpoint) 的证书不属于 \(endpoint.host)\(FailureSentence.list(found.map(\.text), "，而是 "))。")
    case .expired(let since, let member): return expired(since, member, endpoint)
    case .notYetValid(let until, let member): return notYetValid(until, member, endpoint)
    case .untrusted(let distrust):
      let reason = reason(distrust, endpoint)
      return Text(
        "The certificate of \(endpoint) was not issued by an authority this computer trusts (\(reason.english)). For your company's own authority, use --ca-file.",
        "\(endpoint) 的证书不是由本机信任的机构签发的（\(reason.simplifiedChinese)）。企业自建证书机构请用 --ca-file。")
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
        "This computer has no trusted certificates. Install ca-certificates.", "本机没有受信任的根证书，请安装 ca-certificates。")
    case .notTLS, .tooOld, .alert, .clientCertificateWanted, .failed, .tooMuch, .truncated:
      return TLSSentence.text(failure, at: endpoint)
    }
  }

  /// A certificate of the chain, as the subject of a sentence.
  private static func name(_ member: ChainMember, _ endpoint: Endpoint) -> Text {
    switch member.place {
    case .server: Text("The certificate of \(endpoint)", "\(endpoint) 的证书")
    case .intermediate:
      Text("The intermediate certificate \"\(member.name)\" in the chain of \(endpoint)", "\(endpoint) 证书链中的中间证书「\(member.name)」")
    case .root:
      Text("The root certificate \"\(member.name)\" in the chain of \(endpoint)", "\(endpoint) 证书链中的根证书「\(member.name)」")
    }
  }

  private static func expired(_ since: String, _ member: ChainMember, _ endpoint: Endpoint) -> Text {
    let name = name(member, endpoint)
    switch member.place {
    case .server:
      return Text(
        "\(name.english) expired on \(since). Its owner has to renew it.",
        "\(name.simplifiedChinese)已于 \(since) 过期，需由服务商更新。")
    case .intermediate:
      return Text(
        "\(name.english) expired on \(since); it is not the server's own. Whoever runs the server has to replace it.",
        "\(name.simplifiedChinese)已于 \(since) 过期，它不是服务器自己的证书，需由服务商更换。")
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
        "\(name.english) is only valid from \(until). Check this computer's clock.",
        "\(name.simplifiedChinese)从 \(until) 起才有效。请检查本机时间。")
    case .intermediate, .root:
      return Text(
        "\(name.english) is only valid from \(until); it is not the server's own. Check this computer's clock.",
        "\(name.simplifiedChinese)从 \(until) 起才有效，它不是服务器自己的证书。请检查本机时间。")
    }
  }

  /// Why no trusted root was found, as a part of a sentence.
  private static func reason(_ distrust: Distrust, _ endpoint: Endpoint) -> Text {
    switch distrust {
    case .unknownIssuer(let issuer):
      return Text("the issuer \"\(issuer)\" is not known here", "本机不认识签发者「\(issuer)」")
    case .unknownRoot(let root):
      return Text("its chain ends in the root \"\(root)\", which is not known here", "证书链的根「\(root)」不为本机所知")
    case .badSignature(let member): return about(member, Text("has a signature that is wrong", "的签名不对"))
    case .notAnAuthority(let member): return about(member, Text("may not sign others", "无权签发其他证书"))
    case .nameNotPermitted(let member): return about(member, Text("has a name that its issuer may not sign for", "的名称超出了签发者的权限"))
    case .tooLong: return Text("its chain is too long", "证书链太长")
    case .other(let number): return Text("OpenSSL's check \(number)", "OpenSSL 检查 \(number)")
    }
  }

  private static func about(_ member: ChainMember, _ fault: Text) -> Text {
    switch member.place {
    case .server: Text("it \(fault.english)", "它\(fault.simplifiedChinese)")
    case .intermediate:
      Text("the intermediate certificate \"\(member.name)\" \(fault.english)", "中间证书「\(member.name)」\(fault.simplifiedChinese)")
    case .root: Text("the root certificate \"\(member.name)\" \(fault.english)", "根证书「\(member.name)」\(fault.simplifiedChinese)")
    }
  }
}
