// Sentences about every error in a command line and in a provider file.

import AccountStore
import Catalog
import Documents
import MailClients
import OAuth
import Operations
import Platform
import Posix
import SecretStores
import Sentences
import Testing
import Vocabulary

@testable import Discovery

@Suite("Sentences about calls") struct CommandErrorSentenceTests {
  /// The error for a name that two systems of the bundled catalog share.
  private static let brand: CommandError = {
    guard case .brand(let brand, let providers) = ProviderDirectory().find("sina mail") else { preconditionFailure("sina mail is a brand") }
    return .brand(brand, providers)
  }()

  /// What the DNS says of a domain that is not in the catalog.
  private static let suggested: DiscoveryResult = {
    guard let address = try? MailAddress("you@firm.example"), let imap = HostName("imap.example.org") else {
      preconditionFailure("both are well-formed")
    }
    let server = Endpoint(host: imap, port: 993, security: .tls)
    return DiscoveryResult(
      address: address, servers: .pair(imap: server, smtp: server),
      source: .published([DiscoveredServer(.imap, server, from: .services), DiscoveredServer(.smtp, server, from: .services)]),
      suggestions: [])
  }()

  /// A server that is not the one of its address.
  private static let foreign: ForeignServers = {
    guard let address = try? MailAddress("you@gmail.com"), let host = HostName("imap.example.org"),
      let foreign = ForeignServers([host], of: address, in: ProviderDirectory())
    else { preconditionFailure("the server is foreign") }
    return foreign
  }()

  /// Addresses that are no address, or whose domain the user has to confirm.
  private static let typed: [CommandError] = {
    guard let address = try? TypedAddress("you@m\u{fc}nchen.example"), let mixed = try? TypedAddress("you@gm\u{430}il.example"),
      let slip = try? MailAddress("you@gmial.com"), let server = try? UnicodeDomain("imap.münchen.example")
    else { preconditionFailure("all are well-formed") }
    return [
      .mistypedAddress(.address(.noAt), meant: [slip]), .unicodeServer(server, option: "--imap", server: "imap.xn--mnchen-3ya.example:993"),
      .address(.unicodeLocalPart),
      .unicodeDomain(address), .unicodeDomain(mixed), .similarDomain(slip, ["gmail.com"]), .address(.several),
      .address(.domain(.character("\u{2603}"))), .address(.domain(.character("\u{202e}"))), .address(.domain(.label)),
      .address(.domain(.mixedDirections)), .address(.domain(.tooLong)),
    ]
  }()

