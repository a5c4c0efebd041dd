// The sign-in in a browser, as a catalog describes it.

import FoundationEssentials
import Testing
import Vocabulary

@testable import Catalog
@testable import Documents

@Suite("OAuth in the catalog") struct OAuthServiceTests {
  private static let endpoints = Object([
    ("authorize", "\"https://id.firm.example/{tenant}/authorize\""), ("token", "\"https://id.firm.example/{tenant}/token\""),
    ("device", "\"https://id.firm.example/device\""), ("revoke", "\"https://id.firm.example/revoke\""),
    ("register", "\"https://id.firm.example/register\""),
  ])

  /// An object that uses all keys.
  private static let service = Object([
    ("issuer", "\"https://id.firm.example/{tenant}\""), ("sendsIssuer", "true"), ("endpoints", endpoints.json),
    ("hosts", "[\"www.firm.example\"]"), ("scopes", "{\"imap\": [\"imap\"], \"smtp\": [\"smtp\"], \"extra\": [\"offline\"]}"),
    ("parameters", "{\"prompt\": \"consent\", \"access_type\": \"offline\"}"), ("resource", "\"https://mail.firm.example/\""),
    ("deviceGrantType", "\"device_code\""), ("redirect", "{\"host\": \"localhost\", \"path\": \"/back\"}"),
    ("clientSecret", "\"optional\""),
    ("tenants", "[\"common\", \"own-tenant\"]"), ("grants", "[\"browser\", \"device\", \"paste\"]"), ("registration", "\"automatic\""),
    ("steps", "[\(Sample.step.json)]"), ("ends", Sample.text("The {term} ends.", "{term}失效。")),
    ("consents", "\"https://id.firm.example/apps\""), ("unconfirmed", "[\"hosts\"]"), ("sources", "[\"own\"]"),
    ("checked", "\"2026-11-22\""),
  ])

  private static func load(_ service: String?) -> Catalog { Catalog.load(Data(Sample.firm(["oauth": service]).utf8)) }

  @Test("every key is read") func complete() throws {
    let catalog = Self.load(Self.service.json)
    #expect(catalog.faults == [])
    let oauth = try #require(catalog.provider(id: "firm")?.oauth)
    #expect(oauth.issuer == "https://id.firm.example/{tenant}" && oauth.sendsIssuer)
    #expect(oauth.authorize == "https://id.firm.example/{tenant}/authorize" && oauth.token == "https://id.firm.example/{tenant}/token")
    #expect(oauth.device == "https://id.firm.example/device" && oauth.revoke == "https://id.firm.example/revoke")
    #expect(oauth.register == "https://id.firm.example/register" && oauth.hosts == ["www.firm.example"])
    #expect(oauth.scopes == OAuthService.Scopes(imap: ["imap"], smtp: ["smtp"], extra: ["offline"]))
    #expect(oauth.parameters.map(\.name) == ["access_type", "prompt"] && oauth.parameters.map(\.value) == ["offline", "consent"])
    #expect(oauth.resource == "https://mail.firm.example/" && oauth.deviceGrantType == "device_code")
    #expect(oauth.redirect == .loopback(.localhost, path: "/back") && oauth.clientSecret == .optional)
    #expect(oauth.tenants == ["common", "own-tenant"] && oauth.grants == [.browser, .device, .paste] && oauth.registration == .automatic)
    #expect(oauth.steps.map(\.text) == [Text("Make an app password at mail.firm.example.", "在 mail.firm.example 生成应用密码。")])
    #expect(oauth.ends == Text("The app password ends.", "应用密码失效。") && oauth.consents?.text == "https://id.firm.example/apps")
    #expect(oauth.unconfirmed == [.hosts] && oauth.sources == ["own"] && oauth.checked == "2026-11-22")
  }

  @Test("a catalog without it stays valid") func without() throws {
    let catalog = Self.load(nil)
    #expect(catalog.faults == [])
    #expect(try #require(catalog.provider(id: "firm")).oauth == nil)
  }

  @Test("what may be left out") func least() throws {
    let least = Self.service.with([
      "issuer": "\"https://id.firm.example\"", "sendsIssuer": nil, "endpoints": "{\"token\": \"https://id.firm.example/t\"}", "hosts": nil,
      "parameters": nil, "resource": nil, "deviceGrantType": nil, "redirect": nil, "tenants": nil, "grants": "[]",
      "registration": "\"closed\"",
      "steps": nil, "ends": nil, "consents": nil, "unconfirmed": nil, "checked": nil,
    ])
    let catalog = Self.load(least.json)
    #expect(catalog.faults == [])
    let oauth = try #require(catalog.provider(id: "firm")?.oauth)
    #expect(oauth.checked == "2026-11-21" && oauth.redirect == .loopback(.address, path: "/") && oauth.authorize == nil)
  }

  /// One mistake: what is changed, the place, and the fault.
  private static func mistake(_ name: String, _ changes: [String: String?], _ path: String, _ reason: DocumentIssue.Reason) -> Mistake {
    Mistake.firm(name, ["oauth": service.with(changes).json], "oauth.\(path)", reason)
  }

  private static func endpoint(_ name: String, _ changes: [String: String?], _ key: String, _ reason: DocumentIssue.Reason) -> Mistake {
    mistake(name, ["endpoints": endpoints.with(changes).json], "endpoints.\(key)", reason)
  }

