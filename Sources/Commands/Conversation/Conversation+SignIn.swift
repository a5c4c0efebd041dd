// The sign-in where no password is accepted: which way, which app.

import AccountStore
import Catalog
import CommandLine
import MailClients
import OAuth
import Operations
import Output
import Platform
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  private enum SignInChoice {
    case way(SignInWay)
    case about, clients, elsewhere, quit

    var id: String {
      switch self {
      case .way(let way): way.rawValue
      case .about: "about-apps"
      case .clients: "mail-clients"
      case .elsewhere: "elsewhere"
      case .quit: "quit"
      }
    }
  }

  /// Whether the account needs an access token, and nothing says yet where it comes from.
  func needsSignIn(_ input: AccountInput) -> Bool {
    guard let provider = input.provider, input.hasServersOfProvider, !provider.takesPassword, provider.takesToken || provider.isOAuthDemo
    else {
      return false
    }
    return !input.usesToken
  }

  /// Asks how the user wants to sign in, and for what that way needs. A helper that the user has comes first, because it needs no app.
  func askSignIn(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard let provider = input.provider else { return .back }
    while true {
      var choices: [(SignInChoice, Text)] = provider.isDemo ? [] : [(.way(.command), SignInSentence.useCommand)]
      choices += ways(of: provider).map { (.way($0), SignInSentence.way($0)) }
      if provider.oauth != nil, !provider.isDemo { choices.append((.about, SignInSentence.aboutApps)) }
      if !provider.isDemo { choices += [(.clients, SignInSentence.otherClients), (.elsewhere, ElsewhereSentence.open)] }
      choices.append((.quit, PromptSentence.quit))
      let menu = Menu(
        .signIn, title: SignInSentence.noPassword(provider.name), help: MenuHelp.signIn, items: choices.map { ($0.0.id, $0.1) },
        quit: choices.count - 1)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      switch choices[position].0 {
      case .way(.command):
        if try askCommand(&input) { return .answered(.userName) }
      case .way(let way):
        let isKnown = if provider.isDemo { true } else { try askApp(&input, provider) }
        if isKnown {
          input.app.way = way
          return .answered(.userName)
        }
      case .about: try showApps(provider)
      case .clients: try handOver(input, provider)
      case .elsewhere: return .answered(.elsewhere)
      case .quit: throw .left
      }
    }
  }

  /// Names the mail clients that sign in there by themselves, and offers the file by which one of them finds the servers.
  private func handOver(_ input: AccountInput, _ provider: Provider) throws(CommandError) {
    prompter.screen.line()
    guard let address = input.address else { return }
    let isKnown = MailClient.autoconfig.knows(provider, address)
    say(SignInSentence.ownSignIn(provider.name, isKnown: isKnown))
    guard isKnown, try confirm(.printAutoconfig, SignInSentence.autoconfigNow) else { return }
    let call = arguments.calling(.export, [MailClient.autoconfig.rawValue]).filled(.email, address.description)
      .filled(.provider, provider.id)
    show(ShellCall.text(call), as: EndingSentence.call)
    prompter.screen.line()
    _ = try Program.run(call, context)
  }

  /// The ways of a provider, those that suit this place first.
  private func ways(of provider: Provider) -> [SignInWay] {
    let offered = provider.oauth?.grants.compactMap { SignInWay(rawValue: $0.rawValue) } ?? []
    // Over SSH the browser is on another computer.
    let order: [SignInWay] = context.browser == nil ? [.device, .paste, .browser] : [.browser, .device, .paste]
    return order.filter(offered.contains)
  }

  /// Asks for the command of a helper. Returns `false` if the user goes back.
  private func askCommand(_ input: inout AccountInput) throws(CommandError) -> Bool {
    let question = Question(
      .helperCommand, label: SignInSentence.command, help: SignInSentence.commandHelp(input.address),
      initial: input.former.command ?? "",
      fault: { typed in
        guard !typed.isEmpty else { return PromptSentence.needsAnswer }
        return (try? SecretSource("command:" + typed)) == nil ? SignInSentence.noSuchProgram : nil
      })
    guard case .given(let typed) = try prompter.ask(question) else { return false }
    input.source = try operation(SecretSource("command:" + typed))
    input.signIn = .token
    return true
  }

  /// Asks for the client ID, unless a saved account has one. Returns `false` if the user goes back.
  private func askApp(_ input: inout AccountInput, _ provider: Provider) throws(CommandError) -> Bool {
    let signIn = BrowserSignIn(context: context, screen: prompter.screen, directory: directory)
    do throws(CommandError) {
      _ = try signIn.session(input)
      return true
    } catch {
      switch error {
      case .needsClientID: try showApps(provider)
      case .needsClientSecret: break
      case _: throw error
      }
    }
    let given = input.app.clientID
    let needsSecret = provider.oauth?.clientSecret == .required && input.app.clientSecret == nil
    repeat {
      if given == nil {
        let question = Question(
          .clientID, label: SignInSentence.clientID, help: SignInSentence.clientIDHelp,
          initial: input.app.clientID ?? input.former.clientID ?? "",
          fault: { ClientIdentity(id: $0) == nil ? PromptSentence.needsAnswer : nil })
        guard case .given(let id) = try prompter.ask(question) else {
          input.app.clientID = nil
          return false
        }
        input.app.clientID = id
      }
      if !needsSecret { return true }
      if try askClientSecret(&input) { return true }
      // Back from the client secret is the client ID, unless the call has it.
    } while given == nil
    return false
  }

  /// Returns `false` if the user goes back.
  private func askClientSecret(_ input: inout AccountInput) throws(CommandError) -> Bool {
    while true {
      switch try prompter.secret(.clientSecret, SignInSentence.clientSecret, hasPage: false) {
      case .back: return false
      case .given(let secret) where secret.fault == nil:
        input.app.clientSecret = secret
        return true
      case .given, .severalLines, .guide, .page: remark(PromptSentence.needsAnswer)
      }
    }
  }

  /// Shows on one screen why a client ID is needed, who can get one, and what to do without one. Offers the steps.
  private func showApps(_ provider: Provider) throws(CommandError) {
    prompter.screen.line()
    say(SignInSentence.whyClientID(provider.name))
    if let service = provider.oauth { say(SignInSentence.whoRegisters(service.registration)) }
    say(SignInSentence.insteadOfClientID)
    prompter.screen.line()
    guard let service = provider.oauth, !service.steps.isEmpty, try confirm(.showRegistration, SignInSentence.stepsNow) else { return }
    for (position, step) in service.steps.enumerated() {
      StepLines(step: step, number: position + 1, language: context.console.language).show(on: prompter.screen)
    }
    if let ends = service.ends { say(SignInSentence.lasts(ends)) }
    prompter.screen.line()
  }

  /// Signs in as the input says. Returns `nil` after telling what went wrong: the other ways are then offered again.
  /// `demo` is the sign-in at the demo's own server.
  func signIn(_ input: inout AccountInput, as address: MailAddress, demo: SignInSession?) throws(CommandError) -> SignedIn? {
    let signIn = BrowserSignIn(context: context, screen: prompter.screen, directory: directory)
    do throws(CommandError) {
      let session = if let demo { demo } else { try signIn.session(input) }
      let signedIn = try signIn.run(session, input.app, as: address)
      input.signIn = .oauth(signedIn.signIn)
      return signedIn
    } catch {
      if error == .interrupted {
        // Ctrl-C ends only the sign-in. Any other signal ends the program.
        guard context.interrupt.signal == SIGINT else { throw error }
        context.interrupt.reset()
        remark(PromptSentence.stopped)
      } else {
        guard error.statusOfLeaving == nil else { throw error }
        complain(error)
      }
      (input.app.way, input.signIn) = (nil, .password)
      return nil
    }
  }
}
