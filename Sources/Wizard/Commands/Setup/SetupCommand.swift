// The main call: gather what was given, ask for the rest where somebody can answer, verify, tell.

import Catalog
import Documents
import Net
import Posix
import Sentences
import Session
import Terminal
import Vocabulary
import Wire

struct SetupCommand {
  private let arguments: Arguments
  private let terms: CommandContext
  private let directory: ProviderDirectory

  init(_ arguments: Arguments, _ terms: CommandContext) throws(CommandError) {
    self.arguments = arguments
    self.terms = terms
    directory = try UserCatalogs(terms).directory(arguments)
  }

  func run() throws(CommandError) -> ExitStatus {
    let given = try AccountInput(arguments, directory, mayAsk: terms.isInteractive)
    try given.refuseAuthorityOfDemo()
    if terms.isInteractive { return try Conversation(given, arguments, directory, terms).run() }
    return try scripted(given)
  }

  /// The options that are about a verification alone.
  private static let verifying: [Option] = [
    .username, .imapUsername, .smtpUsername, .save, .store, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .trace, .timeout,
  ]

  /// No question is ever asked but for the secret, and that only where there is a terminal to ask at.
  private func scripted(_ call: AccountInput) throws(CommandError) -> ExitStatus {
    var given = call
    if given.provider == nil, given.servers == nil {
      guard let address = given.address else { throw .noProvider }
      try discover(address, &given)
    }
    terms.warn(of: given.provider, for: given.address, in: directory)
    if let foreign = given.foreign(in: directory) {
      // Naming servers in the call agrees to them.
      try terms.require(foreign, named: given.hostsNamed(by: arguments, in: directory), call: given.naming(in: arguments))
    } else if let provider = given.provider, let address = given.address, let owner = directory.owner(of: address.domain), owner != provider
    {
      terms.warn(PromptSentence.belongs(address, to: owner, notTo: provider))
    }
    given.settle(in: directory)
    // What an option says of a verification would go unheard without one.
    if given.address == nil, given.source == nil, !Self.verifying.contains(where: arguments.has) { return try show(given) }
    guard let address = given.address else { throw .missingInput(Option.email.spelling) }
    if let provider = given.provider, !provider.takesPassword, given.servers == nil, provider.id != DemoProvider.id {
      return try unsupported(provider, address)
    }
    let source = given.source ?? .prompt
    if source == .prompt, terms.tty == nil { throw given.source == nil ? .missingInput(Option.secretFrom.spelling) : .secret(.noTerminal) }
    // Everything that can be wrong with the call is found before the secret is asked for.
    let keeping = try AccountSaver(arguments, source, address, provider: given.provider, terms)
    let run = try AccountVerifier(given, address, terms)
    defer { run.stop() }
    let settings = try run.settings(group: 0)
    guard let secret = try TypedSecret(terms).read(source, of: given.provider?.secret, for: address, settings) else { return .software }
    let cleaned = run.cleaned(secret)
    if cleaned.fits == false, let kind = run.provider?.secret { terms.warn(ResultSentence.shapeDiffers(kind, count: cleaned.characters)) }
    let showsProgress = !arguments.has(.quiet) && !arguments.has(.json)
    let view = showsProgress ? ProgressLines(settings, on: terms.talk, language: terms.language, timing: run.timing) : nil
    let outcomes = try run.verify(settings, cleaned, group: 0, view: view)
    if terms.interrupt.isRaised { return try interrupted(outcomes) }
    report(outcomes)
    guard let keeping, outcomes.verdict == .verified else { return ExitStatus(outcomes) }
    return terms.afterwards { () throws(CommandError) in try keeping.keep(outcomes, cleaned.secret) }
  }

  /// Asks the DNS about a domain the catalog does not know. What lies outside the domain needs `--yes`: the DNS is
  /// nobody's word.
  private func discover(_ address: MailAddress, _ given: inout AccountInput) throws(CommandError) {
    let found = try Discovery(directory, terms).find(address)
    terms.talk.line(found.account[terms.language])
    switch found.servers {
    case .provider(let provider): given.provider = provider
    case .several(let providers): throw .severalProviders(providers.map(\.id))
    case .pair(let imap, let smtp): given.servers = (imap, smtp)
    case .unanswered: throw .dnsFailed
    case .none: throw .unknownProvider(address.description, suggestions: directory.catalog.suggestions(for: address.description))
    }
    let outside = found.hosts(for: address).filter { !$0.isWithin(address.domain.text) }
    // A domain one slip away from a known one may be somebody's trap, whatever servers it names for itself.
    let near = directory.catalog.suggestions(for: address.description)
    if !near.isEmpty { terms.warn(PromptSentence.didYouMean(near)) }
    let doubtful = near.isEmpty ? outside : found.hosts(for: address)
    if !doubtful.isEmpty, !arguments.has(.yes) { throw .needsYes(hosts: doubtful.map(\.description), found: found.account) }
  }

  /// Parameters and steps; nothing was asked to be verified.
  private func show(_ given: AccountInput) throws(CommandError) -> ExitStatus {
    guard let provider = given.provider else { throw .missingInput(Option.email.spelling) }
    if arguments.has(.json) {
      terms.result.document(JSONValue.shown(provider, language: terms.language).json)
    } else {
      GuidePage(provider: provider, address: nil, language: terms.language).show(on: terms.result)
    }
    if !arguments.has(.quiet) { terms.talk.line(CommandErrorSentence.nothingVerified[terms.language]) }
    return .ok
  }

  /// What cannot work is said before any secret is asked for.
  private func unsupported(_ provider: Provider, _ address: MailAddress) throws(CommandError) -> ExitStatus {
    let explanation =
      CommandErrorSentence.cannotVerify(provider.name)[terms.language] + (provider.statusNote.map { " " + $0[terms.language] } ?? "")
    if arguments.has(.json) {
      terms.result.document(
        JSONValue.unfinished(.unsupported, provider: provider.id, address: address.description, explanation: explanation).json)
    } else {
      GuidePage(provider: provider, address: address, language: terms.language).show(on: terms.result)
      terms.talk.line(explanation)
    }
    return .unsupported
  }

  private func interrupted(_ outcomes: VerificationResult) throws(CommandError) -> ExitStatus {
    if arguments.has(.json) { terms.result.document(JSONValue.result(outcomes, language: terms.language).json) }
    return .software
  }

  private func report(_ outcomes: VerificationResult) {
    if arguments.has(.json) {
      terms.result.document(JSONValue.result(outcomes, language: terms.language).json)
    } else {
      ResultPage(outcomes: outcomes, language: terms.language).show(on: terms.result)
      if let next = outcomes.nextServers { terms.result.line(ResultSentence.nextServersHow(next.imap, next.smtp)[terms.language]) }
    }
  }
}
