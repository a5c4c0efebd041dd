// Facts of the bundled catalog that were wrong or missing.

import FoundationEssentials
import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite("Facts of the catalog") struct CatalogDataTests {
  private func hosts(_ address: String) throws -> [String] {
    let address = try MailAddress(address)
    let provider = try #require(Shipped.catalog.provider(forDomain: address.domain))
    return provider.groups(for: address).flatMap { [$0.imap[0].host.text, $0.smtp[0].host.text] }
  }

  @Test(
    "fault-guide-steps-without-address: a step on a page has the address of the page, or follows one that has it", arguments: Shipped.ids)
  func addresses(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    var known: WebAddress?
    for step in provider.steps {
      known = step.url ?? known
      guard known == nil, !Self.withoutPage.contains(id) else { continue }
      let words = step.text.english.lowercased()
      for word in ["sign in", "control panel", "settings page", "in a browser"] {
        #expect(!words.contains(word) || words.contains("sign-in"), "\(step.text.english)")
      }
    }
  }

  /// The steps are on a phone, in a program, or on a server of the user's own.
  private static let withoutPage: Set<String> = ["au", "daum", "kakao", "demo", "coremail", "microsoft365-china"]

  @Test(
    "fault-guide-steps-without-address: the sign-in page of the mailbox is the address of the steps that are shared",
    arguments: [
      ("163", "https://mail.163.com"), ("126", "https://mail.126.com"), ("yeah", "https://mail.yeah.net"), ("188", "https://www.188.com"),
      ("vip163", "https://vip.163.com"), ("vip126", "https://vip.126.com"), ("vip188", "https://vip.188.com"),
    ])
  func netease(_ id: String, _ page: String) throws {
    let provider = try #require(Shipped.provider(id))
    #expect(provider.steps.filter { $0.part == .enable }.prefix(2).map { $0.url?.text } == [page, page])
    #expect(provider.pageOfSecret?.text == page)
  }

  @Test(
    "fault-guide-35-without-parameters: a host that contains the domain is shown, with the domain or with a word in its place",
    arguments: [
      (["35", "--email", "me@mycorp.example"], ["imap.mycorp.example", "smtp.mycorp.example", "993", "465"], "YOUR-DOMAIN"),
      (["35"], ["imap.YOUR-DOMAIN", "smtp.YOUR-DOMAIN"], "imap.zju"),
      (["coremail", "--email", "me@pku.edu.cn"], ["imap.pku.edu.cn", "994"], "zju.edu.cn"),
      (["coremail", "--email", "me@zju.edu.cn"], ["imap.zju.edu.cn"], "YOUR-DOMAIN"),
      (["coremail"], ["imap.YOUR-DOMAIN", "For addresses at zju.edu.cn:"], "imap.pku"),
      (["plesk", "--email", "me@own.example"], ["mail.own.example", "own.example"], "YOUR-DOMAIN"),
      (["mxroute", "--email", "me@own.example"], ["MXroute"], "own.example:"), (["mxroute"], ["YOUR-MX-HOST"], "{mx}"),
    ])
  func templates(_ call: [String], _ shown: [String], _ absent: String) throws {
    let result = try Config().run(["guide"] + call + ["--lang", "en"])
    #expect(result.end == .exited(0))
    for text in shown { #expect(result.text.contains(text), "\(text)") }
    #expect(!result.text.contains(absent) && !result.text.contains("{domain}"))
  }

  @Test("A template's placeholder is in the reader's language") func chineseTemplate() throws {
    let result = try Config().run(["guide", "35", "--lang", "zh-Hans"])
    #expect(result.text.contains("imap.你的域名"))
  }

  @Test("fault-foreign-trade-mail-admin-address: the administrator's console has its address in all editions of Alibaba's mail")
  func administration() throws {
    for (id, page) in [("alibaba", "https://qiye.aliyun.com/admin/"), ("aliyun-enterprise", "https://qiye.aliyun.com/")] {
      let step = try #require(Shipped.provider(id)?.steps.first { $0.part == .administrator })
      #expect(step.url?.text.hasPrefix(page) == true, "\(id)")
      #expect(step.isConfirmed)
    }
  }

  @Test(
    "fault-main-domain-not-first: the domain that people know is the first",
    arguments: [
      ("fastmail", "fastmail.com"), ("zoho", "zoho.com"), ("ionos", "ionos.com"), ("outlook", "outlook.com"),
      ("autistici", "autistici.org"),
      ("gmail", "gmail.com"), ("yahoo", "yahoo.com"), ("icloud", "icloud.com"), ("posteo", "posteo.de"), ("proton", "proton.me"),
    ])
  func mainDomain(_ id: String, _ domain: String) throws { #expect(Shipped.provider(id)?.domains.first == domain) }

  @Test(
    "fault-optonline-dated: the servers that the sources name come first, and older ones behind them",
    arguments: [
      ("me@optonline.net", ["mail.optimum.net", "mail.optimum.net", "mail.optonline.net", "mail.optonline.net"]),
      ("me@optimum.net", ["mail.optimum.net", "mail.optimum.net"]), ("me@suddenlink.net", ["imap.suddenlink.net", "smtp.suddenlink.net"]),
    ])
  func optonline(_ address: String, _ expected: [String]) throws { #expect(try hosts(address) == expected) }

  @Test(
    "fault-own-host-second: the servers of the address's own domain come first",
    arguments: [
      ("me@126.com", "imap.126.com", "imap.163.com"), ("me@yeah.net", "imap.yeah.net", "imap.163.com"),
      ("me@sina.cn", "imap.sina.cn", "imap.sina.com"), ("me@163.com", "imap.163.com", nil),
    ] as [(String, String, String?)])
  func ownHost(_ address: String, _ first: String, _ second: String?) throws {
    let found = try hosts(address)
    #expect(found.first == first)
    #expect(found.count < 3 ? second == nil : found[2] == second)
  }

  @Test(
    "fault-providers-missing: providers that people have asked for",
    arguments: [
      ("frontier.com", "frontier"), ("frontiernet.net", "frontier"), ("mail.de", "mail-de"), ("a1.net", "a1"), ("aon.at", "a1"),
      ("plus.net", "plusnet"), ("windstream.net", "windstream"), ("nate.com", "nate"), ("freemail.hu", "freemail-hu"),
      ("vivaldi.net", "vivaldi"), ("pobox.com", "pobox"), ("mail.dk", "yousee"), ("e.email", "murena"),
    ])
  func missing(_ domain: String, _ id: String) throws {
    #expect(Shipped.catalog.provider(forDomain: try #require(HostName(domain)))?.id == id)
    #expect(!(try hosts("me@\(domain)")).isEmpty || Shipped.provider(id)?.username.imap.first == .other)
  }

  @Test(
    "fault-providers-missing: hosters and services for own domains, by name and by MX",
    arguments: [
      ("mxroute", "tuesday.mxrouting.net", "mxroute"), ("forward email", nil, "forward-email"), ("loopia", "mail.loopia.se", "loopia"),
      ("simply.com", "mx.simply.com", "simply"), ("新网", "mxv.global-mail.cn", "xinnet"),
      ("华为云企业邮箱", "mx.sparkspace.huaweicloud.com", "huawei-mail"), ("论客", "mx.icoremail.net", "coremail-hosted"),
      ("世纪互联", "own-cn.mail.protection.partner.outlook.cn", "microsoft365-china"), ("turbify", "mx-biz.mail.am0.yahoodns.net", "turbify"),
      ("plesk", nil, "plesk"), ("yunohost", nil, "yunohost"),
    ] as [(String, String?, String)])
  func hosters(_ name: String, _ mx: String?, _ id: String) throws {
    guard case .exactly(let provider) = Shipped.catalog.find(name) else {
      Issue.record("\(name) is not found")
      return
    }
    #expect(provider.id == id)
    guard let mx else { return }
    guard case .provider(let found, _, _) = Shipped.catalog.hosting([try #require(HostName(mx))]) else {
      Issue.record("\(mx) proves nothing")
      return
    }
    #expect(found.id == id)
  }

  @Test("fault-dated-guide-details: today's pages and methods") func details() throws {
    let gmail = try #require(Shipped.provider("gmail"))
    let second = gmail.steps[1].text
    for word in ["passkey", "prompt", "authenticator"] { #expect(second.english.contains(word)) }
    for word in ["通行密钥", "身份验证器"] { #expect(second.simplifiedChinese.contains(word)) }
    let icloud = try #require(Shipped.provider("icloud"))
    #expect(icloud.steps.compactMap(\.url?.text).contains("https://account.apple.com/"))
    for provider in Shipped.providers {
      #expect(!provider.steps.contains { $0.url?.text.contains("appleid.apple.com") == true }, "\(provider.id)")
    }
    // The paid move of TalkTalk, and the end of mail at the Australian providers.
    #expect(Shipped.provider("talktalk")?.notes.contains { $0.text.english.contains("31 October 2025") } == true)
    #expect(Shipped.provider("iinet")?.status == .closing)
  }

  @Test("A server of one platform does not pass for the provider that it was once listed under") func wrongMX() throws {
    for (host, id) in [
      ("cloudeu.xion.oxcs.net", "ox-cloud"), ("mx-aol.mail.gm0.yahoodns.net", "aol"), ("al-ip4-mx-vip1.prodigy.net", "att"),
      ("mx1.hanmail.net", "daum"), ("work-mx.app.hey.com", "hey"),
    ] {
      guard case .provider(let provider, _, _) = Shipped.catalog.hosting([try #require(HostName(host))]) else {
        Issue.record("\(host)")
        continue
      }
      #expect(provider.id == id, "\(host)")
    }
  }
}
