// What a discovery asked, what came of each question and when.

import Session
import Vocabulary

struct DiscoveryLog {
  private typealias Entry = (outcome: DiscoveryStep.Outcome, milliseconds: Int)

  private let domain: HostName
  private let wanted: [SettingsDocument]
  private var mx: Entry?
  private var services: Entry?
  private var documents: [Int: Entry] = [:]
  private var targets: [ProbeTarget] = []
  private var servers: [Int: Entry] = [:]

  init(_ domain: HostName, _ wanted: [SettingsDocument]) { (self.domain, self.wanted) = (domain, wanted) }

  mutating func guesses(_ targets: [ProbeTarget]) { self.targets = targets }

  mutating func note(_ event: DiscoveryEvent, after milliseconds: Int) {
    switch event {
    case .records(let records):
      let missing: DiscoveryStep.Outcome = records.isIncomplete ? .failed : .nothing
      mx = (records.mx.isEmpty ? missing : .found, milliseconds)
      let hasService = records.services.values.contains { $0.contains { $0.host != nil } }
      services = (hasService ? .found : missing, milliseconds)
    case .document(let position, let answer): documents[position] = (answer.outcome, milliseconds)
    case .guess(let position, let server): servers[position] = (server.guessOutcome, milliseconds)
    }
  }

  /// The questions in the order of precedence. What has no answer was dropped.
  var steps: [DiscoveryStep] {
    func step(_ source: DiscoveryStep.Source, _ name: String, _ entry: Entry?) -> DiscoveryStep {
      DiscoveryStep(source: source, name: name, outcome: entry?.outcome ?? .dropped, milliseconds: entry?.milliseconds ?? 0)
    }
    return [step(.mx, domain.text, mx)] + wanted.enumerated().map { step(.document, $1.address.text, documents[$0]) }
      + [step(.srv, domain.text, services)] + targets.enumerated().map { step(.guess, "\($1.endpoint)", servers[$0]) }
  }
}

extension DocumentAnswer {
  var outcome: DiscoveryStep.Outcome {
    switch self {
    case .document: .found
    case .noHost, .absent: .nothing
    case .unusable, .elsewhere: .unusable
    case .failed: .failed
    }
  }
}

extension ProbedServer {
  /// What came of a server that was tried by its name.
  var guessOutcome: DiscoveryStep.Outcome {
    if isConfirmed { return .found }
    switch failure?.cause {
    case .net(.noSuchHost), .net(.refused): return .nothing
    case .net(.tls): return .unusable
    case .some, .none: return .failed
    }
  }
}
