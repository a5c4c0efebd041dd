// The keywords of `--secret-from`, for the help, the manual and the completions.

import Sentences
import Vocabulary

/// A keyword of `--secret-from`. A test compares this list with the parser, `SecretSource`.
package enum SecretKeyword: String, Sendable, CaseIterable {
  case prompt, stdin
  case variable = "env:"
  case file = "file:"
  case descriptor = "fd:"
  case command = "command:"

  /// The keyword with a placeholder for the rest of the value.
  package var form: Text {
    switch self {
    case .prompt, .stdin: Text(same: rawValue)
    case .variable: SecretsSentence.variableForm
    case .file: SecretsSentence.fileForm
    case .descriptor: SecretsSentence.descriptorForm
    case .command: SecretsSentence.commandForm
    }
  }

  package var meaning: Text {
    switch self {
    case .prompt: SecretsSentence.prompt
    case .stdin: SecretsSentence.standardInput
    case .variable: SecretsSentence.variable
    case .file: SecretsSentence.file
    case .descriptor: SecretsSentence.descriptor
    case .command: SecretsSentence.command
    }
  }
}
