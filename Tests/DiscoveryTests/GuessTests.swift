// Tests of servers that nobody names: tried by their usual names, without an account, and believed only with a certificate for the name.

import Discovery
import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite(Asking.trait, .waiting) struct GuessTests {
  private static let imap: [Step] = [.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"), .answerEach("{t} OK done\r\n")]
  private static let smtp: [Step] = [.say("220 mail ESMTP\r\n"), .answerEach("250 AUTH PLAIN\r\n")]

  /// Runs a discovery of own.example, where servers with certificates for `names` are at `places`.
  private func find(
    _ places: [(name: String, port: UInt16, certificate: String)], dns: DNSServer? = nil
  ) throws -> (result: DiscoveryResult, recordings: [Recording]) {
    Platform.ignore(SIGPIPE)
    let interrupt = try #require(Interrupt())
    let authority = try CertificateAuthority()
    var servers: [ScriptedServer] = []
    var elsewhere: [String: UInt16] = [:]
    for place in places {
      let identity = try authority.issue(.valid(for: place.certificate))
      let steps = [.tls(identity)] + (place.port == 993 ? Self.imap : Self.smtp)
      let server = try ScriptedServer.start(steps)
      servers.append(server)
      elsewhere["\(place.name):\(place.port)"] = server.port
    }
    let rig = try SettingsRig(
      ["own.example/": .html], interrupt: interrupt, dns: dns, elsewhere: elsewhere, authority: authority)
    let result = try rig.find("me@own.example", interrupt)
    for server in servers { server.stop() }
    return (result, servers.flatMap(\.recordings))
  }

  @Test("servers are found by their usual names, the better name first, and need a yes") func found() throws {
    let (result, recordings) = try find([
      ("mail.own.example", 993, "mail.own.example"), ("imap.own.example", 993, "imap.own.example"),
      ("mail.own.example", 465, "mail.own.example"),
    ])
    #expect(result.servers.line == "tls://imap.own.example:993 tls://mail.own.example:465")
    #expect(result.published.allSatisfy { $0.origin == .guess })
    #expect(result.doubtfulHosts.map(\.text) == ["imap.own.example", "mail.own.example"])
    for language in Language.allCases { #expect(result.account[language].contains("imap.own.example:993")) }
    // Nothing is asked but what the server can do.
    for recording in recordings {
      let said = String(decoding: recording.inTLS, as: UTF8.self)
      #expect(!said.contains("LOGIN") && !said.contains("AUTH") && !said.contains("own.example"), "\(said)")
    }
  }

  @Test("a certificate for another name is no server of the domain", arguments: ["other.example", "*.other.example", "own.example"])
  func wrongName(_ certificate: String) throws {
    let (result, _) = try find([("imap.own.example", 993, certificate), ("smtp.own.example", 465, certificate)])
    #expect(result.servers == .none && result.source == .nothing(.silence), "\(result)")
  }

  @Test("a certificate of a known provider says whose machine it is") func lead() throws {
    let (result, _) = try find([("mail.own.example", 993, "imap.fastmail.com")])
    #expect(result.servers.line == "fastmail" && result.doubtfulHosts.map(\.text) == ["imap.fastmail.com", "smtp.fastmail.com"])
    for language in Language.allCases { #expect(result.account[language].contains("mail.own.example")) }
  }

  @Test("one server is a half, and what the domain says is not offered is not guessed") func half() throws {
    #expect(try find([("imap.own.example", 993, "imap.own.example")]).result.servers.line == "imap tls://imap.own.example:993")
    let dns = try DNSServer { query in
      .octets(query.reply(query.question.name.hasPrefix("_imap") ? [.srv(0, 0, 0, ".")] : []))
    }
    let (result, _) = try find([("imap.own.example", 993, "imap.own.example")], dns: dns)
    #expect(result.source == .nothing(.notOffered([.imap])))
    #expect(!result.steps.contains { $0.name.hasPrefix("imap.own.example") })
  }

  @Test("the parent domain and other ports are not tried") func narrow() throws {
    let (result, _) = try find([("imap.example", 993, "imap.example"), ("smtp.own.example", 25, "smtp.own.example")])
    #expect(result.source == .nothing(.silence))
    let tried = result.steps.filter { $0.source == .guess }.map(\.name)
    #expect(
      !tried.isEmpty
        && tried.allSatisfy { name in name.contains("own.example:") && [":993", ":143", ":465", ":587"].contains { name.hasSuffix($0) } })
  }
}
