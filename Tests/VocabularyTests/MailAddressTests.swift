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
      ("user\u{ff20}gmail.com", .noAt),
    ] as [(String, MailAddress.Error)])
  func unicode(_ typed: String, _ fault: MailAddress.Error) { #expect(Self.fault(of: typed) == fault) }

  @Test(
    "letters, marks, numbers and symbols outside ASCII are a local part (RFC 6531)",
    arguments: [
      "почта", "用户", "jürgen", "संपर्क", "이메일", "お問い合わせ", "δοκιμή", "بريد", "דואר", "อีเมล", "用户.名+标签", "李雷2", "٣٤٥", "m€", "i♥mail", "ｧ", "ể",
      "😀",
    ])
  func localParts(_ local: String) throws {
    let address = try MailAddress("\(local)@example.org")
    #expect(address.localPart == local && address.needsUTF8 && "\(address)" == "\(local)@example.org")
    #expect(try !MailAddress("me@example.org").needsUTF8)
  }

  @Test(
    "nothing is a local part that is not seen, that reorders its line, or that is not composed",
    arguments: [
      // Controls, format and bidirectional characters, separators, private use, unassigned, blanks that are letters or symbols.
      "a\u{85}b", "用\u{200b}户", "用\u{202e}户", "用\u{2066}户", "نامه\u{200c}ای", "a\u{feff}", "用\u{3000}户", "用\u{a0}户", "用\u{2028}户",
      "用\u{e000}",
      "用\u{378}", "用\u{2800}", "用\u{3164}", "ᅟ\u{1160}", "用\u{1d159}", "用\u{fe0f}", "用\u{e0041}",
      // Punctuation of other scripts, which input methods write around an address.
      "“用户”", "用户，", "用·户", "（用户）",
      // Letters apart from their marks, marks alone, too many of them, compatibility characters.
      "use\u{301}r", "и\u{306}", "user.\u{301}a", "\u{301}a",
      "a\u{331}\u{301}\u{331}\u{301}\u{331}\u{301}\u{331}\u{301}\u{331}", "A\u{30a}",
      "\u{212b}", "\u{f900}", "가\u{11a8}", "\u{1112}\u{1161}", "か\u{3099}",
      // A quoted string stays in ASCII, and dots stay between atoms.
      "\"用户\"", ".用户", "用户.", "用..户", "用 户", "用@户",
    ])
  func noLocalParts(_ local: String) { #expect((try? MailAddress("\(local)@example.org")) == nil) }

  @Test("64 octets in UTF-8 are the limit, too") func utf8Length() {
    #expect(Self.fault(of: String(repeating: "用", count: 21) + "a@example.org") == nil)
    #expect(Self.fault(of: String(repeating: "用", count: 22) + "@example.org") == .tooLong)
  }

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
