// `setup send-test`: one message from an address to itself, after a question, and what came of it.

import AccountStore
import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

struct SendTestCommand {
  private let arguments: Arguments
  private let terms: CommandContext
  /// Seconds a message may take where the call does not say: most take less than five.
  private static let patience = 60.0
  private static let name = "setup send-test"

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    let directory = try UserCatalogs(terms).directory(arguments)
    var given = try AccountInput(arguments, directory)
    let saved = try savedAccount(&given, directory)
    guard let address = given.address else {
      throw .missingArgument(Self.name, what: SendTestSentence.needsAccount, example: "\(Self.name) me@yandex.com")
    }
    terms.warn(of: given.provider, for: address, in: directory)
    try refuseWhatCannotBe(given, address)
    guard try isServerAgreed(given, saved, directory) else {
      terms.talk.line(SendTestSentence.nothingSent[terms.language])
      return .noInput
    }
    given.settle(in: directory)
    // The option is about the message; the logins keep their own limits.
    let patience = given.timeout ?? Self.patience
    given.timeout = nil
    let run = try AccountVerifier(given, address, terms)
    defer { run.stop() }
    let settings = if let saved { saved.settings } else { try run.settings(group: 0) }
    guard try isAgreed(address, settings, patience) else {
      terms.talk.line(SendTestSentence.nothingSent[terms.language])
      return .noInput
    }
    guard let secret = try secret(saved, given, address, settings) else { return .software }
    let cleaned = run.cleaned(secret)
    try refuse(cleaned.secret.fault)
    if cleaned.fits == false, let kind = run.provider?.secret { terms.warn(ResultSentence.shapeDiffers(kind, count: cleaned.characters)) }
    let showsProgress = !arguments.has(.quiet) && !arguments.has(.json)
    let view =
      showsProgress ? ProgressLines(settings, on: terms.talk, language: terms.language, timing: TimeLimits.usual.waiting(patience)) : nil
    let report = try run.sendTest(settings, cleaned, patience: patience, language: terms.language, view: view)
    let outcomes = VerificationResult(
      provider: run.provider, address: address, settings: settings, report: AccountReport(imap: report.imap, smtp: report.smtp),
      secretFits: cleaned.fits, group: 0, authority: given.authority)
    return tell(DeliveryResult(report: report, outcomes: outcomes, patience: patience))
  }

  private func savedAccount(_ given: inout AccountInput, _ directory: ProviderDirectory) throws(CommandError) -> SavedAccount? {
    guard let word = arguments.words.first else { return nil }
    if arguments.words.count > 1 { throw .unwantedArgument(arguments.words[1]) }
    return try given.take(word, of: arguments, in: directory, terms)
  }

  /// What cannot work is said before anything is asked.
  private func refuseWhatCannotBe(_ given: AccountInput, _ address: MailAddress) throws(CommandError) {
    guard given.servers == nil else { return }
    // The DNS is not asked: who agrees to a message has not agreed to servers that nobody vouches for.
    guard let provider = given.provider else { throw .unknownProvider(address.description, suggestions: []) }
    if provider.id == DemoProvider.id {
      throw .badValue(option: Option.provider.spelling, value: provider.id, expected: ExportSentence.needsRealProvider)
    }
    if !provider.takesPassword { throw .takesNoPassword(provider.name, mayAgree: false) }
  }

  /// Asks about servers that are not those of the address. Without a terminal the call has to name them. What was agreed to when the
  /// account was saved is not asked again.
  private func isServerAgreed(_ given: AccountInput, _ saved: SavedAccount?, _ directory: ProviderDirectory) throws(CommandError) -> Bool {
    guard let foreign = saved.map({ $0.unagreedServers(since: $0, in: directory) }) ?? given.foreign(in: directory) else { return true }
    if terms.isInteractive, let tty = terms.tty { return try terms.agrees(to: foreign, at: tty) }
    try terms.require(foreign, named: given.hostsNamed(by: arguments, in: directory), call: call(given, saved))
    return true
  }

  /// This call with its servers named. A secret that is kept can only be proved with them by an edit.
  private func call(_ given: AccountInput, _ saved: SavedAccount?) -> Arguments {
    guard let saved else { return given.naming(in: arguments) }
    guard saved.secret == nil else { return saved.naming(in: arguments) }
    var call = arguments.with(words: []).filled(.email, saved.address.description).naming(saved.imap, saved.smtp)
    for (option, name) in ShellCall.options(given.usernames) { call = call.filled(option, name) }
    return given.authority.map { call.filled(.caFile, $0.path) } ?? call
  }

  /// Asks at the terminal. Without one the call has to have agreed beforehand.
  private func isAgreed(_ address: MailAddress, _ settings: ServerSettings, _ patience: Double) throws(CommandError) -> Bool {
    if arguments.has(.yes) { return true }
    guard terms.isInteractive, let tty = terms.tty else { throw .needsConsent(SendTestSentence.needsConsent(address)) }
    tty.screen.line(SendTestSentence.plan(address, settings.imap, settings.smtp, seconds: Int(patience.rounded(.up)))[terms.language])
    return try terms.interlocutor(tty).confirms(SendTestSentence.question) ?? false
  }

  /// From where the call says, else from where it is kept, else from the terminal. nil where a signal came first.
  private func secret(
    _ saved: SavedAccount?, _ given: AccountInput, _ address: MailAddress, _ settings: ServerSettings
  ) throws(CommandError) -> Secret? {
    if given.source == nil, let saved, saved.secret != nil { return try StoredSecret(terms).read(saved) }
    let source = given.source ?? .prompt
    if source == .prompt, terms.tty == nil, given.source == nil { throw .missingInput(Option.secretFrom.spelling) }
    return try TypedSecret(terms).read(source, of: given.provider?.secret, for: address, settings)
  }

  private func refuse(_ fault: Secret.Error?) throws(CommandError) {
    switch fault {
    case nil: return
    case .empty: throw .secret(.empty)
    case .tooLong: throw .secret(.tooLong)
    case .forbiddenOctet: throw .secret(.forbiddenOctet)
    }
  }

  private func tell(_ outcome: DeliveryResult) -> ExitStatus {
    if arguments.has(.json) {
      terms.result.document(outcome.document(terms.language).json)
    } else if terms.interrupt.isRaised {
      // The process ends by the signal; what it leaves behind is said first.
      if let left = outcome.remains { terms.talk.line(left[terms.language], .warning) }
    } else {
      // At a terminal the result follows what was shown of the way to it.
      if terms.isInteractive { terms.talk.line() }
      outcome.show(on: terms.result, terms.language)
    }
    return outcome.status
  }
}
