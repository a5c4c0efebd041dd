// The observable effect of each option of each command: present with the option, absent without it.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

import enum CommandLine.Option

@testable import CommandLine

struct OptionEffect: Sendable, CustomStringConvertible {
  let path: [String]
  let option: Option
  /// Behind the words of the command; names in capitals stand for what is made for the test.
  var base: [String] = []
  /// The value of the option under test.
  var value: String?
  /// Texts that the output, the file FILE or the client's own file contains only with the option (`shows`), or only
  /// without it (`hides`).
  var shows: String?
  var hides: String?
  /// The program runs at a terminal until this appears, and is then ended.
  var until: String?
  /// Answers typed before that.
  var typed: [(prompt: String, text: String)] = []
  /// The test that shows the effect if one call is not enough.
  var elsewhere: String?

  var description: String { "\(path.joined(separator: " ")) \(option.spelling)" }

  init(
    _ path: [String], _ option: Option, _ base: [String] = [], _ value: String? = nil, shows: String? = nil,
    hides: String? = nil,
    until: String? = nil, typed: [(prompt: String, text: String)] = [], elsewhere: String? = nil
  ) {
    (self.path, self.option, self.base, self.value) = (path, option, base, value)
    (self.shows, self.hides, self.until, self.typed, self.elsewhere) = (shows, hides, until, typed, elsewhere)
  }

  /// Where the call has the option under test.
  enum Place { case nowhere, argument, variable }

  /// Returns everything that the call leaves: its output, its status, the files.
  func observed(_ place: Place) throws -> String {
    let (home, host) = (try Home(), try MailHost())
    try home.save(
      [
        try host.account("work", secret: host.command(MailHost.secret)), try host.account("bare", address: "bob@example.org", secret: nil),
      ].map { account in
        var account = account
        account.authorityFile = host.caFile
        account.lastCheck = LastCheck(time: .now, outcome: .verified, cause: nil, isRisky: false)
        return account
      })
    let files = try ProcessFolder()
    let secret = try files.write("\(MailHost.secret)\n".utf8, to: "secret")
    let settings = "MAIL_ADDRESS=me@yandex.com IMAP_HOST=imap.yandex.com IMAP_PORT=993 SMTP_HOST=smtp.yandex.com SMTP_PORT=465"
    let servers = host.arguments.dropLast(2)
    let names: [String: [String]] = [
      "ACCOUNT": ["--email", "anna@example.org"], "SERVERS": Array(servers), "TRUST": ["--ca-file", host.caFile],
      "SECRET": ["--secret-from", "file:\(secret)"], "CA": [host.caFile], "IMAP": [servers[servers.startIndex + 1]],
      "SMTP": [servers[servers.startIndex + 3]], "SECRETFILE": ["file:\(secret)"], "FILE": ["\(files.path)/FILE"],
      "BROKEN": [try files.write("{".utf8, to: "broken.json")], "CATALOG": [try files.write(Self.catalog.utf8, to: "own.json")],
      "SETTINGS": [try files.write(settings.utf8, to: "settings")],
      "NAMELESS": [try files.write("SMTP_HOST=smtp.own.example SMTP_PORT=465".utf8, to: "nameless")],
      "OTHER": [try files.write(Self.account.utf8, to: "accounts.json")],
    ]
    let arguments = (path + base + (place == .argument ? [option.spelling] + (value.map { [$0] } ?? []) : [])).flatMap { names[$0] ?? [$0] }
    let bin = try ProcessFolder()
    _ = try bin.script("exit 0", named: "xdg-open")
    var environment = home.environment.merging(["PATH": "\(bin.path):/usr/bin:/bin", "DISPLAY": ":7"]) { $1 }
    if place == .variable, let name = option.variable { environment[name] = value.map { names[$0]?.first ?? $0 } ?? "1" }
    let said: String
    if let until {
      let session = try PtySession(
        ProcessBuilt.call(
          arguments, environment: environment.merging(option == .plain || option == .noColor ? ["ACCESSIBLE": ""] : [:]) { $1 }))
      for (prompt, text) in typed { try session.answer(prompt, text) }
      try session.wait(for: until)
      session.hangUp()
      _ = try session.finish()
      said = String(decoding: session.capture, as: UTF8.self)
    } else {
      let result = try ProcessBuilt.call(arguments, environment: environment).run(within: 100)
      said = "\(result.text)\n\(result.complaint)\n\(result.end)"
    }
    let left = ["\(files.path)/FILE", "\(home.path)/.msmtprc"].compactMap { ProcessFolder.read($0) }
    return ([said] + left.map { String(decoding: $0, as: UTF8.self) }).joined(separator: "\n")
  }

