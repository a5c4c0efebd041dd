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
  init(_ typed: String) throws(UsageFault) {
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
      guard !words.isEmpty else { throw Self.fault(typed) }
      self = .command(words)
    default: throw Self.fault(typed)
    }
  }

  private static func fault(_ typed: String) -> UsageFault {
    // The value may be the secret itself, pasted in the wrong place: it is not repeated.
    .badValue(
      option: Option.secretFrom.spelling, value: "…",
      expected: Text("one of prompt, stdin, env:NAME, file:PATH, fd:N, command:PROGRAM", "prompt、stdin、env:变量名、file:路径、fd:编号、command:程序 之一")
    )
  }
}

/// Reads a secret from everything but the terminal.
struct SecretReader {
  let interrupt: Interrupt
  /// A password manager may ask its owner something first.
  private static let patience = 300.0

  /// The secret without one trailing line break. Throws what kept it from arriving.
  func read(_ source: SecretSource, warn: (Text) -> Void) throws(SecretProblem) -> Secret {
    switch source {
    case .prompt: preconditionFailure("the terminal asks for this one")
    case .standardInput:
      guard isatty(STDIN_FILENO) == 0 else { throw .fault(.standardInputIsTerminal) }
      return try drain(STDIN_FILENO, "standard input")
    case .environment(let name):
      guard let value = getenv(name) else { throw .fault(.unset(name)) }
      let octets = UnsafeBufferPointer(start: value, count: strlen(value)).map { UInt8(bitPattern: $0) }
      return Self.withoutLineBreak(Secret(copying: octets))
    case .file(let path): return try file(path, warn)
    case .descriptor(let number):
      let flags = fcntl(number, F_GETFD)
      // All that this program has opened itself closes on exec; what was inherited cannot.
      guard flags != -1, flags & FD_CLOEXEC == 0 else { throw .fault(.unreadable("fd:\(number)", reason: SystemError(EBADF).text)) }
      return try drain(number, "fd:\(number)")
    case .command(let words): return try run(words)
    }
  }

  private func file(_ path: String, _ warn: (Text) -> Void) throws(SecretProblem) -> Secret {
    // Non-blocking: a FIFO without a writer must not hang the open.
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .fault(.unreadable(path, reason: SystemError.last.text)) }
    let descriptor = Descriptor(number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .fault(.unreadable(path, reason: SystemError.last.text)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .fault(.unreadable(path, reason: SystemError(EISDIR).text)) }
    if status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 { warn(UsageSentence.looseFile(Visible(path, limit: 80))) }
    return try drain(descriptor.number, path)
  }

  private func run(_ words: [String]) throws(SecretProblem) -> Secret {
    let child: Child
    do {
      child = try Child(words)
    } catch {
      throw .fault(.unreadable(words[0], reason: error.text))
    }
    let secret: Secret
    do {
      secret = try drain(child.output.number, words[0], allowsEmpty: true)
    } catch {
      child.end()
      throw error
    }
    let status = child.wait()
    guard status == 0 else { throw .fault(.commandFailed(words[0], status: status)) }
    if secret.count == 0 { throw .fault(.empty) }
    return secret
  }

  /// Everything up to the end of `number`, at most as much as a secret may have.
  private func drain(_ number: Int32, _ name: String, allowsEmpty: Bool = false) throws(SecretProblem) -> Secret {
    let deadline = Deadline.after(seconds: Self.patience)
    let raw = try Secret(capacity: Secret.limit + 3) { (buffer) throws(SecretProblem) in
      var count = 0
      while true {
        do throws(Wait.End) {
          try Wait.one(number, for: .read, until: deadline, or: interrupt)
        } catch {
          throw error == .interrupted ? .interrupted : .fault(.timedOut)
        }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        if room.isEmpty { throw .fault(.tooLong) }
        let got = Platform.read(number, room.baseAddress, room.count)
        if got < 0, errno == EAGAIN || errno == EINTR { continue }
        if got < 0 { throw .fault(.unreadable(name, reason: SystemError.last.text)) }
        if got == 0 { return count }
        count += got
      }
    }
    let secret = Self.withoutLineBreak(raw)
    if secret.count == 0, !allowsEmpty { throw .fault(.empty) }
    return secret
  }

  /// One trailing CR LF or LF belongs to the file or the pipe, not to the secret.
  private static func withoutLineBreak(_ secret: Secret) -> Secret {
    secret.withOctets { octets in
      var inner = octets[...]
      guard inner.last == .lineFeed else { return secret }
      inner = inner.dropLast()
      if inner.last == .carriageReturn { inner = inner.dropLast() }
      return Secret(copying: inner)
    }
  }
}

/// Why no secret was read.
enum SecretProblem: Error, Equatable, Sendable {
  case fault(SecretFault)
  case interrupted
}
