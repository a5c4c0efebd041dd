// Catalogs with one mistake each, part 2: illegal values, dangling references, duplicates.

import Vocabulary

@testable import Catalog
@testable import Documents

extension Mistake {
  private static func imap(_ name: String, _ endpoint: String, _ reason: DocumentIssue.Reason = .notAnEndpoint) -> Mistake {
    firm(name, ["servers": "[\(Sample.servers.with(["imap": "[\"\(endpoint)\"]"]).json)]"], "servers[0].imap[0]", reason)
  }

  /// cat-host-crlf-nul, cat-host-unicode, dns-hostile-name-bytes, cat-port-range.
  static let endpoints = [
    imap("a host with a line break", #"tls://imap.firm.example\r\nA1 LOGIN:993"#, .forbiddenCharacter),
    imap("a host with NUL", #"tls://imap\u0000.firm.example:993"#, .forbiddenCharacter),
    imap("a host with a Cyrillic a", "tls://imаp.firm.example:993"), imap("a host with an umlaut", "tls://bücher.example:993"),
    imap("a host in capitals", "tls://IMAP.firm.example:993", .hostNotAllowed("IMAP.firm.example")),
    imap("a host with a blank", "tls://imap firm.example:993"),
    imap("a host with user information", "tls://you@imap.firm.example:993"), imap("a host with a slash", "tls://imap.firm.example/x:993"),
    imap("a host with a percent sign", "tls://imap%s.firm.example:993"), imap("a host with an underscore", "tls://_imap.firm.example:993"),
    imap("a host with a hyphen in front", "tls://-imap.firm.example:993"),
    imap("a host with a final dot", "tls://imap.firm.example.:993", .hostNotAllowed("imap.firm.example.")),
    imap("a label of 64 octets", "tls://\(String(repeating: "a", count: 64)).example:993"),
    imap("254 octets", "tls://\(String(repeating: "abcdefghi.", count: 25))abcd:993"),
    imap("one label", "tls://localhost:993", .hostNotAllowed("localhost")),
    imap("an IPv4 address", "tls://192.0.2.1:993", .hostNotAllowed("192.0.2.1")),
    imap("the loopback address", "tls://127.0.0.1:993", .hostNotAllowed("127.0.0.1")),
    imap("an IPv6 address", "tls://[::1]:993"),
    imap("no host", "tls://:993"),
    imap("the place of the domain without being a template", "tls://mail.{domain}:993", .hostNotAllowed("mail.{domain}")),
    imap("port 0", "tls://imap.firm.example:0"), imap("port 70000", "tls://imap.firm.example:70000"),
    imap("port -1", "tls://imap.firm.example:-1"),
    imap("port 993.0", "tls://imap.firm.example:993.0"), imap("port 1e3", "tls://imap.firm.example:1e3"),
    imap("port +993", "tls://imap.firm.example:+993"), imap("port 0993", "tls://imap.firm.example:0993"),
    imap("a port of twenty digits", "tls://imap.firm.example:99999999999999999999"), imap("an empty port", "tls://imap.firm.example:"),
    imap("no port", "tls://imap.firm.example"), imap("two ports", "tls://imap.firm.example:993:993"),
    imap("no security", "imap.firm.example:993"), imap("in clear", "imap://imap.firm.example:143"),
    imap("another scheme", "imaps://imap.firm.example:993"),
    imap("security in capitals", "TLS://imap.firm.example:993"), imap("an empty server", "", .empty),
    firm("a list without servers", ["servers": "[\(Sample.servers.with(["imap": "[]"]).json)]"], "servers[0].imap", .empty),
    firm("no group of servers", ["servers": "[]"], "servers", .missing),
    firm(
      "servers for what is no domain", ["servers": "[\(Sample.servers.with(["for": "[\"FIRM.example\"]"]).json)]"], "servers[0].for[0]",
      .notADomain),
  ]

  /// cat-port-security-mismatch: reported, but the entry is kept.
  static let ports = [
    "tls://imap.firm.example:143", "starttls://imap.firm.example:993", "starttls://imap.firm.example:465",
    "starttls://imap.firm.example:25", "tls://imap.firm.example:25",
  ]
  .map { imap("unusual: \($0)", $0, .unusualPort) }

  /// cat-regex-or-pattern: only whole domains, no patterns that match other domains.
  static let domains =
    [
      "*", "*.com", "com", ".", ".firm.example", "firm..example", "(a+)+$", "Firm.example", "firm.example.", "192.0.2.1", "bücher.example",
      "[::1]", "@firm.example",
    ]
    .flatMap { domain in
      ["domains", "unconfirmedDomains", "domainSuffixes", "mx"].map { key in
        firm("\(key): \(domain)", [key: "[\"good.example\", \"\(domain)\"]"], "\(key)[1]", .notADomain)
      }
    } + [
      top("a front that is no domain", ["mailFronts": "[{\"suffix\": \"com\", \"name\": \"All\"}]"], "mailFronts[0].suffix", .notADomain)
    ]

  /// cat-advice-url.
  static let links = [
    "javascript:alert(1)", "http://help.firm.example/", "HTTPS://help.firm.example/", "https://user:pw@help.firm.example/",
    "https://you@evil.example/",
    "file:///etc/passwd", "https://", "https://192.0.2.1/", "https://[::1]/", "https://help firm.example/", "https://bücher.example/",
    "https://help.firm.example/\(String(repeating: "a", count: 480))", "data:text/html,x", "//help.firm.example/",
  ].flatMap { link in
    [
      firm("help: \(link.prefix(60))", ["help": "[\"\(link)\"]"], "help[0]", .notAWebAddress),
      firm(
        "web: \(link.prefix(60))", ["web": "\"\(link)\"", "steps": "[\(Sample.step.with(["text": Sample.text("a", "一")]).json)]"], "web",
        .notAWebAddress),
      step("a step: \(link.prefix(60))", ["url": "\"\(link)\""], "url", .notAWebAddress),
    ]
  }

  /// cat-advice-hostile-text: characters as JSON escapes, and unescaped.
  static let texts = [
    #"\u001b[2J"#, #"\u001b]52;c;x\u0007"#, #"\u001b]8;;https://evil.example"#, #"a\rb"#, #"a\nb"#, #"a\tb"#, #"\u0000"#, #"\u009b"#,
    #"\u202e"#, #"\u2066"#, #"\u200b"#, #"\ufeff"#, #"\u2028"#, #"\udb40\udc41"#, #"\ue000"#,
  ]
  .flatMap { text in
    [
      firm("a name with \(text)", ["name": Sample.text("Firm \(text)", "公司")], "name.en", .forbiddenCharacter),
      step("a step with \(text)", ["text": Sample.text("Go.", "走\(text)")], "text.zh-Hans", .forbiddenCharacter),
      step("a menu with \(text)", ["menu": "[\"Settings\", \"\(text)\"]"], "menu[1]", .forbiddenCharacter),
      firm("an alias with \(text)", ["aliases": "[\"\(text)\"]"], "aliases[0]", .forbiddenCharacter),
    ]
  }

  static let secrets = [
    secret("a format whose example is too short", ["format": format(example: "abcd-efg")], "format.example", .exampleDoesNotFit),
    secret("a format whose example has other letters", ["format": format(example: "abcd-efg1")], "format.example", .exampleDoesNotFit),
    secret("a format without groups", ["format": format(groups: "[]")], "format.example", .exampleDoesNotFit),
    secret("a group of none", ["format": format(groups: "[0, 8]")], "format.example", .exampleDoesNotFit),
    secret(
      "a group of 129", ["format": format(groups: "[129]", example: String(repeating: "a", count: 129))], "format.example",
      .exampleDoesNotFit),
    secret("groups below zero", ["format": format(groups: "[-4, 12]")], "format.example", .exampleDoesNotFit),
    secret(
      "groups that overflow", ["format": format(groups: "[9223372036854775807, 9223372036854775807]")], "format.example", .exampleDoesNotFit
    ),
    secret("an alphabet from z to a", ["format": format(alphabet: "z-a")], "format.example", .exampleDoesNotFit),
    secret("no example", ["format": "{\"groups\": [8], \"alphabet\": \"a-z\"}"], "format.example", .missing),
    secret("groups of text", ["format": format(groups: "[\"8\"]")], "format.groups", .wrongType(expected: "list of numbers")),
    secret(
      "groups beyond any number", ["format": format(groups: "[99999999999999999999]")], "format.groups",
      .wrongType(expected: "list of numbers")),
  ]

  private static func format(groups: String = "[4, 4]", alphabet: String = "a-z", example: String = "abcd-efgh") -> String {
    "{\"groups\": \(groups), \"separator\": \"-\", \"alphabet\": \"\(alphabet)\", \"example\": \"\(example)\"}"
  }

  static let references = [
    firm("a note that is none", ["notes": "[\"never\"]"], "notes[0]", .unknownNote("never")),
    firm("a family that is none", ["family": "\"nobody\""], "family", .unknownFamily("nobody")),
    top(
      "a choice that is none",
      [
        "brands":
          "[\(Sample.brand.with(["choices": "[{\"id\": \"firm\", \"text\": \(Sample.text("a", "一"))}, {\"id\": \"x\", \"text\": \(Sample.text("b", "二"))}]"]).json)]"
      ], "brands[0].choices[1]", .unknownProvider("x")),
    step("a placeholder that is none", ["text": Sample.text("Open {page}.", "打开。")], "text", .unknownPlaceholder("{page}")),
    step("a brace that does not close", ["text": Sample.text("Open.", "打开{web")], "text", .unknownPlaceholder("{web")),
    firm("the web address of an entry that has none", ["web": nil], "steps[0].text", .unknownPlaceholder("{web}")),
  ]

  /// cat-duplicate-domain, cat-duplicate-keys for values.
  static let twice = [
    Mistake("an id twice", whole([Sample.firm, other(["id": "\"firm\""])], brands: nil), "providers[1].id", .duplicateID, entry: "firm"),
    Mistake(
      "a domain in two entries", whole([Sample.firm, other(["domains": "[\"a.example\", \"firm.test\"]"])]), "providers[1].domains[1]",
      .duplicateDomain("firm.test", owner: "firm"), entry: "other"),
    Mistake(
      "an unconfirmed domain of somebody else's", whole([Sample.firm, other(["unconfirmedDomains": "[\"firm.test\"]"])]),
      "providers[1].unconfirmedDomains[0]", .duplicateDomain("firm.test", owner: "firm"), entry: "other"),
    Mistake(
      "a suffix in two entries",
      whole([Sample.firm.with(["domainSuffixes": "[\"edu.example\"]"]), other(["domainSuffixes": "[\"edu.example\"]"])]),
      "providers[1].domainSuffixes[0]", .duplicateDomain("edu.example", owner: "firm"), entry: "other"),
    firm(
      "a domain twice in one entry", ["domains": "[\"firm.example\", \"firm.example\"]"], "domains[1]",
      .duplicateDomain("firm.example", owner: "firm")),
    Mistake(
      "an alias of somebody else's", whole([Sample.firm, other(["aliases": "[\"x\", \"FIRM Mail\"]"])]), "providers[1].aliases[1]",
      .duplicateName("FIRM Mail", owner: "firm"), entry: "other"),
    Mistake(
      "an alias that is an id", whole([Sample.firm, other(["aliases": "[\"firm\"]"])]), "providers[1].aliases[0]",
      .duplicateName("firm", owner: "firm"), entry: "other"),
    firm("an alias that is a brand's word", ["aliases": "[\"Firms\"]"], "aliases[0]", .duplicateName("Firms", owner: "brands")),
    top(
      "a word of two brands", ["brands": "[\(Sample.brand.json), \(Sample.brand.with(["words": "[\"y\", \"FIRMS\"]"]).json)]"],
      "brands[1].words[1]", .duplicateName("firms", owner: "brands")),
  ]

  private static func whole(_ entries: [Object], brands: String? = "[\(Sample.brand.json)]") -> String {
    let list = entries.map(\.json).joined(separator: ", ")
    return Sample.whole.with(["providers": "[" + list + "]", "brands": brands]).json
  }

  private static func other(_ changes: [String: String?]) -> Object { Sample.other.with(changes) }

  static let types = [
    firm("a domain instead of a list", ["domains": "\"firm.example\""], "domains", .wrongType(expected: "list of strings")),
    firm("a name in one language", ["name": "\"Firm\""], "name", .wrongType(expected: "object")),
    firm("steps that are an object", ["steps": "{}"], "steps", .wrongType(expected: "list")),
    firm("a step that is a number", ["steps": "[7]"], "steps[0]", .wrongType(expected: "object")),
    firm("servers that are text", ["servers": "\"tls://imap.firm.example:993\""], "servers", .wrongType(expected: "list")),
    firm("a number for a text", ["category": "1"], "category", .wrongType(expected: "string")),
    step("a text for yes and no", ["confirmed": "\"yes\""], "confirmed", .wrongType(expected: "true or false")),
    top("schema 2", ["schema": "2"], "schema", .unsupportedSchema), top("no schema", ["schema": nil], "schema", .unsupportedSchema),
    top("schema as text", ["schema": "\"1\""], "schema", .unsupportedSchema),
    top(
      "notes in a list", ["notes": "[]", "providers": "[\(Sample.other.json), \(Sample.firm.with(["notes": nil]).json)]"], "notes",
      .wrongType(expected: "object")),
    top(
      "families in a list", ["families": "[]", "providers": "[\(Sample.firm.json)]", "brands": nil], "families",
      .wrongType(expected: "object")),
    top(
      "a family that is text", ["families": "{\"house\": \(Sample.house.json), \"x\": \"y\"}"], "families.x", .wrongType(expected: "object")
    ),
    top("brands in an object", ["brands": "{}"], "brands", .wrongType(expected: "list")),
    top("providers in an object", ["providers": "{}", "brands": nil], "providers", .wrongType(expected: "list")),
    Mistake(
      "an entry that is null", Sample.whole.with(["providers": "[\(Sample.firm.json), null, \(Sample.other.json)]"]).json, "providers[1]",
      .wrongType(expected: "object")),
    Mistake(
      "an entry that is text", Sample.whole.with(["providers": "[\(Sample.firm.json), \"x\", \(Sample.other.json)]"]).json, "providers[1]",
      .wrongType(expected: "object")),
    firm(
      "steps out of order", ["steps": "[\(Sample.step.json), \(Sample.step.with(["part": "\"enable\""]).json)]"], "steps", .stepsOutOfOrder),
    firm(
      "an unknown word of two factors", ["twoFactor": "\"often\""], "twoFactor",
      .unknownValue("often", allowed: Provider.TwoFactor.allCases.map(\.rawValue))),
  ]

  static let ids = ["Firm", "firm_mail", "firm-", "-firm", "a--b", "firm mail", "公司"].map { id in
    let entry = Sample.firm.with(["id": "\"" + id + "\"", "aliases": nil])
    return Mistake("the id \(id)", whole([entry, Sample.other], brands: nil), "providers[0].id", .notAnID, entry: id)
  }

  /// cat-trailing-comma, cat-duplicate-keys: faults that Foundation's decoder accepts.
  static let strict = [
    Mistake("a comma behind the last member", String(Sample.whole.json.dropLast()) + ",}", "", .trailingComma),
    Mistake("a comma behind the last element", Sample.firm(["domains": "[\"firm.example\",]"]), "providers[0].domains", .trailingComma),
    Mistake(
      "a comma deep inside", Sample.firm(["confidence": "{\"servers\": \"high\", \"secret\": \"high\",}"]), "providers[0].confidence",
      .trailingComma),
    Mistake(
      "a key twice", Sample.firm(["confidence": "{\"servers\": \"high\", \"secret\": \"high\", \"servers\": \"low\"}"]),
      "providers[0].confidence.servers", .duplicateKey),
    Mistake(
      "a key twice, once in escapes", Sample.firm(["confidence": #"{"servers": "high", "secret": "high", "\u0073ervers": "low"}"#]),
      "providers[0].confidence.servers", .duplicateKey),
    Mistake("providers twice", String(Sample.whole.json.dropLast()) + ", \"providers\": []}", "providers", .duplicateKey),
    Mistake("a byte order mark", "\u{feff}" + Sample.whole.json, "", .byteOrderMark),
  ]
}
