// The server to which the browser is sent after the sign-in (RFC 8252, section 7.3): on the loopback interface, for one redirect.

import Catalog
import LoopbackServer
import Platform
import Posix
import Synchronization
import Vocabulary
import Wire

/// A server that takes exactly one redirect. It runs until `stop` is called or until it is released.
package final class LoopbackRedirect: Sendable {
  /// The redirect address, with the port.
  package let address: String
  private let listeners: [Listener]
  private let shared: SharedRedirect

  /// Ports that are tried where both address families need the same one.
  private static let attempts = 8

  /// Listens on 127.0.0.1, and for `localhost` on ::1 too: a browser may take either, and no other program may have the same port there.
  /// The system chooses the port if `port` is 0. Throws the reason if the system has none.
  package static func start(
    _ host: OAuthService.LoopbackHost, path: String, port: UInt16 = 0, pages: RedirectPages
  ) throws(OAuthFailure) -> LoopbackRedirect {
    guard let done = Interrupt() else { throw .system(.last) }
    let shared = SharedRedirect(host: host.rawValue, path: path, pages: pages, done: done)
    var last = SystemError(EADDRINUSE)
    for _ in 0..<(port == 0 ? attempts : 1) {
      do throws(SystemError) {
        var listeners = [try listener(.ipv4, port, shared)]
        if host == .localhost {
          do throws(SystemError) {
            listeners.append(try listener(.ipv6, listeners[0].port, shared))
          } catch {
            // Without IPv6 a browser has no other way than IPv4.
            if error.number != EADDRNOTAVAIL, error.number != EAFNOSUPPORT { throw error }
          }
        }
        return LoopbackRedirect(listeners, shared)
      } catch {
        last = error
        guard error.number == EADDRINUSE else { break }
      }
    }
    throw .system(last)
  }

  private static func listener(_ family: Listener.Family, _ port: UInt16, _ shared: SharedRedirect) throws(SystemError) -> Listener {
    try Listener.start(on: family, port: port) { _, connection in shared.serve(connection) }
  }

  private init(_ listeners: [Listener], _ shared: SharedRedirect) {
    (self.listeners, self.shared) = (listeners, shared)
    shared.port.withLock { $0 = listeners[0].port }
    address = "http://\(shared.host):\(listeners[0].port)\(shared.path)"
  }

  deinit { stop() }

  /// Waits for the redirect that belongs to `request`, and returns its code. Every other request gets a page and is ignored, so that
  /// no other program on this computer can end the wait. Throws the error of the redirect, `expired` at `deadline`, or `interrupted`.
  package func code(for request: AuthorizationRequest, until deadline: Deadline, or interrupt: Interrupt) throws(OAuthFailure) -> Secret {
    shared.state.withLock { $0 = .waiting(request) }
    do {
      try Wait.one(shared.done.descriptor, for: .read, until: deadline, or: interrupt)
    } catch {
      throw error == .interrupted ? .interrupted : .expired(.redirect)
    }
    guard case .done(let result) = shared.state.withLock({ $0 }) else { throw .expired(.redirect) }
    return try result.get()
  }

  /// Closes the port.
  package func stop() {
    for listener in listeners { listener.stop() }
  }
}

/// What the threads of the connections share.
private final class SharedRedirect: Sendable {
  enum State: Sendable {
    case idle
    case waiting(AuthorizationRequest)
    case done(Result<Secret, OAuthFailure>)
  }

  let host: String
  let path: String
  let pages: RedirectPages
  /// Raised when the redirect has come.
  let done: Interrupt
  let port = Mutex<UInt16>(0)
  let state = Mutex(State.idle)

  /// Seconds for one request. Browsers open connections in advance and may never use them.
  private static let patience = 15.0

  init(host: String, path: String, pages: RedirectPages, done: Interrupt) {
    (self.host, self.path, self.pages, self.done) = (host, path, pages, done)
  }

  func serve(_ connection: ServerConnection) {
    connection.hurry(Self.patience)
    guard var request = BrowserRequest(connection) else { return }
    defer { request.wipe() }
    let page = page(for: request)
    try? connection.write(page.octets)
    connection.leave()
  }

  private func page(for request: BrowserRequest) -> RedirectPage {
    let ignored = { (status: String) in RedirectPage(status: status, text: self.pages.ignored) }
    guard request.isGET else { return ignored("405 Method Not Allowed") }
    // A page of another site that made its own name lead here (DNS rebinding) is told nothing.
    let port = port.withLock { $0 }
    guard RedirectAddress("http://\(request.host)").map({ $0.port == port }) == true else { return ignored("400 Bad Request") }
    guard request.path == path else { return ignored("404 Not Found") }
    guard let answer = HTTPFormFields(request.query) else { return ignored("400 Bad Request") }
    return state.withLock { state in
      switch state {
      case .idle: return ignored("400 Bad Request")
      case .done: return ignored("409 Conflict")
      case .waiting(let request):
        guard request.owns(answer) else { return ignored("400 Bad Request") }
        state = .done(Result { () throws(OAuthFailure) in try request.code(in: answer) })
        done.raise()
        return RedirectPage(status: "200 OK", text: pages.received)
      }
    }
  }
}
