// Finds the mail servers of a domain that is not in the catalog, from what the domain itself says: MX records, which are compared with
// the catalog; documents with mail settings; SRV records; and last the usual names of servers. All are asked at once, and the best
// source decides, not the fastest. Nobody outside the domain is asked. What is found is a suggestion: the user decides.

import Catalog
import HTTP
import Net
import Posix
import Session
import Vocabulary

package struct Discovery {
  let directory: ProviderDirectory
  let interrupt: Interrupt
  /// `nil` if only the DNS is asked.
  let network: Network?
  /// The name server to ask instead of the system's.
  let server: NameServer?
  /// Seconds for all questions together.
  let patience: Double

  /// Seconds after which servers are tried by their names although better sources have not answered yet.
  static let head = 2.0
  /// Seconds that a last question has even if the time is up.
  static let rest = 0.5
  /// Seconds that a provider found by MX waits for the domain's own settings, which may contradict it.
  static let grace = 1.5

  /// `interrupt` ends the wait for answers.
  package init(
    _ directory: ProviderDirectory, _ interrupt: Interrupt, through network: Network?, at server: NameServer? = nil, patience: Double = 6
  ) {
    (self.directory, self.interrupt, self.network) = (directory, interrupt, network)
    (self.server, self.patience) = (server, patience)
  }

  /// Asks about the address's own domain, and about no other. Throws `interrupted`, or `system` if the system has no threads or
  /// descriptors left.
  package func find(_ address: MailAddress) throws(NetFailure) -> DiscoveryResult {
    let start = Deadline.now
    let deadline = start + patience
    let wanted = network == nil ? [] : SettingsDocument.own(of: address)
    let run = try DiscoveryRun(self, until: deadline)
    defer { run.stop() }
    try run.ask(address.domain)
    for (position, document) in wanted.enumerated() { try run.ask(document, position) }
    var answers = Answers(documents: wanted.count)
    var log = DiscoveryLog(address.domain, wanted)
    while true {
      let elapsed = Deadline.now.milliseconds(since: start) / 1_000
      if try startGuessing(&answers, address, after: elapsed, run) { log.guesses(answers.guesses.map(\.target)) }
      if let result = decide(answers, for: address, after: elapsed) {
        return try complete(result, log, until: deadline)
      }
      let wake = [Self.grace, Self.head].map { start + $0 }.filter { !$0.hasPassed }.min() ?? deadline
      for event in try run.events(until: min(wake, deadline)) {
        let milliseconds = Int(Deadline.now.milliseconds(since: start))
        switch event {
        case .records(let records): answers.records = records
        case .document(let position, let answer): answers.documents[position] = answer
        case .guess(let position, let server): answers.guesses[position].server = server
        }
        log.note(event, after: milliseconds)
      }
    }
  }

  /// Starts to try the usual names if nothing better can fill the place of a server any more, or if it takes long. The MX host follows
  /// when it is known, so that the same servers are tried in whatever order the answers come.
  private func startGuessing(
    _ answers: inout Answers, _ address: MailAddress, after seconds: Double, _ run: DiscoveryRun
  ) throws(NetFailure) -> Bool {
    guard network != nil, answers.isPublishedComplete || seconds >= Self.head, !isDecidedByMX(answers) else { return false }
    let published = answers.published(for: address)
    guard provider(of: published, for: address) == nil else { return false }
    let known = published.map(\.mailProtocol)
    let missing = MailProtocol.allCases.filter { !known.contains($0) && !answers.notOffered.contains($0) }
    let tried = answers.guesses.map(\.target)
    let targets = Guess.targets(of: address.domain, missing: missing, exchanger: answers.records?.mx.first?.host)
      .filter { !tried.contains($0) }
    guard !targets.isEmpty else { return false }
    answers.guesses += targets.map { ($0, nil) }
    try run.ask(targets, after: tried.count)
    return true
  }

  /// Whether the MX records are known and make every guess useless.
  private func isDecidedByMX(_ answers: Answers) -> Bool {
    guard let records = answers.records else { return false }
    switch directory.catalog.hosting(records.exchangers) {
    case .provider, .platform, .divided: return true
    case .front, .unknown: return records.isAbsent || records.isNullMX
    }
  }

  /// Returns the result if no answer that is still missing could change it, or if the time is up.
  func decide(_ answers: Answers, for address: MailAddress, after seconds: Double) -> DiscoveryResult? {
    let isOver = seconds >= patience
    guard let records = answers.records else { return isOver ? result(of: answers, for: address) : nil }
    // No such domain, and no mail by the domain's own word, are definite.
    if isOver || records.isAbsent || records.isNullMX { return result(of: answers, for: address) }
    // A provider found by MX waits for what may contradict it, but not long.
    let isSettled =
      isDecidedByMX(answers) ? answers.documents.allSatisfy { $0 != nil } || seconds >= Self.grace : isSettled(answers, address)
    return isSettled ? result(of: answers, for: address) : nil
  }

  /// Returns whether both servers are known from sources better than all that are missing, or everything is answered.
  private func isSettled(_ answers: Answers, _ address: MailAddress) -> Bool {
    let known = answers.published(for: address)
    // A document is outranked by the documents before it, and SRV by all documents.
    let firstOpen = answers.documents.firstIndex { $0 == nil } ?? answers.documents.count
    var prefix = answers
    for position in answers.documents.indices where position >= firstOpen { prefix.documents[position] = .absent }
    let certain = firstOpen == answers.documents.count ? known : prefix.documentServers(for: address)
    if certain.count == MailProtocol.allCases.count { return true }
    guard answers.isPublishedComplete else { return false }
    if provider(of: known, for: address) != nil { return true }
    if network == nil { return true }
    let missing = MailProtocol.allCases.filter { name in !known.contains { $0.mailProtocol == name } && !answers.notOffered.contains(name) }
    if missing.isEmpty { return true }
    return !answers.guesses.isEmpty && missing.allSatisfy { answers.isGuessed($0) }
  }

  /// Returns what `answers` say.
  private func result(of answers: Answers, for address: MailAddress) -> DiscoveryResult {
    let records = answers.records ?? MailRecords()
    let published = answers.published(for: address)
    var (servers, source): (DiscoveryResult.Servers, DiscoveryResult.Source)
    var contradicting: [DiscoveredServer] = []
    switch directory.catalog.hosting(records.exchangers) {
    case .provider(let provider, let host, let others):
      (servers, source) = (.provider(provider), .mx(host: host, provider, sharing: others))
      contradicting = published.filter { !provider.has($0.endpoint.host, for: address) }
    case .platform(let providers, let host): (servers, source) = (.several(providers), .platform(host: host, providers))
    case .divided(let providers, let hosts): (servers, source) = (.several(providers), .divided(hosts, providers))
    case .front(let name, let host, let forwards, let provider):
      let front = DiscoveryResult.Source.front(host: host, name: name, forwards: forwards)
      (servers, source) = named(answers, address) ?? (provider.map { .several([$0]) } ?? .none, front)
    case .unknown:
      (servers, source) = named(answers, address) ?? (answers.nothing == .unanswered ? .unanswered : .none, .nothing(answers.nothing))
    }
    var result = DiscoveryResult(
      address: address, servers: servers, source: source, suggestions: directory.catalog.suggestions(for: address.description))
    (result.contradicting, result.exchanger) = (contradicting, records.mx.first?.host)
    if case .published(let servers) = source { result.shortcoming = answers.shortcoming(servers) }
    result.outsiders = outsiders(answers, result)
    return result
  }

  /// Returns the servers that sources name or that were found by their names, or the provider of the catalog that they belong to.
  private func named(_ answers: Answers, _ address: MailAddress) -> (DiscoveryResult.Servers, DiscoveryResult.Source)? {
    if answers.records.map({ $0.isAbsent || $0.isNullMX }) ?? false { return nil }
    let found = answers.servers(for: address)
    if found.contains(where: { $0.origin != .guess }) || found.count == MailProtocol.allCases.count {
      return (servers(found, of: address), .published(found))
    }
    // A valid certificate for other names says whose machine has the name.
    for (target, server) in answers.guesses {
      for name in server?.otherNames ?? [] {
        if let provider = directory.owner(of: name, for: address) {
          return (.provider(provider), .certificate(host: target.endpoint.host, provider))
        }
      }
    }
    return found.isEmpty ? nil : (servers(found, of: address), .published(found))
  }

  /// Returns the provider of the catalog if it has all of `found`, which may be one half, else the servers themselves.
  func servers(_ found: [DiscoveredServer], of address: MailAddress) -> DiscoveryResult.Servers {
    if let provider = provider(of: found, for: address) { return .provider(provider) }
    let (imap, smtp) = (found.first { $0.mailProtocol == .imap }?.endpoint, found.first { $0.mailProtocol == .smtp }?.endpoint)
    switch (imap, smtp) {
    case (let imap?, let smtp?): return .pair(imap: imap, smtp: smtp)
    case (let imap?, nil): return .half(.imap, imap)
    case (nil, let smtp?): return .half(.smtp, smtp)
    case (nil, nil): return .none
    }
  }

  private func provider(of found: [DiscoveredServer], for address: MailAddress) -> Provider? {
    guard let first = found.first?.endpoint.host, let last = found.last?.endpoint.host,
      case .provider(let provider) = directory.owners(imap: first, smtp: last, for: address)
    else { return nil }
    return provider
  }

  /// Completes a result with what only it makes a question of: whether the name server knows any name at all if it does not know the
  /// domain, whose mailboxes are behind a filter, and whether a server of the domain is in the user's own network.
  private func complete(
    _ result: DiscoveryResult, _ log: DiscoveryLog, until deadline: Deadline
  ) throws(NetFailure) -> DiscoveryResult {
    var result = result
    result.steps = log.steps
    let limit = max(min(deadline, .after(seconds: Self.head)), .after(seconds: Self.rest))
    switch result.source {
    case .nothing(.noSuchDomain):
      if let control = HostName("imap.gmail.com"), try MailDNS.knowsNot(control, until: limit, or: interrupt, at: server) {
        result = result.replacing(source: .nothing(.noSuchDomain(unknown: control)))
      }
    case .front(_, _, false):
      if result.servers == .none { try follow(&result, until: limit) }
    case .published:
      result.near = try near(result.hosts.filter { $0.isWithin(result.address.domain.text) }, until: limit)
    case .mx, .platform, .divided, .front, .certificate, .nothing: break
    }
    return result
  }

  /// Asks for the alias by which the domain's Exchange clients find their server. It says where the mailboxes behind a filter may be; as
  /// a hint only, because the DNS can be old.
  private func follow(_ result: inout DiscoveryResult, until deadline: Deadline) throws(NetFailure) {
    guard let name = HostName("autodiscover.\(result.address.domain)"),
      let alias = try MailDNS.alias(of: name, until: deadline, or: interrupt, at: server),
      let provider = directory.catalog.provider(withAutodiscover: alias)
    else { return }
    result = result.replacing(servers: .several([provider]), source: result.source)
    result.alias = alias
  }
}
