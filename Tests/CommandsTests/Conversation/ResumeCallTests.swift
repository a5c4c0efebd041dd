// Tests of the call that resumes a conversation.

import Catalog
import CommandLine
import Foundation
import Operations
import TestSupport
import Testing
import Vocabulary

@testable import Commands

@Suite("the call to continue with", .waiting) struct ResumeCallTests {
  private func given(_ arguments: [String]) throws -> AccountInput { try AccountInput(Arguments(arguments), ProviderDirectory()) }
  private func options(_ arguments: [String]) throws -> VerificationOptions { try VerificationOptions(Arguments(arguments)) }
  private func text(_ arguments: [String]) throws -> String? { ShellCall.text(try given(arguments), going: try Arguments(arguments)) }

  @Test(
    "argv-address-shell-metachars, ux-50: it contains every answer, and is read as the same answers",
    arguments: [
      ["--provider", "yandex"], ["--provider", "yandex", "--email", "me@yandex.com"], ["--email", "me@yandex.com"],
      ["--provider", "demo", "--email", "demo@demo.invalid", "--username", "it's me"],
      ["--email", "a@example.org", "--imap", "imap.example.org:143", "--smtp", "smtp.example.org"],
      ["--email", "a@example.org", "--imap", "imap.example.org:993", "--smtp", "smtp.example.org:2525", "--smtp-security", "starttls"],
      ["--email", "a@example.org", "--imap", "h:1", "--smtp", "h:2", "--username", "a b; rm -rf '$HOME' `x` \"y\" \\"],
      ["--email", "o'hara&co@example.org", "--imap", "h:1", "--smtp", "h:2", "--username", "用户"],
      ["--provider", "icloud", "--email", "anna@icloud.com", "--imap-username", "anna"],
      ["--email", "a@example.org", "--imap", "h:1", "--smtp", "h:2", "--imap-username", "anna", "--smtp-username", "a b"],
      ["--email", "a@example.org", "--imap", "h:1", "--smtp", "h:2", "--username", "both", "--smtp-username", "other"],
      ["--email", "a@example.org", "--imap", "h:1", "--smtp", "h:2", "--ca-file", "/etc/ssl/certs/ca-certificates.crt"],
      ["--provider", "yandex", "--secret-from", "file:a b", "--save", "it's mine", "--store", "pass", "--lang", "zh-Hans", "--plain"],
      ["--provider", "yandex", "--trace", "x y", "--timeout", "3", "--no-color", "--no-browser"],
    ])
  func sameAgain(_ arguments: [String]) throws {
    let first = try given(arguments)
    let call = try #require(try text(arguments))
    #expect(call.hasPrefix("setup "))
    let words = try Self.shellWords(call)
    #expect(words.first == "setup")
    let second = try given(Array(words.dropFirst()))
    #expect(second.provider?.id == first.provider?.id)
    #expect(second.address == first.address)
    #expect(second.usernames == first.usernames)
    #expect(second.authority == first.authority && second.source == first.source)
    #expect(try options(Array(words.dropFirst())) == options(arguments))
    #expect(second.servers?.imap == first.servers?.imap)
    #expect(second.servers?.smtp == first.servers?.smtp)
    #expect(try text(Array(words.dropFirst())) == call)
    // The other options of the call are part of it.
    for option in arguments where option.hasPrefix("--") && !["--imap-username", "--username"].contains(option) {
      #expect(words.contains(option), "\(option)")
    }
  }

  @Test("ux-50: without an answer there is no such call; the secret's source is not an answer")
  func nothing() throws {
    for arguments in [[], ["--secret-from", "env:SECRET"]] {
      #expect(try text(arguments) == nil)
    }
  }

  /// Returns the words that a real shell reads from a line.
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
