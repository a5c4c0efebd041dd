// Tests of hostile arguments: the answer is a short error, never a trap, and no connection is made.

import TestSupport
import Testing

@Suite("hostile arguments", .waiting)
struct HostileArgumentsTests {
  /// Expects a short error, whatever the length of the arguments.
  private func expectRefusal(_ result: ProcessResult, _ statuses: [Int32] = [64]) {
    #expect(statuses.map { ProcessEnd.exited($0) }.contains(result.end))
    #expect(result.errors.count < 2_000)
    #expect(!PtyText.holdsControls(result.output + result.errors))
    #expect(!result.complaint.contains("Checking"))
  }

  @Test(
    "argv-many-arguments: 100,000 arguments",
    arguments: [[], ["guide"], ["guide", "yandex"], ["providers"], ["help"], ["--provider"], ["--", "x"], ["catalog", "check"]])
  func many(_ beginning: [String]) throws {
    let result = try Tool.run(beginning + Array(repeating: "word", count: 100_000))
    expectRefusal(result)
    #expect(result.seconds < 20)
  }

  @Test(
    "argv-many-arguments, argv-address-length: one argument of 128 KB",
    arguments: [
      ["*"], ["--*"], ["-*"], ["guide", "*"], ["providers", "*"], ["--provider", "*"], ["--email", "*@example.org"],
      ["--email", "a@*.org"],
      ["--lang", "*"], ["--timeout", "*"], ["--secret-from", "*"], ["--imap", "*", "--smtp", "localhost"],
      ["--username", "*", "--provider", "demo"], ["--imap-security", "*", "--imap", "localhost", "--smtp", "localhost"],
    ])
  func veryLong(_ call: [String]) throws {
    let long = String(repeating: "a", count: 128 * 1_024 - 64)
    let result = try Tool.run(call.map { $0.replacing("*", with: long) })
    expectRefusal(result, call.contains("--email") ? [65] : [64])
    // It takes a tenth of a second on a machine without other load.
    #expect(result.seconds < 20)
  }

  @Test(
    "argv-many-arguments: octets that are not UTF-8",
    arguments: [[], ["guide"], ["providers"], ["--provider"], ["--email"], ["--lang"], ["--imap"], ["--secret-from"], ["--timeout"]])
  func notUTF8(_ beginning: [String]) throws {
    for octets in [
      [0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98], [0x80], [0x1b, 0x5b, 0x32, 0x4a], [0xc2, 0x9b, 0x33, 0x31],
    ] as [[UInt8]] {
      let result = try ProcessBuilt.call(beginning).with { $0.arguments.append(octets) }.run()
      expectRefusal(result, beginning == ["--email"] ? [65] : [64])
    }
  }

  @Test(
    "argv-address-*: an address that is not one bare addr-spec is refused",
    arguments: [
      // argv-address-crlf, argv-address-nul-percent
      "a@example.org\r\nA2 LOGOUT", "a\r\n@example.org", "a@example%00.org", "a@example.org%0d%0a", "a@%s%n",
      // argv-address-comments-groups
      "user@good.com(x)evil.com", "user(x)@good.com", "Name <user@good.com> x", "a@b.example@c.example", "a@b.example,c@d.example",
      // argv-address-idn-domain, argv-address-homograph
      "user@bücher.example", "user@BÜCHER.example", "user@例え。テスト", "user@gm\u{430}il.com",
      // argv-address-domain-literal
      "user@[127.0.0.1]", "user@[IPv6:::1]", "user@localhost", "user@127.0.0.1",
    ])
  func addresses(_ address: String) throws {
    for call in [["--email", address, "--secret-from", "stdin"], ["--provider", "demo", "--email", address, "--secret-from", "stdin"]] {
      let result = try Tool.run(call) { $0.input = .text("a secret\n") }
      expectRefusal(result, [65])
      #expect(result.output == [])
    }
  }

  @Test(
    "argv-address-quoted-local: the domain is what follows the last @ outside quotes",
    arguments: ["\"a@gmail.com x\"@evil.example", "\"a@gmail.com\"@evil.example"])
  func quoted(_ address: String) throws {
    let result = try Tool.run(["guide", address])
    #expect(result.end == .exited(64))
    #expect(result.output == [])
    #expect(result.complaint.contains("No provider matches"))
  }

  @Test(
    "argv-host-as-url, argv-port-range: a server is HOST or HOST:PORT and nothing else",
    arguments: [
      "imaps://imap.example.org:993/", "imap.example.org ", " imap.example.org", "user@imap.example.org", "http://127.0.0.1",
      "imap.example.org/",
      "host:0", "host:65536", "host:-1", "host:993x", "host:0x3e1", "host:+993", "host: 993", "host:٩٩٣", "host:", ":993", "host:993:993",
      "[::1", "[::1]x", "::1", "[127.0.0.1]", "a..b", "-a.example", "imap_example.org:99999", "host\r\n", "ex\u{ad}ample.org", "例え.example",
    ])
  func servers(_ server: String) throws {
    for call in [["--imap", server, "--smtp", "localhost:1"], ["--smtp", server, "--imap", "localhost:1"]] {
      let result = try Tool.run(call + ["--email", "a@example.org", "--secret-from", "stdin"]) { $0.input = .text("a secret\n") }
      expectRefusal(result, [64, 65])
      #expect(result.output == [])
    }
  }

  @Test("a user name with a line end is refused", arguments: ["a\r\nA2 LOGOUT", "a\nb", "a\tb", "a\u{7f}b"])
  func userName(_ name: String) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let result = try Tool.run(account.arguments + ["--username", name, "--secret-from", "stdin"]) { $0.input = .text("a secret\n") }
    expectRefusal(result)
    #expect(account.received.isEmpty)
  }
}
