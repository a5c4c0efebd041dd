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
    // What still runs is left alone from here.
    stages = stages.mapValues { list in
      list.map { stage, state in
        guard case .running(let since) = state else { return (stage, state) }
        let milliseconds = Deadline.now.milliseconds(since: since)
        return (stage, .ended(StageResult(stage: stage, milliseconds: milliseconds, status: .stopped)))
      }
    }
    painter.finish(rows(within: .max))
    keyboard?.end()
  }

  private func draw() {
    let keys = Painter.Row(PromptSentence.keysOfProgress[language], .hint)
    // Below the stages are an empty row and the keys.
    let rows = rows(within: screen.size.rows - 2) + [Painter.Row(""), keys]
    painter.draw(rows, cursor: (rows.count - 1, 0))
  }

  /// Returns both lists, next to each other if the window is wide enough. Where they have more rows than `height`, each keeps its last
  /// stages.
  private func rows(within height: Int) -> [Painter.Row] {
    let columns = screen.size.columns - 1
    let isWide = columns >= Self.sideBySide
    let left = Self.end(of: column(.imap, settings.imap), within: isWide ? height : height / 2)
    let right = Self.end(of: column(.smtp, settings.smtp), within: isWide ? height : height - left.count)
    guard isWide else { return (left + right).map(Painter.Row.init) }
    let half = (columns - 2) / 2
    return (0..<max(left.count, right.count)).map { position in
      let first = position < left.count ? left[position] : []
      let width = first.reduce(0) { $0 + Width.of($1.text) }
      let gap = Span(String(repeating: " ", count: max(2, half + 2 - width)))
      return Painter.Row(first + [gap] + (position < right.count ? right[position] : []))
    }
  }

  /// Returns the heading of a list and its last rows.
  private static func end(of list: [[Span]], within height: Int) -> [[Span]] {
    list.count <= height ? list : Array(list.prefix(1) + list.dropFirst().suffix(max(1, height - 1)))
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
    case .stopped: Span(Labels.stopped[language], .warning)
    case .skipped: Span(Labels.skipped[language])
    }
  }
}
