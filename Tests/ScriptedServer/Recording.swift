// Everything that one connection received, and how it ended.

import LoopbackServer
import Synchronization

/// A copy of the record of one connection.
package struct Recording: Sendable {
  /// Every octet from the socket, TLS records included.
  package internal(set) var raw: [UInt8] = []
  /// Octets that arrived before TLS. After a failed handshake, also the octets that the client sent anyway.
  package internal(set) var clear: [UInt8] = []
  /// Octets that arrived inside TLS, decrypted.
  package internal(set) var inTLS: [UInt8] = []
  /// The lines that the script read, without CRLF.
  package internal(set) var lines: [[UInt8]] = []
  /// Octets of the dialogue that no step read: the client sent them during `.silence` or after the script.
  package internal(set) var surplus: [UInt8] = []
  /// The ClientHello, or `nil` if there was none.
  package internal(set) var hello: ClientHello?
  /// The result of the handshake, or `nil` if there was none.
  package internal(set) var handshake: Handshake?
  /// Whether the client sent a certificate.
  package internal(set) var clientCertificateShown = false
  /// How the connection ended, or `nil` if it is still open.
  package internal(set) var end: End?

  package init() {}

  /// The server name indication of the ClientHello.
  package var serverName: String? { hello?.serverName }

  /// Whether all steps of the script were played.
  package var isFinished: Bool { end == .finished }

  /// The result of the TLS handshake.
  package enum Handshake: Equatable, Sendable {
    /// OpenSSL's name of the version.
    case completed(version: String)
    case failed(ConnectionEnd)
  }

  /// How the script ended. Steps are counted from 0.
  package enum End: Equatable, Sendable {
    case finished
    /// The client sent something other than the step expected.
    case mismatch(step: Int, expected: String, received: [UInt8])
    /// The connection ended during the step.
    case broken(step: Int, ConnectionEnd)
  }
}

/// Collects a recording on the thread of its connection. Any thread may read `now`.
final class Recorder: StreamObserver, Sendable {
  private let recording = Mutex(Recording())

  var now: Recording { recording.withLock { $0 } }

  var hasEnded: Bool { recording.withLock { $0.end != nil } }

  func note(_ change: (inout Recording) -> Void) { recording.withLock { change(&$0) } }

  func observe(_ event: StreamEvent) {
    switch event {
    case .raw(let octets): add(octets, to: \.raw)
    case .clear(let octets): add(octets, to: \.clear)
    case .inTLS(let octets): add(octets, to: \.inTLS)
    case .hello(let hello): note { $0.hello = hello }
    case .handshakeFailed(let end): note { $0.handshake = .failed(end) }
    case .handshakeCompleted(let version, let hasClientCertificate):
      note {
        $0.handshake = .completed(version: version)
        $0.clientCertificateShown = hasClientCertificate
      }
    }
  }

  func add(line: [UInt8]) {
    recording.withLock { if $0.lines.count < ServerLimits.recordedLines { $0.lines.append(line) } }
  }

  /// Appends `octets` to one of the streams, up to `ServerLimits.recorded`.
  func add(_ octets: [UInt8], to stream: WritableKeyPath<Recording, [UInt8]> & Sendable) {
    recording.withLock {
      let room = ServerLimits.recorded - $0[keyPath: stream].count
      $0[keyPath: stream].append(contentsOf: octets.prefix(max(room, 0)))
    }
  }
}
