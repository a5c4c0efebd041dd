// What was asked to find the servers of an address, as part of the JSON documents.

import Discovery
import Documents

extension JSONValue {
  /// Returns the same object with what `result` asked. `result` is `nil` if nothing was asked.
  package func with(discovery result: DiscoveryResult?) -> JSONValue {
    guard let result, case .object(var keys) = self else { return self }
    keys["discovery"] = .object([
      "taken": .texts(result.taken.map(\.rawValue)),
      "steps": .list(
        result.steps.map { step in
          .object([
            "source": .text(step.source.rawValue), "name": .text(step.name), "result": .text(step.outcome.rawValue),
            "ms": .integer(step.milliseconds),
          ])
        }),
    ])
    return .object(keys)
  }
}

extension DiscoveryResult {
  /// The sources whose answers were taken, each once.
  fileprivate var taken: [DiscoveryStep.Source] {
    switch source {
    case .mx, .platform, .divided, .front: [.mx]
    case .certificate: [.guess]
    case .nothing: []
    case .published(let servers):
      servers.map(\.origin.source).reduce(into: []) { sources, source in if !sources.contains(source) { sources.append(source) } }
    }
  }
}

extension DiscoveredServer.Origin {
  fileprivate var source: DiscoveryStep.Source {
    switch self {
    case .services: .srv
    case .document: .document
    case .foreignDocument: .foreignDocument
    case .publicList: .publicList
    case .guess: .guess
    }
  }
}
