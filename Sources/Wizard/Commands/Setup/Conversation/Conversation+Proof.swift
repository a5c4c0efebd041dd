// The secret, the verification, and what to do after it.

import Catalog
import Platform
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

extension Conversation {
  /// How the proof ended.
  enum Proof {
    case done(ExitStatus)
    /// One question back.
    case back
    /// An earlier answer was changed; the conversation goes on there.
    case again(Position)
  }

  /// Asks for the secret and verifies until it works or the human leaves.
  func prove(_ given: inout AccountInput, _ started: AccountVerifier?) throws(Break) -> Proof {
    guard let address = given.address else { return .back }
    var run: AccountVerifier
    if let started { run = started } else { run = try usage { () throws(CommandError) in try AccountVerifier(given, address, terms) } }
    defer { run.stop() }
    var group = 0
    var entered: CleanedSecret?
    if let source = initial.source, source != .prompt { entered = run.cleaned(try read(source)) }
    if given.areServersDoubtful, try !looksRight(run, given) {
      dropServers(&given)
      return .again(.provider)
    }
    let keeping = try usage { () throws(CommandError) in
      try AccountSaver(arguments, initial.source ?? .prompt, address, provider: run.provider, terms)
    }
    while true {
      if entered == nil {
        let settings = try usage { () throws(CommandError) in try run.settings(group: group) }
        guard let secret = try askSecret(run, given, for: settings) else { return .back }
        entered = secret
      }
      guard let secret = entered else { return .back }
      let settings = try usage { () throws(CommandError) in try run.settings(group: group) }
      part(.proof)
      let view = other.view(of: settings, timing: run.timing)
      let outcomes = try usage { () throws(CommandError) in
        try run.verify(settings, secret, group: group, view: view, keepsTrace: true)
      }
      let isStopped = terms.interrupt.isRaised
      if isStopped {
        // Ctrl-C ends the verification and nothing else; any other signal ends the program.
        guard terms.interrupt.signal == SIGINT else { throw .farewell(.interrupted) }
        terms.interrupt.reset()
        remark(PromptSentence.stopped)
      } else {
        other.screen.line()
        ResultPage(outcomes: outcomes, language: terms.language).show(on: terms.result)
        if outcomes.verdict == .verified { return .done(concluded(outcomes, secret.secret, run, keeping)) }
      }
      repeat {
        switch try whatNow(outcomes, canChange: run.provider?.id != DemoProvider.id) {
        case .otherSecret: entered = nil
        case .same: break
        case .nextServers: group += 1
        case .guide:
          if let provider = run.provider { guide(provider, given, .steps) }
          entered = nil
        case .username(let mailProtocol):
          guard try askUsername(mailProtocol, &given, settings) else { continue }
          run.stop()
          run = try usage { () throws(CommandError) in try AccountVerifier(given, address, terms) }
        case .change:
          let changed = try change(&given, settings)
          if let changed, changed != .secret { return .again(changed) }
          guard changed != nil else { continue }
          run.stop()
          run = try usage { () throws(CommandError) in try AccountVerifier(given, address, terms) }
          group = 0
        case .trace:
          try saveTrace(run)
          continue
        // Who stopped it has no result, as who leaves before it.
        case .quit: return .done(isStopped ? .noInput : ExitStatus(outcomes))
        }
        break
      } while true
    }
  }

  /// After the proof: what the call says is done, else the human is asked. The demo's account ends with this run.
  private func concluded(_ outcomes: VerificationResult, _ secret: Secret, _ run: AccountVerifier, _ keeping: AccountSaver?) -> ExitStatus {
    if let keeping { return terms.afterwards { () throws(CommandError) in try keeping.keep(outcomes, secret) } }
    if run.provider?.id == DemoProvider.id { return .ok }
    return end(Proved(outcomes: outcomes, secret: secret, source: initial.source))
  }

