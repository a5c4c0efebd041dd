// Every option of every command: what the help lists has the promised effect, and everything else is refused.

import Foundation
import MailClients
import Sentences
import TestSupport
import Testing
import Vocabulary

import enum CommandLine.Option

@testable import CommandLine

/// A command, or an action of `accounts`, as it is called.
struct CallPath: Sendable, Hashable, CustomStringConvertible {
  let words: [String]
  let options: Set<Option>
  var description: String { words.isEmpty ? "setup" : words.joined(separator: " ") }

  static let all: [CallPath] = Command.allCases.flatMap { command -> [CallPath] in
    guard command == .accounts else {
      return [CallPath(words: command == .setup ? [] : [command.rawValue], options: Set(command.options))]
    }
    return AccountsAction.allCases.map {
      CallPath(words: ["accounts", $0.rawValue], options: $0.options.union(Command.everywhere))
    }
  }
}

@Suite("options", .waiting) struct OptionTests {
  /// An option with a value where it takes one.
  private static func typed(_ option: Option) -> [String] {
    switch option.value {
    case nil: [option.spelling]
    case .word(let words, _): [option.spelling, words[0]]
    case .provider, .address, .secretSource, .file, .text: [option.spelling, "x"]
    }
  }

  @Test(
    "fault-option-without-effect: an option without effect on a command is refused, wherever it is on the line", arguments: CallPath.all)
  func refused(_ path: CallPath) throws {
    var refused = 0
    for option in Option.allCases where !path.options.contains(option) {
      refused += 1
      for arguments in [path.words + Self.typed(option), Self.typed(option) + path.words] {
        let fault = #expect(throws: CommandError.self) { _ = try Arguments(arguments) }
        #expect(fault?.status == .usage)
        if case .misplacedOption(let named, _)? = fault {
          #expect(named == option.spelling)
        } else {
          Issue.record("\(arguments): \(fault?.status.rawValue ?? 0)")
        }
      }
    }
    #expect(refused > 5)
    for option in path.options { #expect(throws: Never.self) { _ = try Arguments(path.words + Self.typed(option)) } }
  }

  @Test(
    "fault-option-without-effect: the program reports it and does nothing",
    arguments: [
      ["send-test", "work", "--yes", "--trace", "FILE"], ["accounts", "rename", "a", "b", "--ca-file", "FILE"],
      ["providers", "--timeout", "3"],
      ["guide", "yandex", "--timeout", "3"], ["check", "--trace", "FILE"], ["secret", "work", "--email", "a@example.org"],
      ["completion", "bash", "--json"], ["export", "msmtp", "--email", "me@gmail.com", "--json"], ["accounts", "pause", "work", "--yes"],
    ])
  func said(_ call: [String]) throws {
    let home = try Home()
    let file = "\(home.path)/written"
    let result = try home.run(call.map { $0 == "FILE" ? file : $0 })
    #expect(result.end == .exited(64) && result.complaint.contains("does not belong here"), "\(result.complaint)")
    #expect(access(file, F_OK) != 0 && home.octets == nil)
  }

  @Test(
    "options that the operand makes useless are refused too",
    arguments: [
      ["guide", "yandex", "--provider", "gmail"], ["guide", "me@yandex.com", "--email", "me@gmail.com"],
      ["probe", "yandex", "--imap", "a", "--smtp", "b"], ["probe", "me@yandex.com", "--email", "me@gmail.com"],
      ["export", "json", "anna@example.org", "--username", "x"], ["export", "json", "work", "--imap-username", "x"],
      ["send-test", "anna@example.org", "--imap", "a", "--smtp", "b", "--yes"], ["send-test", "work", "--smtp-username", "x", "--yes"],
      ["export", "msmtp", "work", "--remove", "--ca-file", "/etc/ssl/certs/ca-certificates.crt"],
      ["export", "msmtp", "--email", "a@example.org", "--remove", "--secret-command", "x"],
    ])
  func conflicts(_ call: [String]) throws {
    let (home, host) = (try Home(), try MailHost())
    try home.save([try host.account("work", secret: host.command(MailHost.secret))])
    let result = try home.run(call)
    #expect(result.end == .exited(64) && result.complaint.contains("not both"), "\(result.complaint)")
  }

  @Test(
    "fault-option-without-effect: options without meaning for the client, the provider or the action are refused too",
    arguments: [
      ["--provider", "demo", "--ca-file", "CA"], ["--email", "demo@demo.invalid", "--ca-file", "CA", "--secret-from", "env:X"],
      ["probe", "demo", "--ca-file", "CA"], ["probe", "x@demo.invalid", "--ca-file", "CA"],
      ["probe", "--provider", "demo", "--ca-file", "CA"],
      ["export", "autoconfig", "--email", "me@gmail.com", "--secret-command", "pass show x"],
      ["export", "apple", "--email", "me@gmail.com", "--secret-command", "x"], ["export", "emacs", "work", "--secret-command", "x"],
      ["export", "msmtp", "--email", "me@gmail.com", "--imap-username", "x"],
      ["export", "s-nail", "--email", "me@gmail.com", "--imap-username", "x"], ["export", "swaks", "SERVERS", "--imap-username", "x"],
      ["export", "git", "SERVERS", "--imap-security", "tls"], ["export", "mbsync", "SERVERS", "--smtp-security", "tls"],
      ["export", "getmail", "--email", "me@gmail.com", "--smtp-username", "x"],
      ["export", "offlineimap", "--email", "me@gmail.com", "--smtp-username", "x"],
      ["export", "fetchmail", "--email", "me@gmail.com", "--smtp-username", "x"],
      ["export", "msmtp", "--email", "me@gmail.com", "--remove", "--provider", "gmail"],
      ["export", "msmtp", "work", "--remove", "--catalog", "CA"],
      ["export", "mbsync", "SERVERS", "--remove"], ["accounts", "export", "--yes"],
      ["secret", "work", "--for", "neomutt", "--username", "x"], ["secret", "work", "--for", "neomutt", "--type", "imaps"],
    ])
  func unheard(_ call: [String]) throws {
    let (home, host) = (try Home(), try MailHost())
    try home.save([try host.account("work", secret: host.command(MailHost.secret))])
    let names = ["CA": [host.caFile], "SERVERS": ["--email", "me@own.example", "--imap", "i.own.example", "--smtp", "s.own.example"]]
    let result = try home.run(call.flatMap { names[$0] ?? [$0] })
    #expect(result.end == .exited(64) && result.output == [], "\(result.complaint)")
  }

  @Test(
    "fault-option-without-effect: without an address nothing is saved, traced or trusted, and the program reports that",
    arguments: [
      ["--save", "x"], ["--trace", "FILE"], ["--ca-file", "/etc/ssl/certs/ca-certificates.crt"], ["--timeout", "3"], ["--username", "x"],
      ["--smtp-username", "x"],
    ])
  func nothingToVerify(_ options: [String]) throws {
    let home = try Home()
    let result = try home.run(["--provider", "yandex"] + options.map { $0 == "FILE" ? home.path + "/trace" : $0 })
    #expect(result.end == .exited(66) && result.complaint.contains("--email"), "\(result.complaint)")
  }

  @Test("the help, the completions and the parser have the same options", arguments: Command.allCases) func table(_ command: Command) throws
  {
    let paths = CallPath.all.filter { $0.words.first == (command == .setup ? nil : command.rawValue) }
    #expect(Set(command.options) == paths.reduce(into: []) { $0.formUnion($1.options) })
    let listed = command.page.sections.flatMap(\.items).map { $0.term.english.split(separator: " ")[0] }.filter { $0.hasPrefix("--") }
    #expect(listed.map(String.init) == command.options.map(\.spelling))
    let bash = CompletionShell.bash.script(in: .english)
    #expect(bash.contains("\(command == .setup ? "" : command.rawValue):*) _setup_offer \(listed.joined(separator: " ")) ;;"))
  }

  @Test("each option of each command has an entry in the table of effects", arguments: CallPath.all) func complete(_ path: CallPath) {
    let known = Set(OptionEffect.all.filter { $0.path == path.words }.map(\.option))
    #expect(path.options.subtracting(known).map(\.spelling).sorted() == [])
    #expect(known.subtracting(path.options).map(\.spelling).sorted() == [])
  }

  @Test(
    "fault-option-without-effect: a time limit ends the wait for silent servers",
    arguments: [
      ["--email", "carl@example.org", "SERVERS", "SECRET"], ["check", "work"], ["probe", "SERVERS"], ["accounts", "edit", "work"],
    ])
  func times(_ call: [String]) throws {
    let (home, host) = (try Home(), try CountingHost(.silent))
    let account = try host.account("work")
    try home.save([account])
    let names = [
      "SERVERS": ["--imap", "\(account.imap)", "--smtp", "\(account.smtp)", "--imap-security", "tls", "--smtp-security", "tls"],
      "SECRET": ["--secret-from", "env:HOME"],
    ]
    let begun = ContinuousClock.now
    let result = try home.run(call.flatMap { names[$0] ?? [$0] } + ["--timeout", "1"])
    // Without the limit, a silent server has ten seconds for its greeting alone.
    #expect(result.end != .exited(0) && result.end != .exited(64) && begun.duration(to: .now) < .seconds(8), "\(result.complaint)")
  }

  @Test("fault-option-without-effect: each option does what the help says", arguments: OptionEffect.all.filter { $0.elsewhere == nil })
  func effect(_ effect: OptionEffect) throws {
    let (without, with) = (try effect.observed(isThere: false), try effect.observed(isThere: true))
    if let shown = effect.shows { #expect(with.contains(shown) && !without.contains(shown), "without:\n\(without)\nwith:\n\(with)") }
    if let hidden = effect.hides { #expect(!with.contains(hidden) && without.contains(hidden), "without:\n\(without)\nwith:\n\(with)") }
    #expect(effect.shows != nil || effect.hides != nil)
  }
}
