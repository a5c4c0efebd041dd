// What the sources have answered so far, and what follows from it. The order in which answers come makes no difference.

import Catalog
import Documents
import Session
import Vocabulary

/// The answers of a running discovery. `nil` is a question that is still open.
struct Answers: Sendable {
  var records: MailRecords?
  /// In the order of `SettingsDocument.own`.
  var documents: [DocumentAnswer?]
  /// The servers that were tried by their usual names, in order of preference. Empty until they are tried.
  var guesses: [(target: ProbeTarget, server: ProbedServer?)] = []

  init(documents count: Int) { documents = [DocumentAnswer?](repeating: nil, count: count) }

  /// Whether everything that is better than a guess has been answered.
  var isPublishedComplete: Bool { records != nil && documents.allSatisfy { $0 != nil } }

  /// The protocols that the domain declares as not offered. Nothing is guessed in their place.
  var notOffered: [MailProtocol] {
    MailProtocol.allCases.filter { mailProtocol in
      let services = mailProtocol == .imap ? [MailService.imaps, .imap] : [.submissions, .submission]
      let known = services.flatMap { records?.services[$0] ?? [] }
      return !known.isEmpty && known.allSatisfy { $0.host == nil }
    }
  }

  /// The servers that the domain's documents and its SRV records name for `address`, each from the best source that has it.
  func published(for address: MailAddress) -> [DiscoveredServer] {
    MailProtocol.allCases.compactMap { document($0, address) ?? service($0) }
  }

  /// The same, with guessed servers where no source names one. A better name has precedence over an earlier answer.
  func servers(for address: MailAddress) -> [DiscoveredServer] {
    let published = published(for: address)
    return MailProtocol.allCases.compactMap { mailProtocol in
      published.first { $0.mailProtocol == mailProtocol }
        ?? guesses.first { $0.target.mailProtocol == mailProtocol && $0.server?.isConfirmed == true }
        .map { DiscoveredServer(mailProtocol, $0.target.endpoint, from: .guess) }
    }
  }

  /// The servers that the documents name.
  func documentServers(for address: MailAddress) -> [DiscoveredServer] { MailProtocol.allCases.compactMap { document($0, address) } }

  /// Whether no answer that is still missing could change the guessed server of `mailProtocol`.
  func isGuessed(_ mailProtocol: MailProtocol) -> Bool {
    for (target, server) in guesses where target.mailProtocol == mailProtocol {
      guard let server else { return false }
      if server.isConfirmed { return true }
    }
    return true
  }

  private func document(_ mailProtocol: MailProtocol, _ address: MailAddress) -> DiscoveredServer? {
    for case .document(let document, let host)? in documents {
      let origin = DiscoveredServer.Origin.document(host)
      if let server = DiscoveredServer(mailProtocol, in: document, from: origin, for: address) { return server }
    }
    return nil
  }

  /// TLS from the first octet has precedence over STARTTLS (RFC 8314, section 5.1).
  private func service(_ mailProtocol: MailProtocol) -> DiscoveredServer? {
    let services: [(MailService, Security)] =
      mailProtocol == .imap ? [(.imaps, .tls), (.imap, .startTLS)] : [(.submissions, .tls), (.submission, .startTLS)]
    for (service, security) in services {
      // A "." beside other records is an error of the domain: it stands alone (RFC 2782).
      guard let record = records?.services[service]?.first(where: { $0.host != nil }), let host = record.host else { continue }
      return DiscoveredServer(mailProtocol, Endpoint(host: host, port: record.port, security: security), from: .services)
    }
    return nil
  }

  /// The address outside the domain that a document leads to.
  var redirect: WebAddress? {
    for case .elsewhere(let address)? in documents { return address }
    return nil
  }

  /// What the domain's document offers in place of the servers that are not among `known`, but not to this program.
  func shortcoming(_ known: [DiscoveredServer]) -> DiscoveryResult.Nothing? {
    let missing = MailProtocol.allCases.filter { name in !known.contains { $0.mailProtocol == name } }
    for case .document(let document, _)? in documents {
      if missing.contains(.imap), document.hasPOP3, !document.inClear.contains(.imap) { return .onlyPOP3 }
      if missing.contains(where: document.inClear.contains) { return .onlyClear }
    }
    return nil
  }

  /// Why there is nothing.
  var nothing: DiscoveryResult.Nothing {
    if let shortcoming = shortcoming([]) { return shortcoming }
    guard let records else { return .unanswered }
    if records.isAbsent { return .noSuchDomain(unknown: nil) }
    if records.isNullMX { return .noMail(isDeclared: true) }
    if !notOffered.isEmpty { return .notOffered(notOffered) }
    if records.isIncomplete { return .unanswered }
    // The last document is at the domain itself: without an address the domain takes no mail (RFC 5321, section 5.1).
    if !records.hasMX, case .noHost?? = documents.last { return .noMail(isDeclared: false) }
    return .silence
  }
}

extension DiscoveredServer {
  /// Returns the server of a document for `address`. `nil` if there is none that can be used.
  init?(_ mailProtocol: MailProtocol, in document: AutoconfigDocument, from origin: Origin, for address: MailAddress) {
    let fitting = document.servers.filter { $0.mailProtocol == mailProtocol }
    // TLS from the first octet first. A server whose name or user name the address does not complete is skipped.
    let inOrder = fitting.filter { $0.security == .tls } + fitting.filter { $0.security == .startTLS }
    for server in inOrder {
      guard let endpoint = server.endpoint(for: address), let username = server.username(for: address) else { continue }
      self.init(mailProtocol, endpoint, from: origin)
      // A user name of somebody else, written into a document by mistake, is of no use.
      if server.username?.contains("%") == true || [address.description, address.localPart].contains(username) { self.username = username }
      takesOnlyTokens = server.takesOnlyTokens
      return
    }
    return nil
  }
}
