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

  /// What becomes of input that came before the prompt was drawn. The user typed it without having seen the question.
  package enum TypeAhead: Sendable {
    /// It is discarded: one key could answer the question, or it would become part of a secret.
    case dropped
    /// It counts, see `wasAhead`.
    case kept
  }

  private let descriptor: Int32
  private let typed: TypedInput
  private let interrupt: Interrupt
  private let screen: Screen
  private let suspension: Suspension
  private let window: WindowChange
  private let usual: termios
  /// Seconds without a key after which `next` throws. `nil` if the user may take a day.
  private let patience: Double?
  /// When the question ends unless a key comes.
  private var limit: Deadline
  /// The number of octets that came before the prompt.
  private var ahead = 0
  /// Whether the last key of `next` came before the prompt was drawn.
  package private(set) var wasAhead = false
  private var isEnded = false
  /// A closure that is called before the process stops, so that the prompt can leave its drawing in place.
  package var beforeStop: () -> Void = {}
  /// Seconds after which an ESC without a successor is the Escape key. The user needs more time to press the next key.
  /// A terminal needs less for the rest of a sequence.
  private static let escapeTime = 0.05
  /// The limit in seconds for discarding input that a program sends without a pause.
  private static let dropTime = 1.0
  /// The limit in seconds for the rest of a paste, on a slow line.
  private static let pasteTime = 2.0
  /// Seconds after which a question without a limit ends: nobody is there.
  private static let day = 86_400.0

  /// Changes the terminal's settings. Throws `inputEnded` if the terminal is gone or if the process has no descriptors left.
  init(
    _ descriptor: Int32, _ typed: TypedInput, _ screen: Screen, _ interrupt: Interrupt, _ typeAhead: TypeAhead, patience: Double?
  ) throws(TerminalError) {
    guard let suspension = Suspension() else { throw .inputEnded }
    guard let window = WindowChange() else { throw .inputEnded }
    (self.descriptor, self.typed, self.screen, self.interrupt) = (descriptor, typed, screen, interrupt)
    (self.suspension, self.window, self.patience) = (suspension, window, patience)
    limit = .after(seconds: patience ?? Self.day)
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      suspension.end()
      window.end()
      throw .inputEnded
    }
    usual = settings
    enter()
    switch typeAhead {
    case .kept: ahead = typed.count + Int(max(waiting, 0))
    case .dropped:
      let end = Deadline.after(seconds: Self.dropTime)
      typed.drain(descriptor) { end.hasPassed }
    }
  }

  /// The number of octets that the terminal has for this process.
  private var waiting: Int32 {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? count : 0
  }

  deinit { end() }

  /// Whether a key is available already. A caller need not draw what that key will change. Octets alone do not count,
  /// because the end of a paste is not a key. Only as many octets are decoded as the answer needs; the rest belongs to
  /// the next prompt.
  package var hasMore: Bool {
    while typed.keys.isEmpty, decodes() {}
    return !typed.keys.isEmpty
  }

  /// Decodes one octet. Returns `false` if there is none.
  private func decodes() -> Bool {
    guard let octet = typed.take() else { return false }
    wasAhead = ahead > 0
    ahead = max(0, ahead - 1)
    typed.keys += typed.decoder.take(octet)
    return true
  }

  /// Returns the paste that `key` begins. The whole paste is read before the terminal echoes again: it may be a secret.
  package func paste(_ key: Key) -> SecretEditor {
    let paste = SecretEditor()
    _ = paste.apply(key)
    let end = Deadline.after(seconds: Self.pasteTime)
    while !typed.keys.isEmpty || typed.decoder.isInsidePaste, let event = try? next(until: end), event != .moment {
      if case .key(let key) = event, key.isPasted { _ = paste.apply(key) }
    }
    return paste
  }

  /// Waits for the next event and returns it. With `moment`, returns `moment` at that time, and the limit of the question does not
  /// apply. Throws `interrupted` if the interrupt is raised, `inputEnded` if the terminal is gone or if a day passes without an event,
  /// and `timedOut` if the question has a limit and no key comes.
  package func next(until moment: Deadline? = nil) throws(TerminalError) -> Event {
    while true {
      if !typed.keys.isEmpty {
        limit = .after(seconds: patience ?? Self.day)
        return .key(typed.keys.removeFirst())
      }
      if decodes() { continue }
      if suspension.isAsked {
        stop()
        return .resumed
      }
      if window.take() { return .resized }
      do throws(Wait.End) {
        // The interrupt ends the wait.
        let end: Deadline = typed.decoder.isPending ? .after(seconds: Self.escapeTime) : moment ?? limit
        let watched = [descriptor, suspension.descriptor, window.descriptor]
        guard try Wait.any(watched.map { ($0, .read) }, until: end, or: interrupt).contains(0) else { continue }
      } catch {
        switch error {
        case .interrupted: throw .interrupted
        case .deadline:
          if typed.decoder.isPending {
            typed.keys += typed.decoder.lapse()
            continue
          }
          guard moment == nil else { return .moment }
          throw patience == nil ? .inputEnded : .timedOut
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
    // What began before the stop has gone to another program.
    typed.decoder = KeyDecoder()
    enter()
    limit = .after(seconds: patience ?? Self.day)
  }

  private func enter() {
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
    tcsetattr(descriptor, TCSADRAIN, &settings)
    screen.control(.pasteOn)
  }

  private func leave() {
    screen.control(.pasteOff)
    var settings = usual
    tcsetattr(descriptor, TCSADRAIN, &settings)
    TerminalGuard.disarm()
  }
}
