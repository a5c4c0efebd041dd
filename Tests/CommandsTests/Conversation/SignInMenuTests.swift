// A provider that takes no password is no dead end of the conversation.

import TestSupport
import Testing
import Vocabulary

@Suite("a provider that takes no password", .waiting)
struct SignInMenuTests {
  @Test(
    "fault-oauth-provider-dead-end: is said to take none before the address, and then offers ways on, and other mail clients",
    arguments: [("outlook", "a@outlook.com"), ("microsoft365", "me@own.example"), ("hotmail", "b@hotmail.co.uk")])
  func waysOn(_ provider: String, _ address: String) throws {
    let prompts = Prompts(.english)
    let session = try Tool.terminal([], environment: Language.english.environment)
    try session.answer(prompts.provider, provider)
    try session.wait(for: "does not accept passwords from mail clients. setup asks later")
    try session.answer(prompts.address, address)
    try session.wait(for: "How do you want to sign in?")
    try session.wait(for: "With a helper I have (oama, ortie, pizauth")
    try session.wait(for: "Which mail clients can sign in by themselves?")
    try Self.choose("Which mail clients", in: session)
    try session.wait(for: "Thunderbird, Apple Mail, Evolution and FairEmail")
    try session.answer("settings file for Thunderbird? [y/N]", "y")
    try session.wait(for: "<authentication>OAuth2</authentication>")
    // The menu comes again.
    try session.wait(for: "How do you want to sign in?")
    try Self.choose("Quit", in: session)
    #expect(try session.finish().end != .exited(78))
  }

  @Test("fault-oauth-provider-dead-end: an address alone leads there too, and Thunderbird is not named where it cannot sign in")
  func addressFirst() throws {
    let prompts = Prompts(.english)
    let session = try Tool.terminal(["--provider", "microsoft365-china"], environment: Language.english.environment)
    try session.answer(prompts.address, "me@own.example")
    try session.wait(for: "How do you want to sign in?")
    try Self.choose("Which mail clients", in: session)
    try session.wait(for: "The provider's own app does.")
    try session.wait(for: "How do you want to sign in?")
    try Self.choose("Quit", in: session)
    _ = try session.finish()
  }

  /// Chooses the entry of the menu that begins with `entry`.
  private static func choose(_ entry: String, in session: PtySession) throws {
    try session.wait(for: "Number (< back):")
    let line = try #require(session.text.split(separator: "\n").last { $0.contains("  \(entry)") })
    try session.enter(try #require(line.firstMatch(of: /(\d+)/).map { String($0.1) }))
  }
}
