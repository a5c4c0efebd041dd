// `setup probe --all`: probes every server of the catalog, for its maintainers.

import Catalog
import Documents
import Net
import Sentences
import Session
import Terminal
import Vocabulary

struct ProbeAll {
  private let arguments: Arguments
  private let given: AccountInput
  private let directory: ProviderDirectory
  private let terms: CommandContext

  /// Throws if the call also names a provider, an address or servers.
  init(_ arguments: Arguments, _ given: AccountInput, _ directory: ProviderDirectory, _ terms: CommandContext) throws(CommandError) {
    if let word = arguments.words.first { throw .unwantedArgument(word) }
    for other in [Option.provider, .email, .imap, .smtp] where arguments.has(other) {
      throw .conflict(Option.all.spelling, other.spelling)
    }
    (self.arguments, self.given, self.directory, self.terms) = (arguments, given, directory, terms)
  }

  func run() throws(CommandError) -> ExitStatus {
    let entries = ProbeTargets.of(providers)
    let isQuiet = arguments.has(.quiet) || arguments.has(.json)
    if !isQuiet { terms.talk.line(ProbeSentence.looking(entries.count)[terms.language]) }
    var rest = entries[...]
    var waiting: [ProbeTarget: ProbedServer] = [:]
    let run = try ServerProber(given, given.authority.map { .systemAnd(file: $0.path) } ?? .system, terms)
    let report = try run.run(entries.map(\.target), eachForItself: true) { server in
      if arguments.has(.json) { return }
      // The lines are in the order of the catalog, so that two runs can be compared. Each line appears as soon as this
      // order permits.
      waiting[server.target] = server
      while let next = rest.first, let server = waiting.removeValue(forKey: next.target) {
        rest.removeFirst()
        line(server, next.providers)
      }
    }
    let outcome = ProbeOutcome(all: report)
    if arguments.has(.json) {
      let servers = zip(report.servers, entries).map { ($0, $1.providers) }
      terms.result.document(
        JSONValue.probe(all: servers, checked: directory.catalog.checked, outcome.verdict, language: terms.language).json)
    } else if !isQuiet, !terms.interrupt.isRaised {
      terms.talk.line(ProbeSentence.summary(fine: report.servers.count(where: \.isFine), of: entries.count)[terms.language])
    }
    return outcome.status
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
    let lead = "\(server.target.mailProtocol.spoken) \(server.target.endpoint) (\(providers.joined(separator: ", "))): "
    let verdict = server.isFine ? Span(Labels.ok[terms.language], .good) : Span(Labels.failed[terms.language], .bad)
    let explanation = server.obstacle.map { "  " + FailureSentence.text($0, at: server.target.endpoint)[terms.language] } ?? ""
    terms.result.line([Span(lead), verdict, Span(explanation)], indent: 4)
  }
}