  private static let account = """
    {"schema": 1, "accounts": [{"name": "moved", "address": "me@firm.example", "imap": {"host": "imap.other.example", "port": 993,
    "security": "tls"}, "smtp": {"host": "smtp.other.example", "port": 465, "security": "tls"}, "imapUsername": "me", "smtpUsername": "me"}]}
    """

  private static let catalog = """
    {"schema": 1, "checked": "2026-11-01", "providers": [{"id": "firm", "name": {"en": "Firm Mail", "zh-Hans": "某公司邮箱"},
    "category": "business", "domains": ["firm.example"], "servers": [{"imap": ["tls://imap.firm.example:993"],
    "smtp": ["tls://smtp.firm.example:465"]}], "username": {"imap": ["address"], "smtp": ["address"]},
    "secret": {"kind": "app-password", "term": {"en": "app password", "zh-Hans": "应用密码"}},
    "steps": [{"part": "obtain", "text": {"en": "Make one.", "zh-Hans": "生成一个。"}}], "sources": ["own"],
    "confidence": {"servers": "high", "secret": "high"}, "checked": "2026-11-01"}]}
    """
}

extension OptionEffect {
  static let all: [OptionEffect] =
    everywhere + main + dialog + signingIn + looking + exporting + secrets + accounts + checking + importing + sending

  /// Language, colors and help, shown by a call that fails at a terminal, or one that prints something.
  private static let everywhere: [OptionEffect] = {
    let wrong: [([String], [String], String)] = [
      ([], ["--provider", "yandx"], "yandx"), (["guide"], ["yandx"], "yandx"), (["providers"], ["zzqqzz"], "zzqqzz"),
      (["probe"], ["yandx"], "yandx"), (["catalog"], ["check", "/nonexistent"], "/nonexistent"),
      (["export"], ["msmtp", "nobody"], "nobody"),
      (["secret"], ["nobody"], "nobody"), (["login"], ["nobody"], "nobody"), (["check"], ["nobody"], "nobody"),
      (["import"], ["outlook"], "outlook"),
      (["send-test"], ["nobody"], "nobody"), (["completion"], ["ksh"], "ksh"), (["manual"], ["x"], "Unexpected argument"),
      (["help"], ["frob"], "frob"),
      (["accounts", "list"], ["x"], "Unexpected argument"), (["accounts", "pause"], ["nobody"], "nobody"),
      (["accounts", "resume"], ["nobody"], "nobody"),
      (["accounts", "edit"], ["nobody"], "nobody"), (["accounts", "rename"], ["nobody", "x"], "nobody"),
      (["accounts", "remove"], ["nobody"], "nobody"), (["accounts", "export"], ["x", "y"], "Unexpected argument"),
      (["accounts", "import"], ["/nonexistent"], "/nonexistent"),
    ]
    return wrong.flatMap { path, words, until in
      [
        OptionEffect(path, .lang, words, "zh-Hans", shows: "错误"),
        // The main command would start the wizard.
        OptionEffect(path, .noColor, path.isEmpty ? words + ["--json"] : words, hides: "\u{1b}[", until: until),
        OptionEffect(path, .help, words, shows: "exited(0)", elsewhere: path == ["help"] ? "HelpTests" : nil),
      ]
    }
  }()

  private static let full = ["ACCOUNT", "SERVERS", "TRUST", "SECRET"]

