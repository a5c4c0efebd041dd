// The exit statuses of errors.

import AccountStore
import MailClients
import OAuth
import Operations
import SecretStores
import Sentences

extension CommandError {
  /// The exit status: 64 for a wrong call, 65 for bad data, 66 for missing input.
  package var status: ExitStatus {
    switch self {
    case .unknownOption, .unknownCommand, .unknownProvider, .severalProviders, .brand, .missingValue, .unwantedValue, .givenTwice,
      .unwantedArgument, .misplacedOption, .missingArgument, .badValue, .secretOnCommandLine, .secretInVariable, .missingPair, .conflict,
      .needsOption,
      .secretOnTerminal, .notUTF8Argument:
      .usage
    case .address, .mistypedAddress, .unicodeDomain, .unicodeServer, .unusableAnswers, .badCatalog, .qrCode, .noAccountFound, .dialect:
      .badData
    case .missingInput, .missingInputs, .noProvider, .notUTF8Variable, .needsYes, .similarDomain, .missingServer, .needsConsent,
      .unnamedServers, .noAccountFor, .noConfiguration, .left:
      .noInput
    case .needsClientID, .needsClientSecret: .noInput
    case .privileged, .takesNoPassword, .noPage, .otherWays: .unsupported
    case .undiscovered(let result): result.servers == .unanswered ? .temporary : .usage
    case .timedOut: .timedOut
    // The process dies by the signal before the status is used.
    case .interrupted: .software
    case .operation(let error): error.status
    case .variable(_, let error): error.status
    case .export(let error):
      switch error {
      case .obstructed, .unicodeAddress: .unsupported
      case .unusableName, .unusableCommand, .unusableAuthority, .cannotHold: .badData
      }
    case .writing(let error): error.status
    }
  }
}

extension OperationError {
  fileprivate var status: ExitStatus {
    switch self {
    case .unknownAccount, .severalAccounts, .nameTaken, .nameIsAddress, .addressIsName, .unknownSecretSource: .usage
    case .noSecretKept, .secretUnsettled, .secretUnknown, .noUserName, .unusableFile, .demo: .noInput
    case .signInExpired: .refused
    case .oauth(let refused): ExitStatus(refused)
    case .noAuthorizationServer: .unsupported
    case .noTrustStore: .insecure
    case .cannotWrite: .cannotCreate
    case .system: .system
    // The process dies by the signal before the status is used.
    case .interrupted: .software
    case .registry(let error): error.status
    case .keeping(let error): error.status
    case .storing(let error): error.reason.status
    case .secret(let error), .token(let error):
      switch error {
      case .tooLong, .forbiddenOctet, .wideText: .badData
      case .standardInputIsTerminal: .usage
      case .empty, .unset, .unreadable, .commandFailed, .noTerminal, .timedOut: .noInput
      }
    }
  }
}

extension ExitStatus {
  /// The status of a sign-in that failed: that of its outcome, and 71 if this computer has run out of something.
  package init(_ refused: RefusedSignIn) {
    switch refused.failure {
    case .system: self = .system
    case .http(.net(.noSuchHost, _)): self = .noHost
    // The answer cannot be trusted, or the program made the request wrong (70).
    case .refused(let error) where error.meaning == .malformedRequest: self = .software
    case .http, .refused, .refusedSilently, .unavailable, .malformed, .untrusted, .missingScopes, .expired, .interrupted, .noEndpoint:
      self.init(refused.failure.outcome, nil)
    }
  }
}

extension AccountStoreError {
  fileprivate var status: ExitStatus {
    switch self {
    case .unreadable(_, let reason) where reason.isExhaustion: .system
    case .unwritable(_, let reason) where reason.isExhaustion: .system
    case .noHome, .unreadable, .special, .open: .noInput
    case .unwritable, .unsettled, .foreign: .cannotCreate
    case .tooBig, .newer, .broken, .unknownKeys, .cannotHold: .badData
    case .busy: .temporary
    }
  }
}

extension SecretStoreError {
  fileprivate var status: ExitStatus {
    switch self {
    case .unreadable(_, let reason) where reason.isExhaustion: .system
    case .unwritable(_, let reason) where reason.isExhaustion: .system
    case .notInstalled, .notReady, .locked, .missing, .several, .noRecipient, .failed, .timedOut, .noHome, .open, .exposed, .elsewhere,
      .special, .unreadable:
      .noInput
    case .badEntry, .unusable, .noRecord: .badData
    case .noRoom, .differs, .occupied, .unalterable, .unwritable, .foreign: .cannotCreate
    case .changed: .temporary
    // The process dies by the signal before the status is used.
    case .interrupted: .software
    }
  }
}

extension FileUpdateError {
  /// The exit status: 64 for a mail client without a file, 65 for the contents of the file, 73 and 75 for a file that cannot be
  /// written.
  fileprivate var status: ExitStatus {
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
