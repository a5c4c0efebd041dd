// Tests of the program's output when TLS fails: on the page and in the document, in both languages, with the advice.

import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("why TLS failed", .waiting)
struct TLSReasonTests {
  /// Servers whose TLS fails, and the expected output.
  struct Failing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: @Sendable (MailProtocol, ServerIdentity) -> [Step]
    let cause: String
    let alert: String?
    let english: String
    let chinese: String
  }

  static let failing = [
    alert(40, "handshake_failure", "have no cipher, curve or signature algorithm in common", "没有共同的加密套件、椭圆曲线或签名算法"),
    alert(49, "access_denied", "does not allow connections from this computer", "不允许这台电脑连接"),
    alert(80, "internal_error", "an internal error", "内部出错"), alert(112, "unrecognized_name", "knows no server named", "没有名为"),
    Failing(
      testDescription: "client certificate, TLS 1.3",
      steps: { [.tls($1, .standard.with { $0.clientCertificate = .required }), .say(hello($0))] },
      cause: "client_certificate_required", alert: "certificate_required", english: "requires a client certificate", chinese: "要求客户端证书"),
    Failing(
      testDescription: "client certificate, TLS 1.2", steps: { [.tls($1, .only(.tls12).with { $0.clientCertificate = .required })] },
      cause: "client_certificate_required", alert: "handshake_failure", english: "requires a client certificate", chinese: "要求客户端证书"),
    Failing(
      testDescription: "a damaged record", steps: { [.tls($1), .sayBroken(hello($0))] }, cause: "tls_problem", alert: nil,
      english: "was changed on the way", chinese: "传输途中有改动"),
  ]

  private static func hello(_ mailProtocol: MailProtocol) -> Octets { mailProtocol == .imap ? "* OK ready\r\n" : "220 ready\r\n" }

  private static func alert(_ number: UInt8, _ name: String, _ english: String, _ chinese: String) -> Failing {
    Failing(
      testDescription: name, steps: { _, _ in [.expectRecord, .alert(number)] }, cause: "tls_problem", alert: name, english: english,
      chinese: chinese)
  }

  private static func verify(
    _ account: ScriptedAccount, _ options: [String], _ change: (String) -> String = { $0 }
  ) throws -> ProcessResult {
    try Tool.run(account.arguments.map(change) + ["--secret-from", "stdin"] + options) { $0.input = .text("a secret\n") }
  }

  @Test(
    "fault-tls-failure-without-reason: a sentence of its own, in either language, with suitable advice", arguments: failing,
    Language.allCases)
  func reasons(_ row: Failing, _ language: Language) throws {
    let behaviour = ScriptedBehaviour(steps: row.steps)
    let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
    let words = language == .english ? row.english : row.chinese
    let result = try Self.verify(account, ["--json"] + language.option)
    #expect(result.end == .exited(76))
    let json = try result.json
    #expect(json["diagnosis"]["causes"].texts == [row.cause])
    for side in ["imap", "smtp"] { #expect(json[side]["failure"]["alert"].text == row.alert) }
    let page = try Self.verify(account, language.option)
    #expect(page.end == .exited(76))
    let explanation = try #require(json["diagnosis"]["explanation"].text)
    for text in [explanation, page.text] {
      #expect(text.contains(words), "\(text)")
      // Neither the clock nor a hotel's network can be the cause.
      #expect(!["no reason given", "clock", "hotel", "本机时间", "酒店"].contains(where: text.contains), "\(text)")
    }
    #expect(explanation.hasSuffix(language == .english ? "." : "。"))
  }

  // Certificates

  struct Untrusted: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let certificate: CertificateRequest
    let outcome: String
    /// The certificate at fault.
    var place = "server"
  }

  static let untrusted = [
    Untrusted(testDescription: "self-signed", certificate: .selfSigned(for: "localhost"), outcome: "certificateSelfSigned"),
    Untrusted(testDescription: "a private authority", certificate: .untrusted(for: "localhost"), outcome: "certificateUntrusted"),
    Untrusted(
      testDescription: "a private root, sent along", certificate: .valid(for: "localhost").with { $0.issuer = .foreign(rootSent: true) },
      outcome: "certificateUntrusted", place: "root"),
    Untrusted(testDescription: "expired", certificate: .expired(for: "localhost"), outcome: "certificateExpired"),
    Untrusted(testDescription: "another name", certificate: .valid(for: "elsewhere.example"), outcome: "certificateWrongName"),
    Untrusted(
      testDescription: "an intermediate from the future", certificate: .valid(for: "localhost").with { $0.issuer = .flawed(.notYetValid) },
      outcome: "certificateNotYetValid", place: "intermediate"),
    Untrusted(
      testDescription: "an expired intermediate", certificate: .valid(for: "localhost").with { $0.issuer = .flawed(.expired) },
      outcome: "certificateExpired", place: "intermediate"),
  ]

  @Test(
    "fault-untrusted-certificate-not-shown, fault-intermediate-told-as-the-servers-certificate: page, document and probe show it",
    arguments: untrusted, Language.allCases)
  func shown(_ row: Untrusted, _ language: Language) throws {
    let behaviour = ScriptedBehaviour(steps: ScriptedBehaviour.accepting.steps, certificate: row.certificate)
    let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
    let result = try Self.verify(account, ["--json"] + language.option)
    #expect(result.end == .exited(76))
    let page = try Self.verify(account, language.option).text
    let probe = try Tool.run(["probe"] + account.arguments.dropFirst(2) + language.option).text
    let json = try result.json
    for side in ["imap", "smtp"] {
      #expect(json[side]["failure"]["outcome"].text == row.outcome)
      let tls = json[side]["tls"]
      #expect(tls["trusted"].flag == false && tls["fault"]["certificate"].text == row.place)
      for certificate in [tls, tls["fault"]] {
        for key in ["subject", "issuer", "begins", "expires", "sha256"] {
          let value = try #require(certificate[key].text)
          #expect(!value.isEmpty && page.contains(value) && probe.contains(value), "\(key): \(value)")
        }
      }
      #expect(tls["names"].texts == (row.outcome == "certificateWrongName" ? ["elsewhere.example"] : ["localhost"]))
    }
    // The sentence names only the certificate that is at fault.
    let own = language == .english ? "The certificate of localhost" : " 的证书已于"
    guard row.place == "intermediate" else { return }
    let explanation = try #require(json["diagnosis"]["explanation"].text)
    let named = try #require(json["imap"]["tls"]["fault"]["subject"].text)
    #expect(explanation.contains(language == .english ? "intermediate certificate \"\(named)\"" : "中间证书「\(named)」"))
    #expect(!explanation.contains(own))
  }

  @Test("fault-untrusted-certificate-not-shown: the suggested call shows the certificate, and --ca-file accepts it")
  func obtained() throws {
    // If two roots have the same name, OpenSSL uses only the younger one.
    let behaviours = ["imap", "smtp"].map { name in
      ScriptedBehaviour(
        steps: ScriptedBehaviour.accepting.steps, certificate: .selfSigned(for: "localhost").with { $0.commonName = Octets(name.utf8) })
    }
    let account = try ScriptedAccount(imap: behaviours[0], smtp: behaviours[1])
    let folder = try ProcessFolder()
    var pem: [UInt8] = []
    for port in [account.imap.port, account.smtp.port] {
      // The page names one server at a time. The page of the other server names that one.
      let call = "openssl s_client -connect localhost:\(port) -servername localhost </dev/null | openssl x509 -out server.pem"
      let advice = "\(call) && openssl x509 -in server.pem -noout -sha256 -fingerprint"
      let probe = try Tool.run(["probe"] + account.arguments.dropFirst(2)).text
      let shell = ProcessCall("/bin/sh", ["-c", "cd \(folder.path) && \(advice)"], environment: ["PATH": "/usr/bin:/bin"])
      let fingerprint = try shell.run().text.split(separator: "=").last?.split(separator: "\n").first.map(String.init)
      #expect(probe.contains(try #require(fingerprint)))
      pem += try #require(ProcessFolder.read("\(folder.path)/server.pem"))
      if port == account.imap.port {
        let page = try Self.verify(account, [])
        let explanation = try Self.verify(account, ["--json"]).json["diagnosis"]["explanation"].text
        #expect(page.text.contains(advice) && explanation?.hasSuffix(advice) == true, "\(page.text)")
      }
    }
    let file = try folder.write(pem, to: "both.pem")
    let result = try Self.verify(account, []) { $0 == account.caFile ? file : $0 }
    #expect(result.end == .exited(0), "\(result.complaint)\(result.text)")
  }

  @Test("fault-untrusted-certificate-not-shown: for STARTTLS the call says so")
  func startTLS() throws {
    let behaviour = ScriptedBehaviour(
      steps: { mailProtocol, identity in
        switch mailProtocol {
        case .imap:
          [.say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n"), .expectAny, .say("{t} OK now\r\n"), .tls(identity), .silence]
        case .smtp:
          [.say("220 ready\r\n"), .expectAny, .say("250-x\r\n250 STARTTLS\r\n"), .expectAny, .say("220 now\r\n"), .tls(identity), .silence]
        }
      }, certificate: .selfSigned(for: "localhost"))
    let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
    let result = try Self.verify(account, []) { $0 == "tls" ? "starttls" : $0 }
    #expect(result.end == .exited(76))
    #expect(result.text.contains("-connect localhost:\(account.imap.port) -starttls imap -servername localhost"), "\(result.text)")
  }
}