  private static let main: [OptionEffect] = [
    OptionEffect([], .provider, [], "yandex", shows: "Yandex Mail"),
    OptionEffect([], .email, ["--provider", "demo"], "demo@demo.invalid", shows: "--secret-from is missing"),
    OptionEffect([], .username, full + ["--json"], "nobody", shows: "\"username\" : \"nobody\""),
    OptionEffect([], .imapUsername, full + ["--json"], "nobody", shows: "\"username\" : \"nobody\""),
    OptionEffect([], .smtpUsername, full + ["--json"], "nobody", shows: "\"username\" : \"nobody\""),
    OptionEffect([], .secretFrom, ["ACCOUNT", "SERVERS", "TRUST"], "SECRETFILE", shows: "It works"),
    OptionEffect([], .tokenFrom, ["ACCOUNT", "SERVERS", "TRUST"], "SECRETFILE", shows: "sign-in with an access token"),
    OptionEffect([], .save, full, "mine", shows: "mine"),
    OptionEffect([], .store, full + ["--save", "mine"], "file", shows: "a file only you can read"),
    OptionEffect([], .imap, ["ACCOUNT", "TRUST", "SECRET", "--smtp", "SMTP", "--smtp-security", "tls"], "IMAP", shows: "It works"),
    OptionEffect([], .smtp, ["ACCOUNT", "TRUST", "SECRET", "--imap", "IMAP", "--imap-security", "tls"], "SMTP", shows: "It works"),
    OptionEffect(
      [], .imapSecurity, ["ACCOUNT", "TRUST", "SECRET", "--imap", "IMAP", "--smtp", "SMTP", "--json", "--timeout", "2"], "starttls",
      shows: "starttls"),
    OptionEffect(
      [], .smtpSecurity, ["ACCOUNT", "TRUST", "SECRET", "--imap", "IMAP", "--smtp", "SMTP", "--json", "--timeout", "2"], "starttls",
      shows: "starttls"),
    OptionEffect([], .caFile, ["ACCOUNT", "SERVERS", "SECRET"], "CA", shows: "It works"),
    OptionEffect([], .catalog, ["--provider", "firm"], "CATALOG", shows: "Firm Mail"),
    OptionEffect([], .json, full, shows: "\"outcome\" :"), OptionEffect([], .trace, full, "FILE", shows: "AUTHENTICATE"),
    OptionEffect([], .quiet, full, hides: "Checking IMAP"),
    OptionEffect([], .plain, ["--provider", "yandex"], hides: "\u{1b}[?2004h", until: "Your email address"),
    OptionEffect([], .timeout, elsewhere: "OptionTests.times"),
    OptionEffect([], .yes, elsewhere: "SystemResolverTests"),
    OptionEffect([], .ispdb, elsewhere: "SystemResolverTests+Domains"),
    OptionEffect([], .noBrowser, ["--provider", "yandex", "--email", "me@yandex.com"], hides: "o opens the page", until: "(hidden"),
    OptionEffect([], .version, ["--provider", "demo"], shows: "setup \(Version.number) ("),
  ]

  private static let dialog: [OptionEffect] = [
    ([], []), (["export"], ["json", "--email", "me@yandex.com"]), (["login"], ["work"]), (["import"], ["env", "SETTINGS"]),
    (["send-test"], ["ACCOUNT", "SERVERS"]), (["accounts", "edit"], ["work"]), (["accounts", "remove"], ["bare"]),
  ].map { OptionEffect($0, .jsonDialog, $1, shows: "\"kind\":\"start\"") }

  /// The sign-in in a browser, as far as it goes without a server. `ProgramTests` has the rest.
  private static let signingIn: [OptionEffect] = {
    let outlook = ["--provider", "outlook", "--email", "me@outlook.com"]
    let (device, saved) = (outlook + ["--sign-in", "device"], ["work", "--store", "file"])
    let l = ["login"]
    let both = [([], device), (l, saved)].flatMap { path, base in
      [
        OptionEffect(path, .clientID, base, "a b", shows: "a client ID (printable"),
        OptionEffect(path, .clientFile, base, "BROKEN", shows: "no client ID of a desktop app"),
        OptionEffect(path, .tenant, base, "a b", shows: "a tenant:"),
        OptionEffect(path, .issuer, base, "http://own.example", shows: "begins with https://"),
        OptionEffect(path, .redirectPort, base, "0", shows: "a port from 1"),
      ]
    }
    return both + [
      OptionEffect([], .signIn, outlook, "device", shows: "setup needs the client ID"),
      OptionEffect(l, .signIn, saved, "command", shows: "works only with --token-from"),
      OptionEffect(l, .store, ["work"], "file", hides: "--store is missing"),
      OptionEffect(l, .caFile, saved, "BROKEN", shows: "broken.json"),
      OptionEffect(l, .catalog, saved, "BROKEN", shows: "broken.json"), OptionEffect(l, .json, ["nobody"], shows: "\"outcome\" :"),
      OptionEffect(l, .trace, elsewhere: "ProgramTests"), OptionEffect(l, .quiet, elsewhere: "ProgramTests"),
      OptionEffect(l, .plain, elsewhere: "ProgramTests"), OptionEffect(l, .timeout, elsewhere: "ProgramTests"),
      OptionEffect(l, .noBrowser, elsewhere: "ProgramTests"),
    ]
  }()

