// Why a call is not carried out, as data. The sentences are in CommandLine/CommandErrorSentence.swift, the exit statuses in
// the target CommandLine.

import Catalog
import Discovery
import Documents
import MailClients
import Operations
import QRCode
import SecretStores
import Vocabulary

/// The error that every command throws. Cases with large values are indirect: the error is passed through every call.
package enum CommandError: Error, Equatable, Sendable {
  // The words of the call. Names of options are spelled as the user types them.

  case unknownOption(String, suggestion: String?)
  case unknownCommand(String, suggestion: String?)
  case missingValue(String)
  case unwantedValue(String)
  case givenTwice(String)
  case unwantedArgument(String)
  /// The command does not have this option.
  case misplacedOption(String, of: String)
  /// The command lacks an operand. `example` is a call that has it.
  case missingArgument(String, Expectation, example: String)
  case badValue(option: String, value: String, expected: Expectation)
  /// An option or an operand would put a secret on the command line.
  case secretOnCommandLine
  /// The variable of an option contains a secret.
  case secretInVariable(String)
  /// The value of this variable is what the error is about.
  indirect case variable(String, CommandError)
  case missingPair(String, other: String)
  case conflict(String, String)
  /// The first option has an effect only together with the second.
  case needsOption(String, String)
  /// The option is needed, and there is no terminal for a question.
  case missingInput(String)
  /// All of these options are needed, and there is no terminal for questions.
  case missingInputs([String])
  /// The call names neither a provider nor an address, and there is no terminal for a question.
  case noProvider
  case address(TypedAddress.Error)
  /// The same, and the addresses that the text could be a slip of.
  case mistypedAddress(TypedAddress.Error, meant: [MailAddress])
  /// The domain was typed in letters outside ASCII, and nobody can be asked whether the ASCII form is right.
  case unicodeDomain(TypedAddress)
  /// The same of the server that `option` names; its name, and `HOST:PORT` in ASCII.
  case unicodeServer(UnicodeDomain, option: String, server: String)
  /// The position of a word that is not UTF-8, counted from 1. The word is not repeated, because it may be a secret.
  case notUTF8Argument(Int)
  /// A variable that contains a path and is not UTF-8.
  case notUTF8Variable(String)
  /// The program's file has rights that the caller does not have.
  case privileged

  // Providers and servers.

  case unknownProvider(String, suggestions: [String])
  case severalProviders([String])
  /// The word is the name of several systems, which are the providers.
  case brand(Brand, [Provider])
  /// The file contains no catalog.
  case badCatalog(String, DocumentIssue)
  /// The DNS suggests hosts that the user has not agreed to.
  indirect case needsYes(DiscoveryResult)
  /// The account's servers are not those of its address, and the call does not name them. `call` is one that does.
  indirect case unnamedServers(ForeignServers, call: String)
  /// The servers of an address were not found out.
  indirect case undiscovered(DiscoveryResult)
  /// Only one server of an address was found out. `call` has a place for the other one.
  indirect case missingServer(DiscoveryResult, MailProtocol, call: String)
  /// The domain of the address is one slip away from these domains, and nobody can be asked which one is meant.
  case similarDomain(MailAddress, [String])
  /// Mail clients cannot sign in at this provider with a password.
  case takesNoPassword(Text, mayAgree: Bool)

  /// setup knows no page of the provider to open on a phone.
  case noPage(Text)
  /// The text does not fit into a QR code.
  case qrCode(QRCodeError)

  // Saved accounts and their secrets.

  /// An operation on accounts, secrets or servers failed.
  case operation(OperationError)
  case dialect(CredentialFormatError)
  /// Standard output is a terminal, which would show the secret.
  case secretOnTerminal
  /// A mail client asks for a server or a user name that no saved account has.
  case noAccountFor(String)
  /// The change needs the user's consent, and there is no terminal for a question.
  case needsConsent(Change)

  // Sign-ins in a browser.

  /// The provider asks which app signs in, and no client ID is known.
  indirect case needsClientID(Provider?)
  /// An app at the provider has a client secret, and none is known.
  case needsClientSecret(Text)
  /// The server does not let users sign in in this way, but in others.
  case otherWays(SignInWay, [SignInWay])

  // Mail clients and files.

  case export(ExportError)
  case writing(FileUpdateError)
  /// The mail client has no configuration in any of the usual places.
  indirect case noConfiguration(ImportFormat, places: [String])
  /// The file contains no account that could be read. What was read may say why.
  indirect case noAccountFound(String, ImportFormat, Import?)

  // The end of a call.

  /// The user left a prompt: Ctrl-D, `q`, or the terminal is gone.
  case left
  /// The call limits how long a question waits, and no key came.
  case timedOut
  /// The program that drives the conversation has sent no usable answer to a question, several times.
  case unusableAnswers
  /// A signal was received.
  case interrupted
}

extension CommandError {
  /// A change that the user has to agree to.
  package enum Change: Equatable, Sendable {
    /// A mail client's own file is changed.
    case clientFile
    /// Saved accounts are removed with their secrets.
    case removal
    /// A file that exists is replaced.
    case replacement(String)
    /// A message is sent from this address to itself.
    case testMessage(MailAddress)
  }
}

extension CommandError {
  /// What was found out about the servers of the address. `nil` if nothing was asked.
  package var discovery: DiscoveryResult? {
    switch self {
    case .needsYes(let result), .undiscovered(let result), .missingServer(let result, _, _): result
    case .variable(_, let error): error.discovery
    case .unknownOption, .unknownCommand, .missingValue, .unwantedValue, .givenTwice, .unwantedArgument, .misplacedOption, .missingArgument,
      .badValue, .secretOnCommandLine, .secretInVariable, .missingPair, .conflict, .needsOption, .missingInput, .missingInputs, .noProvider,
      .address, .mistypedAddress, .unicodeDomain, .unicodeServer, .similarDomain, .notUTF8Argument, .notUTF8Variable, .privileged,
      .unknownProvider, .severalProviders, .brand,
      .badCatalog, .unnamedServers, .takesNoPassword, .noPage, .qrCode,
      .needsClientID, .needsClientSecret, .otherWays, .operation, .dialect, .secretOnTerminal, .noAccountFor, .needsConsent, .export,
      .writing, .noConfiguration, .noAccountFound, .left, .timedOut, .unusableAnswers, .interrupted:
      nil
    }
  }

  /// The error of an operation.
  package init(_ error: OperationError) { self = error == .interrupted ? .interrupted : .operation(error) }

  /// The error of a word that does not name one provider.
  package init(_ error: ProviderLookUpError) {
    switch error {
    case .unknown(let word, let suggestions): self = .unknownProvider(word, suggestions: suggestions)
    case .several(let ids): self = .severalProviders(ids)
    case .brand(let brand, let providers): self = .brand(brand, providers)
    }
  }

  /// The error of a catalog file. A file that others could change is refused in the same words as the file of saved accounts.
  package init(_ error: UserCatalogError) {
    switch error {
    case .unreadable(let error): self = .operation(OperationError(error))
    case .open(let path): self = .operation(.registry(.open(path)))
    case .unresolved(let path, let reason): self = .operation(.unusableFile(path, .system(reason)))
    case .unusable(let path, let issue): self = .badCatalog(path, issue)
    }
  }
}

/// Returns the value of `work`. Throws its error as a `CommandError`.
package func operation<Value>(_ work: @autoclosure () throws(OperationError) -> Value) throws(CommandError) -> Value {
  do throws(OperationError) { return try work() } catch { throw CommandError(error) }
}