  /// One of each, with `word` in the place of what a user typed or the system said.
  private static func faults(_ word: String) -> [CommandError] {
    let secrets: [SecretError] = [
      .empty, .tooLong, .forbiddenOctet, .unset(word), .unreadable(word, reason: word), .commandFailed(word, status: 2), .noTerminal,
      .standardInputIsTerminal, .timedOut, .wideText,
    ]
    let calls: [CommandError] = [
      .unknownOption(word, suggestion: nil), .unknownOption(word, suggestion: "--provider"), .unknownCommand(word, suggestion: nil),
      .unknownCommand(word, suggestion: "setup guide"), .missingValue("--email"), .unwantedValue("--json"), .givenTwice("--email"),
      .unwantedArgument(word), .misplacedOption("--trace", of: "setup send-test"),
      .missingArgument("setup guide", .provider, example: "setup guide yandex"),
      .badValue(option: "--timeout", value: word, expected: .seconds), .secretOnCommandLine, .missingPair("--imap", other: "--smtp"),
      .conflict("--json", "--plain"), .needsOption("--store", "--save"), .missingInput("--email"), .noProvider, .notUTF8Argument(3),
      .missingInputs(["--email", "--secret-from"]),
      .notUTF8Variable("HOME"), .privileged, .secretInVariable("MAILSETUP_EMAIL"),
      .variable("MAILSETUP_PROVIDER", .unknownProvider(word, suggestions: [])), .variable("MAILSETUP_PROVIDER", brand),
      .variable("MAILSETUP_SECRET_FROM", .operation(.unknownSecretSource)),
    ]
    let others: [CommandError] = [
      .unknownProvider(word, suggestions: []), .unknownProvider(word, suggestions: ["gmail", "qq"]),
      .severalProviders(["sina", "sina-cn"]), .severalProviders(["microsoft365"]), brand,
      .badCatalog(word, DocumentIssue(path: "", entry: nil, reason: .empty)),
      .needsYes(suggested),
      .unnamedServers(foreign, call: "setup send-test --yes"), .undiscovered(suggested),
      .missingServer(suggested, .smtp, call: "setup --smtp HOST:PORT"), .takesNoPassword(Text("Mail", "邮箱"), mayAgree: true),
      .dialect(.notText(.neomutt)), .secretOnTerminal, .noAccountFor(word), .needsConsent(.removal), .needsConsent(.clientFile),
      .needsConsent(.replacement(word)), .left, .timedOut, .unusableAnswers, .interrupted, .needsClientID(nil),
      .needsClientSecret(Text("Mail", "邮箱")),
      .needsClientID(ProviderDirectory().provider(id: "outlook")), .needsClientID(ProviderDirectory().provider(id: "gmail")),
      .otherWays(.device, [.browser, .paste]), .noPage(Text("Mail", "邮箱")), .qrCode(.tooLong(1_300, most: 1_273)),
    ]
    let clients: [CommandError] = [
      .export(.unicodeAddress), .export(.unusableName), .export(.obstructed(.mutt, .sendsNoID, alternatives: [.neomutt])),
      .export(.cannotHold(.msmtp, .address)),
      .writing(.noFile(.curl)),
    ]
    let imports: [CommandError] = ImportFormat.allCases.prefix(1).flatMap { format -> [CommandError] in
      let found = format.read(Array("set folder=~/Mail\nset pop_host=pop://x".utf8))
      return [
        .noConfiguration(format, places: [word, word]), .noAccountFound(word, format, nil), .noAccountFound(word, format, found),
      ]
    }
    let operations: [OperationError] = [
      .registry(.noHome), .unknownAccount(word, suggestions: []), .unknownAccount(word, suggestions: ["work"]),
      .severalAccounts(word, ["home", "work"]), .nameTaken(word), .nameIsAddress(word, of: word), .addressIsName(word, of: word),
      .unknownSecretSource, .noSecretKept(word), .secretUnsettled(word), .secretUnknown(word), .keeping(.locked(.pass)),
      .storing(StoringError(reason: .differs(.pass), isRestored: false)), .noUserName, .noTrustStore, .unusableFile(word, .notRegular),
      .cannotWrite(word, SystemError(ENOSPC)), .demo(word), .interrupted, .system(.dns),
    ]
    let refusals: [OAuthFailure] = [
      .refused(OAuthError("invalid_grant", description: Visible(word), status: 400)), .refusedSilently(status: 400),
      .unavailable(status: 503, retryAfter: 5), .missingScopes([word]), .untrusted(.foreignHost(Visible(word, limit: 200))),
    ]
    let signIns = refusals.compactMap { failure in WebAddress("https://login.example.org/token").map { RefusedSignIn(failure, at: $0) } }
    let tokens =
      secrets.map { OperationError.token($0) } + signIns.map { OperationError.oauth($0) }
      + signIns.map { OperationError.signInExpired(word, $0) } + [.signInExpired(word, nil), .noAuthorizationServer(word)]
    let failed = (operations + secrets.map { OperationError.secret($0) } + tokens).map { CommandError.operation($0) }
    return calls + others + clients + imports + failed + MailAddress.Error.allCases.map { CommandError.address(.address($0)) }
      + typed
  }

