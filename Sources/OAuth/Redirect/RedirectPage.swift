// The page that the browser shows after the redirect. It is static and contains nothing that was received.

import Vocabulary

/// The texts of the pages.
package struct RedirectPages: Sendable {
  /// The redirect came. The sign-in is not complete yet: the terminal shows how it ends.
  package let received: Text
  /// A request that belongs to no sign-in, or comes a second time.
  package let ignored: Text

  package init(received: Text, ignored: Text) { (self.received, self.ignored) = (received, ignored) }
}

/// One response of the loopback server.
struct RedirectPage {
  let status: String
  let text: Text?

  /// The octets of the response. No script, no image, no reference, no storage: the address contains the code.
  var octets: [UInt8] {
    let body = Array((text.map(Self.html) ?? "").utf8)
    let lines = [
      "HTTP/1.1 \(status)", "Content-Type: text/html; charset=utf-8", "Content-Length: \(body.count)", "Cache-Control: no-store",
      "Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
      "Connection: close", "", "",
    ]
    return Array(lines.joined(separator: "\r\n").utf8) + body
  }

  private static func html(_ text: Text) -> String {
    let paragraphs = Language.allCases.map { "<p lang=\"\($0.rawValue)\">\(escaped(text[$0]))</p>" }
    return "<!DOCTYPE html><meta charset=\"utf-8\"><title>setup</title>" + paragraphs.joined() + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
