// The environment variables of the options, through the built program.

import Foundation
import Posix
import Sentences
import TestSupport
import Testing
import Vocabulary

import enum CommandLine.Option

@testable import CommandLine

@Suite("variables of options", .waiting) struct VariableTests {
  /// The decision for every option. A new option fails here until it is in one of the lists.
  private static let names: [Option: String] = [
    .provider: "MAILSETUP_PROVIDER", .email: "MAILSETUP_EMAIL", .username: "MAILSETUP_USERNAME",
    .imapUsername: "MAILSETUP_IMAP_USERNAME", .smtpUsername: "MAILSETUP_SMTP_USERNAME", .secretFrom: "MAILSETUP_SECRET_FROM",
    .tokenFrom: "MAILSETUP_TOKEN_FROM", .signIn: "MAILSETUP_SIGN_IN", .clientID: "MAILSETUP_CLIENT_ID",
    .clientFile: "MAILSETUP_CLIENT_FILE", .tenant: "MAILSETUP_TENANT", .issuer: "MAILSETUP_ISSUER",
    .redirectPort: "MAILSETUP_REDIRECT_PORT", .secretCommand: "MAILSETUP_SECRET_COMMAND", .store: "MAILSETUP_STORE",
    .imap: "MAILSETUP_IMAP", .smtp: "MAILSETUP_SMTP", .imapSecurity: "MAILSETUP_IMAP_SECURITY",
    .smtpSecurity: "MAILSETUP_SMTP_SECURITY", .caFile: "MAILSETUP_CA_FILE", .catalog: "MAILSETUP_CATALOG", .json: "MAILSETUP_JSON",
    .qr: "MAILSETUP_QR", .qrFile: "MAILSETUP_QR_FILE", .trace: "MAILSETUP_TRACE", .lang: "MAILSETUP_LANG", .quiet: "MAILSETUP_QUIET",
    .noColor: "MAILSETUP_NO_COLOR", .plain: "MAILSETUP_PLAIN", .timeout: "MAILSETUP_TIMEOUT", .noBrowser: "MAILSETUP_NO_BROWSER",
  ]
  private static let without: Set<Option> = [
    .yes, .force, .write, .remove, .save, .ispdb, .all, .jsonDialog, .dialect, .hostname, .type, .help, .version,
  ]

  @Test("every option has its variable or is one that never has", arguments: Option.allCases) func decided(_ option: Option) {
    #expect(option.variable == Self.names[option])
    #expect((option.variable == nil) == Self.without.contains(option))
  }

