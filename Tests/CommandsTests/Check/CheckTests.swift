// `setup check`, as cron runs it and as a user does.

import AccountStore
import Foundation
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("setup check", .waiting) struct CheckTests {
  private let home: Home

  init() throws { home = try Home() }

  private func check(_ words: [String] = [], caFile: String) throws -> ProcessResult {
    try home.run(["check", "--ca-file", caFile] + words)
  }

  private func last(_ position: Int = 0) throws -> LastCheck? { try home.registry.read()[position].lastCheck }

  @Test("if all accounts work it prints nothing, ends with 0, and saves the date") func quiet() throws {
    let host = try MailHost()
    try home.save([try host.account("home", secret: host.command(MailHost.secret)).checked(.unreachable, daysAgo: 3)])
    let result = try check(caFile: host.caFile)
    #expect(result.end == .exited(0))
    #expect(result.output == [] && result.errors == [], "\(result.text)\(result.complaint)")
    let last = try #require(try last())
    #expect(last.outcome == .verified && last.cause == nil && !last.isRisky)
    #expect(Timestamp.now.seconds - last.time.seconds < 60)
  }

  @Test("without accounts it succeeds") func none() throws {
    let result = try home.run(["check"])
    #expect(result.end == .exited(0) && result.output == [] && result.errors == [])
    #expect(home.names == [])
  }

  @Test("a refused secret is a line on standard output and 77", arguments: Language.allCases) func refused(_ language: Language) throws {
    let host = try MailHost()
    try home.save([
      try host.account("home", secret: host.command(MailHost.secret, named: "right")),
      try host.account("work", address: "bob@example.org", secret: host.command("wrong")),
    ])
    let result = try check(["--lang", language.rawValue], caFile: host.caFile)
    #expect(result.end == .exited(77))
    #expect(result.errors == [], "\(result.complaint)")
    #expect(result.text.split(separator: "\n").count == 1, "\(result.text)")
    #expect(result.text.hasPrefix(language == .english ? "work: rejected" : "work：被拒绝"), "\(result.text)")
    #expect(try last(0)?.outcome == .verified)
    let bad = try #require(try last(1))
    #expect(bad.outcome == .refused && bad.isRisky)
  }

  @Test("a refused secret is not tried again, unless its account is named") func lockout() throws {
    let host = try CountingHost()
    try home.save([try host.account("work")])
    #expect(try check(caFile: host.caFile).end == .exited(77))
    let visits = host.visits
    #expect(visits == 2)
    let before = home.octets
    for _ in 0..<3 {
      let again = try check(caFile: host.caFile)
      #expect(again.end == .exited(77))
      #expect(again.text.contains("Not tried again with the same password"), "\(again.text)")
      #expect(again.text.contains("setup accounts edit work"))
    }
    #expect(host.visits == visits)
    #expect(home.octets == before)
    #expect(try check(["work"], caFile: host.caFile).end == .exited(77))
    #expect(host.visits == visits + 2)
  }

  @Test("a name that would break the suggested command is quoted") func quoted() throws {
    let host = try CountingHost()
    try home.save([try host.account("x; touch /tmp/y").checked(.refused, .wrongPassword, isRisky: true)])
    let result = try check(caFile: host.caFile)
    #expect(result.text.hasSuffix("Try again anyway: setup check 'x; touch /tmp/y'\n"), "\(result.text)")
    #expect(result.text.contains("setup accounts edit 'x; touch /tmp/y'."))
  }

  @Test("a provider that limited the rate of logins is not contacted for a day") func tooMany() throws {
    let host = try CountingHost(.busy)
    try home.save([try host.account("work")])
    #expect(try check(caFile: host.caFile).end == .exited(75))
    let visits = host.visits
    let again = try check(caFile: host.caFile)
    #expect(again.end == .exited(75))
    #expect(again.text.contains("for 24 hours"), "\(again.text)")
    #expect(host.visits == visits)
    let yesterday = try #require(Timestamp(seconds: Timestamp.now.seconds - 90_000) as Timestamp?)
    try home.registry.update { $0[0].lastCheck?.time = yesterday }
    #expect(try check(caFile: host.caFile).end == .exited(75))
    #expect(host.visits == visits + 2)
  }

  @Test("an unreadable secret is a state of its own, and no login is tried") func unreadable() throws {
    let host = try CountingHost()
    var account = try host.account("work").checked(.verified)
    account.secret = .command(["/bin/false"])
    var risky = try host.account("risky").checked(.refused, .wrongPassword, isRisky: true)
    risky.secret = .command(["/nonexistent/program"])
    try home.save([account, risky])
    let result = try check(caFile: host.caFile)
    #expect(result.end == .exited(77))
    #expect(
      result.text.hasPrefix("work: saved password unreadable. /bin/false gave no password (exit status 1).\nrisky: "), "\(result.text)")
    #expect(host.visits == 0)
    #expect(try last(0)?.outcome == .incomplete)
    #expect(try check(["work"], caFile: host.caFile).end == .exited(66))
    // The unreadable secret does not clear the mark that the account must not be tried without being named.
    #expect(try check(["risky"], caFile: host.caFile).end == .exited(66))
    #expect(try last(1)?.isRisky == true)
    #expect(host.visits == 0)
  }

  @Test("a paused account is skipped, unless it is named") func paused() throws {
    let host = try CountingHost()
    var account = try host.account("work")
    account.isPaused = true
    try home.save([account])
    let result = try check(caFile: host.caFile)
    #expect(result.end == .exited(0) && result.output == [] && host.visits == 0)
    #expect(try check(["work"], caFile: host.caFile).end == .exited(77))
    #expect(host.visits == 2)
    #expect(try home.registry.read()[0].isPaused)
  }

  @Test(
    "fault-check-silent-about-unkept-secrets: an account without a stored secret has a line and counts, unless it is paused",
    arguments: [["work"], ["a", "b"], ["公司", "x y", "third@example.org"]], Language.allCases)
  func noSecret(_ names: [String], _ language: Language) throws {
    try home.save(try names.enumerated().map { try .sample($1, address: "a\($0)@example.org") })
    let result = try home.run(["check", "--lang", language.rawValue])
    #expect(result.end == .exited(66) && result.errors == [])
    let words = language == .english ? ": never checked. Its password is not saved" : "：从未验证。没有保存它的密码"
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == names.count)
    for (line, name) in zip(lines, names) { #expect(line.hasPrefix(name + words), "\(line)") }
    let document = try home.run(["check", "--json"])
    #expect(document.end == .exited(66))
    let accounts = try document.json["accounts"].list
    #expect(accounts.map { $0["name"].text } == names as [String?])
    #expect(accounts.allSatisfy { $0["tried"].flag == false && $0["explanation"].text?.contains("not saved") == true })
    #expect(try home.run(["accounts", "pause"] + names).end == .exited(0))
    let paused = try home.run(["check"])
    #expect(paused.end == .exited(0) && paused.output == [])
  }

  @Test("a named account without a stored secret is an error") func noSecretNamed() throws {
    try home.save([try .sample("work")])
    let named = try home.run(["check", "work"])
    #expect(named.end == .exited(66))
    #expect(named.text.hasPrefix("work: saved password unreadable. No password is saved for work."), "\(named.text)")
    #expect(try last() == nil)
  }

  @Test("unreachable servers do not prevent another try") func away() throws {
    let host = try CountingHost()
    try home.save([try host.account("work")])
    host.stop()
    for _ in 0..<2 {
      let result = try check(caFile: host.caFile)
      #expect(result.end == .exited(69), "\(result.text)")
      #expect(result.text.hasPrefix("work: cannot connect. "), "\(result.text)")
    }
    #expect(try last()?.isRisky == false)
  }

  @Test("an untrusted authority is insecure, and nothing of the secret is sent") func untrusted() throws {
    let host = try MailHost()
    try home.save([try host.account("home", secret: host.command(MailHost.secret))])
    let result = try home.run(["check"])
    #expect(result.end == .exited(76))
    #expect(result.text.hasPrefix("home: connection not secure. "), "\(result.text)")
  }

  @Test("the worst result decides, in any order") func worst() throws {
    let (good, bad) = (try MailHost(), try CountingHost())
    var unreadable = try good.account("unreadable", secret: .command(["/bin/false"]))
    unreadable.isPaused = false
    try home.save([unreadable, try bad.account("bad"), try good.account("good", secret: good.command(MailHost.secret))])
    // The certificate authority is that of the good host; the other one's is not trusted.
    let result = try check(caFile: good.caFile)
    #expect(result.end == .exited(76))
    #expect(result.text.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["unreadable", "bad"], "\(result.text)")
  }

  @Test("logins at one provider are some seconds apart, those at two providers are not") func distance() throws {
    let (one, two) = (try MailHost(), try MailHost())
    let bundle = try ProcessFolder()
    let both = try [one.caFile, two.caFile].flatMap { try #require(ProcessFolder.read($0)) }
    let caFile = try bundle.write(both, to: "ca.pem", mode: 0o644)
    func accounts(_ second: MailHost, _ provider: String?) throws -> [SavedAccount] {
      var accounts = [
        try one.account("a", secret: one.command(MailHost.secret)),
        try second.account("b", address: "bob@example.org", secret: second.command(MailHost.secret)),
      ]
      // Both are on this computer; only the provider distinguishes them.
      (accounts[0].provider, accounts[1].provider) = ("yandex", provider)
      return accounts
    }
    try home.save(try accounts(two, "yandex"))
    let near = try check(caFile: caFile)
    #expect(near.end == .exited(0) && near.seconds >= 2, "\(near.seconds) \(near.text)")
    try home.save(try accounts(two, "gmail"))
    let far = try check(caFile: caFile)
    #expect(far.end == .exited(0) && far.seconds < near.seconds, "\(far.seconds) \(near.seconds)")
  }

  @Test("a signal ends it immediately, by that signal, and nothing is saved", arguments: [SIGINT, SIGTERM]) func interrupt(
    _ signal: Int32
  ) throws {
    let host = try CountingHost(.silent)
    try home.save([try host.account("work"), try host.account("other", address: "dora@example.org")])
    let before = home.octets
    let run = try ProcessBuilt.call(["check", "--ca-file", host.caFile], environment: home.environment).start()
    try run.wait("connection") { host.visits > 0 }
    run.signal(signal)
    let result = try run.finish(within: 10)
    #expect(result.end == .signalled(signal))
    #expect(result.output == [])
    #expect(home.octets == before)
  }

  @Test("the JSON is one document") func document() throws {
    let (good, bad) = (try MailHost(), try CountingHost())
    try home.save([
      try good.account("good", secret: good.command(MailHost.secret)),
      try bad.account("bad").checked(.refused, .wrongPassword, isRisky: true),
    ])
    let result = try check(["--json"], caFile: good.caFile)
    #expect(result.end == .exited(77))
    let accounts = try result.json["accounts"].list
    #expect(try result.json["schema"].number == 1)
    #expect(accounts.map { $0["name"].text } == ["good", "bad"])
    #expect(accounts[0]["state"].text == "normal" && accounts[0]["tried"].flag == true)
    #expect(accounts[0]["result"]["outcome"].text == "verified" && accounts[0]["explanation"].isNull)
    #expect(accounts[1]["state"].text == "refused" && accounts[1]["tried"].flag == false && accounts[1]["result"].isNull)
    #expect(accounts[1]["explanation"].text?.contains("Not tried again") == true)
    #expect(accounts[1]["lastCheck"]["risky"].flag == true)
    #expect(bad.visits == 0)
    #expect(!result.text.contains("/bin/cat"))
  }

  @Test("at a terminal every account has its line", arguments: [80, 30]) func watched(_ columns: Int) throws {
    let host = try MailHost()
    var paused = try host.account("paused", secret: nil)
    paused.isPaused = true
    try home.save([try host.account("home", secret: host.command(MailHost.secret)), paused])
    let session = try home.terminal(["check", "--ca-file", host.caFile], columns: columns)
    try session.wait(for: "home: OK")
    try session.wait(for: "paused: paused. Skipped.")
    #expect(try session.finish().end == .exited(0))
  }

  @Test("unknown names are usage errors, and no server is contacted") func unknown() throws {
    let host = try CountingHost()
    try home.save([try host.account("work"), try host.account("home")])
    for (words, said) in [
      (["wrok"], "Did you mean work?"), (["work", "nobody@example.org"], "To list them: setup accounts"),
      (["carl@example.org"], "home, work"),
    ] {
      let result = try check(words, caFile: host.caFile)
      #expect(result.end == .exited(64))
      #expect(result.complaint.contains(said) || result.complaint.contains("work, home"), "\(result.complaint)")
    }
    #expect(host.visits == 0)
  }
}
