// `setup secret ACCOUNT`: what a mail program runs to get the secret.

import AccountStore
import Platform
import Posix
import SecretStores
import Sentences
import Vocabulary

struct SecretCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  private static let name = "setup secret"
  private static let example = "setup secret me@yandex.com"

  func run() throws(CommandError) -> ExitStatus {
    let dialect = try dialect()
    for option in [Option.hostname, .username, .type] where dialect != .neomutt && arguments.has(option) {
      throw .needsOption(option.spelling, "\(Option.dialect.spelling) \(CredentialFormat.neomutt.rawValue)")
    }
    switch dialect {
    case .plain, .netrc: return try answer(dialect, try account(arguments.words), nil)
    case .neomutt: return try neomutt()
    case .git: return try git()
    }
  }

  private func dialect() throws(CommandError) -> CredentialFormat {
    guard let word = arguments[.dialect] else { return .plain }
    guard let dialect = CredentialFormat(rawValue: word) else {
      throw .badValue(option: Option.dialect.spelling, value: word, expected: SecretStoreSentence.needsDialect)
    }
    return dialect
  }

  /// Called with the server and the user name; without an account these say which.
  private func neomutt() throws(CommandError) -> ExitStatus {
    guard let hostname = arguments[.hostname] else { return try answer(.neomutt, try account(arguments.words), nil) }
    guard let request = CredentialRequest(hostname: hostname, username: arguments[.username], type: arguments[.type]),
      let account = try account(for: request, arguments.words)
    else { throw .noAccountFor(hostname) }
    return try answer(.neomutt, account, request)
  }

  /// Called with `get`, `store` or `erase` behind the account. To what is not ours to answer a helper says nothing: git
  /// asks the next one.
  private func git() throws(CommandError) -> ExitStatus {
    let operations: Set<String> = ["get", "store", "erase", "capability"]
    guard let operation = arguments.words.last, arguments.words.count > 1 || operations.contains(operation) else {
      throw missing(SecretStoreSentence.needsOperation, example: "setup secret --for git me@yandex.com get")
    }
    guard operation == "get" else { return .ok }
    try refuseTerminal()
    let input = try standardInput()
    guard let request = input.withOctets({ CredentialRequest(git: $0) }),
      let account = try account(for: request, arguments.words.dropLast())
    else { return .ok }
    return try answer(.git, account, request)
  }

  private func answer(_ dialect: CredentialFormat, _ account: SavedAccount, _ request: CredentialRequest?) throws(CommandError)
    -> ExitStatus
  {
    try refuseTerminal()
    let secret = try StoredSecret(terms).read(account)
    do throws(CredentialFormatError) {
      terms.result.secret(try dialect.text(secret, for: account, request))
    } catch {
      throw .dialect(error)
    }
    return .ok
  }

  /// Somebody may look over a shoulder, and terminals remember.
  private func refuseTerminal() throws(CommandError) {
    if isatty(STDOUT_FILENO) == 1, !arguments.has(.force) { throw .secretOnTerminal }
  }

  private func account(_ words: [String]) throws(CommandError) -> SavedAccount {
    guard let word = words.first else { throw missing(SecretStoreSentence.needsAccount, example: Self.example) }
    if words.count > 1 { throw .unwantedArgument(words[1]) }
    return try SavedAccounts(terms).named(word)
  }

  /// The account that was named, if it is the one that is asked for; else the only one that fits.
  private func account(for request: CredentialRequest, _ words: some Collection<String>) throws(CommandError) -> SavedAccount? {
    if !words.isEmpty {
      let named = try account(Array(words))
      return request.matches(named) ? named : nil
    }
    let fitting = try SavedAccounts(terms).all().filter(request.matches)
    if fitting.count > 1 { throw .severalAccounts(request.server, fitting.map(\.name.text)) }
    return fitting.first
  }

  private func missing(_ what: Text, example: String) -> CommandError { .missingArgument(Self.name, what: what, example: example) }

  /// What git says on standard input, up to its end. It may hold a password.
  private func standardInput() throws(CommandError) -> Secret {
    let deadline = Deadline.after(seconds: 10)
    return try Secret(capacity: 16_384) { (buffer) throws(CommandError) in
      var count = 0
      while count < buffer.count {
        do throws(Wait.End) {
          try Wait.one(STDIN_FILENO, for: .read, until: deadline, or: terms.interrupt)
        } catch {
          throw error == .interrupted ? .interrupted : unreadable(SystemError(ETIMEDOUT))
        }
        let got = Platform.read(STDIN_FILENO, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EAGAIN || errno == EINTR { continue }
        guard got >= 0 else { throw unreadable(.last) }
        if got == 0 { return count }
        count += got
      }
      throw unreadable(SystemError(EMSGSIZE))
    }
  }

  private func unreadable(_ reason: SystemError) -> CommandError { .unreadableFile("standard input", reason: reason.text) }
}
