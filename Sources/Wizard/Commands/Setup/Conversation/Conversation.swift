// The order of the questions: provider, address, guide, secret, verification, what now. Every answer is kept; the way
// back goes one question back.

import Catalog
import Posix
import Sentences
import Terminal
import Vocabulary

struct Conversation {
  let directory: ProviderDirectory
  var catalog: Catalog { directory.catalog }
  let terms: CommandContext
  let other: any Prompter
  let initial: AccountInput
  /// The call that began it.
  let arguments: Arguments

  init(_ given: AccountInput, _ arguments: Arguments, _ directory: ProviderDirectory, _ terms: CommandContext) {
    guard let tty = terms.tty else { preconditionFailure("a conversation needs a terminal") }
    self.directory = directory
    self.terms = terms
    self.arguments = arguments
    initial = given
    other = terms.interlocutor(tty)
  }

  /// Holds the conversation; gives the status of the last verification.
  func run() throws(CommandError) -> ExitStatus {
    var given = initial
    do throws(Break) {
      return try converse(&given)
    } catch {
      switch error {
      case .farewell(let farewell):
        say(ResultSentence.nothingSaved)
        // Nothing that was answered has to be answered again.
        if let call = ShellCall.text(given, going: arguments) { say(PromptSentence.resume(call)) }
        // Where a signal interrupted it the caller ends the process by that.
        return farewell == .left ? .noInput : .software
      case .usage(let fault): throw fault
      }
    }
  }

  /// What breaks the conversation off: the human, or something that cannot be.
  enum Break: Error {
    case farewell(Farewell)
    case usage(CommandError)
  }

  /// Where the conversation stands.
  enum Position { case provider, address, userName, guide, secret }

  private func converse(_ given: inout AccountInput) throws(Break) -> ExitStatus {
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
            // What the call itself has said is not asked again.
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
        if let provider = given.provider, !provider.takesPassword, provider.id != DemoProvider.id, given.servers == nil {
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

  /// The question before the secret: the address, unless the call has said it.
  private func goBack(from given: inout AccountInput) -> Position {
    guard initial.address == nil else { return .guide }
    (given.formerAddress, given.address) = (given.address, nil)
    given.usernames = initial.usernames
    return .address
  }

  private func settleProvider(_ given: inout AccountInput) throws(Break) {
    while true {
      if let typed = given.undecided {
        given.undecided = nil
        given.provider = try look(up: typed, &given)
      }
      if given.provider == nil, given.servers == nil, given.address != nil {
        // An address the catalog does not know was given with the call.
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

  /// Shows the parameters and steps of the provider. The demo's servers have to run before their ports can be shown.
  private func showGuide(_ given: AccountInput) throws(Break) -> AccountVerifier? {
    guard let provider = given.provider else {
      if let address = given.address, let settings = given.ownSettings(for: address, at: nil) {
        other.screen.line()
        ParametersPage(settings: settings, language: terms.language).show(on: other.screen)
        other.screen.line()
      }
      return nil
    }
    guard provider.id == DemoProvider.id, given.servers == nil, let address = given.address else {
      guide(provider, given, .steps)
      return nil
    }
    let run = try usage { () throws(CommandError) in try AccountVerifier(given, address, terms) }
    guide(run.provider ?? provider, given, .steps)
    return run
  }

  /// The guide of `provider`, with the servers that will be used.
  func guide(_ provider: Provider, _ given: AccountInput, _ extent: GuidePage.Extent) {
    other.screen.line()
    let own = given.address.flatMap { given.ownSettings(for: $0, at: provider) }
    GuidePage(provider: provider, address: given.address, language: terms.language, own: own, extent: extent).show(on: other.screen)
    other.screen.line()
  }

  func say(_ text: Text) { other.screen.line(text[terms.language]) }

  func remark(_ text: Text) { other.screen.line(text[terms.language], .warning) }

  /// The heading of a part of the conversation.
  func part(_ part: PromptSentence.Part) {
    other.screen.line()
    other.screen.line(PromptSentence.part(part)[terms.language], .bold)
  }

  func ask(_ question: Question) throws(Break) -> Answer<String> {
    do throws(Farewell) { return try other.ask(question) } catch { throw .farewell(error) }
  }

  func choose(_ menu: Menu) throws(Break) -> Answer<Int> {
    do throws(Farewell) { return try other.choose(menu) } catch { throw .farewell(error) }
  }

  func agrees(_ question: Text) throws(Break) -> Bool {
    do throws(Farewell) {
      if case .given(let agreed) = try other.agrees(question) { return agreed }
      return false
    } catch {
      throw .farewell(error)
    }
  }

  func read(_ source: SecretSource) throws(Break) -> Secret {
    do throws(SecretProblem) {
      return try SecretReader(terms).read(source)
    } catch {
      switch error {
      case .interrupted: throw .farewell(.interrupted)
      case .fault(let fault): throw .usage(.secret(fault))
      }
    }
  }

  func usage<Value>(_ work: () throws(CommandError) -> Value) throws(Break) -> Value {
    do throws(CommandError) { return try work() } catch { throw .usage(error) }
  }
}
