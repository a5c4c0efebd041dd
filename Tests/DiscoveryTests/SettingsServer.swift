// A web server on 127.0.0.1 that publishes mail settings for any number of domains, over TLS.

import LoopbackServer
import Posix
import Synchronization
import Vocabulary

/// What the server answers for one address.
enum Page: Sendable {
  case xml(String)
  case status(Int)
  case redirect(String)
  /// A page for browsers, with status 200.
  case html
  /// These octets as they are, and then the end of the connection.
  case raw(String)
  case silence
  /// Another page if the address has a query.
  indirect case query(Page, without: Page)
}

/// A running web server. It runs until it is released.
final class SettingsServer: Sendable {
  private let listener: Listener
  private let log: Log

  private final class Log: Sendable {
    let requests = Mutex<[String]>([])
  }

  /// Serves `pages`, by host and path. Every other page is not found. Throws the errno if the port is in use.
  init(port: UInt16 = 0, as identity: ServerIdentity, _ pages: [String: Page]) throws {
    let log = Log()
    self.log = log
    listener = try Listener.start(port: port) { _, connection in
      do {
        try connection.startTLS(as: identity)
        let request = String(decoding: try connection.readLine(), as: UTF8.self)
        var host = ""
        while true {
          let line = String(decoding: try connection.readLine(), as: UTF8.self)
          if line.isEmpty { break }
          if line.hasPrefix("Host: ") { host = String(line.dropFirst(6)) }
        }
        let target = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        log.requests.withLock { $0.append(host + target) }
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        try Self.answer(pages[host + (parts.first ?? "")] ?? .status(404), hasQuery: parts.count > 1, connection)
        _ = connection.leave()
      } catch {
        // The client has left: what it was shown first was enough.
      }
    }
  }

  deinit { listener.stop() }

  var port: UInt16 { listener.port }

  /// The hosts and targets of all requests so far.
  var requests: [String] { log.requests.withLock { $0 } }

  private static func answer(_ page: Page, hasQuery: Bool, _ connection: ServerConnection) throws(ConnectionEnd) {
    func send(_ head: String, _ type: String, _ body: String) throws(ConnectionEnd) {
      let octets = Array(body.utf8)
      try connection.write(Array("HTTP/1.1 \(head)\r\nContent-Type: \(type)\r\nContent-Length: \(octets.count)\r\n\r\n".utf8) + octets)
    }
    switch page {
    case .xml(let text): try send("200 OK", "text/xml; charset=utf-8", text)
    case .status(let status): try send("\(status) No", "text/plain", "no")
    case .redirect(let place): try send("302 Found\r\nLocation: \(place)", "text/plain", "")
    case .html: try send("200 OK", "text/html", "<html><body>Welcome</body></html>")
    case .raw(let text): try connection.write(Array(text.utf8))
    case .silence: try connection.pause(milliseconds: 20_000)
    case .query(let with, let without): try answer(hasQuery ? with : without, hasQuery: hasQuery, connection)
    }
  }
}
