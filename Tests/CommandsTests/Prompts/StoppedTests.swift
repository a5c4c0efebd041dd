// Tests of what Ctrl-C stopped: it is told as stopped, not as failed.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("what was stopped", .waiting) struct StoppedTests {
  private static let silences = InterruptTests.Silence.allCases

  private func word(_ language: Language) -> (stopped: String, failed: String) {
    language == .english ? ("stopped", "failed") : ("已停止", "失败")
  }

  @Test("fault-stopped-told-as-failed: in the drawn progress", arguments: silences, Language.allCases)
  func drawn(_ silence: InterruptTests.Silence, _ language: Language) throws {
    let account = try ScriptedAccount(imap: silence.behaviour, smtp: silence.behaviour)
    let screen = try FullScreen(account.reviewed, columns: 100, rows: 40, language: language)
    try screen.answer(language == .english ? "Password (hidden): " : "密码（不显示）：", "Tzq9")
    try screen.wait("silence at the servers") { _ in silence.isReached(account) }
    try screen.see(language == .english ? "Ctrl-C: stop" : "Ctrl-C 停止")
    try screen.type(Press.ctrl("c"))
    try screen.see(language == .english ? "What next?" : "接下来做什么？")
    let text = screen.terminal.everything.joined(separator: "\n")
    let (stopped, failed) = word(language)
    // One stage of each server.
    #expect(text.components(of: " \(stopped) ").count == 3, "\(text)")
    #expect(!text.contains(" \(failed) "))
    try screen.type(Press.ctrl("c"))
    #expect(try screen.finish() == .signalled(SIGINT))
  }

  @Test("fault-stopped-told-as-failed: line by line", arguments: silences, Language.allCases)
  func lines(_ silence: InterruptTests.Silence, _ language: Language) throws {
    let account = try ScriptedAccount(imap: silence.behaviour, smtp: silence.behaviour)
    let session = try Tool.terminal(account.reviewed, environment: language.environment)
    try session.answer(language == .english ? "Password (hidden" : "密码（不显示", "Tzq9")
    try session.wait("silence at the servers") { silence.isReached(account) }
    try session.type("\u{3}")
    try session.wait(for: language == .english ? "Number: " : "序号：")
    let (stopped, failed) = word(language)
    #expect(session.text.components(separatedBy: "\(stopped)  ").count == 3, "\(session.text)")
    #expect(!session.text.contains(failed))
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(SIGINT))
  }

  @Test("fault-stopped-told-as-failed: in JSON", arguments: silences, [SIGINT, SIGTERM])
  func document(_ silence: InterruptTests.Silence, _ signal: Int32) throws {
    let account = try ScriptedAccount(imap: silence.behaviour, smtp: silence.behaviour)
    let run = try ProcessBuilt.call(account.arguments + ["--secret-from", "stdin", "--json"]).with { $0.input = .text("Tzq9\n") }.start()
    try run.wait("silence at the servers") { silence.isReached(account) }
    run.signal(signal)
    let json = try run.finish().json
    for side in ["imap", "smtp"] {
      let results = json[side]["stages"].list.map { $0["result"].text }
      #expect(results.count { $0 == "stopped" } == 1, "\(results)")
      #expect(!results.contains("failed"))
    }
  }
}
