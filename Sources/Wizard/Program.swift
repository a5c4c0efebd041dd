// One run of `setup`: from argv to the exit status.

import Account
import FoundationEssentials
import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

package enum Program {
  /// Runs and gives the exit status. Does not return where a signal ended the run: then the process ends by it.
  package static func run(_ arguments: [String]) -> Int32 {
    let closed = Descriptor.occupyStandard()
    guard let interrupt = Signals.install() else { return ExitStatus.system.rawValue }
    Platform.forbidCoreFiles()
    let status = dispatch(arguments, interrupt, closed)
    if interrupt.isRaised { Signals.die(by: interrupt.signal) }
    return status.rawValue
  }

  private static func dispatch(_ arguments: [String], _ interrupt: Interrupt, _ closed: [Int32]) -> ExitStatus {
    let language = Arguments.language(arguments) ?? Locale.language(Locale.environment)
    let parsed: Arguments
    do {
      parsed = try Arguments(arguments)
    } catch {
      let talk = Screen(STDERR_FILENO, usesColour: false)
      Terms(language: language, result: talk, talk: talk, tty: nil, interrupt: interrupt, isInteractive: false).complain(error)
      return .usage
    }
    let colour = Locale.usesColour(Locale.environment, isForbidden: parsed.has(.noColor))
    func screen(_ descriptor: Int32) -> Screen {
      // Nobody reads what took the place of a closed descriptor: writing to -1 fails, as writing to it would have.
      Screen(closed.contains(descriptor) ? -1 : descriptor, usesColour: colour && isatty(descriptor) == 1)
    }
    let wantsAnswers = parsed.command == .setup && !parsed.has(.help) && !parsed.has(.version)
    let tty = wantsAnswers ? TTY(interrupt: interrupt, usesColour: colour) : nil
    let terms = Terms(
      language: language, result: screen(STDOUT_FILENO), talk: screen(STDERR_FILENO), tty: tty, interrupt: interrupt,
      isInteractive: tty != nil && isatty(STDIN_FILENO) == 1 && !parsed.has(.json))
    let status = carryOut(parsed, terms)
    guard let failure = terms.result.failure else { return status }
    // A reader who has left (`| head`) knows; a full disk is news.
    if failure != EPIPE { terms.complain(.cannotWrite("standard output", reason: SystemError(failure).text)) }
    return .inputOutput
  }

  private static func carryOut(_ arguments: Arguments, _ terms: Terms) -> ExitStatus {
    if arguments.has(.version) {
      terms.result.line(Version.line)
      return .ok
    }
    if arguments.has(.help) || arguments.command == .help {
      terms.result.document(Usage.text[terms.language])
      return .ok
    }
    do throws(UsageFault) {
      switch arguments.command {
      case .guide: return try GuideCommand(arguments, terms).run()
      case .providers: return try ProvidersCommand(arguments, terms).run()
      case .catalog: return try CatalogCommand(arguments, terms).run()
      case .setup: return try SetupCommand(arguments, terms).run()
      case .help: return .ok
      }
    } catch {
      terms.complain(error)
      if arguments.has(.json) {
        let explanation = UsageSentence.text(error).error[terms.language]
        terms.result.document(
          Document.unfinished(
            error == .dnsFailed ? .temporary : .incomplete, provider: arguments[.provider], address: arguments[.email],
            explanation: explanation
          ).json)
      }
      return error.status
    }
  }
}

extension UsageFault {
  /// 64 for a wrong call, 65 for bad data, 66 for a missing input.
  var status: ExitStatus {
    switch self {
    case .unknownOption, .unknownCommand, .unknownProvider, .severalProviders, .brand, .missingValue, .unwantedValue, .givenTwice,
      .unwantedArgument, .missingArgument, .badValue, .secretOnCommandLine, .missingPair, .conflict:
      .usage
    case .address: .badData
    case .missingInput, .noProvider, .unreadableFile: .noInput
    case .noTrustStore: .insecure
    case .badCatalog: .badData
    case .needsYes: .noInput
    case .dnsFailed: .temporary
    // The process ends by the signal before anyone reads this.
    case .interrupted: .software
    case .cannotWrite: .cannotCreate
    case .system: .system
    case .secret(let fault):
      switch fault {
      case .tooLong, .forbiddenOctet: .badData
      case .standardInputIsTerminal: .usage
      case .empty, .unset, .unreadable, .commandFailed, .noTerminal, .timedOut: .noInput
      }
    }
  }
}
