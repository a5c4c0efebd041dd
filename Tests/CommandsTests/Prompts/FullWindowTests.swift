// Tests of windows that change their size during a prompt.

import Foundation
import TestSupport
import Testing

@Suite("the full style: the window", .waiting) struct FullWindowTests {
  @Test(
    "ux-86, ux-92: at every prompt a new size causes one new drawing, with the typed text and the cursor inside",
    arguments: FullPlace.allCases, [(60, 24), (40, 24), (120, 40), (80, 12)])
  func resized(_ place: FullPlace, _ size: (columns: Int, rows: Int)) throws {
    let screen = try place.reach()
    if place.hasField {
      try screen.type("abc")
      try place.isThere(screen, with: place == .secret ? "***" : "abc")
    }
    screen.resize(columns: size.columns, rows: size.rows)
    try screen.session.wait("another drawing") { screen.session.capture.suffix(4_096).contains(0x1b) }
    if place.hasField {
      try screen.type("d")
      try place.isThere(screen, with: place == .secret ? "****" : "abcd")
    } else {
      try screen.type(Press.ctrl("l"))
      try place.isThere(screen)
    }
    // The earlier rows are gone, however the terminal broke them.
    if let prompt = place.prompt?.split(separator: " ").first {
      let rows = screen.terminal.screen.filter { $0.hasPrefix(prompt) }
      #expect(rows.count <= (place == .address ? 1 : 2), "\(screen.terminal.screen.joined(separator: "\n"))")
    }
    #expect(screen.terminal.cursor.row < size.rows)
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
    #expect(screen.terminal.unknown == [])
  }

  @Test("ux-7, ux-86: a window of a useless size does no harm", arguments: FullPlace.allCases, [(20, 5), (1, 1), (0, 0), (5, 200)])
  func tiny(_ place: FullPlace, _ size: (columns: Int, rows: Int)) throws {
    let screen = try place.reach()
    screen.session.resize(columns: size.columns, rows: size.rows)
    try screen.type(Press.ctrl("l"))
    if place.hasField { try screen.type("abc\u{7f}\u{7f}") }
    screen.session.resize(columns: 80, rows: 24)
    try screen.type(Press.ctrl("l"))
    try place.isThere(screen, with: place.hasField ? (place == .secret ? "*" : "a") : "")
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
  }
}
