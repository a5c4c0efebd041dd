// Tests of the sentences about discovery: every source, every reason, in both languages.

import Catalog
import Discovery
import Sentences
import Testing
import Vocabulary

@Suite("Sentences about discovery") struct DiscoverySentenceTests {
  private static func host(_ text: String) throws -> HostName { try #require(HostName(text)) }

  private static func server(
    _ mailProtocol: MailProtocol, _ host: String, _ origin: DiscoveredServer.Origin
  ) throws -> DiscoveredServer {
    let port: UInt16 = mailProtocol == .imap ? 993 : 465
    return DiscoveredServer(mailProtocol, Endpoint(host: try Self.host(host), port: port, security: .tls), from: origin)
  }

  private static func result(
    _ source: DiscoveryResult.Source, _ servers: DiscoveryResult.Servers = .none
  ) throws -> DiscoveryResult {
    DiscoveryResult(address: try MailAddress("you@example.org"), servers: servers, source: source, suggestions: [])
  }

  private static func origins() throws -> [DiscoveredServer.Origin] {
    [.services, .document(try host("autoconfig.example.org")), .foreignDocument(try host("autoconfig.example.net")), .publicList, .guess]
  }

  @Test("every source has a sentence of its own, which names the servers") func sources() throws {
    var texts: [Text] = []
    for origin in try Self.origins() {
      let (imap, smtp) = (try Self.server(.imap, "imap.example.org", origin), try Self.server(.smtp, "smtp.example.org", origin))
      for servers in [[imap, smtp], [imap], [smtp]] {
        let text = DiscoverySentence.text(try Self.result(.published(servers)))
        for server in servers {
          #expect(text.english.contains("\(server.endpoint)") && text.simplifiedChinese.contains("\(server.endpoint)"))
        }
        #expect(text.english.contains("is not known") == (servers.count == 1))
        texts.append(text)
      }
      // Two sources are two sentences.
      let other = try Self.server(.smtp, "smtp.example.org", origin == .guess ? .services : .guess)
      texts.append(DiscoverySentence.text(try Self.result(.published([imap, other]))))
    }
    #expect(Set(texts.map(\.english)).count == texts.count && Set(texts.map(\.simplifiedChinese)).count == texts.count)
    for text in texts { #expect(Prose(text: text).faults == [], "\(text)") }
  }

  @Test("every reason for nothing has a sentence of its own") func reasons() throws {
    let reasons: [DiscoveryResult.Nothing] = [
      .noSuchDomain(unknown: nil), .noSuchDomain(unknown: try Self.host("imap.example.net")), .noMail(isDeclared: true),
      .noMail(isDeclared: false), .notOffered([.imap]), .notOffered([.imap, .smtp]), .onlyPOP3, .onlyClear, .silence, .unanswered,
    ]
    let texts = try reasons.map { DiscoverySentence.text(try Self.result(.nothing($0))) }
    #expect(Set(texts.map(\.english)).count == texts.count && Set(texts.map(\.simplifiedChinese)).count == texts.count)
    for text in texts { #expect(Prose(text: text).faults == [] && text.english.contains("example.org"), "\(text)") }
  }

  @Test("a server of the list that cannot be found is hidden, another may be mistyped") func hidden() throws {
    let endpoint = Endpoint(host: try Self.host("imap.example.org"), port: 993, security: .tls)
    for exists in [true, false] {
      let failure = SessionFailure(stage: .resolve, cause: .net(.noSuchHost(exists: exists)))
      let (listed, typed) = (FailureSentence.text(failure, at: endpoint, isListed: true), FailureSentence.text(failure, at: endpoint))
      #expect(listed != typed && Prose(text: listed).faults == [] && listed.english.contains("name server of this network"))
    }
    // Every other failure is told alike.
    let refused = SessionFailure(stage: .connect, cause: .net(.refused))
    #expect(FailureSentence.text(refused, at: endpoint, isListed: true) == FailureSentence.text(refused, at: endpoint))
  }

  @Test("offers and doubts say who is asked and whose word it is") func offers() throws {
    let domain = try Self.host("example.org")
    let redirect = try #require(WebAddress("https://files.example.net/mail.xml"))
    let outsiders: [DiscoveryResult.Outsider] = [
      .exchanger(mx: try Self.host("mx.example.net"), host: try Self.host("autoconfig.example.net")), .redirect(redirect), .publicList,
    ]
    for outsider in outsiders { #expect(Prose(text: DiscoverySentence.offer(outsider, domain)).faults == []) }
    let options = try #require(DiscoverySentence.options(outsiders))
    for word in ["--yes", "--ispdb", "autoconfig.example.net", "files.example.net"] { #expect(options.english.contains(word)) }
    #expect(DiscoverySentence.options([]) == nil)
    var doubts: [Text] = []
    for origin in try Self.origins() {
      let (imap, smtp) = (try Self.server(.imap, "imap.example.net", origin), try Self.server(.smtp, "smtp.example.net", origin))
      let pair = DiscoveryResult.Servers.pair(imap: imap.endpoint, smtp: smtp.endpoint)
      doubts.append(DiscoverySentence.doubt(try Self.result(.published([imap, smtp]), pair)))
    }
    // Both kinds of documents are outside the domain.
    #expect(Set(doubts.map(\.english)).count == doubts.count - 1)
  }
}
