// Tests of secrets that no login can carry: they never lead to a connection.

import TestSupport
import Testing

@Suite("invalid secrets", .waiting)
struct CaseSecretTests {
  @Test(
    "imap-password-crlf-nul, smtp-password-crlf-nul, imap-password-64k, imap-password-empty: refused before any connection",
    arguments: [
      Array("cAnary\u{0}x".utf8), Array("cAnary\rx".utf8), Array("cAnary\r\nx".utf8), Array("cAnary\nx\n".utf8),
      [UInt8](repeating: 0x61, count: 65_536), [], Array("\n".utf8),
    ])
  func refused(_ octets: [UInt8]) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin"]) { $0.input = .octets(octets) }
    #expect(result.end == .exited(octets.allSatisfy { $0 == 10 } ? 66 : 65))
    #expect(account.imap.recordings.isEmpty && account.smtp.recordings.isEmpty)
    #expect(!String(decoding: result.output + result.errors, as: UTF8.self).contains("cAnary"))
  }
}