  private static let looking: [OptionEffect] = [
    OptionEffect(["guide"], .provider, [], "yandex", shows: "Yandex Mail"),
    OptionEffect(["guide"], .email, ["yandex"], "anna@yandex.com", shows: "anna@yandex.com"),
    OptionEffect(["guide"], .catalog, ["firm"], "CATALOG", shows: "Firm Mail"),
    OptionEffect(["guide"], .json, ["yandex"], shows: "\"id\" :"),
    OptionEffect(["guide"], .qr, ["yandex"], shows: "QR code is shown only at a terminal"),
    OptionEffect(["guide"], .qrFile, elsewhere: "GuideCodeTests.file"), OptionEffect(["guide"], .yes, elsewhere: "GuideCodeTests.replaced"),
    OptionEffect(["providers"], .catalog, ["firm"], "CATALOG", shows: "Firm Mail"),
    OptionEffect(["providers"], .json, ["yandex"], shows: "\"providers\" :"),
    OptionEffect(["probe"], .provider, [], "demo", shows: "127.0.0.1"),
    OptionEffect(["probe"], .email, [], "x@demo.invalid", shows: "127.0.0.1"),
    OptionEffect(["probe"], .imap, ["TRUST", "--smtp", "SMTP"], "IMAP", shows: "IMAP localhost"),
    OptionEffect(["probe"], .smtp, ["TRUST", "--imap", "IMAP"], "SMTP", shows: "SMTP localhost"),
    OptionEffect(
      ["probe"], .imapSecurity, ["TRUST", "--imap", "IMAP", "--smtp", "SMTP", "--json", "--timeout", "2"], "starttls", shows: "starttls"),
    OptionEffect(
      ["probe"], .smtpSecurity, ["TRUST", "--imap", "IMAP", "--smtp", "SMTP", "--json", "--timeout", "2"], "starttls", shows: "starttls"),
    OptionEffect(["probe"], .caFile, ["SERVERS"], "CA", shows: "exited(0)"),
    OptionEffect(["probe"], .catalog, ["demo"], "BROKEN", shows: "broken.json"),
    OptionEffect(["probe"], .all, elsewhere: "SystemResolverTests+ProbeCatalog"),
    OptionEffect(["probe"], .json, ["demo"], shows: "\"servers\" :"),
    OptionEffect(["probe"], .trace, ["demo"], "FILE", shows: "CAPABILITY"),
    OptionEffect(["probe"], .quiet, ["demo"], hides: "No account data is sent"),
    OptionEffect(["probe"], .timeout, elsewhere: "OptionTests.times"),
    OptionEffect(["probe"], .yes, elsewhere: "SystemResolverTests+Probe"),
    OptionEffect(["probe"], .ispdb, elsewhere: "SystemResolverTests+Probe"),
    OptionEffect(["catalog"], .json, ["check", "CATALOG"], shows: "\"faults\" :"),
  ]

  private static let exporting: [OptionEffect] = {
    let own = ["json", "ACCOUNT", "--imap", "i.example", "--smtp", "s.example"]
    let e = ["export"]
    return [
      OptionEffect(e, .provider, ["json", "--email", "me@own.example"], "yandex", shows: "imap.yandex.com"),
      OptionEffect(e, .email, ["json"], "me@yandex.com", shows: "imap.yandex.com"),
      OptionEffect(e, .username, own, "nobody", shows: "nobody"),
      OptionEffect(e, .imapUsername, own, "nobody", shows: "nobody"), OptionEffect(e, .smtpUsername, own, "nobody", shows: "nobody"),
      OptionEffect(e, .secretCommand, own, "get it", shows: "[\"get\", \"it\"]"),
      OptionEffect(e, .imap, ["json", "ACCOUNT", "--smtp", "s.example"], "i.example", shows: "i.example"),
      OptionEffect(e, .smtp, ["json", "ACCOUNT", "--imap", "i.example"], "s.example", shows: "s.example"),
      OptionEffect(e, .imapSecurity, own, "starttls", shows: "starttls"),
      OptionEffect(e, .smtpSecurity, own, "starttls", shows: "starttls"),
      OptionEffect(e, .caFile, own, "CA", shows: "ca.pem"),
      OptionEffect(e, .catalog, ["json", "--email", "me@firm.example"], "CATALOG", shows: "imap.firm.example"),
      OptionEffect(e, .write, ["msmtp", "--email", "me@yandex.com", "--yes"], shows: ">>> setup: me@yandex.com"),
      OptionEffect(e, .remove, ["msmtp", "--email", "me@yandex.com", "--yes"], shows: "contains nothing from setup"),
      OptionEffect(e, .yes, ["msmtp", "--email", "me@yandex.com", "--write"], shows: "exited(0)"),
    ]
  }()

