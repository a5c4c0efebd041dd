// An account at the user's own domain whose user names the provider makes from another address.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("the user names of an own domain", .waiting) struct OwnAddressTests {
  @Test("iCloud asks for the address there, and nothing else is taken for it", arguments: Language.allCases)
  func asked(_ language: Language) throws {
    let session = try Tool.terminal(["--provider", "icloud", "--email", "me@own.example"] + language.option)
    let question = language == .english ? "Your iCloud Mail address" : "你在 iCloud 邮箱"
    try session.answer(question, "me@own.example")
    try session.wait(for: language == .english ? "It ends with @icloud.com" : "应以 @icloud.com")
    try session.answer(question, "anna@icloud.com")
    try session.wait(for: language == .english ? "(hidden" : "（不显示")
    try session.type("\u{3}")
    _ = try session.finish()
  }

  @Test(
    "only where the address is not the provider's own, and no user name is given",
    arguments: [["--email", "me@icloud.com"], ["--email", "me@me.com"], ["--email", "me@own.example", "--username", "anna"]])
  func notAsked(_ call: [String]) throws {
    let session = try Tool.terminal(["--provider", "icloud"] + call)
    try session.wait(for: "(hidden")
    try session.type("\u{3}")
    _ = try session.finish()
    #expect(!String(decoding: session.capture, as: UTF8.self).contains("Your iCloud Mail address"))
  }
}
