// Secrets of sign-ins that no other text contains: everything that others can see is searched for them in every encoding.

import Foundation
import Platform
import Posix
import Synchronization
import TestSupport
import Testing
import Vocabulary

@Suite("tokens, codes and client secrets stay secret", .waiting) struct TokenCanaryTests {
  enum Way: String, CaseIterable, Sendable { case device, browser, paste, command }

  /// What others can see while the program works.
  private final class Sight: Sendable {
    private let parts = Mutex<[(name: String, octets: [UInt8])]>([])

    func add(_ name: String, _ octets: [UInt8]) { parts.withLock { $0.append((name, octets)) } }

    func add(_ name: String, _ result: ProcessResult, isAnswer: Bool = false) {
      add("errors of \(name)", result.errors)
      if !isAnswer { add("output of \(name)", result.output) }
    }

    /// Arguments and environments of this process and of all its children.
    func addProcesses() { for (name, octets) in ProcessInspection.open(getpid()) { add(name, octets) } }

    /// Every file of a home except those of the keyring.
    func addFiles(of home: String, except private: [String]) {
      for case let name as String in FileManager.default.enumerator(atPath: home) ?? FileManager.DirectoryEnumerator() {
        // A folder has no octets.
        guard !`private`.contains(where: name.hasPrefix), let octets = ProcessFolder.read("\(home)/\(name)") else { continue }
        add("file \(name)", octets)
      }
    }

    var all: [(name: String, octets: [UInt8])] { parts.withLock { $0 } }
  }

  private let server: StrictServer
  private let bench: StrictBench
  private let sight = Sight()

  init() throws {
    server = try StrictServer()
    bench = try StrictBench(server)
    let client = #"{"client_id":"app","client_secret":"\#(server.canary.text)-s"}"#
    try Data(client.utf8).write(to: URL(fileURLWithPath: "\(bench.home.path)/client.json"))
    server.watch { [sight] _, moment in if moment != .answered { sight.addProcesses() } }
    let record = "for p in $$ $PPID; do tr '\\0' '\\n' < /proc/$p/cmdline; tr '\\0' '\\n' < /proc/$p/environ; done >> \"$HOME/seen\""
    try bench.pretend("xdg-open", "\(record); printf %s \"$1\" > \"$HOME/page.new\"; mv \"$HOME/page.new\" \"$HOME/page\"")
  }

  private var redirect: String { "?code=\(server.canary.text)-c&state=" }

