// Where the secret comes from: parsed once, read once, never from the command line.

import Platform
import Posix
import Sentences
import Vocabulary

enum SecretSource: Sendable, Equatable {
  case prompt
  case standardInput
  case environment(String)
  case file(String)
  case descriptor(Int32)
  /// A program and its arguments, run directly: no shell, no quoting.
  case command([String])

  /// `prompt`, `stdin`, `env:NAME`, `file:PATH`, `fd:N` or `command:PROGRAM ARGS…`.
  init(_ typed: String) throws(CommandError) {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    switch (parts[0], parts.count) {
    case ("prompt", 1): self = .prompt
    case ("stdin", 1): self = .standardInput
    case ("env", 2) where !rest.isEmpty && !rest.contains("="): self = .environment(rest)
    case ("file", 2) where !rest.isEmpty: self = .file(rest)
    case ("fd", 2):
      guard let number = Int32(rest), number == 0 || number > 2 else { throw Self.fault(typed) }
      self = number == 0 ? .standardInput : .descriptor(number)
    case ("command", 2):
      let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let program = words.first else { throw Self.fault(typed) }
      // It is kept with the account, and run from any folder later.
      guard let command = AbsolutePath.command(words) else {
        throw .secret(.unreadable(program, reason: SystemError(ENOENT).text))
      }
      self = .command(command)
    default: throw Self.fault(typed)
    }
  }

  private static func fault(_ typed: String) -> CommandError {
    // The value may be the secret itself, pasted in the wrong place: it is not repeated.
    .badValue(
      option: Option.secretFrom.spelling, value: "…",
      expected: Text(
        "one of prompt, stdin, env:NAME, file:PATH, fd:N, command:PROGRAM", "以下之一：prompt、stdin、env:变量名、file:路径、fd:编号、command:程序")
    )
  }
}
