// The call that goes on where a conversation was left.

import Account
import Foundation
import Testing
import Vocabulary

@testable import Wizard

@Suite("the call to go on with") struct ResumeCallTests {
  private func given(_ arguments: [String]) throws -> Given { try Given(Arguments(arguments), Directory()) }

  @Test(
    "ux-50: every answer is in it, and it is read as the same answers",
    arguments: [
      ["--provider", "yandex"], ["--provider", "yandex", "--email", "me@yandex.com"], ["--email", "me@yandex.com"],
      ["--provider", "demo", "--email", "demo@demo.invalid", "--username", "it's me"],
      ["--email", "a@example.org", "--imap", "imap.example.org:143", "--smtp", "smtp.example.org"],
      ["--email", "a@example.org", "--imap", "imap.example.org:993", "--smtp", "smtp.example.org:2525", "--smtp-security", "starttls"],
      ["--email", "a@example.org", "--imap", "h:1", "--smtp", "h:2", "--username", "a b; rm -rf '$HOME' `x` \"y\" \\"],
      ["--email", "o'hara&co@example.org", "--imap", "h:1", "--smtp", "h:2", "--username", "用户"],
    ])
  func sameAgain(_ arguments: [String]) throws {
    let first = try given(arguments)
    let call = try #require(ResumeCall.text(first))
    #expect(call.hasPrefix("setup "))
    let words = try Self.shellWords(call)
    #expect(words.first == "setup")
    let second = try given(Array(words.dropFirst()))
    #expect(second.provider?.id == first.provider?.id)
    #expect(second.address == first.address)
    #expect(second.username == first.username)
    #expect(second.servers?.imap == first.servers?.imap)
    #expect(second.servers?.smtp == first.servers?.smtp)
    #expect(ResumeCall.text(second) == call)
  }

  @Test("ux-50: without an answer there is nothing to go on from; the secret's source is no answer")
  func nothing() throws {
    for arguments in [[], ["--secret-from", "env:SECRET"]] {
      let given = try given(arguments)
      #expect(ResumeCall.text(given) == nil)
    }
  }

  /// What a real shell makes of a line.
  private static func shellWords(_ line: String) throws -> [String] {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf '%s\\n' \(line)"]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let octets = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return String(decoding: octets, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
