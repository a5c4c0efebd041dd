// What a person sees while the servers are being asked: a line for each stage, IMAP first, SMTP after it.

import Account
import Sentences
import Session
import Terminal
import Vocabulary

/// Both sessions run at once; their lines are kept in a fixed order so that one reads them like a list.
final class ProgressLines {
  private let screen: Screen
  private let language: Language
  private var waiting: [StageResult] = []
  private var imapIsDone = false
  private let settings: Settings

  init(_ settings: Settings, on screen: Screen, language: Language) {
    self.settings = settings
    self.screen = screen
    self.language = language
    screen.line(PromptSentence.checking(.imap, settings.imap)[language])
  }

  func take(_ progress: Progress) {
    guard case .ended(let result) = progress.event else { return }
    switch progress.mailProtocol {
    case .imap:
      line(.imap, result)
      if result.verdict == .failed || result.stage == SessionReport.proof(.imap) { finishIMAP() }
    case .smtp:
      if imapIsDone { line(.smtp, result) } else { waiting.append(result) }
    }
  }

  /// Prints what is still held back.
  func finish() { finishIMAP() }

  private func finishIMAP() {
    guard !imapIsDone else { return }
    imapIsDone = true
    screen.line(PromptSentence.checking(.smtp, settings.smtp)[language])
    for result in waiting { line(.smtp, result) }
    waiting = []
  }

  private func line(_ mailProtocol: MailProtocol, _ result: StageResult) {
    let name = Words.stage(result.stage)[language]
    let padding = String(repeating: " ", count: max(1, 28 - Width.of(name)))
    let time = "\(Int(result.milliseconds.rounded())) ms"
    let verdict: Span
    switch result.verdict {
    case .ok: verdict = Span(Words.ok[language], .good)
    case .failed: verdict = Span(Words.failed[language], .bad)
    case .skipped: verdict = Span(Words.skipped[language])
    }
    screen.line([Span("  \(mailProtocol.spoken) \(name)\(padding)"), verdict, Span("  \(time)")], indent: 4)
  }
}
