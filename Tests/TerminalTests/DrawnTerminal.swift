// A painter on a pseudo-terminal whose other side is the tests' own terminal.

import Foundation
import Posix
import Terminal
import TestSupport

final class DrawnTerminal {
  private let sides: (master: Int32, terminal: Int32)
  let screen: Screen
  private(set) var terminal: VirtualTerminal

  init(columns: Int, rows: Int, colour: Bool = false) throws {
    var (master, terminal) = (Int32(-1), Int32(-1))
    guard openpty(&master, &terminal, nil, nil, nil) == 0 else { throw Outlet.NoDescriptors() }
    sides = (master, terminal)
    screen = Screen(sides.terminal, usesColour: colour)
    self.terminal = VirtualTerminal(columns: columns, rows: rows)
    try setSize(columns, rows)
  }

  deinit {
    close(sides.terminal)
    close(sides.master)
  }

  private func setSize(_ columns: Int, _ rows: Int) throws {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(sides.master, UInt(TIOCSWINSZ), &size) == 0 else { throw Outlet.NoDescriptors() }
  }

  /// Calls `work`, which writes to the screen, and feeds its output to the terminal. A marker ends the output, because
  /// a pseudo-terminal has no end of file while both sides are open.
  func show(_ work: () -> Void) throws {
    work()
    screen.document("\u{4}")
    var octets: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while octets.last != 4 {
      let count = read(sides.master, &block, block.count)
      guard count > 0 else { throw Outlet.NoDescriptors() }
      octets += block[..<count]
    }
    terminal.feed(octets.dropLast())
  }

  func resize(columns: Int, rows: Int) throws {
    try setSize(columns, rows)
    terminal.resize(columns: columns, rows: rows)
  }
}
