// The servers of an address that is not in the catalog: what was found out, whom else to ask, and the servers by hand.

import Catalog
import Discovery
import Net
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Looks for the servers of the address. Returns the provider, or sets the servers in `input`. Without either, the question for the
  /// provider follows again.
  func discover(_ input: inout AccountInput) throws(CommandError) -> Provider? {
    guard let address = input.address else { return nil }
    say(DiscoverySentence.asking(address.domain))
    let discovery = try context.discovery(input, in: directory)
    var found = try context.lookUp { () throws(NetFailure) in try discovery.find(address) }
    say(DiscoverySentence.text(found))
    while true {
      switch try next(found) {
      case .ask(let outsider):
        let result = try context.lookUp { () throws(NetFailure) in try discovery.ask(outsider, after: found) }
        if result.source == found.source { say(DiscoverySentence.knowsNothing) } else { say(DiscoverySentence.text(result)) }
        found = result
        // Nobody is asked twice.
        found.outsiders.removeAll { $0 == outsider }
      case .brand:
        let business = catalog.providers.filter { $0.category == .business }
        say(DiscoverySentence.brands)
        if let provider = try choose(among: business) { return provider }
      case .use:
        if try take(found, &input) { return input.provider }
        return try askServers(&input)
      case .byHand:
        if !found.suggestions.isEmpty { unknown(address.description) }
        return try askServers(&input)
      }
    }
  }

  private enum Step {
    case ask(DiscoveryResult.Outsider)
    case brand, use, byHand
  }

  /// Asks what to do if the domain itself does not say where its mail is. Otherwise there is no question.
  private func next(_ found: DiscoveryResult) throws(CommandError) -> Step {
    let isFound =
      switch found.servers {
      case .provider, .several, .pair, .half: true
      case .none, .unanswered: false
      }
    guard !found.outsiders.isEmpty else { return isFound ? .use : .byHand }
    var steps: [(step: Step, text: Text)] = isFound ? [(.use, DiscoverySentence.useFound)] : []
    steps += found.outsiders.map { (.ask($0), DiscoverySentence.offer($0, found.address.domain)) }
    steps += [(.brand, DiscoverySentence.chooseBrand), (.byHand, DiscoverySentence.byHand)]
    guard
      case .given(let position) = try prompter.choose(
        Menu(title: DiscoverySentence.next, help: MenuHelp.discovery, items: steps.map(\.text)))
    else {
      return .byHand
    }
    return steps[position].step
  }

  /// Sets what was found in `input` if the user agrees. Returns whether the account has servers now.
  private func take(_ found: DiscoveryResult, _ input: inout AccountInput) throws(CommandError) -> Bool {
    switch found.servers {
    case .provider(let provider):
      if try confirm(DiscoverySentence.agree(found.hosts)) {
        input.provider = provider
        return true
      }
      // The domain's own settings are the other possibility.
      guard found.contradicting.count == MailProtocol.allCases.count else { return false }
      return try take(imap: found.contradicting[0].endpoint, smtp: found.contradicting[1].endpoint, found, &input)
    case .several(let providers):
      input.provider = try choose(among: providers)
      return input.provider != nil
    case .pair(let imap, let smtp): return try take(imap: imap, smtp: smtp, found, &input)
    case .half(let mailProtocol, let endpoint):
      let doubtful = found.doubtfulHosts
      if !doubtful.isEmpty {
        guard try confirm(DiscoverySentence.agree(doubtful)) else { return false }
      }
      // The fields of the questions contain what is known.
      switch mailProtocol {
      case .imap: input.found.imap = input.found.imap ?? endpoint
      case .smtp: input.found.smtp = input.found.smtp ?? endpoint
      }
      return false
    case .none, .unanswered: return false
    }
  }

  private func take(
    imap: Endpoint, smtp: Endpoint, _ found: DiscoveryResult, _ input: inout AccountInput
  ) throws(CommandError) -> Bool {
    // The servers of an imported configuration have precedence over those that were found out.
    let chosen = (imap: input.found.imap ?? imap, smtp: input.found.smtp ?? smtp)
    let hosts = chosen.imap.host == chosen.smtp.host ? [chosen.imap.host] : [chosen.imap.host, chosen.smtp.host]
    if !found.suggestions.isEmpty { remark(PromptSentence.didYouMean(found.suggestions)) }
    let isOwn = found.doubtful(among: hosts).isEmpty
    guard isOwn ? true : try confirm(DiscoverySentence.agree(hosts)) else { return false }
    // A name outside the domain is looked up only now. That it leads into the user's own network is a matter of its own.
    let near = isOwn ? [] : try context.near(hosts.filter { !found.near.contains($0) }, input, in: directory)
    if !near.isEmpty {
      remark(DiscoverySentence.near(near))
      guard try confirm(DiscoverySentence.agree(near)) else { return false }
    }
    input.servers = chosen
    input.agreed += hosts
    input.areServersDoubtful = !isOwn || input.found.imap != nil || input.found.smtp != nil
    for mailProtocol in MailProtocol.allCases where input.usernames[mailProtocol] == nil {
      input.usernames[mailProtocol] = found.username(mailProtocol)
    }
    return true
  }

  /// Asks for the servers, which the user finds on the provider's help page.
  func askServers(_ input: inout AccountInput) throws(CommandError) -> Provider? {
    let (knownIMAP, knownSMTP) = (input.found.imap.map { "\($0)" } ?? "", input.found.smtp.map { "\($0)" } ?? "")
    guard let imap = try askEndpoint(.imap, defaultPort: 993, initial: knownIMAP) else {
      input.address = initial.address
      return nil
    }
    // The other server of a known provider is the suggestion. Elsewhere it often has the same name.
    let counterpart = directory.counterpart(of: imap, for: .imap, of: input.address).map { "\($0)" }
    let suggestion = counterpart ?? (knownIMAP.isEmpty ? "" : "\(imap.host)")
    guard let smtp = try askEndpoint(.smtp, defaultPort: 465, initial: knownSMTP.isEmpty ? suggestion : knownSMTP) else {
      input.address = initial.address
      return nil
    }
    input.servers = (imap, smtp)
    input.areServersDoubtful = true
    return nil
  }

  /// Asks for a server. Without a port in the answer the usual ports are tried, without an account.
  func askEndpoint(_ mailProtocol: MailProtocol, defaultPort: UInt16, initial: String = "") throws(CommandError) -> Endpoint? {
    let question = Question(
      label: PromptSentence.server(mailProtocol), help: PromptSentence.serverHelp, initial: initial,
      fault: { typed in
        guard AccountInput.endpoint(TypedText.plain(typed), defaultPort: defaultPort) == nil else { return nil }
        return Endpoint.hasBadPort(TypedText.plain(typed)) ? PromptSentence.notAPort : PromptSentence.notAServer
      })
    guard case .given(let typed) = try prompter.ask(question) else { return nil }
    let text = TypedText.plain(typed)
    guard let endpoint = AccountInput.endpoint(text, defaultPort: defaultPort, for: mailProtocol, in: directory) else { return nil }
    guard endpoint.host.kind == .name, !text.contains(":") else { return endpoint }
    say(DiscoverySentence.trying(endpoint.host))
    let discovery = try context.discovery(self.initial, in: directory)
    let proposed = try context.lookUp { () throws(NetFailure) in try discovery.proposal(mailProtocol, at: endpoint.host) }
    say(proposed.map(DiscoverySentence.answers) ?? DiscoverySentence.answersNot(endpoint.host, endpoint))
    return proposed ?? endpoint
  }
}
