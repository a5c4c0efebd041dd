// The lines to and from one server, within deadlines and limits. Stages are timed, and all lines are traced.

import Net
import Posix
import Vocabulary
import Wire

/// The dialogue of one session, on one thread.
final class Dialogue {
  let mailProtocol: MailProtocol
  let endpoint: Endpoint
  private(set) var facts: SessionReport { didSet { publish() } }
  private let timing: TimeLimits
  private let serverDeadline: Deadline
  private let trace: Trace?
  private let observe: @Sendable (Progress) -> Void

  /// `nil` if there is no secret that could leave and come back.
  private let watch: SecretWatch?
  private var connection: (any Connection)?
  private var buffer = LineBuffer()
  private var replyDeadline = Deadline.now
  /// The number of octets that were read after the deadline.
  private var late = 0
  /// The maximum of `late`. These octets had arrived before the deadline if the process was stopped for a while. More than
  /// that is still arriving.
  private static let patience = 4 * 1_024
  /// The maximum number of capabilities in the report.
  private static let offers = 1_000
  /// The maximum number of alerts in the report.
  private static let alerts = 5
  /// The maximum length of an alert in the report, in columns.
  static let alertLength = 500
  /// Whether an octet of the expected reply has arrived.
  private var replyBegan = false
  /// How the server's side of the connection ended. `nil` while it is open. Nothing is written after the end.
  private var streamEnd: NetFailure?
  private(set) var stage = Stage.resolve
  private var stageStart = Deadline.now
  /// Whether `stage` has begun and not ended.
  private var isRunning = false
  private var heard = HeardLines()
  /// Texts for the users from after the secret left, as they came, and the lines before and with each of them.
  private var lateAlerts: (texts: [[UInt8]], lines: [[UInt8]]) = ([], [])
  /// Whether the peer is authenticated. Text that it sent before is not kept.
  private(set) var isSecure = false

  /// `account` is `nil` for a probe, which has no credentials that it could send.
  init(
    _ mailProtocol: MailProtocol, _ endpoint: Endpoint, account: (credentials: Credentials, watch: SecretWatch)?, timing: TimeLimits,
    until deadline: Deadline, trace: Trace?, observe: @escaping @Sendable (Progress) -> Void
  ) {
    self.mailProtocol = mailProtocol
    self.endpoint = endpoint
    self.timing = timing
    serverDeadline = min(deadline, .after(seconds: timing.server))
    self.trace = trace
    self.observe = observe
    watch = account?.watch
    facts = SessionReport(mailProtocol: mailProtocol, endpoint: endpoint, username: account?.credentials.username ?? "")
  }

  /// The channel binding of the connection. `nil` if it has none.
  var channelBinding: ChannelBinding? { connection?.channelBinding }

  /// The report of the session, without any part of the secret that the server repeats.
  var report: SessionReport {
    guard let watch else { return facts }
    var report = facts.masked(by: watch, after: heard.repeating)
    report.alerts += watch.alerts(lateAlerts.texts, among: lateAlerts.lines + heard.repeating)
    report.secret = watch[mailProtocol]
    return report
  }

  // Stages

  /// Runs `work` as `stage` and records its duration and its result.
  func stage<Value>(_ stage: Stage, _ work: () throws(SessionFailure) -> Value) throws(SessionFailure) -> Value {
    begin(stage)
    do {
      let value = try work()
      end(.ok)
      return value
    } catch {
      end(StageResult.Status(endedBy: error.outcome))
      throw error
    }
  }

  func begin(_ stage: Stage) {
    self.stage = stage
    (stageStart, isRunning) = (.now, true)
    publish()
    observe(Progress(mailProtocol: mailProtocol, event: .started(stage)))
  }

  func end(_ status: StageResult.Status) {
    let result = StageResult(stage: stage, milliseconds: Deadline.now.milliseconds(since: stageStart), status: status)
    isRunning = false
    facts.stages.append(result)
    observe(Progress(mailProtocol: mailProtocol, event: .ended(result)))
  }

  func note(_ change: (inout SessionReport) -> Void) { change(&facts) }

  /// Records what the server offers before the login. It is masked only if the secret was sent before, to the other server.
  /// Otherwise it cannot repeat the secret, and a mask in it would reveal what the secret is.
  func noteOffer(_ capabilities: [String]?) {
    let kept = capabilities.map { Array($0.prefix(Self.offers)) }
    note { $0.capabilitiesBefore = watch.flatMap { $0.hasLeft ? kept.map($0.masked(offers:)) : nil } ?? kept }
  }

  /// Publishes the progress of this session for the thread that waits for it.
  private func publish() { watch?.sessions.note(facts, isRunning ? stage : nil, since: stageStart) }

