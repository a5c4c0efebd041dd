// What a person sees line by line while the servers are being asked: a line for each stage, IMAP first, SMTP after it.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

/// Both sessions run at once; their lines are kept in a fixed order so that one reads them like a list.
final class ProgressLines: ProgressView {
  private let screen: Screen
  private let language: Language
  private var waiting: [StageResult] = []
  private var imapIsDone = false
  private let settings: ServerSettings
  private let timing: TimeLimits
  private var running: [MailProtocol: (stage: Stage, since: Deadline, isSaid: Bool)] = [:]
  /// Seconds after which a stage says, once, how long it may take.
  private static let patience = 3.0

  init(_ settings: ServerSettings, on screen: Screen, language: Language, timing: TimeLimits) {
    self.settings = settings
    self.screen = screen
    self.language = language
    self.timing = timing
    screen.line(PromptSentence.checking(.imap, settings.imap)[language])
  }

  func take(_ progress: Progress) {
    switch progress.event {
    case .started(let stage): running[progress.mailProtocol] = (stage, .now, false)
    case .ended(let result):
      running[progress.mailProtocol] = nil
      switch progress.mailProtocol {
      case .imap:
        line(.imap, result)
        if result.verdict == .failed || result.stage == SessionReport.proof(.imap) { finishIMAP() }
      case .smtp:
        if imapIsDone { line(.smtp, result) } else { waiting.append(result) }
      }
    }
  }

  func tick() {
    // A test message is waited for by IMAP when SMTP is through.
    let current: MailProtocol = imapIsDone && running[.smtp] != nil ? .smtp : .imap
    guard let stage = running[current], !stage.isSaid else { return }
    let seconds = Deadline.now.milliseconds(since: stage.since) / 1_000
    guard seconds >= Self.patience else { return }
    running[current]?.isSaid = true
    let time = PromptSentence.waiting(Int(seconds), of: Int(timing.limit(of: stage.stage)))
    screen.line([Span(lead(current, stage.stage)), Span(time[language], .warning)], indent: 4)
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
    let time = "\(Int(result.milliseconds.rounded())) ms"
    screen.line([Span(lead(mailProtocol, result.stage)), result.verdict.span(language), Span("  \(time)")], indent: 4)
  }

  private func lead(_ mailProtocol: MailProtocol, _ stage: Stage) -> String {
    let name = Labels.stage(stage)[language]
    // Columns are for who sees them; in a narrow window they only break the line.
    let padding = (screen.columns ?? 80) < 60 ? 1 : max(1, 26 - Width.of(name))
    return "  \(mailProtocol.spoken) \(name)\(String(repeating: " ", count: padding))"
  }
}
