// A response of HTTP (RFC 9110, section 15), and the reasons to refuse one.

import Vocabulary

/// A whole response.
package struct HTTPResponse: Sendable {
  /// The status code, 200 to 599.
  package let status: Int
  package let fields: [HTTPField]
  /// The content. An answer of a token endpoint consists of secrets, so every content is one.
  package let body: Secret

  package init(status: Int, fields: [HTTPField], body: Secret) { (self.status, self.fields, self.body) = (status, fields, body) }

  /// The media type in lower case, without parameters. `nil` if there is none or more than one.
  package var mediaType: String? {
    let values = fields.values(of: "Content-Type")
    guard values.count == 1 else { return nil }
    return values[0].prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercasedASCII
  }

  /// The value of Location (RFC 9110, section 10.2.2). `nil` if the field is missing or occurs twice.
  package var location: String? {
    let values = fields.values(of: "Location")
    return values.count == 1 ? values[0] : nil
  }

  /// The seconds of Retry-After (RFC 9110, section 10.2.3). `nil` if the field is missing or contains a date.
  package var retryAfter: Int? {
    fields.values(of: "Retry-After").first.flatMap { $0.utf8.count <= 6 && $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
  }
}

/// Why octets are not a response that this program accepts. Where RFC 9112 lets a reader guess, this one refuses.
package enum HTTPResponseError: Error, Equatable, Sendable {
  /// The first line is no status line. `said` is its start.
  case notHTTP(said: Visible)
  /// A line ends in LF without CR, or contains a CR (RFC 9112, section 2.2).
  case bareLineEnd
  /// A field continues on the next line (obs-fold, RFC 9112, section 5.2).
  case foldedField
  case malformedField
  case headerTooLong, bodyTooLong
  /// Content-Length and Transfer-Encoding (RFC 9112, section 6.3).
  case bothLengths
  /// Two fields Content-Length, or two numbers in one.
  case twoLengths
  /// Content-Length is not a number.
  case badLength
  /// A transfer coding other than `chunked` alone (RFC 9112, section 6.1).
  case transferCoding
  /// The content is compressed although nobody asked for that.
  case contentCoding
  case badChunk
  /// More interim responses (1xx) than a server needs.
  case tooManyInterim
  /// The server changes to another protocol (101).
  case upgraded
  /// The connection ended inside the response.
  case truncated
}
