// Sentences about every way in which a session can fail.

import Foundation
import Sentences
import Testing
import Vocabulary

@Suite("Sentences of failures") struct FailureSentenceTests {
  private static let said = Visible("said")
  private static let reply = ServerReply(condition: "NO", octets: Array("no".utf8))

  private static let members = [
    ChainMember.server, ChainMember(.intermediate, name: Visible("a.example")), ChainMember(.root, name: Visible("b.example")),
  ]

  /// Every TLS failure, with every certificate and every alert that can cause it.
  private static let tls: [TLSFailure] =
    (TLSAlert.Kind.allCases.compactMap { kind in (UInt8.min...UInt8.max).map { TLSAlert($0) }.first { $0.kind == kind } } + [TLSAlert(200)])
    .flatMap { [.alert($0), .clientCertificateWanted($0)] }
    + [
      .damagedRecord, .unofferedChoice, .badSignature, .unsafeRenegotiation, .excess, .uncheckableName, .notAllowed(0x0a00_0126),
      .library(0x0a0c_0100),
    ].map { .failed($0) }
    + members.flatMap { member in
      [
        .expired(since: "2020-01-01", of: member), .notYetValid(until: "2040-01-01", of: member), .weak(of: member),
        .wrongPurpose(of: member),
        .untrusted(.badSignature(member)), .untrusted(.notAnAuthority(member)), .untrusted(.nameNotPermitted(member)),
        .untrusted(.unknownExtension(member)), .untrusted(.malformed(member)), .untrusted(.noRoot(member, issuer: Visible("a.example"))),
      ]
    }
    + [.unknownIssuer(Visible("a.example")), .unknownRoot(Visible("b.example")), .tooLong, .other(79)].map { .untrusted($0) }

  private static let causes: [SessionFailure.Cause] =
    [
      .net(.noSuchHost(exists: true)), .net(.noSuchHost(exists: false)), .net(.dnsFailed), .net(.refused), .net(.unreachable),
      .net(.connectTimeout), .net(.closedEarly(reset: true)), .net(.closedEarly(reset: false)), .net(.timedOut), .net(.interrupted),
      .net(.system(24)), .net(.tls(.notTLS(said: said))), .net(.tls(.tooOld)), .net(.tls(.tooMuch)), .net(.tls(.truncated)),
      .net(.tls(.wrongName(found: []))), .net(.tls(.wrongName(found: [Visible("a.example"), Visible("b.example")]))),
      .net(.tls(.expired(since: "2020-01-01"))), .net(.tls(.notYetValid(until: "2040-01-01"))), .net(.tls(.untrusted(.other(1)))),
      .net(.tls(.selfSigned)), .net(.tls(.weak())), .net(.tls(.wrongPurpose())), .net(.tls(.noTrustStore)), .noStartTLS,
      .startTLSRefused(reply),
      .notThisProtocol(said: said, service: nil), .brokenReply(said: said), .serverUnavailable(reply), .temporary(reply), .loginDisabled,
      .noMechanism(offered: []), .noMechanism(offered: ["CRAM-MD5", "NTLM"]), .needsOAuth(offered: []), .needsOAuth(offered: ["XOAUTH2"]),
      .takesNoUTF8, .takesNoToken(offered: []), .takesNoToken(offered: ["PLAIN", "LOGIN"]), .refused(reply), .tokenRefused(reply, nil),
      .tokenRefused(reply, TokenStatus(status: said)), .tokenRefused(reply, TokenStatus(status: said, scope: said)),
    ] + tls.map { .net(.tls($0)) } + SessionFailure.Tampering.allCases.map { .tampered($0) }
    + SessionFailure.Excess.allCases.map { .tooMuch($0) }
    + SessionFailure.Doubt.allCases.map { .cannotVerify($0) } + ForeignService.allCases.map { .notThisProtocol(said: said, service: $0) }

