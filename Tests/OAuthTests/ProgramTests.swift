// The sign-in in a browser as a user of the program sees it, at a real authorization server.

import AccountStore
import Foundation
import Platform
import Posix
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite(
  "The program at a real authorization server", .serialized,
  .enabled(if: Glewlwyd.missing.isEmpty, "\(Glewlwyd.missing.joined(separator: ", "))"), .waiting)
struct ProgramTests {
  private let bench: SignInBench

  init() throws { bench = try SignInBench() }

  @Test("a code that is entered elsewhere: verified, saved, refreshed, checked, removed and revoked") func device() throws {
    try bench.signIn()
    let account = try #require(try bench.home.registry.read().first)
    let oauth = try #require(account.signIn.oauth)
    #expect(oauth.clientID == "setup" && oauth.way == .device && oauth.provider == nil)
    #expect(account.secret == .keyring(.file, entry: SignInBench.address))
    #expect(try !#require(bench.home.octets).contains("refreshToken".utf8))
    let first = try bench.home.run(["secret", "work"])
    #expect(first.end == .exited(0) && first.text.hasPrefix("eyJ") && first.errors.isEmpty, "\(first.complaint)")
    // The saved one again, without a request.
    #expect(try bench.home.run(["secret", "work"]).text == first.text)
    let serial = try bench.members["serial"]?.seconds
    try bench.expire()
    let second = try bench.home.run(["secret", "work"])
    #expect(second.end == .exited(0) && second.text.hasPrefix("eyJ") && second.text != first.text, "\(second.complaint)")
    #expect(try bench.members["serial"]?.seconds == serial.map { $0 + 1 })
    let bare = try bench.home.run(["secret", "work", "--for", "sasl"])
    let decoded = try #require(Data(base64Encoded: String(bare.text.dropLast())))
    #expect(String(decoding: decoded, as: UTF8.self) == "user=\(SignInBench.address)\u{1}auth=Bearer \(second.text.dropLast())\u{1}\u{1}")
    try bench.expire()
    let check = try bench.home.run(["check"])
    #expect(check.end == .exited(0) && check.output.isEmpty && check.errors.isEmpty, "\(check.text)\(check.complaint)")
    #expect(try bench.home.run(["accounts"]).text.contains("browser sign-in, saved in an unencrypted file"))
    #expect(try bench.home.run(["accounts", "--json"]).json["accounts"][0]["signIn"].text == "oauth")
    let removed = try bench.home.run(["accounts", "remove", "work", "--yes"])
    #expect(removed.end == .exited(0) && ProcessFolder.read(bench.record) == nil, "\(removed.complaint)")
  }

  @Test("a grant that was ended: the account says so, and a new sign-in keeps everything else") func login() throws {
    try bench.signIn()
    try bench.home.registry.update { $0[0].imapUsername = SignInBench.address }
    // A refresh token that comes twice ends the grant.
    let octets = try #require(ProcessFolder.read(bench.record))
    try bench.expire()
    #expect(try bench.home.run(["secret", "work"]).end == .exited(0))
    try Data(octets).write(to: URL(fileURLWithPath: bench.record))
    chmod(bench.record, 0o600)
    try bench.expire()
    let expired = try bench.home.run(["secret", "work"])
    #expect(expired.end == .exited(77) && expired.output.isEmpty && expired.complaint.contains("setup login work"), "\(expired.complaint)")
    let check = try bench.home.run(["check"])
    #expect(check.end == .exited(77) && check.text.contains("sign-in expired"), "\(check.text)")
    #expect(try bench.home.run(["accounts", "--json"]).json["accounts"][0]["state"].text == "signInExpired")
    let session = try bench.start(["login", "work"])
    try bench.approve(session)
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    let account = try #require(try bench.home.registry.read().first)
    #expect(account.lastCheck?.outcome == .verified && account.signIn.oauth?.clientID == "setup")
    #expect(try bench.home.run(["secret", "work"]).end == .exited(0))
  }

  @Test("a browser that comes back to this computer") func browser() throws {
    let session = try bench.start(
      bench.arguments("browser", ["--client-id", "setup", "--redirect-port", "18888", "--save", "work", "--store", "file"]))
    try session.wait(for: "Waiting for the browser")
    let address = try #require(session.text.firstMatch(of: /https:\/\/localhost:\d+(\/api\/\S+)/)?.1)
    let browser = try bench.rig.consent("setup")
    let answer = try browser.request("GET", "\(address)&g_continue", body: nil)
    let location = try #require(answer.fields.values(of: "Location").first)
    #expect(location.hasPrefix("http://127.0.0.1:18888/?"), "\(location)")
    let page = try RedirectTests.browse("http://127.0.0.1:18888/", String(location.dropFirst("http://127.0.0.1:18888".count)))
    #expect(page.hasPrefix("HTTP/1.1 200"))
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    #expect(try bench.home.registry.read().first?.signIn.oauth?.way == .browser)
    #expect(try bench.home.run(["secret", "work"]).text.hasPrefix("eyJ"))
  }

  @Test("an address that is pasted, by a registration of its own") func paste() throws {
    let session = try bench.start(bench.arguments("paste", ["--save", "work", "--store", "file"]))
    try session.wait(for: "Paste the address here")
    let address = try #require(session.text.firstMatch(of: /https:\/\/localhost:\d+(\/api\/\S+)/)?.1)
    let id = try #require(address.firstMatch(of: /client_id=([^&]+)/)?.1)
    let browser = try bench.rig.consent(String(id))
    let answer = try browser.request("GET", "\(address)&g_continue", body: nil)
    try session.enter(try #require(answer.fields.values(of: "Location").first))
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    #expect(try bench.home.registry.read().first?.signIn.oauth?.clientID == String(id))
    #expect(!session.text.contains("code="))
  }

  @Test("fifty processes that ask at the same moment cause one refresh") func many() throws {
    try bench.signIn()
    let serial = try bench.members["serial"]?.seconds
    try bench.expire()
    let runs = try (0..<50).map { _ in
      try ProcessBuilt.call(["secret", "work"], environment: bench.home.environment).start()
    }
    let results = try runs.map { try $0.finish(within: 120) }
    #expect(results.allSatisfy { $0.end == .exited(0) }, "\(results.first { $0.end != .exited(0) }?.complaint ?? "")")
    #expect(Set(results.map(\.text)).count == 1)
    #expect(try bench.members["serial"]?.seconds == serial.map { $0 + 1 })
    // The grant is alive.
    try bench.expire()
    #expect(try bench.home.run(["secret", "work"]).end == .exited(0))
  }
}
