// The progress of a verification as a drawing: both servers next to each other, one row per stage.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

final class ProgressBoard: ProgressView {
  /// The state of a stage.
  private enum State {
    case running(since: Deadline)
    case ended(StageResult)
  }

  private let screen: Screen
  private let painter: Painter
  private let language: Language
  private let settings: ServerSettings
  private let timing: TimeLimits
  /// Prevents the terminal from echoing input into the drawing. It is `nil` if the terminal is gone.
  private let keyboard: Keyboard?
  private var stages: [MailProtocol: [(stage: Stage, state: State)]] = [:]
  /// The narrowest window in which both servers are next to each other.
  private static let sideBySide = 76
  /// Seconds after which a stage shows its time limit.
  private static let patience = 2.0

  init(_ settings: ServerSettings, _ tty: ControllingTerminal, language: Language, timing: TimeLimits) {
    (self.settings, self.language, self.timing) = (settings, language, timing)
    screen = tty.screen
    let painter = Painter(tty.screen)
    self.painter = painter
    keyboard = try? tty.keyboard(.kept)
    keyboard?.beforeStop = { painter.leave() }
    draw()
  }

  func take(_ progress: Progress) {
    var list = stages[progress.mailProtocol] ?? []
    switch progress.event {
    case .started(let stage):
      list.removeAll { $0.stage == stage }
      list.append((stage, .running(since: .now)))
    case .ended(let result):
      list.removeAll { $0.stage == result.stage }
      list.append((result.stage, .ended(result)))
    }
    stages[progress.mailProtocol] = list
    draw()
  }

  func tick() {
    // Keys have no effect here. A new window size and a stop have.
    while let event = try? keyboard?.next(until: .now), event != .moment {}
    draw()
  }

  func finish() {
    painter.finish(rows)
    keyboard?.end()
  }

  private func draw() {
    let rows = rows
    painter.draw(rows, cursor: (rows.count - 1, 0))
  }

  private var rows: [Painter.Row] {
    let columns = screen.size.columns - 1
    let left = column(.imap, settings.imap)
    let right = column(.smtp, settings.smtp)
    guard columns >= Self.sideBySide else { return (left + right).map(Painter.Row.init) }
    let half = (columns - 2) / 2
    return (0..<max(left.count, right.count)).map { position in
      let first = position < left.count ? left[position] : []
      let width = first.reduce(0) { $0 + Width.of($1.text) }
      let gap = Span(String(repeating: " ", count: max(2, half + 2 - width)))
      return Painter.Row(first + [gap] + (position < right.count ? right[position] : []))
    }
  }

  private func column(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> [[Span]] {
    [[Span("\(mailProtocol.spoken) \(endpoint)", .bold)]] + (stages[mailProtocol] ?? []).map { row($0.stage, $0.state) }
  }

  private func row(_ stage: Stage, _ state: State) -> [Span] {
    let name = Labels.stage(stage)[language]
    let lead = Span("  \(name)\(String(repeating: " ", count: max(1, 23 - Width.of(name))))")
    switch state {
    case .running(let since):
      let seconds = Deadline.now.milliseconds(since: since) / 1_000
      guard seconds >= Self.patience else { return [lead, Span(PromptSentence.running[language])] }
      return [lead, Span(PromptSentence.waiting(Int(seconds), of: Int(timing.limit(of: stage)))[language], .warning)]
    case .ended(let result): return [lead, result.status.span(language), Span(" \(Int(result.milliseconds.rounded())) ms")]
    }
  }
}

extension StageResult.Status {
  /// The result as a word. The colour only repeats it.
  package func span(_ language: Language) -> Span {
    switch self {
    case .ok: Span(Labels.ok[language], .good)
    case .failed: Span(Labels.failed[language], .bad)
    case .skipped: Span(Labels.skipped[language])
    }
  }
}
