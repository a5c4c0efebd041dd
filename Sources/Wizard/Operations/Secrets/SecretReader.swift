// A secret, read from everything but the terminal.

import Platform
import Posix
import Sentences
import Vocabulary

struct SecretReader {
  private let interrupt: Interrupt
  private let withheld: Withheld
  private let warn: (Text) -> Void
  /// A password manager may ask its owner something first.
  private static let patience = 300.0

  init(_ terms: CommandContext) { (interrupt, withheld, warn) = (terms.interrupt, terms.withheld, { terms.warn($0) }) }

  /// The secret without one trailing line break and without a byte order mark. Throws what kept it from arriving.
  func read(_ source: SecretSource) throws(SecretProblem) -> Secret {
    switch source {
    case .prompt: preconditionFailure("the terminal asks for this one")
    case .standardInput:
      guard isatty(STDIN_FILENO) == 0 else { throw .fault(.standardInputIsTerminal) }
      return try drain(STDIN_FILENO, "standard input").filled
    case .environment(let name):
      guard let variable = withheld.variable, variable.name == name, let value = variable.value else { throw .fault(.unset(name)) }
      return try SecretText(value).secret
    case .file(let path): return try file(path)
    case .descriptor(let number):
      guard withheld.descriptor == number else { throw .fault(.unreadable("fd:\(number)", reason: SystemError(EBADF).text)) }
      return try drain(number, "fd:\(number)").filled
    case .command(let words): return try run(words)
    }
  }

  private func file(_ path: String) throws(SecretProblem) -> Secret {
    // Non-blocking: a FIFO without a writer must not hang the open.
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .fault(.unreadable(path, reason: SystemError.last.text)) }
    let descriptor = FileDescriptor(number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .fault(.unreadable(path, reason: SystemError.last.text)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .fault(.unreadable(path, reason: SystemError(EISDIR).text)) }
    if status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 { warn(CommandErrorSentence.looseFile(Visible(path, limit: 80))) }
    return try drain(descriptor.number, path).filled
  }

  private func run(_ words: [String]) throws(SecretProblem) -> Secret {
    let child: Child
    do {
      child = try Child(words)
    } catch {
      throw .fault(.unreadable(words[0], reason: error.text))
    }
    let text: SecretText
    let status: Int32?
    do {
      text = try drain(child.output.number, words[0], from: child)
      status = try ending(of: child)
    } catch {
      child.end()
      throw error
    }
    if let status, status != 0 { throw .fault(.commandFailed(words[0], status: status)) }
    // A mail program that runs the same command has nobody to take it off.
    if text.hadMark { warn(CommandErrorSentence.markFromCommand(Visible(words[0], limit: 80))) }
    return try text.filled
  }

  /// How the program ended that has given all it has to give; nil where it lives on, as one does that serves others from
  /// now on: it is given a moment to say that it failed, and then left alone.
  private func ending(of child: Child) throws(SecretProblem) -> Int32? {
    do throws(Wait.End) {
      return try child.wait(until: .after(seconds: 0.5), or: interrupt)
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .deadline:
        child.leave()
        return nil
      }
    }
  }

  /// Everything up to the end of `number`, at most as much as a secret may have. A `child` that has ended has said all,
  /// though what it left behind may hold its output open: a complete line is taken at once, another after a moment.
  private func drain(_ number: Int32, _ name: String, from child: Child? = nil) throws(SecretProblem) -> SecretText {
    let deadline = Deadline.after(seconds: Self.patience)
    var last: Deadline?
    let raw = try Secret(capacity: SecretText.limit + 1) { (buffer) throws(SecretProblem) in
      var count = 0
      while true {
        // Taken note of before what it has written is read: then nothing can come from itself any more.
        let hasEnded = child?.status != nil
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        if room.isEmpty { throw .fault(.tooLong) }
        do throws(Wait.End) {
          let next = child == nil ? deadline : min(deadline, .after(seconds: hasEnded ? 0 : 0.05))
          try Wait.one(number, for: .read, until: next, or: interrupt)
        } catch {
          if error == .interrupted { throw .interrupted }
          if deadline.hasPassed { throw .fault(.timedOut) }
          guard hasEnded else { continue }
          if count > 0, buffer[count - 1] == .lineFeed { return count }
          let end = last ?? .after(seconds: 1)
          last = end
          if end.hasPassed { return count }
          Wait.pause(seconds: 0.01)
          continue
        }
        let got = Platform.read(number, room.baseAddress, room.count)
        if got < 0, errno == EAGAIN || errno == EINTR { continue }
        if got < 0 { throw .fault(.unreadable(name, reason: SystemError.last.text)) }
        if got == 0 { return count }
        count += got
      }
    }
    return try SecretText(raw)
  }
}

/// Why no secret was read.
enum SecretProblem: Error, Equatable, Sendable {
  case fault(SecretFault)
  case interrupted
}
