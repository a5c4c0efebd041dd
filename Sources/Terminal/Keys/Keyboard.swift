// The terminal in key mode: it sends every key immediately and echoes none, until the question is answered.

import Platform
import Posix

/// The source of keys for one drawn prompt. The terminal's settings are restored by `end` or when this object is
/// released.
package final class Keyboard {
  /// An event that a prompt has to handle.
  package enum Event: Equatable, Sendable {
    case key(Key)
    /// The window has another size.
    case resized
    /// The process was stopped and has continued. The prompt has to be drawn again, because the screen may have
    /// changed.
    case resumed
    /// The time in `next(until:)` has come.
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
  /// A closure that is called before the process stops, so that the prompt can leave its drawing in place.
  package var beforeStop: () -> Void = {}
  /// Seconds after which an ESC without a successor is the Escape key. The user needs more time to press the next key.
  /// A terminal needs less for the rest of a sequence.
  private static let escapeTime = 0.05

  /// Changes the terminal's settings. With `dropsTypeAhead`, earlier input is discarded, because the user typed it for
  /// another question. Throws `inputEnded` if the terminal is gone or if the process has no descriptors left.
  init(_ descriptor: Int32, _ typed: TypedOctets, _ screen: Screen, _ interrupt: Interrupt, dropsTypeAhead: Bool) throws(TerminalError) {
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

  /// Whether a key is available already. A caller need not draw what that key will change. Octets alone do not count,
  /// because the end of a paste is not a key. Only as many octets are decoded as the answer needs; the rest belongs to
  /// the next prompt.
  package var hasMore: Bool {
    while keys.isEmpty, let octet = typed.take() { keys += decoder.take(octet) }
    return !keys.isEmpty
  }

  /// Waits for the next event and returns it. With `moment`, returns `moment` at that time. Throws `interrupted` if the
  /// interrupt is raised, and `inputEnded` if the terminal is gone or if a day passes without an event.
  package func next(until moment: Deadline? = nil) throws(TerminalError) -> Event {
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
        // The user may think as long as they like. The interrupt ends the wait.
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

  /// Restores the terminal's settings. A second call has no effect.
  package func end() {
    guard !isEnded else { return }
    isEnded = true
    leave()
    suspension.end()
    window.end()
  }

  /// Restores the terminal, stops the process, and changes the terminal again when the process continues.
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
    // Ctrl-C, Ctrl-Z and Ctrl-\ stay signals, so that a key has the same effect as kill(1).
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
