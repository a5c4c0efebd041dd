// The secret, the verification, and what to do after it.

import Catalog
import CommandLine
import Operations
import Output
import Platform
import Prompts
import SecretStores
import Sentences
import Session
import Terminal
import Vocabulary

extension Conversation {
  /// How the verification ended.
  enum Proof {
    case done(ExitStatus)
    /// The user goes back to the previous question.
    case back
    /// The user has changed an earlier answer, and the conversation continues there.
    case again(Position)
  }

  /// Asks for the secret and verifies the account until it works or the user leaves.
  func prove(_ input: inout AccountInput, _ started: AccountVerifier?) throws(CommandError) -> Proof {
    guard let address = input.address else { return .back }
    if input.areServersDoubtful, try !looksRight(input, address) {
      dropServers(&input)
      return .again(.provider)
    }
    let kind: Secret.Kind = input.app.wantsSignIn ? .tokenRecord : input.signIn.secretKind
    let saver = try context.saver(arguments, input.source ?? .prompt, of: kind, address, provider: input.provider)
    // The demo's own servers have to run before anyone can sign in there.
    let demo = if started == nil, input.isDemo { try context.verifier(input, address) } else { started }
    var signedIn: SignedIn?
    if input.app.wantsSignIn {
      signedIn = try signIn(&input, as: address, demo: demo?.demoSignIn)
      if signedIn == nil {
        demo?.stop()
        return .again(.signIn)
      }
    }
    var run: AccountVerifier
    if let demo { run = demo } else { run = try context.verifier(input, address) }
    defer { run.stop() }
    run.use(input.signIn)
    var group = 0
    var refusals = 0
    var entered = signedIn.map { run.cleaned($0.accessToken) }
    if let source = input.source, source != .prompt, signedIn == nil {
      guard let read = try readSecret(from: source, run, &input) else { return .again(.signIn) }
      entered = read
    }
    while true {
      if entered == nil {
        let settings = try operation(run.settings(group: group))
        guard let secret = try askSecret(run, input, for: settings) else { return .back }
        entered = secret
      }
      guard let secret = entered else { return .back }
      let settings = try operation(run.settings(group: group))
      part(.proof)
      let view = prompter.view(of: settings, timing: run.timing)
      let verification = try run.verify(settings, secret, group: group, keepsTrace: true, view: view)
      let isStopped = context.interrupt.isRaised
      if isStopped {
        // Ctrl-C ends only the verification. Any other signal ends the program.
        guard context.interrupt.signal == SIGINT else { throw .interrupted }
        context.interrupt.reset()
        remark(PromptSentence.stopped)
      } else {
        prompter.screen.line()
        ResultOutput.show(verification, on: context.console, asDocument: false)
        if verification.isLoginRefused { refusals += 1 }
        if verification.outcome == .verified { return .done(concluded(verification, secret.secret, signedIn?.record, input, run, saver)) }
      }
      if refusals >= 2 { remark(PromptSentence.mayLock(refusals)) }
      repeat {
        switch try whatNow(verification, refusals: refusals, canChange: run.provider?.isDemo != true) {
        case .otherSecret where input.usesToken:
          (input.source, input.signIn, input.app.way) = (nil, .password, nil)
          return .again(.signIn)
        case .otherSecret: entered = nil
        case .same: break
        case .nextServers: group += 1
        case .guide:
          if let provider = run.provider { guide(provider, input, .steps) }
          if !input.usesToken { entered = nil }
        case .username(let mailProtocol):
          guard try askUsername(mailProtocol, &input, settings) else { continue }
          run.stop()
          run = try context.verifier(input, address)
          if try repeatsRefusal(verification, run) { entered = nil }
        case .change:
          let changed = try change(&input, settings)
          if let changed, changed != .secret { return .again(changed) }
          guard changed != nil else { continue }
          run.stop()
          run = try context.verifier(input, address)
          group = 0
          if try repeatsRefusal(verification, run) { entered = nil }
        case .page(let page):
          if let browser = context.browser, browser.open(page) {
            say(PromptSentence.opened(page))
          } else {
            remark(PromptSentence.noBrowser)
          }
          continue
        case .trace:
          try saveTrace(run)
          continue
        // A stopped verification has no result.
        case .quit, .later: return .done(isStopped ? .noInput : ExitStatus(verification))
        }
        break
      } while true
    }
  }

  /// Saves the account if the call says so, else asks what to do with it. The demo's account exists only in this run.
  private func concluded(
    _ verification: VerificationResult, _ secret: Secret, _ record: TokenRecord?, _ input: AccountInput, _ run: AccountVerifier,
    _ saver: AccountSaver?
  ) -> ExitStatus {
    if let saver {
      return context.afterwards { () throws(CommandError) in
        try context.keep(verification, secret, record: record, saver, arguments)
      }
    }
    if run.provider?.isDemo == true { return .ok }
    return end(VerifiedAccount(verification: verification, secret: secret, record: record, source: input.source))
  }

