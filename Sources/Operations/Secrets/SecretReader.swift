// Reads a secret from every source except the terminal.

import Platform
import Posix
import Vocabulary

package struct SecretReader {
  private let interrupt: Interrupt
  private let withheld: Withheld
  private let notify: Notify
  /// The longest wait for a secret. A password manager may ask the user for a passphrase first. `--timeout` does not apply,
  /// and the help says so.
  package static let minutes = 5
  private static let patience = Double(minutes * 60)

  package init(_ interrupt: Interrupt, _ withheld: Withheld, notify: @escaping Notify) {
    (self.interrupt, self.withheld, self.notify) = (interrupt, withheld, notify)
  }

  /// Returns the secret without one trailing line end and without a byte order mark. Throws `secret` with the reason if there is
  /// none, or `token` if it is to be an access token. `source` must not be the prompt.
  package func read(_ source: SecretSource, as kind: Secret.Kind = .password) throws(OperationError) -> Secret {
    do throws(OperationError) { return try secret(from: source, kind) } catch {
      if kind == .accessToken, case .secret(let reason) = error { throw .token(reason) }
      throw error
    }
  }

  private func secret(from source: SecretSource, _ kind: Secret.Kind) throws(OperationError) -> Secret {
    switch source {
    case .prompt: preconditionFailure("the prompt asks for this secret")
    case .standardInput:
      guard isatty(STDIN_FILENO) == 0 else { throw .secret(.standardInputIsTerminal) }
      return try drain(STDIN_FILENO, "standard input", kind).filled
    case .environment(let name):
      guard let variable = withheld.variable, variable.name == name, let value = variable.value else { throw .secret(.unset(name)) }
      return try RawSecret(value, kind).secret
    case .file(let path): return try file(path, kind)
    case .descriptor(let number):
      guard withheld.descriptor == number else { throw .secret(.unreadable("fd:\(number)", reason: SystemError(EBADF).text)) }
      return try drain(number, "fd:\(number)", kind).filled
    case .command(let words): return try run(words, kind)
    }
  }

  private func file(_ path: String, _ kind: Secret.Kind) throws(OperationError) -> Secret {
    // Without O_NONBLOCK, open(2) would wait for the writer of a FIFO.
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .secret(.unreadable(path, reason: SystemError.last.text)) }
    let descriptor = FileDescriptor(number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .secret(.unreadable(path, reason: SystemError.last.text)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .secret(.unreadable(path, reason: SystemError(EISDIR).text)) }
    if status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 { notify(.looseFile(path)) }
    return try drain(descriptor.number, path, kind).filled
  }

  private func run(_ words: [String], _ kind: Secret.Kind) throws(OperationError) -> Secret {
    let call = SubprocessCall(
      words, environment: .inherited(except: [:]), input: .inherited, errors: .inherited, hasOwnGroup: false, limit: RawSecret.limit(kind),
      excess: .refused, ending: .line)
    let result: Subprocess.Result
    do throws(Subprocess.Error) {
      result = try Subprocess.run(call, until: .after(seconds: Self.patience), or: interrupt)
    } catch {
      switch error {
      case .timedOut: throw .secret(.timedOut)
      case .interrupted: throw .interrupted
      case .tooMuch: throw .secret(.tooLong)
      case .notStarted(let reason): throw .secret(.unreadable(words[0], reason: reason.text))
      }
    }
    let text = try RawSecret(result.output, kind)
    // A program that serves others from now on, such as an agent, still runs.
    if let status = result.status, status != 0 { throw .secret(.commandFailed(words[0], status: status)) }
    // A mail client that runs the same command does not remove the mark.
    if text.hadMark { notify(.markFromCommand(words[0])) }
    return try text.filled
  }

  /// Reads everything up to the end of the descriptor `number`, at most as many octets as a secret may have.
  private func drain(_ number: Int32, _ name: String, _ kind: Secret.Kind) throws(OperationError) -> RawSecret {
    let deadline = Deadline.after(seconds: Self.patience)
    let raw = try Secret(capacity: RawSecret.limit(kind) + 1) { (buffer) throws(OperationError) in
      var count = 0
      while true {
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        if room.isEmpty { throw .secret(.tooLong) }
        do throws(Wait.End) {
          try Wait.one(number, for: .read, until: deadline, or: interrupt)
        } catch {
          switch error {
          case .interrupted: throw .interrupted
          case .deadline: throw .secret(.timedOut)
          }
        }
        let got = Platform.read(number, room.baseAddress, room.count)
        if got < 0, errno == EAGAIN || errno == EINTR { continue }
        if got < 0 { throw .secret(.unreadable(name, reason: SystemError.last.text)) }
        if got == 0 { return count }
        count += got
      }
    }
    return try RawSecret(raw, kind)
  }
}
