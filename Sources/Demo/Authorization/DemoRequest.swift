// HTTP requests to the demo's authorization server (RFC 9112), as far as it needs them.

import LoopbackServer
import Vocabulary
import Wire

/// The method, the path and the fields of one request.
struct DemoRequest {
  let isPOST: Bool
  let path: String
  let query: HTTPFormFields
  let form: HTTPFormFields

  /// Octets of a line and of a body, and the number of lines.
  private static let longest = 8_192
  private static let lines = 100

  /// Reads a request. `nil` if the connection ends before, or if it is none.
  init?(_ connection: ServerConnection) {
    guard let first = try? connection.readLine(limit: Self.longest) else { return nil }
    let parts = first.split(separator: .space)
    guard parts.count == 3, parts[1].first == UInt8(ascii: "/") else { return nil }
    var length = 0
    for _ in 0..<Self.lines {
      guard let line = try? connection.readLine(limit: Self.longest) else { return nil }
      if line.isEmpty {
        guard let body = length == 0 ? [] : try? connection.readOctets(length) else { return nil }
        self.init(parts, body)
        return
      }
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      guard name.equalsIgnoringCase("content-length") else { continue }
      guard let count = Int(line.dropFirst(name.count + 1).withoutBlanks.text), (0...Self.longest).contains(count) else { return nil }
      length = count
    }
    return nil
  }

  private init?(_ parts: [ArraySlice<UInt8>], _ body: [UInt8]) {
    let path = parts[1].prefix { $0 != UInt8(ascii: "?") }
    guard let query = HTTPFormFields(parts[1].dropFirst(path.count + 1)), let form = HTTPFormFields(body) else { return nil }
    (isPOST, self.path, self.query, self.form) = (parts[0].elementsEqual("POST".utf8), path.text, query, form)
  }
}

/// One response, after which the connection ends.
struct DemoResponse {
  private let octets: [UInt8]

  private init(_ status: String, _ type: String, _ body: String, _ more: [String] = []) {
    let lines = [
      "HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)", "Cache-Control: no-store",
      "Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'", "Connection: close",
    ]
    octets = Array(((lines + more + ["", ""]).joined(separator: "\r\n") + body).utf8)
  }

  static func json(_ body: String, status: String = "200 OK") -> DemoResponse { DemoResponse(status, "application/json", body) }

  static func page(_ body: String, status: String = "200 OK") -> DemoResponse {
    DemoResponse(status, "text/html; charset=utf-8", "<!DOCTYPE html><meta charset=\"utf-8\"><title>setup</title>\(body)\n")
  }

  static func redirect(_ address: String) -> DemoResponse { DemoResponse("303 See Other", "text/plain", "", ["Location: \(address)"]) }

  static let notFound = page("", status: "404 Not Found")

  func send(on connection: ServerConnection) {
    try? connection.write(octets)
    connection.leave()
  }
}
