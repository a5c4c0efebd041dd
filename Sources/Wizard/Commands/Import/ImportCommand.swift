// `setup import CLIENT`: accounts from the configuration of a mail client, as the beginning of the conversation.

import Documents
import MailClients
import Posix
import Sentences
import Terminal
import Vocabulary

struct ImportCommand {
  private let arguments: Arguments
  private let terms: CommandContext
  private static let name = "setup import"

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    let format = try format()
    if arguments.words.count > 2 { throw .unwantedArgument(arguments.words[2]) }
    let directory = try UserCatalogs(terms).directory(arguments)
    let call = try AccountInput(arguments, directory)
    let file = try ImportFile(format, named: arguments.words.dropFirst().first, .process)
    let found = format.read(file.octets)
    guard !found.accounts.isEmpty else { throw .noAccountFound(file.path, format) }
    let prefills = found.accounts.map { ImportedInput($0, call, directory) }
    let name = Visible(file.path, limit: 200)
    if arguments.has(.json) {
      terms.result.document(document(format, file.path, found, prefills).json)
      return .ok
    }
    for remark in found.remarks { terms.warn(ImportSentence.text(remark, name)) }
    guard terms.isInteractive, let tty = terms.tty else {
      for prefill in prefills { terms.warn(of: prefill.given.provider, for: prefill.given.address, in: directory) }
      return list(prefills, name)
    }
    tty.screen.line(ImportSentence.from(name, count: prefills.count)[terms.language])
    guard var prefill = try choose(prefills, tty) else { return .noInput }
    show(prefill, on: tty.screen)
    switch prefill.authority {
    case .success(let file)?:
      let question = ImportSentence.trust(Visible(file.path, limit: 200))
      if try terms.interlocutor(tty).confirms(question) ?? false { prefill = prefill.trusting() }
    case .failure(let fault)?: tty.screen.line(CommandErrorSentence.text(fault).error[terms.language], .warning)
    case nil: break
    }
    return try Conversation(prefill.given, arguments, directory, terms).run()
  }

  private func format() throws(CommandError) -> ImportFormat {
    guard let word = arguments.words.first else {
      throw .missingArgument(Self.name, what: ImportSentence.needsClient, example: "\(Self.name) msmtp")
    }
    guard let format = ImportFormat.named(word) else {
      throw .badValue(option: Self.name, value: word, expected: ImportSentence.needsOneOf)
    }
    return format
  }

  /// Returns `nil` if the user left.
  private func choose(_ prefills: [ImportedInput], _ tty: ControllingTerminal) throws(CommandError) -> ImportedInput? {
    guard prefills.count > 1 else { return prefills.first }
    let menu = Menu(title: ImportSentence.which, items: prefills.map { ImportedAccountCard(prefill: $0).title }, mayGoBack: false)
    do throws(Farewell) {
      guard case .given(let position) = try terms.interlocutor(tty).choose(menu) else { return nil }
      return prefills[position]
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .left: return nil
      }
    }
  }

  private func show(_ prefill: ImportedInput, on screen: Screen) {
    for line in ImportedAccountCard(prefill: prefill).lines { screen.line("  " + line[terms.language], indent: 4) }
    screen.line()
  }

  /// Without a terminal: prints the calls that continue from here on standard output, and nothing else there.
  private func list(_ prefills: [ImportedInput], _ file: Visible) -> ExitStatus {
    if !arguments.has(.quiet) { terms.talk.line(ImportSentence.nothingVerified[terms.language]) }
    for prefill in prefills.map({ $0.trusting() }) {
      if let call = ShellCall.text(prefill.given, going: arguments) { terms.result.line(call) }
      if let foreign = prefill.foreign { terms.warn(foreign.text) }
      switch prefill.authority {
      case .success(let file)?: terms.talk.line(ImportSentence.trusts(Visible(file.path, limit: 200))[terms.language])
      case .failure(let fault)?: terms.warn(CommandErrorSentence.text(fault).error)
      case nil: break
      }
      if prefill.given.address == nil { terms.warn(ImportSentence.needsAddress) }
      if let missing = prefill.missing { terms.warn(ImportSentence.half(missing)) }
      if let command = prefill.account.secretCommand {
        terms.talk.line(ImportSentence.secretCommand(Visible(command), of: ImportedAccountCard(prefill: prefill).title)[terms.language])
      }
    }
    return .ok
  }

  /// Schema 1, whose keys are in JSONReference.swift.
  private func document(_ format: ImportFormat, _ path: String, _ found: Import, _ prefills: [ImportedInput]) -> JSONValue {
    .object([
      "schema": JSONValue.schema, "client": .text(format.word), "file": .text(path),
      "remarks": .texts(found.remarks.map(\.rawValue)),
      "accounts": .list(prefills.map { ImportedAccountCard(prefill: $0).document(going: arguments) }),
    ])
  }
}
