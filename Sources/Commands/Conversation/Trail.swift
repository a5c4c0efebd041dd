// The questions of a conversation, and those that were answered. Going back is the same for all of them: the answers become those
// before the last answered question, and it is asked again with its former answer in its field.

import Catalog
import CommandLine
import Discovery
import Operations
import Vocabulary

/// A question, or a step between two questions, with what it needs besides the answers.
indirect enum Position {
  case provider
  /// Which of several providers that match a word, or that share a mail host.
  case variant([Provider], of: Brand?)
  case address
  /// What to do with an account that is saved for the address.
  case saved
  /// Whether the domain of the address is a slip of a known one.
  case spelling
  /// Whose servers those of the address are: looked up, not asked.
  case lookUp
  /// What to do if the domain itself does not say where its mail is.
  case further(Discovery, DiscoveryResult)
  /// Which of the providers for companies.
  case company
  /// Whether the servers that were found may be used.
  case found(DiscoveryResult)
  case server(MailProtocol)
  /// The provider or the servers are settled.
  case chosen
  /// Whether the address fits the provider.
  case owner
  /// The server of a provider that gives each customer one.
  case customerServer
  /// Whether the secret may go to servers that are not those of the address.
  case consent
  case guide
  /// What to do if nobody can sign in at the provider in this way.
  case elsewhere
  case signIn
  case userName
  /// Whether to go on with servers that show a fault before a login.
  case obstacles
  case secret

  var isServer: Bool { if case .server = self { true } else { false } }

  /// Whether `other` is the same question. Only those that a later answer can lead back to are compared.
  func isSame(as other: Position) -> Bool {
    switch (self, other) {
    case (.server(let one), .server(let other)): one == other
    case (.signIn, .signIn): true
    case _: false
    }
  }
}

/// How a question ended.
indirect enum Move {
  /// It was answered, and the user can go back to it. `before` are then the answers, if they are not those that it began with.
  case answered(Position, before: AccountInput? = nil)
  /// Nothing was asked.
  case passed(Position)
  /// The user goes back to the question before.
  case back
  /// The user doubts the answer to this earlier question.
  case again(Position)
  case ended(Conversation.End)

  var isBack: Bool { if case .back = self { true } else { false } }
}

/// The answered questions, the last one at the end, each with the answers before it.
struct Trail {
  private var questions: [(position: Position, before: AccountInput)] = []

  /// What a call says in advance counts as answered, so that the user can go back to it too.
  init(answering input: AccountInput, of call: Arguments) {
    var before = input
    (before.provider, before.undecided, before.servers, before.address) = (nil, nil, nil, nil)
    (before.found, before.areServersDoubtful, before.areServersFound) = ((nil, nil), false, false)
    let namesServer = call.has(.imap) || call.has(.smtp)
    let isEmpty = input.provider == nil && input.undecided == nil && input.address == nil && input.servers == nil && !namesServer
    if !isEmpty { questions.append((.provider, before)) }
    // If the call names only the SMTP server, the question for the other one comes first.
    if let imap = input.servers?.imap ?? (namesServer ? input.found.imap : nil) {
      questions.append((.server(.imap), before))
      before.found.imap = imap
    }
    if let servers = input.servers {
      questions.append((.server(.smtp), before))
      (before.servers, before.found) = (servers, input.found)
      (before.areServersDoubtful, before.areServersFound) = (input.areServersDoubtful, input.areServersFound)
    }
    // Without a word about the provider it is that of the address.
    if call.has(.provider) { before.provider = input.provider }
    if input.address != nil { questions.append((.address, before)) }
  }

  mutating func add(_ position: Position, before: AccountInput) { questions.append((position, before)) }

  /// Removes the last question that `isWanted` accepts and those after it. Returns it, and the answers to ask it with: those before it,
  /// and `now` as former answers. `nil` if there is none.
  mutating func back(
    from now: AccountInput, to isWanted: (Position) -> Bool = { _ in true }
  ) -> (position: Position, answers: AccountInput)? {
    guard let place = questions.lastIndex(where: { isWanted($0.position) }) else { return nil }
    var (position, answers) = questions[place]
    questions.removeSubrange(place...)
    answers.former = now.former
    answers.former.keep(now)
    return (position, answers)
  }

  /// Forgets the question for the servers and those after it, because others take their place.
  mutating func forgetServers() {
    guard let place = questions.firstIndex(where: \.position.isServer) else { return }
    questions.removeSubrange(place...)
  }
}
