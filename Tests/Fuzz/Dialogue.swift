// Fuzzes a whole dialogue with a server that sends anything at any time. It checks what no server may cause: a success
// that the server did not report, a secret before TLS, a secret sent more than twice, a session without end.

import Net
import Posix
import Session
import TestSupport
import Vocabulary
import Wire

@_cdecl("LLVMFuzzerTestOneInput")
func dialogue(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard octets.count > 2, let plan = plan(octets[0], octets[1]) else { return }
    let server = RandomServer(octets.dropFirst(2), octetByOctet: octets[1] & 0x40 != 0, endsInOrder: octets[1] & 0x80 == 0)
    let trace = Trace()
    let report = ServerVerification(
      ScriptedTransport(server), timing: .usual, until: .after(seconds: TimeLimits.usual.account), SecretWatch([plan]), trace: trace,
      version: "1.0"
    ) { _ in }.run(plan)
    guard !server.knewTheSecret else { return }
    check(report, server)
    // Only in the forms in which the client sent it. A server that knows it may use others.
    let message = PLAIN(username: plan.credentials.username, password: plan.credentials.secret).initialResponse
    let forms = [plan.credentials.secret, Base64.encode(plan.credentials.secret)] + (message.map { [$0.encoded] } ?? [])
    let sent = forms.map { $0.withOctets { Array($0) } }
    for line in trace.lines { always(!sent.contains { Array(line.text.utf8).holds($0) }, "no secret is in the trace") }
    let said = "\(String(describing: report.failure)) \(report.capabilitiesBefore ?? []) \(report.capabilitiesAfter ?? [])"
    always(!sent.contains { Array(said.utf8).holds($0) }, "no secret is in the report")
  }
}

/// Reads the protocol, the security and the quirks from the bits of the first two octets.
private func plan(_ first: UInt8, _ second: UInt8) -> SessionPlan? {
  let mailProtocol = first & 1 == 0 ? MailProtocol.imap : .smtp
  guard let host = HostName("\(mailProtocol).example.org"), let sender = try? MailAddress(TestAccount.username) else { return nil }
  var quirks = Quirks()
  if second & 1 != 0 { quirks.id.append(.beforeLogin) }
  if second & 2 != 0 { quirks.id.append(.afterLogin) }
  quirks.saslIRBroken = second & 4 != 0
  let endpoint = Endpoint(host: host, port: 1, security: first & 2 == 0 ? .tls : .startTLS)
  // Half of the secrets cannot be a quoted string of IMAP.
  let secret = TestAccount.secret + (first & 4 == 0 ? "" : "ä")
  let credentials = Credentials(username: TestAccount.username, password: Secret(copying: Array(secret.utf8)))
  return SessionPlan(
    mailProtocol: mailProtocol, endpoint: endpoint, credentials: credentials, sender: sender, quirks: quirks,
    onlyLogin: second & 8 != 0, recipientMeaning: { $0.recipientMeaning(at: nil) })
}

private func check(_ report: SessionReport, _ server: RandomServer) {
  always(report.isVerified == (report.failure == nil), "verified or failed")
  always(server.isClosed, "the connection is closed")
  always(server.logins <= 2 && server.secrets <= 3, "no third login")
  // A digest contains no form of the secret.
  let isDigest = ["CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"].contains(report.mechanism ?? "")
  if let failure = report.failure {
    always(isDigest || (report.secret.sent != nil) == (server.secrets > 0), "the report says whether the secret was sent")
    always(failure.secret == report.secret, "there is one record of the secret")
    if report.tls == nil { always(failure.reply?.octets.isEmpty ?? true, "no words received in clear are kept") }
  } else {
    always(report.tls != nil && (isDigest || server.secrets > 0), "verified by a login inside TLS")
    switch report.mailProtocol {
    case .imap: always(server.gave { $0.tag("LOGIN", "AUTHENTICATE") } && server.gave { $0.tag("EXAMINE") }, "OK to login and inbox")
    case .smtp:
      let isAccepted = isDigest || server.said("235", after: { $0.holdsSecret })
      always(isAccepted && server.said("250", after: { $0.isSender }), "235, and 250 to the sender")
    }
  }
}

/// Sends the fuzzer's input: the octet 0xFE waits for the client's next write, all others are sent as they are.
private final class RandomServer: Connection {
  let family: AddressFamily? = nil
  let peer: TLSFacts? = nil
  let channelBinding: ChannelBinding? = nil
  /// One write of the client, and how many octets the server had sent before it.
  struct Write {
    let octets: [UInt8]
    let sentBefore: Int
    let holdsSecret: Bool

