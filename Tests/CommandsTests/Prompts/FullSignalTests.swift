// Tests that the terminal is restored however the full style ends: settings, bracketed paste, a new line for the shell.

import Foundation
import TestSupport
import Testing

@Suite("the full style: the terminal afterwards", .waiting) struct FullSignalTests {
  enum Ending: Sendable, CustomStringConvertible {
    case typed(String, Int32)
    case signal(Int32)

    var signal: Int32 {
      switch self {
      case .typed(_, let number), .signal(let number): number
      }
    }

    var description: String {
      switch self {
      case .typed(_, let number): "typed, signal \(number)"
      case .signal(let number): "signal \(number)"
      }
    }

    func happen(to screen: FullScreen) throws {
      switch self {
      case .typed(let key, _): try screen.type(key)
      case .signal(let number): screen.session.signal(number)
      }
    }
  }

  private func isRight(_ screen: FullScreen, _ before: PtyAttributes) {
    let terminal = screen.terminal
    #expect(screen.session.attributes == before)
    #expect(terminal.pasteModes.last == false)
    #expect(terminal.cursor.column == 0)
    #expect(terminal.unknown == [])
    #expect(!screen.session.text.contains("Fatal") && !screen.session.text.contains("Stack dump"))
  }

  @Test(
    "sig-int-at-provider, sig-int-at-host, ux-50, ux-80, ux-83, ux-84, ux-110: signals and Ctrl-C, Ctrl-\\ at every kind of prompt",
    arguments: FullPlace.allCases,
    [
      Ending.typed("\u{3}", SIGINT), .typed("\u{1c}", SIGQUIT), .signal(SIGINT), .signal(SIGTERM), .signal(SIGHUP), .signal(SIGQUIT),
      .signal(SIGALRM),
    ])
  func signals(_ place: FullPlace, _ ending: Ending) throws {
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let canary = ProcessCanary()
    let screen = try place.reach()
    if place.hasField {
      try screen.type(canary.text)
      try place.isThere(screen, with: place == .secret ? String(repeating: "*", count: canary.text.count) : canary.text)
    }
    try ending.happen(to: screen)
    #expect(try screen.finish() == .signalled(ending.signal))
    isRight(screen, before)
    #expect(screen.terminal.screen[screen.terminal.cursor.row] == "")
    // The question that can no longer be answered is gone, and the next steps are printed.
    let text = screen.terminal.everything.joined(separator: "\n")
    #expect(!text.contains("Ctrl-C: quit"))
    #expect(text.contains("Nothing was saved, and no mail was sent."))
    if let resume = place.resume { #expect(text.contains("To continue later:\n  \(resume)")) }
    if place == .secret { #expect(canary.found(in: screen.session.capture) == []) }
  }

  @Test("ux-80, ux-84: a crash restores the terminal too", arguments: FullPlace.allCases, [SIGSEGV, SIGABRT, SIGILL])
  func crash(_ place: FullPlace, _ signal: Int32) throws {
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let screen = try place.reach()
    screen.session.signal(signal)
    #expect(try screen.finish() == .signalled(signal))
    isRight(screen, before)
  }

  @Test("ux-82: Ctrl-D in an empty field ends it with 66, and is no empty answer", arguments: FullPlace.allCases)
  func endOfInput(_ place: FullPlace) throws {
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let screen = try place.reach()
    try screen.type("\u{4}")
    #expect(try screen.finish() == .exited(66))
    isRight(screen, before)
    #expect(screen.session.text.contains("Nothing was saved, and no mail was sent."))
  }

  @Test("ux-82: Ctrl-D after some text submits nothing and ends nothing", arguments: [FullPlace.list, .address, .secret])
  func endOfInputAfterText(_ place: FullPlace) throws {
    let screen = try place.reach()
    try screen.type("ab\u{4}")
    try screen.wait("a bell") { $0.bells == 1 }
    try place.isThere(screen, with: place == .secret ? "**" : "ab")
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
  }

  @Test("ux-80: a terminal that disappears ends it by SIGHUP immediately", arguments: FullPlace.allCases)
  func hangUp(_ place: FullPlace) throws {
    let screen = try place.reach()
    screen.session.hangUp()
    let end = try screen.session.finish()
    #expect(end.end == .signalled(SIGHUP))
    #expect(end.processorSeconds < 3)
  }

  @Test(
    "ux-80, ux-83: a second signal during the first one's work ends it immediately, with the terminal restored",
    arguments: FullPlace.allCases)
  func twice(_ place: FullPlace) throws {
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let screen = try place.reach()
    screen.session.signal(SIGTERM)
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
    #expect(screen.session.attributes == before)
    #expect(screen.terminal.pasteModes.last == false)
  }

  @Test("ux-81: signals without a meaning change nothing", arguments: FullPlace.allCases)
  func storms(_ place: FullPlace) throws {
    let screen = try place.reach()
    for _ in 0..<200 { for signal in [SIGWINCH, SIGCHLD, SIGCONT] { screen.session.signal(signal) } }
    if place.hasField {
      try screen.type("xy")
      try place.isThere(screen, with: place == .secret ? "**" : "xy")
    } else {
      try place.isThere(screen)
    }
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
  }
}
