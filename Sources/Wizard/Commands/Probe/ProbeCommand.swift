// `setup probe PROVIDER|ADDRESS`: prints what the servers offer and whether they can be trusted. No account is needed.

import Catalog
import Demo
import Documents
import LoopbackServer
import Net
import Sentences
import Session
import Terminal
import Vocabulary

struct ProbeCommand {
  private let arguments: Arguments
  private let terms: CommandContext
  private let directory: ProviderDirectory

  init(_ arguments: Arguments, _ terms: CommandContext) throws(CommandError) {
    self.arguments = arguments
    self.terms = terms
    directory = try UserCatalogs(terms).directory(arguments)
  }

  func run() throws(CommandError) -> ExitStatus {
    var given = try AccountInput(arguments, directory)
    if let file = given.trace { try TraceFile.check(file) }
    if arguments.has(.all) { return try ProbeAll(arguments, given, directory, terms).run() }
    try decide(&given)
    try given.refuseAuthorityOfDemo()
    terms.warn(of: given.provider, for: given.address, in: directory)
    if given.servers == nil, let provider = given.provider, provider.id != DemoProvider.id, provider.servers.isEmpty {
      return unsupported(provider, given)
    }
    return try probe(given)
  }

  /// Decides whose servers to probe. The operand is a provider or an address, like the options.
  private func decide(_ given: inout AccountInput) throws(CommandError) {
    if arguments.words.count > 1 { throw .unwantedArgument(arguments.words[1]) }
    if let word = arguments.words.first {
      let others: [Option] = word.contains("@") ? [.provider, .email, .imap] : [.provider, .imap]
      for option in others where arguments.has(option) { throw .conflict(option.spelling, word) }
      let choice = ProviderLookUp(directory: directory)
      if word.contains("@") {
        let address = try choice.address(word)
        given.address = address
        given.provider = address.domain.text == DemoProvider.domain ? DemoProvider.entry : directory.provider(forDomain: address.domain)
      } else {
        given.provider = try choice.provider(word, address: given.address)
      }
    }
    guard given.provider == nil, given.servers == nil else { return }
    guard let address = given.address else {
      throw .missingArgument("setup probe", what: CommandSentence.needsProvider, example: "setup probe yandex")
    }
    try discover(address, &given)
  }

  /// Looks up a domain that is not in the catalog in the DNS. A probe sends nothing secret, so the user need not agree.
  private func discover(_ address: MailAddress, _ given: inout AccountInput) throws(CommandError) {
    let found = try Discovery(directory, terms).find(address)
    terms.talk.line(found.account[terms.language])
    let near = directory.catalog.suggestions(for: address.description)
    switch found.servers {
    case .provider(let provider): given.provider = provider
    case .several(let providers): throw .severalProviders(providers.map(\.id))
    case .pair(let imap, let smtp): given.servers = (imap, smtp)
    case .unanswered: throw .dnsFailed
    case .none: throw .unknownProvider(address.description, suggestions: near)
    }
    if !near.isEmpty { terms.warn(PromptSentence.didYouMean(near)) }
  }

  private func probe(_ given: AccountInput) throws(CommandError) -> ExitStatus {
    var provider = given.provider
    var trust = given.authority.map { Trust.systemAnd(file: $0.path) } ?? .system
    var demo: DemoServers?
    if provider?.id == DemoProvider.id, given.servers == nil {
      do throws(LoopbackServerError) {
        let started = try DemoProvider.start()
        (provider, demo, trust) = (started.provider, started.servers, .only(pem: started.servers.authorityPEM))
      } catch {
        throw .unreadableFile("demo", reason: "\(error)")
      }
    }
    defer { demo?.stop() }
    let targets =
      given.servers.map { ProbeTargets.inTurn(imap: [$0.imap], smtp: [$0.smtp]) }
      ?? provider.map { ProbeTargets.of($0, for: given.address) } ?? []
    // All hosts of this provider depend on the address.
    if targets.isEmpty { throw .missingInput(Option.email.spelling) }
    let isQuiet = arguments.has(.quiet) || arguments.has(.json)
    if !isQuiet { terms.talk.line(ProbeSentence.looking(targets.count)[terms.language]) }
    let report = try ServerProber(given, trust, terms).run(targets)
    let outcome = ProbeOutcome(report)
    if arguments.has(.json) {
      terms.result.document(
        JSONValue.probe(report, provider: provider, address: given.address, outcome.verdict, language: terms.language).json)
    } else if !terms.interrupt.isRaised {
      ProbePage(report: report, charset: provider?.session.charset, language: terms.language).show(on: terms.result)
    }
    return outcome.status
  }

  /// Prints that the provider has no servers to connect to.
  private func unsupported(_ provider: Provider, _ given: AccountInput) -> ExitStatus {
    let explanation =
      ProbeSentence.noServers(provider.name)[terms.language] + (provider.statusNote.map { " " + $0[terms.language] } ?? "")
    if arguments.has(.json) {
      terms.result.document(
        JSONValue.unfinished(.unsupported, provider: provider.id, address: given.address?.description, explanation: explanation).json)
    } else {
      terms.result.line(explanation)
    }
    return .unsupported
  }
}