  /// Looks at servers that nothing vouches for before a secret is asked for: what cannot work, or cannot be trusted, is
  /// known without one. Whether to go on is the human's word.
  private func looksRight(_ run: AccountVerifier, _ given: AccountInput) throws(Break) -> Bool {
    let settings = try usage { () throws(CommandError) in try run.settings(group: 0) }
    say(ProbeSentence.looking(2))
    let report = try usage { () throws(CommandError) in try run.probe(settings) }
    if terms.interrupt.isRaised { throw .farewell(.interrupted) }
    let doubtful = report.servers.filter { $0.obstacle != nil }
    for server in doubtful {
      guard let obstacle = server.obstacle else { continue }
      remark(FailureSentence.text(obstacle, at: server.target.endpoint))
    }
    if doubtful.isEmpty { return true }
    return try agrees(PromptSentence.enterAnyway)
  }

  /// nil where the human went back. An empty one is only given where it `mayBeEmpty`, and means another then.
  func askSecret(
    _ run: AccountVerifier, _ given: AccountInput, for settings: ServerSettings, mayBeEmpty: Bool = false
  ) throws(Break) -> CleanedSecret? {
    let page = run.provider?.pageOfSecret
    while true {
      say(PromptSentence.goesTo(run.provider?.secret, run.address, settings.hosts))
      let answer: SecretAnswer
      do throws(Farewell) {
        answer = try other.secret(run.provider?.secret, hasPage: page != nil && terms.browser != nil)
      } catch {
        throw .farewell(error)
      }
      let secret: Secret
      switch answer {
      case .back: return nil
      case .guide:
        if let provider = run.provider { guide(provider, given, .whole) }
        continue
      case .page:
        if let page, let browser = terms.browser {
          if browser.open(page) { say(PromptSentence.opened(page)) } else { remark(PromptSentence.noBrowser) }
        }
        continue
      case .severalLines:
        remark(PromptSentence.lineEndInSecret)
        continue
      case .given(let given): secret = given
      }
      if let fault = secret.fault {
        switch fault {
        case .empty where mayBeEmpty: return SecretKind.uncatalogued(secret)
        case .empty: remark(PromptSentence.needsAnswer)
        case .tooLong: remark(CommandErrorSentence.text(.secret(.tooLong)).error)
        case .forbiddenOctet: remark(CommandErrorSentence.text(.secret(.forbiddenOctet)).error)
        }
        continue
      }
      if secret.withOctets({ $0.contains(0x1b) }) {
        remark(PromptSentence.escapeInSecret)
        continue
      }
      let cleaned = run.cleaned(secret)
      say(ResultSentence.arrived(count: cleaned.characters, removed: cleaned.removed))
      guard cleaned.fits == false, let kind = run.provider?.secret else { return cleaned }
      remark(ResultSentence.shapeDiffers(kind, count: cleaned.characters))
      if try agrees(PromptSentence.sendAnyway) { return cleaned }
    }
  }

  enum Next {
    case otherSecret, same, nextServers, change, guide, trace, quit
    case username(MailProtocol)
  }

  func whatNow(_ outcomes: VerificationResult, canChange: Bool) throws(Break) -> Next {
    var choices: [(Next, Text)] = [(.otherSecret, PromptSentence.tryAgain), (.same, PromptSentence.trySame)]
    if let next = outcomes.nextServers { choices.append((.nextServers, PromptSentence.tryServers(next.imap))) }
    choices += outcomes.otherUsernames.map { (.username($0), PromptSentence.tryUserName($0)) }
    if canChange { choices.append((.change, PromptSentence.change)) }
    if outcomes.provider != nil { choices.append((.guide, PromptSentence.showGuide)) }
    choices += [(.trace, PromptSentence.saveTrace), (.quit, PromptSentence.quit)]
    other.screen.line()
    let menu = Menu(title: PromptSentence.whatNow, items: choices.map(\.1), mayGoBack: false, quit: choices.count - 1)
    guard case .given(let position) = try choose(menu) else { return .quit }
    return choices[position].0
  }

  private enum Answered {
    case imap, smtp
    case username(MailProtocol?)
    case address, provider
  }

