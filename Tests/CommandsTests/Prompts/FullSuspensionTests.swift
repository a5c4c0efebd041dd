// Tests of Ctrl-Z, `fg` and background jobs, under a shell with job control.

import Foundation
import TestSupport
import Testing

@Suite("the full style: stopped and continued", .waiting) struct FullSuspensionTests {
  /// Starts a shell that runs the program, reports when it stops, reads a line, and continues it in the foreground.
  /// With `isNumbered` the program's number is printed first.
  private func shell(_ arguments: [String], isNumbered: Bool = false) throws -> FullScreen {
    let call = try ProcessBuilt.call(arguments, environment: ["ACCESSIBLE": ""])
    let start = isNumbered ? "sh -c 'echo \"number $$.\"; exec \"$0\" \"$@\"' \"$0\" \"$@\"" : "\"$0\" \"$@\""
    let script = "set -m; \(start); echo \"stopped $?\"; echo ready; read line; echo \"line $line\"; fg; echo \"ended $?\""
    return try FullScreen(ProcessCall("/bin/sh", ["-c", script, call.program] + arguments, environment: call.environment))
  }

  private func goesOn(_ screen: FullScreen, _ place: FullPlace, with text: String) throws {
    try screen.session.wait(for: "ready")
    // While the program is stopped the terminal belongs to the shell.
    #expect(screen.session.attributes?.echoes == true)
    try screen.wait("no bracketed paste") { $0.pasteModes.last == false }
    try screen.session.enter("typed at the shell")
    try screen.session.wait(for: "line typed at the shell")
    try place.isThere(screen, with: text)
    #expect(screen.terminal.pasteModes.last == true)
    // The prompt continues with its text.
    if place.hasField {
      try screen.type("z")
      try place.isThere(screen, with: text + (place == .secret ? "*" : "z"))
    }
    try screen.type("\u{3}")
    _ = try screen.session.finish()
    #expect(screen.session.attributes?.echoes == true)
  }

  @Test(
    "ux-81: Ctrl-Z at every kind of prompt; then the prompt is drawn again with the typed text, a secret as marks",
    arguments: FullPlace.allCases)
  func typed(_ place: FullPlace) throws {
    let canary = ProcessCanary()
    let screen = try shell(place.arguments)
    try place.reach(screen)
    var shown = ""
    if place.hasField {
      shown = place == .secret ? String(repeating: "*", count: canary.text.count) : canary.text
      try screen.type(canary.text)
      try place.isThere(screen, with: shown)
    }
    try screen.type("\u{1a}")
    try screen.session.wait(for: "stopped \(128 + SIGTSTP)")
    try goesOn(screen, place, with: shown)
    if place == .secret { #expect(canary.found(in: screen.session.capture) == []) }
  }

  @Test(
    "ux-81, ux-87: stopped by a signal, brought back",
    arguments: [FullPlace.list, .address, .secret],
    [SIGTSTP, SIGTTIN, SIGTTOU])
  func signalled(_ place: FullPlace, _ signal: Int32) throws {
    let screen = try shell(place.arguments, isNumbered: true)
    try screen.session.wait(for: "number ")
    try screen.session.wait("the whole number") { screen.session.text.contains(".") }
    let digits = try #require(screen.session.text.components(of: "number ").last?.prefix { $0 != "." })
    let number = try #require(pid_t(String(digits)))
    try place.isThere(screen)
    try screen.type("ab")
    let shown = place == .secret ? "**" : "ab"
    try place.isThere(screen, with: shown)
    #expect(kill(number, signal) == 0)
    try screen.session.wait(for: "stopped")
    try goesOn(screen, place, with: shown)
  }
}
