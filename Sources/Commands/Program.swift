// One run of `setup`, from argv to the exit status.

import CommandLine
import Documents
import OAuth
import Operations
import Output
import Platform
import Posix
import Prompts
import Sentences
import Terminal
import Vocabulary

/// The entry point of the program.
package enum Program {
  /// Runs the program with the octets of argv, without the program's name, and returns the exit status. If a signal
  /// ends the run, the process dies by that signal and this function does not return.
  package static func run(_ arguments: [[UInt8]]) -> Int32 {
    let closed = FileDescriptor.occupyStandard()
    guard let interrupt = Signals.install() else { return ExitStatus.system.rawValue }
    Platform.forbidCoreFiles()
    let status = dispatch(ArgumentWords(arguments), interrupt, closed)
    if interrupt.isRaised { Signals.die(by: interrupt.signal) }
    return status.rawValue
  }

  private static func dispatch(_ words: ArgumentWords, _ interrupt: Interrupt, _ closed: [Int32]) -> ExitStatus {
    let environment = Environment.process
    let language = Arguments.language(words.texts, environment) ?? Locale.language(environment)
    let parsed: Arguments
    do throws(CommandError) {
      if Start.lacksMemory { throw .operation(.system(.error(SystemError(ENOMEM)))) }
      if Start.isPrivileged { throw .privileged }
      parsed = try words.read.filled(from: environment)
      if parsed.readsFiles, let name = Environment.undecodable.first { throw .notUTF8Variable(name) }
    } catch {
      // The option `--no-color` was not parsed.
      let console = Console(
        language: language, result: Screen(closed.contains(STDOUT_FILENO) ? -1 : STDOUT_FILENO, usesColour: false),
        talk: Screen(STDERR_FILENO, usesColour: false), version: Version.number)
      if Arguments.wantDialog(words.texts), let dialog = dialog(interrupt, closed) {
        dialog.start(language)
        let console = Console(
          language: language, result: dialog.screen, talk: dialog.talk, version: Version.number, receiver: dialog.result)
        let status = refuse(error, console, asDocument: true)
        dialog.end(status.rawValue)
        return status
      }
      return written(refuse(error, console, asDocument: Arguments.wantDocument(words.texts, environment)), console)
    }
    guard parsed.has(.jsonDialog), !parsed.has(.help), !parsed.has(.version) else {
      let context = context(parsed, environment, language, interrupt, closed)
      return written(carryOut(parsed, context), context.console)
    }
    guard let dialog = dialog(interrupt, closed) else { return .system }
    dialog.start(language)
    let status = carryOut(parsed, context(parsed, environment, language, interrupt, closed, dialog))
    dialog.end(status.rawValue)
    return dialog.failure == nil ? status : .inputOutput
  }

  /// Returns the dialog with another program. `nil` if the system has no descriptors left.
  private static func dialog(_ interrupt: Interrupt, _ closed: [Int32]) -> DialogChannel? {
    DialogChannel(
      interrupt: interrupt, output: Screen(closed.contains(STDOUT_FILENO) ? -1 : STDOUT_FILENO, usesColour: false),
      version: Version.number)
  }

  private static func context(
    _ parsed: Arguments, _ environment: Environment, _ language: Language, _ interrupt: Interrupt, _ closed: [Int32],
    _ dialog: DialogChannel? = nil
  ) -> CommandContext {
    let wantsAnswers =
      [.setup, .login, .accounts, .export, .import, .sendTest].contains(parsed.command) && !parsed.has(.help) && !parsed.has(.version)
    let mayAsk = wantsAnswers && dialog == nil && isatty(STDIN_FILENO) == 1 && !parsed.has(.json)
    let window = Screen(STDIN_FILENO, usesColour: false).size
    let style = PromptStyle(environment, isPlain: parsed.has(.plain), window: window)
    // Line mode writes no escape sequences, so it has neither colours nor links.
    let isBare = parsed.has(.plain) || mayAsk && style == .lines
    let colours = Locale.colours(environment, isForbidden: parsed.has(.noColor) || isBare)
    let hasLinks = !isBare && HyperlinkSupport.areKnown(environment)
    func screen(_ descriptor: Int32) -> Screen {
      // Another file now has the number of a closed descriptor. Writing to -1 fails, as writing to the closed
      // descriptor would have.
      Screen(
        closed.contains(descriptor) ? -1 : descriptor, usesColour: colours == .always || colours == .automatic && isatty(descriptor) == 1,
        hasLinks: hasLinks)
    }
    Tidying.sweep(environment, interrupt)
    // This comes before this program starts another one, which would inherit the secret.
    let withheld = (parsed[.secretFrom] ?? parsed[.tokenFrom]).flatMap { try? SecretSource($0) }.map { Withheld($0) } ?? Withheld()
    let asks = wantsAnswers && dialog == nil
    let controlling = asks ? ControllingTerminal(interrupt: interrupt, usesColour: colours != .never, hasLinks: hasLinks) : nil
    // A question would be painted over the shell's prompt, and reading the answer would stop the process (SIGTTIN).
    let isInBackground = controlling?.isInBackground ?? false
    let terminal = isInBackground ? nil : controlling
    var console = Console(
      language: language, result: dialog?.screen ?? screen(STDOUT_FILENO), talk: dialog?.talk ?? screen(STDERR_FILENO),
      version: Version.number, variables: parsed.decidingVariables.map(\.name), receiver: dialog.map { dialog in dialog.result })
    // In the background the reason is said after the error.
    console.unasked = isInBackground ? .never : unasked(parsed, wantsAnswers: wantsAnswers, hasTerminal: terminal != nil)
    return CommandContext(
      console: console, terminal: terminal, dialog: dialog, isInteractive: dialog != nil || terminal != nil && mayAsk, style: style,
      interrupt: interrupt, environment: environment,
      browser: Browser(environment, isForbidden: parsed.has(.noBrowser)), networks: Networks(interrupt: interrupt), withheld: withheld,
      isInBackground: isInBackground)
  }

  /// Returns why a call that lacks something does not ask for it.
  private static func unasked(_ call: Arguments, wantsAnswers: Bool, hasTerminal: Bool) -> Unasked {
    if call.has(.json) { return .document }
    if !wantsAnswers { return .never }
    if !hasTerminal { return .noTerminal }
    // This command asks for other things, but not for this one.
    if isatty(STDIN_FILENO) == 1 { return .never }
    let reader = [Option.secretFrom, .tokenFrom].first { option in
      call[option].flatMap { try? SecretSource($0) } == .standardInput
    }
    return reader.map { .inputTaken(by: $0.spelling) } ?? .inputRedirected
  }

  /// Returns `status`, or `inputOutput` if the result could not be written.
  private static func written(_ status: ExitStatus, _ console: Console) -> ExitStatus {
    guard let failure = console.result.failure else { return status }
    // If the reader closed the pipe (`| head`), the user knows. A full disk is reported.
    if failure != EPIPE { console.complain(.operation(.cannotWrite("standard output", SystemError(failure)))) }
    return .inputOutput
  }

  private static func carryOut(_ arguments: Arguments, _ context: CommandContext) -> ExitStatus {
    if arguments.has(.version) {
      context.console.result.line(Version.line)
      return .ok
    }
    do throws(CommandError) {
      return try run(arguments, context)
    } catch {
      let status = refuse(
        arguments.naming(error), context.console, asDocument: arguments.has(.json) || arguments.has(.jsonDialog),
        provider: arguments[.provider], address: arguments[.email])
      if context.isInBackground, status == .noInput { context.console.warn(KeySentence.inBackground) }
      return status
    }
  }

  /// Runs the command of a call.
  static func run(_ arguments: Arguments, _ context: CommandContext) throws(CommandError) -> ExitStatus {
    if arguments.has(.help) { return try HelpCommand(arguments: arguments, context: context).run() }
    try arguments.checkOperands()
    try arguments.checkInput()
    var context = context
    context.options = try VerificationOptions(arguments)
    // A call that a conversation runs keeps the limit of the conversation.
    if let timeout = context.options.timeout {
      context.terminal?.patience = timeout
      context.dialog?.timeLimit = timeout
    }
    context.nameVariables(of: arguments)
    try context.explainAddresses(of: arguments)
    switch arguments.command {
    case .guide: return try GuideCommand(arguments: arguments, context: context).run()
    case .providers: return try ProvidersCommand(arguments: arguments, context: context).run()
    case .probe: return try ProbeCommand(arguments: arguments, context: context, directory: context.directory(arguments)).run()
    case .catalog: return try CatalogCommand(arguments: arguments, context: context).run()
    case .export: return try ExportCommand(arguments: arguments, context: context).run()
    case .secret: return try SecretCommand(arguments: arguments, context: context).run()
    case .login: return try LoginCommand(arguments: arguments, context: context).run()
    case .accounts: return try AccountsCommand(arguments: arguments, context: context).run()
    case .check: return try CheckCommand(arguments: arguments, context: context).run()
    case .import: return try ImportCommand(arguments: arguments, context: context).run()
    case .sendTest: return try SendTestCommand(arguments: arguments, context: context).run()
    case .setup: return try SetupCommand(arguments: arguments, context: context, directory: context.directory(arguments)).run()
    case .completion: return try CompletionCommand(arguments: arguments, context: context).run()
    case .manual: return ManualCommand(context: context).run()
    case .help: return try HelpCommand(arguments: arguments, context: context).run()
    }
  }

  /// Prints the error of a call, and with `--json` also to standard output.
  private static func refuse(
    _ fault: CommandError, _ console: Console, asDocument: Bool, provider: String? = nil, address: String? = nil
  ) -> ExitStatus {
    console.complain(fault)
    if asDocument {
      let (outcome, causes) = fault.meaning
      console.show(
        JSONValue.unfinished(
          outcome, provider: provider, address: address,
          explanation: CommandErrorSentence.explanation(fault, console.unasked, in: console.language),
          causes: causes
        ).with(discovery: fault.discovery))
    }
    return fault.status
  }
}

extension CommandError {
  /// What a call that ended before any connection to a mail server says about the account.
  fileprivate var meaning: (Outcome, [Cause]) {
    if case .undiscovered = self, status == .temporary { return (.temporary, []) }
    if case .variable(_, let error) = self { return error.meaning }
    guard case .operation(let error) = self else { return (.incomplete, []) }
    if case .signInExpired = error { return (.refused, [.tokenExpired]) }
    if case .oauth(let refused) = error { return (refused.failure.outcome, refused.failure.causes) }
    return (.incomplete, [])
  }
}
