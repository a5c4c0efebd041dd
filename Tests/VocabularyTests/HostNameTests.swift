// Host names: which texts are legal, and where the labels of a domain end.

import Testing
import Vocabulary

@Suite("Host names") struct HostNameTests {
  @Test(
    "legal names and addresses are accepted, in lower case, without final dot and brackets (tls-reference-trailing-dot)",
    arguments: [
      ("imap.example.org", "imap.example.org", HostName.Kind.name),
      ("IMAP.Example.ORG", "imap.example.org", .name),
      ("imap.example.org.", "imap.example.org", .name),
      ("163.com", "163.com", .name),
      ("a-b.c-1", "a-b.c-1", .name),
      ("localhost", "localhost", .name),
      ("xn--bcher-kva.example", "xn--bcher-kva.example", .name),
      ("0x.example", "0x.example", .name),
      ("192.0.2.1", "192.0.2.1", .ipv4),
      ("0.0.0.0", "0.0.0.0", .ipv4),
      ("::1", "::1", .ipv6),
      ("[2001:DB8::1]", "2001:db8::1", .ipv6),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.1", .ipv6),
    ])
  func taken(_ typed: String, _ text: String, _ kind: HostName.Kind) throws {
    let host = try #require(HostName(typed))
    #expect(host.text == text)
    #expect(host.kind == kind)
  }

  @Test(
    "nothing else is (cat-host-crlf-nul, cat-host-unicode, argv-host-as-url)",
    arguments: [
      "", ".", "..", "a..b", ".a", "a.b..", "-a.b", "a-.b", "a_b.c", "a b.c", " a.b", "a.b ", "a.b\t", "*.example.org",
      "imap.example.org\r\nA1 LOGIN", "a.b\n", "a.b\r", "a\u{0}b.example", "a.example\u{0}",
      "im\u{430}p.gmail.com", "bücher.example", "例え。テスト", "例え.テスト", "a\u{ad}b.example", "a\u{200d}.example", "a.b\u{301}",
      "imaps://imap.example.org", "user@imap.example.org", "imap.example.org/", "imap.example.org:993", "imap.example.org,b.org",
      "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.400", "1.2.3.-4", "127.1", "2130706433", "example.1", "1.2.3.٤",
      "0x7f000001", "127.0.0.0x1", "0X7F000001", "example.0x", "[192.0.2.1]", "[imap.example.org]", "[::1", "::1]", "[[::1]]",
      "fe80::1%eth0", "::g", "::1\u{0}", "[]",
    ])
  func refused(_ typed: String) { #expect(HostName(typed) == nil) }

  @Test("labels have at most 63 octets", arguments: [(1, true), (62, true), (63, true), (64, false)])
  func labelLength(_ count: Int, _ isLegal: Bool) {
    #expect((HostName(String(repeating: "a", count: count) + ".org") != nil) == isLegal)
  }

  @Test("names have at most 253 octets, a final dot not counted", arguments: [(252, true), (253, true), (254, false)])
  func nameLength(_ count: Int, _ isLegal: Bool) {
    let label = String(repeating: "a", count: 63)
    let name = "\(label).\(label).\(label)." + String(repeating: "b", count: count - 192)
    #expect(name.utf8.count == count)
    #expect((HostName(name) != nil) == isLegal)
    #expect((HostName(name + ".") != nil) == isLegal)
  }

  @Test("ten million octets are refused unread") func enormous() {
    #expect(HostName(String(repeating: "a.", count: 5_000_000)) == nil)
  }

  @Test(
    "a name is within a domain at label boundaries only",
    arguments: [
      ("mail.com", "mail.com", true), ("a.mail.com", "mail.com", true), ("a.b.mail.com", "mail.com", true),
      ("gmail.com", "mail.com", false), ("mail.com", "a.mail.com", false), ("mail.com.evil.example", "mail.com", false),
      ("192.0.2.1", "2.1", false), ("192.0.2.1", "192.0.2.1", false),
    ])
  func within(_ name: String, _ domain: String, _ expected: Bool) throws {
    #expect(try #require(HostName(name)).isWithin(domain) == expected)
  }

  @Test("addresses have no labels") func labels() throws {
    #expect(try #require(HostName("a.B.c.")).labels == ["a", "b", "c"])
    #expect(try #require(HostName("192.0.2.1")).labels.isEmpty)
    #expect(try #require(HostName("::1")).labels.isEmpty)
  }

  @Test("IPv6 addresses are written in brackets") func description() throws {
    #expect(try #require(HostName("::1")).description == "[::1]")
    #expect(try #require(HostName("192.0.2.1")).description == "192.0.2.1")
    #expect(try #require(HostName("a.b")).description == "a.b")
  }
}
