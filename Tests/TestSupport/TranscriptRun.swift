// Plays a transcript with the real dialogue and lists all deviations.

import Net
import Posix
import Session
import Vocabulary

/// The result of playing one transcript.
package struct TranscriptRun: Sendable {
  package let report: SessionReport
  /// One sentence per deviation. Empty if there were none.
  package let discrepancies: [String]
  /// The server's lines in the trace.
  package let traced: [String]

  /// Plays `transcript` and checks the report, the trace and the client's octets.
  package init(_ transcript: Transcript, _ delivery: ScriptedConnection.Delivery) {
    let connection = ScriptedConnection(transcript, delivery)
    let trace = Trace()
    report = ServerVerification(
      ScriptedTransport(connection), timing: .usual, until: .after(seconds: TimeLimits.usual.account), SecretWatch([transcript.plan]),
      trace: trace, version: transcript.version
    ) { _ in }.run(transcript.plan)
    traced = trace.lines.filter { $0.direction == .server }.map(\.text)
    discrepancies =
      connection.discrepancies + transcript.expectation.discrepancies(in: report) + Self.inconsistencies(of: report)
      + Self.leaks(of: transcript, in: report, trace) + Self.differences(of: trace, from: transcript)
  }

  /// Returns the contradictions between the stages and the end of the report.
  private static func inconsistencies(of report: SessionReport) -> [String] {
    var list: [String] = []
    let failed = report.stages.filter { $0.status == .failed }.map(\.stage)
    if failed != [report.failure?.stage].compactMap({ $0 }) {
      list.append("failed stages: \(failed), the failure says \(String(describing: report.failure?.stage))")
    }
    let missing = SessionReport.course(report.mailProtocol).filter { stage in !report.stages.contains { $0.stage == stage } }
    if !missing.isEmpty { list.append("stages that are not reported: \(missing)") }
    if report.isVerified, report.failure != nil { list.append("verified in spite of a failure") }
    if let failure = report.failure, failure.secret != report.secret { list.append("the failure and the report differ about the secret") }
    if report.isVerified, report.secret != SecretRecord(sent: .login, accepted: .login) {
      list.append("verified without an accepted secret")
    }
    return list
  }

  /// Returns the places where the secret, or text received in clear, appears in output.
  private static func leaks(of transcript: Transcript, in report: SessionReport, _ trace: Trace) -> [String] {
    var list: [String] = []
    for line in trace.lines {
      if let form = transcript.forms.found(in: line.text) { list.append("the trace holds the secret \(form): \(line.text)") }
    }
    // Text before TLS may be from an attacker. The trace prints only its length.
    for line in trace.lines.prefix(while: { !$0.text.hasPrefix("TLS ") }) where line.direction == .server {
      if !line.text.hasSuffix(" octets before TLS)") { list.append("the trace holds words received in clear: \(line.text)") }
    }
    var said: [UInt8] = report.failure?.reply?.octets ?? []
    said += Array(String(describing: report.failure).utf8)
    said += Array(String(describing: report.recipient).utf8) + (report.recipient?.reply?.octets ?? [])
    said += Array("\(report.capabilitiesBefore ?? []) \(report.capabilitiesAfter ?? [])".utf8)
    if let form = transcript.forms.found(in: said) { list.append("the report holds the secret \(form)") }
    if report.tls == nil, let reply = report.failure?.reply, !reply.octets.isEmpty {
      list.append("words received in clear were kept: \(reply.octets.escaped)")
    }
    return list
  }

  /// Returns the difference between the trace and the client's lines. In the trace a placeholder replaces each
  /// secret.
  private static func differences(of trace: Trace, from transcript: Transcript) -> [String] {
    let told = transcript.events.flatMap { event -> [String] in
      if case .client(let lines) = event { lines.map(\.trace) } else { [] }
    }
    let traced = trace.lines.filter { $0.direction == .client }.map(\.text)
    // The trace may end with a line that the client could not send.
    return traced.starts(with: told) ? [] : ["the trace says the client wrote \(traced)"]
  }
}
