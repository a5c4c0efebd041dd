// Tests of an address that does not fit the provider: asked before the guide, with Enter for the corrected one.

import TestSupport
import Testing
import Vocabulary

@Suite("the address and the provider", .waiting) struct AddressFitTests {
  private static let prompts = Prompts(.english)
  private static let menu = "Number [1] (< back): "

  @Test(
    "A slip in the domain: Enter takes the corrected address, before anything is shown",
    arguments: [("gmail", "me@gmial.com", "me@gmail.com"), ("icloud", "me@icloud.co", "me@icloud.com"), ("163", "me@163.co", "me@163.com")])
  func slip(_ provider: String, _ typed: String, _ meant: String) throws {
    let session = try Tool.terminal(["--provider", provider])
    try session.answer(Self.prompts.address, typed)
    try session.wait(for: meant)
    try session.wait(for: Self.menu)
    #expect(!session.text.contains("Step 3 of 4"))
    try session.enter("")
    try session.wait(for: "username \(meant)")
    try session.wait(for: "goes only to")
    // Back from the password leads through the guide to this question, and from there to the address as it was typed.
    try session.answer("(hidden", "<")
    try session.goBack(to: Self.menu)
    try session.enter("<")
    try session.wait(for: "Your email address [")
    session.signal(15)
    _ = try session.finish()
  }

  @Test("An address of another provider: Enter takes that provider; another address can be entered", arguments: ["", "2", "3"])
  func owner(_ answer: String) throws {
    let session = try Tool.terminal(["--provider", "gmail", "--email", "me@yandex.com"])
    try session.wait(for: "me@yandex.com looks like an address at Yandex Mail, not at Gmail")
    try session.answer(Self.menu, answer)
    switch answer {
    case "":
      try session.wait(for: "Provider: Yandex Mail")
      try session.wait(for: "imap.yandex.com")
    case "2": try session.wait(for: "Your email address [me@yandex.com]")
    default:
      // The servers are not those of the address.
      try session.wait(for: "Send your password to")
    }
    session.signal(15)
    _ = try session.finish()
  }

  @Test("On the command line a slip needs --yes, with the provider named too", arguments: [[], ["--provider", "gmail"]])
  func call(_ provider: [String]) throws {
    let call = provider + ["--email", "me@gmial.com", "--secret-from", "file:/nonexistent"]
    let refused = try Tool.run(call)
    #expect(refused.end == .exited(66))
    #expect(refused.complaint.contains("Did you mean gmail.com?") && refused.complaint.contains("--yes"), "\(refused.complaint)")
    guard !provider.isEmpty else { return }
    let agreed = try Tool.run(call + ["--yes"])
    #expect(agreed.complaint.contains("Did you mean gmail.com?") && agreed.complaint.contains("/nonexistent"), "\(agreed.complaint)")
  }

  @Test("The guide says it too", arguments: ["me@gmial.com", "me@yandex.com"]) func guide(_ address: String) throws {
    let result = try Tool.run(["guide", "gmail", "--email", address])
    #expect(result.end == .exited(0))
    #expect(result.complaint.contains(address.hasSuffix("gmial.com") ? "Did you mean gmail.com?" : "not at Gmail"), "\(result.complaint)")
  }
}
