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
  /// The question has a time limit, and no key came.
  case timedOut
}

/// The terminal that controls this process (`/dev/tty`), for questions to the user. The descriptor is closed when this
/// object is released.
package final class ControllingTerminal {
  private let descriptor: FileDescriptor
  private let interrupt: Interrupt
  /// The output of the terminal, for prompts and remarks.
  package let screen: Screen
  private let typed = TypedInput()
  /// Seconds without a key after which a question ends with `timedOut`. `nil` if it has no limit.
  package var patience: Double?
  /// The largest number of octets in a line. The terminal's own limit is 4,096.
  private static let limit = 4_096
  /// Seconds in which the lines of one paste arrive. A person needs longer for the next line.
  private static let pasteTime = 0.02
  /// Seconds after which a question without a limit ends: nobody is there.
  private static let day = 86_400.0

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

  /// Whether the terminal belongs to another process group, such as that of the shell after `setup &`.
  package var isInBackground: Bool {
    let foreground = tcgetpgrp(descriptor.number)
    return foreground >= 0 && foreground != getpgrp()
  }

  /// What was pasted at a menu and belongs to the next prompt, if that is for a secret.
  private var paste: SecretEditor?

  /// Leaves `paste` to the next prompt.
  package func forward(_ paste: SecretEditor) { self.paste = paste }

  /// Returns an editor for a secret, with what the prompt before has forwarded.
  package func secretEditor() -> SecretEditor {
    defer { paste = nil }
    return paste ?? SecretEditor()
  }

  /// Returns a keyboard, which receives every key until the caller ends it. `typeAhead` says what becomes of keys that the user typed
  /// before this call. Throws `inputEnded` if the terminal is gone or if the process has no descriptors left.
  package func keyboard(_ typeAhead: Keyboard.TypeAhead) throws(TerminalError) -> Keyboard {
    paste = nil
    return try Keyboard(descriptor.number, typed, screen, interrupt, typeAhead, patience: patience)
  }

  /// A line that the user typed.
  package struct Line<Content> {
    package let content: Content
    /// Whether more lines came with it, which were discarded: the user pasted several.
    package let wasFirstOfSeveral: Bool
  }

  /// Shows `prompt` and reads one line with the terminal's own line editing.
  ///
  /// With `dropsTypeAhead`, what the user typed before is discarded. What comes in the same moment as the line, behind its end, always
  /// is: no question has been asked for it. On Ctrl-Z the terminal driver discards what the user has typed (termios(3)). After `fg` the
  /// prompt is shown again. Throws `tooLong` for a line of more than 4,096 octets, and `timedOut`.
  package func line(_ prompt: String, dropsTypeAhead: Bool) throws(TerminalError) -> Line<String> {
    typed.discard()
    if dropsTypeAhead { tcflush(descriptor.number, TCIFLUSH) }
    let line = try ask(prompt, nil)
    return Line(content: line.content.withOctets { Array($0).text }, wasFirstOfSeveral: line.wasFirstOfSeveral)
  }

  /// Shows `prompt` and reads one line without echo.
  ///
  /// Characters that the user typed before this call are discarded. On Ctrl-Z this function restores the terminal
  /// before the process stops. After `fg` the prompt starts again with an empty line. Throws `inputEnded` if the
  /// terminal is gone, and `timedOut`.
  package func secret(_ prompt: String) throws(TerminalError) -> Line<Secret> {
    var usual = termios()
    guard tcgetattr(descriptor.number, &usual) == 0 else { throw .inputEnded }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    typed.discard()
    let line = try ask(prompt, (usual, silent))
    return Line(content: Self.unwrapped(line.content), wasFirstOfSeveral: line.wasFirstOfSeveral)
  }

  /// Asks the question. With `settings`, the terminal has the silent settings until the answer is read.
  private func ask(_ prompt: String, _ settings: (usual: termios, silent: termios)?) throws(TerminalError) -> Line<Secret> {
    guard let suspension = Suspension() else { throw .inputEnded }
    defer { suspension.end() }
    while true {
      if let settings { set(settings.silent, usual: settings.usual) }
      defer { if let settings { set(settings.usual, usual: nil) } }
      screen.prompt(prompt)
      do {
        let line = try read(watching: suspension)
        guard suspension.isAsked else { return Line(content: line, wasFirstOfSeveral: dropsMore()) }
      } catch {
        // The cursor is still on the line of the prompt.
        screen.line()
        throw error
      }
      if let settings { set(settings.usual, usual: nil) }
      suspension.stop()
    }
  }

  /// Discards the lines that came with the one that was read. Returns whether there were any.
  private func dropsMore() -> Bool {
    guard (try? Wait.any([(descriptor.number, .read)], until: .after(seconds: Self.pasteTime), or: nil)) != nil else { return false }
    tcflush(descriptor.number, TCIFLUSH)
    return true
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
          // The interrupt ends the wait.
          let end = Deadline.after(seconds: patience ?? Self.day)
          _ = try Wait.any([(descriptor.number, .read), (suspension.descriptor, .read)], until: end, or: interrupt)
        } catch {
          switch error {
          case .interrupted: throw .interrupted
          case .deadline where patience == nil: throw .inputEnded
          case .deadline:
            guard releasesPartOfLine() else { throw .timedOut }
            continue
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

  /// Makes the part of a line readable that the user has typed so far, and returns whether there is one: then somebody is at the
  /// terminal. In canonical mode a process does not see it (termios(3)); leaving that mode and entering it again ends the line without
  /// its line end. The user can go on with the line, but no longer erase this part.
  private func releasesPartOfLine() -> Bool {
    var settings = termios()
    guard tcgetattr(descriptor.number, &settings) == 0 else { return false }
    var open = settings
    open.c_lflag &= ~tcflag_t(ICANON)
    tcsetattr(descriptor.number, TCSANOW, &open)
    var count: Int32 = 0
    let isKnown = ioctl(descriptor.number, UInt(FIONREAD), &count) == 0
    tcsetattr(descriptor.number, TCSANOW, &settings)
    return isKnown && count > 0
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
