// The variable that an error is about: without its name the user would look for the value in the call.

import AccountStore
import MailClients
import Operations
import Sentences

extension Arguments {
  /// Returns `error` with the name of the variable whose value it is about. An error about an argument stays as it is.
  package func naming(_ error: CommandError) -> CommandError {
    if variables.isEmpty { return error }
    switch error {
    case .badValue(let option, let value, let expected): return .badValue(option: named(option), value: value, expected: expected)
    case .missingPair(let given, let other): return .missingPair(named(given), other: other)
    case .conflict(let one, let other): return .conflict(named(one), named(other))
    case .needsOption(let option, let other): return .needsOption(named(option), other)
    case .address, .mistypedAddress, .unicodeDomain, .similarDomain, .needsYes, .undiscovered, .missingServer:
      return wrapped(error, in: [.email, .provider])
    case .unicodeServer(_, let option, _): return wrapped(error, in: [Option.named(option)].compactMap { $0 })
    case .unknownProvider, .severalProviders, .brand, .takesNoPassword, .noPage: return wrapped(error, in: [.provider, .email])
    case .unnamedServers: return wrapped(error, in: [.imap, .smtp, .catalog, .provider])
    case .badCatalog(let path, _): return wrapped(error, aboutFile: path)
    case .operation(let reason): return wrapped(error, in: reason)
    case .export(let reason):
      switch reason {
      case .unusableCommand: return wrapped(error, in: [.secretCommand])
      case .unusableAuthority: return wrapped(error, in: [.caFile])
      case .unicodeAddress: return wrapped(error, in: [.email])
      case .unusableName, .cannotHold, .obstructed: return error
      }
    case .unknownOption, .unknownCommand, .missingValue, .unwantedValue, .givenTwice, .unwantedArgument, .misplacedOption, .missingArgument,
      .secretOnCommandLine, .secretInVariable, .variable, .missingInput, .missingInputs, .noProvider, .notUTF8Argument, .notUTF8Variable,
      .privileged, .qrCode, .dialect, .secretOnTerminal, .noAccountFor, .needsConsent, .needsClientID, .needsClientSecret, .otherWays,
      .writing, .noConfiguration, .noAccountFound, .left, .timedOut, .unusableAnswers, .interrupted:
      return error
    }
  }

  private func wrapped(_ error: CommandError, in reason: OperationError) -> CommandError {
    switch reason {
    case .unusableFile(let path, _), .cannotWrite(let path, _), .registry(.open(let path)): wrapped(error, aboutFile: path)
    case .unknownSecretSource:
      variables.contains(.secretFrom) ? .badValue(option: name(of: .secretFrom), value: "…", expected: .secretSource) : error
    case .secret: wrapped(error, in: [.secretFrom])
    case .token: wrapped(error, in: [.tokenFrom])
    case .noUserName: wrapped(error, in: [.email])
    case .keeping, .storing: wrapped(error, in: [.store])
    case .noAuthorizationServer: wrapped(error, in: [.issuer, .tenant])
    case .registry, .unknownAccount, .severalAccounts, .nameTaken, .nameIsAddress, .addressIsName, .noSecretKept, .secretUnsettled,
      .secretUnknown, .signInExpired, .oauth, .noTrustStore, .demo, .interrupted, .system:
      error
    }
  }

  /// Returns `error` in the first of `options` whose value is from a variable.
  private func wrapped(_ error: CommandError, in options: [Option]) -> CommandError {
    guard let name = options.first(where: variables.contains)?.variable else { return error }
    return .variable(name, error)
  }

  /// The path of the error may be absolute where that of the variable is not.
  private func wrapped(_ error: CommandError, aboutFile path: String) -> CommandError {
    wrapped(
      error,
      in: [.caFile, .catalog, .clientFile, .trace, .qrFile].filter { option in
        self[option].map { path == $0 || path.hasSuffix("/\($0)") } ?? false
      })
  }

  /// Returns the name under which the call has the option that `text` begins with.
  private func named(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let option = Option.named(String(words[0])), variables.contains(option) else { return text }
    return ([name(of: option)] + words.dropFirst().map(String.init)).joined(separator: " ")
  }
}