  /// Changes one answer and keeps the others. Gives the place to go on at; nil where nothing was changed.
  private func change(_ given: inout AccountInput, _ settings: ServerSettings) throws(Break) -> Position? {
    func now(_ label: Text, _ value: String) -> Text {
      Text("\(label.english): \(value)", "\(label.simplifiedChinese)：\(value)")
    }
    var items: [(Answered, Text)] = [
      (.imap, now(Labels.imapServer, "\(settings.imap)")), (.smtp, now(Labels.smtpServer, "\(settings.smtp)")),
    ]
    if settings.imapUsername == settings.smtpUsername {
      items.append((.username(nil), now(PromptSentence.userName, "\(Visible(settings.imapUsername))")))
    } else {
      items.append((.username(.imap), now(PromptSentence.userName(.imap), "\(Visible(settings.imapUsername))")))
      items.append((.username(.smtp), now(PromptSentence.userName(.smtp), "\(Visible(settings.smtpUsername))")))
    }
    items.append((.address, now(PromptSentence.address, "\(given.address?.description ?? "")")))
    if let provider = given.provider {
      let text = Text(
        "\(Labels.provider.english): \(provider.name.english)", "\(Labels.provider.simplifiedChinese)：\(provider.name.simplifiedChinese)")
      items.append((.provider, text))
    }
    guard case .given(let position) = try choose(Menu(title: PromptSentence.whatToChange, items: items.map(\.1))) else { return nil }
    switch items[position].0 {
    case .imap:
      guard let imap = try askEndpoint(.imap, defaultPort: 993, initial: "\(settings.imap)") else { return nil }
      return try take((imap, settings.smtp), &given)
    case .smtp:
      guard let smtp = try askEndpoint(.smtp, defaultPort: 465, initial: "\(settings.smtp)") else { return nil }
      return try take((settings.imap, smtp), &given)
    case .username(let mailProtocol):
      let label = mailProtocol.map { PromptSentence.userName($0) } ?? PromptSentence.userName
      let initial = mailProtocol == .smtp ? settings.smtpUsername : settings.imapUsername
      guard case .given(let name) = try ask(Question(label: label, help: PromptSentence.userNameHelp, initial: initial))
      else { return nil }
      given.usernames = Usernames(imap: settings.imapUsername, smtp: settings.smtpUsername)
      for each in mailProtocol.map({ [$0] }) ?? MailProtocol.allCases { given.usernames[each] = name }
      return .secret
    case .address:
      // What was made of the old address goes with it.
      (given.formerAddress, given.address, given.usernames) = (given.address, nil, initial.usernames)
      return .address
    case .provider:
      (given.provider, given.servers) = (nil, nil)
      (given.formerAddress, given.address) = (given.address, nil)
      return .provider
    }
  }

  /// Other servers for the same secret, if the human agrees to where it would go then.
  private func take(_ servers: (imap: Endpoint, smtp: Endpoint), _ given: inout AccountInput) throws(Break) -> Position? {
    var changed = given
    changed.servers = servers
    guard try agreesToServers(&changed) else { return nil }
    given = changed
    return .secret
  }

  private func saveTrace(_ run: AccountVerifier) throws(Break) {
    let question = Question(label: PromptSentence.traceFile, help: PromptSentence.traceHelp, initial: "setup-trace.txt")
    guard case .given(let file) = try ask(question) else { return }
    do throws(CommandError) { try run.saveTrace(to: file) } catch { remark(CommandErrorSentence.text(error).error) }
  }
}

extension ServerSettings {
  /// Where a secret would go: IMAP before SMTP, each host once.
  var hosts: [HostName] { imap.host == smtp.host ? [imap.host] : [imap.host, smtp.host] }
}

extension Provider {
  /// The page where the secret is made: the first address of the steps that lead to it.
  var pageOfSecret: WebAddress? {
    steps.first { $0.part == .obtain && $0.url != nil }?.url ?? steps.first { $0.url != nil }?.url
  }
}