  /// Returns the failure of the present stage.
  func failure(_ cause: SessionFailure.Cause) -> SessionFailure {
    SessionFailure(stage: stage, cause: cause, secret: watch?[mailProtocol] ?? SecretRecord())
  }

  /// Records a text that the server wants its users to be told. What came before the peer was authenticated is not kept.
  func noteAlert(_ text: [UInt8]) {
    guard isSecure, facts.alerts.count + lateAlerts.texts.count < Self.alerts else { return }
    if watch?.hasLeft == true {
      lateAlerts.texts.append(text)
      lateAlerts.lines += heard.repeating
      return
    }
    note { $0.alerts.append(Visible(text, limit: Self.alertLength)) }
  }

  /// Records that the server accepted the secret.
  func acceptSecret() { watch?.note(mailProtocol) { $0.accepted = stage } }

  /// Returns the reply for the report. A reply from before the peer was authenticated keeps only its codes.
  func kept(_ reply: ServerReply) -> ServerReply { isSecure ? reply : reply.silenced }

  /// Returns text of the server to show. In clear it could be from an attacker: 16 characters show what protocol it is.
  func said(_ octets: [UInt8]) -> Visible { isSecure ? Visible(octets) : Visible(octets, limit: 16) }

  /// Returns the name of something in the mailbox, to show.
  func name(_ octets: [UInt8]) -> Visible { Visible(watch?.masked(octets) ?? octets, limit: 60) }

  /// Returns the failure for a line that is not a reply. In clear its text is not shown: an attacker could have written it
  /// for the user.
  func broken(_ octets: [UInt8]) -> SessionFailure { failure(.brokenReply(said: isSecure ? Visible(octets) : Visible(""))) }

  // The connection

  /// Opens the connection through `transport`. On return nothing has been sent on it.
  func open(_ transport: any Transport) throws(SessionFailure) {
    let stages = OpeningStages(
      begin: { [self] stage in
        begin(stage)
        return min(serverDeadline, .after(seconds: timing.limit(of: stage)))
      }, end: { [self] in end(.ok) })
    do throws(NetFailure) {
      connection = try transport.open(endpoint, stages)
    } catch {
      let failure = failure(.net(error))
      if isRunning { end(.failed) }
      throw failure
    }
    facts.family = connection?.family
    event("connected to \(endpoint)")
  }

  /// Runs `work`. If it fails and the server still expects a command, sends a goodbye.
  func withGoodbye<Value>(
    _ goodbye: () -> Void, _ work: () throws(SessionFailure) -> Value
  ) throws(SessionFailure) -> Value {
    do { return try work() } catch {
      if error.leavesDialogueInStep { goodbye() }
      throw error
    }
  }

  /// Performs the TLS handshake. After STARTTLS, octets in the buffer were sent in clear. They are an attack or a fault of
  /// the server (RFC 3207, section 5), and end the session. With implicit TLS nothing is read before the handshake, which
  /// refuses clear text itself.
  func secure() throws(SessionFailure) {
    switch endpoint.security {
    case .tls: break
    case .startTLS:
      try readAvailable()
      guard buffer.isEmpty else { throw failure(.tampered(.leftOverAtStartTLS)) }
      try refuseAfterEnd()
    }
    let facts: TLSFacts
    do throws(NetFailure) {
      guard let connection else { throw .closedEarly(reset: false) }
      facts = try connection.secure(until: min(serverDeadline, .after(seconds: timing.connect)))
    } catch {
      // A certificate that is not trusted is reported, too, so that the user can judge it.
      self.facts.tls = connection?.peer
      throw failure(.net(error))
    }
    isSecure = true
    self.facts.tls = facts
    event("TLS \(facts.version) \(facts.cipher), certificate of \(facts.certificate.subject) checked")
  }

  /// Writes `lines` in one flight. The caller has read everything that the server sent before.
  func send(_ lines: [Outgoing]) throws(SessionFailure) {
    let holdsSecret = lines.contains(where: \.holdsSecret)
    guard !holdsSecret || isSecure else { preconditionFailure("a secret may only be written inside TLS") }
    try refuseAfterEnd()
    record()
    if holdsSecret { watch?.note(mailProtocol) { $0.sent = $0.sent ?? stage } }
    for line in lines { trace?.add(mailProtocol, .client, line.trace) }
    try net { () throws(NetFailure) in
      try connection?.write(Outgoing.wire(lines), until: min(serverDeadline, .after(seconds: timing.reply)))
    }
  }

  /// Starts the time limit of one reply, however many lines it has.
  func beginReply() {
    replyDeadline = min(serverDeadline, .after(seconds: timing.reply))
    replyBegan = !buffer.isEmpty
  }

  /// Waits for the next line and returns it without its end.
  func line() throws(SessionFailure) -> [UInt8] {
    while true {
      if let line = try waitingLine() {
        replyBegan = true
        return line
      }
      try fill()
    }
  }

