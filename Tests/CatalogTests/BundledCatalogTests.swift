// The bundled catalog has no faults, and every entry is complete in every language.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("The bundled catalog") struct BundledCatalogTests {
  @Test("it has no issue at all, not even a harmless one (cat-valid)") func faultless() throws {
    #expect(Bundled.catalog.faultList == [])
    #expect(Catalog.check(try Bundled.octets()) == [])
    #expect(Bundled.catalog.providers.count >= 10)
  }

  @Test("every text exists in every language, filled in, in its own script (cat-valid)", arguments: Bundled.catalog.providers.map(\.id))
  func texts(_ id: String) throws {
    let provider = try #require(Bundled.catalog.provider(id: id))
    for (place, text) in provider.texts {
      for language in Language.allCases {
        #expect(!text[language].isEmpty, "\(place)")
        #expect(!text[language].contains("{") && !text[language].contains("}"), "\(place): \(text[language])")
        #expect(Visible.isHarmless(text[language]), "\(place)")
        #expect(
          text[language] == text[language].split(separator: " ").joined(separator: " "), "doubled blanks in \(place): \(text[language])")
      }
    }
    // A name may be in Latin script in every language. A sentence may not.
    for (place, text) in provider.texts where place != "name" && place != "secret.term" {
      #expect(
        text.simplifiedChinese.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) }, "\(place): \(text.simplifiedChinese)")
      #expect(text.english.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }, "\(place): \(text.english)")
    }
  }

  @Test("every entry leads somewhere (cat-valid)", arguments: Bundled.catalog.providers.map(\.id)) func complete(_ id: String) throws {
    let provider = try #require(Bundled.catalog.provider(id: id))
    #expect(!provider.steps.isEmpty)
    #expect(!provider.sources.isEmpty)
    #expect(!provider.username.imap.isEmpty && !provider.username.smtp.isEmpty)
    switch provider.status {
    case .active, .closing: #expect(!provider.servers.isEmpty)
    case .oauthOnly, .bridge, .noIMAP, .closed: #expect(provider.statusNote != nil)
    }
    if provider.takesPassword, provider.secret.isGenerated {
      #expect(provider.steps.contains { $0.part == .obtain }, "nothing says where the secret comes from")
      #expect(provider.steps.contains { $0.solves.contains(.appPasswordRequired) })
    }
    for step in provider.steps { #expect(Set(step.solves).count == step.solves.count) }
  }

  @Test(
    "addresses at every domain get this provider, its servers and a user name (cat-valid)", arguments: Bundled.catalog.providers.map(\.id))
  func domains(_ id: String) throws {
    let provider = try #require(Bundled.catalog.provider(id: id))
    for domain in provider.domains + provider.unconfirmedDomains {
      let address = try MailAddress("you@\(domain)")
      #expect(Bundled.catalog.provider(forDomain: address.domain)?.id == id, "\(domain)")
      let asks = provider.username.imap.first == .other || provider.username.smtp.first == .other
      guard provider.takesPassword, !asks else { continue }
      let settings = try #require(provider.settings(for: address), "\(domain)")
      #expect(settings.imapUsername.hasPrefix("you"))
      #expect(settings.imapOtherPorts.allSatisfy { $0.host == settings.imap.host })
      #expect(settings.smtpOtherPorts.allSatisfy { $0.host == settings.smtp.host })
    }
  }

  @Test(
    "the five guides have the parameters of their providers",
    arguments: [
      ("you@yandex.com", "tls imap.yandex.com:993", "tls smtp.yandex.com:465"),
      ("you@163.com", "tls imap.163.com:993", "tls smtp.163.com:465"),
      ("you@126.com", "tls imap.126.com:993", "tls smtp.126.com:465"),
      ("you@icloud.com", "tls imap.mail.me.com:993", "starttls smtp.mail.me.com:587"),
      ("you@sina.com", "tls imap.sina.com:993", "tls smtp.sina.com:465"),
      ("you@vip.sina.com", "tls imap.vip.sina.com:993", "tls smtp.vip.sina.com:465"),
      ("you@vip.sina.cn", "tls imap.vip.sina.cn:993", "tls smtp.vip.sina.cn:465"),
    ])
  func parameters(_ address: String, _ imap: String, _ smtp: String) throws {
    let address = try MailAddress(address)
    let settings = try #require(Bundled.catalog.provider(forDomain: address.domain)?.settings(for: address))
    #expect("\(settings.imap.security.rawValue) \(settings.imap)" == imap)
    #expect("\(settings.smtp.security.rawValue) \(settings.smtp)" == smtp)
    #expect(settings.imapUsername == address.description || address.domain.text == "icloud.com")
  }

  @Test("NetEase receives an ID after the login, and its SASL-IR is not trusted", arguments: ["163", "126", "yeah"]) func netease(
    _ id: String
  ) throws {
    let session = try #require(Bundled.catalog.provider(id: id)).session
    #expect(session.id.contains(.afterLogin))
    #expect(session.saslIRBroken)
  }

  @Test("every choice of a brand is a provider, and no two brands share a word") func brands() {
    #expect(!Bundled.catalog.brands.isEmpty)
    for brand in Bundled.catalog.brands {
      #expect(brand.choices.count > 1)
      for choice in brand.choices { #expect(Bundled.catalog.provider(id: choice.id) != nil, "\(choice.id)") }
      for word in brand.words {
        #expect(word == word.lowercased())
        #expect(Bundled.catalog.find(word) == .brand(brand, brand.choices.compactMap { Bundled.catalog.provider(id: $0.id) }), "\(word)")
      }
    }
  }
}
