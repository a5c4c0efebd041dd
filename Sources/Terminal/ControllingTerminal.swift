// The controlling terminal: lines and secrets from the human, echo off and on, and back as it was whatever happens.

import Platform
import Posix
import Vocabulary

/// How asking ended without an answer.
package enum AskFailure: Error, Equatable, Sendable {
  /// Ctrl-D, or the terminal is gone.
  case inputEnded
  case interrupted
  /// More octets than a line may have.
  case tooLong
}

package final class ControllingTerminal {
  private let descriptor: FileDescriptor
  private let interrupt: Interrupt
  package let screen: Screen
  private let typed = TypedOctets()
  /// Octets of a line; the terminal's own limit is 4,096.
  private static let limit = 4_096

  /// Opens /dev/tty; nil where the process has no terminal.
  package init?(interrupt: Interrupt, usesColour: Bool, hasLinks: Bool = false) {
    let number = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard number >= 0 else { return nil }
    descriptor = FileDescriptor(number)
    self.interrupt = interrupt
    screen = Screen(number, usesColour: usesColour, hasLinks: hasLinks)
  }

  /// Gives every key from now on, until the keyboard is ended. What was typed before counts, or is forgotten where it
  /// must not: before a secret.
  package func keyboard(dropsTypeAhead: Bool) throws(AskFailure) -> Keyboard {
    try Keyboard(descriptor.number, typed, screen, interrupt, dropsTypeAhead: dropsTypeAhead)
  }

  /// Shows `prompt` and reads one line with the terminal's own editing. What was typed before Ctrl-Z is dropped (termios(3):
  /// the terminal does so itself), and after `fg` the prompt is shown again.
  package func line(_ prompt: String) throws(AskFailure) -> String {
    try ask(prompt, nil).withOctets { Array($0).text }
  }

  /// Shows `prompt` and reads one line without echo. Typed ahead characters are dropped. On Ctrl-Z the terminal is put
  /// right, the process stops, and after `fg` the prompt starts again, empty.
  package func secret(_ prompt: String) throws(AskFailure) -> Secret {
    var usual = termios()
    guard tcgetattr(descriptor.number, &usual) == 0 else { throw .inputEnded }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    return Self.unwrapped(try ask(prompt, (usual, silent)))
  }

  /// Asks with the terminal as it is, or under other settings for as long as the question stands.
  private func ask(_ prompt: String, _ settings: (usual: termios, silent: termios)?) throws(AskFailure) -> Secret {
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
        // The cursor still stands behind the prompt.
        screen.line()
        throw error
      }
      if let settings { set(settings.usual, usual: nil) }
      suspension.stop()
    }
  }

  /// TCSAFLUSH: what was typed before was meant for something else, and was echoed. `usual` is what a signal handler
  /// has to put back from now on; nil where nothing is changed any more.
  private func set(_ settings: termios, usual: termios?) {
    if let usual { TerminalGuard.arm(descriptor.number, usual, isDrawn: false) }
    var settings = settings
    tcsetattr(descriptor.number, TCSAFLUSH, &settings)
    if usual == nil { TerminalGuard.disarm() }
  }

  /// One line without its end.
  private func read(watching suspension: Suspension) throws(AskFailure) -> Secret {
    try Secret(capacity: Self.limit) { (buffer) throws(AskFailure) in
      var count = 0
      while true {
        do throws(Wait.End) {
          // A human may think as long as they like; the latch is the way out.
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

  /// Takes off the marks of a bracketed paste, which a terminal may have been left in.
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
