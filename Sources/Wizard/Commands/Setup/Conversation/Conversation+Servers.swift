// Servers that are not those the address has of itself: named, and agreed to before a secret is asked for.

import Catalog
import MailClients
import Sentences
import Terminal
import Vocabulary

extension Conversation {
  /// Says whose servers those of `given` are where they are not the address's own, and asks; each only once. What a person has
  /// typed for a domain that nobody knows is their own word.
  func agreesToServers(_ given: inout AccountInput) throws(Break) -> Bool {
    guard let address = given.address else { return true }
    let owner = directory.owner(of: address.domain)
    // Of the provider of the call it was said when that was chosen, if the address was known by then.
    let said = initial.address == nil ? nil : directory.takeover(by: given.provider, of: address)
    for takeover in directory.takeovers(by: given.provider, of: address) where takeover != said { remark(takeover) }
    if given.servers == nil, let provider = given.provider, let owner, owner != provider,
      directory.provider(forDomain: address.domain) != provider
    {
      remark(PromptSentence.belongs(address, to: owner, notTo: provider))
    }
    var foreign = given.foreign(in: directory)
    given.settle(in: directory)
    if foreign == nil, let servers = given.servers, given.areServersFound, given.provider?.hasBoth(servers, for: address) != true {
      foreign = ForeignServers(outside: given.destinations, of: address, in: directory)
    }
    guard let foreign, !foreign.names.allSatisfy(given.agreed.contains) else { return true }
    remark(foreign.text)
    guard try agrees(DiscoverySentence.agree(foreign.names)) else { return false }
    given.agreed += foreign.names
    return true
  }

  /// The way back from servers that nobody wants: to those of the address itself where its domain is known, else to the question.
  func dropServers(_ given: inout AccountInput) {
    (given.servers, given.found, given.areServersDoubtful, given.areServersFound) = (nil, (nil, nil), false, false)
    (given.formerAddress, given.address) = (given.address, initial.address)
    given.provider = given.address.flatMap { directory.owner(of: $0.domain) }
  }

  /// Asks for the user names that cannot be made of the address: once where both servers want the same.
  func askUsernames(_ given: inout AccountInput) throws(Break) -> Direction {
    guard given.servers == nil, let forms = given.provider?.username else { return .on }
    let missing = MailProtocol.allCases.filter { given.usernames[$0] == nil && forms[$0].first == .other }
    for mailProtocol in missing where given.usernames[mailProtocol] == nil {
      let label = missing.count == 2 ? PromptSentence.userName : PromptSentence.userName(mailProtocol)
      guard case .given(let name) = try ask(Question(label: label, help: PromptSentence.userNameHelp)) else { return .back }
      for each in missing { given.usernames[each] = name }
    }
    return .on
  }

  /// Another user name for one of the servers, which has refused the one of `settings`.
  func askUsername(_ mailProtocol: MailProtocol, _ given: inout AccountInput, _ settings: ServerSettings) throws(Break) -> Bool {
    let now = mailProtocol == .imap ? settings.imapUsername : settings.smtpUsername
    let forms = given.provider?.username[mailProtocol] ?? UsernameForms.Form.allCases
    let names = given.address.map { address in forms.compactMap { UsernameForms.name($0, of: address) } } ?? []
    let question = Question(
      label: PromptSentence.userName(mailProtocol), help: PromptSentence.userNameHelp, initial: names.first { $0 != now } ?? now)
    guard case .given(let name) = try ask(question) else { return false }
    // The other server keeps the name that was used, wherever it came from.
    given.usernames = Usernames(imap: settings.imapUsername, smtp: settings.smtpUsername)
    given.usernames[mailProtocol] = name
    return true
  }
}

extension VerificationResult {
  /// The servers that may know the user by another name: they have refused the login, and the provider's entry has several forms;
  /// or nobody knows what they want, and the other server has not refused the same secret.
  var otherUsernames: [MailProtocol] {
    let refusing = MailProtocol.allCases.filter { mailProtocol in
      guard let failure = self[mailProtocol].failure else { return false }
      return failure.stage == .login && failure.outcome == .refused
    }
    guard let forms = provider?.username else { return refusing.count == 1 ? refusing : [] }
    return refusing.filter { forms[$0].count > 1 }
  }
}
