// Catalogs with one mistake each: the mistake, its place, and the reported fault.

import Testing
import Vocabulary

@testable import Catalog
@testable import Documents

struct Mistake: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let json: String
  let path: String
  let reason: DocumentIssue.Reason
  /// The id of the entry with the mistake. `nil` outside of entries.
  let entry: String?

  init(_ name: String, _ json: String, _ path: String, _ reason: DocumentIssue.Reason, entry: String? = nil) {
    (testDescription, self.json, self.path, self.reason, self.entry) = (name, json, path, reason, entry)
  }

  /// Returns a mistake in the first provider.
  static func firm(_ name: String, _ changes: [String: String?], _ path: String, _ reason: DocumentIssue.Reason) -> Mistake {
    Mistake(name, Sample.firm(changes), "providers[0].\(path)", reason, entry: "firm")
  }

  /// Returns a mistake in the first provider's secret.
  static func secret(_ name: String, _ changes: [String: String?], _ path: String, _ reason: DocumentIssue.Reason) -> Mistake {
    firm(name, ["secret": Sample.secret.with(changes).json], "secret.\(path)", reason)
  }

  /// Returns a mistake in the first provider's only step.
  static func step(_ name: String, _ changes: [String: String?], _ path: String, _ reason: DocumentIssue.Reason) -> Mistake {
    firm(name, ["steps": "[\(Sample.step.with(changes).json)]"], "steps[0].\(path)", reason)
  }

  /// Returns a mistake in the top-level object of the file.
  static func top(_ name: String, _ changes: [String: String?], _ path: String, _ reason: DocumentIssue.Reason) -> Mistake {
    Mistake(name, Sample.whole.with(changes).json, path, reason)
  }

  static let languages = Language.allCases.map(\.rawValue)

  static let missing =
    ["name", "category", "servers", "secret", "steps", "sources", "confidence"].map { firm("no \($0)", [$0: nil], $0, .missing) }
    + [
      top(
        "no id", ["providers": "[\(Sample.firm.with(["id": nil]).json), \(Sample.other.json)]", "brands": nil], "providers[0].id", .missing),
      firm("an empty list of user names", ["username": "{\"imap\": [], \"smtp\": [\"address\"]}"], "username.imap", .empty),
      secret("no kind of secret", ["kind": nil], "kind", .missing), secret("no term", ["term": nil], "term", .missing),
      firm(
        "no word for the term in English", ["secret": Sample.secret.with(["term": "{\"zh-Hans\": \"码\"}"]).json], "secret.term.en", .missing
      ),
      step("a step without a part", ["part": nil], "part", .missing), step("a step without a text", ["text": nil], "text", .missing),
      firm("closed without saying why", ["status": "\"closed\""], "statusNote", .missing),
      firm("servers without SMTP", ["servers": "[{\"imap\": [\"tls://imap.firm.example:993\"]}]"], "servers[0].smtp", .missing),
      firm("half a confidence", ["confidence": "{\"servers\": \"low\"}"], "confidence.secret", .missing),
      firm("user names for IMAP alone", ["username": "{\"imap\": [\"address\"]}"], "username.smtp", .missing),
      top("no date", ["checked": nil], "checked", .missing), top("no providers", ["providers": nil, "brands": nil], "providers", .missing),
      top("a front without a name", ["mailFronts": "[{\"suffix\": \"front.example\"}]"], "mailFronts[0].name", .missing),
      top("a brand without a question", ["brands": "[\(Sample.brand.with(["question": nil]).json)]"], "brands[0].question", .missing),
      top(
        "a note without a kind",
        ["notes": "{\"once\": {\"on\": \"save\", \"text\": \(Sample.text("a", "一"))}, \"x\": {\"text\": \(Sample.text("a", "一"))}}"],
        "notes.x.on", .missing),
    ]

  static let languagesMissing = [
    firm("a name without Chinese", ["name": "{\"en\": \"Firm\"}"], "name", .missingLanguage("zh-Hans")),
    firm("a name without English", ["name": "{\"zh-Hans\": \"公司\"}"], "name", .missingLanguage("en")),
    step("a step without Chinese", ["text": "{\"en\": \"Go.\"}"], "text", .missingLanguage("zh-Hans")),
    firm(
      "a note without English", ["notes": "[\"once\", {\"on\": \"info\", \"text\": {\"zh-Hans\": \"问。\"}}]"], "notes[1].text",
      .missingLanguage("en")),
    top(
      "a question without Chinese", ["brands": "[\(Sample.brand.with(["question": "{\"en\": \"Which?\"}"]).json)]"], "brands[0].question",
      .missingLanguage("zh-Hans")),
    firm("a name whose Chinese is empty", ["name": "{\"en\": \"Firm\", \"zh-Hans\": \"\"}"], "name.zh-Hans", .empty),
  ]

  /// cat-server-quirk-weakens, cat-unknown-keys-values: no key weakens the security.
  static let unknownKeys =
    ["minTLS", "allowExpired", "fingerprint", "checkName", "insecure", "Domains", "domain"].map {
      firm("a key \($0)", [$0: "true"], $0, .unknownKey)
    } + [
      top("a key of the file", ["update": "\"https://evil.example/providers.json\""], "update", .unknownKey),
      secret("a key of the secret", ["value": "\"x\""], "value", .unknownKey),
      step("a key of a step", ["run": "\"rm -rf /\""], "run", .unknownKey),
      firm("a third language", ["name": "{\"en\": \"F\", \"zh-Hans\": \"公\", \"fr\": \"F\"}"], "name.fr", .unknownKey),
      firm("a key of servers", ["servers": "[\(Sample.servers.with(["tls": "\"1.0\""]).json)]"], "servers[0].tls", .unknownKey),
      firm("a key of the session", ["session": "{\"clear\": true}"], "session.clear", .unknownKey),
      top(
        "a key of a family", ["families": "{\"house\": \(Sample.house.with(["sevrers": "[]"]).json)}"], "families.house.sevrers",
        .unknownKey),
      top(
        "a key of a family nobody uses", ["families": "{\"house\": \(Sample.house.json), \"empty\": {\"domian\": 1}}"],
        "families.empty.domian", .unknownKey),
      top("a key of a brand", ["brands": "[\(Sample.brand.with(["default": "\"firm\""]).json)]"], "brands[0].default", .unknownKey),
      top(
        "a key of a front", ["mailFronts": "[{\"suffix\": \"front.example\", \"name\": \"F\", \"url\": \"x\"}]"], "mailFronts[0].url",
        .unknownKey),
    ]

  static let unknownValues =
    [
      firm("a category", ["category": "\"shop\""], "category", .unknownValue("shop", allowed: Provider.Category.allCases.map(\.rawValue))),
      firm("a status", ["status": "\"dead\""], "status", .unknownValue("dead", allowed: Provider.Status.allCases.map(\.rawValue))),
      secret("a kind of secret", ["kind": "\"pin\""], "kind", .unknownValue("pin", allowed: SecretKind.Kind.allCases.map(\.rawValue))),
      secret(
        "what may be stripped", ["strip": "\"all\""], "strip", .unknownValue("all", allowed: SecretKind.Decoration.allCases.map(\.rawValue))
      ),
      step("a part", ["part": "\"finish\""], "part", .unknownValue("finish", allowed: Step.Part.allCases.map(\.rawValue))),
      step("a cause", ["solves": "[\"gremlins\"]"], "solves[0]", .unknownValue("gremlins", allowed: Cause.allCases.map(\.rawValue))),
      firm(
        "a confidence", ["confidence": "{\"servers\": \"sure\", \"secret\": \"low\"}"], "confidence.servers",
        .unknownValue("sure", allowed: Provider.Confidence.allCases.map(\.rawValue))),
      firm(
        "a charset", ["session": "{\"charset\": \"utf-7\"}"], "session.charset",
        .unknownValue("utf-7", allowed: ["gb18030", "windows-1251"])),
    ]
    // cat-login-template: the forms are a closed list, and templates are not filled.
    + ["%EMAILADDRESS%", "%EMAILLOCALPART%", "{address}", "{unknown}", "%s%n"].map { form in
      firm(
        "a user name \(form)", ["username": "{\"imap\": [\"\(form)\"], \"smtp\": [\"address\"]}"], "username.imap[0]",
        .unknownValue(form, allowed: UsernameForms.Form.allCases.map(\.rawValue)))
    }
}
