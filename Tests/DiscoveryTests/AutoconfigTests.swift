// Tests of discovery with documents over https: the facts of a public list served by each domain, and documents that must not be
// believed.

import Discovery
import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

/// A web server for `pages`, and a network whose names lead there.
final class SettingsRig: Sendable {
  let server: SettingsServer
  let network: Network
  /// A name server that knows every domain and no record.
  let dns: DNSServer

  /// `names` are those of the certificate besides the hosts of `pages`. `elsewhere` are the ports of other servers by host and port, and
  /// `addresses` those of hosts whose addresses are asked for without a port. `delay` is how long the look-up of a host takes.
  init(
    _ pages: [String: Page], names: [String] = [], interrupt: Interrupt, dns: DNSServer? = nil, elsewhere: [String: UInt16] = [:],
    addresses: [String: [SocketAddress]] = [:], authority: CertificateAuthority? = nil,
    delay: @escaping @Sendable (String) -> Double = { _ in 0 }
  ) throws {
    let authority = try authority ?? CertificateAuthority()
    let hosts = Set(pages.keys.map { String($0.prefix { $0 != "/" }) })
    let identity = try authority.issue(CertificateRequest((hosts.sorted() + names).map { .dns($0) }))
    server = try SettingsServer(as: identity, pages)
    let port = server.port
    network = Network(
      context: try TLSContext(.only(pem: authority.pem)), interrupt: interrupt,
      resolve: { (host, wanted, _, _) throws(NetFailure) in
        Wait.pause(seconds: delay(host.text))
        if wanted == 0, let known = addresses[host.text] { return known }
        if wanted == 443, hosts.contains(host.text) || names.contains(host.text) { return [.v4(port)] }
        if let other = elsewhere["\(host):\(wanted)"] { return [.v4(other)] }
        throw .noSuchHost(exists: false)
      })
    self.dns = try dns ?? DNSServer { .octets($0.reply([])) }
  }

  func find(_ address: String, _ interrupt: Interrupt, within seconds: Double = 10) throws -> DiscoveryResult {
    try Discovery(Asking.directory, interrupt, through: network, at: dns.address, patience: seconds).find(MailAddress(address))
  }
}

@Suite(Asking.trait, .waiting) struct AutoconfigTests {
  private static func page(_ domain: String) -> String { "autoconfig.\(domain)/mail/config-v1.1.xml" }
  private static func wellKnown(_ domain: String) -> String { "\(domain)/.well-known/autoconfig/mail/config-v1.1.xml" }

