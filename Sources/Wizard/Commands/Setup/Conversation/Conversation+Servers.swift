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
    guard let servers = given.servers, let address = given.address else { return true }
    let foreign = given.foreign(in: directory)
    given.settle(in: directory)
    let hosts: [HostName]
    if let foreign {
      hosts = foreign.hosts.map(\.name)
    } else {
      let all = servers.imap.host == servers.smtp.host ? [servers.imap.host] : [servers.imap.host, servers.smtp.host]
      let isKnown = given.provider?.hasBoth(servers, for: address) ?? false
      hosts = given.areServersFound && !isKnown ? all.filter { !$0.isWithin(address.domain.text) } : []
    }
    guard !hosts.allSatisfy(given.agreed.contains) else { return true }
    remark(foreign?.text ?? PromptSentence.outside(address, hosts))
    guard try agrees(DiscoverySentence.agree(hosts)) else { return false }
    given.agreed += hosts
    return true
  }

  /// The way back from servers that nobody wants: to those of the address itself where its domain is known, else to the question.
  func dropServers(_ given: inout AccountInput) {
    (given.servers, given.found, given.areServersDoubtful, given.areServersFound) = (nil, (nil, nil), false, false)
    (given.formerAddress, given.address) = (given.address, initial.address)
    given.provider = given.address.flatMap { directory.provider(forDomain: $0.domain) }
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
