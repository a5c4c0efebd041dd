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
    _ given: AccountInput, _ arguments: Arguments, _ directory: ProviderDirectory, _ context: CommandContext, _ prompter: any Prompter
  ) {
    (initial, self.arguments, self.directory, self.context, self.prompter) = (given, arguments, directory, context, prompter)
  }

  /// Asks until an account works or the user leaves. Returns the status of the last verification.
  func run() throws(CommandError) -> ExitStatus {
    var given = initial
    do throws(CommandError) {
      return try converse(&given)
    } catch {
      guard let status = error.statusOfLeaving else { throw error }
      say(ResultSentence.nothingSaved)
      // The user need not give the same answers again.
      if let call = ShellCall.text(given, going: arguments) { say(PromptSentence.resume(call)) }
      return status
    }
  }

  /// The question that is next.
  enum Position { case provider, address, userName, guide, secret }

  private func converse(_ given: inout AccountInput) throws(CommandError) -> ExitStatus {
    if given.provider == nil, given.servers == nil { say(PromptSentence.welcome) }
    var place = Position.provider
    var run: AccountVerifier?
    defer { run?.stop() }
    while true {
      switch place {
      case .provider:
        try settleProvider(&given)
        place = .address
      case .address:
        if given.address == nil {
          part(.address)
          if try askAddress(&given) == .back {
            // The user is not asked for what the call itself contains.
            if initial.provider == nil { given.provider = nil }
            if initial.servers == nil { given.servers = nil }
            place = .provider
            continue
          }
        }
        place = .guide
      case .guide:
        part(.secret)
        guard try agreesToServers(&given) else {
          dropServers(&given)
          place = .provider
          continue
        }
        run = try showGuide(given)
        if let provider = given.provider, !provider.takesPassword, !provider.isDemo, given.servers == nil {
          say(CommandErrorSentence.cannotVerify(provider.name))
          return .unsupported
        }
        place = .userName
      case .userName:
        guard try askUsernames(&given) == .on else {
          place = goBack(from: &given)
          continue
        }
        place = .secret
      case .secret:
        let started = run
        run = nil
        switch try prove(&given, started) {
        case .done(let status): return status
        case .back: place = goBack(from: &given)
        case .again(let earlier): place = earlier
        }
      }
    }
  }

  /// Returns the question before the secret: the address, unless the call has it.
  private func goBack(from given: inout AccountInput) -> Position {
    guard initial.address == nil else { return .guide }
    (given.formerAddress, given.address) = (given.address, nil)
    given.usernames = initial.usernames
    return .address
  }

  private func settleProvider(_ given: inout AccountInput) throws(CommandError) {
    while true {
      if let typed = given.undecided {
        given.undecided = nil
        given.provider = try look(up: typed, &given)
      }
      if given.provider == nil, given.servers == nil, given.address != nil {
        // The call has an address that is not in the catalog.
        given.provider = try discover(&given)
      }
      if given.provider == nil, given.servers == nil {
        part(.provider)
        try askProvider(&given)
      }
      guard given.provider != nil || given.servers != nil else { continue }
      if let provider = given.provider {
        say(PromptSentence.chosen(provider))
        if let origin = directory.origin(of: provider, for: given.address) { remark(origin) }
      }
      return
    }
  }

  /// Shows the settings and steps of the provider. The demo's servers have to run before their ports can be shown. Returns their
  /// verifier, or `nil` for all other providers.
  private func showGuide(_ given: AccountInput) throws(CommandError) -> AccountVerifier? {
    guard let provider = given.provider else {
      if let address = given.address, let settings = given.ownSettings(for: address, at: nil) {
        prompter.screen.line()
        ParametersPage(settings: settings, language: context.console.language).show(on: prompter.screen)
        prompter.screen.line()
      }
      return nil
    }
    guard given.isDemo, let address = given.address else {
      guide(provider, given, .steps)
      return nil
    }
    let run = try context.verifier(given, address)
    guide(run.provider ?? provider, given, .steps)
    return run
  }

  /// Shows the guide of `provider`, with the servers that will be used.
  func guide(_ provider: Provider, _ given: AccountInput, _ extent: GuidePage.Extent) {
    prompter.screen.line()
    let own = given.address.flatMap { given.ownSettings(for: $0, at: provider) }
    GuidePage(provider: provider, address: given.address, language: context.console.language, own: own, extent: extent).show(
      on: prompter.screen)
    prompter.screen.line()
  }

  func say(_ text: Text) { prompter.screen.line(text[context.console.language]) }

  func remark(_ text: Text) { prompter.screen.line(text[context.console.language], .warning) }

  /// Shows the heading of a part of the conversation.
  func part(_ part: PromptSentence.Part) {
    prompter.screen.line()
    prompter.screen.line(PromptSentence.part(part)[context.console.language], .bold)
  }

  /// Asks a yes-or-no question. Going back counts as no.
  func agrees(_ question: Text) throws(CommandError) -> Bool {
    if case .given(let agreed) = try prompter.agrees(question) { return agreed }
    return false
  }
}

extension CommandError {
  /// The exit status of a conversation that the user or a signal has ended. After a signal the process dies by it before the
  /// status is used. `nil` for every other error.
  var statusOfLeaving: ExitStatus? {
    if self == .left { return .noInput }
    return self == .interrupted ? .software : nil
  }
}