  /// Returns the next line if it has arrived completely, otherwise `nil`.
  private func waitingLine() throws(SessionFailure) -> [UInt8]? {
    guard let line = try wire({ () throws(WireError) in try buffer.line() }) else { return nil }
    if isSecure {
      heard.add(line, at: trace?.now ?? 0, mayRepeat: watch?.hasLeft ?? false)
    } else {
      trace?.add(mailProtocol, .server, "(\(line.count) octets before TLS)")
    }
    return line
  }

  /// Adds to the trace what the server has sent since this program last sent something.
  private func record() {
    guard !heard.isRecorded else { return }
    for (moment, line) in heard.record(trace == nil ? nil : watch) {
      trace?.add(mailProtocol, .server, Visible(line, limit: 2_000).text, at: moment)
    }
  }

  /// Removes the text of the latest line, a challenge, from the trace.
  func hideChallenge() { heard.hideLast() }

  /// Waits for the octets of a literal and returns them.
  func literal(_ count: Int) throws(SessionFailure) -> [UInt8] {
    while true {
      if let octets = try wire({ () throws(WireError) in try buffer.octets(count) }) { return octets }
      try fill()
    }
  }

  /// Waits until the first octets show whether the server speaks TLS, and returns them without consuming them.
  func firstOctets() throws(SessionFailure) -> [UInt8] {
    while buffer.isEmpty || Greeting.mayBecomeTLS(buffer.front) { try fill() }
    return buffer.front
  }

  /// Returns the lines that have arrived, without waiting.
  func unaskedLines() throws(SessionFailure) -> [[UInt8]] {
    try readAvailable()
    var lines: [[UInt8]] = []
    while let line = try waitingLine() { lines.append(line) }
    return lines
  }

  /// Whether the buffer contains a part of a line.
  var holdsPartialLine: Bool { !buffer.isEmpty }

  /// Sends a goodbye if the connection is open, does not wait for the reply, and closes the connection.
  func farewell(_ lines: [Outgoing]) {
    record()
    if let connection, isSecure, streamEnd == nil {
      for line in lines { trace?.add(mailProtocol, .client, line.trace) }
      // The result does not depend on whether the server receives this.
      do { try connection.write(Outgoing.wire(lines), until: min(serverDeadline, .after(seconds: timing.farewell))) } catch {}
    }
    close()
  }

  func close() {
    guard let connection else { return }
    connection.close()
    self.connection = nil
    event("closed")
  }

  func event(_ text: String) {
    record()
    trace?.add(mailProtocol, .event, Visible(watch?.masked(text) ?? text).text)
  }

  private func fill() throws(SessionFailure) {
    let octets: [UInt8]
    do throws(NetFailure) {
      guard let connection else { throw .closedEarly(reset: false) }
      octets = try connection.read(until: replyDeadline)
    } catch {
      throw failure(.net(replyBegan ? error : Self.betweenReplies(error)))
    }
    replyBegan = true
    if replyDeadline.hasPassed {
      late += octets.count
      guard late <= Self.patience else { throw failure(.net(.timedOut)) }
    }
    try wire { () throws(WireError) in try buffer.append(octets) }
  }

  /// An end without close_notify is a truncation only if a reply had begun. Otherwise the server has closed the connection.
  private static func betweenReplies(_ end: NetFailure) -> NetFailure { end == .tls(.truncated) ? .closedEarly(reset: false) : end }

  private func refuseAfterEnd() throws(SessionFailure) {
    if let streamEnd { throw failure(.net(Self.betweenReplies(streamEnd))) }
  }

  /// Reads what has arrived, without waiting.
  private func readAvailable() throws(SessionFailure) {
    while let connection {
      let octets: [UInt8]
      do throws(NetFailure) {
        octets = try connection.read(until: .now)
      } catch {
        if error == .interrupted { throw failure(.net(.interrupted)) }
        // Nothing has arrived, or the stream has ended. The next read or write reports the end.
        if error != .timedOut { streamEnd = error }
        return
      }
      try wire { () throws(WireError) in try buffer.append(octets) }
      if serverDeadline.hasPassed { throw failure(.net(.timedOut)) }
    }
  }

  private func net<Value>(_ work: () throws(NetFailure) -> Value) throws(SessionFailure) -> Value {
    do { return try work() } catch { throw failure(.net(error)) }
  }

  private func wire<Value>(_ work: () throws(WireError) -> Value) throws(SessionFailure) -> Value {
    do {
      return try work()
    } catch {
      switch error {
      case .lineTooLong: throw failure(.tooMuch(.line))
      case .literalTooLong: throw failure(.tooMuch(.literal))
      case .tooManyOctets: throw failure(.tooMuch(.dialogue))
      }
    }
  }
}
