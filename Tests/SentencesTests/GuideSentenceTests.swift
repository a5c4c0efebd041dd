// Sentences of pages and prompts, for every provider in the catalog.

import Catalog
import Operations
import Sentences
import Testing
import Vocabulary

@Suite("Sentences of pages and prompts") struct GuideSentenceTests {
  private static let bundled = ProviderDirectory().catalog.providers

  private static func provider(_ id: String) throws -> Provider { try #require(bundled.first { $0.id == id }) }

  private static func endpoint(_ text: String) throws -> Endpoint {
    let (host, port) = try #require(Endpoint.parse(text, defaultPort: 993))
    return Endpoint(host: host, port: port, security: .tls)
  }

  /// Labels and sentences without parameters.
  private static let words: [Text] = [
    Labels.parameters, Labels.port, Labels.userName, Labels.otherwise, Labels.menu, Labels.goodToKnow, Labels.questions,
    Labels.keepInMind, Labels.help, Labels.serverSaid, Labels.likelyCause, Labels.likelyCauses, Labels.doThis,
    Labels.step,
    Labels.nextServers, Labels.ok, Labels.failed, Labels.skipped, Labels.provider, Labels.imapServer, Labels.smtpServer,
  ]
  private static let sentences: [Text] = [
    GuideSentence.shownOnce, GuideSentence.serversNotConfirmed(hasHelp: true),
    GuideSentence.serversNotConfirmed(hasHelp: false), GuideSentence.only(for: ["one.example", "two.example"]), ResultSentence.nothingSaved,
    CommandErrorSentence.nothingVerified,
    FailureSentence.interrupted, DiscoverySentence.next, DiscoverySentence.brands, DiscoverySentence.chooseBrand, DiscoverySentence.byHand,
    DiscoverySentence.useFound, DiscoverySentence.knowsNothing, QRCodeSentence.darkOnly, QRCodeSentence.notATerminal,
    QRCodeSentence.lineMode,
    QRCodeSentence.tooSmall(columns: 41, rows: 22),
  ]
  private static let prompts: [Text] = [
    PromptSentence.welcome, PromptSentence.provider, PromptSentence.number, PromptSentence.address, PromptSentence.escapeInSecret,
    PromptSentence.sendAnyway, PromptSentence.enterAnyway, PromptSentence.whatNow, PromptSentence.tryAgain(nil),
    PromptSentence.showGuide,
    PromptSentence.quit, PromptSentence.choice, PromptSentence.chooseOne, PromptSentence.needsAnswer, PromptSentence.ownServers,
    PromptSentence.notAServer(.imap), PromptSentence.notAServer(.smtp), PromptSentence.userName, PromptSentence.traceFile,
    PromptSentence.which, PromptSentence.lineEndInSecret,
    PromptSentence.change, PromptSentence.saveTrace, PromptSentence.whatToChange, PromptSentence.stopped, PromptSentence.other,
    PromptSentence.noBrowser, PromptSentence.running, PromptSentence.addressHelp, PromptSentence.listHelp, PromptSentence.serverHelp,
    PromptSentence.userNameHelp,
    PromptSentence.traceHelp, PromptSentence.nothingFits,
  ]
  private static let keys: [Text] = [
    PromptSentence.keysOfText, PromptSentence.keysOfFirst, PromptSentence.keysOfList, KeySentence.menu(mayGoBack: true),
    KeySentence.menu(mayGoBack: false), KeySentence.question(initial: false), KeySentence.question(initial: true),
    PromptSentence.keysOfSecret(hasGuide: true, hasPage: true),
  ]
  private static let answers: [Text] = [
    KeySentence.questionHelp, KeySentence.shown(4, of: 18), KeySentence.pasteIgnored, KeySentence.firstLineOnly, KeySentence.secretAtMenu,
    KeySentence.notAChoice(PromptSentence.whatNow, count: 5), KeySentence.notAnEntry(count: 5), KeySentence.notYesOrNo,
    KeySentence.inBackground, KeySentence.timedOut, PromptSentence.matches(3), PromptSentence.ownDomain,
    PromptSentence.similar(Text("Gmail", "Gmail（谷歌邮箱）")), MenuHelp.afterFailure, MenuHelp.afterSuccess, MenuHelp.slip, MenuHelp.elsewhere,
    MenuHelp.encryption, MenuHelp.saved, MenuHelp.whichSaved, MenuHelp.document,
    KeySentence.notOneOfThese,
    MenuHelp.brand, MenuHelp.keyring, MenuHelp.client, MenuHelp.file, MenuHelp.similarDomain, MenuHelp.otherProvider, MenuHelp.discovery,
    MenuHelp.signIn, MenuHelp.account,
  ]
  private static let closed: [Text] =
    Step.Part.allCases.map { Labels.part($0) } + Note.Kind.allCases.map { Labels.question($0) } + Stage.allCases.map { Labels.stage($0) }
  private static let fixed: [Text] =
    words + sentences + prompts + keys + answers + closed + PromptSentence.Part.allCases.map { PromptSentence.part($0) }
    + Provider.Status.allCases.map { GuideSentence.status($0) } + MailProtocol.allCases.map { ResultSentence.works($0) }
    + MailProtocol.allCases.map { PromptSentence.server($0) } + oauth
    + [CauseSentence.noRepetition, CauseSentence.lockoutRisk, SendTestSentence.marking] + handOver
  private static let handOver: [Text] =
    [
      PromptSentence.later(isLocking: true), PromptSentence.later(isLocking: false), EndingSentence.nothingYet, EndingSentence.saveFile,
      EndingSentence.saveTo, EndingSentence.saveToHelp,
      DemoSentence.mailboxes, DemoSentence.removed, GuideSentence.inBrowser, GuideSentence.onPhone, PromptSentence.qrCode,
      PromptSentence.goOn,
    ] + DemoSituation.allCases.map(DemoSentence.what)
    + again + AccountSentence.calls
  private static let again: [Text] = [nil, Cause.imapDisabled, .smtpDisabled, .webLoginRequired].map { PromptSentence.trySame(after: $0) }
  private static let oauth: [Text] =
    [OAuthGuideSentence.heading, OAuthGuideSentence.registering]
    + OAuthService.Registration.allCases.map { OAuthGuideSentence.registration($0) }
    + [OAuthGuideSentence.ways(OAuthService.Grant.allCases), OAuthGuideSentence.unconfirmed(OAuthService.Fact.allCases)].compactMap { $0 }
    + OAuthService.ClientSecret.allCases.compactMap { OAuthGuideSentence.clientSecret($0) }

  @Test("sentences without parameters are right in both languages", arguments: fixed) func words(_ text: Text) {
    #expect(Prose(text: text, quoted: ["imap.example.org:993", "--imap 服务器:端口", "--smtp 服务器:端口"]).faults == [], "\(text)")
  }

  @Test("sentences with numbers and hosts are right in both languages") func filled() throws {
    let address = try MailAddress("you@example.org")
    let (imap, smtp) = (try Self.endpoint("imap.example.org:993"), try Self.endpoint("smtp.example.org:465"))
    let domain = try #require(HostName("example.org"))
    let texts: [Text] = [
      PromptSentence.ownAddress(at: Text("iCloud Mail", "iCloud 邮箱（苹果）")), PromptSentence.mayLock(2),
      PromptSentence.ownAddressHelp(Text("iCloud Mail", "iCloud 邮箱（苹果）"), nil),
      PromptSentence.notAtProvider(Text("iCloud Mail", "iCloud 邮箱（苹果）"), ["icloud.com", "me.com"]),
      ResultSentence.notVerified(address), ResultSentence.otherPort(imap, smtp), ResultSentence.nextServers(imap, smtp),
      ResultSentence.nextServersHow(imap, smtp), ResultSentence.arrived(count: 16, removed: 0),
      ResultSentence.arrived(count: 16, removed: 1),
      ResultSentence.arrived(count: 16, removed: 3), ResultSentence.arrived(count: 19, removed: 0, replaced: 3, added: 1),
      AddressSentence.mixedScripts, AddressSentence.keep(address), ResultSentence.traceWritten(Visible("trace.txt")),
      EndingSentence.export, EndingSentence.save, EndingSentence.card, EndingSentence.nothing, EndingSentence.saveFirst,
      EndingSentence.taken(Visible("work")), EndingSentence.whereSecret, EndingSentence.nowhere, EndingSentence.fileAnyway,
      EndingSentence.whichClient, EndingSentence.whatWithIt, EndingSentence.write, EndingSentence.nameHelp,
      EndingSentence.entered(Text("app password", "应用密码")), EndingSentence.call, PromptSentence.tryServers(imap),
      PromptSentence.several(3), PromptSentence.noProvider(Visible("typo")), PromptSentence.didYouMean(["gmail", "qq"]),
      PromptSentence.checking(.imap, imap), NoticeSentence.text(.looseFile("pw.txt")),
      DiscoverySentence.front(domain, domain, "Filter", forwards: true),
      DiscoverySentence.front(domain, domain, "Filter", forwards: false), DiscoverySentence.asking(domain),
      DiscoverySentence.trying(domain), DiscoverySentence.answers(imap), DiscoverySentence.answersNot(domain, imap),
      DiscoverySentence.agree([domain]),
      CatalogSentence.from(Visible("mine.json")), NoticeSentence.text(.markFromCommand("helper")),
      CatalogSentence.good(3, Visible("mine.json")),
      PromptSentence.secretLine(nil, inConversation: true), PromptSentence.secretLine(nil, inConversation: false),
      PromptSentence.secret(nil),
    ]
    for text in texts { #expect(Prose(text: text).faults == [], "\(text)") }
    #expect(ResultSentence.verified(address).english.hasPrefix("It works"))
    #expect(ResultSentence.arrived(count: 16, removed: 1).english.contains("1 extra character removed"))
  }

  @Test("sentences with a provider's name and term are right for every provider", arguments: bundled.map(\.id)) func ofProviders(
    _ id: String
  ) throws {
    let provider = try Self.provider(id)
    let domain = try #require(HostName("example.org"))
    var texts: [Text] = [
      PromptSentence.chosen(provider), CatalogSentence.displaces(provider, domain, Visible("mine.json")),
      CatalogSentence.displaces(provider, nil, Visible("mine.json")),
      PromptSentence.secretLine(provider.secret, inConversation: true, hasPage: true),
      PromptSentence.secretLine(provider.secret, inConversation: false), CommandErrorSentence.cannotVerify(provider.name),
      GuideSentence.checked(provider),
      PromptSentence.belongs(try MailAddress("you@example.org"), to: provider, notTo: provider), Labels.part(.obtain, of: provider),
      GuideSentence.userName(provider.username.imap, nil),
      GuideSentence.userName(provider.username.smtp, try MailAddress("you@example.org")),
      DiscoverySentence.mx(domain, domain, provider, []), DiscoverySentence.mx(domain, domain, provider, [provider]),
      DiscoverySentence.platform(domain, domain, [provider]),
    ]
    if let needs = GuideSentence.needs(provider.secret) { texts.append(needs) }
    if let format = provider.secret.format {
      texts.append(GuideSentence.looks(provider.secret, format))
      for typed in ["\u{200b}", " ABC", "abc–ａ", "!?", "ABCDEFGHIJ12abcde!", "密码"] {
        let cleaned = provider.secret.cleaned(Secret(copying: typed.utf8))
        texts.append(try #require(SecretFindingSentence.text(cleaned, provider.secret), "\(typed)"))
      }
    }
    let quoted = ["you@example.org", "example.org", provider.secret.format?.example ?? "", provider.secret.localTerm ?? ""]
    for text in texts where !["you@example.org", "you"].contains(text.english) {
      #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)")
    }
  }

  @Test("the catalog's own English has its articles right", arguments: bundled.map(\.id)) func articles(_ id: String) throws {
    let provider = try Self.provider(id)
    let texts = provider.steps.map(\.text) + provider.notes.map(\.text) + provider.servers.compactMap(\.note)
    for text in texts + [provider.statusNote, provider.secret.endedBy, provider.username.note].compactMap({ $0 }) {
      #expect(Prose.articles(text.english) == [], "\(text.english)")
    }
  }
}
