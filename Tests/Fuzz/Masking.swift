// Fuzzes a server that repeats the secret: any secret, any part of it, in any encoding, split anywhere. The output
// contains no part of it, and the result is the same as with a secret that the server does not repeat.

import Diagnosis
import Net
import Posix
import Session
import TestSupport
import Vocabulary
import Wire

@_cdecl("LLVMFuzzerTestOneInput")
func masking(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard octets.count > 12 else { return }
    let mailProtocol = octets[0] & 1 == 0 ? MailProtocol.imap : .smtp
    // Letters, digits and symbols, but never CR, LF or NUL. No keyboard has all of them.
    let length = 4 + Int(octets[1] % 40)
    let alphabet = Array("abcdefgXYZ0123456789-_=+/%&<>\"\\.:;@# {}".unicodeScalars) + ["ä", "密", "😀"]
    let source = Array(octets.dropFirst(12))
    let secret = (0..<length).map {
      String(alphabet[Int(source.isEmpty ? UInt8($0) : source[$0 % source.count] &+ UInt8($0)) % alphabet.count])
    }.joined()
    guard !secret.contains("secret"), !secret.allSatisfy({ $0 == " " }) else { return }
    let ways = EchoParts.transformations(of: secret)
    let echo = Array(ways[Int(octets[2]) % ways.count].echo.utf8)
    let cut = echo.dropFirst(Int(octets[3]) % max(echo.count / 2, 1)).dropLast(Int(octets[4]) % max(echo.count / 2, 1))
    let words = Array("refused \(octets[5]): ".utf8) + cut + Array(" .".utf8)
    let size = octets[6] == 0 ? words.count : 1 + Int(octets[6]) % 30
    let lines = stride(from: 0, to: words.count, by: size).map { Array(words[$0..<min($0 + size, words.count)]) }
    guard lines.count < 90 else { return }
    let codes = octets[7] & 1 == 1
    let (report, trace) = talk(mailProtocol, secret, lines, codes)
    let parts = EchoParts(of: secret).all
    // The server's usual text may contain a part of the secret by chance.
    let usual = "refused \(octets[5]): . \(TestAccount.username) 220 mail 250-mail AUTH PLAIN SASL-IR CAPABILITY IMAP4rev1 535 5.7.8 A1 NO"
    for part in parts where part.utf8.count >= 6 && !usual.contains(part) {
      let reply = report.failure?.reply.map { [$0.octets.text, Visible($0.octets).text, Visible($0.octets, charset: .gb18030).text] } ?? []
      always(!(reply + trace).contains { $0.contains(part) }, "no part is shown: \(part)")
    }
    let (other, _) = talk(mailProtocol, "Uv8-not-what-is-repeated", lines, codes)
    always(report.failure?.stage == other.failure?.stage && report.failure?.outcome == other.failure?.outcome, "the verdict is the same")
    always(report.failure?.reply?.code == other.failure?.reply?.code, "the code is the same")
    always(causes(report) == causes(other), "the causes are the same")
    always(report.failure?.reply?.condition == other.failure?.reply?.condition, "the condition is the same")
  }
}

/// What is behind the refusal.
private func causes(_ report: SessionReport) -> [Cause]? {
  Diagnosis(
    report.mailProtocol == .imap ? Evidence(imap: report.failure, smtp: nil) : Evidence(imap: nil, smtp: report.failure), provider: nil)?
    .causes
}

/// Runs a login with `secret` that the server refuses with `lines`. Returns the report and the trace.
private func talk(_ mailProtocol: MailProtocol, _ secret: String, _ lines: [[UInt8]], _ codes: Bool) -> (SessionReport, [String]) {
  var said: [UInt8] = []
  for (number, line) in lines.enumerated() {
    let isLast = number == lines.count - 1
    let head = mailProtocol == .smtp ? "535\(isLast ? " " : "-")\(codes ? "5.7.8 " : "")" : isLast ? "A1 NO " : "* NO "
    said += Array(head.utf8) + line + Array("\r\n".utf8)
  }
  guard let host = HostName("mail.example.org"), let sender = try? MailAddress(TestAccount.username) else { preconditionFailure("names") }
  let plan = SessionPlan(
    mailProtocol: mailProtocol, endpoint: Endpoint(host: host, port: 1, security: .tls),
    credentials: Credentials(username: TestAccount.username, password: Secret(copying: Array(secret.utf8))), sender: sender,
    quirks: Quirks(),
    recipientMeaning: { $0.recipientMeaning(at: nil) })
  let trace = Trace()
  let report = ServerVerification(
    ScriptedTransport(Repeating(mailProtocol, said)), timing: .usual, until: .after(seconds: TimeLimits.usual.account), SecretWatch([plan]),
    trace: trace,
    version: "1.0"
  ) { _ in }.run(plan)
  return (report, trace.lines.filter { $0.direction == .server }.map(\.text))
}

/// Sends a greeting and answers the login.
private final class Repeating: Connection {
  let family: AddressFamily? = nil
  let peer: TLSFacts? = nil
  let channelBinding: ChannelBinding? = nil
  private var answers: [[UInt8]]
  private var arrived: [UInt8]

  init(_ mailProtocol: MailProtocol, _ refusal: [UInt8]) {
    switch mailProtocol {
    case .imap: (arrived, answers) = (Array("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] x\r\n".utf8), [refusal])
    case .smtp: (arrived, answers) = (Array("220 mail\r\n".utf8), [Array("250-mail\r\n250 AUTH PLAIN\r\n".utf8), refusal])
    }
  }

  func read(until deadline: Deadline) throws(NetFailure) -> [UInt8] {
    guard !arrived.isEmpty else { throw .timedOut }
    defer { arrived = [] }
    return arrived
  }

  func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure) {
    if !answers.isEmpty { arrived += answers.removeFirst() }
  }

  func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts {
    TLSFacts(
      version: "", cipher: "",
      certificate: CertificateFacts(subject: Visible(""), issuer: Visible(""), names: [], begins: "", expires: "", sha256: ""),
      isTrusted: true)
  }

  func close() {}
}