  private static func text(
    _ cause: SessionFailure.Cause, stage: Stage = .login, _ secret: SecretRecord = SecretRecord(), isSecretRight: Bool = false
  ) throws -> Text {
    let endpoint = Endpoint(host: try #require(HostName("imap.example.org")), port: 993, security: .tls)
    return FailureSentence.text(SessionFailure(stage: stage, cause: cause, secret: secret), at: endpoint, isSecretRight: isSecretRight)
  }

  /// What a session can record about the secret.
  private static let records = [SecretRecord(), SecretRecord(sent: .login), SecretRecord(sent: .login, accepted: .login)]

  @Test("the list has every kind of failure") func complete() {
    #expect(Set(Self.causes.map { SessionFailure(stage: .login, cause: $0).outcome }) == Set(FailureKind.allCases))
  }

  @Test("each has a sentence, right in both languages, at every stage", arguments: causes) func good(_ cause: SessionFailure.Cause) throws {
    // The system's error texts and the names in a certificate are printed unchanged.
    let quoted = ["imap.example.org:993", "imap.example.org", "said", String(cString: strerror(24)), "a.example", "b.example"]
    for stage in Stage.allCases {
      for secret in Self.records {
        let text = try Self.text(cause, stage: stage, secret)
        #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)")
      }
    }
  }

  @Test("fault-tls-failure-without-reason: each is a whole sentence, and no English is in the Chinese one", arguments: tls)
  func whole(_ failure: TLSFailure) throws {
    let text = try Self.text(.net(.tls(failure)), stage: .tls)
    #expect(text.english.hasSuffix(".") && text.simplifiedChinese.hasSuffix("。"), "\(text)")
    #expect(!text.english.contains("no reason"))
    let names = ["TLS", "OpenSSL", "RFC", "ca-certificates", "--ca-file", "a.example", "b.example", "imap.example.org"]
    let own = names.reduce(text.simplifiedChinese) { $0.replacing($1, with: "") }
    // Two letters in a row are a word; the letters in an error number have digits around them.
    #expect(own.firstMatch(of: /[A-Za-z]{2,}/) == nil, "\(own)")
  }

  @Test("fault-tls-failure-without-reason: the English sentence has the standard's name of the alert")
  func alertNames() throws {
    for (number, name) in [(40, "handshake_failure"), (80, "internal_error"), (112, "unrecognized_name"), (48, "unknown_ca")]
      as [(UInt8, String)]
    {
      let text = try Self.text(.net(.tls(.alert(TLSAlert(number)))), stage: .tls)
      #expect(text.english.contains("(TLS alert \(name), \(number))") && text.simplifiedChinese.contains("（TLS 警报 \(number)）"))
    }
  }

  @Test(
    "fault-intermediate-told-as-the-servers-certificate: an intermediate or a root is called by its name, never the server's",
    arguments: members.dropFirst())
  func others(_ member: ChainMember) throws {
    for failure in [
      TLSFailure.expired(since: "2020-01-01", of: member), .notYetValid(until: "2040-01-01", of: member), .weak(of: member),
      .wrongPurpose(of: member),
    ] {
      let text = try Self.text(.net(.tls(failure)), stage: .tls)
      for language in Language.allCases { #expect(text[language].contains(member.name.text)) }
      #expect(!text.english.hasPrefix("The certificate of") && !text.simplifiedChinese.contains("993 的证书"))
    }
  }

  @Test(
    "fault-ca-file-advised-in-vain: --ca-file is advised only if an authority is unknown or its root is missing",
    arguments: tls)
  func authorityFile(_ failure: TLSFailure) throws {
    let host = try #require(HostName("imap.example.org"))
    let endpoint = Endpoint(host: host, port: 993, security: .tls)
    let happened = try Self.text(.net(.tls(failure)), stage: .tls)
    let advice = CauseSentence(
      .tlsProblem, ProviderTerms(host: host), behind: SessionFailure(stage: .tls, cause: .net(.tls(failure))), of: .imap, at: endpoint
    ).advice
    let (isUnknown, mayHelp): (Bool, Bool) =
      switch failure {
      case .untrusted(.unknownIssuer), .untrusted(.unknownRoot): (true, true)
      case .untrusted(.noRoot), .selfSigned: (false, true)
      default: (false, false)
      }
    // The page with the advice does not say it twice; a line without advice has it as a hint.
    let hint = FailureSentence.hint(SessionFailure(stage: .tls, cause: .net(.tls(failure))))
    for language in Language.allCases {
      #expect(!happened[language].contains("--ca-file"), "\(happened)")
      #expect((hint?[language].contains("--ca-file") == true) == isUnknown, "\(failure)")
      #expect(happened[language].contains(language == .english ? "authority this computer trusts" : "本机信任的机构") == isUnknown)
      #expect(advice[language].contains("--ca-file") == mayHelp, "\(advice)")
    }
    #expect(!happened.english.contains("OpenSSL's check 34"))
  }

  @Test(
    "fault-name-that-only-looks-right: a sentence never says that a certificate is for the host it is not for",
    arguments: [
      ("127.0.0.1", ["127.0.0.1"], false, "not as an IP address"), ("127.0.0.1", ["localhost", "127.0.0.1"], true, "not as an IP address"),
      ("::1", ["::1"], false, "not as an IP address"), ("localhost", [], true, "common name (CN) in its subject does not count"),
      ("mail.example.org", ["other.example"], true, "common name (CN) in its subject does not count"),
      ("mail.example.org", ["other.example"], false, "but for other.example."), ("mail.example.org", [], false, "lists no server name"),
      ("mail.example.org", ["MAIL.example.org"], false, "only looks like this name"),
    ] as [(String, [String], Bool, String)])
  func names(_ host: String, _ found: [String], _ isCommonName: Bool, _ words: String) throws {
    let endpoint = Endpoint(host: try #require(HostName(host)), port: 993, security: .tls)
    let failure = TLSFailure.wrongName(found: found.map { Visible($0) }, isCommonName: isCommonName)
    let text = FailureSentence.text(SessionFailure(stage: .tls, cause: .net(.tls(failure))), at: endpoint)
    #expect(text.english.contains(words), "\(text)")
    for name in found where name.lowercased() == host.lowercased() {
      #expect(!text.english.contains("but for") && !text.simplifiedChinese.contains("而是 "), "\(text)")
    }
    #expect(Prose(text: text, quoted: found + [host, endpoint.description]).faults == [], "\(text)")
    #expect(text.simplifiedChinese.contains("（CN）") == words.contains("(CN)"))
  }

  @Test(
    "fault-names-open-our-quotes: a name cannot end a quotation of the sentence or add a second name",
    arguments: [
      (#"CN=Evil\" is fine. IMAP works: \""#, [#"Evil\""#]), (#"CN=Good\, O=Bank"#, [#"Good\, O"#]), (#"CN=a\+CN=b"#, [#"a\+CN"#]),
      ("CN=甲」证书没有问题「乙", ["『", "』"]),
    ])
  func quotes(_ name: String, _ kept: [String]) throws {
    for failure in [
      TLSFailure.untrusted(.unknownIssuer(Visible(name))), .untrusted(.unknownRoot(Visible(name))),
      .expired(since: "2020-01-01", of: ChainMember(.intermediate, name: Visible(name))),
    ] {
      let text = try Self.text(.net(.tls(failure)), stage: .tls)
      // Each quotation mark of a name has its backslash; the sentence has two of its own, without one.
      let ours = text.english.replacing("\\\"", with: "").filter { $0 == "\"" }
      #expect(ours.count == 2, "\(text.english)")
      #expect(text.simplifiedChinese.filter { $0 == "「" }.count == 1 && text.simplifiedChinese.filter { $0 == "」" }.count == 1)
      for part in kept { #expect(text.english.contains(part) || text.simplifiedChinese.contains(part)) }
    }
    let found = try Self.text(.net(.tls(.wrongName(found: [Visible("a.example, imap.example.org"), Visible("b\"c")]))), stage: .tls)
    #expect(found.english.contains(#"but for "a.example, imap.example.org", "b\"c"."#), "\(found)")
  }

  @Test(
    "fault-handshake-failure-blames-ciphers: no cipher alone is blamed, and protocol_version is an alert like others")
  func handshake() throws {
    let text = try Self.text(.net(.tls(.alert(TLSAlert(40)))), stage: .tls)
    #expect(text.english.contains("no cipher, curve or signature algorithm in common") && text.simplifiedChinese.contains("椭圆曲线或签名算法"))
    let old = TLSFailure.alert(TLSAlert(70))
    #expect(old.outcome == .tlsTooOld && old.alert?.name == "protocol_version")
    #expect(try Self.text(.net(.tls(old)), stage: .tls).english.contains("supports only an old version of TLS"))
  }

  @Test(
    "fault-goodbye-after-login-told-as-none: a goodbye in a session is not reported as a refused connection",
    arguments: [Stage.login, .list, .inbox, .sender, .message, .arrival, .removal, .capability])
  func goodbye(_ stage: Stage) throws {
    let accepted = SecretRecord(sent: .login, accepted: stage == .login || stage == .capability ? nil : .login)
    let text = try Self.text(.serverUnavailable(Self.reply), stage: stage, accepted)
    #expect(
      text.english.hasPrefix("imap.example.org:993 ended the session.") && text.simplifiedChinese.hasPrefix("imap.example.org:993 结束了会话。"))
    #expect(try Self.text(.serverUnavailable(Self.reply), stage: .greeting).english.contains("did not accept the connection"))
  }

  @Test(
    "fault-put-off-sender-told-as-refused: for a temporary code no sentence promises that a later try helps", arguments: Stage.allCases)
  func putOff(_ stage: Stage) throws {
    for record in Self.records {
      let text = try Self.text(.temporary(Self.reply), stage: stage, record)
      #expect(!text.english.contains("later") && !text.simplifiedChinese.contains("稍后"))
    }
  }

  @Test("fault-tls-failure-without-reason: advice fits what failed, in both languages", arguments: tls)
  func advice(_ failure: TLSFailure) throws {
    // This failure has a cause of its own.
    if case .clientCertificateWanted = failure { return }
    let host = try #require(HostName("imap.example.org"))
    let endpoint = Endpoint(host: host, port: 143, security: .startTLS)
    for record in [SecretRecord(), SecretRecord(sent: .login)] {
      let sentence = CauseSentence(
        .tlsProblem, ProviderTerms(host: host), behind: SessionFailure(stage: .tls, cause: .net(.tls(failure)), secret: record),
        of: .imap,
        at: endpoint)
      #expect(Prose(text: sentence.headline).faults == [] && Prose(text: sentence.advice).faults == [], "\(sentence.advice)")
      // What was sent of the secret is printed elsewhere, once. A connection that broke after the secret was sent was
      // trusted before.
      #expect(sentence.headline.english.contains("is not secure") == false || record.sent == nil)
      #expect(!sentence.headline.english.contains("secret"))
      let isAboutTime =
        switch failure {
        case .expired, .notYetValid: true
        default: false
        }
      #expect(sentence.advice.english.contains("clock") == isAboutTime, "\(sentence.advice)")
    }
    let certificate = CauseSentence(
      .tlsProblem, ProviderTerms(host: host), behind: SessionFailure(stage: .tls, cause: .net(.tls(.selfSigned))), of: .imap, at: endpoint)
    #expect(
      certificate.command?.hasPrefix("openssl s_client -connect imap.example.org:143 -starttls imap -servername imap.example.org ") == true)
  }

  @Test("a server's text stays harmless: nothing of it reads as the program's own words (term-csi-in-reply)") func hostile() throws {
    let hostile = Visible("\u{1b}[2J\u{202e}evil\r\nIMAP is fine")
    for cause in [
      SessionFailure.Cause.brokenReply(said: hostile), .notThisProtocol(said: hostile, service: .http), .net(.tls(.notTLS(said: hostile))),
      .net(.tls(.wrongName(found: [hostile]))),
    ] {
      let text = try Self.text(cause)
      for language in Language.allCases {
        #expect(Visible.isHarmless(text[language]))
        // The server's text comes after the program's own words.
        #expect(text[language].contains("[2Jevil IMAP is fine"))
        #expect(!text[language].hasPrefix("[2J"))
      }
    }
    let offered = try Self.text(.noMechanism(offered: ["\u{1b}[2J", String(repeating: "X", count: 9_000), "C", "D", "E", "F-SIXTH"]))
    #expect(Visible.isHarmless(offered.english))
    #expect(offered.english.count < 400)
    #expect(!offered.english.contains("F-SIXTH"))
  }

  @Test(
    "if the secret was sent without an answer, the sentence says that its result is unknown",
    arguments: [.net(.closedEarly(reset: true)), .net(.timedOut)] as [SessionFailure.Cause])
  func unknownAnswer(_ cause: SessionFailure.Cause) throws {
    let sent = SecretRecord(sent: .login)
    #expect(try Self.text(cause, sent).english.contains("not known"))
    #expect(try Self.text(cause, sent).simplifiedChinese.contains("不知道密码是否正确"))
    #expect(try !Self.text(cause, sent, isSecretRight: true).english.contains("not known"))
    #expect(try !Self.text(cause).english.contains("not known"))
  }

  @Test(
    "if the secret was not sent, the sentence says so",
    arguments: [.noStartTLS, .startTLSRefused(reply), .tampered(.leftOverAtStartTLS), .tampered(.preauthInClear), .tampered(.otherChannel)]
      as [SessionFailure.Cause])
  func nothingSent(_ cause: SessionFailure.Cause) throws {
    #expect(try Self.text(cause, stage: .tls).english.hasSuffix("Your password was not sent to it."))
    #expect(try Self.text(cause, stage: .tls).simplifiedChinese.hasSuffix("密码没有发给它。"))
  }

  @Test("the stage tells a refused login from a refused inbox or sender") func stages() throws {
    #expect(try Self.text(.refused(Self.reply), stage: .login).english.contains("rejected the sign-in"))
    for stage in [Stage.list, .inbox] {
      #expect(try Self.text(.refused(Self.reply), stage: stage).english.contains("does not open the inbox"))
    }
    #expect(try Self.text(.refused(Self.reply), stage: .sender).english.contains("rejected your address as the sender"))
    for stage in [Stage.list, .inbox, .sender] {
      let text = try Self.text(.refused(Self.reply), stage: stage, SecretRecord(sent: .login, accepted: .login)).english
      #expect(text.hasPrefix("You are signed in") && !text.contains("had been accepted"))
    }
  }

  @Test("a token that could not be checked is not called rejected", arguments: ["internal_failure", "SERVER_ERROR", "503"])
  func unchecked(_ word: String) throws {
    let status = TokenStatus(status: Visible(word))
    let text = try Self.text(.tokenRefused(Self.reply, status), stage: .login)
    #expect(text.english.contains("could not check the access token (\(word))") && !text.english.contains("rejected"))
    #expect(text.simplifiedChinese.contains("没能检查访问令牌（\(word)）") && !text.simplifiedChinese.contains("拒绝"))
    let refused = try Self.text(.tokenRefused(Self.reply, TokenStatus(status: Visible("invalid_token"))), stage: .login)
    #expect(refused.english.contains("rejected the access token (invalid_token)"))
  }
}
