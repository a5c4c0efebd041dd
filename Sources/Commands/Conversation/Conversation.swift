// The order of the questions: provider, address, guide, secret, verification, what to do next. Every answer is kept. The way back leads
// to the question before, see `Trail`.

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
      for option in [Option.imap, .smtp] {
        guard let typed = arguments[option].flatMap({ TypedServer($0, defaultPort: 993) }), try !agrees(to: typed) else { continue }
        // The call counts as one without servers.
        var other = initial
        other.servers = nil
        return try Conversation(other, arguments.without(.imap).without(.smtp), directory, context, prompter).run()
      }
      switch try converse(&input) {
      case .done(let status): return status
      case .left(let status):
        sayResumable(input)
        return status
      }
    } catch {
      guard let status = error.statusOfLeaving else { throw error }
      if error == .timedOut { remark(KeySentence.timedOut) }
      if error == .unusableAnswers { remark(DialogSentence.unusableAnswers) }
      sayResumable(input)
      return status
    }
  }

  /// How the conversation ended.
  enum End {
    case done(ExitStatus)
    /// The user leaves although no account works yet.
    case left(ExitStatus)
  }

  private func converse(_ input: inout AccountInput) throws(CommandError) -> End {
    if input.provider == nil, input.servers == nil {
      say(PromptSentence.welcome)
      say(PromptSentence.promise)
    }
    if input.provider == nil, input.servers == nil, input.address == nil { saySaved() }
    var trail = Trail(answering: input, of: arguments)
    var place = Position.provider
    var run: AccountVerifier?
    defer { run?.stop() }
    // The guide begins with its end for a user who goes back to it.
    var isGoingBack = false
    while true {
      let before = input
      let move = try ask(place, &input, &run, isGoingBack: isGoingBack)
      isGoingBack = move.isBack
      switch move {
      case .answered(let next, let changed):
        trail.add(place, before: changed ?? before)
        // An address answers the next question too.
        if case .provider = place, before.address == nil, input.address != nil { trail.add(.address, before: before) }
        place = next
      case .passed(let next): place = next
      case .back: (place, input) = trail.back(from: input) ?? (place, before)
      case .again(let earlier):
        // Other servers take the place of those that were asked for.
        if case .chosen = earlier { trail.forgetServers() }
        (place, input) = trail.back(from: input, to: earlier.isSame) ?? (earlier, input)
      case .ended(let end): return end
      }
    }
  }

  /// Asks the question at `place`, unless its answer is known.
  private func ask(
    _ place: Position, _ input: inout AccountInput, _ run: inout AccountVerifier?, isGoingBack: Bool
  ) throws(CommandError) -> Move {
    switch place {
    case .provider: return try askProvider(&input)
    case .variant(let providers, let brand): return try askVariant(among: providers, of: brand, &input)
    case .address: return try askAddress(&input)
    case .saved: return try askSaved(&input)
    case .spelling: return try askSpelling(&input)
    case .lookUp: return try lookUp(&input)
    case .further(let discovery, let found): return try askFurther(discovery, found, &input)
    case .company: return try askCompany(&input)
    case .found(let found): return try askFound(found, &input)
    case .server(let mailProtocol): return try askServer(mailProtocol, &input)
    case .chosen:
      if let provider = input.provider {
        say(PromptSentence.chosen(provider))
        if let origin = directory.origin(of: provider, for: input.address) { remark(origin) }
        // Said before the address, so that nobody types on for nothing.
        if isOfNoUse(provider, input) { return .passed(.elsewhere) }
      }
      return .passed(.address)
    case .owner: return try settleAddress(&input)
    case .customerServer: return try findServer(&input)
    case .consent: return try askConsent(&input)
    case .guide:
      run?.stop()
      run = try startDemo(input)
      let next: Position = input.isRefusedByProvider && !needsSignIn(input) ? .elsewhere : .signIn
      guard let provider = run?.provider ?? input.provider else {
        part(.secret, takesPassword: !input.usesToken)
        showServers(input)
        return .passed(next)
      }
      switch try readGuide(provider, input, fromEnd: isGoingBack) {
      case .back: return .back
      case .nothing:
        part(.secret, takesPassword: !needsSignIn(input) && !input.usesToken, secret: provider.passwordKind)
        showSummary(provider, input)
        return .passed(next)
      case .read:
        part(.secret, takesPassword: !needsSignIn(input) && !input.usesToken, secret: provider.passwordKind)
        return .answered(next)
      }
    case .elsewhere: return try askElsewhere(&input)
    case .signIn: return needsSignIn(input) ? try askSignIn(&input) : .passed(.userName)
    case .userName: return try askUsernames(&input)
    case .obstacles: return try askObstacles(&input)
    case .secret:
      let started = run
      run = nil
      return try prove(&input, started)
    }
  }

  /// Starts the demo's servers, which have to run before their ports can be shown. Returns their verifier, or `nil` for all other
  /// providers.
  private func startDemo(_ input: AccountInput) throws(CommandError) -> AccountVerifier? {
    guard input.isDemo, let address = input.address else { return nil }
    return try context.verifier(input, address)
  }

  /// Shows the servers of an account whose provider is not known.
  private func showServers(_ input: AccountInput) {
    guard let address = input.address, let settings = input.ownSettings(for: address, at: nil) else { return }
    prompter.screen.line()
    ParametersPage(settings: settings, language: context.console.language).show(on: prompter.screen)
    prompter.screen.line()
  }

  /// Shows the whole guide of `provider`, with the servers that will be used.
  func guide(_ provider: Provider, _ input: AccountInput) {
    prompter.screen.line()
    let own = input.address.flatMap { input.ownSettings(for: $0, at: provider) }
    GuidePage(provider: provider, address: input.address, language: context.console.language, own: own).show(on: prompter.screen)
    prompter.screen.line()
  }

  func say(_ text: Text) { prompter.screen.line(text[context.console.language]) }

  func remark(_ text: Text) { prompter.screen.line(text[context.console.language], .warning) }

  /// Shows the heading of a part of the conversation.
  func part(_ part: PromptSentence.Part, takesPassword: Bool = true, secret: SecretKind? = nil) {
    prompter.screen.line()
    prompter.screen.line(PromptSentence.part(part, takesPassword: takesPassword, secret: secret)[context.console.language], .bold)
  }

  /// Asks a yes-or-no question from which the user can go back. Enter alone means no.
  func answer(_ id: QuestionID, _ question: Text) throws(CommandError) -> Answer<Bool> {
    try prompter.confirm(id, question, initial: false)
  }

  /// Asks a yes-or-no question. Enter alone and going back count as no.
  func confirm(_ id: QuestionID, _ question: Text) throws(CommandError) -> Bool {
    if case .given(let agreed) = try answer(id, question) { return agreed }
    return false
  }
}
