// Whether the user has agreed to servers that are not those of the address: by an answer at a terminal, else by naming them in the
// call.

import AccountStore
import Catalog
import CommandLine
import Operations
import Output
import Prompts
import Sentences
import Terminal
import Vocabulary

extension CommandContext {
  /// Warns whose servers they are. Throws if the call does not name each of them. `call` is then one that does.
  func require(_ foreign: ForeignServers, named: [HostName], call: @autoclosure () -> Arguments) throws(CommandError) {
    guard foreign.names.allSatisfy(named.contains) else { throw .unnamedServers(foreign, call: ShellCall.text(call())) }
    console.warn(foreign.text)
  }

  /// Says whose servers they are and asks with `prompter`. Returns whether the secret may go there.
  func confirm(to foreign: ForeignServers, at prompter: any Prompter) throws(CommandError) -> Bool {
    prompter.screen.line(foreign.text[console.language], .warning)
    return try prompter.confirm(.agreeToServers, DiscoverySentence.agree(foreign.names)) ?? false
  }

  /// Names the variables that decide where a secret goes, with their values: where the questions are, else on standard error.
  func nameVariables(of call: Arguments) {
    let variables = call.decidingVariables
    guard !variables.isEmpty else { return }
    let screen = isInteractive ? terminal?.screen ?? console.talk : console.talk
    screen.line(VariableSentence.inForce(variables)[console.language])
  }

  /// Warns of the user's own entries that replace bundled ones: that of `provider`, and that for the domain of `address`.
  func warn(of provider: Provider?, for address: MailAddress?, in directory: ProviderDirectory) {
    for text in directory.takeovers(by: provider, of: address) { console.warn(text) }
  }
}

extension AccountInput {
  /// Returns the hosts that `call` itself names: by `--imap` and `--smtp`, or by the file of `--catalog` if its entry is for the
  /// domain of the address.
  func hostsNamed(by call: Arguments, in directory: ProviderDirectory) -> [HostName] {
    guard servers == nil, let provider, let address, call.states(.catalog), let file = call[.catalog], directory.file(of: provider) == file,
      directory.provider(forDomain: address.domain) == provider
    else { return call.namedHosts }
    return destinations
  }

  /// Returns the same call with the servers of this input named in it.
  func naming(in call: Arguments) -> Arguments {
    let group = address.flatMap { provider?.groups(for: $0).first }
    guard let imap = servers?.imap ?? group?.imap.first, let smtp = servers?.smtp ?? group?.smtp.first else { return call }
    return (provider.map { call.filled(.provider, $0.id) } ?? call).naming(imap, smtp)
  }
}

extension Arguments {
  /// The hosts of `--imap` and `--smtp`. Those of variables count only if the address is from a variable too: they are not agreed to for
  /// every address that an argument names.
  var namedHosts: [HostName] {
    [.imap, .smtp].filter { states($0) || !states(.email) && !states(.provider) }.compactMap {
      self[$0].flatMap { AccountInput.endpoint($0, defaultPort: 993)?.host }
    }
  }

  /// Returns the same call with these servers, unless it names others.
  func naming(_ imap: Endpoint, _ smtp: Endpoint) -> Arguments {
    var call = self
    for (server, security, endpoint) in [(Option.imap, Option.imapSecurity, imap), (.smtp, .smtpSecurity, smtp)] where !call.has(server) {
      call = call.filled(server, "\(endpoint)").filled(security, endpoint.security.rawValue)
    }
    return call
  }
}

extension SavedAccount {
  /// Returns the call that verifies the account with its servers named, made from `call`.
  func naming(in call: Arguments) -> Arguments {
    let edit = call.calling(.accounts, ["edit", name.text]).naming(imap, smtp)
    return call[.caFile].map { edit.filled(.caFile, $0) } ?? edit
  }
}
