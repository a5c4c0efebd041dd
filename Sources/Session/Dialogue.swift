// Lines to and from one server within deadlines and limits, with stages timed and everything traced.

import Net
import Posix
import Vocabulary
import Wire

/// Belongs to one session on one thread.
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
  /// Octets that were taken in although it had passed.
  private var late = 0
  /// Octets that may be: what had come by then, where the process was stopped for a while. More keeps coming.
  private static let patience = 4 * 1_024
  /// Capabilities that the report has.
  private static let offers = 1_000
  /// Whether an octet of the reply that is being waited for has come.
  private var replyBegan = false
  /// How the server's side ended, once that was seen. Nothing is written after it.
  private var streamEnd: NetFailure?
  private(set) var stage = Stage.resolve
  private var stageStart = Deadline.now
  /// Whether `stage` has begun and not ended.
  private var isRunning = false
  private var heard = HeardLines()
  /// Whether the peer has been checked: before that nothing of its text is kept.
  private(set) var isSecure = false

  /// Without an `account` nothing can be said of one: there is nothing to say it with.
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

  /// What there is to tell of the session, without anything that the server repeats of the secret.
  var report: SessionReport {
    guard let watch else { return facts }
    var report = facts.masked(by: watch, after: heard.repeating)
    report.secret = watch[mailProtocol]
    return report
  }

  // Stages

  /// Runs `work` as `stage` and records its time and verdict.
  func stage<Value>(_ stage: Stage, _ work: () throws(SessionFailure) -> Value) throws(SessionFailure) -> Value {
    begin(stage)
    do {
      let value = try work()
      end(.ok)
      return value
    } catch {
      end(.failed)
      throw error
    }
  }

  func begin(_ stage: Stage) {
    self.stage = stage
    (stageStart, isRunning) = (.now, true)
    publish()
    observe(Progress(mailProtocol: mailProtocol, event: .started(stage)))
  }

  func end(_ verdict: StageResult.Verdict) {
    let result = StageResult(stage: stage, milliseconds: Deadline.now.milliseconds(since: stageStart), verdict: verdict)
    isRunning = false
    facts.stages.append(result)
    observe(Progress(mailProtocol: mailProtocol, event: .ended(result)))
  }

  func note(_ change: (inout SessionReport) -> Void) { change(&facts) }

  /// Notes what the server offers before the login. It is masked only if a secret had left by then, to the other server: what was
  /// said before repeats nothing, and a mask in it would tell what the secret is.
  func noteOffer(_ capabilities: [String]?) {
    let kept = capabilities.map { Array($0.prefix(Self.offers)) }
    note { $0.capabilitiesBefore = watch.flatMap { $0.hasLeft ? kept.map($0.masked(offers:)) : nil } ?? kept }
  }

  /// Lets the thread that waits for this session know how far it is.
  private func publish() { watch?.sessions.note(facts, isRunning ? stage : nil, since: stageStart) }

  /// The failure of the present stage.
  func failure(_ cause: SessionFailure.Cause) -> SessionFailure {
    SessionFailure(stage: stage, cause: cause, secret: watch?[mailProtocol] ?? SecretRecord())
  }

  /// The server has said yes to the secret.
  func acceptSecret() { watch?.note(mailProtocol) { $0.accepted = stage } }

  /// A reply to keep: what came before the peer was checked keeps its codes and loses its words.
  func kept(_ reply: ServerReply) -> ServerReply { isSecure ? reply : reply.silenced }

  /// Words of the server to show. In clear they could be anybody's: sixteen characters tell what speaks there.
  func said(_ octets: [UInt8]) -> Visible { isSecure ? Visible(octets) : Visible(octets, limit: 16) }

  /// The name of something in the mailbox, to show.
  func name(_ octets: [UInt8]) -> Visible { Visible(watch?.masked(octets) ?? octets, limit: 60) }

  /// A reply that is none. In clear not a word of it is shown: there it may be meant for the human, and be anybody's.
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

  /// TLS. After STARTTLS octets that wait were sent in clear and can only be an attack or a broken server (RFC 3207 5):
  /// they are neither thrown away nor passed on. Where TLS comes first, nothing is read before it, and what a server
  /// says in clear is the handshake's to refuse.
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
      // Also what is not trusted is to be seen: who is to judge otherwise?
      self.facts.tls = connection?.peer
      throw failure(.net(error))
    }
    isSecure = true
    self.facts.tls = facts
    event("TLS \(facts.version) \(facts.cipher), certificate of \(facts.certificate.subject) checked")
  }

  /// Writes `lines` in one flight. The server may not have said anything in between that we have not read.
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

  /// Starts the clock for one reply, however many lines it has.
  func beginReply() {
    replyDeadline = min(serverDeadline, .after(seconds: timing.reply))
    replyBegan = !buffer.isEmpty
  }

  /// The next line, without its end.
  func line() throws(SessionFailure) -> [UInt8] {
    while true {
      if let line = try waitingLine() {
        replyBegan = true
        return line
      }
      try fill()
    }
  }

  /// The next line where it has come already.
  private func waitingLine() throws(SessionFailure) -> [UInt8]? {
    guard let line = try wire({ () throws(WireError) in try buffer.line() }) else { return nil }
    if isSecure {
      heard.add(line, at: trace?.now ?? 0, mayRepeat: watch?.hasLeft ?? false)
    } else {
      trace?.add(mailProtocol, .server, "(\(line.count) octets before TLS)")
    }
    return line
  }

  /// Puts into the trace what the server has said since this side last did something.
  private func record() {
    guard !heard.isRecorded else { return }
    for (moment, line) in heard.record(trace == nil ? nil : watch) {
      trace?.add(mailProtocol, .server, Visible(line, limit: 2_000).text, at: moment)
    }
  }

  /// The octets of a literal.
  func literal(_ count: Int) throws(SessionFailure) -> [UInt8] {
    while true {
      if let octets = try wire({ () throws(WireError) in try buffer.octets(count) }) { return octets }
      try fill()
    }
  }

  /// The first octets of the stream as soon as they tell whether this is TLS, without taking them.
  func firstOctets() throws(SessionFailure) -> [UInt8] {
    while buffer.isEmpty || Greeting.mayBecomeTLS(buffer.front) { try fill() }
    return buffer.front
  }

  /// Lines that are already here although nothing is waited for.
  func unaskedLines() throws(SessionFailure) -> [[UInt8]] {
    try readAvailable()
    var lines: [[UInt8]] = []
    while let line = try waitingLine() { lines.append(line) }
    return lines
  }

  /// Whether a part of a line waits.
  var holdsPartialLine: Bool { !buffer.isEmpty }

  /// Writes a goodbye if the connection still stands, waits for nothing, closes.
  func farewell(_ lines: [Outgoing]) {
    record()
    if let connection, isSecure, streamEnd == nil {
      for line in lines { trace?.add(mailProtocol, .client, line.trace) }
      // The verdict stands whether or not the server hears this.
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

  /// An end without close_notify is a truncation only where a reply had begun; else the server just left.
  private static func betweenReplies(_ end: NetFailure) -> NetFailure { end == .tls(.truncated) ? .closedEarly(reset: false) : end }

  private func refuseAfterEnd() throws(SessionFailure) {
    if let streamEnd { throw failure(.net(Self.betweenReplies(streamEnd))) }
  }

  /// Takes in what has arrived without waiting for more.
  private func readAvailable() throws(SessionFailure) {
    while let connection {
      let octets: [UInt8]
      do throws(NetFailure) {
        octets = try connection.read(until: .now)
      } catch {
        if error == .interrupted { throw failure(.net(.interrupted)) }
        // Nothing there; or the stream has ended, which who reads or writes next will say.
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
