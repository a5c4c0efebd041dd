// The hellos of a handshake: what this client sends and requests, and which servers it refuses.

import LoopbackServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct HelloTests {
  /// Returns a ServerHello of TLS 1.2 (RFC 5246, section 7.4.1.3) for ECDHE_RSA_WITH_AES_128_GCM_SHA256, with these
  /// extensions.
  private static func serverHello(_ extensions: [UInt8]) -> Octets {
    let body: [UInt8] =
      [0x03, 0x03] + [UInt8](repeating: 0x5a, count: 32) + [0x00, 0xc0, 0x2f, 0x00, 0x00, UInt8(extensions.count)] + extensions
    let message: [UInt8] = [0x02, 0x00, 0x00, UInt8(body.count)] + body
    return Octets([0x16, 0x03, 0x03, 0x00, UInt8(message.count)] + message)
  }

  @Test("tls-no-secure-renegotiation: a server without RFC 5746 is refused at its hello; one with it is waited for")
  func renegotiationInfo() throws {
    let rows: [(extensions: [UInt8], outcome: Ending)] = [
      ([], .failed(.tls, .tlsFailed)), ([0xff, 0x01, 0x00, 0x01, 0x00], .failed(.tls, .timedOut)),
    ]
    for row in rows {
      let server = ServerCase("tls-no-secure-renegotiation", .imap, .tls, [row.outcome], within: Rig.soon * 2) { _ in
        [.expectRecord, .say(Self.serverHello(row.extensions)), .silence]
      }
      let (report, recording, _) = try server.play()
      #expect(recording.inTLS == [])
      #expect(report.failure?.secret == SecretRecord())
    }
  }

  @Test("tls-revoked: the client does not ask about revocation, so nothing can claim that it was checked", arguments: MailProtocol.allCases)
  func statusRequest(_ mailProtocol: MailProtocol) throws {
    let server = ServerCase("tls-revoked", mailProtocol, .tls, [.failed(.tls, .closedEarly)]) { _ in [.expectRecord, .fin] }
    let extensions = try #require(Self.extensions(ofHello: try server.play().recording.raw))
    // RFC 6066, section 8: status_request; RFC 6961: status_request_v2. server_name proves that the extensions were
    // read at all.
    #expect(extensions.contains(0) && !extensions.contains(5) && !extensions.contains(17))
  }

  /// Returns the types of a ClientHello's extensions (RFC 8446, section 4.1.2); `nil` if `octets` are not a
  /// ClientHello.
  private static func extensions(ofHello octets: [UInt8]) -> [Int]? {
    var rest = octets[...]
    func number(_ count: Int) -> Int? {
      guard rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
    // The record, the handshake message, version and random.
    guard number(1) == 22, number(4) != nil, number(1) == 1, number(3) != nil, rest.count > 34 else { return nil }
    rest = rest.dropFirst(34)
    for width in [1, 2, 1] {
      guard let length = number(width), rest.count >= length else { return nil }
      rest = rest.dropFirst(length)
    }
    // An alert may follow the message.
    guard let length = number(2), rest.count >= length else { return nil }
    rest = rest.prefix(length)
    var types: [Int] = []
    while let type = number(2), let length = number(2), rest.count >= length {
      types.append(type)
      rest = rest.dropFirst(length)
    }
    return types
  }
}
