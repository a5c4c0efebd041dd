// The strict parser of mail addresses. Its domain decides which server receives the password.

import Testing
import Vocabulary

@Suite("Mail addresses") struct MailAddressTests {
  @Test(
    "a bare address is split at its one @ outside quotes (argv-address-quoted-local, argv-address-leading-dash)",
    arguments: [
      ("you@yandex.com", "you", "yandex.com"),
      ("First.Last+tag@Example.ORG", "First.Last+tag", "example.org"),
      ("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~", "example.org"),
      ("-oProxyCommand=x@example.org", "-oProxyCommand=x", "example.org"),
      ("--help@example.org", "--help", "example.org"),
      ("user@xn--bcher-kva.example", "user", "xn--bcher-kva.example"),
      ("163@163.com", "163", "163.com"),
      (#""a@gmail.com x"@evil.example"#, #""a@gmail.com x""#, "evil.example"),
      (#""a@gmail.com"@evil.example"#, #""a@gmail.com""#, "evil.example"),
      (#""a\"@gmail.com"@evil.example"#, #""a\"@gmail.com""#, "evil.example"),
      (#""\\"@evil.example"#, #""\\""#, "evil.example"),
    ])
  func taken(_ typed: String, _ local: String, _ domain: String) throws {
    let address = try MailAddress(typed)
    #expect(address.localPart == local)
    #expect(address.domain.text == domain)
    #expect(address.description == "\(local)@\(domain)")
  }

  @Test(
    "comments, groups, lists and line breaks are refused (argv-address-comments-groups, argv-address-crlf)",
    arguments: [
      ("", .empty), ("you", .noAt), ("@", .badLocalPart), ("you@", .badDomain), ("@example.org", .badLocalPart),
      ("a@b@c.org", .noAt), ("a@b.org,c@d.org", .noAt), (#""a@b.org"#, .noAt), (#"a"b@c.org"#, .noAt), (#""a"b"@c.org"#, .noAt),
      (#""a"b"c"@d.org"#, .badLocalPart), ("\"@d.org", .noAt), ("\"\"@d.org", .badLocalPart),
      ("user@good.com(x)evil.com", .badDomain), ("user(x)@good.com", .badLocalPart), ("(x)user@good.com", .badLocalPart),
      ("Name <user@good.com>", .badLocalPart), ("<user@good.com>", .badLocalPart), ("mailto:user@good.com", .badLocalPart),
      ("a:b@c.org;", .badLocalPart), (".a@b.org", .badLocalPart), ("a.@b.org", .badLocalPart), ("a..b@c.org", .badLocalPart),
      (" a@b.org", .badLocalPart), ("a@b.org ", .badDomain), ("a b@c.org", .badLocalPart), ("a@b .org", .badDomain),
      ("a@example.org\r\nA2 LOGOUT", .badDomain), ("a@example.org\n", .badDomain), ("a\r\nA2 LOGOUT@example.org", .badLocalPart),
      ("\"a\r\nb\"@example.org", .badLocalPart), ("a\u{0}@example.org", .badLocalPart), ("a@example.org\u{0}", .badDomain),
      ("a@example.org.", .badDomain), ("a@-example.org", .badDomain), ("a@exa_mple.org", .badDomain), ("a@.example.org", .badDomain),
    ] as [(String, MailAddress.Error)])
  func refused(_ typed: String, _ fault: MailAddress.Error) { #expect(Self.fault(of: typed) == fault) }

  @Test(
    "a domain has at least two labels and is not a numeric address (argv-address-domain-literal)",
    arguments: [
      ("user@localhost", .badDomain), ("user@[127.0.0.1]", .domainLiteral), ("user@[IPv6:::1]", .domainLiteral),
      ("user@127.0.0.1", .domainLiteral), ("user@127.1", .badDomain), ("user@::1", .domainLiteral),
    ] as [(String, MailAddress.Error)])
  func noDomain(_ typed: String, _ fault: MailAddress.Error) { #expect(Self.fault(of: typed) == fault) }

  @Test(
    "lookalike letters are never replaced (argv-address-homograph, argv-address-idn-domain, argv-address-eai-local)",
    arguments: [
      ("user@gm\u{430}il.com", .unicodeDomain), ("user@bücher.example", .unicodeDomain), ("user@BÜCHER.example", .unicodeDomain),
      ("user@例え。テスト", .unicodeDomain), ("user@example\u{3002}org", .unicodeDomain), ("user@gmail.com\u{200b}", .unicodeDomain),
      ("user@\u{301}gmail.com", .unicodeDomain), ("user@\u{200d}gmail.com", .unicodeDomain), ("user@\u{fe0f}gmail.com", .unicodeDomain),
      ("user\u{ff20}gmail.com", .noAt), ("用户@example.org", .unicodeLocalPart), ("use\u{301}r@example.org", .unicodeLocalPart),
      ("user\u{200b}@example.org", .unicodeLocalPart), ("user\u{301}@example.org", .unicodeLocalPart),
    ] as [(String, MailAddress.Error)])
  func unicode(_ typed: String, _ fault: MailAddress.Error) { #expect(Self.fault(of: typed) == fault) }

  @Test("percent signs are ordinary characters, nothing is decoded (argv-address-nul-percent)", arguments: ["a%00", "a%0d%0a", "%s%n"])
  func percent(_ text: String) throws {
    #expect(try MailAddress("\(text)@example.org").localPart == text)
    #expect(Self.fault(of: "a@\(text).org") == .badDomain)
  }

  @Test(
    "the part before the @ has at most 64 octets (argv-address-length)",
    arguments: [(1, nil), (63, nil), (64, nil), (65, .tooLong)] as [(Int, MailAddress.Error?)])
  func localLength(_ count: Int, _ fault: MailAddress.Error?) {
    #expect(Self.fault(of: String(repeating: "a", count: count) + "@example.org") == fault)
  }

  @Test(
    "the domain at most 253 (argv-address-length)", arguments: [(252, nil), (253, nil), (254, .tooLong)] as [(Int, MailAddress.Error?)])
  func domainLength(_ count: Int, _ fault: MailAddress.Error?) {
    let label = String(repeating: "a", count: 63)
    let domain = "\(label).\(label).\(label)." + String(repeating: "b", count: count - 192)
    #expect(Self.fault(of: String(repeating: "a", count: 64) + "@" + domain) == fault)
  }

  @Test("ten million octets are refused unread (argv-address-length)") func enormous() {
    #expect(Self.fault(of: String(repeating: "a@", count: 5_000_000)) == .tooLong)
    #expect(Self.fault(of: "\"" + String(repeating: "\\", count: 10_000_000)) == .tooLong)
  }

  @Test("addresses are equal whatever the case of the domain, but not of the local part") func equality() throws {
    #expect(try MailAddress("you@EXAMPLE.org") == MailAddress("you@example.org"))
    #expect(try MailAddress("You@example.org") != MailAddress("you@example.org"))
  }

  private static func fault(of typed: String) -> MailAddress.Error? {
    do throws(MailAddress.Error) {
      _ = try MailAddress(typed)
      return nil
    } catch {
      return error
    }
  }
}
