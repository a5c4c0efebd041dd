// The servers of an address that is not in the catalog: what was found out, whom else to ask, and the servers by hand.

import Catalog
import Discovery
import Net
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Looks for the servers of `address`, whose domain no catalog knows.
  func discover(_ address: MailAddress, _ input: AccountInput) throws(CommandError) -> Move {
    say(DiscoverySentence.asking(address.domain))
    let discovery = try context.discovery(input, in: directory)
    let found = try context.lookUp { () throws(NetFailure) in try discovery.find(address) }
    say(DiscoverySentence.text(found))
    return .passed(.further(discovery, found))
  }

  private enum Step {
    case ask(DiscoveryResult.Outsider)
    case company, use, byHand

    var id: String {
      switch self {
      case .ask(.exchanger): "ask-exchanger"
      case .ask(.redirect): "ask-redirect"
      case .ask(.publicList): "ask-public-list"
      case .company: "company"
      case .use: "use"
      case .byHand: "by-hand"
      }
    }
  }

  /// Asks what to do if the domain itself does not say where its mail is. Otherwise there is no question.
  func askFurther(_ discovery: Discovery, _ found: DiscoveryResult, _ input: inout AccountInput) throws(CommandError) -> Move {
    let isFound =
      switch found.servers {
      case .provider, .several, .pair, .half: true
      case .none, .unanswered: false
      }
    guard !found.outsiders.isEmpty else {
      if isFound { return .passed(.found(found)) }
      if !found.suggestions.isEmpty { remark(PromptSentence.didYouMean(found.suggestions)) }
      return .passed(.server(.imap))
    }
    var steps: [(step: Step, text: Text)] = isFound ? [(.use, DiscoverySentence.useFound)] : []
    steps += found.outsiders.map { (.ask($0), DiscoverySentence.offer($0, found.address.domain)) }
    steps += [(.company, DiscoverySentence.chooseBrand), (.byHand, DiscoverySentence.byHand)]
    let items = steps.map { ($0.step.id, $0.text) }
    let menu = Menu(.servers, title: DiscoverySentence.next, help: MenuHelp.discovery, items: items)
    guard case .given(let position) = try prompter.choose(menu) else { return .back }
    switch steps[position].step {
    case .ask(let outsider):
      var result = try context.lookUp { () throws(NetFailure) in try discovery.ask(outsider, after: found) }
      say(result.source == found.source ? DiscoverySentence.knowsNothing : DiscoverySentence.text(result))
      // Nobody is asked twice.
      result.outsiders.removeAll { $0 == outsider }
      return .passed(.further(discovery, result))
    case .company: return .answered(.company)
    case .use: return .answered(.found(found))
    case .byHand:
      if !found.suggestions.isEmpty { remark(PromptSentence.didYouMean(found.suggestions)) }
      return .answered(.server(.imap))
    }
  }

  /// Asks which provider for companies has the mail.
  func askCompany(_ input: inout AccountInput) throws(CommandError) -> Move {
    say(DiscoverySentence.brands)
    let business = catalog.ordered(for: context.region).providers.filter { $0.category == .business }
    guard case .given(let provider) = try prompter.choose(.company, among: business, catalog) else { return .back }
    input.provider = provider
    return .answered(.chosen)
  }

  /// Asks whether the servers that were found may be used. Servers that the user does not want are in the fields of the questions for
  /// others.
  func askFound(_ found: DiscoveryResult, _ input: inout AccountInput) throws(CommandError) -> Move {
    switch found.servers {
    case .provider(let provider):
      switch try answer(.agreeToServers, DiscoverySentence.agree(found.hosts)) {
      case .back: return .back
      case .given(true):
        (input.provider, input.sources.provider) = (provider, .dns)
        return .answered(.chosen)
      case .given(false):
        // The domain's own settings are the other possibility.
        guard found.contradicting.count == MailProtocol.allCases.count else { return .answered(.server(.imap)) }
        let (imap, smtp) = (found.contradicting[0].endpoint, found.contradicting[1].endpoint)
        return try askPair(imap: imap, smtp: smtp, found, &input, isAsked: true)
      }
    case .several(let providers):
      input.sources.provider = .dns
      return try askVariant(among: providers, of: nil, &input)
    case .pair(let imap, let smtp): return try askPair(imap: imap, smtp: smtp, found, &input)
    case .half(let mailProtocol, let endpoint):
      let doubtful = found.doubtfulHosts
      var agreed = true
      if !doubtful.isEmpty {
        switch try answer(.agreeToServers, DiscoverySentence.agree(doubtful)) {
        case .back: return .back
        case .given(let answer): agreed = answer
        }
      }
      // The fields of the questions contain what is known.
      if agreed {
        switch mailProtocol {
        case .imap: input.found.imap = input.found.imap ?? endpoint
        case .smtp: input.found.smtp = input.found.smtp ?? endpoint
        }
      }
      return doubtful.isEmpty ? .passed(.server(.imap)) : .answered(.server(.imap))
    case .none, .unanswered: return .passed(.server(.imap))
    }
  }

  /// `isAsked` is whether the user has answered a question about what was found already.
  private func askPair(
    imap: Endpoint, smtp: Endpoint, _ found: DiscoveryResult, _ input: inout AccountInput, isAsked: Bool = false
  ) throws(CommandError) -> Move {
    // The servers of an imported configuration have precedence over those that were found out.
    let chosen = (imap: input.found.imap ?? imap, smtp: input.found.smtp ?? smtp)
    let hosts = chosen.imap.host == chosen.smtp.host ? [chosen.imap.host] : [chosen.imap.host, chosen.smtp.host]
    if !found.suggestions.isEmpty { remark(PromptSentence.didYouMean(found.suggestions)) }
    let isOwn = found.doubtful(among: hosts).isEmpty
    // A name outside the domain is looked up only after the user has agreed to it. That it leads into the user's own network is a
    // matter of its own.
    if !isOwn {
      switch try agrees(.agreeToServers, to: hosts, of: chosen, &input) {
      case .given(true): break
      case .given(false): return .answered(.server(.imap))
      case .back: return .back
      }
      let near = try context.near(hosts.filter { !found.near.contains($0) }, input, in: directory)
      if !near.isEmpty {
        remark(DiscoverySentence.near(near))
        switch try agrees(.agreeToNearServers, to: near, of: chosen, &input) {
        case .given(true): break
        case .given(false): return .answered(.server(.imap))
        case .back: return .back
        }
      }
    }
    input.servers = chosen
    for (mailProtocol, server, imported) in [(MailProtocol.imap, imap, input.found.imap), (.smtp, smtp, input.found.smtp)] {
      input.sources[mailProtocol] = imported == nil ? found.source(of: server) : .imported
    }
    input.agreed += hosts
    input.areServersDoubtful = !isOwn || input.found.imap != nil || input.found.smtp != nil
    for mailProtocol in MailProtocol.allCases where input.usernames[mailProtocol] == nil {
      input.usernames[mailProtocol] = found.username(mailProtocol)
    }
    return isOwn && !isAsked ? .passed(.address) : .answered(.address)
  }

  /// Asks whether the secret may go to `hosts`. If not, `servers` are in the fields of the questions for others.
  private func agrees(
    _ id: QuestionID, to hosts: [HostName], of servers: (imap: Endpoint, smtp: Endpoint), _ input: inout AccountInput
  ) throws(CommandError) -> Answer<Bool> {
    let answer = try answer(id, DiscoverySentence.agree(hosts))
    if case .given(false) = answer { input.former.refuse(servers) }
    return answer
  }

  /// Asks for a server, which the user finds on the provider's help page.
  func askServer(_ mailProtocol: MailProtocol, _ input: inout AccountInput) throws(CommandError) -> Move {
    switch mailProtocol {
    case .imap:
      let known = input.former.imap ?? input.found.imap
      guard let imap = try askEndpoint(.imap, defaultPort: 993, initial: known.map { "\($0)" } ?? "") else { return .back }
      (input.found.imap, input.sources[.imap]) = (imap, .typed)
      return .answered(.server(.smtp))
    case .smtp:
      guard let imap = input.found.imap else { return .passed(.server(.imap)) }
      // The other server of a known provider is the suggestion. Elsewhere it often has the same name.
      let known = input.former.smtp ?? input.found.smtp ?? directory.counterpart(of: imap, for: .imap, of: input.address)
      guard let smtp = try askEndpoint(.smtp, defaultPort: 465, initial: known.map { "\($0)" } ?? "\(imap.host)") else { return .back }
      (input.servers, input.areServersDoubtful, input.sources[.smtp]) = ((imap, smtp), true, .typed)
      return .answered(.address)
    }
  }

  /// Asks for a server. Without a port in the answer the usual ports are tried, without an account.
  func askEndpoint(_ mailProtocol: MailProtocol, defaultPort: UInt16, initial: String = "") throws(CommandError) -> Endpoint? {
    let question = Question(
      mailProtocol == .imap ? .imapServer : .smtpServer, label: PromptSentence.server(mailProtocol), help: PromptSentence.serverHelp,
      initial: initial,
      fault: { typed in
        guard AccountInput.endpoint(TypedText.plain(typed), defaultPort: defaultPort) == nil else { return nil }
        return Endpoint.hasBadPort(TypedText.plain(typed)) ? PromptSentence.notAPort : PromptSentence.notAServer(mailProtocol)
      })
    guard case .given(let typed) = try prompter.ask(question) else { return nil }
    let text = TypedText.plain(typed)
    guard let endpoint = AccountInput.endpoint(text, defaultPort: defaultPort, for: mailProtocol, in: directory) else { return nil }
    if let server = TypedServer(text, defaultPort: defaultPort), try !agrees(to: server) {
      return try askEndpoint(mailProtocol, defaultPort: defaultPort, initial: initial)
    }
    guard endpoint.host.kind == .name, !text.contains(":") else { return endpoint }
    say(DiscoverySentence.trying(endpoint.host))
    let discovery = try context.discovery(self.initial, in: directory)
    let proposed = try context.lookUp { () throws(NetFailure) in try discovery.proposal(mailProtocol, at: endpoint.host) }
    say(proposed.map(DiscoverySentence.answers) ?? DiscoverySentence.answersNot(endpoint.host, endpoint))
    return proposed ?? endpoint
  }
}

extension DiscoveryResult {
  /// Returns what names `server`.
  fileprivate func source(of server: Endpoint) -> AnswerSource {
    switch (published + contradicting).first(where: { $0.endpoint == server })?.origin {
    case .services?, nil: .dns
    case .document(let host)?, .foreignDocument(let host)?: .document(host)
    case .publicList?: .publicList
    case .guess?: .guess
    }
  }
}
