// The controlling terminal: reads lines and secrets from the user and restores the terminal's settings in every case.

import Platform
import Posix
import Vocabulary

/// Why a question ended without an answer.
package enum TerminalError: Error, Equatable, Sendable {
  /// The user pressed Ctrl-D, the terminal is gone, or a day passed without input.
  case inputEnded
  /// The interrupt was raised.
  case interrupted
  /// The user typed more octets than a line may have.
  case tooLong
}

/// The terminal that controls this process (`/dev/tty`), for questions to the user. The descriptor is closed when this
/// object is released.
package final class ControllingTerminal {
  private let descriptor: FileDescriptor
  private let interrupt: Interrupt
  /// The output of the terminal, for prompts and remarks.
  package let screen: Screen
  private let typed = TypedOctets()
  /// The largest number of octets in a line. The terminal's own limit is 4,096.
  private static let limit = 4_096

  /// Opens `/dev/tty`.
  ///
  /// `interrupt` ends every wait for input. `usesColour` and `hasLinks` are passed on to `screen`. Returns `nil` if the
  /// process has no controlling terminal.
  package init?(interrupt: Interrupt, usesColour: Bool, hasLinks: Bool = false) {
    let number = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard number >= 0 else { return nil }
    descriptor = FileDescriptor(number)
    self.interrupt = interrupt
    screen = Screen(number, usesColour: usesColour, hasLinks: hasLinks)
  }

  /// Returns a keyboard, which receives every key until the caller ends it.
  ///
  /// Keys that the user typed before this call count. With `dropsTypeAhead` they are discarded instead, which a caller
  /// must request before a secret. Throws `inputEnded` if the terminal is gone or if the process has no descriptors
  /// left.
  package func keyboard(dropsTypeAhead: Bool) throws(TerminalError) -> Keyboard {
    try Keyboard(descriptor.number, typed, screen, interrupt, dropsTypeAhead: dropsTypeAhead)
  }

  /// Shows `prompt` and reads one line with the terminal's own line editing.
  ///
  /// On Ctrl-Z the terminal driver discards what the user has typed (termios(3)). After `fg` the prompt is shown again.
  /// Throws `tooLong` for a line of more than 4,096 octets.
  package func line(_ prompt: String) throws(TerminalError) -> String {
    try ask(prompt, nil).withOctets { Array($0).text }
  }

  /// Shows `prompt` and reads one line without echo.
  ///
  /// Characters that the user typed before this call are discarded. On Ctrl-Z this function restores the terminal
  /// before the process stops. After `fg` the prompt starts again with an empty line. Throws `inputEnded` if the
  /// terminal is gone.
  package func secret(_ prompt: String) throws(TerminalError) -> Secret {
    var usual = termios()
    guard tcgetattr(descriptor.number, &usual) == 0 else { throw .inputEnded }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    return Self.unwrapped(try ask(prompt, (usual, silent)))
  }

  /// Asks the question. With `settings`, the terminal has the silent settings until the answer is read.
  private func ask(_ prompt: String, _ settings: (usual: termios, silent: termios)?) throws(TerminalError) -> Secret {
    guard let suspension = Suspension() else { throw .inputEnded }
    defer { suspension.end() }
    while true {
      if let settings { set(settings.silent, usual: settings.usual) }
      defer { if let settings { set(settings.usual, usual: nil) } }
      screen.prompt(prompt)
      do {
        let line = try read(watching: suspension)
        guard suspension.isAsked else { return line }
      } catch {
        // The cursor is still on the line of the prompt.
        screen.line()
        throw error
      }
      if let settings { set(settings.usual, usual: nil) }
      suspension.stop()
    }
  }

  /// Applies `settings` with TCSAFLUSH, which discards earlier input: the user typed it for another question, and the
  /// terminal echoed it. `usual` is what a signal handler must restore from now on. It is `nil` if `settings` are the
  /// original ones, so that no handler has anything to restore.
  private func set(_ settings: termios, usual: termios?) {
    if let usual { TerminalGuard.arm(descriptor.number, usual, isDrawn: false) }
    var settings = settings
    tcsetattr(descriptor.number, TCSAFLUSH, &settings)
    if usual == nil { TerminalGuard.disarm() }
  }

  /// Reads one line and returns it without its line end.
  private func read(watching suspension: Suspension) throws(TerminalError) -> Secret {
    try Secret(capacity: Self.limit) { (buffer) throws(TerminalError) in
      var count = 0
      while true {
        do throws(Wait.End) {
          // The user may think as long as they like. The interrupt ends the wait.
          _ = try Wait.any([(descriptor.number, .read), (suspension.descriptor, .read)], until: .after(seconds: 86_400), or: interrupt)
        } catch {
          switch error {
          case .interrupted: throw .interrupted
          case .deadline: throw .inputEnded
          }
        }
        if suspension.isAsked { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        guard !room.isEmpty else { throw .tooLong }
        let got = Platform.read(descriptor.number, room.baseAddress, room.count)
        if got < 0, errno == EAGAIN || errno == EINTR { continue }
        guard got > 0 else { throw .inputEnded }
        count += got
        if buffer[count - 1] == .lineFeed {
          count -= 1
          if count > 0, buffer[count - 1] == .carriageReturn { count -= 1 }
          return count
        }
      }
    }
  }

  /// Removes the markers of a bracketed paste. Another program may have left the terminal in that mode.
  private static func unwrapped(_ secret: Secret) -> Secret {
    let (opening, closing) = (Array("\u{1b}[200~".utf8), Array("\u{1b}[201~".utf8))
    return secret.withOctets { octets in
      var inner = octets[...]
      if inner.starts(with: opening) { inner = inner.dropFirst(opening.count) }
      if inner.count >= closing.count, inner.suffix(closing.count).elementsEqual(closing) { inner = inner.dropLast(closing.count) }
      return inner.count == octets.count ? secret : Secret(copying: inner)
    }
  }
}
