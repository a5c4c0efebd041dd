// A request of HTTP/1.1 as octets (RFC 9112, section 3).

import Vocabulary

/// One request, on a connection that is closed after it.
package struct HTTPRequest: Sendable {
  /// The two methods that this program uses (RFC 9110, section 9.3).
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  package let method: Method
  package let target: HTTPTarget
  /// All fields in the order in which they are sent. The names may be shown in a trace.
  package let fields: [HTTPField]
  private let body: Secret?

  /// Creates a request. `accept` is the media type that the answer should have. A request without a body has neither a media type nor
  /// a length. There is no Accept-Encoding: a compressed answer would need a decoder, and could grow without a limit.
  package init(_ method: Method, _ target: HTTPTarget, accept: MediaType, body: (type: MediaType, octets: Secret)? = nil) {
    (self.method, self.target, self.body) = (method, target, body?.octets)
    var fields = [
      HTTPField("Host", target.authority), HTTPField("Connection", "close"), HTTPField("User-Agent", "setup"),
      HTTPField("Accept", accept.rawValue),
    ]
    if let body {
      fields += [HTTPField("Content-Type", body.type.rawValue), HTTPField("Content-Length", String(body.octets.count))]
    }
    self.fields = fields.compactMap(\.self)
  }

  /// The media types of this program's requests and answers.
  package enum MediaType: String, Sendable {
    case json = "application/json"
    case xml = "application/xml, text/xml"
    case form = "application/x-www-form-urlencoded"
  }

  /// The octets of the request. They may contain a secret, so the result is one.
  package var wire: Secret {
    let lines = ["\(method.rawValue) \(target.path) HTTP/1.1"] + fields.map { "\($0.name): \($0.value)" }
    let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    return Secret(capacity: head.count + (body?.count ?? 0)) { buffer in
      buffer.copyBytes(from: head)
      body?.withOctets { UnsafeMutableRawBufferPointer(rebasing: buffer[head.count...]).copyMemory(from: $0) }
      return head.count + (body?.count ?? 0)
    }
  }
}