  /// Reads the secret from a source of the call, or a token from the user's command. Returns `nil` after telling why the command gave
  /// none: the other ways are then offered again.
  private func readSecret(
    from source: SecretSource, _ run: AccountVerifier, _ input: inout AccountInput
  ) throws(CommandError) -> CleanedSecret? {
    do throws(OperationError) {
      let read = run.cleaned(try context.reader.read(source, as: run.secretKind))
      if input.signIn.usesToken { try run.check(read) }
      return read
    } catch {
      guard case .token = error, initial.source == nil else { throw CommandError(error) }
      context.console.complain(.operation(error))
      (input.source, input.signIn) = (nil, .password)
      return nil
    }
  }

  /// Probes servers that nothing confirms before the question for the secret, because a server that cannot work or cannot be trusted
  /// shows that without one. Returns whether the user wants to continue.
  private func looksRight(_ input: AccountInput, _ address: MailAddress) throws(CommandError) -> Bool {
    let run = try context.verifier(input, address)
    defer { run.stop() }
    let settings = try operation(run.settings(group: 0))
    say(ProbeSentence.looking(2))
    let report = try operation(run.probe(settings))
    if context.interrupt.isRaised { throw .interrupted }
    let doubtful = report.servers.filter { $0.obstacle != nil }
    for server in doubtful {
      guard let obstacle = server.obstacle else { continue }
      remark(FailureSentence.text(obstacle, at: server.target.endpoint))
    }
    if doubtful.isEmpty { return true }
    return try confirm(PromptSentence.enterAnyway)
  }

  /// Asks for the secret. Returns `nil` if the user goes back. With `mayBeEmpty` the user may enter none, which means the saved one.
  func askSecret(
    _ run: AccountVerifier, _ input: AccountInput, for settings: ServerSettings, mayBeEmpty: Bool = false
  ) throws(CommandError) -> CleanedSecret? {
    let page = run.provider?.pageOfSecret
    while true {
      say(PromptSentence.goesTo(run.provider?.secret, run.address, settings.hosts))
      let secret: Secret
      switch try prompter.secret(run.provider?.secret, hasPage: page != nil && context.browser != nil) {
      case .back: return nil
      case .guide:
        if let provider = run.provider { guide(provider, input, .whole) }
        continue
      case .page:
        if let page, let browser = context.browser {
          if browser.open(page) { say(PromptSentence.opened(page)) } else { remark(PromptSentence.noBrowser) }
        }
        continue
      case .severalLines:
        remark(PromptSentence.lineEndInSecret)
        continue
      case .given(let input): secret = input
      }
      if let fault = secret.fault {
        switch fault {
        case .empty where mayBeEmpty: return SecretKind.uncatalogued(secret)
        case .empty: remark(PromptSentence.needsAnswer)
        case .tooLong: remark(OperationErrorSentence.text(.tooLong))
        case .forbiddenOctet: remark(OperationErrorSentence.text(.forbiddenOctet))
        }
        continue
      }
      if secret.withOctets({ $0.contains(0x1b) }) {
        remark(PromptSentence.escapeInSecret)
        continue
      }
      let cleaned = run.cleaned(secret)
      say(
        ResultSentence.arrived(
          count: cleaned.characters, removed: cleaned.removed, replaced: cleaned.replaced, added: cleaned.added))
      if let doubt = SecretFindingSentence.text(cleaned, run.provider?.secret) { remark(doubt) }
      if cleaned.fits != false { return cleaned }
      if try confirm(PromptSentence.sendAnyway) { return cleaned }
    }
  }

  /// Asks what to do next.
  private func whatNow(
    _ verification: VerificationResult, refusals: Int, canChange: Bool
  ) throws(CommandError) -> NextStep {
    let page = context.browser == nil ? nil : verification.pageToOpen
    let steps = NextStep.all(after: verification, refusals: refusals, canChange: canChange, page: page)
    let items = steps.map { step in
      switch step {
      case .otherSecret:
        switch verification.signIn {
        case .password: PromptSentence.tryAgain
        case .token: SignInSentence.otherCommand
        case .oauth: SignInSentence.signInAgain
        }
      case .same: PromptSentence.trySame
      case .nextServers: verification.nextServers.map { PromptSentence.tryServers($0.imap) } ?? PromptSentence.change
      case .username(let mailProtocol): PromptSentence.tryUserName(mailProtocol)
      case .change: PromptSentence.change
      case .guide: PromptSentence.showGuide
      case .trace: PromptSentence.saveTrace
      case .page(let page): PromptSentence.openPage(page)
      case .later: PromptSentence.later
      case .quit: PromptSentence.quit
      }
    }
    prompter.screen.line()
    let quit = steps.firstIndex { $0 == .quit || $0 == .later } ?? steps.count - 1
    // What is pasted here is the new password, if the next question is for one.
    let pasteItem = verification.signIn.usesToken ? nil : steps.firstIndex(of: .otherSecret)
    let menu = Menu(
      title: PromptSentence.whatNow, help: MenuHelp.afterFailure, items: items, mayGoBack: false, quit: quit, pasteItem: pasteItem)
    guard case .given(let position) = try prompter.choose(menu) else { return .quit }
    return steps[position]
  }