  static let mistakeRows: [Mistake] =
    ["issuer", "endpoints", "scopes", "clientSecret", "grants", "registration", "sources"].map {
      mistake("no \($0)", [$0: nil], $0, .missing)
    }
    + [
      "http://id.firm.example/t", "https://user@id.firm.example/t", "https://127.0.0.1/t", "https://id.firm.example/#t",
      "https://bücher.example/",
      "https://{tenant}.firm.example/", "https://id.firm.example/{other}", "javascript:x",
    ]
    .map { endpoint("the token endpoint \($0)", ["token": "\"\($0)\""], "token", .notAWebAddress) }
    + [
      endpoint("no token endpoint", ["token": nil], "token", .missing),
      endpoint("no authorization endpoint", ["authorize": nil], "authorize", .missing),
      endpoint("no device endpoint", ["device": nil], "device", .missing),
      endpoint("no registration endpoint", ["register": nil], "register", .missing),
      endpoint("a key of the endpoints", ["introspect": "\"https://id.firm.example/i\""], "introspect", .unknownKey),
      mistake(
        "a tenant without tenants",
        [
          "tenants": nil, "endpoints": "{\"token\": \"https://id.firm.example/t\"}", "grants": "[]",
          "registration": "\"anyone\"",
        ], "issuer", .unknownPlaceholder("{tenant}")),
      mistake("no tenant in the list", ["tenants": "[]"], "tenants", .empty),
      mistake("a tenant that is no word", ["tenants": "[\"a/b\"]"], "tenants[0]", .notAnID),
      mistake("no hosts for a device code", ["hosts": nil], "hosts", .missing),
      mistake("a host with a path", ["hosts": "[\"www.firm.example/device\"]"], "hosts[0]", .notADomain),
      mistake("a host that is an address", ["hosts": "[\"127.0.0.1\"]"], "hosts[0]", .notADomain),
      mistake("no redirect", ["redirect": nil], "redirect", .missing),
      mistake(
        "a redirect to another host", ["redirect": "{\"host\": \"evil.example\"}"], "redirect.host",
        .unknownValue("evil.example", allowed: ["localhost", "127.0.0.1"])),
      mistake(
        "a redirect with a query", ["redirect": "{\"host\": \"localhost\", \"path\": \"/?a=b\"}"], "redirect.path", .forbiddenCharacter),
      mistake(
        "a browser for a page", ["redirect": "{\"page\": \"https://id.firm.example/code\"}"], "grants[0]",
        .unknownValue("browser", allowed: ["device", "paste"])),
      mistake("no scope for IMAP", ["scopes": "{\"smtp\": [\"a\"]}"], "scopes.imap", .missing),
      mistake("an empty list of scopes", ["scopes": "{\"imap\": [], \"smtp\": [\"a\"]}"], "scopes.imap", .empty),
      mistake("two scopes in one", ["scopes": "{\"imap\": [\"a b\"], \"smtp\": [\"a\"]}"], "scopes.imap[0]", .forbiddenCharacter),
      mistake("a parameter of the program", ["parameters": "{\"state\": \"x\"}"], "parameters.state", .unknownKey),
      mistake(
        "a grant", ["grants": "[\"password\"]"], "grants[0]",
        .unknownValue("password", allowed: OAuthService.Grant.allCases.map(\.rawValue))),
      mistake(
        "a fact", ["unconfirmed": "[\"client\"]"], "unconfirmed[0]",
        .unknownValue("client", allowed: OAuthService.Fact.allCases.map(\.rawValue))),
      mistake("a client id", ["clientID": "\"x\""], "clientID", .unknownKey),
      mistake("an end without Chinese", ["ends": "{\"en\": \"a\"}"], "ends", .missingLanguage("zh-Hans")),
    ]

  @Test("each mistake is found in its place, and leaves out the entry unless it is harmless", arguments: mistakeRows) func mistakes(
    _ mistake: Mistake
  ) {
    let catalog = Catalog.load(Data(mistake.json.utf8))
    #expect(catalog.faults == [DocumentIssue(path: mistake.path, entry: mistake.entry, reason: mistake.reason)])
    #expect((catalog.provider(id: "firm") == nil) == !(catalog.faults.first?.isHarmless ?? true))
  }

  @Test("the providers of the bundled catalog that have it") func bundled() throws {
    let known = Shipped.providers.filter { $0.oauth != nil }.map(\.id)
    #expect(
      Set(known) == [
        "outlook", "microsoft365", "microsoft365-china", "gmail", "google-workspace", "yandex", "yandex360", "mail-ru", "fastmail", "yahoo",
        "aol",
      ])
    for provider in Shipped.providers {
      guard let oauth = provider.oauth else { continue }
      #expect(!oauth.sources.isEmpty && !oauth.steps.isEmpty, "\(provider.id)")
      #expect(oauth.grants.isEmpty == (oauth.registration == .closed), "\(provider.id)")
      #expect(Set(oauth.grants).count == oauth.grants.count)
      // What is unconfirmed has to be there.
      #expect(!oauth.unconfirmed.contains(.ends) || oauth.ends != nil, "\(provider.id)")
      #expect(!oauth.unconfirmed.contains(.consents) || oauth.consents != nil, "\(provider.id)")
      #expect(!oauth.unconfirmed.contains(.revoke) || oauth.revoke != nil, "\(provider.id)")
    }
    // Google refuses the scope for mail in the device grant.
    for id in ["gmail", "google-workspace"] { #expect(Shipped.provider(id)?.oauth?.grants == [.browser, .paste]) }
  }

  @Test("no client id and no client secret is bundled") func noClients() throws {
    let text = String(decoding: Shipped.data, as: UTF8.self)
    #expect(!text.contains("googleusercontent.com") && !text.contains("GOCSPX"))
    for provider in Shipped.providers {
      let oauth = String(reflecting: provider.oauth)
      #expect(oauth.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) == nil)
    }
  }
}