  /// Numbers each kind. A new one does not compile until it has a number; `complete` then fails until the list above
  /// has it.
  private static func place(_ fault: CommandError) -> Int {
    switch fault {
    case .unknownOption: 0
    case .unknownCommand: 1
    case .unknownProvider: 2
    case .severalProviders: 3
    case .brand: 4
    case .operation(let error): place(error)
    case .missingValue: 5
    case .unwantedValue: 6
    case .givenTwice: 7
    case .unwantedArgument: 8
    case .missingArgument: 9
    case .badValue: 10
    case .secretOnCommandLine: 11
    case .missingPair: 12
    case .conflict: 13
    case .missingInput: 14
    case .missingInputs: 69
    case .noProvider: 15
    case .address: 16
    case .unicodeDomain: 65
    case .unicodeServer: 70
    case .mistypedAddress: 71
    case .similarDomain: 66
    case .badCatalog: 20
    case .needsYes: 21
    case .unnamedServers: 51
    case .interrupted: 22
    case .undiscovered: 25
    case .missingServer: 64
    case .export: 26
    case .takesNoPassword: 27
    case .needsOption: 31
    case .dialect: 34
    case .secretOnTerminal: 35
    case .noAccountFor: 36
    case .needsConsent: 38
    case .writing: 39
    case .noConfiguration: 40
    case .noAccountFound: 41
    case .notUTF8Argument: 42
    case .notUTF8Variable: 43
    case .privileged: 44
    case .misplacedOption: 48
    case .left: 52
    case .timedOut: 72
    case .needsClientID: 61
    case .needsClientSecret: 62
    case .otherWays: 63
    case .noPage: 67
    case .qrCode: 68
    case .secretInVariable: 70
    case .variable: 71
    case .unusableAnswers: 72
    }
  }

  private static func place(_ error: OperationError) -> Int {
    switch error {
    case .registry: 30
    case .unknownAccount: 28
    case .severalAccounts: 29
    case .nameTaken: 37
    case .nameIsAddress: 45
    case .addressIsName: 46
    case .secret: 18
    case .token: 57
    case .signInExpired: 58
    case .oauth: 59
    case .noAuthorizationServer: 60
    case .unknownSecretSource: 53
    case .noSecretKept: 32
    case .secretUnsettled: 47
    case .secretUnknown: 49
    case .keeping: 33
    case .storing: 50
    case .noUserName: 54
    case .noTrustStore: 19
    case .unusableFile: 17
    case .cannotWrite: 23
    case .demo: 55
    case .interrupted: 56
    case .system: 24
    }
  }

