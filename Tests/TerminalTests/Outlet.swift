// The outputs of a screen in tests: a pipe that is read to its end, or one side of a pseudo-terminal.

import Foundation
import Posix
import Terminal

enum Outlet {
  struct NoDescriptors: Error {}

  /// Returns everything that `work` writes to a screen on a pipe.
  static func piped(colour: Bool = false, _ work: (Screen) -> Void) throws -> String {
    let (read, write) = try pipe()
    // Another thread reads, because the pipe may become full.
    let reader = try Worker<[UInt8]>.start { drain(read) }
    do {
      work(Screen(write.fileDescriptor, usesColour: colour))
      try write.close()
    }
    guard let latch = Interrupt() else { throw NoDescriptors() }
    return String(decoding: try reader.wait(until: .after(seconds: 60), or: latch), as: UTF8.self)
  }

  /// Returns everything that `work` writes to a screen on a terminal with this number of columns. The output may have
  /// at most 4,096 octets, the capacity of a terminal.
  static func terminal(columns: Int, colour: Bool = false, _ work: (Screen) -> Void) throws -> String {
    let (master, terminal) = try pair()
    defer {
      close(terminal)
      close(master)
    }
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw NoDescriptors() }
    work(Screen(terminal, usesColour: colour))
    // A marker ends the output, because a terminal has no end of file while both sides are open.
    Screen(terminal, usesColour: false).document("\u{4}")
    var octets: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while octets.last != 4 {
      let count = read(master, &block, block.count)
      guard count > 0 else { throw NoDescriptors() }
      octets += block[..<count]
    }
    return String(decoding: octets.dropLast(), as: UTF8.self)
  }

  /// Returns both sides of a new pseudo-terminal.
  private static func pair() throws -> (master: Int32, terminal: Int32) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0 else { throw NoDescriptors() }
    #if canImport(Darwin)
      guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else { throw NoDescriptors() }
      let path = String(cString: name)
    #else
      // unlockpt and ptsname, which glibc declares only with _XOPEN_SOURCE: TIOCSPTLCK and TIOCGPTN of ioctl_tty(2).
      var (locked, number) = (Int32(0), Int32(0))
      guard ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else { throw NoDescriptors() }
      let path = "/dev/pts/\(number)"
    #endif
    let terminal = open(path, O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { throw NoDescriptors() }
    return (master, terminal)
  }

  private static func pipe() throws -> (read: FileHandle, write: FileHandle) {
    let pipe = Pipe()
    return (pipe.fileHandleForReading, pipe.fileHandleForWriting)
  }

  private static func drain(_ handle: FileHandle) -> [UInt8] { (try? handle.readToEnd()).map { Array($0) } ?? [] }
}

/// The interpretation of styled output: the text, and the style of each character.
struct Drawn {
  private(set) var text = ""
  private(set) var styles: [String] = []
  /// Whether every line ended without a style and every sequence was one of the permitted ones.
  private(set) var isClean = true

  init(_ output: String) {
    var style = ""
    var rest = Substring(output)
    while let character = rest.popFirst() {
      if character == "\u{1b}" {
        let sequence = rest.prefix { $0 != "m" }
        let code = String(sequence.dropFirst())
        guard sequence.first == "[", Style.allCases.map(\.rawValue).contains(code) || code == "0",
          rest.dropFirst(sequence.count).first == "m"
        else {
          isClean = false
          return
        }
        style = code == "0" ? "" : code
        rest = rest.dropFirst(sequence.count + 1)
      } else {
        if character.isNewline, !style.isEmpty { isClean = false }
        text.append(character)
        styles.append(style)
      }
    }
    if !style.isEmpty { isClean = false }
  }

  /// Returns the characters that were drawn in `style`.
  func drawn(in style: Style) -> String { String(zip(text, styles).filter { $0.1 == style.rawValue }.map(\.0)) }
}
