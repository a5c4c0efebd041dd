// The servers of an address that is not in the catalog.

import Catalog
import CommandLine
import Discovery
import Net
import Operations
import Posix
import Sentences
import Vocabulary

extension CommandContext {
  /// Returns what asks about the domains of addresses. It trusts the authorities that `input` trusts.
  func discovery(_ input: AccountInput, in directory: ProviderDirectory) throws(CommandError) -> Discovery {
    let trust = input.authority.map { Trust.systemAnd(file: $0.path) } ?? .system
    return Discovery(directory, interrupt, through: try operation(networks.network(trusting: trust)))
  }

  /// Asks about the domain of `address`, says how the servers were found, and sets them in `input`. Others than the domain are asked if
  /// the call agrees to that. Throws if the call has to name a provider or servers. The caller decides whether the user has to agree
  /// to the hosts.
  func discover(
    _ address: MailAddress, in directory: ProviderDirectory, _ call: Arguments, for input: inout AccountInput
  ) throws(CommandError) -> DiscoveryResult {
    let discovery = try discovery(input, in: directory)
    var result = try lookUp { () throws(NetFailure) in try discovery.find(address) }
    for outsider in result.outsiders where result.outsiders.contains(outsider) && call.agrees(toAsk: outsider) {
      result = try lookUp { () throws(NetFailure) in try discovery.ask(outsider, after: result) }
    }
    switch result.servers {
    case .provider(let provider): input.provider = provider
    case .several(let providers):
      console.say(DiscoverySentence.text(result))
      throw .severalProviders(providers.map(\.id))
    case .pair(let imap, let smtp): input.servers = (imap, smtp)
    case .half(let known, let endpoint):
      throw .missingServer(result, known == .imap ? .smtp : .imap, call: ShellCall.text(call.naming(known, endpoint)))
    case .unanswered, .none: throw .undiscovered(result)
    }
    for mailProtocol in MailProtocol.allCases where input.usernames[mailProtocol] == nil {
      input.usernames[mailProtocol] = result.username(mailProtocol)
    }
    console.say(DiscoverySentence.text(result))
    return result
  }

  /// Returns those of `hosts` that are machines of the user's own network. See `Discovery.near`.
  func near(_ hosts: [HostName], _ input: AccountInput, in directory: ProviderDirectory) throws(CommandError) -> [HostName] {
    let discovery = try discovery(input, in: directory)
    return try lookUp { () throws(NetFailure) in try discovery.near(hosts, until: .after(seconds: 2)) }
  }

  /// Returns the value of `work`. Its failures are the interrupt, and a system without threads.
  func lookUp<Value>(_ work: () throws(NetFailure) -> Value) throws(CommandError) -> Value {
    do throws(NetFailure) { return try work() } catch { throw error == .interrupted ? .interrupted : .operation(.system(.dns)) }
  }
}

extension Arguments {
  /// Whether the call agrees to ask `outsider`.
  fileprivate func agrees(toAsk outsider: DiscoveryResult.Outsider) -> Bool {
    switch outsider {
    case .exchanger, .redirect: has(.yes)
    case .publicList: has(.ispdb)
    }
  }

  /// Returns the same call with one of the servers named and a place for the other.
  fileprivate func naming(_ known: MailProtocol, _ endpoint: Endpoint) -> Arguments {
    let options: (own: Option, security: Option, other: Option) =
      known == .imap ? (.imap, .imapSecurity, .smtp) : (.smtp, .smtpSecurity, .imap)
    // A probe takes either an address or servers.
    let call = command == .probe ? calling(.probe, []) : self
    return call.filled(options.own, "\(endpoint)").filled(options.security, endpoint.security.rawValue).filled(options.other, "HOST:PORT")
  }
}
