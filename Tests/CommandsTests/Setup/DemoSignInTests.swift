// The demo of a provider that accepts no password: its own authorization server, and the program as a user sees it.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("setup --provider demo-oauth", .waiting) struct DemoSignInTests {
  private static let address = "demo@demo-oauth.invalid"

  /// Starts a call that asks nothing, at a terminal that is wide enough for every address.
  private func start(_ way: String, _ language: Language = .english) throws -> PtySession {
    let call = ["--provider", "demo-oauth", "--email", Self.address, "--sign-in", way, "--lang", language.rawValue]
    return try PtySession(ProcessBuilt.call(call, environment: [:]), columns: 4_000, wiring: .input("/dev/null"))
  }

  /// What the browser does. Returns the page, after all redirects.
  private func browse(_ address: String, _ form: String? = nil) throws -> String {
    let fields = form.map { ["--data", $0] } ?? []
    return try ProcessCall("/usr/bin/curl", ["--silent", "--location"] + fields + [address], environment: [:]).run().text
  }

  @Test("a code that is entered in a browser anywhere", arguments: Language.allCases, [true, false])
  func device(_ language: Language, _ isAllowed: Bool) throws {
    let session = try start("device", language)
    try session.wait(for: language == .english ? "To cancel: Ctrl-C" : "取消请按 Ctrl-C")
    let page = try #require(session.text.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/device/)?.0)
    let code = try #require(session.text.firstMatch(of: /[A-Z]{4}-[A-Z]{4}/)?.0)
    #expect(try browse(String(page)).contains(Self.address))
    #expect(try browse(String(page), "code=WRON-GONE&allow=1").contains("There is no such sign-in"))
    let typed = code.lowercased()
    #expect(try browse(String(page), "code=\(typed)&\(isAllowed ? "allow" : "deny")=1").contains("Go back to the terminal."))
    #expect(try session.finish().end == .exited(isAllowed ? 0 : 77), "\(session.text)")
    if isAllowed { #expect(session.text.contains(language == .english ? "It works" : "验证通过")) }
  }

  @Test("a browser on this computer, and one whose last address is pasted", arguments: ["browser", "paste"])
  func browser(_ way: String) throws {
    let session = try start(way)
    try session.wait(for: way == "browser" ? "Waiting for the browser" : "Paste the address here")
    let address = try #require(session.text.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/authorize\?\S+/)?.0)
    let form = try #require(try browse(String(address)).firstMatch(of: /name="form" value="([^"]+)"/)?.1)
    let origin = try #require(address.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)?.0)
    if way == "browser" {
      #expect(try browse("\(origin)/authorize", "form=\(form)&allow=1").contains("Go back to the terminal."))
    } else {
      let answer = try ProcessCall(
        "/usr/bin/curl", ["--silent", "--include", "--data", "form=\(form)&allow=1", "\(origin)/authorize"], environment: [:]
      ).run().text
      try session.enter(String(try #require(answer.firstMatch(of: /Location: (\S+)/)?.1)))
    }
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    #expect(session.text.contains("It works"))
  }

  @Test("a call without a way to sign in says what to do") func way() throws {
    let result = try Tool.run(["--provider", "demo-oauth", "--email", Self.address])
    #expect(result.end == .exited(78) && result.complaint.contains("--sign-in device"), "\(result.complaint)")
    let outlook = try Tool.run(["--provider", "outlook", "--email", "me@outlook.com"])
    #expect(outlook.end == .exited(78) && outlook.complaint.contains("--token-from"), "\(outlook.complaint)")
  }
}
