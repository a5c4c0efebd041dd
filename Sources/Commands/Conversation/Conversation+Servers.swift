// Servers that are not those of the address: the user has to agree to them before the question for the secret.

import Catalog
import Operations
import Output
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Asks for the user's agreement to servers that are not those of the address.
  func askConsent(_ input: inout AccountInput) throws(CommandError) -> Move {
    switch try agreesToServers(&input) {
    case nil: return .passed(.guide)
    case .given(true)?: return .answered(.guide)
    case .given(false)?: return withoutServers(&input)
    case .back?: return .back
    }
  }

  /// Says whose servers those of `input` are if they are not those of the address, and asks, each time only once. Returns `nil` if
  /// there is no question. Servers that the user has typed for a domain that no catalog knows need none.
  func agreesToServers(_ input: inout AccountInput) throws(CommandError) -> Answer<Bool>? {
    guard let address = input.address else { return nil }
    // The remark about the provider of the call was shown when the provider was chosen, if the address was known then.
    let said = initial.address == nil ? nil : directory.takeover(by: input.provider, of: address)
    for takeover in directory.takeovers(by: input.provider, of: address) where takeover != said { remark(takeover) }
    var foreign = input.foreign(in: directory)
    let named = input.provider
    input.settle(in: directory)
    if let provider = input.provider, provider != named { say(PromptSentence.serversBelong(to: provider)) }
    for text in input.otherPorts { say(text) }
    if let halves = input.halves { remark(PromptSentence.halves(imap: halves.imap, smtp: halves.smtp)) }
    if foreign == nil, let servers = input.servers, input.areServersFound, input.provider?.hasBoth(servers, for: address) != true {
      foreign = ForeignServers(outside: input.destinations, of: address, in: directory)
    }
    guard let foreign, !foreign.names.allSatisfy(input.agreed.contains) else { return nil }
    remark(foreign.text)
    let answer = try answer(.agreeToServers, DiscoverySentence.agree(foreign.names))
    if case .given(true) = answer { input.agreed += foreign.names }
    return answer
  }

  /// Finds the server of a provider that gives each customer one: from the MX records of the domain, or else by a question.
  func findServer(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard let provider = input.provider, let address = input.address, input.servers == nil, provider.needsMX(for: address) else {
      return .passed(.consent)
    }
    say(DiscoverySentence.findingServer)
    guard let placed = try context.placed(provider, for: address, in: directory) else { return .passed(.server(.imap)) }
    input.provider = placed
    return .passed(.consent)
  }

  /// Leaves out servers that the user does not want. The provider of the address takes their place if its domain is known; otherwise
  /// the question for the servers is asked again, with these in its fields.
  private func withoutServers(_ input: inout AccountInput) -> Move {
    input.former.keep(input)
    if let servers = input.servers { input.former.refuse(servers) }
    (input.servers, input.found, input.areServersDoubtful, input.areServersFound) = (nil, (nil, nil), false, false)
    input.provider = input.address.flatMap { directory.owner(of: $0.domain) }
    return .again(input.provider == nil ? .server(.imap) : .chosen)
  }

  /// Probes servers that nothing confirms before the question for the secret, because a server that cannot work or cannot be trusted
  /// shows that without one. Asks whether the user wants to go on. If not, the server is asked for again.
  func askObstacles(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard input.areServersDoubtful, let address = input.address else { return .passed(.secret) }
    let run = try context.verifier(input, address)
    defer { run.stop() }
    let settings = try operation(run.settings(group: 0))
    say(ProbeSentence.looking(2))
    let report = try operation(run.probe(settings))
    if context.interrupt.isRaised { throw .interrupted }
    let doubtful = report.servers.filter { $0.obstacle != nil }
    for server in doubtful {
      guard let obstacle = server.obstacle else { continue }
      remark(FailureSentence.text(obstacle, at: server.target.endpoint))
    }
    guard let first = doubtful.first else { return .passed(.secret) }
    switch try answer(.enterAnyway, PromptSentence.enterAnyway) {
    case .given(true): return .answered(.secret)
    case .given(false):
      input.former.keep(input)
      (input.servers, input.found) = (nil, (settings.imap, settings.smtp))
      return .again(.server(first.target.mailProtocol))
    case .back: return .back
    }
  }

  /// Asks for the user names that cannot be derived from the address, once if both servers need the same.
  func askUsernames(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard input.servers == nil, let provider = input.provider else { return .passed(.obstacles) }
    let forms = provider.username
    let isOpen = MailProtocol.allCases.allSatisfy { input.usernames[$0] == nil }
    if isOpen, let address = input.address, provider.needsOtherAddress(for: address) {
      return try askOtherAddress(of: provider, &input)
    }
    let missing = MailProtocol.allCases.filter { input.usernames[$0] == nil && forms[$0].first == .other }
    for mailProtocol in missing where input.usernames[mailProtocol] == nil {
      let label = missing.count == 2 ? PromptSentence.userName : PromptSentence.userName(mailProtocol)
      let question = Question(
        missing.count == 2 ? .username : mailProtocol.question, label: label, help: PromptSentence.userNameHelp,
        initial: input.former.usernames[mailProtocol] ?? "")
      guard case .given(let name) = try prompter.ask(question) else { return .back }
      for each in missing { input.usernames[each] = name }
    }
    return missing.isEmpty ? .passed(.obstacles) : .answered(.obstacles)
  }

  /// Asks for the address from which the provider makes the user names, because it does not make them from the one at the user's own
  /// domain.
  private func askOtherAddress(of provider: Provider, _ input: inout AccountInput) throws(CommandError) -> Move {
    var initial = input.former.usernames.imap.flatMap { try? MailAddress($0) }.map { "\($0)" } ?? ""
    while true {
      let question = Question(
        .providerAddress, label: PromptSentence.ownAddress(at: provider.name),
        help: PromptSentence.ownAddressHelp(provider.name, provider.username.note),
        initial: initial,
        fault: { typed in
          do throws(TypedAddress.Error) {
            let address = try directory.address(typed).address
            return provider.domains.contains(address.domain.text) ? nil : PromptSentence.notAtProvider(provider.name, provider.domains)
          } catch {
            return AddressSentence.text(error)
          }
        }, completion: { Self.completed($0, provider.domains) })
      guard case .given(let typed) = try prompter.ask(question) else { return .back }
      initial = typed
      guard let own = try address(typed) else { continue }
      for mailProtocol in MailProtocol.allCases {
        input.usernames[mailProtocol] = provider.username[mailProtocol].first.flatMap { UsernameForms.name($0, of: own) }
      }
      return .answered(.obstacles)
    }
  }

  /// Asks for another user name for one of the servers, which has refused the one of `settings`. Returns `false` if the user goes back.
  func askUsername(_ mailProtocol: MailProtocol, _ input: inout AccountInput, _ settings: ServerSettings) throws(CommandError) -> Bool {
    let now = mailProtocol == .imap ? settings.imapUsername : settings.smtpUsername
    let forms = input.provider?.username[mailProtocol] ?? UsernameForms.Form.allCases
    let names = input.address.map { address in forms.compactMap { UsernameForms.name($0, of: address) } } ?? []
    let question = Question(
      mailProtocol.question, label: PromptSentence.userName(mailProtocol), help: PromptSentence.userNameHelp,
      initial: names.first { $0 != now } ?? now)
    guard case .given(let name) = try prompter.ask(question) else { return false }
    // The other server keeps its user name.
    input.usernames = Usernames(imap: settings.imapUsername, smtp: settings.smtpUsername)
    input.usernames[mailProtocol] = name
    return true
  }
}

extension MailProtocol {
  /// The question for the user name at this server.
  var question: QuestionID {
    switch self {
    case .imap: .imapUsername
    case .smtp: .smtpUsername
    }
  }
}
