// The request of a browser to the loopback server, as far as it is needed (RFC 9112, section 3).

import LoopbackServer
import Platform
import Vocabulary

/// The request line and the Host field.
struct BrowserRequest {
  let isGET: Bool
  let path: String
  /// The octets after the question mark. They contain the code.
  private(set) var query: [UInt8]
  let host: String

  /// Octets of a line, and lines. A browser sends the cookies of the host, which may be many.
  private static let longest = 16_384
  private static let lines = 100

  /// Reads a request. `nil` if the connection ends before, or if it is no request.
  init?(_ connection: ServerConnection) {
    guard var first = try? connection.readLine(limit: Self.longest) else { return nil }
    defer { first.wipe() }
    var host: String?
    for _ in 0..<Self.lines {
      guard var line = try? connection.readLine(limit: Self.longest) else { return nil }
      if line.isEmpty {
        guard let host else { return nil }
        self.init(first, host: host)
        return
      }
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      if name.equalsIgnoringCase("host") { host = line.dropFirst(name.count + 1).withoutBlanks.text }
      line.wipe()
    }
    return nil
  }

  private init?(_ line: [UInt8], host: String) {
    let parts = line.split(separator: .space, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].first == UInt8(ascii: "/"), parts[2].starts(with: "HTTP/1.".utf8) else { return nil }
    let path = parts[1].prefix { $0 != UInt8(ascii: "?") }
    isGET = parts[0].elementsEqual("GET".utf8)
    self.path = path.text
    query = Array(parts[1].dropFirst(path.count + 1))
    self.host = host
  }

  mutating func wipe() { query.wipe() }
}
