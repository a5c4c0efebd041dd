// Tests of `setup guide`: the settings and steps of one provider by any of its names, without network.

import Catalog
import Sentences
import TestSupport
import Testing
import Vocabulary

@Suite("guide", .waiting)
struct GuideTests {
  private static let yandex = ["yandex", "ya", "Yandex", "YANDEX", " yandex ", "яндекс", "Yandex 邮箱", "ya.ru", "me@yandex.com"]

  @Test("finds a provider by id, alias, name, Chinese name, domain and address", arguments: yandex, Language.allCases)
  func finds(_ word: String, in language: Language) throws {
    let result = try Tool.run(["guide", word] + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(result.text.hasPrefix(language == .english ? "Yandex Mail\n" : "Yandex 邮箱\n"))
    #expect(result.text.contains("imap.yandex.com"))
    #expect(result.text.contains("smtp.yandex.com"))
    #expect(result.text.contains("993"))
  }

  @Test(
    "a name that several providers share is a question, answered with the calls to choose from", arguments: ["俄罗斯邮箱", "网易邮箱", "netease"])
  func brand(_ word: String) throws {
    let result = try Tool.run(["guide", word])
    #expect(result.end == .exited(64))
    #expect(result.output == [])
    let calls = result.complaint.split(separator: "\n").filter { $0.contains("--provider ") }
    #expect(calls.count > 1)
    for call in calls {
      let id = try #require(call.firstMatch(of: /--provider (\S+)/)?.1)
      #expect(Tool.catalog.provider(id: String(id)) != nil)
    }
  }

  @Test("an address is filled in as the user name")
  func fillsAddressIn() throws {
    #expect(try Tool.run(["guide", "me@yandex.com"]).text.contains("username: me@yandex.com"))
    #expect(try Tool.run(["guide", "yandex"]).text.contains("username: your full email address"))
  }

  /// Every twentieth provider, and one of each status. Tests without a process cover the pages of all providers.
  private static let some: [Provider] = {
    let all = Tool.catalog.providers
    let statuses = Provider.Status.allCases.compactMap { status in all.first { $0.status == status } }
    return stride(from: 0, to: all.count, by: 20).map { all[$0] } + statuses
  }()

  @Test("shows every step text, menu and address", arguments: some)
  func showsAll(_ provider: Provider) throws {
    for language in Language.allCases {
      let result = try Tool.run(["guide", provider.id] + language.option)
      #expect(result.end == .exited(0))
      #expect(result.errors == [])
      for (number, step) in provider.steps.enumerated() {
        #expect(result.text.contains("\(number + 1). \(step.text[language])"), "step \(number + 1)")
        #expect(step.menu.allSatisfy(result.text.contains), "menu of step \(number + 1)")
        #expect(step.url.map { result.text.contains("\($0.text)\n") } ?? true, "address of step \(number + 1)")
      }
      for note in provider.notes { #expect(result.text.contains(note.text[language])) }
      #expect(!PtyText.holdsControls(result.output))
    }
  }

  @Test("--json prints the same as a document", arguments: Language.allCases)
  func document(in language: Language) throws {
    let result = try Tool.run(["guide", "yandex", "--json"] + language.option)
    let (json, provider) = (try result.json, try #require(Tool.catalog.provider(id: "yandex")))
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(json["schema"].number == 1)
    #expect(json["id"].text == "yandex")
    #expect(json["steps"].list.map { $0["text"].text } == provider.steps.map { $0.text[language] })
    #expect(json["servers"][0]["imap"][0]["host"].text == "imap.yandex.com")
    #expect(json["servers"][0]["imap"][0]["port"].number == 993)
    #expect(json["servers"][0]["imap"][0]["security"].text == "tls")
  }

  @Test("requires exactly one argument", arguments: [["guide"], ["guide", "yandex", "demo"]])
  func countsArguments(_ call: [String]) throws {
    let result = try Tool.run(call)
    #expect(result.end == .exited(64))
    #expect(result.output == [])
  }

  @Test("the demo provider has a guide like any other")
  func demo() throws {
    let result = try Tool.run(["guide", "demo"])
    #expect(result.end == .exited(0))
    #expect(result.text.contains(DemoAccount.appPassword))
  }

  @Test("says how to sign in without a password, who can register an app and how, and what is unconfirmed", arguments: Language.allCases)
  func oauth(in language: Language) throws {
    for provider in Tool.catalog.providers {
      guard let service = provider.oauth, provider.id.hasPrefix("microsoft") || ["outlook", "gmail", "yahoo"].contains(provider.id) else {
        continue
      }
      let page = try Tool.run(["guide", provider.id] + language.option).text
      // Lines are wrapped at blanks, and Chinese anywhere.
      let packed = page.filter { !$0.isWhitespace }
      func expect(_ text: Text) {
        #expect(packed.contains(text[language].filter { !$0.isWhitespace }), "\(provider.id): \(text[language])")
      }
      expect(OAuthGuideSentence.heading)
      expect(OAuthGuideSentence.registration(service.registration))
      for step in service.steps {
        expect(step.text)
        let menu = step.menuIn[language == .english ? "en" : "zh"] ?? step.menu
        for label in menu { #expect(packed.contains(label.filter { !$0.isWhitespace }), "\(label)") }
      }
      if let ends = service.ends { expect(ends) }
      if let unconfirmed = OAuthGuideSentence.unconfirmed(service.unconfirmed) { expect(unconfirmed) }
    }
    let none = try Tool.run(["guide", "163"] + language.option).text
    #expect(!none.contains(OAuthGuideSentence.heading[language]))
  }

  @Test("--json has the endpoints, permissions and steps; a provider about which nothing is known has null")
  func oauthDocument() throws {
    let oauth = try Tool.run(["guide", "outlook", "--json"]).json["oauth"]
    #expect(oauth["token"].text == "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token")
    #expect(oauth["scopes"]["smtp"].texts == ["https://outlook.office.com/SMTP.Send"])
    #expect(oauth["redirect"].text == "http://localhost/")
    #expect(oauth["tenants"].texts == ["consumers", "common"])
    #expect(oauth["registration"].text == "organization")
    #expect(oauth["steps"].list.count == 6)
    #expect(oauth["unconfirmed"].texts == ["ends"])
    #expect(try Tool.run(["guide", "163", "--json"]).json["oauth"].isNull)
    let listed = try Tool.run(["providers", "--json"]).json["providers"].list
    #expect(listed.filter { !$0["oauth"].isNull }.count == Tool.catalog.providers.filter { $0.oauth != nil }.count)
  }
}

extension Provider: CustomTestStringConvertible {
  public var testDescription: String { id }
}
