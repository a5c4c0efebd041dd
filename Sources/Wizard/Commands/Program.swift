// One run of `setup`, from argv to the exit status.

import Documents
import FoundationEssentials
import MailClients
import Platform
import Posix
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
    let language = Arguments.language(words.texts) ?? Locale.language(.process)
    let parsed: Arguments
    do throws(CommandError) {
      if Start.isPrivileged { throw .privileged }
      parsed = try words.read
      if parsed.readsFiles, let name = Environment.undecodable.first { throw .notUTF8Variable(name) }
    } catch {
      // The option `--no-color` was not parsed.
      let terms = CommandContext(
        language: language, result: Screen(closed.contains(STDOUT_FILENO) ? -1 : STDOUT_FILENO, usesColour: false),
        talk: Screen(STDERR_FILENO, usesColour: false), tty: nil, interrupt: interrupt, isInteractive: false)
      return written(refuse(error, terms, asDocument: Arguments.wantDocument(words.texts)), terms)
    }
    let wantsAnswers =
      [.setup, .accounts, .export, .import, .sendTest].contains(parsed.command) && !parsed.has(.help) && !parsed.has(.version)
    let mayAsk = wantsAnswers && isatty(STDIN_FILENO) == 1 && !parsed.has(.json)
    let window = Screen(STDIN_FILENO, usesColour: false).size
    let rendering = PromptStyle(.process, isPlain: parsed.has(.plain), window: window)
    // Line mode writes no escape sequences, so it has neither colours nor links.
    let isBare = parsed.has(.plain) || mayAsk && rendering == .lines
    let colour = Locale.usesColour(.process, isForbidden: parsed.has(.noColor) || isBare)
    let hasLinks = !isBare && HyperlinkSupport.areKnown(.process)
    func screen(_ descriptor: Int32) -> Screen {
      // Another file now has the number of a closed descriptor. Writing to -1 fails, as writing to the closed
      // descriptor would have.
      Screen(
        closed.contains(descriptor) ? -1 : descriptor, usesColour: colour && isatty(descriptor) == 1, hasLinks: hasLinks)
    }
    Tidying.sweep(.process, interrupt)
    // This comes before this program starts another one, which would inherit the secret.
    let withheld = Withheld(parsed)
    let tty = wantsAnswers ? ControllingTerminal(interrupt: interrupt, usesColour: colour, hasLinks: hasLinks) : nil
    let terms = CommandContext(
      language: language, result: screen(STDOUT_FILENO), talk: screen(STDERR_FILENO), tty: tty, interrupt: interrupt,
      isInteractive: tty != nil && mayAsk, rendering: rendering,
      browser: Browser(.process, isForbidden: parsed.has(.noBrowser)), withheld: withheld)
    return written(carryOut(parsed, terms), terms)
  }

  /// Returns `status`, or `inputOutput` if the result could not be written.
  private static func written(_ status: ExitStatus, _ terms: CommandContext) -> ExitStatus {
    guard let failure = terms.result.failure else { return status }
    // If the reader closed the pipe (`| head`), the user knows. A full disk is reported.
    if failure != EPIPE { terms.complain(.cannotWrite("standard output", reason: SystemError(failure).text)) }
    return .inputOutput
  }

  private static func carryOut(_ arguments: Arguments, _ terms: CommandContext) -> ExitStatus {
    if arguments.has(.version) {
      terms.result.line(Version.line)
      return .ok
    }
    do throws(CommandError) {
      if arguments.has(.help) { return try HelpCommand(arguments, terms).run() }
      switch arguments.command {
      case .guide: return try GuideCommand(arguments, terms).run()
      case .providers: return try ProvidersCommand(arguments, terms).run()
      case .probe: return try ProbeCommand(arguments, terms).run()
      case .catalog: return try CatalogCommand(arguments, terms).run()
      case .export: return try ExportCommand(arguments, terms).run()
      case .secret: return try SecretCommand(arguments, terms).run()
      case .accounts: return try AccountsCommand(arguments, terms).run()
      case .check: return try CheckCommand(arguments, terms).run()
      case .import: return try ImportCommand(arguments, terms).run()
      case .sendTest: return try SendTestCommand(arguments, terms).run()
      case .setup: return try SetupCommand(arguments, terms).run()
      case .completion: return try CompletionCommand(arguments, terms).run()
      case .manual: return try ManualCommand(arguments, terms).run()
      case .help: return try HelpCommand(arguments, terms).run()
      }
    } catch {
      return refuse(error, terms, asDocument: arguments.has(.json), provider: arguments[.provider], address: arguments[.email])
    }
  }

  /// Prints the error of a call, and with `--json` also to standard output.
  private static func refuse(
    _ fault: CommandError, _ terms: CommandContext, asDocument: Bool, provider: String? = nil, address: String? = nil
  ) -> ExitStatus {
    terms.complain(fault)
    if asDocument {
      terms.result.document(
        JSONValue.unfinished(
          fault == .dnsFailed ? .temporary : .incomplete, provider: provider, address: address,
          explanation: CommandErrorSentence.explanation(fault, in: terms.language)
        ).json)
    }
    return fault.status
  }
}

