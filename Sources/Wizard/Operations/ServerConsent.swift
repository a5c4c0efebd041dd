// Whether a person has agreed to servers that are not those of the address: at a terminal by an answer, else by naming them in the call.

import AccountStore
import Catalog
import Sentences
import Terminal
import Vocabulary

extension CommandContext {
  /// Says whose servers they are not. Throws if the call does not name each of them, with `call` as the one that does.
  func require(_ foreign: ForeignServers, named: [HostName], call: @autoclosure () -> Arguments) throws(CommandError) {
    guard foreign.names.allSatisfy(named.contains) else {
      throw .unnamedServers(foreign.text, foreign.names, call: ShellCall.text(call()))
    }
    warn(foreign.text)
  }

  /// Says whose servers they are not and asks at `tty`. Returns whether the secret may go there.
  func agrees(to foreign: ForeignServers, at tty: ControllingTerminal) throws(CommandError) -> Bool {
    tty.screen.line(foreign.text[language], .warning)
    return try interlocutor(tty).confirms(DiscoverySentence.agree(foreign.names)) ?? false
  }
}

extension AccountInput {
  /// The hosts that `call` itself names: by `--imap` and `--smtp`, or by the file of `--catalog` if the entry is for the domain of
  /// the address.
  func hostsNamed(by call: Arguments, in directory: ProviderDirectory) -> [HostName] {
    guard servers == nil, let provider, let address, let file = call[.catalog], directory.file(of: provider) == file,
      directory.provider(forDomain: address.domain) == provider
    else { return call.namedHosts }
    return destinations
  }

  /// The same call with the servers of this input named in it.
  func naming(in call: Arguments) -> Arguments {
    let group = address.flatMap { provider?.groups(for: $0).first }
    guard let imap = servers?.imap ?? group?.imap.first, let smtp = servers?.smtp ?? group?.smtp.first else { return call }
    return (provider.map { call.filled(.provider, $0.id) } ?? call).naming(imap, smtp)
  }
}

extension Arguments {
  /// The hosts of `--imap` and `--smtp`.
  var namedHosts: [HostName] { [.imap, .smtp].compactMap { self[$0].flatMap { AccountInput.endpoint($0, defaultPort: 993)?.host } } }

  /// The same call with these servers, unless it names others.
  func naming(_ imap: Endpoint, _ smtp: Endpoint) -> Arguments {
    var call = self
    for (server, security, endpoint) in [(Option.imap, Option.imapSecurity, imap), (.smtp, .smtpSecurity, smtp)] where !call.has(server) {
      call = call.filled(server, "\(endpoint)").filled(security, endpoint.security.rawValue)
    }
    return call
  }
}

extension SavedAccount {
  /// Whether its owner has yet to agree to where its secret goes: it was never proved, or is not what was.
  func needsAgreement(as before: SavedAccount) -> Bool {
    lastCheck == nil || address != before.address || imap.host != before.imap.host || smtp.host != before.smtp.host
  }

  /// Returns `nil` if the servers are those of the address, as far as anybody knows.
  func foreignServers(in directory: ProviderDirectory) -> ForeignServers? {
    ForeignServers(settings.hosts, of: address, in: directory)
  }

  /// The servers that its owner has yet to agree to, as it is changed from `before`. Returns `nil` if there are none. What was typed
  /// in place of the servers of an import is its owner's word where no catalog knows better.
  func unagreedServers(since before: SavedAccount, in directory: ProviderDirectory) -> ForeignServers? {
    guard needsAgreement(as: before) else { return nil }
    if let foreign = foreignServers(in: directory) { return foreign }
    // A secret is only kept of what was proved.
    guard before.lastCheck == nil, before.secret == nil else { return nil }
    return ForeignServers(outside: settings.hosts.filter(before.settings.hosts.contains), of: address, in: directory)
  }

  /// The call that proves the account with its servers named, carried on from `call`.
  func naming(in call: Arguments) -> Arguments {
    let edit = call.calling(.accounts, ["edit", name.text]).naming(imap, smtp)
    return call[.caFile].map { edit.filled(.caFile, $0) } ?? edit
  }
}