  private static let secrets: [OptionEffect] = [
    OptionEffect(["secret"], .dialect, ["work"], "netrc", shows: "machine localhost"),
    OptionEffect(["secret"], .hostname, ["work", "--for", "neomutt"], "other.example", shows: "other.example"),
    OptionEffect(
      ["secret"], .type, ["work", "--for", "neomutt", "--hostname", "localhost", "--username", "anna@example.org"], "pop",
      shows: "exited(66)"),
    OptionEffect(["secret"], .username, ["work", "--for", "neomutt", "--hostname", "localhost"], "nobody", shows: "exited(66)"),
    OptionEffect(["secret"], .force, elsewhere: "SecretCommandTests"),
  ]

  private static let accounts: [OptionEffect] = {
    let edit = ["accounts", "edit"]
    let through = ["Your email address", "IMAP server", "SMTP server", "IMAP username", "SMTP username"].map { (prompt: $0, text: "") }
    return [
      OptionEffect(["accounts", "list"], .catalog, [], "BROKEN", shows: "broken.json"),
      OptionEffect(["accounts", "list"], .json, [], shows: "\"accounts\" :"),
      OptionEffect(edit, .email, ["work"], "bob@example.org", shows: "bob@example.org"),
      OptionEffect(edit, .username, ["work", "--json"], "nobody", shows: "nobody"),
      OptionEffect(edit, .imapUsername, ["work", "--json"], "nobody", shows: "nobody"),
      OptionEffect(edit, .smtpUsername, ["work", "--json"], "nobody", shows: "nobody"),
      OptionEffect(edit, .secretFrom, ["bare"], "SECRETFILE", shows: "It works"),
      OptionEffect(edit, .tokenFrom, ["bare"], "SECRETFILE", shows: "sign-in with an access token"),
      OptionEffect(edit, .store, ["bare", "SECRET"], "file", shows: "a file only you can read"),
      OptionEffect(edit, .imap, ["work"], "localhost:1", shows: "at localhost:1\n"),
      OptionEffect(edit, .smtp, ["work"], "localhost:1", shows: "at localhost:1\n"),
      OptionEffect(edit, .imapSecurity, ["work", "--imap", "IMAP", "--json", "--timeout", "2"], "starttls", shows: "starttls"),
      OptionEffect(edit, .smtpSecurity, ["work", "--smtp", "SMTP", "--json", "--timeout", "2"], "starttls", shows: "starttls"),
      OptionEffect(edit, .caFile, ["work"], "none", shows: "exited(76)"),
      OptionEffect(edit, .catalog, ["work"], "BROKEN", shows: "broken.json"),
      OptionEffect(edit, .json, ["work"], shows: "\"outcome\" :"), OptionEffect(edit, .trace, ["work"], "FILE", shows: "AUTHENTICATE"),
      OptionEffect(edit, .quiet, ["work"], hides: "Checking IMAP"),
      OptionEffect(edit, .plain, ["work"], hides: "\u{1b}[?2004h", until: "Your email address"),
      OptionEffect(edit, .timeout, elsewhere: "OptionTests.times"),
      OptionEffect(
        edit, .noBrowser,
        ["bare", "--store", "file", "--email", "me@yandex.com", "--imap", "imap.yandex.com", "--smtp", "smtp.yandex.com"],
        hides: "o opens the page", until: "(hidden", typed: through + [(prompt: "Also trust", text: "n")]),
      OptionEffect(["accounts", "remove"], .yes, ["bare"], shows: "Removed bare"),
      OptionEffect(["accounts", "remove"], .plain, ["bare"], hides: "\u{1b}[?2004h", until: "[y/N]"),
      OptionEffect(["accounts", "export"], .yes, ["OTHER"], shows: "2 accounts saved to"),
      OptionEffect(["accounts", "import"], .catalog, ["OTHER"], "CATALOG", shows: "an address of Firm Mail"),
    ]
  }()

