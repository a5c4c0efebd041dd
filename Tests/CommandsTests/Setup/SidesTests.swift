// Two servers of one account of which one works.

import TestSupport
import Testing
import Vocabulary

@Suite("one of two servers", .waiting) struct SidesTests {
  @Test(
    "imap-auth-parallel-same-time, smtp-imap-ok-smtp-refused: each side has its result, IMAP first, and the advice is about the other",
    arguments: Language.allCases)
  func smtpRefuses(_ language: Language) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .refusing("535 5.7.8 Error: authentication failed"))
    let call = account.arguments + ["--secret-from", "stdin"] + language.option
    let result = try Tool.run(call) { $0.input = .text("correct horse battery") }
    #expect(result.end == .exited(77), "\(result.complaint)")
    let lines = result.text.split(separator: "\n").map(String.init)
    let imap = try #require(lines.firstIndex { $0.contains("IMAP") && !$0.contains("SMTP") }, "\(result.text)")
    let smtp = try #require(lines.firstIndex { $0.hasPrefix("SMTP") }, "\(result.text)")
    #expect(imap < smtp)
    #expect(result.text.contains(language == .english ? "a server accepted it" : "服务器已经接受了它"), "\(result.text)")
    #expect(account.imap.recordings.count == 1 && account.secretsReceived.count == 2)
  }

  @Test(
    "term-imitates-our-prompt: words of a server stand behind our own mark",
    arguments: ["Password: ", "Your IMAP password was wrong. Password:", "Try it anyway? [y/N] "])
  func imitation(_ words: String) throws {
    let account = try ScriptedAccount(imap: .refusing("NO \(words)"), smtp: .refusing("535 \(words)"))
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin"]) { $0.input = .text("correct horse battery") }
    let own = words.hasSuffix(" ") ? String(words.dropLast()) : words
    let lines = result.text.split(separator: "\n").map(String.init).filter { $0.contains(own) }
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("The server replied: ") }, "\(result.text)")
    #expect(!result.text.hasSuffix(own) && !result.text.hasSuffix(own + "\n"))
  }
}
