// `setup probe --all`: probes every server of the catalog, for its maintainers.

import Catalog
import CommandLine
import Documents
import Operations
import Output
import Sentences
import Session
import Terminal
import Vocabulary

struct ProbeAll {
  let arguments: Arguments
  let context: CommandContext
  let directory: ProviderDirectory
  let input: AccountInput

  /// Throws if the call also names a provider, an address or servers.
  func run() throws(CommandError) -> ExitStatus {
    if let word = arguments.words.first { throw .unwantedArgument(word) }
    for other in [Option.provider, .email, .imap, .smtp] where arguments.has(other) {
      throw .conflict(Option.all.spelling, other.spelling)
    }
    let entries = ProbeTargets.of(providers)
    if !arguments.isQuiet { context.console.say(ProbeSentence.looking(entries.count)) }
    let report = try probe(entries)
    let outcome = ProbeOutcome(all: report)
    let reviews = CatalogReview.of(providers, report)
    if arguments.has(.json) {
      let servers = zip(report.servers, entries).map { ($0, $1.providers) }
      context.console.show(
        JSONValue.probe(all: servers, reviews, checked: directory.catalog.checked, outcome.outcome, language: context.console.language))
    } else if !context.interrupt.isRaised {
      show(reviews)
      if !arguments.isQuiet {
        context.console.say(ProbeSentence.summary(fine: report.servers.count(where: \.isFine), of: entries.count))
      }
    }
    return outcome.status
  }

  /// Probes the servers and prints a line for each. The lines are in the order of the catalog, so that two runs can be compared. Each
  /// line appears as soon as this order permits.
  private func probe(_ entries: [(target: ProbeTarget, providers: [String])]) throws(CommandError) -> ProbeReport {
    var rest = entries[...]
    var waiting: [ProbeTarget: ProbedServer] = [:]
    func line(_ server: ProbedServer) {
      if arguments.has(.json) { return }
      waiting[server.target] = server
      while let next = rest.first, let server = waiting.removeValue(forKey: next.target) {
        rest.removeFirst()
        self.line(server, next.providers)
      }
    }
    let prober = try context.prober(input)
    defer { prober.stop() }
    return try operation(prober.run(entries.map(\.target), eachForItself: true, observe: line))
  }

  /// Shows the entries that differ from their servers: where in the entry, which server, and why.
  private func show(_ reviews: [CatalogReview]) {
    guard !reviews.isEmpty else { return }
    let (screen, language) = (context.console.result, context.console.language)
    screen.line()
    screen.line(ProbeSentence.review(reviews.count)[language], .bold)
    for review in reviews {
      screen.line("\(review.provider.id) (\(ProbeSentence.checked(review.provider.checked)[language]))")
      for finding in review.findings {
        let text = FailureSentence.text(finding.failure, at: finding.target.endpoint)[language]
        screen.line("  \(finding.path): \(text)", indent: 4)
      }
    }
  }

  /// The providers to probe. With `--catalog` these are only the providers of that file. Servers of a bridge program
  /// run on the user's computer and are left out.
  private var providers: [Provider] {
    let all = directory.catalog.providers.filter { $0.status != .bridge }
    guard let file = arguments[.catalog] else { return all }
    return all.filter { directory.file(of: $0) == file }
  }

  /// Prints one line with the whole result, for grep.
  private func line(_ server: ProbedServer, _ providers: [String]) {
    // A server that was not probed before the interrupt has no line.
    if server.failure?.outcome == .interrupted { return }
    let language = context.console.language
    let lead = "\(server.target.mailProtocol.spoken) \(server.target.endpoint) (\(providers.joined(separator: ", "))): "
    let outcome = server.isFine ? Span(Labels.ok[language], .good) : Span(Labels.failed[language], .bad)
    let explanation = server.obstacle.map { "  " + FailureSentence.text($0, at: server.target.endpoint, isListed: true)[language] } ?? ""
    context.console.result.line([Span(lead), outcome, Span(explanation)], indent: 4)
  }
}
