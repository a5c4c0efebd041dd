// One fault in one entry: its path, its reason, and no effect on the other entries.

import Catalog
import Documents
import TestSupport
import Testing
import Vocabulary

@Suite("Issues of catalog entries") struct CatalogFaultTests {
  /// A text in the entry, its replacement, and the fault that results: the path inside the entry and the reason.
  private typealias Row = (situation: String, old: String, new: String, path: String, reason: DocumentIssue.Reason)

  @Test("the sample is right") func sample() {
    let catalog = SampleEntry.load(SampleEntry.whole)
    #expect(catalog.faults == [])
    #expect(catalog.providers.map(\.id) == ["one", "two", "three"])
  }

  private static let hosts: [Row] = [
    ("cat-host-crlf-nul", #"imap.two.example:993"#, #"imap.two.example\r\nA1 LOGIN:993"#, "servers[0].imap[0]", .forbiddenCharacter),
    ("cat-host-crlf-nul", #"imap.two.example:993"#, #"imap.two.example\u0000b:993"#, "servers[0].imap[0]", .forbiddenCharacter),
    ("cat-host-unicode", #"imap.two.example:993"#, #"imаp.gmail.com:993"#, "servers[0].imap[0]", .notAnEndpoint),
    ("cat-host-unicode", #"imap.two.example:993"#, #"bücher.example:993"#, "servers[0].imap[0]", .notAnEndpoint),
    ("upper case", #"imap.two.example:993"#, #"IMAP.two.example:993"#, "servers[0].imap[0]", .hostNotAllowed("IMAP.two.example")),
    ("one label", #"imap.two.example:993"#, #"localhost:993"#, "servers[0].imap[0]", .hostNotAllowed("localhost")),
    ("cat-host-ip-or-url address", #"imap.two.example:993"#, #"127.0.0.1:993"#, "servers[0].imap[0]", .hostNotAllowed("127.0.0.1")),
    ("cat-host-ip-or-url URL", #"smtp.two.example:465"#, #"smtp.two.example:465/"#, "servers[0].smtp[0]", .notAnEndpoint),
    ("cat-clear-text-mode", #"tls://imap"#, #"imap://imap"#, "servers[0].imap[0]", .notAnEndpoint),
    ("cat-server-quirk-weakens", #"tls://imap"#, #"tls-insecure://imap"#, "servers[0].imap[0]", .notAnEndpoint),
    ("cat-login-template", #"tls://imap.two"#, #"tls://{domain}.two"#, "servers[0].imap[0]", .hostNotAllowed("{domain}.two.example")),
    ("cat-port-range 0", ":993", ":0", "servers[0].imap[0]", .notAnEndpoint),
    ("cat-port-range 70000", ":993", ":70000", "servers[0].imap[0]", .notAnEndpoint),
    ("cat-port-range -1", ":993", ":-1", "servers[0].imap[0]", .notAnEndpoint),
    ("cat-port-range 993.0", ":993", ":993.0", "servers[0].imap[0]", .notAnEndpoint),
    ("cat-port-range 1e3", ":993", ":1e3", "servers[0].imap[0]", .notAnEndpoint),
    ("cat-port-range huge", ":993", ":99999999999999999999", "servers[0].imap[0]", .notAnEndpoint),
    ("cat-port-range none", ":993", "", "servers[0].imap[0]", .notAnEndpoint),
    ("no server", #"["tls://imap.two.example:993"]"#, "[]", "servers[0].imap", .empty),
    ("no SMTP", #", "smtp": ["tls://smtp.two.example:465", "starttls://smtp.two.example:587"]"#, "", "servers[0].smtp", .missing),
    ("a server that is no string", #""tls://imap.two.example:993""#, "993", "servers[0].imap", .wrongType(expected: "list of strings")),
    ("a group that is no object", #""servers": ["#, #""servers": [7, "#, "servers[0]", .wrongType(expected: "object")),
    ("for nobody", #""imap": ["tls"#, #""for": ["Two.Example"], "imap": ["tls"#, "servers[0].for[0]", .notADomain),
    ("cat-regex-or-pattern *", #""sub.two.example""#, #""*""#, "domains[1]", .notADomain),
    ("cat-regex-or-pattern *.com", #""sub.two.example""#, #""*.com""#, "domains[1]", .notADomain),
    ("cat-regex-or-pattern com", #""sub.two.example""#, #""com""#, "domains[1]", .notADomain),
    ("cat-regex-or-pattern .", #""sub.two.example""#, #"".""#, "domains[1]", .notADomain),
    ("cat-regex-or-pattern ReDoS", #""sub.two.example""#, #""(a+)+$""#, "domains[1]", .notADomain),
    ("cat-regex-or-pattern suffix", #""users.two.example""#, #""com""#, "domainSuffixes[0]", .notADomain),
    ("cat-duplicate-domain with a dot", #""sub.two.example""#, #""one.example.""#, "domains[1]", .notADomain),
    ("cat-duplicate-domain in capitals", #""sub.two.example""#, #""ONE.example""#, "domains[1]", .notADomain),
    ("cat-duplicate-domain", #""sub.two.example""#, #""one.example""#, "domains[1]", .duplicateDomain("one.example", owner: "one")),
    (
      "cat-duplicate-domain", #""maybe-two.example""#, #""one.example""#, "unconfirmedDomains[0]",
      .duplicateDomain("one.example", owner: "one")
    ),
    (
      "cat-duplicate-domain in one entry", #""maybe-two.example""#, #""two.example""#, "unconfirmedDomains[0]",
      .duplicateDomain("two.example", owner: "two")
    ),
    ("an MX host", #""mx.two.example""#, #""mx""#, "mx[0]", .notADomain),
  ]

  private static let texts: [Row] = [
    ("cat-advice-hostile-text ESC", "Turn two-factor on.", #"\u001b]8;;https://evil.example"#, "steps[0].text.en", .forbiddenCharacter),
    ("cat-advice-hostile-text OSC 52", "开启双重验证。", #"\u001b]52;c;x\u0007"#, "steps[0].text.zh-Hans", .forbiddenCharacter),
    ("cat-advice-hostile-text CR", "Turn two-factor on.", #"a\rb"#, "steps[0].text.en", .forbiddenCharacter),
    ("cat-advice-hostile-text bidi", "Turn two-factor on.", #"a\u202eb"#, "steps[0].text.en", .forbiddenCharacter),
    ("cat-advice-hostile-text C1", "Mail two", #"\u009b31m"#, "name.en", .forbiddenCharacter),
    ("cat-advice-hostile-text menu", #""IMAP""#, #""a\u200bb""#, "steps[1].menu[1]", .forbiddenCharacter),
    ("cat-advice-hostile-text alias", #""two-alias""#, #""two\u0000""#, "aliases[0]", .forbiddenCharacter),
    ("cat-advice-hostile-text reply", #""so no""#, #""so\nno""#, "replies[0].match", .forbiddenCharacter),
    ("cat-advice-url script", "https://two.example/app", "javascript:alert(1)", "steps[2].url", .notAWebAddress),
    ("cat-advice-url http", "https://two.example/app", "http://two.example/app", "steps[2].url", .notAWebAddress),
    ("cat-advice-url user", "https://help.two.example/", "https://user:pw@host.example/", "help[0]", .notAWebAddress),
    ("cat-advice-url file", "https://web.two.example/", "file:///etc/passwd", "web", .notAWebAddress),
    ("an empty text", #""Turn two-factor on.""#, #""""#, "steps[0].text.en", .empty),
    ("a language missing", #", "zh-Hans": "开启双重验证。""#, "", "steps[0].text", .missingLanguage("zh-Hans")),
    ("a language missing", #""en": "Mail two", "#, "", "name", .missingLanguage("en")),
    (
      "a text that is none", #"{ "en": "Turn two-factor on.", "zh-Hans": "开启双重验证。" }"#, #""Turn it on.""#, "steps[0].text",
      .wrongType(expected: "object")
    ),
    ("cat-login-template unknown", "Copy the {term}.", "Copy the {unknown}.", "steps[2].text", .unknownPlaceholder("{unknown}")),
    ("cat-login-template open", "Copy the {term}.", "Copy the {term.", "steps[2].text", .unknownPlaceholder("{term.")),
    ("cat-login-template Chinese", "复制{term}", "复制{Term}", "steps[2].text", .unknownPlaceholder("{Term}")),
    ("cat-login-template", #""local-part""#, #""%EMAILLOCALPART%\r\n""#, "username.imap[1]", .forbiddenCharacter),
    (
      "cat-login-template", #""local-part""#, #""%EMAILADDRESS%""#, "username.imap[1]",
      .unknownValue("%EMAILADDRESS%", allowed: ["address", "local-part", "other"])
    ),
  ]

  private static let words: [Row] = [
    (
      "cat-unknown-keys-values kind", #""app-password""#, #""passkey""#, "secret.kind",
      .unknownValue("passkey", allowed: SecretKind.Kind.allCases.map(\.rawValue))
    ),
    (
      "cat-unknown-keys-values cause", #""two_factor_required""#, #""moon_phase""#, "steps[0].solves[0]",
      .unknownValue("moon_phase", allowed: Cause.allCases.map(\.rawValue))
    ),
    (
      "cat-unknown-keys-values category", #""personal""#, #""cosmic""#, "category",
      .unknownValue("cosmic", allowed: ["personal", "business", "isp", "hosting"])
    ),
    (
      "cat-unknown-keys-values charset", #""gb18030""#, #""utf-7""#, "session.charset",
      .unknownValue("utf-7", allowed: ["gb18030", "windows-1251"])
    ),
    (
      "cat-unknown-keys-values part", #""prepare""#, #""pray""#, "steps[0].part",
      .unknownValue("pray", allowed: ["prepare", "administrator", "enable", "obtain"])
    ),
    ("no id", #""id": "two","#, "", "id", .missing),
    ("an id with blanks", #""id": "two""#, #""id": "Two Mail""#, "id", .notAnID),
    ("an id with doubled hyphens", #""id": "two""#, #""id": "two--2""#, "id", .notAnID),
    ("a doubled id", #""id": "two""#, #""id": "one""#, "id", .duplicateID),
    ("an id that is an alias", #""id": "two""#, #""id": "one-alias""#, "id", .duplicateName("one-alias", owner: "one")),
    ("an alias that is an id", #""two-alias""#, #""One""#, "aliases[0]", .duplicateName("One", owner: "one")),
    ("no name", #""name": { "en": "Mail two", "zh-Hans": "邮箱two" },"#, "", "name", .missing),
    ("no secret", #""secret": {"#, #""extra": {"#, "secret", .missing),
    ("no steps", #""steps": ["#, #""extra": ["#, "steps", .missing),
    ("no sources", #""sources": ["t:two"],"#, "", "sources", .missing),
    ("no confidence", #""secret": "medium""#, #""secret": 1"#, "confidence.secret", .wrongType(expected: "string")),
    ("not in service without a reason", #""category""#, #""status": "closed", "category""#, "statusNote", .missing),
    ("no servers", #""servers": [{"#, #""extra": [{"#, "servers", .missing),
    ("an example of another length", "abcd-efgh", "abcd-efghi", "secret.format.example", .exampleDoesNotFit),
    ("an example of other letters", "abcd-efgh", "abcd-EFGH", "secret.format.example", .exampleDoesNotFit),
    ("no groups", "[4, 4]", "[]", "secret.format.example", .exampleDoesNotFit),
    ("groups of nothing", "[4, 4]", "[8, 0]", "secret.format.example", .exampleDoesNotFit),
    ("enormous groups", "[4, 4]", "[9223372036854775807, 4]", "secret.format.example", .exampleDoesNotFit),
    ("an alphabet from behind", #""a-z""#, #""z-a""#, "secret.format.example", .exampleDoesNotFit),
    ("groups of text", "[4, 4]", #"["4"]"#, "secret.format.groups", .wrongType(expected: "list of numbers")),
    ("steps out of order", #""part": "prepare""#, #""part": "obtain""#, "steps", .stepsOutOfOrder),
    ("a note nobody wrote", #"["shared","#, #"["shard","#, "notes[0]", .unknownNote("shard")),
    ("a family nobody wrote", #""category""#, #""family": "kim", "category""#, "family", .unknownFamily("kim")),
    ("a reply without causes", #"["imap_disabled", "wrong_password"] }]"#, "[] }]", "replies[0].causes", .empty),
    ("a reply without words", #""match": "so no", "#, "", "replies[0].match", .missing),
    ("a null", #""personal""#, "null", "category", .wrongType(expected: "string")),
    ("a flag that is none", #""shownOnce": true"#, #""shownOnce": "yes""#, "secret.shownOnce", .wrongType(expected: "true or false")),
  ]

  @Test("hosts, ports and domains", arguments: hosts) private func badHosts(_ row: Row) throws { try check(row) }

  @Test("texts, addresses and placeholders", arguments: texts) private func badTexts(_ row: Row) throws { try check(row) }

  @Test("words of closed lists, and required keys", arguments: words) private func badWords(_ row: Row) throws { try check(row) }

  private func check(_ row: Row) throws {
    let catalog = SampleEntry.load(try SampleEntry.spoiled(row.old, row.new))
    let path = "providers[1].\(row.path)"
    // What follows from the fault may be named after it, as a placeholder that has lost its value.
    let first = catalog.faults.first { !$0.isHarmless }
    #expect(first?.path == path, "\(catalog.faultList)")
    #expect(first?.reason == row.reason, "\(catalog.faultList)")
    // No entry but the spoiled one is named, and that one is left out, the others not.
    #expect(catalog.faults.allSatisfy { $0.path.hasPrefix("providers[1]") })
    #expect(catalog.providers.map(\.id) == ["one", "three"])
  }
}
