// `setup export CLIENT`: the configuration of a mail program, no network, no file, no secret.

import Account
import Export
import Sentences
import Vocabulary

struct ExportCommand {
  private let arguments: Arguments
  private let terms: Terms

  init(_ arguments: Arguments, _ terms: Terms) {
    self.arguments = arguments
    self.terms = terms
  }

  private static let name = "setup export"
  private static let example = "setup export msmtp --email me@yandex.com --secret-command \"pass show mail/yandex\""

  func run() throws(UsageFault) -> ExitStatus {
    let client = try client()
    let given = try Given(arguments, try OwnCatalogs(terms).directory(arguments))
    guard let address = given.address else { throw missing(ExportSentence.needsAddress) }
    let account = try account(given, address)
    if let obstacle = client.obstacle(for: account) {
      guard arguments.has(.yes), !obstacle.isFinal else {
        throw .export(.obstructed(client, obstacle, alternatives: client.alternatives(for: account)))
      }
      terms.warn(ExportSentence.text(obstacle, client))
    }
    let text: String
    do { text = try client.configuration(account) } catch { throw .export(error) }
    terms.result.document(text)
    remark(client, account)
    return .ok
  }

  private func client() throws(UsageFault) -> Client {
    guard let word = arguments.words.first else { throw missing(ExportSentence.needsClient) }
    if arguments.words.count > 1 { throw .unwantedArgument(arguments.words[1]) }
    guard let client = Client.named(word) else {
      throw .badValue(option: Self.name, value: word, expected: ExportSentence.needsOneOf)
    }
    return client
  }

  private func account(_ given: Given, _ address: MailAddress) throws(UsageFault) -> MailAccount {
    guard let settings = try settings(given, address) else { throw missing(ExportSentence.needsUsername) }
    var command = SecretCommand(entryFor: address)
    if let typed = arguments[.secretCommand] {
      guard let own = SecretCommand(typed) else {
        throw .badValue(option: Option.secretCommand.spelling, value: typed, expected: ExportSentence.needsCommand)
      }
      command = own
    }
    do {
      return try MailAccount(address: address, settings: settings, secretCommand: command, provider: given.provider)
    } catch { throw .export(error) }
  }

  /// nil where the user name has to be given.
  private func settings(_ given: Given, _ address: MailAddress) throws(UsageFault) -> Settings? {
    if let settings = given.ownSettings(for: address, at: given.provider) { return settings }
    guard let provider = given.provider else { throw .unknownProvider(address.domain.text, suggestions: []) }
    if provider.id == DemoProvider.id {
      throw .badValue(option: Option.provider.spelling, value: provider.id, expected: ExportSentence.needsRealProvider)
    }
    let hasServers = !provider.groups(for: address).isEmpty
    if !provider.takesPassword, !arguments.has(.yes) || !hasServers {
      throw .takesNoPassword(provider.name, mayAgree: hasServers)
    }
    return provider.settings(for: address, username: given.username)
  }

  private func missing(_ what: Text) -> UsageFault { .missingArgument(Self.name, what: what, example: Self.example) }

  private func remark(_ client: Client, _ account: MailAccount) {
    let secret =
      client.runsSecretCommand
      ? ExportSentence.secret(Visible(account.secretCommand.shell), isGiven: arguments.has(.secretCommand))
      : ExportSentence.asksItself(client)
    let texts = [ExportSentence.text(client.place(for: account)), secret] + client.remarks(for: account).map(ExportSentence.text)
    for text in texts.compactMap({ $0 }) { terms.talk.line(text[terms.language]) }
  }
}
