// A call that a script may run again with the same refused secret.

import TestSupport
import Testing
import Vocabulary

@Suite("calls of scripts", .waiting) struct RepetitionTests {
  private static func run(_ words: String, _ options: [String] = []) throws -> ProcessResult {
    let account = try ScriptedAccount(imap: .refusing("NO \(words)"), smtp: .refusing("535 \(words)"))
    return try Tool.run(account.arguments + ["--secret-from", "stdin"] + options) { $0.input = .text("correct horse battery") }
  }

  @Test("a refused secret is not to be sent again and again", arguments: Language.allCases) func warned(_ language: Language) throws {
    let warning = language == .english ? "Do not run this command again unchanged" : "不要原样重复运行"
    for words in ["wrong password", "[AUTHENTICATIONFAILED] Authentication failed", "application-specific password required"] {
      let page = try Self.run(words, language.option)
      #expect(page.end == .exited(77) && page.text.contains(warning), "\(page.text)")
      let document = try Self.run(words, language.option + ["--json"])
      #expect(try document.json["diagnosis"]["explanation"].text?.contains(warning) == true)
    }
  }

  @Test("what may work the next time has no such warning", arguments: ["try again later", "IMAP and SMTP are disabled", "account locked"])
  func notWarned(_ words: String) throws { #expect(try !Self.run(words).text.contains("Do not run this command again unchanged")) }
}
