// Tests of a program that a shell starts in the background: it says that it cannot ask, and does not touch the terminal.

import Foundation
import TestSupport
import Testing

@Suite("started in the background", .waiting) struct BackgroundTests {
  /// Runs the program with `&` under a shell with job control. Returns the session after the program has ended.
  private func started(_ arguments: [String], _ environment: [String: String]) throws -> PtySession {
    let call = try ProcessBuilt.call(arguments, environment: environment)
    let script = "set -m; \"$0\" \"$@\" & wait $!; echo \"status $?.\"; read line; echo \"line $line\""
    return try PtySession(ProcessCall("/bin/sh", ["-c", script, call.program] + arguments, environment: call.environment))
  }

  @Test(
    "ux-87: sig-background: fault-background-start: a message and 66, nothing is painted, and the terminal stays as it is",
    arguments: [
      [], ["--plain"], ["accounts", "remove", "none"], ["--provider", "yandex", "--email", "me@yandex.com"], ["import", "msmtp"],
    ],
    [["ACCESSIBLE": ""], [:]])
  func message(_ arguments: [String], _ environment: [String: String]) throws {
    let home = try ProcessFolder()
    let session = try started(arguments, environment.merging(["HOME": home.path]) { $1 })
    let before = session.attributes
    try session.wait(for: "setup: error:")
    try session.wait(for: "status ")
    if arguments.isEmpty || arguments.first?.hasPrefix("--") == true {
      #expect(session.text.contains("setup runs in the background, where it cannot ask."))
      try session.wait(for: "66.")
    }
    #expect(!session.text.contains("Email address or provider") && !session.text.contains("(hidden"))
    #expect(!session.capture.contains(0x1b) || !String(decoding: session.capture, as: UTF8.self).contains("\u{1b}[?2004"))
    #expect(session.attributes == before)
    // The terminal is the shell's.
    try session.enter("next")
    try session.wait(for: "line next")
    _ = try session.finish()
  }

  @Test(
    "fault-background-start: a call that asks nothing does its work",
    arguments: [["guide", "demo"], ["providers", "yandex"], ["--provider", "demo"]])
  func works(_ arguments: [String]) throws {
    let session = try started(arguments, [:])
    try session.wait(for: "status 0.")
    try session.enter("next")
    try session.wait(for: "line next")
    _ = try session.finish()
  }
}
