// The progress of a verification as lines: one line per stage, IMAP first, then SMTP.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

/// Prints each stage when it ends. Both sessions run in parallel; the lines of SMTP wait until IMAP has ended, so that
/// the order is fixed.
package final class ProgressLines: ProgressView {
  private let screen: Screen
  private let language: Language
  private var waiting: [StageResult] = []
  private var imapIsDone = false
  private let settings: ServerSettings
  private let timing: TimeLimits
  private var running: [MailProtocol: (stage: Stage, since: Deadline, isSaid: Bool)] = [:]
  /// Seconds after which a stage prints its time limit, once.
  private static let patience = 3.0

  package init(_ settings: ServerSettings, on screen: Screen, language: Language, timing: TimeLimits) {
    self.settings = settings
    self.screen = screen
    self.language = language
    self.timing = timing
    screen.line(PromptSentence.checking(.imap, settings.imap)[language])
  }

  package func take(_ progress: Progress) {
    switch progress.event {
    case .started(let stage): running[progress.mailProtocol] = (stage, .now, false)
    case .ended(let result):
      running[progress.mailProtocol] = nil
      switch progress.mailProtocol {
      case .imap:
        line(.imap, result)
        if result.status == .failed || result.status == .stopped || result.stage == SessionReport.proof(.imap) { finishIMAP() }
      case .smtp:
        if imapIsDone { line(.smtp, result) } else { waiting.append(result) }
      }
    }
  }

  package func tick() {
    // IMAP waits for a test message after SMTP has sent it.
    let current: MailProtocol = imapIsDone && running[.smtp] != nil ? .smtp : .imap
    guard let stage = running[current], !stage.isSaid else { return }
    let seconds = Deadline.now.milliseconds(since: stage.since) / 1_000
    guard seconds >= Self.patience else { return }
    running[current]?.isSaid = true
    let time = PromptSentence.waiting(Int(seconds), of: Int(timing.limit(of: stage.stage)))
    screen.line([Span(lead(current, stage.stage)), Span(time[language], .warning)], indent: 4)
  }

  /// Prints the lines that are still waiting.
  package func finish() { finishIMAP() }

  private func finishIMAP() {
    guard !imapIsDone else { return }
    imapIsDone = true
    screen.line(PromptSentence.checking(.smtp, settings.smtp)[language])
    for result in waiting { line(.smtp, result) }
    waiting = []
  }

  private func line(_ mailProtocol: MailProtocol, _ result: StageResult) {
    let time = "\(Int(result.milliseconds.rounded())) ms"
    screen.line([Span(lead(mailProtocol, result.stage)), result.status.span(language), Span("  \(time)")], indent: 4)
  }

  private func lead(_ mailProtocol: MailProtocol, _ stage: Stage) -> String {
    let name = Labels.stage(stage)[language]
    // Columns help only the eye. In a narrow window they would only break the line.
    let padding = (screen.columns ?? 80) < 60 ? 1 : max(1, 26 - Width.of(name))
    return "  \(mailProtocol.spoken) \(name)\(String(repeating: " ", count: padding))"
  }
}