  private static let checking: [OptionEffect] = [
    OptionEffect(["check"], .caFile, ["work"], "/etc/ssl/certs/ca-certificates.crt", shows: "exited(76)"),
    OptionEffect(["check"], .catalog, ["work"], "BROKEN", shows: "broken.json"),
    OptionEffect(["check"], .json, ["work"], shows: "\"accounts\" :"),
    OptionEffect(["check"], .quiet, elsewhere: "CheckTests"),
    OptionEffect(["check"], .timeout, elsewhere: "OptionTests.times"),
  ]

  private static let importing: [OptionEffect] = {
    let (i, base) = (["import"], ["env", "SETTINGS"])
    return [
      OptionEffect(i, .email, ["env", "NAMELESS"], "me@own.example", shows: "--email me@own.example"),
      OptionEffect(i, .secretFrom, base, "env:X", shows: "--secret-from env:X"), OptionEffect(i, .save, base, "mine", shows: "--save mine"),
      OptionEffect(i, .tokenFrom, base, "env:X", shows: "--token-from env:X"),
      OptionEffect(i, .store, base + ["--save", "mine"], "pass", shows: "--store pass"),
      OptionEffect(i, .caFile, base, "CA", shows: "--ca-file"),
      OptionEffect(i, .catalog, base, "BROKEN", shows: "broken.json"), OptionEffect(i, .json, base, shows: "\"accounts\" :"),
      OptionEffect(i, .trace, base, "FILE", shows: "--trace"), OptionEffect(i, .quiet, base, hides: "Nothing was checked yet"),
      OptionEffect(i, .plain, base, hides: "\u{1b}[?2004h", until: "Before you start"),
      OptionEffect(i, .timeout, base, "3", shows: "--timeout 3"),
      OptionEffect(i, .noBrowser, base, hides: "o opens the page", until: "(hidden"),
    ]
  }()

  private static let sending: [OptionEffect] = {
    let (s, base) = (["send-test"], ["ACCOUNT", "SERVERS", "TRUST", "SECRET", "--yes"])
    return [
      OptionEffect(s, .provider, ["--email", "me@own.example"], "yandex", shows: "there is no terminal to ask"),
      OptionEffect(s, .email, [], "me@yandex.com", shows: "there is no terminal to ask"),
      OptionEffect(s, .username, base + ["--json"], "nobody", shows: "\"nobody\""),
      OptionEffect(s, .imapUsername, base + ["--json"], "nobody", shows: "\"nobody\""),
      OptionEffect(s, .smtpUsername, base + ["--json"], "nobody", shows: "\"nobody\""),
      OptionEffect(s, .secretFrom, ["ACCOUNT", "SERVERS", "TRUST", "--yes"], "SECRETFILE", hides: "--secret-from is missing"),
      OptionEffect(s, .tokenFrom, ["ACCOUNT", "SERVERS", "TRUST", "--yes"], "SECRETFILE", hides: "--secret-from is missing"),
      OptionEffect(s, .imap, ["ACCOUNT", "--smtp", "SMTP"], "IMAP", shows: "there is no terminal to ask"),
      OptionEffect(s, .smtp, ["ACCOUNT", "--imap", "IMAP"], "SMTP", shows: "there is no terminal to ask"),
      OptionEffect(
        s, .imapSecurity, ["ACCOUNT", "TRUST", "SECRET", "--yes", "--imap", "IMAP", "--smtp", "SMTP", "--json"], "starttls",
        shows: "starttls"),
      OptionEffect(
        s, .smtpSecurity, ["ACCOUNT", "TRUST", "SECRET", "--yes", "--imap", "IMAP", "--smtp", "SMTP", "--json"], "starttls",
        shows: "starttls"),
      OptionEffect(s, .caFile, ["ACCOUNT", "SERVERS", "SECRET", "--yes"], "CA", hides: "exited(76)"),
      OptionEffect(s, .catalog, ["--email", "me@firm.example"], "CATALOG", shows: "there is no terminal to ask"),
      OptionEffect(s, .json, base, shows: "\"outcome\" :"), OptionEffect(s, .quiet, base, hides: "Checking"),
      OptionEffect(s, .plain, ["ACCOUNT", "SERVERS", "TRUST"], hides: "\u{1b}[?2004h", until: "[y/N]"),
      OptionEffect(s, .timeout, ["ACCOUNT", "SERVERS", "TRUST"], "7", shows: "for up to 7 s", until: "[y/N]"),
      OptionEffect(s, .yes, ["ACCOUNT", "SERVERS", "TRUST", "SECRET"], hides: "there is no terminal to ask"),
    ]
  }()
}
