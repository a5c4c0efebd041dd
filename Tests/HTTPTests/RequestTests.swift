// Requests and forms as octets.

import TestSupport
import Testing
import Vocabulary
import Wire

@Suite(.waiting) struct RequestTests {
  private func target(_ text: String) throws -> HTTPTarget { try #require(WebAddress(text).flatMap(HTTPTarget.init)) }

  @Test func get() throws {
    let request = HTTPRequest(.get, try target("https://example.com/.well-known/x?a=b"), accept: .json)
    #expect(
      request.wire.text
        == "GET /.well-known/x?a=b HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\nUser-Agent: setup\r\nAccept: application/json\r\n\r\n"
    )
  }

  @Test func post() throws {
    let body = Secret(copying: "a=1".utf8)
    let request = HTTPRequest(.post, try target("https://example.com:8443"), accept: .json, body: (.form, body))
    #expect(request.fields.map(\.name) == ["Host", "Connection", "User-Agent", "Accept", "Content-Type", "Content-Length"])
    #expect(request.wire.text.hasPrefix("POST / HTTP/1.1\r\nHost: example.com:8443\r\n"))
    #expect(request.wire.text.hasSuffix("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=1"))
  }

  @Test func targets() throws {
    #expect(try target("https://example.com").path == "/")
    #expect(try target("https://example.com?a").path == "/?a")
    #expect(WebAddress("https://example.com/#a").flatMap(HTTPTarget.init) == nil)
  }

  @Test("RFC 6749, appendix B")
  func form() {
    var form = HTTPForm()
    form.add("a b", " %&+£€")
    form.add("nothing", nil as String?)
    form.add("secret", Secret(copying: "x/y=z\r\n".utf8))
    #expect(form.encoded.text == "a+b=+%25%26%2B%C2%A3%E2%82%AC&secret=x%2Fy%3Dz%0D%0A")
    #expect(form.secrets.count == 1)
    #expect(!"\(form)".contains("x/y"))
    #expect(HTTPForm.query([("scope", "a b"), ("x", "~")]) == "scope=a%20b&x=~")
  }

  @Test func received() throws {
    let fields = try #require(HTTPFormFields("code=a%2Fb+c&state=%e2%82%ac&empty=&bare".utf8))
    #expect(fields["code"]?.text == "a/b c")
    #expect(fields.text("state") == "€")
    #expect(fields.text("empty") == "" && fields.text("bare") == "" && fields.text("none") == nil)
    for bad in ["a=%", "a=%1", "a=%zz", "a=1&a=2", "a&%61"] { #expect(HTTPFormFields(bad.utf8) == nil) }
    #expect(HTTPFormFields((0...32).map { "a\($0)=1" }.joined(separator: "&").utf8) == nil)
  }
}
