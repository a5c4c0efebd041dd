// The main call: reads what the call says, asks for the rest at a terminal, verifies the account and prints the result.

import Catalog
import CommandLine
import Discovery
import Documents
import MailClients
import Operations
import Output
import Posix
import Prompts
import Sentences
import Vocabulary

struct SetupCommand {
  let arguments: Arguments
  let context: CommandContext
  let directory: ProviderDirectory

  func run() throws(CommandError) -> ExitStatus {
    let input = try AccountInput(arguments, directory, mayAsk: context.isInteractive)
    try input.refuseAuthorityOfDemo()
    if let prompter = context.prompter { return try Conversation(input, arguments, directory, context, prompter).run() }
    return try scripted(input)
  }

  /// The options that have an effect only on a verification.
  private static let verifying: [Option] = [
    .username, .imapUsername, .smtpUsername, .save, .store, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .trace, .timeout,
  ]

  /// Asks for nothing except the secret, and for that only at a terminal.
  private func scripted(_ call: AccountInput) throws(CommandError) -> ExitStatus {
    var input = call
    var found: DiscoveryResult?
    if input.provider == nil, input.servers == nil {
      guard let address = input.address else { throw missing(.noProvider, input) }
      // A slip is noticed before anything is asked of the network.
      try context.judge(address, at: nil, arguments, in: directory)
      found = try discover(address, &input)
    }
    if let provider = input.provider, let address = input.address, input.servers == nil, provider.needsMX(for: address) {
      guard let placed = try context.placed(provider, for: address, in: directory) else { throw .missingInput(Option.imap.spelling) }
      input.provider = placed
    }
    context.warn(of: input.provider, for: input.address, in: directory)
    if let foreign = input.foreign(in: directory) {
      // By naming servers in the call the user agrees to them.
      try context.require(foreign, named: input.hostsNamed(by: arguments, in: directory), call: input.naming(in: arguments))
    } else if let provider = input.provider, let address = input.address, input.servers == nil {
      try context.judge(address, at: provider, arguments, in: directory)
    }
    input.settle(in: directory)
    // Without a verification the options for it would have no effect.
    if input.address == nil, input.source == nil, input.app.way == nil, !Self.verifying.contains(where: arguments.states) {
      return try show(input)
    }
    guard let address = input.address else { throw missing(.missingInput(Option.email.spelling), input) }
    if !arguments.isQuiet { for text in input.otherPorts { context.console.say(text) } }
    if let halves = input.halves { context.console.warn(PromptSentence.halves(imap: halves.imap, smtp: halves.smtp)) }
    if let provider = input.provider, input.isRefusedByProvider { return unsupported(provider, address, found) }
    return try verify(input, address, found)
  }

  /// Returns the error of a call without an address: `error`, or all that is missing if that is the secret too.
  private func missing(_ error: CommandError, _ input: AccountInput) -> CommandError {
    guard input.source == nil, input.app.way == nil, context.secretPrompt == nil else { return error }
    return .missingInputs([Option.email.spelling, Option.secretFrom.spelling])
  }

  private func verify(_ input: AccountInput, _ address: MailAddress, _ found: DiscoveryResult?) throws(CommandError) -> ExitStatus {
    if input.app.wantsSignIn { return try signIn(input, address, found) }
    let source = input.source ?? .prompt
    if source == .prompt, context.secretPrompt == nil {
      throw input.source == nil
        ? .missingInput(Option.secretFrom.spelling) : .operation(input.signIn.usesToken ? .token(.noTerminal) : .secret(.noTerminal))
    }
    // Every fault of the call is found before the secret is asked for.
    let saver = try context.saver(arguments, source, of: input.signIn.secretKind, address, provider: input.provider)
    let verifier = try context.verifier(input, address)
    defer { verifier.stop() }
    let settings = try operation(verifier.settings(group: 0))
    guard let secret = try context.secret(from: source, for: verifier, to: settings.hosts) else { return .software }
    let cleaned = verifier.cleaned(secret)
    context.warn(of: cleaned, verifier.provider?.secret)
    let view = context.progress(of: settings, verifier.timing, unless: arguments.isQuiet)
    let result = try verifier.verify(settings, cleaned, group: 0, view: view)
    if context.interrupt.isRaised {
      if arguments.has(.json) { ResultOutput.show(result, on: context.console, asDocument: true, discovery: found) }
      return .software
    }
    ResultOutput.show(result, on: context.console, asDocument: arguments.has(.json), showsNext: true, isRepeatable: true, discovery: found)
    guard let saver, result.outcome == .verified else { return ExitStatus(result) }
    return context.afterwards { () throws(CommandError) in try context.keep(result, cleaned.secret, saver, arguments) }
  }

