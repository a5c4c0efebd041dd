// What a receiving server found out about the sender, read from the header of the message.

import Testing
import Vocabulary
import Wire

@Suite("Authentication-Results") struct AuthenticationResultsTests {
  typealias Results = AuthenticationResults

  private static func read(_ lines: String...) -> Results? {
    Results(header: Array((lines + ["", ""]).joined(separator: "\r\n").utf8))
  }

  @Test("the examples of RFC 8601, appendix B, and what large providers write")
  func examples() {
    #expect(Self.read("Authentication-Results: example.com 1; none") == nil)
    #expect(
      Self.read("Authentication-Results: example.com;", "          spf=pass smtp.mailfrom=example.net")
        == Results(spf: .pass, dkim: nil, dmarc: nil))
    #expect(
      Self.read(
        "Authentication-Results: example.com;", "          auth=pass (cram-md5) smtp.auth=sender@example.net;",
        "          spf=pass smtp.mailfrom=example.net") == Results(spf: .pass, dkim: nil, dmarc: nil))
    #expect(
      Self.read(
        "Authentication-Results: foo.example.net (foobar) 1 (baz);", "    dkim (Because I like it) / 1 (One yay) = (wait for it) fail",
        "      policy (A dot can go here) . (like that) expired", "      (this surprised me) = (as I wasn't expecting it) 1362471462")
        == Results(spf: nil, dkim: .fail, dmarc: nil))
    #expect(
      Self.read(
        "Authentication-Results: mx.google.com;", "       dkim=pass header.i=@example.org header.s=s1 header.b=abc;",
        "       spf=softfail (google.com: domain of transitioning you@example.org; does not designate) smtp.mailfrom=you@example.org;",
        "       dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=example.org") == Results(spf: .softfail, dkim: .pass, dmarc: .fail))
    #expect(
      Self.read("Authentication-Results: spf=none (sender IP is 192.0.2.1)", " smtp.mailfrom=example.org; dkim=none; dmarc=bestguesspass")
        == Results(spf: nil, dkim: Results.Verdict.none, dmarc: nil))
  }

  @Test("fields of other servers below do not count, those of the same server do, and one good signature is enough")
  func several() {
    #expect(
      Self.read(
        "Authentication-Results: mx.example; dmarc=pass", "Authentication-Results: MX.example 1; dkim=fail; dkim=pass; dkim=neutral",
        "Authentication-Results: mx.example; spf=neutral", "Authentication-Results: other.example; spf=fail; dkim=fail",
        "Authentication-Results: mx.example; spf=fail") == Results(spf: .neutral, dkim: .pass, dmarc: .pass))
    #expect(Self.read("Authentication-Results: mx.example; none", "Authentication-Results: other.example; spf=pass") == nil)
    #expect(Self.read("ARC-Authentication-Results: i=1; mx.example; spf=pass") == nil)
  }

  @Test(
    "what is not well formed says nothing",
    arguments: [
      "", ";", ";;;", "mx.example", "mx.example;", "mx.example; spf", "mx.example; =pass", "mx.example; spf=", "mx.example; spf=great",
      #"mx.example; "spf=pass"#, "mx.example; (spf=pass", "mx.example; (a (b) spf=pass", #"mx.example; x="\";spf=pass"#,
      "mx.example; reason=\"; spf=pass\"",
    ])
  func malformed(_ value: String) { #expect(Self.read("Authentication-Results: \(value)") == nil) }
}
