// Sentences about every error in a command line and in a provider file.

import AccountStore
import Documents
import MailClients
import SecretStores
import Sentences
import Testing
import Vocabulary

@Suite("Sentences about command lines") struct UsageSentenceTests {
  /// One of each error. `word` replaces what a user typed or the system printed.
  private static func faults(_ word: String) -> [CommandError] {
    let format = MailClient.msmtp.profile.imports[0]
    let secrets: [SecretFault] = [
      .empty, .tooLong, .forbiddenOctet, .unset(word), .unreadable(word, reason: word), .commandFailed(word, status: 2), .noTerminal,
      .standardInputIsTerminal, .timedOut, .wideText,
    ]
    return [
      .unknownOption(word, suggestion: nil), .unknownOption(word, suggestion: "--provider"), .unknownCommand(word, suggestion: nil),
      .unknownCommand(word, suggestion: "setup guide"), .unknownProvider(word, suggestions: []),
      .unknownProvider(word, suggestions: ["gmail", "qq"]),
      .severalProviders(["sina", "sina-cn"]), .brand(Text("Which one?", "是哪一种？"), [.init(value: "a", text: Text("One.", "一。"))]),
      .missingValue("--email"), .unwantedValue("--json"), .givenTwice("--email"), .unwantedArgument(word),
      .misplacedOption("--trace", of: "setup send-test"),
      .missingArgument("setup guide", what: CommandSentence.needsProvider, example: "setup guide yandex"),
      .badValue(option: "--timeout", value: word, expected: Text("a number", "数字")), .secretOnCommandLine,
      .missingPair("--imap", other: "--smtp"),
      .conflict("--json", "--plain"), .missingInput("--email"), .noProvider, .unreadableFile(word, reason: word), .noTrustStore,
      .badCatalog(word, Text("is empty", "是空的")), .needsYes(hosts: ["imap.example.org"], found: Text("Found.", "找到了。")),
      .unnamedServers(
        Text("Not its server.", "不是它的服务器。"), [HostName("imap.example.org")].compactMap { $0 }, call: "setup send-test --yes"), .interrupted,
      .dnsFailed,
      .cannotWrite(word, reason: word), .system(word), .takesNoPassword(Text("Mail", "邮箱"), mayAgree: true),
      .export(.unusableName), .export(.obstructed(.mutt, .sendsNoID, alternatives: [.neomutt])), .export(.cannotHold(.msmtp, .address)),
      .unknownAccount(word, suggestions: []), .unknownAccount(word, suggestions: ["work"]), .severalAccounts(word, ["home", "work"]),
      .registry(.noHome), .needsOption("--store", "--save"), .noSecretKept(word), .keeping(.locked(.pass)), .dialect(.notText(.neomutt)),
      .secretOnTerminal, .noAccountFor(word), .nameTaken(word), .nameIsAddress(word, of: word), .addressIsName(word, of: word),
      .secretUnsettled(word), .secretUnknown(word), .storing(StoringError(reason: .differs(.pass), isRestored: false)),
      .needsConsent(AccountSentence.removalNeedsConsent),
      .writing(.noFile(.curl)), .noConfiguration(format, places: [word, word]), .noAccountFound(word, format),
      .notUTF8Argument(3), .notUTF8Variable("HOME"), .privileged,
    ] + MailAddress.Error.allCases.map { .address($0) } + secrets.map { .secret($0) }
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
    case .noProvider: 15
    case .address: 16
    case .unreadableFile: 17
    case .secret: 18
    case .noTrustStore: 19
    case .badCatalog: 20
    case .needsYes: 21
    case .unnamedServers: 51
    case .interrupted: 22
    case .cannotWrite: 23
    case .system: 24
    case .dnsFailed: 25
    case .export: 26
    case .takesNoPassword: 27
    case .unknownAccount: 28
    case .severalAccounts: 29
    case .registry: 30
    case .needsOption: 31
    case .noSecretKept: 32
    case .keeping: 33
    case .dialect: 34
    case .secretOnTerminal: 35
    case .noAccountFor: 36
    case .nameTaken: 37
    case .needsConsent: 38
    case .writing: 39
    case .noConfiguration: 40
    case .noAccountFound: 41
    case .notUTF8Argument: 42
    case .notUTF8Variable: 43
    case .privileged: 44
    case .nameIsAddress: 45
    case .addressIsName: 46
    case .secretUnsettled: 47
    case .misplacedOption: 48
    case .secretUnknown: 49
    case .storing: 50
    }
  }

  @Test("the list has every error") func complete() { #expect(Set(Self.faults("x").map(Self.place)) == Set(0...51)) }

  @Test("each has a sentence, right in both languages", arguments: faults("WORD")) func good(_ fault: CommandError) {
    let (error, hint) = CommandErrorSentence.text(fault)
    let quoted = ["WORD", "imap.example.org"]
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
    #expect(ResultSentence.arrived(count: 2, removed: 1).english == "2 characters entered; 1 separator removed.")
    #expect(ResultSentence.arrived(count: 16, removed: 3).english == "16 characters entered; 3 separators removed.")
    #expect(CatalogSentence.good(1, Visible("f")).english == "f: 1 provider, no problems found.")
    #expect(CatalogSentence.good(0, Visible("f")).english == "f: 0 providers, no problems found.")
  }

  @Test("a JSON document has the error, the hint and the choices in one text") func explanation() {
    let brand = CommandError.brand(
      Text("Which one?", "是哪一种？"), [.init(value: "a", text: Text("One", "一")), .init(value: "b-c", text: Text("Two", "二"))])
    #expect(CommandErrorSentence.explanation(brand, in: .english) == "Which one? Choose one: a (One); b-c (Two)")
    #expect(CommandErrorSentence.explanation(brand, in: .simplifiedChinese) == "是哪一种？请选择其中一个：a（一）；b-c（二）")
    #expect(CommandErrorSentence.choices(brand).map(\.english) == ["--provider a    One", "--provider b-c  Two"])
    #expect(
      CommandErrorSentence.explanation(.missingValue("--email"), in: .english) == "--email needs a value. For all options: setup --help")
  }
}
