// Why a call does not ask for what is missing.

import Vocabulary

/// What keeps a call from asking questions.
package enum Unasked: Equatable, Sendable {
  /// There is no controlling terminal.
  case noTerminal
  /// The call prints one JSON object.
  case document
  /// There is a terminal, but this option reads standard input, where the answers would be typed.
  case inputTaken(by: String)
  /// There is a terminal, but standard input is a file or a pipe.
  case inputRedirected
  /// The command never asks for this.
  case never

  /// Returns the end of a sentence about what is missing.
  var clause: Text {
    switch self {
    case .noTerminal: Text(", and there is no terminal to ask.", "，当前不是交互终端，无法询问。")
    case .document: Text(", and with --json setup does not ask.", "，使用 --json 时不会询问。")
    case .inputTaken(let option):
      Text(", and setup cannot ask: standard input is taken by \(option).", "，标准输入已用于 \(option)，无法询问。")
    case .inputRedirected: Text(", and setup cannot ask: standard input is not a terminal.", "，标准输入不是终端，无法询问。")
    case .never: Text(".", "。")
    }
  }
}