  @Test("the list has every fault") func complete() { #expect(Set(Self.faults("x").map(Self.place)) == Set(0...72)) }

  @Test("each has a sentence, right in both languages", arguments: faults("WORD")) func good(_ fault: CommandError) {
    let (error, hint) = CommandErrorSentence.text(fault)
    // The last one is the system's sentence for ENOSPC.
    let quoted = ["WORD", "m\u{fc}nchen", "gm\u{430}il", "imap.example.org", "No space left on device"]
    #expect(Prose(text: error, quoted: quoted).faults == [], "\(error)")
    if let hint { #expect(Prose(text: hint, quoted: quoted).faults == [], "\(hint)") }
  }

  @Test(
    "what the user typed is printed harmless and short (cat-advice-hostile-text, file-path-hostile, argv-many-arguments)",
    arguments: faults("\u{1b}]52;c;ZXZpbA==\u{7}\r\n\u{202e}" + String(repeating: "x", count: 5_000)))
  func hostile(_ fault: CommandError) {
    let (error, hint) = CommandErrorSentence.text(fault)
    for language in Language.allCases {
      for text in [error[language], hint?[language] ?? ""] {
        #expect(Visible.isHarmless(text))
        #expect(text.count < 400)
      }
    }
  }

  @Test("the refusal of a secret on the command line does not repeat it, and names the safe ways (argv-password-option)")
  func secretOnCommandLine() {
    let (error, hint) = CommandErrorSentence.text(.secretOnCommandLine)
    #expect(error.english.contains("every user of this computer could read it"))
    #expect(hint?.english.contains("--secret-from") == true)
  }

  /// Every reason why a provider file is rejected.
  private static let reasons: [DocumentIssue.Reason] = [
    .tooBig, .notJSON("why"), .unsupportedSchema, .byteOrderMark, .trailingComma, .duplicateKey, .missing, .wrongType(expected: "object"),
    .tooManyFaults, .notUTF8,
    .wrongType(expected: "true or false"), .unknownKey, .unknownValue("x", allowed: ["A", "B"]), .empty, .missingLanguage("en"),
    .forbiddenCharacter,
    .notAnID, .notADomain, .notAnEndpoint, .unusualPort, .notAWebAddress, .unknownNote("x"), .unknownFamily("x"), .unknownProvider("x"),
    .unknownPlaceholder("<x>"), .stepsOutOfOrder, .exampleDoesNotFit, .duplicateID, .duplicateName("x", owner: "y"),
    .duplicateDomain("x", owner: "y"),
  ]

  @Test("each issue of a provider file has a sentence for its author", arguments: reasons) func catalog(_ reason: DocumentIssue.Reason) {
    // The terms of the format stay as they are written there.
    let quoted = ["object", "true or false", "prepare、administrator、enable、obtain", "tls://服务器:端口", "starttls://服务器:端口", "https", "why"]
    let text = CatalogSentence.text(reason)
    #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)")
    let line = CatalogSentence.leftOut(DocumentIssue(path: "providers[3].name", entry: "x", reason: reason), Visible("mine.json"))
    #expect(line.english.hasPrefix("mine.json: providers[3].name (x) "))
    #expect(line.english.hasSuffix("Entry skipped."))
  }

  @Test("the text of a provider file cannot pass for the program's own (cat-advice-hostile-text)") func hostileCatalog() {
    let evil = "\u{1b}]52;c;x\u{7}" + String(repeating: "y", count: 5_000)
    let reasons: [DocumentIssue.Reason] = [
      .notJSON(evil), .unknownValue(evil, allowed: ["A"]), .unknownNote(evil), .unknownFamily(evil), .unknownProvider(evil),
      .unknownPlaceholder(evil),
      .duplicateName(evil, owner: evil), .duplicateDomain(evil, owner: evil),
    ]
    for reason in reasons {
      let line = CatalogSentence.leftOut(DocumentIssue(path: evil, entry: evil, reason: reason), Visible(evil, limit: 80))
      for language in Language.allCases {
        #expect(Visible.isHarmless(line[language]))
        #expect(line[language].count < 700)
      }
    }
  }

  @Test("one choice is not announced as several") func singular() {
    #expect(ResultSentence.arrived(count: 1, removed: 0).english == "1 character entered.")
    #expect(ResultSentence.arrived(count: 2, removed: 1).english == "2 characters entered; 1 extra character removed.")
    #expect(ResultSentence.arrived(count: 16, removed: 3).english == "16 characters entered; 3 extra characters removed.")
    #expect(CatalogSentence.good(1, Visible("f")).english == "f: 1 provider, no problems found.")
    #expect(CatalogSentence.good(0, Visible("f")).english == "f: 0 providers, no problems found.")
  }

  @Test("what one document holds is the complaint, the hint and the choices") func explanation() {
    let fault = Self.brand
    guard case .brand(let brand, let providers) = fault else { return }
    let ids = providers.map(\.id)
    #expect(ids == ["sina", "sina-cn", "sina-vip"])
    let lines = zip(ids, providers).map { (id: $0, text: BrandLine.text($1, in: brand)) }
    let english = lines.map { "\($0.id) (\($0.text.english))" }.joined(separator: "; ")
    let chinese = lines.map { "\($0.id)（\($0.text.simplifiedChinese)）" }.joined(separator: "；")
    #expect(CommandErrorSentence.explanation(fault, in: .english) == "\(brand.question.english) Choose one: \(english)")
    #expect(CommandErrorSentence.explanation(fault, in: .simplifiedChinese) == "\(brand.question.simplifiedChinese)请选择其中一个：\(chinese)")
    #expect(
      CommandErrorSentence.choices(fault).map(\.english)
        == lines.map { "--provider \($0.id)\(String(repeating: " ", count: 10 - $0.id.count))\($0.text.english)" })
    #expect(
      CommandErrorSentence.explanation(.missingValue("--email"), in: .english) == "--email needs a value. For all options: setup --help")
  }
}
