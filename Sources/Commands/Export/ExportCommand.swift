// `setup export CLIENT [ACCOUNT]`: prints the configuration for a mail client, or writes it into the client's own file. Uses no
// network and no password.

import CommandLine
import MailClients
import Posix
import Prompts
import Sentences
import Vocabulary

struct ExportCommand {
  let arguments: Arguments
  let context: CommandContext

  func run() throws(CommandError) -> ExitStatus {
    if arguments.has(.write), arguments.has(.remove) { throw .conflict(Option.write.spelling, Option.remove.spelling) }
    let (client, wanted) = try client()
    if arguments.has(.remove) { return try remove(client) }
    try refuseIneffective(client)
    let source = try ExportedAccount(arguments: arguments, context: context)
    let account = try source.account(for: client)
    let place = arguments.has(.write) ? try place(client, account.owner, try folders(client)) : nil
    let version = try version(client, wanted)
    try obstacle(client, account, WriterOptions(version: version))
    if let place {
      let writing = ConfigurationUpdate(
        place: place, account: account, version: version, isInstalled: wanted == nil,
        confirmation: context.fileConfirmation(arguments), console: context.console,
        program: ClientProgram(context.environment, context.interrupt), names: try operation(context.accounts.all()).map(\.name.text))
      return try write(writing, source.secret)
    }
    let setting = WriterOptions(version: version)
    let text: String
    do throws(ExportError) { text = try client.configuration(account, setting) } catch { throw .export(error) }
    if let take = context.takeDocument { try take(text) } else { context.console.result.document(text) }
    remark(client, account, setting, source.secret)
    return .ok
  }

  /// Throws if an option has no meaning for the client.
  private func refuseIneffective(_ client: MailClient) throws(CommandError) {
    var ineffective: [Option] = client.runsSecretCommand ? [] : [.secretCommand]
    if !client.protocols.contains(.imap) { ineffective += [.imapUsername, .imapSecurity] }
    if !client.protocols.contains(.smtp) { ineffective += [.smtpUsername, .smtpSecurity] }
    for option in ineffective where arguments.has(option) { throw .conflict(option.spelling, client.rawValue) }
  }

  private func remove(_ client: MailClient) throws(CommandError) -> ExitStatus {
    let folders = try folders(client)
    // The block is found by its marks alone.
    let ineffective: [Option] = [
      .provider, .username, .imapUsername, .smtpUsername, .secretCommand, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .catalog,
    ]
    for option in ineffective where arguments.has(option) { throw .conflict(option.spelling, Option.remove.spelling) }
    var status = ExitStatus.ok
    for owner in try ExportedAccount.owners(arguments, client, folders, context) {
      let removal = ConfigurationRemoval(
        place: try place(client, owner, folders), confirmation: context.fileConfirmation(arguments), console: context.console)
      if try !removal.run() { status = .noInput }
    }
    return status
  }

  /// Returns the client, and the version if the call names one: `mbsync@1.4`.
  private func client() throws(CommandError) -> (MailClient, ClientVersion?) {
    guard let word = arguments.words.first else { throw ExportedAccount.missing(.clientName) }
    let parts = word.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let version = parts.count == 2 ? ClientVersion(parts[1]) : nil
    guard let client = MailClient.named(parts[0]), parts.count == 1 || version != nil else {
      throw .badValue(option: ExportedAccount.name, value: word, expected: .mailClient)
    }
    return (client, version)
  }

  /// Returns the folders with the client's file. Throws if it has none that can be written to.
  private func folders(_ client: MailClient) throws(CommandError) -> ClientFolders {
    guard client.file != nil else { throw .writing(.noFile(client)) }
    guard let folders = ClientFolders(context.environment) else { throw .writing(.noHome) }
    return folders
  }

  private func place(
    _ client: MailClient, _ owner: BlockOwner, _ folders: ClientFolders
  ) throws(CommandError) -> ClientConfigurationFile {
    guard let place = ClientConfigurationFile(client: client, owner: owner, folders: folders) else { throw .writing(.noFile(client)) }
    return place
  }

  /// Returns the version to write for: `wanted`, or the installed one. `nil` if it is not known or makes no difference.
  private func version(_ client: MailClient, _ wanted: ClientVersion?) throws(CommandError) -> ClientVersion? {
    if let wanted { return wanted }
    let installed: ClientProgram.Version
    do throws(ClientProgram.Error) { installed = try ClientProgram(context.environment, context.interrupt).version(of: client) } catch {
      throw CommandError(error)
    }
    switch installed {
    case .known(let version):
      context.console.say(ExportSentence.installed(client, version))
      return version
    case .unknown:
      context.console.say(ExportSentence.versionUnknown(client))
      return nil
    case .indifferent: return nil
    }
  }

  private func obstacle(_ client: MailClient, _ account: MailAccount, _ setting: WriterOptions) throws(CommandError) {
    guard let obstacle = client.obstacle(for: account, setting) else { return }
    guard arguments.has(.yes), !obstacle.isFinal else {
      throw .export(.obstructed(client, obstacle, alternatives: client.alternatives(for: account)))
    }
    context.console.warn(ExportSentence.text(obstacle, client))
  }

  private func write(_ writing: ConfigurationUpdate, _ secret: ExportedAccount.Secret) throws(CommandError) -> ExitStatus {
    let (client, account) = (writing.client, writing.account)
    guard let written = try writing.run() else { return .noInput }
    say(secretRemark(client, account, secret))
    // `ConfigurationUpdate` has created the folders.
    for remark in client.remarks(for: account, written.setting) where !remark.isAboutFolders { say(ExportSentence.text(remark)) }
    if writing.place.file.isPerAccount, written.file != "getmailrc" { say(ExportSentence.text(.needsFileName(written.file))) }
    return .ok
  }

  private func remark(_ client: MailClient, _ account: MailAccount, _ setting: WriterOptions, _ secret: ExportedAccount.Secret) {
    let path = ClientFolders(context.environment).flatMap { folders in
      ClientConfigurationFile(client: client, owner: account.owner, folders: folders).map { Visible(folders.short($0.path(setting))) }
    }
    let destination = client.profile.destination
    let place = context.takeDocument == nil ? nil : ExportSentence.use(destination)
    if let text = place ?? ExportSentence.text(destination, path: path, domain: account.address.domain) { say(text) }
    say(secretRemark(client, account, secret))
    for remark in client.remarks(for: account, setting) { say(ExportSentence.text(remark)) }
  }

  private func secretRemark(_ client: MailClient, _ account: MailAccount, _ secret: ExportedAccount.Secret) -> Text {
    if let text = ExportSentence.ownPassword(client, of: account.signIn) { return text }
    let command = Visible(account.secretCommand.shell)
    return switch secret {
    case .kept: ExportSentence.keptSecret(command, of: account.signIn)
    case .given: ExportSentence.givenSecret(command, of: account.signIn)
    case .unknown:
      ExportSentence.unknownSecret(
        command, of: account.signIn, savedAs: arguments.words.count > 1 ? ShellWord.quoted(arguments.words[1]) : nil)
    }
  }

  private func say(_ text: Text) { context.console.say(text) }
}