  /// Signs in in a browser, and verifies the account with the access token.
  private func signIn(_ call: AccountInput, _ address: MailAddress, _ found: DiscoveryResult?) throws(CommandError) -> ExitStatus {
    var input = call
    let saver = try context.saver(arguments, .prompt, of: .tokenRecord, address, provider: input.provider)
    let signIn = BrowserSignIn(context: context, screen: context.console.talk, directory: directory)
    // The demo's own servers have to run before anyone can sign in there.
    let demo = input.isDemo ? try context.verifier(input, address) : nil
    defer { demo?.stop() }
    let session = if let own = demo?.demoSignIn { own } else { try signIn.session(input) }
    let signedIn = try signIn.run(session, input.app, as: address)
    input.signIn = .oauth(signedIn.signIn)
    let verifier = if let demo { demo } else { try context.verifier(input, address) }
    defer { verifier.stop() }
    verifier.use(input.signIn)
    let settings = try operation(verifier.settings(group: 0))
    let view = context.progress(of: settings, verifier.timing, unless: arguments.isQuiet)
    let result = try verifier.verify(settings, verifier.cleaned(signedIn.accessToken), group: 0, view: view)
    if context.interrupt.isRaised {
      if arguments.has(.json) { ResultOutput.show(result, on: context.console, asDocument: true, discovery: found) }
      return .software
    }
    ResultOutput.show(result, on: context.console, asDocument: arguments.has(.json), showsNext: true, discovery: found)
    guard let saver, result.outcome == .verified else { return ExitStatus(result) }
    return context.afterwards { () throws(CommandError) in
      try context.keep(result, signedIn.accessToken, record: signedIn.record, saver, arguments)
    }
  }

  /// Looks for the servers of a domain that is not in the catalog. Doubtful hosts need `--yes`.
  private func discover(_ address: MailAddress, _ input: inout AccountInput) throws(CommandError) -> DiscoveryResult {
    let result = try context.discover(address, in: directory, arguments, for: &input)
    if !result.suggestions.isEmpty { context.console.warn(PromptSentence.didYouMean(result.suggestions)) }
    guard !result.doubtfulHosts.isEmpty else { return result }
    guard arguments.has(.yes) else { throw .needsYes(result) }
    // A provider of the catalog has no server there, and what the result itself says is said.
    if input.provider == nil {
      let near = try context.near(result.doubtfulHosts.filter { !result.near.contains($0) }, input, in: directory)
      if !near.isEmpty { context.console.warn(DiscoverySentence.near(near)) }
    }
    return result
  }

  /// Prints the settings and steps. The call asks for no verification.
  private func show(_ input: AccountInput) throws(CommandError) -> ExitStatus {
    guard let provider = input.provider else { throw .missingInput(Option.email.spelling) }
    let (screen, language) = (context.console.result, context.console.language)
    if arguments.has(.json) {
      context.console.show(JSONValue.shown(provider, language: language))
    } else {
      GuidePage(provider: provider, address: nil, language: language).show(on: screen)
    }
    if arguments.has(.quiet) { return .ok }
    guard !provider.takesPassword, provider.takesToken else {
      context.console.say(CommandErrorSentence.nothingVerified)
      return .ok
    }
    context.console.say(CommandErrorSentence.nothingVerifiedWithoutPassword)
    showWays(provider, nil)
    return .ok
  }

  /// Prints what can be done at a provider that accepts no password.
  private func showWays(_ provider: Provider, _ address: MailAddress?) {
    let example = address ?? provider.domains.first.flatMap { try? MailAddress("me@\($0)") }
    let isKnown = example.map { MailClient.autoconfig.knows(provider, $0) } ?? false
    for way in SignInSentence.instead(provider, address, isKnown: isKnown) {
      context.console.talk.line("  " + way[context.console.language], indent: 4)
    }
  }

  /// Prints that the provider accepts no password, and what can be done, before a secret is asked for.
  private func unsupported(_ provider: Provider, _ address: MailAddress, _ found: DiscoveryResult?) -> ExitStatus {
    let (screen, language) = (context.console.result, context.console.language)
    let explanation = Text.sentences([CommandErrorSentence.cannotVerify(provider.name), provider.statusNote].compactMap(\.self))[language]
    if arguments.has(.json) {
      context.console.show(
        JSONValue.unfinished(.unsupported, provider: provider.id, address: address.description, explanation: explanation)
          .with(discovery: found))
    } else if arguments.has(.quiet) {
      screen.line(explanation)
    } else {
      GuidePage(provider: provider, address: address, language: language).show(on: screen)
      context.console.talk.line(explanation)
      if provider.takesToken || provider.isDemo { showWays(provider, address) }
    }
    return .unsupported
  }
}
