// An authorization server of a script that accepts each refresh token once, and what it received.

import Demo
import LoopbackServer
import Posix
import Synchronization
import TestSupport
import Vocabulary
import Wire

/// One request.
struct TokenRequest: Sendable {
  let method: String
  let path: String
  let form: HTTPFormFields

  /// Reads a request. `nil` if the connection ends before.
  init?(_ connection: ServerConnection) {
    guard let first = try? connection.readLine() else { return nil }
    let words = first.split(separator: .space).map(\.text)
    guard words.count == 3 else { return nil }
    var length = 0
    while let line = try? connection.readLine(), !line.isEmpty {
      let parts = line.text.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == "content-length" { length = Int(parts[1].drop { $0 == " " }) ?? 0 }
    }
    guard let body = length == 0 ? [] : try? connection.readOctets(length), let form = HTTPFormFields(body) else { return nil }
    (method, path, self.form) = (words[0], String(words[1].prefix { $0 != "?" }), form)
  }
}

/// Issues tokens to whoever asks. A refresh token that comes twice ends the whole grant (RFC 9700, section 4.14.2).
final class StrictServer: Sendable {
  /// A step of one request.
  enum Moment: Sendable { case received, decided, answered }

  private struct State {
    var count = 0
    /// The refresh token that is accepted, and the one before it.
    var refresh: String?
    var former: String?
    var access: Set<String> = []
    /// Ordinary answers are replaced by these, each once.
    var answers: [String: [Answer]] = [:]
    var requests: [TokenRequest] = []
    var watch: (@Sendable (TokenRequest, Moment) -> Void)?
  }

  /// Part of every secret that this server issues.
  let canary: ProcessCanary
  let authorityPEM: [UInt8]
  /// Whether the refresh token before the last one is accepted until the last one is used.
  private let isLenient: Bool
  /// Octets of an access token.
  private let length: Int
  private let state: Mutex<State>
  private let listener: Mutex<Listener?> = Mutex(nil)
  let port: UInt16

  init(isLenient: Bool = false, accessLength length: Int = 60, canary: ProcessCanary = ProcessCanary()) throws {
    (self.isLenient, self.length, self.canary) = (isLenient, length, canary)
    let authority = try CertificateAuthority()
    authorityPEM = authority.pem
    let identity = try authority.issue(.localhost)
    state = Mutex(State())
    let box = Box()
    let listener = try Listener.start { _, connection in box.server?.serve(connection, as: identity) }
    port = listener.port
    self.listener.withLock { $0 = listener }
    box.set(self)
  }

  /// Leads from the listener, which exists before its server is complete.
  private final class Box: Sendable {
    private struct Reference { weak var server: StrictServer? }
    private let reference = Mutex(Reference())
    var server: StrictServer? { reference.withLock { $0.server } }
    func set(_ server: StrictServer) { reference.withLock { $0.server = server } }
  }

  func stop() { listener.withLock { $0?.stop() } }

  var issuer: String { "https://localhost:\(port)" }
  var requests: [TokenRequest] { state.withLock { $0.requests } }
  /// The number of refreshes that were asked for.
  var refreshes: Int { requests.count { $0.form.text("grant_type") == "refresh_token" } }
  var isGrantAlive: Bool { state.withLock { $0.refresh != nil } }

  /// The mail servers accept the access tokens of the living grant.
  func opens(_ token: some Collection<UInt8>) -> Bool {
    let text = Array(token).text
    return state.withLock { $0.access.contains(text) }
  }

  /// Makes the mail servers accept a token that this server did not issue in an answer.
  func accept(_ token: String) { _ = state.withLock { $0.access.insert(token) } }

  /// Answers the next requests to `path` with these.
  func answer(_ path: String, with answers: [Answer]) { state.withLock { $0.answers[path] = answers } }

  /// Calls `watch` at each step of each request. `nil` ends that.
  func watch(_ watch: (@Sendable (TokenRequest, Moment) -> Void)?) { state.withLock { $0.watch = watch } }

  private func serve(_ connection: ServerConnection, as identity: ServerIdentity) {
    guard (try? connection.startTLS(as: identity)) != nil, let request = TokenRequest(connection) else { return }
    let watch = state.withLock { state in
      state.requests.append(request)
      return state.watch
    }
    watch?(request, .received)
    let answer = answer(to: request)
    watch?(request, .decided)
    if answer.octets.isEmpty { return connection.reset() }
    try? connection.write(answer.octets)
    connection.leave()
    watch?(request, .answered)
  }

  private func answer(to request: TokenRequest) -> Answer {
    state.withLock { state in
      if let first = state.answers[request.path]?.first {
        state.answers[request.path]?.removeFirst()
        return first
      }
      switch request.path {
      case "/.well-known/oauth-authorization-server":
        let endpoints = ["authorization", "token", "device_authorization", "revocation"].map {
          #""\#($0)_endpoint":"\#(issuer)/\#($0)""#
        }
        return Answer(200, #"{"issuer":"\#(issuer)",\#(endpoints.joined(separator: ","))}"#)
      case "/device_authorization":
        let codes = #""device_code":"\#(canary.text)-d","user_code":"ABCD-EFGH""#
        return Answer(200, #"{\#(codes),"verification_uri":"\#(issuer)/device","expires_in":600,"interval":1}"#)
      case "/token": return tokens(request.form, &state)
      case "/revocation":
        (state.refresh, state.former, state.access) = (nil, nil, [])
        return Answer(200, "")
      case _: return Answer(404, "")
      }
    }
  }

  private func tokens(_ form: HTTPFormFields, _ state: inout State) -> Answer {
    let isRefresh = form.text("grant_type") == "refresh_token"
    if isRefresh {
      let old = form.text("refresh_token")
      guard let old, old == state.refresh || (isLenient && old == state.former) else {
        (state.refresh, state.former, state.access) = (nil, nil, [])
        return .error("invalid_grant")
      }
      state.former = old
    } else {
      (state.former, state.access) = (nil, [])
    }
    state.count += 1
    let access = "\(canary.text)-a\(state.count)-" + String(repeating: "x", count: length)
    let refresh = "\(canary.text)-r\(state.count)"
    state.refresh = refresh
    state.access.insert(access)
    let scope = "urn:ietf:params:oauth:scope:mail offline_access"
    return Answer(
      200,
      #"{"token_type":"Bearer","access_token":"\#(access)","refresh_token":"\#(refresh)","expires_in":3600,"scope":"\#(scope)"}"#)
  }
}