  /// Returns whether `run` would send the secret once more to a server that has refused it, under the same user name.
  private func repeatsRefusal(_ verification: VerificationResult, _ run: AccountVerifier) throws(CommandError) -> Bool {
    let settings = try operation(run.settings(group: 0))
    return MailProtocol.allCases.contains { side in
      let report = verification[side]
      guard report.failure?.stage == .login, report.failure?.outcome == .refused else { return false }
      let (endpoint, username) = side == .imap ? (settings.imap, settings.imapUsername) : (settings.smtp, settings.smtpUsername)
      return endpoint.host == report.endpoint.host && username == report.username
    }
  }

  private enum Answered {
    case imap, smtp
    case username(MailProtocol?)
    case address, provider
  }

  /// Changes one answer and keeps the others. Returns the question that is next, or `nil` if nothing was changed.
  private func change(_ input: inout AccountInput, _ settings: ServerSettings) throws(CommandError) -> Position? {
    let now: (Text, String) -> Text = { Text.labelled($0, $1) }
    var items: [(Answered, Text)] = [
      (.imap, now(Labels.imapServer, "\(settings.imap)")), (.smtp, now(Labels.smtpServer, "\(settings.smtp)")),
    ]
    if settings.imapUsername == settings.smtpUsername {
      items.append((.username(nil), now(PromptSentence.userName, "\(Visible(settings.imapUsername))")))
    } else {
      items.append((.username(.imap), now(PromptSentence.userName(.imap), "\(Visible(settings.imapUsername))")))
      items.append((.username(.smtp), now(PromptSentence.userName(.smtp), "\(Visible(settings.smtpUsername))")))
    }
    items.append((.address, now(PromptSentence.address, "\(input.address?.description ?? "")")))
    if let provider = input.provider {
      items.append((.provider, Text.labelled(Labels.provider, provider.name)))
    }
    let menu = Menu(title: PromptSentence.whatToChange, help: MenuHelp.change, items: items.map(\.1))
    guard case .given(let position) = try prompter.choose(menu) else { return nil }
    switch items[position].0 {
    case .imap:
      guard let imap = try askEndpoint(.imap, defaultPort: 993, initial: "\(settings.imap)") else { return nil }
      return try take((imap, settings.smtp), &input)
    case .smtp:
      guard let smtp = try askEndpoint(.smtp, defaultPort: 465, initial: "\(settings.smtp)") else { return nil }
      return try take((settings.imap, smtp), &input)
    case .username(let mailProtocol):
      let label = mailProtocol.map { PromptSentence.userName($0) } ?? PromptSentence.userName
      let initial = mailProtocol == .smtp ? settings.smtpUsername : settings.imapUsername
      guard case .given(let name) = try prompter.ask(Question(label: label, help: PromptSentence.userNameHelp, initial: initial))
      else { return nil }
      input.usernames = Usernames(imap: settings.imapUsername, smtp: settings.smtpUsername)
      for each in mailProtocol.map({ [$0] }) ?? MailProtocol.allCases { input.usernames[each] = name }
      return .secret
    case .address:
      // The user names were derived from the old address.
      (input.formerAddress, input.address, input.usernames) = (input.address, nil, initial.usernames)
      return .address
    case .provider:
      (input.provider, input.servers) = (nil, nil)
      (input.formerAddress, input.address) = (input.address, nil)
      return .provider
    }
  }

  /// Sets other servers for the same secret, if the user agrees to them.
  private func take(_ servers: (imap: Endpoint, smtp: Endpoint), _ input: inout AccountInput) throws(CommandError) -> Position? {
    var changed = input
    changed.servers = servers
    guard try agreesToServers(&changed) else { return nil }
    input = changed
    return .secret
  }

  private func saveTrace(_ run: AccountVerifier) throws(CommandError) {
    let question = Question(label: PromptSentence.traceFile, help: PromptSentence.traceHelp, initial: "setup-trace.txt")
    guard case .given(let file) = try prompter.ask(question) else { return }
    do throws(OperationError) { try run.saveTrace(to: file) } catch { remark(OperationErrorSentence.text(error).error) }
  }
}
