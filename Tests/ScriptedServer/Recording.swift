// What one connection received, and how it ended.

import LoopbackServer
import Synchronization

package struct Recording: Sendable {
  /// Every octet the socket gave, TLS records included.
  package internal(set) var raw: [UInt8] = []
  /// What came while no TLS was in force; after a failed handshake this is what the client sent all the same.
  package internal(set) var clear: [UInt8] = []
  /// What came inside TLS, decrypted.
  package internal(set) var inTLS: [UInt8] = []
  /// The lines the script asked for, without CRLF.
  package internal(set) var lines: [[UInt8]] = []
  /// Octets of the dialogue that no step asked for: sent during `.silence` or after the script.
  package internal(set) var surplus: [UInt8] = []
  package internal(set) var hello: ClientHello?
  package internal(set) var handshake: Handshake?
  package internal(set) var clientCertificateShown = false
  /// nil while the connection lasts.
  package internal(set) var end: End?

  package init() {}

  /// The SNI.
  package var serverName: String? { hello?.serverName }

  /// Whether every step of the script was played.
  package var isFinished: Bool { end == .finished }

  package enum Handshake: Equatable, Sendable {
    /// With OpenSSL's name of the version.
    case completed(version: String)
    case failed(ConnectionEnd)
  }

  /// Steps are counted from 0.
  package enum End: Equatable, Sendable {
    case finished
    /// The client sent something else than the step expected.
    case mismatch(step: Int, expected: String, received: [UInt8])
    /// The step could not be played to its end.
    case broken(step: Int, ConnectionEnd)
  }
}

/// Collects a recording on the thread of its connection; `now` may be read on any other.
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

  /// Adds `octets` to one of the streams, up to the limit.
  func add(_ octets: [UInt8], to stream: WritableKeyPath<Recording, [UInt8]> & Sendable) {
    recording.withLock {
      let room = ServerLimits.recorded - $0[keyPath: stream].count
      $0[keyPath: stream].append(contentsOf: octets.prefix(max(room, 0)))
    }
  }
}
