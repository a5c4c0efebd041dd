// SCRAM over both protocols with a server that computes its side, because the client's nonce is random.

import Net
import Posix
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import Session

@Suite("SCRAM over IMAP and SMTP") struct SCRAMDialogueTests {
  private static func report(
    _ mailProtocol: MailProtocol, _ fault: SCRAMServer.Deviation?, password: String = TestAccount.secret, _ trace: Trace = Trace()
  ) throws -> SessionReport {
    let endpoint = Endpoint(host: try #require(HostName("\(mailProtocol).example.org")), port: 1, security: .tls)
    let plan = SessionPlan(
      mailProtocol: mailProtocol, endpoint: endpoint,
      credentials: Credentials(username: TestAccount.username, password: Secret(copying: password.utf8)),
      sender: try MailAddress(TestAccount.username), quirks: Quirks(), recipientMeaning: { _ in .open })
    let server = SCRAMServer(mailProtocol, fault)
    let limits = TimeLimits.usual
    return ServerVerification(
      ScriptedTransport(server), timing: limits, until: .after(seconds: limits.account), SecretWatch([plan]), trace: trace, version: "1.0"
    ) { _ in }.run(plan)
  }

  @Test("the password is proved, and the server proves itself; the trace has neither proof", arguments: MailProtocol.allCases)
  func good(_ mailProtocol: MailProtocol) throws {
    let trace = Trace()
    let report = try Self.report(mailProtocol, nil, trace)
    #expect(report.isVerified, "\(String(describing: report.failure))")
    #expect(report.mechanism == "SCRAM-SHA-256")
    #expect(report.secret == SecretRecord(sent: .login, accepted: .login))
    #expect(trace.lines.contains { $0.direction == .server && $0.text.hasSuffix(" <challenge>") })
    #expect(trace.lines.contains { $0.direction == .client && $0.text == "<response>" })
  }

  @Test("a wrong password is refused, without any verdict of the client's own", arguments: MailProtocol.allCases)
  func wrong(_ mailProtocol: MailProtocol) throws {
    let report = try Self.report(mailProtocol, nil, password: "another-password")
    #expect(report.failure?.outcome == .refused && report.failure?.stage == .login)
    #expect(report.secret.sent == .login && report.secret.accepted == nil)
  }

  @Test("a server that does not prove itself proves nothing", arguments: MailProtocol.allCases, [SCRAMServer.Deviation.forged, .unproven])
  func unproven(_ mailProtocol: MailProtocol, _ fault: SCRAMServer.Deviation) throws {
    let report = try Self.report(mailProtocol, fault)
    #expect(report.failure?.cause == .cannotVerify(.serverUnproven))
    #expect(report.secret.sent == .login && report.secret.accepted == nil)
  }

  @Test(
    "res-scram-iterations: a server with too few iterations, or with so many that they take minutes, gets no proof",
    arguments: MailProtocol.allCases, [SCRAMServer.Deviation.weak, .slow])
  func weak(_ mailProtocol: MailProtocol, _ deviation: SCRAMServer.Deviation) throws {
    let report = try Self.report(mailProtocol, deviation)
    #expect(report.failure?.outcome == .brokenReply)
    #expect(report.secret.sent == nil)
  }
}

/// A server with SCRAM-SHA-256 and nothing else.
final class SCRAMServer: Connection {
  enum Deviation: Sendable { case forged, unproven, weak, slow }

  private var iterations: Int {
    switch fault {
    case .weak: 1
    case .slow: 2_147_483_647
    case .forged, .unproven, nil: 4_096
    }
  }

  let family: AddressFamily? = nil
  let peer: TLSFacts? = nil
  let channelBinding: ChannelBinding? = nil
  private let fault: Deviation?
  private let mailProtocol: MailProtocol
  private var arrived: [UInt8] = []
  private var clientFirst = ""
  private var serverFirst = ""
  private var isIn = false
  private var isRefusing = false

