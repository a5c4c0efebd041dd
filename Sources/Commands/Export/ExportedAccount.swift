// The account to export: a saved one, or the one that the call describes.

import AccountStore
import Catalog
import CommandLine
import MailClients
import Operations
import Posix
import Sentences
import Vocabulary

struct ExportedAccount {
  /// The origin of the password command.
  enum Secret { case kept, given, unknown }

  private let arguments: Arguments
  private let context: CommandContext
  private let input: AccountInput
  private let saved: SavedAccount?
  let secret: Secret

  static let name = "setup export"
  private static let example = "setup export msmtp --email me@yandex.com --secret-command \"pass show mail/yandex\""

  init(arguments: Arguments, context: CommandContext) throws(CommandError) {
    (self.arguments, self.context) = (arguments, context)
    let directory = try context.directory(arguments)
    var input = try AccountInput(arguments, directory)
    saved =
      arguments.words.count > 1
      ? try input.read(arguments.words[1], of: arguments, in: directory, among: context.accounts) : nil
    self.input = input
    context.warn(of: input.provider, for: input.address, in: directory)
    let foreign = saved.map { $0.unagreedServers(since: $0, in: directory) } ?? input.foreign(in: directory)
    if let foreign { context.console.warn(foreign.text) }
    if arguments.has(.secretCommand) {
      secret = .given
    } else {
      secret = saved?.secret == nil ? .unknown : .kept
    }
  }

  /// Returns the owners of the blocks that a call with `--remove` means: those of a saved account, or otherwise those with exactly
  /// the address or the name of the call in their marks.
  static func owners(
    _ arguments: Arguments, _ client: MailClient, _ folders: ClientFolders, _ context: CommandContext
  ) throws(CommandError) -> [BlockOwner] {
    let typed = try arguments[.email].map { (typed) throws(CommandError) in
      try MailAddress.reading(typed, context.directory(arguments))
    }
    guard arguments.words.count > 1 else {
      guard let typed else { throw missing(.accountOrAddress) }
      return [BlockOwner(typed)]
    }
    let word = arguments.words[1]
    do throws(CommandError) {
      let accounts = try operation(context.accounts.all()).map(\.owner)
      let account = try operation(context.accounts.named(word)).owner
      if typed != nil { throw .conflict(word, Option.email.spelling) }
      let known = CallingBlock.all(of: account, among: accounts, folders, in: [client]).map(\.owner)
      let owners = known.isEmpty ? [CallingBlock.owner(of: account, among: accounts, client, folders)] : known
      return owners.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    } catch {
      guard case .operation(.unknownAccount) = error else { throw error }
      if let typed { return [BlockOwner(typed, name: word)] }
      guard Catalog.isAddress(word) else { throw error }
      return [BlockOwner(try MailAddress.reading(word, context.directory(arguments)))]
    }
  }

  /// Returns everything that a configuration for `client` contains.
  func account(for client: MailClient) throws(CommandError) -> MailAccount {
    guard let address = input.address else { throw Self.missing(.accountOrAddress) }
    let accounts = saved == nil ? [] : try operation(context.accounts.all()).map(\.owner)
    let owner = saved.map { CallingBlock.owner(of: $0.owner, among: accounts, client, ClientFolders(context.environment)) }
    guard let settings = try settings(address) else { throw Self.missing(.userNameOption) }
    let command = try command() ?? .placeholder
    do throws(ExportError) {
      return try MailAccount(
        address: address, name: owner?.name, settings: settings, secretCommand: command, provider: input.provider ?? input.operators.imap,
        authorityFile: input.authority?.path, signIn: signIn(at: settings, address))
    } catch {
      throw .export(error)
    }
  }

  /// Returns what an account at `settings` signs in with. A saved account says it. At servers of a provider that takes no password it is
  /// an access token. Servers that accept tokens offer XOAUTH2.
  private func signIn(at settings: ServerSettings, _ address: MailAddress) -> MailAccount.SignIn {
    if let saved, saved.signIn.usesToken { return .token(offered: [.xoauth2]) }
    guard let provider = input.provider, Self.takesTokensOnly(provider), provider.hasBoth((settings.imap, settings.smtp), for: address)
    else { return .password }
    return .token(offered: [.xoauth2])
  }

  private static func takesTokensOnly(_ provider: Provider) -> Bool { !provider.takesPassword && provider.oauth != nil }

  private func command() throws(CommandError) -> PasswordCommand? {
    guard let typed = arguments[.secretCommand] else {
      guard let saved, saved.secret != nil else { return nil }
      guard let command = PasswordCommand(of: saved, context.environment) else { throw .export(.unusableCommand) }
      return command
    }
    // A mail client runs the command in another folder, so its path must be absolute.
    guard let read = PasswordCommand(typed), let words = AbsolutePath.command(read.words), let own = PasswordCommand(words: words) else {
      throw .badValue(option: Option.secretCommand.spelling, value: typed, expected: .command)
    }
    return own
  }

  /// Returns `nil` if the call has to name the username.
  private func settings(_ address: MailAddress) throws(CommandError) -> ServerSettings? {
    if let saved { return saved.settings }
    if let settings = input.ownSettings(for: address, at: input.provider) { return settings }
    guard let provider = input.provider else { throw .unknownProvider(address.domain.text, suggestions: []) }
    if provider.isDemo {
      throw .badValue(option: Option.provider.spelling, value: provider.id, expected: .realProvider)
    }
    let hasServers = !provider.groups(for: address).isEmpty
    if !provider.takesPassword, !Self.takesTokensOnly(provider), !arguments.has(.yes) || !hasServers {
      throw .takesNoPassword(provider.name, mayAgree: hasServers)
    }
    return provider.settings(for: address, usernames: input.usernames)
  }

  static func missing(_ expected: Expectation) -> CommandError { .missingArgument(name, expected, example: example) }
}
