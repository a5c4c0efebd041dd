// A program at its own terminal: a test types keys, waits for output, and reads the terminal's settings.

import Platform
import Posix

/// A terminal session. Only one test at a time may use it. The program is killed when this object is released.
package final class PtySession {
  package let process: pid_t
  private var master: FileDescriptor?
  /// Keeps the terminal open after the program has ended, so that its settings can still be read.
  private let slave: FileDescriptor
  /// The whole output.
  package private(set) var capture: [UInt8] = []
  /// The position in `PtyText.bare` of the capture at which the next search begins.
  private var position = 0
  /// Whether Enter turns the pages of a guide that come before the text a test waits for.
  package var turnsPages = true
  /// The position behind the last prompt of a page that was turned.
  private var turned = 0
  private var end: ProcessEnd?
  private var processorSeconds = 0.0

  /// The descriptors of the program that are the terminal: all three, or all but one. The terminal is the controlling
  /// terminal in every case.
  package enum Wiring: Sendable {
    case terminal
    /// Standard input is this file.
    case input(String)
    /// Standard output is this file, which is created if necessary.
    case output(String)
  }

  /// Starts the program as the leader of the terminal's session.
  package init(_ call: ProcessCall, columns: Int = 80, rows: Int = 24, wiring: Wiring = .terminal) throws {
    let (master, path) = try PtyPair.make()
    let own = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard own >= 0 else { throw ProcessFailure.system("opening \(path)") }
    slave = FileDescriptor(own)
    self.master = master
    Self.resize(master.number, columns, rows)
    let terminal = ProcessStream.path(path, flags: O_RDWR)
    var streams: [Int32: ProcessStream] = [0: terminal, 1: terminal, 2: terminal]
    switch wiring {
    case .terminal: break
    case .input(let file): streams[0] = .path(file, flags: O_RDONLY)
    case .output(let file): streams[1] = .path(file, flags: O_WRONLY | O_CREAT)
    }
    process = try ProcessSpawn(
      words: call.words, environment: call.environment, streams: streams, terminal: path, blockedSignals: call.blockedSignals
    ).start()
  }

  deinit {
    guard end == nil else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// The output without the terminal's control sequences.
  package var text: String { PtyText.plain(capture) }

  /// Waits until `text` appears after the previous match. Blanks and line breaks are ignored, because the line breaks
  /// depend on the window. Throws after `seconds`, or if the program ends first.
  package func wait(for text: String, within seconds: Double = 20) throws {
    let deadline = Deadline.after(seconds: seconds)
    let wanted = PtyText.bare(Array(text.utf8))
    while true {
      let seen = PtyText.bare(capture).dropFirst(position)
      if let range = seen.firstRange(of: wanted) {
        position = range.upperBound
        return
      }
      try turnPage()
      if deadline.hasPassed { throw ProcessFailure("“\(text)” did not appear; the end of what did:\n\(self.text.suffix(1_500))") }
      if !read(until: min(deadline, .after(seconds: 0.05))), reap() {
        read(until: .now)
        if PtyText.bare(capture).dropFirst(position).firstRange(of: wanted) == nil {
          throw ProcessFailure("ended before “\(text)” appeared:\n\(self.text.suffix(1_500))")
        }
      }
    }
  }

  /// Answers the prompt below a page of a guide, in line mode.
  private func turnPage() throws {
    guard turnsPages else { return }
    let seen = PtyText.bare(capture)
    for end in ["?: all: ", "? 全部：", "o: page: ", "o 打开网页："].map({ PtyText.bare(Array($0.utf8)) })
    where seen.count > turned && seen.suffix(end.count).elementsEqual(end) {
      turned = seen.count
      try enter("")
    }
  }

  /// Waits until `condition` is true. Throws after `seconds`.
  package func wait(_ what: String, within seconds: Double = 20, until condition: () throws -> Bool) throws {
    let deadline = Deadline.after(seconds: seconds)
    while try !condition() {
      guard !deadline.hasPassed else { throw ProcessFailure("no \(what) after \(seconds) s:\n\(text.suffix(1_500))") }
      read(until: .after(seconds: 0.002))
    }
  }

  /// Reads the output for `seconds`, for a test that nothing happens.
  package func pause(_ seconds: Double) {
    let end = Deadline.after(seconds: seconds)
    while !end.hasPassed { read(until: min(end, .after(seconds: 0.01))) }
  }

  /// Types `text` unchanged.
  package func type(_ text: String) throws { try type(Array(text.utf8)) }

  package func type(_ octets: [UInt8]) throws {
    var rest = octets[...]
    let deadline = Deadline.after(seconds: 20)
    while !rest.isEmpty {
      guard let master else { throw ProcessFailure("the terminal is gone") }
      let count = rest.withUnsafeBytes { Platform.write(master.number, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      guard count < 0 else { continue }
      guard errno == EAGAIN || errno == EINTR, !deadline.hasPassed else { throw ProcessFailure.system("typing") }
      // A terminal whose output is not read accepts no input either.
      _ = read(until: .after(seconds: 0.005))
    }
  }

  /// Types `text` and Enter.
  package func enter(_ text: String) throws { try type(text + "\r") }

  /// Waits for a prompt and answers it.
  package func answer(_ prompt: String, _ text: String) throws {
    try wait(for: prompt)
    try enter(text)
  }

  /// Sends a signal to the process.
  package func signal(_ number: Int32) { kill(process, number) }

  /// Changes the size of the window, which sends SIGWINCH to the program.
  package func resize(columns: Int, rows: Int) { if let master { Self.resize(master.number, columns, rows) } }

  /// Closes the terminal, as a terminal emulator does when its window is closed.
  package func hangUp() { master = nil }

  /// The settings of the terminal, or `nil` if it is gone.
  package var attributes: PtyAttributes? { PtyAttributes(slave.number) }

  /// Waits until the program ends. Returns its end, the seconds of this wait, and its processor time in seconds.
  package func finish(within seconds: Double = 20) throws -> (end: ProcessEnd, seconds: Double, processorSeconds: Double) {
    let started = Deadline.now
    let deadline = Deadline.after(seconds: seconds)
    while !reap() {
      guard !deadline.hasPassed else { throw ProcessFailure("not ended after \(seconds) s:\n\(text.suffix(1_500))") }
      read(until: .after(seconds: 0.001))
    }
    let took = Deadline.now.milliseconds(since: started) / 1_000
    read(until: .now)
    guard let end else { throw ProcessFailure("no end") }
    return (end, took, processorSeconds)
  }

  /// Reads the output that is available. Returns `false` if there was none before `deadline`.
  @discardableResult
  private func read(until deadline: Deadline) -> Bool {
    guard let master else {
      Wait.pause(seconds: 0.001)
      return false
    }
    guard (try? Wait.any([(master.number, .read)], until: deadline, or: nil)) != nil else { return false }
    var (came, octets) = (false, [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = Platform.read(master.number, &octets, octets.count)
      guard count > 0 else { return came }
      capture += octets.prefix(count)
      came = true
    }
  }

  private func reap() -> Bool {
    if end != nil { return true }
    guard let reaped = ProcessEnd.reap(process) else { return false }
    (end, processorSeconds) = (reaped.end, reaped.processorSeconds)
    return true
  }

  private static func resize(_ descriptor: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }
}
