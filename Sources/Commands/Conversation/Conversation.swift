// The order of the questions: provider, address, guide, secret, verification, what to do next. Every answer is kept. The way back leads
// to the previous question.

import Catalog
import CommandLine
import Operations
import Output
import Prompts
import Sentences
import Terminal
import Vocabulary

struct Conversation {
  let directory: ProviderDirectory
  var catalog: Catalog { directory.catalog }
  let context: CommandContext
  let prompter: any Prompter
  let initial: AccountInput
  /// The call that started the conversation.
  let arguments: Arguments

  init(
    _ input: AccountInput, _ arguments: Arguments, _ directory: ProviderDirectory, _ context: CommandContext, _ prompter: any Prompter
  ) {
    (initial, self.arguments, self.directory, self.context, self.prompter) = (input, arguments, directory, context, prompter)
  }

  /// Asks until an account works or the user leaves. Returns the status of the last verification.
  func run() throws(CommandError) -> ExitStatus {
    var input = initial
    do throws(CommandError) {
      for option in [Option.email, .provider] {
        guard let typed = arguments[option].flatMap({ try? TypedAddress($0) }), typed.needsConsent, try !agrees(to: typed) else { continue }
        // The call counts as one without the address.
        var other = initial
        (other.address, other.provider) = (nil, option == .email && arguments.has(.provider) ? initial.provider : nil)
        return try Conversation(other, arguments.without(option), directory, context, prompter).run()
      }
      return try converse(&input)
    } catch {
      guard let status = error.statusOfLeaving else { throw error }
      if error == .timedOut { remark(KeySentence.timedOut) }
      say(ResultSentence.nothingSaved)
      // The user need not give the same answers again.
      if let call = ShellCall.text(input, going: arguments) { say(PromptSentence.resume(call)) }
      return status
    }
  }

  /// The question that is next.
  enum Position { case provider, address, userName, guide, signIn, secret }

  private func converse(_ input: inout AccountInput) throws(CommandError) -> ExitStatus {
    if input.provider == nil, input.servers == nil { say(PromptSentence.welcome) }
    var place = Position.provider
    var run: AccountVerifier?
    defer { run?.stop() }
    while true {
      switch place {
      case .provider:
        try settleProvider(&input)
        place = .address
      case .address:
        if input.address == nil {
          part(.address)
          // Said before the first answer, so that nobody types on for nothing.
          if let provider = input.provider, needsSignIn(input), !provider.isDemo { say(SignInSentence.takesNoPassword(provider.name)) }
          if try askAddress(&input) == .back {
            // The user is not asked for what the call itself contains.
            if initial.provider == nil { input.provider = nil }
            if initial.servers == nil { input.servers = nil }
            place = .provider
            continue
          }
        }
        guard try settleAddress(&input) == .on else {
          (input.formerAddress, input.address) = (input.address, nil)
          continue
        }
        place = .guide
      case .guide:
        try findServer(&input)
        part(.secret, takesPassword: !needsSignIn(input) && !input.usesToken)
        guard try agreesToServers(&input) else {
          dropServers(&input)
          place = .provider
          continue
        }
        run = try showGuide(input)
        if let provider = input.provider, input.isRefusedByProvider, !needsSignIn(input) {
          say(CommandErrorSentence.cannotVerify(provider.name))
          return .unsupported
        }
        place = needsSignIn(input) ? .signIn : .userName
      case .signIn:
        guard !needsSignIn(input) else {
          guard try askSignIn(&input) == .on else {
            place = goBack(from: &input)
            continue
          }
          place = .userName
          continue
        }
        place = .userName
      case .userName:
        guard try askUsernames(&input) == .on else {
          place = goBack(from: &input)
          continue
        }
        place = .secret
      case .secret:
        let started = run
        run = nil
        switch try prove(&input, started) {
        case .done(let status): return status
        case .back: place = goBack(from: &input)
        case .again(let earlier): place = earlier
        }
      }
    }
  }

  /// Returns the question before the secret: the address, unless the call has it.
  private func goBack(from input: inout AccountInput) -> Position {
    guard initial.address == nil else { return .guide }
    (input.formerAddress, input.address) = (input.address, nil)
    input.usernames = initial.usernames
    return .address
  }

  private func settleProvider(_ input: inout AccountInput) throws(CommandError) {
    while true {
      if let typed = input.undecided {
        input.undecided = nil
        input.provider = try look(up: typed, &input)
      }
      if input.provider == nil, input.servers == nil, let address = input.address {
        // The call has an address that is not in the catalog.
        input.address = try meant(by: address)
        input.provider = try provider(of: &input)
      }
      if input.provider == nil, input.servers == nil {
        part(.provider)
        try askProvider(&input)
      }
      guard input.provider != nil || input.servers != nil else { continue }
      if let provider = input.provider {
        say(PromptSentence.chosen(provider))
        if let origin = directory.origin(of: provider, for: input.address) { remark(origin) }
      }
      return
    }
  }

  /// Shows the settings and steps of the provider. The demo's servers have to run before their ports can be shown. Returns their
  /// verifier, or `nil` for all other providers.
  private func showGuide(_ input: AccountInput) throws(CommandError) -> AccountVerifier? {
    guard let provider = input.provider else {
      if let address = input.address, let settings = input.ownSettings(for: address, at: nil) {
        prompter.screen.line()
        ParametersPage(settings: settings, language: context.console.language).show(on: prompter.screen)
        prompter.screen.line()
      }
      return nil
    }
    guard input.isDemo, let address = input.address else {
      guide(provider, input, .steps)
      return nil
    }
    let run = try context.verifier(input, address)
    guide(run.provider ?? provider, input, .steps)
    return run
  }

  /// Shows the guide of `provider`, with the servers that will be used.
  func guide(_ provider: Provider, _ input: AccountInput, _ extent: GuidePage.Extent) {
    prompter.screen.line()
    let own = input.address.flatMap { input.ownSettings(for: $0, at: provider) }
    GuidePage(provider: provider, address: input.address, language: context.console.language, own: own, extent: extent).show(
      on: prompter.screen)
    prompter.screen.line()
  }

  func say(_ text: Text) { prompter.screen.line(text[context.console.language]) }

  func remark(_ text: Text) { prompter.screen.line(text[context.console.language], .warning) }

  /// Shows the heading of a part of the conversation.
  func part(_ part: PromptSentence.Part, takesPassword: Bool = true) {
    prompter.screen.line()
    prompter.screen.line(PromptSentence.part(part, takesPassword: takesPassword)[context.console.language], .bold)
  }

  /// Asks a yes-or-no question. `initial` is what Enter alone means. Going back counts as no.
  func confirm(_ question: Text, initial: Bool = false) throws(CommandError) -> Bool {
    if case .given(let agreed) = try prompter.confirm(question, initial: initial) { return agreed }
    return false
  }
}

extension CommandError {
  /// The exit status of a conversation that the user or a signal has ended. After a signal the process dies by it before the
  /// status is used. `nil` for every other error.
  var statusOfLeaving: ExitStatus? {
    if self == .left { return .noInput }
    if self == .timedOut { return .timedOut }
    return self == .interrupted ? .software : nil
  }
}
