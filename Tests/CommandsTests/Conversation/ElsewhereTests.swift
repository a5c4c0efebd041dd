// Tests of providers that cannot be used: the conversation goes on with another provider, address or server.

import TestSupport
import Testing
import Vocabulary

@Suite("a provider that cannot be used", .waiting) struct ElsewhereTests {
  private static let prompts = Prompts(.english)
  private static let menu = "Number [1] (< back): "

  /// Chooses the entry of the menu that begins with `entry`.
  private static func choose(_ entry: String, in session: PtySession, after prompt: String = menu) throws {
    try session.wait(for: prompt)
    let line = try #require(session.text.split(separator: "\n").last { $0.contains("  \(entry)") })
    try session.enter(try #require(line.firstMatch(of: /(\d+)/).map { String($0.1) }))
  }

  @Test(
    "fault-oauth-provider-dead-end: closed, or without IMAP: it is said before the address, and the conversation goes on",
    arguments: ["skiff", "tuta", "hey", "rediffmail"], ["provider", "address", "servers"])
  func goesOn(_ id: String, _ way: String) throws {
    let provider = try #require(Tool.catalog.provider(id: id))
    let session = try Tool.terminal([])
    try session.answer(Self.prompts.provider, id)
    try session.wait(for: "Provider: \(provider.name.english)")
    try session.wait(for: try #require(provider.statusNote).english)
    switch way {
    case "provider":
      try Self.choose("Choose another provider", in: session)
      try session.answer(Self.prompts.provider, "demo")
      try session.answer(Self.prompts.address, DemoAccount.address)
      try session.wait(for: Self.prompts.secret)
    case "address":
      try Self.choose("Use another email address", in: session)
      try session.answer(Self.prompts.address, DemoAccount.address)
      try session.wait(for: Self.prompts.secret)
    default:
      try Self.choose("Enter other servers", in: session)
      try session.answer("IMAP server", "localhost:1")
      try session.answer("SMTP server", "localhost:1")
      try session.answer(Self.prompts.address, "me@own.example")
      try session.wait(for: "Continue with the password anyway?")
    }
    session.signal(15)
    _ = try session.finish()
  }

  @Test(
    "fault-oauth-provider-dead-end: an address of such a provider, and quitting with the call that goes on",
    arguments: ["tuta.com", "hey.com"])
  func quits(_ domain: String) throws {
    let session = try Tool.terminal(["--email", "me@\(domain)"])
    try Self.choose("Quit", in: session)
    #expect(try session.finish().end == .exited(78))
    #expect(session.text.contains("To continue later:") && session.text.contains("--email me@\(domain)"))
  }

  @Test("fault-oauth-provider-dead-end: from the sign-in too, and back", arguments: ["outlook", "microsoft365"])
  func fromSignIn(_ id: String) throws {
    let session = try Tool.terminal(["--provider", id, "--email", "me@outlook.com"])
    if id == "microsoft365" { try Self.choose("Keep", in: session) }
    try Self.choose("Use another provider, address or server", in: session, after: "Number (< back): ")
    try session.answer(Self.menu, "<")
    try session.wait(for: "How do you want to sign in?")
    try Self.choose("Use another provider, address or server", in: session, after: "Number (< back): ")
    try Self.choose("Choose another provider", in: session)
    try session.answer(Self.prompts.provider, "demo")
    try session.answer("Your email address [me@outlook.com]", DemoAccount.address)
    try session.wait(for: Self.prompts.secret)
    session.signal(15)
    _ = try session.finish()
  }
}
