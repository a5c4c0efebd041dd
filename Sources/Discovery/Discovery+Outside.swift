// Who outside of the domain may know more about its mail. Each is asked only after the user has agreed.

import Catalog
import HTTP
import Net
import Posix
import Session
import Vocabulary

extension Discovery {
  /// Returns whom to ask next if the domain itself does not say where its mail is.
  func outsiders(_ answers: Answers, _ result: DiscoveryResult) -> [DiscoveryResult.Outsider] {
    switch result.source {
    case .mx, .platform, .divided, .certificate: return []
    case .published(let servers):
      if servers.count == MailProtocol.allCases.count, servers.allSatisfy({ $0.origin != .guess }) { return [] }
      if case .provider = result.servers { return [] }
    case .front: break
    case .nothing(let reason):
      switch reason {
      case .noSuchDomain, .noMail(isDeclared: true), .unanswered: return []
      case .noMail(isDeclared: false), .notOffered, .onlyPOP3, .onlyClear, .silence: break
      }
    }
    var outsiders: [DiscoveryResult.Outsider] = []
    if let redirect = answers.redirect { outsiders.append(.redirect(redirect)) }
    if case .front = result.source {
    } else if let mx = result.exchanger, let host = Self.documentHost(of: mx, result.address.domain) {
      outsiders.append(.exchanger(mx: mx, host: host))
    }
    return outsiders + [.publicList]
  }

  /// Returns where the operator of the MX host `mx` would publish a document: at the domain that the host is in. `nil` if that is the
  /// domain of the address, or may be the domain of a registry, under which everybody can have a name.
  private static func documentHost(of mx: HostName, _ domain: HostName) -> HostName? {
    let labels = mx.labels.dropFirst()
    guard !mx.isWithin(domain.text), labels.count >= 2, let last = labels.last, let first = labels.first else { return nil }
    if labels.count == 2, last.utf8.count == 2, registries.contains(String(first)) { return nil }
    return HostName("autoconfig.\(labels.joined(separator: "."))")
  }

  /// Second labels under which countries register domains.
  private static let registries: Set<String> = [
    "co", "com", "net", "org", "gov", "edu", "ac", "or", "ne", "go", "gob", "ltd", "plc", "me", "gv", "nom", "mil", "info", "sch", "id",
    "web",
  ]

  /// Returns how `host`, which the user typed, offers the protocol at its usual ports: the best of those that prove its name. `nil` if
  /// none does.
  package func proposal(_ mailProtocol: MailProtocol, at host: HostName) throws(NetFailure) -> Endpoint? {
    let targets = Guess.targets(mailProtocol, at: host)
    let deadline = Deadline.after(seconds: patience)
    let run = try DiscoveryRun(self, until: deadline)
    defer { run.stop() }
    try run.ask(targets)
    var answers = Answers(documents: 0)
    answers.guesses = targets.map { ($0, nil) }
    while !answers.isGuessed(mailProtocol), !deadline.hasPassed {
      for case .guess(let position, let server) in try run.events(until: deadline) { answers.guesses[position].server = server }
    }
    return answers.guesses.first { $0.server?.isConfirmed == true }?.target.endpoint
  }

  /// Asks `outsider`, which `earlier` names, and returns what is known then. `earlier` is the result if the outsider knows nothing.
  package func ask(_ outsider: DiscoveryResult.Outsider, after earlier: DiscoveryResult) throws(NetFailure) -> DiscoveryResult {
    let address = earlier.address
    let start = Deadline.now
    let wanted = Self.documents(of: outsider, address)
    let run = try DiscoveryRun(self, until: start + patience)
    defer { run.stop() }
    for (position, document) in wanted.enumerated() { try run.ask(document, position) }
    // The MX host may be the server itself.
    var targets: [ProbeTarget] = []
    if case .exchanger(let mx, _) = outsider { targets = MailProtocol.allCases.flatMap { Guess.targets($0, at: mx) } }
    try run.ask(targets)
    var documents = [DocumentAnswer?](repeating: nil, count: wanted.count)
    var servers = [ProbedServer?](repeating: nil, count: targets.count)
    var steps: [DiscoveryStep] = []
    let source: DiscoveryStep.Source = outsider == .publicList ? .publicList : .foreignDocument
    while documents.contains(where: { $0 == nil }) || servers.contains(where: { $0 == nil }), !(start + patience).hasPassed {
      for event in try run.events(until: start + patience) {
        let milliseconds = Int(Deadline.now.milliseconds(since: start))
        switch event {
        case .records: break
        case .document(let position, let answer):
          documents[position] = answer
          steps.append(
            DiscoveryStep(
              source: source, name: wanted[position].address.text, outcome: answer.outcome, milliseconds: milliseconds))
        case .guess(let position, let server):
          servers[position] = server
          steps.append(
            DiscoveryStep(source: .guess, name: "\(targets[position].endpoint)", outcome: server.guessOutcome, milliseconds: milliseconds))
        }
      }
    }
    let found = named(by: outsider, documents, servers, address)
    var result = earlier
    if !found.isEmpty {
      // What the domain itself names for one protocol stays.
      let own = earlier.published.filter { $0.origin != .guess }
      let guessed = earlier.published.filter { $0.origin == .guess }
      let joined = MailProtocol.allCases.compactMap { name in
        (own + found + guessed).first { $0.mailProtocol == name }
      }
      result = earlier.replacing(servers: self.servers(joined, of: address), source: .published(joined))
      result.near = try near(result.hosts.filter { $0.isWithin(address.domain.text) }, until: .after(seconds: Self.rest))
    }
    result.steps = earlier.steps + steps
    result.outsiders = found.count == MailProtocol.allCases.count ? [] : earlier.outsiders.filter { $0 != outsider }
    return result
  }

  private func named(
    by outsider: DiscoveryResult.Outsider, _ documents: [DocumentAnswer?], _ servers: [ProbedServer?], _ address: MailAddress
  ) -> [DiscoveredServer] {
    MailProtocol.allCases.compactMap { mailProtocol in
      for case .document(let document, let host)? in documents {
        let origin: DiscoveredServer.Origin = outsider == .publicList ? .publicList : .foreignDocument(host)
        if let server = DiscoveredServer(mailProtocol, in: document, from: origin, for: address) { return server }
      }
      return servers.compactMap(\.self).first { $0.target.mailProtocol == mailProtocol && $0.isConfirmed }
        .map { DiscoveredServer(mailProtocol, $0.target.endpoint, from: .guess) }
    }
  }

  private static func documents(of outsider: DiscoveryResult.Outsider, _ address: MailAddress) -> [SettingsDocument] {
    switch outsider {
    case .exchanger(_, let host): [SettingsDocument.ofExchanger(at: host)].compactMap(\.self)
    case .redirect(let target): [SettingsDocument(led: target)].compactMap(\.self)
    case .publicList: [SettingsDocument.listed(address.domain)].compactMap(\.self)
    }
  }
}