  @Test("the help and the manual list all of them, in both languages", arguments: Language.allCases) func help(_ language: Language) throws
  {
    for words in [["help", "environment"], ["manual"]] {
      let text = try Tool.run(words + language.option).text.replacing("\\", with: "")
      for name in Self.names.values { #expect(text.contains(name), "\(words): \(name)") }
      for option in Self.without { #expect(text.contains(option.spelling), "\(words): \(option.spelling)") }
    }
  }

  /// The effects that a variable can have, as the table of the options has them.
  private static let effects = OptionEffect.all.filter { effect in
    // The other effects of `send-test` need a message that arrives.
    guard [[], ["guide"], ["probe"], ["export"]].contains(effect.path) || effect.path == ["send-test"] && effect.option == .timeout else {
      return false
    }
    return effect.elsewhere == nil && effect.option.variable != nil && !(effect.option.describes && effect.hasOperand)
  }

  @Test("each variable does what its option does", arguments: effects) func effect(_ effect: OptionEffect) throws {
    let (without, with) = (try effect.observed(.nowhere), try effect.observed(.variable))
    if let shown = effect.shows { #expect(with.contains(shown) && !without.contains(shown), "without:\n\(without)\nwith:\n\(with)") }
    if let hidden = effect.hides { #expect(!with.contains(hidden) && without.contains(hidden), "without:\n\(without)\nwith:\n\(with)") }
  }

  @Test("the table of effects shows the variable of every option") func complete() {
    #expect(Set(Self.names.keys).subtracting(Self.effects.map(\.option)) == [.qrFile])
  }

  @Test("the variable of the file for a QR code") func codeFile() throws {
    let folder = try ProcessFolder()
    let result = try Tool.run(["guide", "gmail"], environment: ["MAILSETUP_QR_FILE": "\(folder.path)/code.svg"])
    #expect(result.end == .exited(0) && folder.names == ["code.svg"], "\(result.complaint)")
  }

  @Test(
    "an argument has precedence over the variable of its option, and suspends those that it excludes",
    arguments: [
      Row("another provider", (["--provider", "gmail"], ["MAILSETUP_PROVIDER": "yandex"]), "imap.gmail.com"),
      Row("a variable beside an argument", (["--provider", "gmail"], ["MAILSETUP_LANG": "zh-Hans"]), "没有验证"),
      Row("the language", (["--provider", "gmail", "--lang", "en"], ["MAILSETUP_LANG": "zh-Hans"]), "Nothing was checked"),
      Row("an empty variable", (["--provider", "gmail"], ["MAILSETUP_LANG": "", "MAILSETUP_EMAIL": ""]), "Nothing was checked"),
      Row("a switch that is off", (["--provider", "gmail"], ["MAILSETUP_JSON": "0", "MAILSETUP_QUIET": "no"]), "Nothing was checked"),
      Row("the other format", (["guide", "gmail", "--qr"], ["MAILSETUP_JSON": "1"]), "QR code"),
      Row(
        "another kind of secret",
        (
          ["--provider", "outlook", "--email", "me@outlook.com", "--token-from", "file:/nonexistent"], ["MAILSETUP_SECRET_FROM": "stdin"]
        ), "/nonexistent"),
      Row(
        "one that needs another", (["--provider", "gmail"], ["MAILSETUP_STORE": "pass", "MAILSETUP_CLIENT_ID": "x"]), "Nothing was checked"),
    ])
  func precedence(_ row: Row<([String], [String: String]), String>) throws {
    let result = try Tool.run(row.given.0, environment: row.given.1)
    #expect((result.text + result.complaint).contains(row.wanted), "\(row): \(result.text)\(result.complaint)")
  }

  @Test(
    "a bad value is refused by the name of its variable",
    arguments: [
      Row("number", ["MAILSETUP_TIMEOUT": "soon", "MAILSETUP_PROVIDER": "demo"], Int32(64)), Row("language", ["MAILSETUP_LANG": "tlh"], 64),
      Row("switch", ["MAILSETUP_JSON": "maybe"], 64), Row("address", ["MAILSETUP_EMAIL": "nobody"], 65),
      Row("address with a secret", ["MAILSETUP_EMAIL": "me:hunter22@example.org"], 64),
      Row("server with a secret", ["MAILSETUP_IMAP": "imaps://me:hunter22@imap.example.org"], 64),
      Row("provider", ["MAILSETUP_PROVIDER": "yandx"], 64), Row("catalog", ["MAILSETUP_CATALOG": "/nonexistent/hunter"], 66),
      Row("authority", ["MAILSETUP_CA_FILE": "/nonexistent/ca", "MAILSETUP_EMAIL": "me@yandex.com"], 66),
      Row("server", ["MAILSETUP_IMAP": "x:99999", "MAILSETUP_SMTP": "smtp.example.org"], 64),
      Row("one server", ["MAILSETUP_SMTP": "smtp.example.org", "MAILSETUP_EMAIL": "me@example.org"], 64),
      Row("source", ["MAILSETUP_SECRET_FROM": "hunter22", "MAILSETUP_EMAIL": "me@yandex.com"], 64),
      Row("two sources", ["MAILSETUP_TOKEN_FROM": "stdin", "MAILSETUP_SECRET_FROM": "stdin"], 64),
      Row("way", ["MAILSETUP_SIGN_IN": "pigeon"], 64), Row("security", ["MAILSETUP_IMAP_SECURITY": "none", "MAILSETUP_IMAP": "x.y"], 64),
      Row("user name", ["MAILSETUP_USERNAME": "a\tb"], 64),
    ])
  func bad(_ row: Row<[String: String], Int32>) throws {
    let result = try Tool.run([], environment: row.given)
    #expect(result.end == .exited(row.wanted), "\(row): \(result.end) \(result.complaint)")
    #expect(row.given.keys.contains { result.complaint.contains($0) }, "\(row): \(result.complaint)")
    #expect(!result.complaint.contains("hunter22"), "\(row): \(result.complaint)")
    // The same as a document, in the language that the environment asks for.
    if row.given["MAILSETUP_JSON"] == nil {
      let document = try Tool.run([], environment: row.given.merging(["MAILSETUP_JSON": "on"]) { $1 })
      #expect(try document.json["outcome"].text == "incomplete")
    }
  }

  @Test("a value that is not UTF-8 is refused") func undecodable() throws {
    var call = try ProcessBuilt.call(["-c", "export MAILSETUP_PROVIDER=$(printf 'g\\377'); exec \"$0\"", try ProcessBuilt.setup.get()])
    call.program = "/bin/sh"
    let result = try call.run()
    #expect(result.end == .exited(66) && result.complaint.contains("MAILSETUP_PROVIDER"), "\(result.complaint)")
  }

  @Test(
    "where a command lacks the option, or is about a saved account, its variable has no effect",
    arguments: [
      ["check", "work"], ["accounts"], ["accounts", "list", "--json"], ["secret", "work"], ["providers", "gmail"], ["guide", "gmail"],
      ["export", "json", "work"], ["completion", "bash"], ["manual"], ["help"], ["--version"], ["--help"], ["guide", "--help"],
    ])
  func ignored(_ words: [String]) throws {
    let (home, host) = (try Home(), try MailHost())
    var account = try host.account("work", secret: host.command(MailHost.secret))
    account.authorityFile = host.caFile
    try home.save([account])
    let foreign = [
      "MAILSETUP_EMAIL": "bad address", "MAILSETUP_PROVIDER": "nobody knows", "MAILSETUP_IMAP": "imap.evil.example",
      "MAILSETUP_SMTP": "::", "MAILSETUP_CA_FILE": "/nonexistent", "MAILSETUP_SECRET_FROM": "what", "MAILSETUP_USERNAME": "mallory",
      "MAILSETUP_STORE": "drawer", "MAILSETUP_FOR": "git", "MAILSETUP_YES": "1", "MAILSETUP_FORCE": "1", "MAILSETUP_WRITE": "1",
      "MAILSETUP_SAVE": "taken", "MAILSETUP_PASSWORD": "hunter22", "MAILSETUP_TOKEN": "hunter22", "MAILSETUP_ALL": "1",
    ]
    let plain = try home.run(words)
    let told = try home.run(words) { $0.environment.merge(foreign) { $1 } }
    #expect(plain.end == told.end && plain.end == .exited(0), "\(plain.complaint)\n\(told.complaint)")
    // Times of a document differ.
    if !words.contains("--json"), words.first != "check" { #expect(plain.text == told.text && plain.complaint == told.complaint) }
    #expect(!told.text.contains("hunter22") && !told.complaint.contains("MAILSETUP"))
    #expect(try home.registry.read().map(\.name.text) == ["work"])
  }

  @Test("an account that variables describe is verified; what decides where its secret goes is named on the page and in the document")
  func named() throws {
    let host = try MailHost()
    let options = host.arguments
    let environment = [
      "MAILSETUP_EMAIL": "anna@example.org", "MAILSETUP_IMAP": options[1], "MAILSETUP_SMTP": options[3], "MAILSETUP_IMAP_SECURITY": "tls",
      "MAILSETUP_SMTP_SECURITY": "tls", "MAILSETUP_CA_FILE": host.caFile, "MAILSETUP_SECRET_FROM": "stdin",
    ]
    let deciding = ["MAILSETUP_CA_FILE", "MAILSETUP_EMAIL", "MAILSETUP_IMAP", "MAILSETUP_SMTP"]
    let page = try Tool.run([], environment: environment) { $0.input = .text(MailHost.secret) }
    #expect(page.end == .exited(0), "\(page.complaint)")
    for name in deciding { #expect(page.text.contains(name) && page.complaint.contains("\(name)=\(environment[name] ?? "")")) }
    let quiet = try Tool.run(["--quiet"], environment: environment) { $0.input = .text(MailHost.secret) }
    for name in deciding { #expect(quiet.text.contains(name) && quiet.complaint.contains(name)) }
    for secret in [MailHost.secret, "wrong"] {
      let document = try Tool.run(["--json"], environment: environment) { $0.input = .text(secret) }.json
      #expect(document["variables"].texts.sorted() == deciding)
    }
    // Arguments decide nothing that would have to be named.
    let stated = try Tool.run(["--email", "anna@example.org", "--json"] + options, environment: ["MAILSETUP_SECRET_FROM": "stdin"]) {
      $0.input = .text(MailHost.secret)
    }
    #expect(try stated.json["variables"].list.isEmpty && !stated.complaint.contains("MAILSETUP"))
    #expect(try stated.json["toolVersion"].text == Version.number)
  }

  @Test(
    "servers of variables are not agreed to for an address in the call that belongs to another provider",
    arguments: ["me@gmail.com", "me@163.com", "me@yandex.ru"])
  func foreign(_ address: String) throws {
    let host = try MailHost()
    let servers = ["MAILSETUP_IMAP": host.arguments[1], "MAILSETUP_SMTP": host.arguments[3], "MAILSETUP_CA_FILE": host.caFile]
    let refused = try Tool.run(["--email", address, "--secret-from", "stdin"], environment: servers) { $0.input = .text(MailHost.secret) }
    #expect(refused.end == .exited(66) && refused.complaint.contains("MAILSETUP_IMAP"), "\(refused.complaint)")
    #expect(refused.complaint.contains("localhost") && refused.complaint.contains("--imap"))
  }

  @Test("at a terminal they are named before the first question") func terminal() throws {
    let session = try Tool.terminal([], environment: ["MAILSETUP_PROVIDER": "yandex", "ACCESSIBLE": ""])
    try session.wait(for: "MAILSETUP_PROVIDER=yandex")
    try session.wait(for: "Your email address")
    session.hangUp()
    _ = try session.finish()
  }

  @Test(
    "no program that this one starts has any of them",
    arguments: ["command", "pass", "secret-tool", "xdg-open"])
  func children(_ program: String) throws {
    let (home, host) = (try Home(), try MailHost())
    let bin = try ProcessFolder()
    let look = "env >> '\(home.path)/log'\n"
    let helper = try bin.script(look + "printf %s \(MailHost.secret)", named: "helper")
    for name in ["pass", "secret-tool", "xdg-open"] { _ = try bin.script(look + "exit 1", named: name) }
    let store = try ProcessFolder()
    _ = try store.write("x\n".utf8, to: ".gpg-id")
    let environment = home.environment.merging([
      "PASSWORD_STORE_DIR": store.path, "PATH": "\(bin.path):/usr/bin:/bin", "MAILSETUP_TIMEOUT": "20", "MAILSETUP_LANG": "en",
      "MAILSETUP_OTHER": "x", "MAILSETUP_": "y",
      "MAILSETUPX": "kept", "DISPLAY": ":7", "ACCESSIBLE": "1",
    ]) { $1 }
    let account = ["--email", "anna@example.org", "--secret-from", "command:\(helper)"] + host.arguments
    switch program {
    case "command": #expect(try ProcessBuilt.call(account, environment: environment).run().end == .exited(0))
    case "xdg-open":
      let session = try PtySession(ProcessBuilt.call(["--provider", "yandex", "--email", "me@yandex.com"], environment: environment))
      try session.answer("o opens the page", "o")
      try session.wait("browser") { ProcessFolder.read("\(home.path)/log") != nil }
      session.hangUp()
      _ = try session.finish()
    case let keyring:
      _ = try ProcessBuilt.call(account + ["--save", "work", "--store", keyring], environment: environment).run()
    }
    var seen = ""
    for _ in 0..<50 where !seen.contains("MAILSETUPX") {
      seen = ProcessFolder.read("\(home.path)/log").map { String(decoding: $0, as: UTF8.self) } ?? ""
      usleep(100_000)
    }
    #expect(seen.contains("MAILSETUPX=kept"), "\(seen)")
    #expect(!seen.contains("MAILSETUP_"), "\(seen)")
  }
}

extension Option {
  /// What the variables of a call with an operand do not do.
  fileprivate var describes: Bool { ![.catalog, .json, .qr, .qrFile, .trace, .lang, .quiet, .noColor, .plain, .noBrowser].contains(self) }
}

extension OptionEffect {
  /// Whether an operand of the call names the account or the provider.
  fileprivate var hasOperand: Bool {
    switch path {
    case ["export"]: base.dropFirst().first.map(Self.isOperand) ?? false
    case ["guide"], ["probe"]: base.first.map(Self.isOperand) ?? false
    case _: false
    }
  }

  /// A word in capitals stands for options.
  private static func isOperand(_ word: String) -> Bool { !word.hasPrefix("-") && word.uppercased() != word }
}
