// Tests of text fields: help, corrections, completion, editing.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("the full style: a field", .waiting) struct FullFieldTests {
  private static let prompt = FullPrompts(.english).address

  private func open(columns: Int = 80, rows: Int = 24) throws -> FullScreen {
    let screen = try FullScreen(["--provider", "demo"], columns: columns, rows: rows)
    try screen.cursor(behind: Self.prompt)
    return screen
  }

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test(
    "ux-9, ux-12: F1 and Ctrl-G explain the field, which stays",
    arguments: [Press.help, Press.ctrl("g")])
  func help(_ key: String) throws {
    let screen = try open()
    try screen.type("some")
    try screen.type(key)
    try screen.see("tells which servers are yours.")
    try screen.type("body")
    try screen.cursor(behind: Self.prompt + "somebody")
    try end(screen)
  }

  @Test(
    "ux-10, ux-11, ux-102: invalid input stays in the field, and the reason is next to it",
    arguments: [
      ("", "This cannot be empty.|Enter an address."), ("name", "An address has one @"), ("a@b", "The part after the @"),
      ("用户@example.org", "no such mailbox"),
    ])
  func refused(_ typed: String, _ why: String) throws {
    let screen = try open()
    try screen.session.enter(typed)
    try screen.wait("the reason") { terminal in
      why.components(of: "|").contains { part in terminal.screen.contains { $0.contains(part) } }
    }
    try screen.cursor(behind: Self.prompt + typed)
    try screen.type(Press.ctrl("a") + Press.ctrl("k") + DemoAccount.address + "\r")
    try screen.cursor(behind: FullPrompts(.english).secret)
    try end(screen)
  }

  @Test("ux-13: an address in full-width letters is shown as it would be read, with a question", arguments: [true, false])
  func fullWidth(_ agrees: Bool) throws {
    let screen = try open()
    try screen.session.enter("\u{3000}ｄｅｍｏ＠demo。invalid ")
    try screen.cursor(behind: "Did you mean demo@demo.invalid? [y/N] ")
    try screen.type(agrees ? "y\r" : "n\r")
    if agrees {
      try screen.cursor(behind: FullPrompts(.english).secret)
    } else {
      // The text stays in the field: only a part of it is wrong.
      try screen.wait("the field with its text") { $0.beforeCursor.hasPrefix(Self.prompt) && $0.beforeCursor.hasSuffix("invalid") }
    }
    try end(screen)
  }

  @Test("ux-41: editing keys, Tab completes the domain, a paste submits nothing")
  func editing() throws {
    let screen = try open()
    for (keys, shown) in [
      ("dem", "dem"), ("\t", "dem@demo.invalid"), (Press.home + Press.right + Press.delete, "d"), (Press.end, "dm@demo.invalid"),
      (Press.ctrl("w"), ""),
      (Press.pasted("off@demo.invalid\r\n"), "off@demo.invalid"), (Press.escape, ""), ("x y" + Press.ctrl("w"), "x "),
      (Press.ctrl("l") + "z" + Press.left + "é", "x é"),
    ] {
      try screen.type(keys)
      try screen.cursor(behind: Self.prompt + shown)
    }
    try end(screen)
  }

  @Test("ux-92, ux-95: a line longer than the window scrolls in it, and the cursor stays inside", arguments: [40, 50, 80])
  func long(_ columns: Int) throws {
    let screen = try open(columns: columns, rows: 12)
    let text = String(repeating: "中文", count: 30) + "end"
    try screen.type(text)
    try screen.wait("the end of the line") { $0.beforeCursor.hasSuffix("中文end") && $0.cursor.column < columns }
    try screen.type(Press.home)
    try screen.wait("the beginning") { $0.cursor.column <= max(2, Self.prompt.count) && $0.screen[$0.cursor.row].contains("中文中文") }
    // One row, not two: the terminal did not break the line itself.
    #expect(screen.terminal.screen.filter { $0.contains("中文") }.count == 1)
    try end(screen)
  }

  @Test("ux-85: answers typed ahead count for their questions; only before a secret they are discarded")
  func typedAhead() throws {
    let screen = try FullScreen()
    try screen.type("demo\r\(DemoAccount.addressOff)\rnot-the-secret\r")
    try screen.cursor(behind: FullPrompts(.english).secret)
    try screen.haveSeen("Your email address: \(DemoAccount.addressOff)")
    #expect(!screen.session.text.contains(" entered"))
    try end(screen)
  }

  #if os(Linux)
    @Test("ux-14: while the user types an address, nothing is sent to the network")
    func local() throws {
      let screen = try FullScreen()
      try screen.cursor(behind: FullPrompts(.english).provider)
      for character in "somebody@nowhere.example" {
        try screen.type(String(character))
        #expect(try sockets(of: screen.session.process) == [])
      }
      try screen.cursor(behind: FullPrompts(.english).provider + "somebody@nowhere.example")
      #expect(try sockets(of: screen.session.process) == [])
      try end(screen)
    }

    private func sockets(of process: Int32) throws -> [String] {
      let folder = "/proc/\(process)/fd"
      let links = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
      }
      return links.filter { $0.hasPrefix("socket:") }
    }
  #endif
}