    var isSender: Bool { octets.holds(Array("MAIL FROM".utf8)) }

    /// Returns the tag of the line whose command is one of `commands`, or `nil`.
    func tag(_ commands: String...) -> String? {
      for line in octets.split(separator: .lineFeed) {
        let words = line.split(separator: .space).map { $0.text }
        if words.count > 1, commands.contains(words[1]) { return words[0] }
      }
      return nil
    }
  }

  private var flights: [ArraySlice<UInt8>]
  private let octetByOctet: Bool
  private let endsInOrder: Bool
  private var sent: [UInt8] = []
  private var isSecure = false
  private var writes: [Write] = []
  private(set) var isClosed = false

  init(_ octets: ArraySlice<UInt8>, octetByOctet: Bool, endsInOrder: Bool) {
    flights = octets.split(separator: 0xfe, omittingEmptySubsequences: false)
    (self.octetByOctet, self.endsInOrder) = (octetByOctet, endsInOrder)
  }

  var secrets: Int { writes.count(where: \.holdsSecret) }
  /// The number of logins: commands, not their continuations.
  var logins: Int { writes.count { $0.tag("LOGIN", "AUTHENTICATE") != nil || $0.octets.starts(with: "AUTH ".utf8) } }

  /// Whether the server sent the secret before it had received it. No real server can do this, but the fuzzer's seeds
  /// contain the secret, and the fuzzer reorders them.
  var knewTheSecret: Bool {
    let unheard = sent.prefix(writes.first(where: \.holdsSecret)?.sentBefore ?? sent.count)
    return TestAccount.forms.found(in: Array(unheard)) != nil || TestAccount.forms.found(in: Visible(unheard, limit: .max).text) != nil
  }

  /// Returns whether the server sent OK for the tag that `tag` returns, after the write with that tag.
  func gave(_ tag: (Write) -> String?) -> Bool {
    writes.contains { write in
      guard let tag = tag(write) else { return false }
      return lines(after: write).contains { $0.hasPrefix(tag + " OK") }
    }
  }

  /// Returns whether the server sent a line that begins with `code` after a write for which `isMeant` is true.
  func said(_ code: String, after isMeant: (Write) -> Bool) -> Bool {
    writes.contains { isMeant($0) && lines(after: $0).contains { $0.hasPrefix(code) } }
  }

  /// Returns the lines that ended after a write. The first of them may have begun before it.
  private func lines(after write: Write) -> [String] {
    let start = sent[..<write.sentBefore].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    return sent[start...].split(separator: .lineFeed).map { $0.text.uppercasedASCII }
  }

  func read(until deadline: Deadline) throws(NetFailure) -> [UInt8] {
    guard let flight = flights.first, !flight.isEmpty else {
      if flights.count > 1 {
        // The server waits for the client. So does the client, so its deadline has passed.
        if !deadline.hasPassed { flights = [] }
        throw .timedOut
      }
      throw endsInOrder ? .closedEarly(reset: false) : .tls(.truncated)
    }
    let octets = octetByOctet ? flight.prefix(1) : flight
    flights[0] = flight.dropFirst(octets.count)
    sent += octets
    return Array(octets)
  }

  func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure) {
    let written = octets.withOctets { Array($0) }
    let holdsSecret = TestAccount.forms.found(in: written) != nil
    always(isSecure || !holdsSecret, "no secret before TLS")
    always(!isClosed, "nothing after the end")
    always(isSecure || written.count < 64, "little is said in clear")
    writes.append(Write(octets: written, sentBefore: sent.count, holdsSecret: holdsSecret))
    always(writes.count < 40, "a session has an end")
    goOn()
  }

  func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts {
    always(!isSecure, "made secure once")
    isSecure = true
    goOn()
    return TLSFacts(
      version: "", cipher: "",
      certificate: CertificateFacts(subject: Visible(""), issuer: Visible(""), names: [], begins: "", expires: "", sha256: ""),
      isTrusted: true)
  }

  func close() { isClosed = true }

  /// Sends what the server held back until the client's next write, after the octets that were not sent yet.
  private func goOn() {
    guard flights.count > 1 else { return }
    flights[1] = flights[0] + flights[1]
    flights.removeFirst()
  }
}