extension CommandError {
  /// The exit status: 64 for a wrong call, 65 for bad data, 66 for missing input.
  var status: ExitStatus {
    switch self {
    case .unknownOption, .unknownCommand, .unknownProvider, .severalProviders, .brand, .missingValue, .unwantedValue, .givenTwice,
      .unwantedArgument, .misplacedOption, .missingArgument, .badValue, .secretOnCommandLine, .missingPair, .conflict,
      .unknownAccount, .severalAccounts, .nameTaken, .nameIsAddress, .addressIsName, .needsOption, .secretOnTerminal, .notUTF8Argument:
      .usage
    case .address: .badData
    case .missingInput, .noProvider, .unreadableFile, .notUTF8Variable: .noInput
    case .privileged: .unsupported
    case .noTrustStore: .insecure
    case .badCatalog: .badData
    case .needsYes, .needsConsent, .unnamedServers: .noInput
    case .dnsFailed: .temporary
    // The process dies by the signal before the status is used.
    case .interrupted: .software
    case .cannotWrite: .cannotCreate
    case .system: .system
    case .export(let fault):
      switch fault {
      case .obstructed: .unsupported
      case .unusableName, .unusableCommand, .unusableAuthority, .cannotHold: .badData
      }
    case .writing(let fault): fault.status
    case .takesNoPassword: .unsupported
    case .registry(let fault):
      switch fault {
      case .unreadable(_, let reason) where reason.isExhaustion: .system
      case .unwritable(_, let reason) where reason.isExhaustion: .system
      case .noHome, .unreadable, .special, .open: .noInput
      case .unwritable, .unsettled, .foreign: .cannotCreate
      case .tooBig, .newer, .broken, .unknownKeys, .cannotHold: .badData
      case .busy: .temporary
      }
    case .noSecretKept, .secretUnsettled, .secretUnknown, .noAccountFor, .noConfiguration: .noInput
    case .noAccountFound: .badData
    case .dialect: .badData
    case .storing(let error): CommandError.keeping(error.reason).status
    case .keeping(let fault):
      switch fault {
      case .unreadable(_, let reason) where reason.isExhaustion: .system
      case .unwritable(_, let reason) where reason.isExhaustion: .system
      case .notInstalled, .notReady, .locked, .missing, .several, .noRecipient, .failed, .timedOut, .noHome, .open, .exposed, .elsewhere,
        .special,
        .unreadable:
        .noInput
      case .badEntry, .unusable: .badData
      case .differs, .occupied, .unalterable, .unwritable, .foreign: .cannotCreate
      case .changed: .temporary
      // The process dies by the signal before the status is used.
      case .interrupted: .software
      }
    case .secret(let fault):
      switch fault {
      case .tooLong, .forbiddenOctet, .wideText: .badData
      case .standardInputIsTerminal: .usage
      case .empty, .unset, .unreadable, .commandFailed, .noTerminal, .timedOut: .noInput
      }
    }
  }
}

extension FileUpdateError {
  /// The exit status: 64 for a mail program without a file, 65 for the contents of the file, 73 and 75 for a file that
  /// cannot be written.
  var status: ExitStatus {
    switch self {
    case .noFile: .usage
    case .noHome: .noInput
    case .block, .defined, .rejected: .badData
    case .unusable(_, let reason):
      switch reason {
      case .changed, .busy: .temporary
      case .special, .foreign, .foreignFolder, .tooBig, .tooManyCopies, .system: .cannotCreate
      }
    }
  }
}
