// `setup probe PROVIDER|ADDRESS`: prints what the servers offer and whether they can be trusted. No account is needed.

import Catalog
import CommandLine
import Discovery
import Documents
import Operations
import Output
import Sentences
import Session
import Vocabulary

struct ProbeCommand {
  let arguments: Arguments
  let context: CommandContext
  let directory: ProviderDirectory

  func run() throws(CommandError) -> ExitStatus {
    var input = try AccountInput(arguments, directory)
    if let file = context.options.trace { try operation(TraceFile.check(file)) }
    if arguments.has(.all) { return try ProbeAll(arguments: arguments, context: context, directory: directory, input: input).run() }
    try decide(&input)
    try input.refuseAuthorityOfDemo()
    context.warn(of: input.provider, for: input.address, in: directory)
    if input.servers == nil, let provider = input.provider, !provider.isDemo, provider.servers.isEmpty {
      return unsupported(provider, input)
    }
    return try probe(input)
  }

  /// Decides whose servers to probe. The operand is a provider or an address, like the options.
  private func decide(_ input: inout AccountInput) throws(CommandError) {
    if let word = arguments.words.first {
      let others: [Option] = Catalog.isAddress(word) ? [.provider, .email, .imap] : [.provider, .imap]
      for option in others where arguments.has(option) { throw .conflict(option.spelling, word) }
      let lookUp = ProviderLookUp(directory: directory)
      if Catalog.isAddress(word) {
        let address = try MailAddress.reading(word, directory)
        (input.address, input.provider) = (address, lookUp.provider(of: address))
      } else {
        do throws(ProviderLookUpError) {
          input.provider = try lookUp.provider(word, address: input.address)
        } catch {
          throw CommandError(error)
        }
      }
    }
    guard input.provider == nil, input.servers == nil else { return }
    guard let address = input.address else { throw .missingArgument("setup probe", .provider, example: "setup probe yandex") }
    // A probe sends nothing secret, so the user need not agree to the servers.
    let result = try context.discover(address, in: directory, arguments, for: &input)
    if !result.suggestions.isEmpty { context.console.warn(PromptSentence.didYouMean(result.suggestions)) }
  }

  private func probe(_ input: AccountInput) throws(CommandError) -> ExitStatus {
    let prober = try context.prober(input)
    defer { prober.stop() }
    let targets =
      input.servers.map { ProbeTargets.inTurn(imap: [$0.imap], smtp: [$0.smtp]) }
      ?? prober.provider.map { ProbeTargets.of($0, for: input.address) } ?? []
    // All hosts of this provider depend on the address.
    if targets.isEmpty { throw .missingInput(Option.email.spelling) }
    if !arguments.isQuiet { context.console.say(ProbeSentence.looking(targets.count)) }
    let report = try operation(prober.run(targets))
    let outcome = ProbeOutcome(report)
    let (provider, language) = (prober.provider, context.console.language)
    if arguments.has(.json) {
      context.console.show(JSONValue.probe(report, provider: provider, address: input.address, outcome.outcome, language: language))
    } else if !context.interrupt.isRaised {
      ProbePage(report: report, provider: provider, language: language).show(on: context.console.result)
    }
    return outcome.status
  }

  /// Prints that the provider has no servers to connect to.
  private func unsupported(_ provider: Provider, _ input: AccountInput) -> ExitStatus {
    let language = context.console.language
    let explanation = ProbeSentence.noServers(provider.name)[language] + (provider.statusNote.map { " " + $0[language] } ?? "")
    if arguments.has(.json) {
      context.console.show(
        JSONValue.unfinished(.unsupported, provider: provider.id, address: input.address?.description, explanation: explanation))
    } else {
      context.console.result.line(explanation)
    }
    return .unsupported
  }
}
