// Domains of all kinds, and what the built program must say about an address at each: see `SystemResolverTests.Domains`.

import Catalog
import Discovery
import Testing
import Vocabulary

/// One domain: its records, its web pages, its servers, and the expected result of `setup --email you@DOMAIN`.
struct DomainCase: Sendable {
  let domain: String
  var records: [String: [DNSRecord]] = [:]
  /// By host and path.
  var pages: [String: Page] = [:]
  /// Hosts with an address, whose web server has a certificate for their names.
  var hosts: [String] = []
  /// Hosts with an address, whose mail servers have a certificate for their names.
  var mail: [String] = []
  /// Hosts with an address and no such certificate.
  var strangers: [String] = []
  var isSilent = false
  /// Names about which there is no answer.
  var silent: [String] = []
  var isBroken = false
  var options: [String] = []
  let end: Int32
  let says: [String]
  /// Names outside the domain that may be looked up.
  var mayAsk: [String] = []

  init(_ domain: String, end: Int32, says: [String], _ change: (inout DomainCase) -> Void = { _ in }) {
    (self.domain, self.end, self.says) = (domain, end, says)
    records = [domain: []]
    change(&self)
  }

  static let first = "mail/config-v1.1.xml"

  /// Adds SRV records.
  mutating func offer(_ service: MailService, _ port: UInt16, _ target: String) {
    records["\(service.rawValue).\(domain)"] = [.srv(0, 0, port, target)]
  }

  /// Publishes `page` at the first place, or at the second.
  mutating func publish(_ page: Page, second: Bool = false) {
    if second {
      pages["\(domain)/.well-known/autoconfig/\(Self.first)"] = page
      hosts.append(domain)
    } else {
      pages["autoconfig.\(domain)/\(Self.first)"] = page
      hosts.append("autoconfig.\(domain)")
    }
  }

  /// Returns a document with an IMAP and an SMTP server.
  static func document(_ imap: String, _ smtp: String) -> String {
    AutoconfigTests.document("imap,\(imap),993,SSL,%EMAILADDRESS%,", "smtp,\(smtp),465,SSL,%EMAILADDRESS%,")
  }

  /// The domains of every provider of the catalog that hosts domains.
  static func hosted(_ catalog: Catalog) -> [DomainCase] {
    catalog.providers.enumerated().flatMap { position, provider in
      // The first names of the entry, and one for each region.
      let regions = provider.servers.compactMap(\.mx.first).filter { !provider.mx.prefix(2).contains($0) }
      return (provider.mx.prefix(2) + regions + provider.mxHints).enumerated().compactMap { number, suffix -> DomainCase? in
        let domain = "hosted\(position)-\(number).test"
        guard let host = HostName("mx.\(suffix)"), let address = try? MailAddress("you@\(domain)") else { return nil }
        let (end, says): (Int32, [String])
        switch catalog.hosting([host]) {
        case .provider(let found, _, _):
          let result = DiscoveryResult(
            address: address, servers: .provider(found), source: .mx(host: host, found, sharing: []), suggestions: [])
          // Without a host outside the domain there is nothing to agree to, and the verification begins.
          guard !result.doubtfulHosts.isEmpty else { return nil }
          (end, says) = (66, [host.text, found.name.english] + result.doubtfulHosts.map(\.text))
        case .platform(let providers, _), .divided(let providers, _): (end, says) = (64, [host.text] + providers.map(\.id))
        case .front(let name, _, _, _): (end, says) = (64, [host.text, name])
        case .unknown: return nil
        }
        return DomainCase(domain, end: end, says: says) { $0.records[domain] = [.mx(10, host.text)] }
      }
    }
  }

