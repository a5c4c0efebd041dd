// Parsing HOST:PORT as users type it, and ports.

import Testing
import Vocabulary

@Suite("Endpoints") struct EndpointTests {
  @Test(
    "HOST, HOST:PORT and [IPv6]:PORT are accepted",
    arguments: [
      ("imap.example.org", "imap.example.org", 993), ("imap.example.org:143", "imap.example.org", 143),
      ("IMAP.example.org.:1", "imap.example.org", 1), ("192.0.2.1:65535", "192.0.2.1", 65_535), ("[::1]", "::1", 993),
      ("[2001:DB8::1]:465", "2001:db8::1", 465),
    ] as [(String, String, UInt16)])
  func understood(_ typed: String, _ host: String, _ port: UInt16) throws {
    let parsed = try #require(Endpoint.parse(typed, defaultPort: 993))
    #expect(parsed.host.text == host)
    #expect(parsed.port == port)
  }

  @Test(
    "a URL, a blank, a user name or half an address is not (argv-host-as-url)",
    arguments: [
      "", ":", ":993", "imaps://imap.example.org:993/", "http://127.0.0.1", "imap.example.org ", " imap.example.org",
      "user@imap.example.org", "imap.example.org:", "imap.example.org:993:1", "imap.example.org:993/", "imap.example.org/:993",
      "::1", "::1:993", "[::1", "[::1]993", "[::1]:", "[::1]:0", "[192.0.2.1]:993", "[imap.example.org]:993", "[]:993",
      "imap.example.org:\u{301}993", "imap.example.org:99\u{301}3", "imap.example.org\r\n:993", "imap.example.org:993\r\n",
    ])
  func refused(_ typed: String) { #expect(Endpoint.parse(typed, defaultPort: 993) == nil) }

  @Test(
    "ports are 1 to 65535", arguments: [("1", 1), ("25", 25), ("993", 993), ("65534", 65_534), ("65535", 65_535)] as [(String, UInt16)])
  func port(_ text: String, _ expected: UInt16) { #expect(UInt16(port: text) == expected) }

  @Test(
    "in ASCII digits without sign, blank or leading zero (argv-port-range)",
    arguments: [
      "", "0", "65536", "65537", "99999", "100000", "4294967296", "-1", "+993", "993x", "x993", "0x3e1", " 993", "993 ", "0993", "9 93",
      "٩٩٣", "９９３", "1e3", "993.0", "9_9", "993\u{0}", "99\u{301}",
    ])
  func noPort(_ text: String) { #expect(UInt16(port: text) == nil) }

  @Test("an endpoint is written as a user types it") func description() throws {
    let host = try #require(HostName("::1"))
    #expect(Endpoint(host: host, port: 993, security: .tls).description == "[::1]:993")
  }

  @Test("no unencrypted connection can be chosen") func securities() {
    #expect(Security.allCases.map(\.rawValue) == ["tls", "starttls"])
    for word in ["", "none", "plain", "auto", "clear", "TLS", "ssl"] { #expect(Security(rawValue: word) == nil) }
  }
}
