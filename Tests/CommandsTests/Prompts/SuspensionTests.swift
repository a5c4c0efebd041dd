// Tests of Ctrl-Z and its consequences, under a shell with job control.

import Foundation
import TestSupport
import Testing

@Suite("stopped and continued", .waiting)
struct SuspensionTests {
  /// Starts a shell at a terminal. It runs the program, prints the terminal's settings when the program stops, reads
  /// one line, and continues the program in the foreground.
  private func shell(_ arguments: [String], resume: String = "fg") throws -> PtySession {
    let call = try ProcessBuilt.call(arguments)
    let script =
      "set -m; \"$0\" \"$@\"; echo \"stopped $?\"; stty -a; echo ready; read line; echo \"line $line\"; \(resume); echo \"ended $?\""
    return try PtySession(ProcessCall("/bin/sh", ["-c", script, call.program] + arguments, environment: call.environment))
  }

  @Test(
    "ux-81: sig-tstp-cont-at-password: echo is on while stopped; then the prompt is shown again, hidden, and what was typed before is dropped"
  )
  func atSecret() throws {
    let canary = ProcessCanary()
    let prompt = Prompts(.english).secret
    let session = try shell(["--provider", "demo", "--email", DemoAccount.address])
    try session.wait(for: prompt)
    try session.type(canary.text + "\u{1a}")
    try session.wait(for: "stopped \(128 + SIGTSTP)")
    try session.wait(for: "ready")
    #expect(session.text.contains(" echo ") && !session.text.contains("-echo "))
    #expect(session.attributes?.echoes == true)
    try session.enter("typed at the shell")
    try session.wait(for: "line typed at the shell")
    try session.wait(for: prompt)
    #expect(session.attributes?.echoes == false)
    try session.enter(DemoAccount.appPassword)
    try session.wait(for: "It works")
    try session.answer(Prompts(.english).choice, "q")
    try session.wait(for: "ended 0")
    #expect(try session.finish().end == .exited(0))
    #expect(session.attributes?.echoes == true)
    #expect(canary.found(in: session.capture) == [])
  }

  @Test("ux-81: sig-tstp-cont-at-password: twice in a row works like once")
  func twice() throws {
    let prompt = Prompts(.english).secret
    let session = try shell(["--provider", "demo", "--email", DemoAccount.address], resume: "fg; echo again; fg")
    try session.wait(for: prompt)
    try session.type("\u{1a}")
    try session.wait(for: "ready")
    try session.enter("")
    try session.wait(for: prompt)
    #expect(session.attributes?.echoes == false)
    try session.type("\u{1a}")
    try session.wait(for: "again")
    try session.wait(for: prompt)
    try session.enter(DemoAccount.appPassword)
    try session.answer(Prompts(.english).choice, "q")
    try session.wait(for: "ended 0")
    _ = try session.finish()
    #expect(session.attributes?.echoes == true)
  }

  @Test("sig-tstp-cont-at-password: Ctrl-C after Ctrl-Z still ends it, with echo on")
  func interruptAfterwards() throws {
    let session = try shell(["--provider", "demo", "--email", DemoAccount.address])
    try session.wait(for: Prompts(.english).secret)
    try session.type("\u{1a}")
    try session.wait(for: "ready")
    try session.enter("")
    try session.wait(for: Prompts(.english).secret)
    try session.type("\u{3}")
    // The shell also dies by Ctrl-C, or reports how the program ended.
    _ = try session.finish()
    #expect(session.attributes?.echoes == true)
  }

  @Test(
    "ux-81: sig-tstp-at-other-prompts: the program stops, and continues at the same prompt",
    arguments: [Prompts(.english).provider, Prompts(.english).address])
  func atOtherPrompts(_ prompt: String) throws {
    let atProvider = prompt == Prompts(.english).provider
    let session = try shell(atProvider ? [] : ["--provider", "demo"])
    try session.wait(for: prompt)
    try session.type("\u{1a}")
    try session.wait(for: "stopped \(128 + SIGTSTP)")
    try session.wait(for: "ready")
    #expect(session.attributes?.echoes == true)
    try session.enter("")
    try session.wait(for: prompt)
    try session.enter(atProvider ? "demo" : DemoAccount.address)
    try session.wait(for: atProvider ? "Provider: Demo Mail" : Prompts(.english).secret)
    session.hangUp()
    _ = try session.finish()
  }
}
