// `setup send-test`: sends one message from an address to itself, after a question, and prints whether it arrived.

import AccountStore
import Catalog
import CommandLine
import Operations
import Output
import Posix
import Prompts
import Sentences
import Session
import Terminal
import Vocabulary

struct SendTestCommand {
  let arguments: Arguments
  let context: CommandContext
  /// The time in seconds that a message may take if the call has no `--timeout`. Most take less than five.
  private static let patience = 60.0
  private static let name = "setup send-test"

  func run() throws(CommandError) -> ExitStatus {
    let directory = try context.directory(arguments)
    var input = try AccountInput(arguments, directory)
    let saved =
      try arguments.words.first.map { (word) throws(CommandError) in
        try input.read(word, of: arguments, in: directory, among: context.accounts)
      } ?? nil
    guard let address = input.address else {
      throw .missingArgument(Self.name, .accountOrAddress, example: "\(Self.name) me@yandex.com")
    }
    context.warn(of: input.provider, for: address, in: directory)
    try refuseImpossible(input, address)
    if let provider = input.provider, input.servers == nil { try context.judge(address, at: provider, arguments, in: directory) }
    guard try isServerAgreed(input, saved, directory) else { return nothingSent }
    input.settle(in: directory)
    // The time limit of the call is for the message. The logins keep their own limits.
    let patience = context.options.timeout ?? Self.patience
    var unhurried = context
    unhurried.options.timeout = nil
    let verifier = try unhurried.verifier(input, address)
    defer { verifier.stop() }
    let settings = if let saved { saved.settings } else { try operation(verifier.settings(group: 0)) }
    guard try isAgreed(address, settings, patience) else { return nothingSent }
    guard let secret = try secret(saved, input, verifier, settings, directory) else { return .software }
    let cleaned = verifier.cleaned(secret)
    try operation(verifier.check(cleaned))
    context.warn(of: cleaned, verifier.provider?.secret)
    let report = try send(verifier, settings, cleaned, patience)
    let result = VerificationResult(
      provider: verifier.provider, address: address, settings: settings, report: AccountReport(imap: report.imap, smtp: report.smtp),
      signIn: input.signIn, secretFits: cleaned.fits, group: 0, authority: input.authority)
    return show(DeliveryResult(report: report, verification: result, patience: patience))
  }

  private var nothingSent: ExitStatus {
    context.console.say(SendTestSentence.nothingSent)
    return .noInput
  }

  /// Throws before the first question if the message cannot be sent.
  private func refuseImpossible(_ input: AccountInput, _ address: MailAddress) throws(CommandError) {
    guard input.servers == nil else { return }
    // The DNS is not asked: consent to a message is not consent to servers that nothing confirms.
    guard let provider = input.provider else { throw .unknownProvider(address.description, suggestions: []) }
    if provider.isDemo { throw .badValue(option: Option.provider.spelling, value: provider.id, expected: .realProvider) }
    if !input.hasUsableProvider { throw .takesNoPassword(provider.name, mayAgree: false) }
  }

  /// Asks about servers that are not those of the address. Without a terminal the call has to name them. The user is not asked
  /// again about servers that they agreed to when the account was saved.
  private func isServerAgreed(_ input: AccountInput, _ saved: SavedAccount?, _ directory: ProviderDirectory) throws(CommandError) -> Bool {
    guard let foreign = saved.map({ $0.unagreedServers(since: $0, in: directory) }) ?? input.foreign(in: directory) else { return true }
    if let prompter = context.prompter { return try context.confirm(to: foreign, at: prompter) }
    try context.require(foreign, named: input.hostsNamed(by: arguments, in: directory), call: call(input, saved))
    return true
  }

  /// Returns this call with its servers named. A saved secret can be used at other servers only after an edit of the account.
  private func call(_ input: AccountInput, _ saved: SavedAccount?) -> Arguments {
    guard let saved else { return input.naming(in: arguments) }
    guard saved.secret == nil else { return saved.naming(in: arguments) }
    var call = arguments.with(words: []).filled(.email, saved.address.description).naming(saved.imap, saved.smtp)
    for (option, name) in ShellCall.options(input.usernames) { call = call.filled(option, name) }
    return input.authority.map { call.filled(.caFile, $0.path) } ?? call
  }

  /// Asks at the terminal. Without one the call needs `--yes`.
  private func isAgreed(_ address: MailAddress, _ settings: ServerSettings, _ patience: Double) throws(CommandError) -> Bool {
    let confirmation = Confirmation(
      of: .testMessage(address), isGranted: arguments.has(.yes), by: context.prompter, talk: context.console.talk)
    let plan = SendTestSentence.plan(address, settings.imap, settings.smtp, seconds: Int(patience.rounded(.up)))
    return try confirmation.isGiven(.sendMessage, SendTestSentence.question, after: plan)
  }

  /// Reads the secret from the source of the call, else from where it is saved, else from the terminal. Returns `nil` if a signal
  /// interrupts.
  private func secret(
    _ saved: SavedAccount?, _ input: AccountInput, _ verifier: AccountVerifier, _ settings: ServerSettings,
    _ directory: ProviderDirectory
  ) throws(CommandError) -> Secret? {
    if input.source == nil, let saved, saved.secret != nil { return try operation(context.stored(directory).read(saved)) }
    let source = input.source ?? .prompt
    if source == .prompt, context.secretPrompt == nil, input.source == nil { throw .missingInput(Option.secretFrom.spelling) }
    return try context.secret(from: source, for: verifier, to: settings.hosts)
  }

  private func send(
    _ verifier: AccountVerifier, _ settings: ServerSettings, _ secret: CleanedSecret, _ patience: Double
  ) throws(CommandError) -> DeliveryReport {
    let language = context.console.language
    let view = context.progress(of: settings, TimeLimits.usual.waiting(patience), unless: arguments.isQuiet)
    defer { view?.finish() }
    let words = (subject: SendTestSentence.subject[language], text: SendTestSentence.body.map { $0[language] })
    return try operation(
      verifier.sendTest(settings, secret, words: words, patience: patience, observe: { view?.take($0) }, tick: { view?.tick() }))
  }

  private func show(_ result: DeliveryResult) -> ExitStatus {
    let (console, language) = (context.console, context.console.language)
    if arguments.has(.json) || console.hasReceiver {
      console.show(result.document(language))
    } else if context.interrupt.isRaised {
      // The process dies by the signal. The user has to know what remains in the mailbox.
      if let left = result.remains { console.talk.line(left[language], .warning) }
    } else {
      // At a terminal the result follows the progress.
      if context.isInteractive { console.talk.line() }
      result.show(on: console.result, language)
    }
    return result.status
  }
}
