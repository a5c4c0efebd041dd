// The beginning of a transcript, before anything about an account is sent.

import Vocabulary

extension Transcript {
  /// This dialogue up to the client's first line about an account, with LOGOUT or QUIT in its place. It is `nil` if the
  /// dialogue ends before.
  package var opening: Transcript? {
    let end = events.firstIndex { event in
      guard case .client(let lines) = event else { return false }
      return lines.contains { !Self.opens($0.trace, plan.mailProtocol) }
    }
    guard let end, case .client(let lines) = events[end], let first = lines.first else { return nil }
    let goodbye =
      switch plan.mailProtocol {
      case .imap: String(first.trace.prefix { $0 != " " }) + " LOGOUT"
      case .smtp: "QUIT"
      }
    return Transcript(
      name: name, ids: ids, service: service, plan: plan, version: version,
      events: events[..<end] + [.client([Line(wire: Array(goodbye.utf8), trace: goodbye)])], expectation: expectation, forms: forms)
  }

  private static func opens(_ line: String, _ mailProtocol: MailProtocol) -> Bool {
    switch mailProtocol {
    case .imap: ["CAPABILITY", "STARTTLS"].contains(String(line.split(separator: " ").last ?? ""))
    case .smtp: line == "EHLO [127.0.0.1]" || line == "STARTTLS"
    }
  }
}
