// Tests that the terminal is restored however a conversation ends, and that the caller sees the reason.

import Foundation
import TestSupport
import Testing

@Suite("the terminal afterwards", .waiting)
struct TerminalRestoredTests {
  enum Ending: String, CaseIterable, Sendable {
    case typedInterrupt, typedQuit, interrupt, terminate, hangUp, quit

    var signal: Int32 {
      switch self {
      case .typedInterrupt, .interrupt: SIGINT
      case .typedQuit, .quit: SIGQUIT
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      }
    }

    func happen(to session: PtySession) throws {
      switch self {
      case .typedInterrupt: try session.type("\u{3}")
      case .typedQuit: try session.type("\u{1c}")
      case .interrupt, .terminate, .hangUp, .quit: session.signal(signal)
      }
    }
  }

  @Test(
    "ux-80, ux-83, ux-84, ux-110: sig-int-at-address, sig-int-at-password, sig-int-at-confirm, sig-term-everywhere, sig-hup-everywhere, sig-quit, term-echo-restored",
    arguments: PromptPlace.allCases, Ending.allCases)
  func signals(_ place: PromptPlace, _ ending: Ending) throws {
    let session = try place.reach()
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let canary = ProcessCanary()
    // The answer is typed, but not submitted.
    try session.type(canary.text)
    if !place.hides { try session.wait(for: canary.text) }
    #expect(session.attributes?.echoes == !place.hides)
    try ending.happen(to: session)
    let end = try session.finish()
    #expect(end.end == .signalled(ending.signal))
    #expect(end.seconds < 2)
    #expect(session.attributes == before)
    if place.hides { #expect(canary.found(in: session.capture) == []) }
    // The shell's prompt is on a new line.
    #expect(session.text.hasSuffix("\n"))
    #expect(!session.text.contains("Fatal") && !session.text.contains("Stack dump"))
  }

  @Test("ux-82: term-eof-at-prompt: Ctrl-D on an empty line ends the conversation with 66", arguments: PromptPlace.allCases)
  func endOfInput(_ place: PromptPlace) throws {
    let session = try place.reach()
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    try session.type("\u{4}")
    let end = try session.finish()
    #expect(end.end == .exited(66))
    #expect(session.attributes == before)
    #expect(session.text.hasSuffix("\n"))
    if place != .secretAlone { #expect(session.text.contains("\nNothing was saved, and no mail was sent.\n")) }
  }

  @Test("ux-82: term-eof-at-prompt: Ctrl-D after some characters does not send them", arguments: PromptPlace.allCases)
  func endOfInputAfterText(_ place: PromptPlace) throws {
    let session = try place.reach()
    try session.type("demo\u{4}\u{4}")
    #expect(try session.finish().end == .exited(66))
    #expect(session.attributes?.echoes == true)
  }

  @Test(
    "ux-80: term-tty-lost-mid-prompt: a terminal that disappears ends the program by SIGHUP immediately", arguments: PromptPlace.allCases)
  func closedMaster(_ place: PromptPlace) throws {
    let session = try place.reach()
    session.hangUp()
    let end = try session.finish()
    #expect(end.end == .signalled(SIGHUP))
    #expect(end.seconds < 2)
    #expect(end.processorSeconds < 2)
  }

  @Test("term-tty-lost-mid-prompt: also if the shell ignores SIGHUP, without a busy loop")
  func closedMasterIgnored() throws {
    let call = try ProcessBuilt.call([])
    let words = ["-c", "trap '' HUP; \"$0\" \"$@\"; exit $?", call.program, "--provider", "demo"]
    let session = try PtySession(ProcessCall("/bin/sh", words, environment: call.environment))
    try session.wait(for: Prompts(.english).address)
    session.hangUp()
    let end = try session.finish()
    #expect(end.end == .exited(66))
    #expect(end.processorSeconds < 2)
  }

  @Test("sig-int-twice: a second Ctrl-C ends the program whatever it is doing")
  func twice() throws {
    let session = try PromptPlace.secret.reach()
    session.signal(SIGINT)
    session.signal(SIGINT)
    #expect(try session.finish().end == .signalled(SIGINT))
  }

  @Test(
    "sig-blocked-mask-inherited: signals that the caller blocked end the program anyway",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func blockedMask(_ signal: Int32) throws {
    let call = try ProcessBuilt.call(["--provider", "demo", "--email", DemoAccount.address]).with {
      $0.blockedSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    }
    let session = try PtySession(call)
    try session.wait(for: Prompts(.english).secret)
    session.signal(signal)
    #expect(try session.finish().end == .signalled(signal))
    #expect(session.attributes?.echoes == true)
  }

  @Test("sig-alrm-usr1-winch-chld: many signals without a meaning change nothing")
  func storms() throws {
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address])
    try session.wait(for: Prompts(.english).secret)
    for _ in 0..<500 {
      session.signal(SIGWINCH)
      session.signal(SIGCHLD)
    }
    try session.enter(DemoAccount.appPassword)
    for _ in 0..<500 { session.signal(SIGWINCH) }
    try session.wait(for: "It works")
    try session.answer(Prompts(.english).choice, "q")
    #expect(try session.finish().end == .exited(0))
  }

  @Test("file-core-dump: no core file can be written while a secret may be in memory")
  func noCoreFile() throws {
    let session = try PromptPlace.secret.reach()
    #expect(ProcessInspection.coreLimit(session.process) == "0 0")
  }
}
