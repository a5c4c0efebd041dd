// `setup import CLIENT`: reads accounts from another program's configuration, and starts a conversation about one of them.

import Catalog
import CommandLine
import Documents
import MailClients
import Operations
import Output
import Posix
import Prompts
import Sentences
import Terminal
import Vocabulary

struct ImportCommand {
  let arguments: Arguments
  let context: CommandContext
  private static let name = "setup import"

  func run() throws(CommandError) -> ExitStatus {
    let format = try format()
    let directory = try context.directory(arguments)
    let call = try AccountInput(arguments, directory)
    let file = try ImportFile(format, named: arguments.words.dropFirst().first, context.environment)
    var found = format.read(file.octets, for: call.address)
    if found.remarks.contains(.dependsOnAddress), let prompter = context.prompter {
      guard let address = try askAddress(Conversation(call, arguments, directory, context, prompter)) else { return .noInput }
      found = format.read(file.octets, for: address)
    }
    let all = found.accounts.map { ImportedInput($0, call, directory, context.environment) }
    let inputs = all.filter(\.hasServer)
    if inputs.count < all.count { found = found.with(.noServer) }
    guard !inputs.isEmpty else { throw .noAccountFound(file.path, format, found) }
    let name = Visible(file.path, limit: 200)
    if arguments.has(.json) {
      context.console.show(document(format, file.path, found, inputs))
      return .ok
    }
    for remark in found.remarks { context.console.warn(ImportSentence.text(remark, name, unresolved: found.unresolved)) }
    guard let prompter = context.prompter else {
      for input in inputs { context.warn(of: input.accountInput.provider, for: input.accountInput.address, in: directory) }
      return list(inputs)
    }
    prompter.screen.line(ImportSentence.from(name, count: inputs.count)[context.console.language])
    guard var input = try choose(inputs, prompter) else { return .noInput }
    show(input, on: prompter.screen)
    switch input.authority {
    case .success(let file)?:
      let question = ImportSentence.trust(Visible(file.path, limit: 200))
      if try prompter.confirm(.trustAuthority, question) ?? false { input = input.trusting() }
    case .failure(let error)?: prompter.screen.line(OperationErrorSentence.text(error).error[context.console.language], .warning)
    case nil: break
    }
    guard try mayRunCommand(of: input, prompter) else {
      return try Conversation(input.accountInput, arguments, directory, context, prompter).run()
    }
    let running = try input.runningCommand()
    return try Conversation(running.accountInput, running.calling(arguments), directory, context, prompter).run()
  }

  /// Asks whether the file's command for an access token may be run, if there is one.
  private func mayRunCommand(of input: ImportedInput, _ prompter: any Prompter) throws(CommandError) -> Bool {
    guard let command = input.account.tokenCommand, input.tokenSource != nil else { return false }
    return try prompter.confirm(.runCommand, ImportSentence.runsTokenCommand(Visible(command.text))) ?? false
  }

  private func format() throws(CommandError) -> ImportFormat {
    guard let word = arguments.words.first else { throw .missingArgument(Self.name, .clientName, example: "\(Self.name) msmtp") }
    guard let format = ImportFormat.named(word) else { throw .badValue(option: Self.name, value: word, expected: .importFormat) }
    return format
  }

  /// Asks for the address that the file's placeholders stand for. Returns `nil` if the user leaves the prompt.
  private func askAddress(_ conversation: Conversation) throws(CommandError) -> MailAddress? {
    do throws(CommandError) {
      while true {
        guard case .given(let typed) = try conversation.prompter.ask(conversation.addressQuestion(mayGoBack: false)) else { return nil }
        if let address = try conversation.address(typed) { return address }
      }
    } catch {
      if error == .left { return nil }
      throw error
    }
  }

  /// Asks for one of several accounts. Returns `nil` if the user leaves the prompt.
  private func choose(_ inputs: [ImportedInput], _ prompter: any Prompter) throws(CommandError) -> ImportedInput? {
    guard inputs.count > 1 else { return inputs.first }
    let menu = Menu(
      .importedAccount, title: ImportSentence.which, help: MenuHelp.account,
      items: inputs.enumerated().map { ("\($0 + 1)", ImportedAccountCard($1.account).title) }, mayGoBack: false)
    do throws(CommandError) {
      guard case .given(let position) = try prompter.choose(menu) else { return nil }
      return inputs[position]
    } catch {
      if error == .left { return nil }
      throw error
    }
  }

  private func show(_ input: ImportedInput, on screen: Screen) {
    for line in ImportedAccountCard(input.account).lines { screen.line("  " + line[context.console.language], indent: 4) }
    screen.line()
  }

  /// Without a terminal: prints the calls that set up the accounts, and nothing else, to standard output.
  private func list(_ inputs: [ImportedInput]) -> ExitStatus {
    let console = context.console
    if !arguments.has(.quiet) { console.say(ImportSentence.nothingVerified) }
    for input in inputs.map({ $0.trusting() }) {
      let call = ShellCall.text(input.accountInput, going: input.calling(arguments), hasPlaceholder: true)
      if let call { console.result.unbroken(call) }
      if let foreign = input.foreign { console.warn(foreign.text) }
      for text in input.accountInput.otherPorts { console.say(text) }
      for case let server? in [input.account.imap, input.account.smtp] {
        if let name = UnicodeDomain(decoding: server.endpoint.host) { console.warn(AddressSentence.server(name)) }
      }
      switch input.authority {
      case .success(let file)?: console.say(ImportSentence.trusts(Visible(file.path, limit: 200)))
      case .failure(let error)?: console.warn(OperationErrorSentence.text(error).error)
      case nil: break
      }
      if input.accountInput.address == nil { console.warn(ImportSentence.needsAddress) }
      if let missing = input.missing { console.warn(ImportSentence.half(missing)) }
      let title = ImportedAccountCard(input.account).title
      if let command = input.account.secretCommand { console.say(ImportSentence.secretCommand(Visible(command.text), of: title)) }
      if input.account.usesOAuth { console.warn(input.oauthSentence(of: title)) }
      if let command = input.account.tokenCommand { console.say(ImportSentence.tokenCommand(Visible(command.text), of: title)) }
    }
    return .ok
  }

  /// Returns the JSON document: schema 1, whose keys are in JSONReference.swift.
  private func document(_ format: ImportFormat, _ path: String, _ found: Import, _ inputs: [ImportedInput]) -> JSONValue {
    .object([
      "schema": JSONValue.schema, "client": .text(format.word), "file": .text(path),
      "remarks": .texts(found.remarks.map(\.rawValue)), "unresolved": .texts(found.unresolved),
      "accounts": .list(
        inputs.map { input in
          ImportedAccountCard(input.account).document(
            provider: input.accountInput.provider?.id,
            call: ShellCall.text(input.trusting().accountInput, going: input.calling(arguments), hasPlaceholder: true))
        }),
    ])
  }
}
