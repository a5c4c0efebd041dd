// The head of a response: status line and header, and what they say about the length of the content.

import Vocabulary

/// The head of one response.
struct HTTPHead {
  let status: Int
  /// The minor version: 0 or 1.
  private let minor: UInt8
  private(set) var fields: [HTTPField] = []

  /// Fields of one header. Pages of large sites have about thirty.
  private static let limit = 100

  /// Reads a status line without its CRLF (RFC 9112, section 4). The blank after the status may be missing if there is no reason phrase.
  init(statusLine line: [UInt8]) throws(HTTPResponseError) {
    let code = line.dropFirst(9).prefix(3)
    let rest = line.dropFirst(12)
    guard line.starts(with: "HTTP/1.".utf8), line.count >= 12, line[7] == 0x30 || line[7] == 0x31, line[8] == .space,
      code.allSatisfy(\.isDigit), let status = Int(code.text), (100...599).contains(status), rest.isEmpty || rest.first == .space,
      rest.allSatisfy({ $0 == .tab || ($0 >= 0x20 && $0 != 0x7f) })
    else { throw .notHTTP(said: Visible(line.prefix(200))) }
    (self.status, minor) = (status, line[7] - 0x30)
  }

  /// Adds a line of the header without its CRLF.
  mutating func add(_ line: [UInt8]) throws(HTTPResponseError) {
    guard line.first?.isBlank != true else { throw .foldedField }
    guard let field = HTTPField(line: line) else { throw .malformedField }
    guard fields.count < Self.limit else { throw .headerTooLong }
    fields.append(field)
  }

  /// How the end of the content is found.
  enum Framing: Equatable {
    case length(Int)
    case chunked
    case untilClose
  }

  /// The framing of the answer to a GET or a POST (RFC 9112, section 6.3).
  func framing(limit: Int) throws(HTTPResponseError) -> Framing {
    guard fields.values(of: "Content-Encoding").allSatisfy({ $0.utf8.equalsIgnoringCase("identity") }) else { throw .contentCoding }
    let codings = fields.values(of: "Transfer-Encoding")
    let lengths = fields.values(of: "Content-Length")
    if !codings.isEmpty {
      guard lengths.isEmpty else { throw .bothLengths }
      guard codings.count == 1, codings[0].utf8.equalsIgnoringCase("chunked"), minor == 1 else { throw .transferCoding }
    }
    guard lengths.count <= 1, lengths.first?.contains(",") != true else { throw .twoLengths }
    if status == 204 || status == 304 { return .length(0) }
    if !codings.isEmpty { return .chunked }
    guard let text = lengths.first else { return .untilClose }
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { throw .badLength }
    guard let length = Int(text), length <= limit else { throw .bodyTooLong }
    return .length(length)
  }
}
