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
  /// Asks for the secret and verifies the account until it works or the user leaves.
  func prove(_ input: inout AccountInput, _ started: AccountVerifier?) throws(CommandError) -> Move {
    guard let address = input.address else { return .back }
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
    var isReviewed = false
    var entered = signedIn.map { run.cleaned($0.accessToken) }
    let source = signedIn == nil && input.source != .prompt ? input.source : nil
    if let source {
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
      part(.proof)
      if !isReviewed {
        switch try reviewed(&input, &run, &group) {
        case .verify: isReviewed = true
        case .back:
          guard source == nil, signedIn == nil else { return .back }
          entered = nil
          continue
        case .earlier(let question, let before): return .answered(question, before: before)
        }
      }
      let settings = try operation(run.settings(group: group))
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
        ResultOutput.show(verification, on: context.console, asDocument: false, endsRun: false, surface: .conversation)
        if verification.isLoginRefused { refusals += 1 }
        if verification.outcome == .verified {
          return .ended(.done(concluded(verification, secret.secret, signedIn?.record, input, run, saver)))
        }
      }
      if refusals >= 2 { remark(PromptSentence.mayLock(refusals)) }
      repeat {
        switch try whatNow(verification, isStopped: isStopped, refusals: refusals, canChange: run.provider?.isDemo != true) {
        case .otherSecret where input.usesToken:
          (input.source, input.signIn, input.app.way) = (nil, .password, nil)
          return .again(.signIn)
        case .otherSecret: entered = nil
        case .same: break
        case .nextServers: group += 1
        case .guide:
          if let provider = run.provider, case .back = try readGuide(provider, input) { continue }
          if !input.usesToken { entered = nil }
        case .username(let mailProtocol):
          guard try askUsername(mailProtocol, &input, settings) else { continue }
          run.stop()
          run = try context.verifier(input, address)
          if try repeatsRefusal(verification, run) { entered = nil }
        case .change:
          switch try review(PromptSentence.whatToChange, ReviewSentence.verifyAgain, &input, &run, &group) {
          case .verify: if try repeatsRefusal(verification, run) { entered = nil }
          case .back: continue
          case .earlier(let question, let before): return .answered(question, before: before)
          }
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
        case .quit, .later: return .ended(.left(isStopped ? .noInput : ExitStatus(verification)))
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
    prompter.screen.line()
    say(EndingSentence.nothingYet)
    let account = VerifiedAccount(verification: verification, secret: secret, record: record, source: input.source)
    return run.provider?.isDemo == true ? endDemo(account, input) : end(account, input)
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
      complain(.operation(error))
      (input.source, input.signIn) = (nil, .password)
      return nil
    }
  }

  /// Asks for the secret. Returns `nil` if the user goes back. With `mayBeEmpty` the user may enter none, which means the saved one.
  func askSecret(
    _ run: AccountVerifier, _ input: AccountInput, for settings: ServerSettings, mayBeEmpty: Bool = false
  ) throws(CommandError) -> CleanedSecret? {
    let page = run.provider?.pageOfSecret
    prompter.screen.line()
    // The step that gives the secret stays visible.
    if let provider = run.provider, let last = provider.steps.last, last.part == .obtain {
      let lines = StepLines(step: last, number: provider.steps.count, language: context.console.language)
      for paragraph in lines.paragraphs() { prompter.screen.line(paragraph) }
      prompter.screen.line()
    }
    say(PromptSentence.enterSecret(settings.hosts, mayBeKept: !arguments.has(.save) && !mayBeEmpty))
    prompter.screen.line()
    while true {
      let secret: Secret
      switch try prompter.secret(.secret, run.provider?.secret, hasPage: page != nil && context.browser != nil) {
      case .back: return nil
      case .guide:
        if let provider = run.provider { guide(provider, input) }
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
      // A wrong length is told with the number of characters.
      if !cleaned.findings.contains(.length) || cleaned.isChanged {
        say(
          ResultSentence.arrived(
            count: cleaned.characters, removed: cleaned.removed, replaced: cleaned.replaced, added: cleaned.added))
      }
      if let doubt = SecretFindingSentence.text(cleaned, run.provider?.secret) { remark(doubt) }
      if cleaned.fits != false { return cleaned }
      if try confirm(.sendAnyway, PromptSentence.sendAnyway) { return cleaned }
    }
  }

  /// Asks what to do next.
  private func whatNow(
    _ verification: VerificationResult, isStopped: Bool, refusals: Int, canChange: Bool
  ) throws(CommandError) -> NextStep {
    let page = context.browser == nil ? nil : verification.pageToOpen
    let steps = NextStep.all(after: verification, refusals: refusals, canChange: canChange, page: page)
    let items = steps.map { step -> (String, Text) in
      let text: Text =
        switch step {
        case .otherSecret:
          switch verification.signIn {
          case .password: PromptSentence.tryAgain(verification.provider?.passwordKind?.term)
          case .token: SignInSentence.otherCommand
          case .oauth: SignInSentence.signInAgain
          }
        case .same: PromptSentence.trySame(after: isStopped ? nil : verification.diagnosis?.causes.first)
        case .nextServers: verification.nextServers.map { PromptSentence.tryServers($0.imap) } ?? PromptSentence.change
        case .username(let mailProtocol): PromptSentence.tryUserName(mailProtocol)
        case .change: PromptSentence.change
        case .guide: PromptSentence.showGuide
        case .trace: PromptSentence.saveTrace
        case .page(let page): PromptSentence.openPage(page)
        case .later: PromptSentence.later(isLocking: refusals >= 3 || verification.diagnosis?.risksLockout == true)
        case .quit: PromptSentence.quit
        }
      return (step.id, text)
    }
    prompter.screen.line()
    let quit = steps.firstIndex { $0 == .quit || $0 == .later } ?? steps.count - 1
    // What is pasted here is the new password, if the next question is for one.
    let pasteItem = verification.signIn.usesToken ? nil : steps.firstIndex(of: .otherSecret)
    let menu = Menu(
      .afterFailure, title: PromptSentence.whatNow, help: MenuHelp.afterFailure, items: items, mayGoBack: false, quit: quit,
      pasteItem: pasteItem)
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

  private func saveTrace(_ run: AccountVerifier) throws(CommandError) {
    let question = Question(
      .logFile, label: PromptSentence.traceFile, help: PromptSentence.traceHelp, initial: "setup-trace.txt")
    guard case .given(let file) = try prompter.ask(question) else { return }
    do throws(OperationError) { try run.saveTrace(to: file) } catch { remark(OperationErrorSentence.text(error).error) }
  }
}
