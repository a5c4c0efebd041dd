// An authorization server that plays scripted answers over TLS, and what it received.

import HTTP
import LoopbackServer
import Net
import OAuth
import Platform
import Posix
import ScriptedServer
import Testing
import Vocabulary
import Wire

/// One HTTP response.
struct Answer: Sendable {
  let octets: [UInt8]

  init(_ status: Int, _ body: String, _ fields: String = "Content-Type: application/json\r\n") {
    octets = Array("HTTP/1.1 \(status) X\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }

  init(raw: String) { octets = Array(raw.utf8) }

  /// The connection ends by RST instead of an answer.
  static let reset = Answer(raw: "")

  static func error(_ word: String, _ more: String = "", status: Int = 400) -> Answer {
    Answer(status, "{\"error\":\"\(word)\"\(more)}")
  }

  /// Tokens that everything accepts.
  static let tokens = Answer(
    200, "{\"token_type\":\"Bearer\",\"access_token\":\"acc-1\",\"refresh_token\":\"ref-2\",\"expires_in\":3600,\"scope\":\"mail extra\"}")
}

/// The outcome of a scripted exchange.
struct Exchange<Value: Sendable>: Sendable {
  let result: Result<Value, OAuthFailure>
  /// All that the client sent on each connection, inside TLS.
  let received: [String]

  var failure: OAuthFailure? {
    if case .failure(let failure) = result { failure } else { nil }
  }
}

enum TokenServer {
  static let host = "id.example.com"
  static let scopes = AuthorizationRequest.Scopes(needed: ["mail"], further: ["offline_access"])
  private static let authority = Result { try CertificateAuthority() }

  static func address(_ path: String) throws -> WebAddress { try #require(WebAddress("https://\(host)\(path)")) }

  static func server(_ check: AuthorizationServer.IssuerCheck = .ifPresent, deviceGrantType: String? = nil) throws -> AuthorizationServer {
    AuthorizationServer(
      issuer: "https://\(host)", authorize: try address("/authorize"), token: try address("/token"), device: try address("/device"),
      revoke: try address("/revoke"), register: try address("/register"), hosts: [host, "www.example.com"], issuerCheck: check,
      deviceGrantType: deviceGrantType)
  }

  static func http(port: UInt16, interrupt: Interrupt? = Interrupt()) throws -> HTTPClient {
    Platform.ignore(SIGPIPE)
    let context = try TLSContext(.only(pem: authority.get().pem))
    let resolve: Resolve = { _, _, _, _ in [.loopback(port)] }
    return HTTPClient(Network(context: context, interrupt: try #require(interrupt), resolve: resolve))
  }

  static func client(
    port: UInt16 = 1, secret: String? = nil, check: AuthorizationServer.IssuerCheck = .ifPresent, interrupt: Interrupt? = Interrupt(),
    deviceGrantType: String? = nil
  ) throws -> OAuthClient {
    let identity = try #require(ClientIdentity(id: "app 1", secret: secret.map { Secret(copying: $0.utf8) }))
    return OAuthClient(try http(port: port, interrupt: interrupt), try server(check, deviceGrantType: deviceGrantType), identity)
  }

  /// Plays `answers`, one for each connection, while `body` runs with a client. `lines` are those of the client's request.
  static func play<Value: Sendable>(
    _ answers: [Answer], lines: Int = 8, secret: String? = nil, deviceGrantType: String? = nil,
    _ body: (OAuthClient) throws(OAuthFailure) -> Value
  ) throws -> Exchange<Value> {
    let identity = try authority.get().issue(CertificateRequest([.dns(host)]))
    let server = try ScriptedServer.start { number in
      guard number < answers.count else { return [.rst] }
      return [.tls(identity)] + Array(repeating: .expectAny, count: lines)
        + (answers[number].octets.isEmpty ? [.rst] : [.say(Octets(answers[number].octets)), .silence])
    }
    defer { server.stop() }
    let client = try client(port: server.port, secret: secret, deviceGrantType: deviceGrantType)
    let result: Result<Value, OAuthFailure>
    do throws(OAuthFailure) { result = .success(try body(client)) } catch { result = .failure(error) }
    let recordings = try server.wait(for: server.recordings.count, until: .after(seconds: 10))
    return Exchange(result: result, received: recordings.map(\.inTLS.text))
  }

  /// The fields of the body of a received request.
  static func form(_ received: String?) throws -> HTTPFormFields {
    let received = try #require(received)
    let mark = try #require(received.firstRange(of: "\r\n\r\n"))
    return try #require(HTTPFormFields(received[mark.upperBound...].utf8))
  }

  static func secret(_ text: String) -> Secret { Secret(copying: text.utf8) }
}

extension Secret {
  var text: String { withOctets { $0.text } }
}

extension SocketAddress {
  /// Returns 127.0.0.1 with this port.
  static func loopback(_ port: UInt16) -> SocketAddress {
    var address = Platform.loopback4(port: port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
