// Reads a response octet by octet (RFC 9112), so that it does not matter how the octets were cut on their way.

import Vocabulary

/// Collects one response. Not Sendable: one thread reads.
package struct HTTPResponseParser {
  /// Octets of all lines outside of the content, and octets of the content.
  package static let headerLimit = 16_384
  package static let bodyLimit = 262_144
  /// Interim responses (RFC 9110, section 15.2) before the final one.
  private static let interimLimit = 8
  /// Octets of everything. A content in chunks of one octet has six around each.
  private static let limit = 2 * 1_024 * 1_024

  private enum State {
    case statusLine, header
    case body(left: Int)
    case untilClose
    case chunkSize
    case chunk(left: Int)
    case chunkEnd
    case trailer
    case complete
  }

  private var state = State.statusLine
  private var head: HTTPHead?
  private var interim = 0
  /// The line that is being read. A line of a header can repeat a secret too.
  private let line = SecretBuffer()
  private var endsInCR = false
  private var headerCount = 0
  private var total = 0
  private let body = SecretBuffer()

  package init() {}

  /// Takes what was read, and returns the response if it is complete. Octets after it are ignored: the connection is not used again.
  /// Throws the reason to refuse it.
  package mutating func append(_ octets: some Sequence<UInt8>) throws(HTTPResponseError) -> HTTPResponse? {
    for octet in octets {
      try take(octet)
      if case .complete = state { return response }
    }
    return nil
  }

  /// Takes the end of the connection, and returns the response. Throws `truncated` if the response is not complete. The caller has to
  /// make sure that the server closed the connection itself (RFC 9112, section 8).
  package mutating func end() throws(HTTPResponseError) -> HTTPResponse {
    switch state {
    case .untilClose: state = .complete
    case .statusLine, .header, .body, .chunkSize, .chunk, .chunkEnd, .trailer, .complete: break
    }
    guard case .complete = state, let response else { throw .truncated }
    return response
  }

  private var response: HTTPResponse? { head.map { HTTPResponse(status: $0.status, fields: $0.fields, body: body.secret) } }

  private mutating func take(_ octet: UInt8) throws(HTTPResponseError) {
    total += 1
    guard total <= Self.limit else { throw .bodyTooLong }
    switch state {
    case .body(let left): try content(octet, next: left > 1 ? .body(left: left - 1) : .complete)
    case .chunk(let left): try content(octet, next: left > 1 ? .chunk(left: left - 1) : .chunkEnd)
    case .untilClose: try content(octet, next: .untilClose)
    case .statusLine, .header, .chunkSize, .chunkEnd, .trailer:
      guard let line = try completed(octet) else { return }
      try take(line: line)
    case .complete: break
    }
  }

  private mutating func content(_ octet: UInt8, next: State) throws(HTTPResponseError) {
    guard body.count < Self.bodyLimit else { throw .bodyTooLong }
    body.append(octet)
    state = next
  }

  /// Adds an octet to the line, and returns the line without its CRLF if that completes it.
  private mutating func completed(_ octet: UInt8) throws(HTTPResponseError) -> [UInt8]? {
    headerCount += 1
    guard headerCount <= Self.headerLimit else {
      if case .chunkSize = state { throw .badChunk }
      throw .headerTooLong
    }
    if octet == .lineFeed {
      guard endsInCR else { throw isFirst ? .notHTTP(said: said) : .bareLineEnd }
      endsInCR = false
      defer { line.removeAll() }
      return line.withOctets { Array($0) }
    }
    guard !endsInCR else { throw isFirst ? .notHTTP(said: said) : .bareLineEnd }
    if octet == .carriageReturn { endsInCR = true } else { line.append(octet) }
    return nil
  }

  /// Whether the line that is being read is the first one: then it may be of another protocol.
  private var isFirst: Bool {
    if case .statusLine = state { interim == 0 } else { false }
  }

  private var said: Visible { line.withOctets { Visible($0.prefix(200)) } }

  private mutating func take(line: [UInt8]) throws(HTTPResponseError) {
    switch state {
    case .statusLine:
      head = try HTTPHead(statusLine: line)
      state = .header
    case .header:
      if line.isEmpty { try endHead() } else { try head?.add(line) }
    case .chunkSize:
      // Each chunk has room of its own: many small chunks are no long header.
      headerCount = 0
      guard let size = Self.chunkSize(line) else { throw .badChunk }
      guard size <= Self.bodyLimit - body.count else { throw .bodyTooLong }
      state = size == 0 ? .trailer : .chunk(left: size)
    case .chunkEnd:
      guard line.isEmpty else { throw .badChunk }
      state = .chunkSize
    case .trailer:
      // Trailer fields are checked and dropped (RFC 9110, section 6.5.1).
      if line.isEmpty {
        state = .complete
      } else if HTTPField(line: line) == nil || line.first?.isBlank == true {
        throw .malformedField
      }
    case .body, .untilClose, .chunk, .complete: break
    }
  }

  private mutating func endHead() throws(HTTPResponseError) {
    guard let head else { throw .truncated }
    if head.status == 101 { throw .upgraded }
    if head.status < 200 {
      interim += 1
      guard interim <= Self.interimLimit else { throw .tooManyInterim }
      self.head = nil
      state = .statusLine
      return
    }
    switch try head.framing(limit: Self.bodyLimit) {
    case .length(0): state = .complete
    case .length(let length): state = .body(left: length)
    case .chunked:
      headerCount = 0
      state = .chunkSize
    case .untilClose: state = .untilClose
    }
  }

  /// Reads `1A`, or `1A;extension` (RFC 9112, section 7.1.1).
  private static func chunkSize(_ line: [UInt8]) -> Int? {
    var digits = line.prefix { $0 != UInt8(ascii: ";") }
    while let last = digits.last, last.isBlank { digits.removeLast() }
    guard (1...8).contains(digits.count), digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0.lowercasedASCII) }) else {
      return nil
    }
    return Int(digits.text, radix: 16)
  }
}
