// A terminal that gives every key at once and echoes none, for as long as one question stands.

import Platform
import Posix

package final class Keyboard {
  /// What a prompt may have to answer to.
  package enum Event: Equatable, Sendable {
    case key(Key)
    /// The window has another size.
    case resized
    /// The process was stopped and goes on; what stood on the screen is elsewhere now.
    case resumed
    /// The moment waited for has come.
    case moment
  }

  private let descriptor: Int32
  private let typed: TypedOctets
  private let interrupt: Interrupt
  private let screen: Screen
  private let suspension: Suspension
  private let window: WindowChange
  private let usual: termios
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var isEnded = false
  /// Called before the process stops: what was drawn has to be left alone then.
  package var beforeStop: () -> Void = {}
  /// Seconds after which an ESC that nothing followed was the key: less than a human needs for the next one, more than
  /// a terminal needs for the rest of a sequence.
  private static let escapeTime = 0.05

  /// Changes the terminal's settings. With `dropsTypeAhead` what was typed before is forgotten: it was meant for
  /// something else. Throws where the terminal is gone, or belongs to another job and stays so.
  init(_ descriptor: Int32, _ typed: TypedOctets, _ screen: Screen, _ interrupt: Interrupt, dropsTypeAhead: Bool) throws(AskFailure) {
    guard let suspension = Suspension() else { throw .inputEnded }
    guard let window = WindowChange() else { throw .inputEnded }
    (self.descriptor, self.typed, self.screen, self.interrupt) = (descriptor, typed, screen, interrupt)
    (self.suspension, self.window) = (suspension, window)
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      suspension.end()
      window.end()
      throw .inputEnded
    }
    usual = settings
    if dropsTypeAhead { typed.discard() }
    enter(dropsTypeAhead ? TCSAFLUSH : TCSADRAIN)
  }

  deinit { end() }

  /// Whether there is a key already: then there is no need to draw what it will change. Octets alone are none: the end of
  /// a paste makes no key. No more are decoded than it takes, the rest is the next prompt's.
  package var hasMore: Bool {
    while keys.isEmpty, let octet = typed.take() { keys += decoder.take(octet) }
    return !keys.isEmpty
  }

  /// Waits for the next event, until `moment` if there is one.
  package func next(until moment: Deadline? = nil) throws(AskFailure) -> Event {
    while true {
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      if let octet = typed.take() {
        keys += decoder.take(octet)
        continue
      }
      if suspension.isAsked {
        stop()
        return .resumed
      }
      if window.take() { return .resized }
      do throws(Wait.End) {
        // A human may think as long as they like; the latch is the way out.
        let end: Deadline = decoder.isPending ? .after(seconds: Self.escapeTime) : moment ?? .after(seconds: 86_400)
        let watched = [descriptor, suspension.descriptor, window.descriptor]
        guard try Wait.any(watched.map { ($0, .read) }, until: end, or: interrupt).contains(0) else { continue }
      } catch {
        switch error {
        case .interrupted: throw .interrupted
        case .deadline:
          if decoder.isPending {
            keys += decoder.lapse()
            continue
          }
          guard moment != nil else { throw .inputEnded }
          return .moment
        }
      }
      let count = typed.fill(from: descriptor)
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { throw .inputEnded }
    }
  }

  /// Puts the terminal right. Called again it does nothing.
  package func end() {
    guard !isEnded else { return }
    isEnded = true
    leave()
    suspension.end()
    window.end()
  }

  /// Stops with the terminal as it was, and takes it again afterwards.
  private func stop() {
    beforeStop()
    leave()
    suspension.stop()
    enter(TCSADRAIN)
  }

  private func enter(_ action: Int32) {
    TerminalGuard.arm(descriptor, usual, isDrawn: true)
    var settings = usual
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHOE | ECHOK | ECHONL | IEXTEN)
    // Ctrl-C, Ctrl-Z and Ctrl-\\ stay signals, so that keys and kill(1) are the same thing.
    settings.c_lflag |= tcflag_t(ISIG)
    settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | ISTRIP | IXON)
    withUnsafeMutableBytes(of: &settings.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(descriptor, action, &settings)
    screen.control(.pasteOn)
  }

  private func leave() {
    screen.control(.pasteOff)
    var settings = usual
    tcsetattr(descriptor, TCSADRAIN, &settings)
    TerminalGuard.disarm()
  }
}
