// A connection that plays a transcript, without sockets and without time. It records every deviation.

import Net
import Posix
import Vocabulary

/// The server's side of a transcript.
package final class ScriptedConnection: Connection {
  /// How the server's octets reach the client.
  package enum Delivery: String, Sendable, CaseIterable {
    /// One read returns all octets that the server sends together.
    case atOnce
    case octetByOctet
  }

  private var events: ArraySlice<Transcript.Event>
  private let delivery: Delivery
  private let forms: SecretForms
  /// Octets that the server has sent and the client has not read.
  private var arrived: ArraySlice<UInt8> = []
  private var ended: Transcript.End?
  private var isSecure = false
  private var isClosed = false
  private var faults: [String] = []
  package let family: AddressFamily? = nil
  package let peer: TLSFacts? = nil
  package let channelBinding: ChannelBinding? = nil

  /// Creates a connection that plays `transcript`.
  package init(_ transcript: Transcript, _ delivery: Delivery) {
    events = transcript.events[...]
    forms = transcript.forms
    self.delivery = delivery
  }

  /// All deviations from the transcript. Read it after the dialogue, because events that were not reached count, too.
  package var discrepancies: [String] {
    var list = faults
    if !isClosed { list.append("the connection was left open") }
    for event in events { list.append("never came to: \(event.description)") }
    return list
  }

  package func read(until deadline: Deadline) throws(NetFailure) -> [UInt8] {
    arrive()
    guard arrived.isEmpty else {
      let count = delivery == .atOnce ? arrived.count : 1
      defer { arrived = arrived.dropFirst(count) }
      return Array(arrived.prefix(count))
    }
    if ended == nil, case .end(let end) = events.first {
      // Only a client that waits notices silence, not one that only checks for input.
      if end == .silence, deadline.hasPassed { throw .timedOut }
      events.removeFirst()
      ended = end
    }
    switch ended {
    case .fin: throw .closedEarly(reset: false)
    case .truncated: throw .tls(.truncated)
    case .rst: throw .closedEarly(reset: true)
    case .silence: throw .timedOut
    case nil:
      if !deadline.hasPassed { faults.append("the client waits, next was: \(next)") }
      throw .timedOut
    }
  }

  package func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure) {
    let written = octets.withOctets { Array($0) }
    arrive()
    if !isSecure, let form = forms.found(in: written) { faults.append("the secret was written in clear, \(form)") }
    if isClosed { faults.append("written after the end: \(written.escaped)") }
    if case .end(.rst) = events.first {
      events.removeFirst()
      ended = .rst
    }
    if ended == .rst { throw .closedEarly(reset: true) }
    guard case .client(let lines) = events.first, written == lines.flatMap({ $0.wire + [.carriageReturn, .lineFeed] }) else {
      faults.append("written: \(written.escaped), next was: \(next)")
      throw .closedEarly(reset: false)
    }
    events.removeFirst()
  }

  package func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts {
    arrive()
    if !arrived.isEmpty { faults.append("the handshake began over unread octets: \(Array(arrived).escaped)") }
    if events.first == .secure { events.removeFirst() } else { faults.append("made secure, next was: \(next)") }
    isSecure = true
    return TLSFacts(
      version: "", cipher: "",
      certificate: CertificateFacts(subject: Visible(""), issuer: Visible(""), names: [], begins: "", expires: "", sha256: ""),
      isTrusted: true)
  }

  package func close() { isClosed = true }

  private var next: String { events.first?.description ?? "the end" }

  /// Delivers the octets that the server sends without waiting for the client.
  private func arrive() {
    while case .server(let octets) = events.first {
      arrived += octets
      events.removeFirst()
    }
  }
}

extension Transcript.Event: CustomStringConvertible {
  package var description: String {
    switch self {
    case .server(let octets): "S: \(octets.escaped)"
    case .client(let lines): lines.map { "C: \($0.trace)" }.joined(separator: " / ")
    case .secure: "X: tls"
    case .end(let end): "X: \(end.rawValue)"
    }
  }
}

extension [UInt8] {
  /// The octets as printable text with C escapes, at most 400 of them.
  package var escaped: String {
    prefix(400).map { octet in
      switch octet {
      case .carriageReturn: "\\r"
      case .lineFeed: "\\n"
      case .backslash: "\\\\"
      case 0x20..<0x7f: String(Unicode.Scalar(octet))
      default: "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16)
      }
    }.joined()
  }
}