  static let services: [DomainCase] = [
    DomainCase("srv-pair.test", end: 68, says: ["imap.srv-pair.test:993, smtp.srv-pair.test:465", "SRV"]) {
      $0.offer(.imaps, 993, "imap.srv-pair.test")
      $0.offer(.submissions, 465, "smtp.srv-pair.test")
    },
    DomainCase("srv-imap.test", end: 66, says: ["imap.srv-imap.test:993", "The SMTP server is not known", "--smtp HOST:PORT"]) {
      $0.offer(.imaps, 993, "imap.srv-imap.test")
    },
    DomainCase("srv-smtp.test", end: 66, says: ["smtp.srv-smtp.test:587", "The IMAP server is not known", "--imap HOST:PORT"]) {
      $0.offer(.submission, 587, "smtp.srv-smtp.test")
    },
    DomainCase("srv-known.test", end: 66, says: ["imap.fastmail.com", "smtp.fastmail.com", "Fastmail"]) {
      $0.offer(.imaps, 993, "imap.fastmail.com")
    },
    DomainCase("srv-away.test", end: 66, says: ["imap.away.example", "smtp.away.example", "known only from DNS", "--yes"]) {
      $0.offer(.imaps, 993, "imap.away.example")
      $0.offer(.submissions, 465, "smtp.away.example")
    },
    DomainCase("srv-none.test", end: 64, says: ["does not offer IMAP, SMTP"]) {
      for service in MailService.allCases { $0.offer(service, 0, ".") }
    },
    DomainCase("srv-no-imap.test", end: 66, says: ["smtp.srv-no-imap.test:465", "The IMAP server is not known"]) {
      $0.offer(.imaps, 0, ".")
      $0.offer(.imap, 0, ".")
      $0.offer(.submissions, 465, "smtp.srv-no-imap.test")
    },
    DomainCase("srv-near.test", end: 66, says: ["imap.srv-near.test is in your own network", "--yes"]) {
      $0.offer(.imaps, 993, "imap.srv-near.test")
      $0.offer(.submissions, 465, "smtp.srv-near.test")
      $0.records["imap.srv-near.test"] = [.address(10, 1, 2, 3)]
      $0.records["smtp.srv-near.test"] = [.address(192, 0, 2, 3)]
    },
    DomainCase("srv-one-near.test", end: 66, says: ["smtp.srv-one-near.test is in your own network", "--yes"]) {
      $0.offer(.imaps, 993, "imap.srv-one-near.test")
      $0.offer(.submission, 587, "smtp.srv-one-near.test")
      $0.records["smtp.srv-one-near.test"] = [.address(100, 64, 0, 1)]
    },
    DomainCase("srv-local.test", end: 66, says: ["mail.srv.internal", "--yes"]) {
      $0.offer(.imaps, 993, "mail.srv.internal")
      $0.offer(.submissions, 465, "mail.srv.internal")
    },
    DomainCase("srv-starttls.test", end: 68, says: ["imap.srv-starttls.test:143, smtp.srv-starttls.test:587"]) {
      $0.offer(.imaps, 0, ".")
      $0.offer(.imap, 143, "imap.srv-starttls.test")
      $0.offer(.submission, 587, "smtp.srv-starttls.test")
    },
    DomainCase("srv-two.test", end: 68, says: ["b.srv-two.test:993, c.srv-two.test:465"]) {
      $0.records["_imaps._tcp.srv-two.test"] = [
        .srv(9, 0, 993, "a.srv-two.test"), .srv(1, 9, 993, "b.srv-two.test"), .srv(1, 1, 993, "z.srv-two.test"),
      ]
      $0.offer(.submissions, 465, "c.srv-two.test")
    },
    DomainCase("srv-two-providers.test", end: 66, says: ["imap.qq.com", "smtp.163.com", "--yes"]) {
      $0.offer(.imaps, 993, "imap.qq.com")
      $0.offer(.submissions, 465, "smtp.163.com")
    },
    DomainCase("srv-mx.test", end: 66, says: ["Fastmail", "mail.srv-mx.test, which may be left over"]) {
      $0.records["srv-mx.test"] = [.mx(1, "in1-smtp.messagingengine.com")]
      $0.offer(.imaps, 993, "mail.srv-mx.test")
      $0.offer(.submissions, 465, "mail.srv-mx.test")
    },
  ]

