// Every place where the program waits for the user, and the way to reach it.

import TestSupport
import Vocabulary

enum PromptPlace: String, CaseIterable, Sendable {
  case provider, list, address, secret, secretAlone, sendAnyway, menu

  /// Starts a program that waits at this place.
  /// The call has `options`, too.
  func reach(_ options: [String] = []) throws -> PtySession {
    let prompts = Prompts(.english)
    switch self {
    case .provider:
      let session = try Tool.terminal(options)
      try session.wait(for: prompts.provider)
      return session
    case .list:
      let session = try Tool.terminal(options)
      try session.answer(prompts.provider, "?")
      try session.wait(for: prompts.number)
      return session
    case .address:
      let session = try Tool.terminal(["--provider", "demo"] + options)
      try session.wait(for: prompts.address)
      return session
    case .secret:
      let session = try Tool.terminal(Self.unreachable + options)
      try session.wait(for: "Password (hidden")
      return session
    case .secretAlone:
      // Without the conversation, because standard input is not the terminal.
      let session = try Tool.terminal(Self.unreachable + options, wiring: .input("/dev/null"))
      try session.wait(for: "Password (hidden")
      return session
    case .sendAnyway:
      let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address] + options)
      try session.answer(prompts.secret, DemoAccount.webPassword)
      try session.wait(for: prompts.sendAnyway)
      return session
    case .menu:
      let session = try Tool.terminal(Self.unreachable + options)
      try session.answer("Password (hidden", "a secret")
      try session.wait(for: prompts.choice)
      return session
    }
  }

  /// Servers that do not exist: the shortest way to a prompt.
  private static let unreachable = ["--email", "anna@example.org", "--imap", "localhost:1", "--smtp", "localhost:1", "--yes"]

  /// Whether typed text is hidden here.
  var hides: Bool { self == .secret || self == .secretAlone }
}