  init(_ mailProtocol: MailProtocol, _ fault: Deviation?) {
    (self.mailProtocol, self.fault) = (mailProtocol, fault)
    say(mailProtocol == .imap ? "* OK [CAPABILITY IMAP4rev1 SASL-IR LOGINDISABLED AUTH=SCRAM-SHA-256 AUTH=CRAM-MD5] x" : "220 mail")
  }

  private func say(_ line: String) { arrived += Array("\(line)\r\n".utf8) }

  private func challenge(_ text: String) { say((mailProtocol == .imap ? "+ " : "334 ") + Base64.encode(text.utf8).text) }

  func read(until deadline: Deadline) throws(NetFailure) -> [UInt8] {
    guard !arrived.isEmpty else { throw .timedOut }
    defer { arrived = [] }
    return arrived
  }

  func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure) {
    for line in octets.withOctets({ $0.text }).split(separator: "\r\n", omittingEmptySubsequences: false).dropLast() { take(String(line)) }
  }

  private func take(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    if let position = words.firstIndex(where: { $0 == "AUTH" || $0 == "AUTHENTICATE" }), words.indices.contains(position + 2) {
      clientFirst = decoded(words[position + 2])
      let nonce = clientFirst.split(separator: ",").last.map { String($0.dropFirst(2)) } ?? ""
      serverFirst = "r=\(nonce)server,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=\(iterations)"
      challenge(serverFirst)
    } else if !isIn, line == "*" {
      say(mailProtocol == .imap ? "A1 BAD cancelled" : "501 cancelled")
    } else if !isIn, line.isEmpty {
      say(mailProtocol == .imap ? "A1 \(isRefusing ? "NO no" : "OK in")" : isRefusing ? "535 no" : "235 in")
      isIn = !isRefusing
    } else if !isIn, words.count == 1, decoded(line).contains(",p=") {
      final(decoded(line))
    } else {
      answer(words)
    }
  }

  private func final(_ message: String) {
    let parts = message.split(separator: ",p=", maxSplits: 1).map(String.init)
    let auth = Array("\(clientFirst.dropFirst(3)),\(serverFirst),\(parts[0])".utf8)
    let hash = Digest.sha256
    let salt = Base64.decode("W22ZaJ0SNY7soEsUEjb6gQ==".utf8) ?? []
    guard let salted = hash.pbkdf2(Secret(copying: TestAccount.secret.utf8), salt: salt, iterations: 4_096),
      let clientKey = hash.hmac(key: salted, Array("Client Key".utf8)), let stored = hash.hash(clientKey),
      let signature = hash.hmac(key: stored, auth), let serverKey = hash.hmac(key: salted, Array("Server Key".utf8)),
      let proof = hash.hmac(key: serverKey, auth)
    else { return }
    let expected = zip(clientKey.withOctets { Array($0) }, signature.withOctets { Array($0) }).map { $0 ^ $1 }
    isRefusing = Base64.decode(parts[1].utf8) != expected
    switch fault {
    case .unproven: say(mailProtocol == .imap ? "A1 OK in" : "235 in")
    case .forged: challenge("v=" + Base64.encode([UInt8](repeating: 7, count: 32)).text)
    case .weak, .slow, nil: challenge(isRefusing ? "e=invalid-proof" : "v=" + Base64.encode(proof.withOctets { Array($0) }).text)
    }
  }

  private func answer(_ words: [String]) {
    switch mailProtocol {
    case .imap: if words.count > 1 { say("\(words[0]) OK done") }
    case .smtp:
      switch words.first {
      case "EHLO": ["250-mail", "250 AUTH SCRAM-SHA-256 CRAM-MD5"].forEach(say)
      case "QUIT", "RSET": break
      default: say("250 ok")
      }
    }
  }

  private func decoded(_ text: String) -> String { Base64.decode(text.utf8)?.text ?? "" }

  func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts {
    TLSFacts(
      version: "", cipher: "",
      certificate: CertificateFacts(subject: Visible(""), issuer: Visible(""), names: [], begins: "", expires: "", sha256: ""),
      isTrusted: true)
  }

  func close() {}
}