  /// Returns a document with servers of these kinds: `imap,HOST,PORT,ENCRYPTION,USERNAME,AUTHENTICATION`.
  static func document(_ servers: String...) -> String {
    PublishedFile(
      name: "own.example.xml", style: "-", domains: ["own.example"],
      servers: servers.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }, imap: "-", smtp: "-"
    ).xml
  }

  private static let good = document(
    "imap,mail.own.example,993,SSL,%EMAILLOCALPART%,password-cleartext", "smtp,mail.own.example,465,SSL,%EMAILADDRESS%,")

  private func find(
    _ pages: [String: Page], names: [String] = [], within seconds: Double = 10, dns: DNSServer? = nil
  ) throws -> (result: DiscoveryResult, requests: [String]) {
    Platform.ignore(SIGPIPE)
    let interrupt = try #require(Interrupt())
    let rig = try SettingsRig(pages, names: names, interrupt: interrupt, dns: dns)
    return (try rig.find("me@own.example", interrupt, within: seconds), rig.server.requests)
  }

  @Test("every file of a public list of 163 gives its servers and user names, or says why not") func publicList() throws {
    Platform.ignore(SIGPIPE)
    let files = try PublishedFile.all()
    #expect(files.count == 163 && files.reduce(0) { $0 + $1.domains.count } == 963)
    let interrupt = try #require(Interrupt())
    var pages: [String: Page] = [:]
    // Half of the domains publish their settings at the second place.
    for (position, file) in files.enumerated() {
      pages[position % 2 == 0 ? Self.page(file.domain) : Self.wellKnown(file.domain)] = .xml(file.xml)
    }
    let rig = try SettingsRig(pages, interrupt: interrupt)
    var (pairs, halves, none, pop3) = (0, 0, 0, 0)
    for file in files {
      let result = try rig.find("me@\(file.domain)", interrupt)
      func line(_ mailProtocol: MailProtocol) -> String {
        guard let server = result.published.first(where: { $0.mailProtocol == mailProtocol }) else { return "-" }
        return "\(server.endpoint.security.rawValue)://\(server.endpoint) \(server.username ?? "-")"
      }
      #expect(line(.imap) == file.imap && line(.smtp) == file.smtp, "\(file.name): \(line(.imap)) \(line(.smtp))")
      switch (file.imap, file.smtp) {
      case ("-", "-"): none += 1
      case ("-", _), (_, "-"): halves += 1
      case (_, _): pairs += 1
      }
      guard !file.servers.contains(where: { $0[0] == "imap" }) else { continue }
      pop3 += 1
      for language in Language.allCases { #expect(result.account[language].contains("POP3"), "\(file.name): \(result.account)") }
    }
    #expect([pairs, halves, none, pop3] == [118, 12, 33, 43])
  }

  @Test(
    "fault-autoconfig-localpart, fault-autoconfig-emaildomain: placeholders stand for the address, whatever it contains",
    arguments: [
      ("%EMAILLOCALPART%", "me"), ("%EMAILLOCALPART%@%EMAILDOMAIN%", nil), ("%EMAILADDRESS%", nil),
      ("%EMAILDOMAIN%-%EMAILLOCALPART%", "own.example-me"), ("%REALNAME%", "-"), ("%EMAILLOCALPART%&#10;A1 LOGOUT", "-"),
      ("%EMAILLOCALPART%&#27;[31m", "-"), ("%EMAILLOCALPART%\u{202e}x", "-"), ("%EMAILADDRESS", "-"), ("other@own.example", nil),
    ])
  func placeholders(_ form: String, _ wanted: String?) throws {
    let document = Self.document("imap,imap.%EMAILDOMAIN%,993,SSL,\(form),", "smtp,%EMAILDOMAIN%,465,SSL,\(form),")
    let (result, _) = try find([Self.page("own.example"): .xml(document)])
    guard wanted != "-" else {
      #expect(result.servers == .none)
      return
    }
    #expect(result.hosts.map(\.text) == ["imap.own.example", "own.example"])
    #expect(result.username(.imap) == wanted && result.username(.smtp) == wanted)
  }

  /// A name, the page at the domain's `autoconfig` host, and the result in the form of `DiscoveryResult.Servers.line`.
  static let answers: [(name: String, page: Page, wanted: String)] = [
    ("a document", .xml(good), "tls://mail.own.example:993 tls://mail.own.example:465"),
    ("a page for browsers", .html, "nothing"), ("no document", .status(404), "nothing"), ("a server at fault", .status(503), "nothing"),
    (
      "a redirect inside the domain", .redirect("https://own.example/settings.xml"), "tls://mail.own.example:993 tls://mail.own.example:465"
    ),
    ("a relative redirect", .redirect("/settings.xml"), "tls://mail.own.example:993 tls://mail.own.example:465"),
    ("a redirect beside it", .redirect("settings.xml?v=1"), "tls://mail.own.example:993 tls://mail.own.example:465"),
    ("a redirect without a scheme", .redirect("//own.example/settings.xml"), "tls://mail.own.example:993 tls://mail.own.example:465"),
    ("a redirect without a scheme elsewhere", .redirect("//files.example/settings.xml"), "nothing"),
    ("a redirect to a script", .redirect("javascript:x"), "nothing"), ("a redirect to nowhere", .redirect(""), "nothing"),
    ("a redirect to http", .redirect("http://own.example/settings.xml"), "nothing"),
    ("a redirect to another port", .redirect("https://own.example:8443/settings.xml"), "nothing"),
    ("a redirect to a user name", .redirect("https://own.example@evil.example/settings.xml"), "nothing"),
    ("a redirect to another domain", .redirect("https://files.example/settings.xml"), "nothing"),
    ("a redirect to a name that only ends alike", .redirect("https://notown.example/settings.xml"), "nothing"),
    ("a redirect in a circle", .redirect("https://autoconfig.own.example/mail/config-v1.1.xml"), "nothing"),
    (
      "a document that is only found with the address", .query(.xml(good), without: .status(404)),
      "tls://mail.own.example:993 tls://mail.own.example:465"
    ),
    ("a declared entity", .xml("<!DOCTYPE c [<!ENTITY a \"x\">]>" + good), "nothing"),
    ("an external entity", .xml("<!DOCTYPE c SYSTEM \"https://evil.example/x.dtd\">" + good), "nothing"),
    ("a processing instruction", .xml(good.replacing("<clientConfig", with: "<?php x ?><clientConfig")), "nothing"),
    ("deep nesting", .xml(String(repeating: "<a>", count: 1_000)), "nothing"),
    (
      "many elements",
      .xml("<clientConfig><emailProvider>" + String(repeating: "<domain>a</domain>", count: 5_000) + "</emailProvider></clientConfig>"),
      "nothing"
    ),
    ("a long text", .xml(good.replacing("Co.", with: String(repeating: "x", count: 2_000))), "nothing"),
    ("UTF-16", .xml(good.replacing("UTF-8", with: "UTF-16")), "nothing"),
    ("a document cut off", .xml(String(good.dropLast(30))), "nothing"),
    ("HTTP of another kind", .raw("* OK ready\r\n"), "nothing"),
    ("two lengths", .raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde"), "nothing"),
    ("a server that says nothing", .silence, "nothing"),
    (
      "an IMAP server by number", .xml(document("imap,192.0.2.1,993,SSL,,", "smtp,mail.own.example,465,SSL,,")),
      "smtp tls://mail.own.example:465"
    ),
    (
      "an IMAP server of one label", .xml(document("imap,localhost,993,SSL,,", "smtp,mail.own.example,465,SSL,,")),
      "smtp tls://mail.own.example:465"
    ),
    ("no encryption", .xml(document("imap,mail.own.example,143,plain,,", "smtp,mail.own.example,25,plain,,")), "nothing"),
    (
      "TLS after STARTTLS in the file",
      .xml(document("imap,a.own.example,143,STARTTLS,,", "imap,b.own.example,993,SSL,,", "smtp,c.own.example,587,STARTTLS,,")),
      "tls://b.own.example:993 starttls://c.own.example:587"
    ),
    (
      "the port does not decide", .xml(document("imap,a.own.example,993,STARTTLS,,", "smtp,c.own.example,587,SSL,,")),
      "starttls://a.own.example:993 tls://c.own.example:587"
    ),
  ]

  @Test("a document is believed only if it is one, from a host of the domain", arguments: answers.map(\.name)) func pages(_ name: String)
    throws
  {
    let row = try #require(Self.answers.first { $0.name == name })
    let (result, requests) = try find(
      [
        Self.page("own.example"): row.page, "own.example/settings.xml": .xml(Self.good),
        "autoconfig.own.example/settings.xml": .xml(Self.good), "autoconfig.own.example/mail/settings.xml": .xml(Self.good),
      ],
      names: ["files.example", "notown.example", "evil.example"], within: 3)
    #expect(result.servers.line == row.wanted, "\(result)")
    #expect(requests.allSatisfy { $0.hasPrefix("own.example/") || $0.hasPrefix("autoconfig.own.example/") }, "\(requests)")
    if name == "a redirect to another domain" { #expect(result.outsiders.contains { if case .redirect = $0 { true } else { false } }) }
  }

  @Test("the first place outranks the second, and both outrank SRV records; a half is completed by the next source")
  func ranks() throws {
    let dns = try DNSServer { query in
      guard query.question.kind == .srv, query.question.name.hasPrefix("_imaps") || query.question.name.hasPrefix("_submissions") else {
        return .octets(query.reply([]))
      }
      return .octets(query.reply([.srv(0, 0, 993, "srv.own.example")]))
    }
    let half = Self.document("smtp,doc.own.example,465,SSL,,")
    let both = try find([Self.page("own.example"): .xml(half), Self.wellKnown("own.example"): .xml(Self.good)], dns: dns).result
    #expect(both.servers.line == "tls://mail.own.example:993 tls://doc.own.example:465")
    let one = try find([Self.page("own.example"): .xml(half)], dns: dns).result
    #expect(one.servers.line == "tls://srv.own.example:993 tls://doc.own.example:465")
    for language in Language.allCases {
      #expect(one.account[language].contains("SRV") && one.account[language].contains("autoconfig.own.example"))
    }
  }

  @Test("a source that never answers is not waited for longer than the time limit") func late() throws {
    let start = Deadline.now
    let dns = try DNSServer { _ in .silence }
    let silent = try find([Self.page("own.example"): .silence], within: 2, dns: dns).result
    #expect(silent.servers == .unanswered && Deadline.now.milliseconds(since: start) < 4_000)
  }

  @Test("the mail is where the MX says; what the domain publishes besides is shown") func contradiction() throws {
    let dns = try DNSServer { .octets($0.reply($0.question.kind == .mx ? [.mx(1, "in1-smtp.messagingengine.com")] : [])) }
    let result = try find([Self.page("own.example"): .xml(Self.good)], dns: dns).result
    #expect(result.servers.line == "fastmail" && result.contradicting.count == 2)
    for language in Language.allCases { #expect(result.account[language].contains("mail.own.example")) }
    let agreeing = Self.document("imap,imap.fastmail.com,993,SSL,,", "smtp,smtp.fastmail.com,465,SSL,,")
    #expect(try find([Self.page("own.example"): .xml(agreeing)], dns: dns).result.contradicting.isEmpty)
  }
}
