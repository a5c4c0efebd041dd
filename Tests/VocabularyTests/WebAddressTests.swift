// Addresses for the browser: https, a host, no user information.

import Testing
import Vocabulary

@Suite("Web addresses") struct WebAddressTests {
  @Test(
    "https addresses are accepted unchanged",
    arguments: [
      ("https://mail.163.com/", "mail.163.com"), ("https://mail.163.com", "mail.163.com"),
      ("https://id.yandex.com/security/app-passwords", "id.yandex.com/security/app-passwords"),
      ("https://example.org:8443/a?b=c&d=%20#e", "example.org:8443/a?b=c&d=%20#e"),
      ("https://example.org/user@host", "example.org/user@host"), ("https://example.org?q=a@b", "example.org?q=a@b"),
      ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
    ])
  func taken(_ text: String, _ spoken: String) throws {
    let address = try #require(WebAddress(text))
    #expect(address.text == text)
    #expect(address.spoken == spoken)
  }

  @Test(
    "nothing else is (cat-advice-url)",
    arguments: [
      "", "https://", "https:///", "https:example.org", "http://example.org/", "HTTPS://example.org/", "javascript:alert(1)",
      "file:///etc/passwd",
      "data:text/html,x", "//example.org/", "example.org", " https://example.org/", "https://example.org/ ", "https://user:pw@example.org/",
      "https://user@example.org", "https://@example.org", "https://good.example\\@evil.example/", "https://exam ple.org/",
      "https://bücher.example/", "https://example.org/ü", "https://gm\u{430}il.com/", "https://example.org/\u{202e}",
      "https://example.org/\r\nX", "https://example.org/\u{1b}]8;;", "https://example.org:0/", "https://example.org:99999/",
      "https://example.org:/",
      "https://192.0.2.1/", "https://[::1]/", "https://-a.org/", "https://example.org\u{0}/",
    ])
  func refused(_ text: String) { #expect(WebAddress(text) == nil) }

  @Test("at most 500 octets", arguments: [(499, true), (500, true), (501, false)])
  func length(_ count: Int, _ isLegal: Bool) {
    let start = "https://example.org/"
    #expect((WebAddress(start + String(repeating: "a", count: count - start.utf8.count)) != nil) == isLegal)
  }
}
