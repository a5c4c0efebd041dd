// `--secret-from`: where the secret comes from. It never comes from the command line itself.

import Platform
import Posix

package enum SecretSource: Sendable, Equatable {
  case prompt
  case standardInput
  case environment(String)
  case file(String)
  case descriptor(Int32)
  /// A program and its arguments, which this program runs without a shell.
  case command([String])

  /// Reads `prompt`, `stdin`, `env:NAME`, `file:PATH`, `fd:N` or `command:PROGRAM ARGS…`. Throws `unknownSecretSource` for
  /// everything else.
  package init(_ typed: String) throws(OperationError) {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    switch (parts[0], parts.count) {
    case ("prompt", 1): self = .prompt
    case ("stdin", 1): self = .standardInput
    case ("env", 2) where !rest.isEmpty && !rest.contains("="): self = .environment(rest)
    case ("file", 2) where !rest.isEmpty: self = .file(rest)
    case ("fd", 2):
      guard let number = Int32(rest), number == 0 || number > 2 else { throw .unknownSecretSource }
      self = number == 0 ? .standardInput : .descriptor(number)
    case ("command", 2):
      let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let program = words.first else { throw .unknownSecretSource }
      // The command is saved with the account, and later runs from any folder.
      guard let command = AbsolutePath.command(words) else {
        throw .secret(.unreadable(program, reason: SystemError(ENOENT).text))
      }
      self = .command(command)
    default: throw .unknownSecretSource
    }
  }
}
