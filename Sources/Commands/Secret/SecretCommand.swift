// `setup secret ACCOUNT`: prints the secret for a mail client that runs this command.

import AccountStore
import Catalog
import CommandLine
import Operations
import Platform
import Posix
import SecretStores
import Sentences
import Vocabulary

struct SecretCommand {
  let arguments: Arguments
  let context: CommandContext

  private static let name = "setup secret"
  private static let example = "setup secret me@yandex.com"

  func run() throws(CommandError) -> ExitStatus {
    let dialect = try dialect()
    for option in [Option.hostname, .username, .type] where dialect != .neomutt && arguments.has(option) {
      throw .needsOption(option.spelling, "\(Option.dialect.spelling) \(CredentialFormat.neomutt.rawValue)")
    }
    // These options are about the server that `--hostname` names.
    for option in [Option.username, .type] where arguments.has(option) && !arguments.has(.hostname) {
      throw .needsOption(option.spelling, Option.hostname.spelling)
    }
    switch dialect {
    case .plain, .netrc, .sasl: return try answer(dialect, try account(arguments.words), nil)
    case .neomutt: return try neomutt()
    case .git: return try git()
    }
  }

  private func dialect() throws(CommandError) -> CredentialFormat {
    guard let word = arguments[.dialect] else { return .plain }
    guard let dialect = CredentialFormat(rawValue: word) else {
      throw .badValue(option: Option.dialect.spelling, value: word, expected: .credentialFormat)
    }
    return dialect
  }

  /// Answers NeoMutt's account_command. Without an account name, the host name and the user name select the account.
  private func neomutt() throws(CommandError) -> ExitStatus {
    guard let hostname = arguments[.hostname] else { return try answer(.neomutt, try account(arguments.words), nil) }
    guard let request = CredentialRequest(hostname: hostname, username: arguments[.username], type: arguments[.type]),
      let account = try account(for: request, arguments.words)
    else { throw .noAccountFor(hostname) }
    return try answer(.neomutt, account, request)
  }

  /// Answers git's credential helper protocol. git appends `get`, `store` or `erase`. For a request about another
  /// account the answer is empty, and git asks the next helper.
  private func git() throws(CommandError) -> ExitStatus {
    let operations: Set<String> = ["get", "store", "erase", "capability"]
    guard let operation = arguments.words.last, arguments.words.count > 1 || operations.contains(operation) else {
      throw missing(.gitOperation, example: "setup secret --for git me@yandex.com get")
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
    guard account.signIn.oauth != nil else {
      let stored = context.stored(ProviderDirectory())
      try show(operation(stored.read(account)), dialect, account, request)
      return .ok
    }
    let tokens = context.tokens(try context.directory(arguments))
    let issued = try operation(tokens.token(of: account))
    try show(issued.token, dialect, account, request)
    return issued.isSaved ? .ok : .cannotCreate
  }

  private func show(
    _ secret: Secret, _ dialect: CredentialFormat, _ account: SavedAccount, _ request: CredentialRequest?
  ) throws(CommandError) {
    do throws(CredentialFormatError) {
      context.console.result.secret(try dialect.text(secret, for: account, request))
    } catch {
      throw .dialect(error)
    }
  }

  /// Throws if standard output is a terminal: other people may see the screen, and terminals keep their output.
  private func refuseTerminal() throws(CommandError) {
    if isatty(STDOUT_FILENO) == 1, !arguments.has(.force) { throw .secretOnTerminal }
  }

  private func account(_ words: [String]) throws(CommandError) -> SavedAccount {
    guard let word = words.first else { throw missing(.account, example: Self.example) }
    if words.count > 1 { throw .unwantedArgument(words[1]) }
    return try operation(context.accounts.named(word))
  }

  /// Returns the account in `words` if it matches the request, else `nil`. Without words, returns the only account that
  /// matches.
  private func account(for request: CredentialRequest, _ words: some Collection<String>) throws(CommandError) -> SavedAccount? {
    if !words.isEmpty {
      let named = try account(Array(words))
      return request.matches(named) ? named : nil
    }
    let fitting = try operation(context.accounts.all()).filter(request.matches)
    if fitting.count > 1 { throw .operation(.severalAccounts(request.server, fitting.map(\.name.text))) }
    return fitting.first
  }

  private func missing(_ expected: Expectation, example: String) -> CommandError {
    .missingArgument(Self.name, expected, example: example)
  }

  /// Reads git's request from standard input to its end. It may contain a password. Throws if the input has not ended
  /// after 10 seconds, or if it has 16,384 octets or more.
  private func standardInput() throws(CommandError) -> Secret {
    let deadline = Deadline.after(seconds: 10)
    return try Secret(capacity: 16_384) { (buffer) throws(CommandError) in
      var count = 0
      while count < buffer.count {
        do throws(Wait.End) {
          try Wait.one(STDIN_FILENO, for: .read, until: deadline, or: context.interrupt)
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

  private func unreadable(_ reason: SystemError) -> CommandError {
    .operation(.unusableFile("standard input", .system(reason)))
  }
}