  static let documents: [DomainCase] = [
    DomainCase("doc.test", end: 68, says: ["autoconfig.doc.test: imap.doc.test:993, smtp.doc.test:465"]) {
      $0.publish(.xml(document("imap.doc.test", "smtp.doc.test")))
    },
    DomainCase("doc-second.test", end: 68, says: ["at doc-second.test: imap.doc-second.test:993"]) {
      $0.publish(.xml(document("imap.doc-second.test", "smtp.doc-second.test")), second: true)
    },
    DomainCase("doc-place.test", end: 68, says: ["mail.doc-place.test:993, mail.doc-place.test:465"]) {
      $0.publish(.xml(document("mail.%EMAILDOMAIN%", "mail.%EMAILDOMAIN%")))
    },
    DomainCase("doc-redirect.test", end: 68, says: ["mail.doc-redirect.test:993"]) {
      $0.publish(.redirect("https://doc-redirect.test/x.xml"))
      $0.pages["doc-redirect.test/x.xml"] = .xml(document("mail.doc-redirect.test", "mail.doc-redirect.test"))
      $0.hosts.append("doc-redirect.test")
    },
    DomainCase("doc-leads-away.test", end: 64, says: ["not in the built-in list", "With --yes setup also asks files.example/x.xml"]) {
      $0.hosts.append("doc-leads-away.test")
      $0.publish(.redirect("https://files.example/x.xml"))
    },
    DomainCase("doc-circle.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.redirect("https://autoconfig.doc-circle.test/\(first)"))
      $0.hosts.append("doc-circle.test")
    },
    DomainCase("doc-html.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.html)
      $0.publish(.html, second: true)
    },
    DomainCase("doc-404.test", end: 64, says: ["not in the built-in list"]) { $0.publish(.status(404), second: true) },
    DomainCase("doc-503.test", end: 64, says: ["not in the built-in list"]) { $0.publish(.status(503), second: true) },
    DomainCase("doc-doctype.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.xml("<!DOCTYPE c [<!ENTITY a \"b\">]>" + document("a.doc-doctype.test", "b.doc-doctype.test")), second: true)
    },
    DomainCase("doc-deep.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.xml(String(repeating: "<a>", count: 5_000)), second: true)
    },
    DomainCase("doc-certificate.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.xml(document("a.doc-certificate.test", "b.doc-certificate.test")))
      $0.hosts = ["doc-certificate.test"]
      $0.strangers = ["autoconfig.doc-certificate.test"]
    },
    DomainCase("doc-pop3.test", end: 64, says: ["POP3 only"]) {
      $0.publish(.xml(AutoconfigTests.document("pop3,pop.doc-pop3.test,995,SSL,,")))
    },
    DomainCase("doc-clear.test", end: 64, says: ["without encryption"]) {
      $0.publish(.xml(AutoconfigTests.document("imap,a.doc-clear.test,143,plain,,", "smtp,a.doc-clear.test,25,plain,,")))
    },
    DomainCase("doc-silent.test", end: 64, says: ["not in the built-in list"]) { $0.publish(.silence, second: true) },
    DomainCase("doc-away.test", end: 66, says: ["imap.host.example", "which are not part of doc-away.test", "--yes"]) {
      $0.publish(.xml(document("imap.host.example", "smtp.host.example")))
    },
    DomainCase("doc-known.test", end: 66, says: ["Fastmail", "imap.fastmail.com"]) {
      $0.publish(.xml(document("imap.fastmail.com", "smtp.fastmail.com")))
    },
    DomainCase("doc-mx.test", end: 66, says: ["Fastmail", "mail.doc-mx.test, which may be left over from its web hosting"]) {
      $0.records["doc-mx.test"] = [.mx(1, "in1-smtp.messagingengine.com")]
      $0.publish(.xml(document("mail.doc-mx.test", "mail.doc-mx.test")))
    },
    DomainCase("doc-half.test", end: 66, says: ["imap.doc-half.test:993", "The SMTP server is not known", "--smtp HOST:PORT"]) {
      $0.publish(.xml(AutoconfigTests.document("imap,imap.doc-half.test,993,SSL,,")))
    },
    DomainCase(
      "doc-and-srv.test", end: 68, says: ["autoconfig.doc-and-srv.test: imap.doc-and-srv.test:993", "smtp.doc-and-srv.test:465", "SRV"]
    ) {
      $0.publish(.xml(AutoconfigTests.document("imap,imap.doc-and-srv.test,993,SSL,,")))
      $0.offer(.submissions, 465, "smtp.doc-and-srv.test")
      $0.offer(.imaps, 993, "other.doc-and-srv.test")
    },
    DomainCase("doc-other-place.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.xml(document("%REALNAME%.doc-other-place.test", "%EMAILDOMAIN.x")), second: true)
    },
    DomainCase("doc-token.test", end: 68, says: ["only sign in with a browser"]) {
      $0.publish(
        .xml(
          AutoconfigTests.document(
            "imap,imap.doc-token.test,993,SSL,%EMAILADDRESS%,OAuth2", "smtp,smtp.doc-token.test,465,SSL,%EMAILADDRESS%,OAuth2")))
    },
    DomainCase("doc-external.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(
        .xml("<!DOCTYPE c SYSTEM \"https://evil.example/x.dtd\">" + document("a.doc-external.test", "b.doc-external.test")), second: true)
    },
    DomainCase("doc-instruction.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(
        .xml(document("a.doc-instruction.test", "b.doc-instruction.test").replacing("<clientConfig", with: "<?php x ?><clientConfig")),
        second: true)
    },
    DomainCase("doc-http.test", end: 64, says: ["not in the built-in list"]) {
      $0.publish(.redirect("http://doc-http.test/x.xml"), second: true)
    },
    DomainCase("doc-near.test", end: 66, says: ["imap.doc-near.test is in your own network", "--yes"]) {
      $0.publish(.xml(document("imap.doc-near.test", "smtp.doc-near.test")))
      $0.records["imap.doc-near.test"] = [.address(127, 0, 0, 9)]
    },
    DomainCase("doc-front.test", end: 68, says: ["autoconfig.doc-front.test: imap.doc-front.test:993"]) {
      $0.records["doc-front.test"] = [.mx(1, "eu-smtp-inbound-1.mimecast.com")]
      $0.publish(.xml(document("imap.doc-front.test", "smtp.doc-front.test")))
    },
  ]

  static let others: [DomainCase] = [
    DomainCase("absent.test", end: 64, says: ["There is no domain absent.test.", "Check the spelling"]) { $0.records = [:] },
    DomainCase("gmial.com", end: 66, says: ["Did you mean gmail.com?", "--yes"]) { $0.records = [:] },
    DomainCase("gmaill.com", end: 64, says: ["There is no domain gmaill.com."]) {
      $0.records = [:]
      $0.options = ["--yes"]
    },
    DomainCase("no-mail.test", end: 64, says: ["no-mail.test exists, but receives no mail"]),
    DomainCase("null-mx.test", end: 64, says: ["null-mx.test receives no mail", "null MX"]) {
      $0.records["null-mx.test"] = [.mx(0, ".")]
    },
    DomainCase("mx-no-name.test", end: 64, says: ["not in the built-in list"]) {
      $0.records["mx-no-name.test"] = [.mx(1, "192.0.2.1"), .mx(2, "localhost")]
    },
    DomainCase("srv-google.test", end: 66, says: ["These are servers of Google Workspace", "--yes"]) {
      $0.offer(.imaps, 993, "imap.gmail.com")
      $0.offer(.submissions, 465, "smtp.gmail.com")
    },
    DomainCase("srv-office.test", end: 66, says: ["This is a server of Microsoft 365", "outlook.office365.com", "--yes"]) {
      $0.offer(.submission, 587, "smtp.office365.com")
    },
    DomainCase("srv-silent.test", end: 66, says: ["Fastmail", "imap.fastmail.com"]) {
      $0.records["srv-silent.test"] = [.mx(1, "in1-smtp.messagingengine.com")]
      $0.silent = ["_imaps._tcp.srv-silent.test"]
    },
    DomainCase("mx-silent.test", end: 68, says: ["imap.mx-silent.test:993, smtp.mx-silent.test:465"]) {
      $0.offer(.imaps, 993, "imap.mx-silent.test")
      $0.offer(.submissions, 465, "smtp.mx-silent.test")
      $0.silent = ["mx-silent.test"]
    },
    DomainCase("silent.test", end: 75, says: ["DNS did not answer", "Are you online?"]) { $0.isSilent = true },
    DomainCase("broken.test", end: 75, says: ["DNS did not answer"]) { $0.isBroken = true },
    DomainCase("guess.test", end: 66, says: ["imap.guess.test:993, smtp.guess.test:465", "found only by trying usual names", "--yes"]) {
      $0.hosts = ["guess.test"]
      $0.mail = ["imap.guess.test", "smtp.guess.test"]
    },
    DomainCase("guess-mail.test", end: 66, says: ["mail.guess-mail.test:993, mail.guess-mail.test:465", "--yes"]) {
      $0.hosts = ["guess-mail.test"]
      $0.mail = ["mail.guess-mail.test"]
    },
    DomainCase("guess-mx.test", end: 66, says: ["mx.guess-mx.test:993, mx.guess-mx.test:465", "--yes"]) {
      $0.records["guess-mx.test"] = [.mx(1, "mx.guess-mx.test")]
      $0.mail = ["mx.guess-mx.test"]
    },
    DomainCase("guess-certificate.test", end: 64, says: ["not in the built-in list"]) {
      $0.hosts = ["guess-certificate.test"]
      $0.strangers = ["imap.guess-certificate.test", "mail.guess-certificate.test"]
    },
    DomainCase("filter.test", end: 64, says: ["Mimecast", "eu-smtp-inbound-1.mimecast.com"]) {
      $0.records["filter.test"] = [.mx(1, "eu-smtp-inbound-1.mimecast.com")]
    },
    DomainCase("filter-exchange.test", end: 64, says: ["autodiscover.outlook.com", "Microsoft 365", "microsoft365"]) {
      $0.records["filter-exchange.test"] = [.mx(1, "mxa.pphosted.com")]
      $0.records["autodiscover.filter-exchange.test"] = [.cname("autodiscover.outlook.com")]
    },
    DomainCase("filter-china.test", end: 64, says: ["autodiscover.partner.outlook.cn", "microsoft365-china"]) {
      $0.records["filter-china.test"] = [.mx(1, "d1.ess.barracudanetworks.com")]
      $0.records["autodiscover.filter-china.test"] = [.cname("autodiscover.partner.outlook.cn")]
    },
    DomainCase("filter-other.test", end: 64, says: ["Proofpoint", "Ask your administrator"]) {
      $0.records["filter-other.test"] = [.mx(1, "mxa.pphosted.com")]
      $0.records["autodiscover.filter-other.test"] = [.cname("autodiscover.somebody.example")]
    },
    DomainCase("divided.test", end: 64, says: ["different providers", "google-workspace", "fastmail"]) {
      $0.records["divided.test"] = [.mx(5, "in1-smtp.messagingengine.com"), .mx(5, "aspmx.l.google.com")]
    },
    DomainCase("second-mx.test", end: 66, says: ["Google Workspace", "imap.gmail.com"]) {
      $0.records["second-mx.test"] = [.mx(20, "in1-smtp.messagingengine.com"), .mx(5, "aspmx.l.google.com")]
    },
    DomainCase("guess-one.test", end: 66, says: ["imap.guess-one.test:993", "The SMTP server is not known", "--smtp HOST:PORT"]) {
      $0.hosts = ["guess-one.test"]
      $0.mail = ["imap.guess-one.test"]
    },
    DomainCase("forwarder.test", end: 64, says: ["ImprovMX", "forwards the mail"]) {
      $0.records["forwarder.test"] = [.mx(1, "mx1.improvmx.com")]
    },
    DomainCase(
      "hoster.test", end: 64, says: ["not in the built-in list", "With --yes setup also asks autoconfig.bighost.example", "--ispdb"]
    ) {
      $0.records["hoster.test"] = [.mx(1, "mx1.bighost.example")]
      $0.hosts = ["hoster.test"]
    },
    DomainCase("hoster-yes.test", end: 68, says: ["autoconfig.hoster-two.example", "imap.hoster-two.example:993"]) {
      $0.records["hoster-yes.test"] = [.mx(1, "mx1.hoster-two.example")]
      $0.hosts = ["hoster-yes.test", "autoconfig.hoster-two.example"]
      $0.pages["autoconfig.hoster-two.example/\(first)"] = .xml(document("imap.hoster-two.example", "smtp.hoster-two.example"))
      $0.options = ["--yes"]
      $0.mayAsk = ["hoster-two.example"]
    },
    DomainCase(
      "listed.test", end: 66, says: ["Thunderbird's public list names these servers for listed.test", "imap.listed-host.example:993"]
    ) {
      $0.hosts = ["listed.test", "live.thunderbird.net"]
      $0.pages["live.thunderbird.net/autoconfig/v1.1/listed.test"] = .xml(document("imap.listed-host.example", "smtp.listed-host.example"))
      $0.options = ["--ispdb"]
      $0.mayAsk = ["live.thunderbird.net"]
    },
    DomainCase("unlisted.test", end: 64, says: ["not in the built-in list"]) {
      $0.hosts = ["unlisted.test"]
      $0.options = ["--ispdb"]
      $0.mayAsk = ["live.thunderbird.net"]
    },
    DomainCase("registry.test", end: 64, says: ["not in the built-in list"]) {
      $0.records["registry.test"] = [.mx(1, "somebody.co.uk")]
      $0.hosts = ["registry.test"]
      $0.options = ["--yes"]
      $0.mayAsk = ["somebody.co.uk"]
    },
  ]
}