  /// Signs in with `words` at a terminal, in which everything that appears is recorded. Returns the verifier of the proof key.
  private func signIn(_ way: Way, _ words: [String]) throws {
    let session = try bench.terminal(words, environment: way == .browser ? ["DISPLAY": ":77"] : [:])
    switch way {
    case .device: try session.wait(for: "enter the code")
    case .command: break
    case .browser:
      try session.wait(for: "Waiting for the browser")
      try session.wait("the page") { bench.text("page") != nil }
      let page = try #require(bench.text("page"))
      let (address, state) = try Self.parameters(page)
      sight.addProcesses()
      let answer = try RedirectTests.browse(address, "/\(redirect)\(state)")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
      sight.add("page of the browser", Array(answer.utf8))
    case .paste:
      try session.wait(for: "Paste the address here")
      let page = try #require(session.text.firstMatch(of: /https:\/\/localhost:\d+\/authorization\S+/)).0
      let (address, state) = try Self.parameters(String(page))
      try session.enter("\(address)\(redirect)\(state)")
    }
    if way != .command { #expect(ProcessInspection.coreLimit(session.process).map { $0 == "0 0" } ?? true) }
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    sight.add("terminal", session.capture)
  }

  /// The redirect address and the state in the address of a page.
  private static func parameters(_ page: String) throws -> (redirect: String, state: String) {
    let query = try AuthorizationTests.query(page)
    return (try #require(query.text("redirect_uri")), try #require(query.text("state")))
  }

  @Test(
    "in no argv, no environment, no output, no trace, no JSON, no file but the keyring's, and on no terminal", arguments: Way.allCases)
  func everywhere(_ way: Way) throws {
    let (canary, path) = (server.canary, bench.home.path)
    let token = "\(path)/.token"
    var words: [String]
    if way == .command {
      server.accept("\(canary.text)-given")
      try Data("\(canary.text)-given\n".utf8).write(to: URL(fileURLWithPath: token))
      words = Array(bench.arguments("x").dropLast(4)) + ["--token-from", "command:/bin/cat \(token)", "--save", "work"]
    } else {
      words = bench.arguments(way.rawValue, ["--client-file", "\(path)/client.json", "--save", "work", "--store", "pass"])
    }
    words += (way == .device || way == .command ? ["--json"] : []) + ["--trace", "\(path)/trace"]
    try signIn(way, words)
    for arguments in [["check"], ["secret", "work"], ["secret", "work", "--for", "sasl"]] {
      if way != .command { try bench.expire() }
      sight.add("\(arguments)", try bench.run(arguments), isAnswer: arguments[0] == "secret")
    }
    if way == .device {
      unlink("\(path)/page")
      try signIn(way, ["login", "work"])
    }
    let clients = [
      "neomutt", "mutt", "aerc", "himalaya", "mbsync", "msmtp", "offlineimap", "getmail", "curl", "emacs", "env", "json", "git",
    ]
    for client in clients {
      sight.add("export to \(client)", try bench.run(["export", client, "work"]))
    }
    for arguments in [
      ["accounts"], ["accounts", "list", "--json"], ["accounts", "export", "\(path)/moved.json"], ["check", "--json"],
      ["secret", "work", "--for", "git", "store"], ["accounts", "remove", "work", "--yes"],
    ] { sight.add("\(arguments)", try bench.run(arguments)) }
    sight.addFiles(of: path, except: [".password-store", ".token", "client.json"])
    // The control: each secret was there to be found.
    let requests = server.requests
    let forms = requests.filter { $0.path == "/token" }.map(\.form)
    #expect(way == .command || forms.allSatisfy { $0.text("client_secret") == "\(canary.text)-s" })
    #expect(way != .device || forms.contains { $0.text("device_code") == "\(canary.text)-d" })
    #expect(![.browser, .paste].contains(way) || forms.contains { $0.text("code") == "\(canary.text)-c" })
    #expect(way == .command || forms.count { $0.text("grant_type") == "refresh_token" } >= 3)
    #expect(way == .command || requests.contains { $0.path == "/revocation" })
    let verifiers = forms.compactMap { $0.text("code_verifier") }
    #expect(verifiers.isEmpty != [.browser, .paste].contains(way))
    let names = sight.all.map(\.name)
    for name in ["file seen", "file trace", "file moved.json", "file mail-setup/accounts.json", "terminal"] {
      #expect(names.contains(name) || (way == .command && name == "file seen"), "\(name)")
    }
    #expect(names.count { $0.hasPrefix("environ of") } > 2 || way == .command)
    for (name, octets) in sight.all {
      #expect(canary.found(in: octets) == [], "\(name)")
      for verifier in verifiers { #expect(octets.firstRange(of: Array(verifier.utf8)) == nil, "\(name)") }
    }
  }

  @Test("a server that repeats what it was sent", arguments: ["invalid_grant", "invalid_client", "new_word"])
  func repeated(_ word: String) throws {
    try bench.signIn()
    let echo = Answer.error(
      word, #","error_description":"\#(server.canary.text)-r1 is bad","error_uri":"https://x/\#(server.canary.text)-r1""#)
    for arguments in [["secret", "work"], ["check"], ["check", "--json"]] {
      try bench.expire()
      server.answer("/token", with: [echo])
      let result = try bench.run(arguments)
      #expect(result.end != .exited(0))
      #expect(server.canary.found(in: result.output + result.errors) == [], "\(result.text)\(result.complaint)")
    }
    // The device code, in a first sign-in.
    server.answer("/token", with: [Answer.error(word, #","error_description":"\#(server.canary.text)-d is bad""#)])
    let first = try bench.run(bench.arguments("device", ["--client-id", "app"]))
    #expect(first.end != .exited(0) && server.canary.found(in: first.output + first.errors) == [], "\(first.complaint)")
  }
}
