// The operations with the parts of the context that they need.

import AccountStore
import Catalog
import CommandLine
import Discovery
import MailClients
import Net
import Operations
import Output
import Posix
import Prompts
import SecretStores
import Sentences
import Session
import Vocabulary

extension CommandContext {
  /// Returns the function that prints the notices of an operation. With `isQuiet`, remarks are left out.
  func notify(isQuiet: Bool = false) -> Notify {
    { [console] notice in console.report(notice, isQuiet: isQuiet) }
  }

  /// The saved accounts of the user.
  var accounts: SavedAccounts { SavedAccounts(environment, interrupt, notify: notify()) }

  /// Reads secrets from every source except the terminal.
  var reader: SecretReader { SecretReader(interrupt, withheld, notify: notify()) }

  /// Reads the secrets of saved accounts, whose providers are in `directory`.
  func stored(_ directory: ProviderDirectory) -> StoredSecret { StoredSecret(accounts, reader, tokens(directory)) }

  /// The access tokens of saved accounts.
  func tokens(_ directory: ProviderDirectory) -> AccountTokens {
    AccountTokens(accounts, AuthorizationServers(networks, directory), notify: notify())
  }

  /// Saves verified accounts. With `isQuiet`, it does not report what it did.
  func saving(isQuiet: Bool = false) -> AccountSaving {
    AccountSaving(accounts, reader, notify: notify(isQuiet: isQuiet)) { [prompter] (keyring, entry, orBeside) throws(OperationError) in
      guard let prompter else { return nil }
      let question = SecretStoreSentence.mayReplace(keyring, Visible(entry, limit: 120), orBeside: orBeside)
      do throws(CommandError) { return try prompter.confirm(.replaceEntry, question) } catch {
        // Without an answer nothing of the user's is changed.
        if error == .timedOut || error == .unusableAnswers { return nil }
        throw .interrupted
      }
    }
  }

  /// Returns the verifier of the account at `address`.
  func verifier(_ input: AccountInput, _ address: MailAddress) throws(CommandError) -> AccountVerifier {
    try operation(AccountVerifier(input, address, options, networks, version: Version.number, notify: notify()))
  }

  /// Returns the prober with the options of the call.
  func prober(_ input: AccountInput) throws(CommandError) -> ServerProber {
    try operation(ServerProber(input, options, networks, version: Version.number, notify: notify()))
  }

  /// Returns the providers of the call, and warns of entries of a user's catalog that are left out.
  func directory(_ arguments: Arguments) throws(CommandError) -> ProviderDirectory {
    do throws(UserCatalogError) {
      let result = try UserCatalogs(environment).directory(arguments[.catalog])
      for (issue, file) in result.leftOut { console.warn(CatalogSentence.leftOut(issue, Visible(file, limit: 80))) }
      return result.directory
    } catch {
      throw CommandError(error)
    }
  }

  /// Returns `provider`, which gives each customer a server, with the server that the MX records of the domain of `address` name.
  /// `nil` if they do not lead to this provider.
  func placed(_ provider: Provider, for address: MailAddress, in directory: ProviderDirectory) throws(CommandError) -> Provider? {
    let discovery = Discovery(directory, interrupt, through: nil)
    let result = try lookUp { () throws(NetFailure) in try discovery.find(address) }
    guard case .provider(let found) = result.servers, found == provider else { return nil }
    return found
  }

  /// Says how the addresses and servers of the call were read, if they are not written exactly so. Throws for a domain in letters
  /// outside ASCII if a secret could go there and nobody can be asked about the ASCII form.
  func explainAddresses(of arguments: Arguments) throws(CommandError) {
    let operands = [.import, .catalog, .help, .providers].contains(arguments.command) ? [] : arguments.words
    for word in [arguments[.email], arguments[.provider]].compactMap({ $0 }) + operands where Catalog.isAddress(word) {
      guard let typed = try? TypedAddress(word), !typed.changes.isEmpty else { continue }
      if typed.needsConsent, [.setup, .sendTest].contains(arguments.command) {
        // The conversation asks.
        if arguments.command == .setup, prompter != nil { continue }
        throw .unicodeDomain(typed)
      }
      console.warn(AddressSentence.changes(typed))
    }
    for (option, port) in [(Option.imap, UInt16(993)), (.smtp, 465)] {
      guard let typed = arguments[option].flatMap({ TypedServer($0, defaultPort: port) }), let name = typed.domain else { continue }
      if arguments.command == .setup, prompter != nil { continue }
      guard ![.setup, .sendTest].contains(arguments.command) else {
        throw .unicodeServer(name, option: option.spelling, server: "\(typed.host):\(typed.port)")
      }
      console.warn(AddressSentence.server(name))
    }
  }

  /// Says why `address` is probably not one at `provider`, or mistyped. Throws for a slip if a secret could be sent and the call does
  /// not have `--yes`.
  func judge(_ address: MailAddress, at provider: Provider?, _ call: Arguments, in directory: ProviderDirectory) throws(CommandError) {
    switch directory.doubt(about: address, at: provider) {
    case .slip(let meant)?:
      let domains = meant.map(\.domain.text)
      if call.command == .setup, !call.has(.yes) { throw .similarDomain(address, domains) }
      console.warn(AddressSentence.similar(address.domain, to: domains))
    case .belongs(let owner)?:
      if let provider { console.warn(PromptSentence.belongs(address, to: owner, notTo: provider)) }
    case .outside?: if let provider, call.has(.provider) { console.warn(AddressSentence.outside(address, of: provider)) }
    case nil: break
    }
  }

  /// Reads the secret that `verifier` needs from `source`. It will go to `hosts`. Returns `nil` if a signal interrupts: the process
  /// then dies by the signal.
  func secret(from source: SecretSource, for verifier: AccountVerifier, to hosts: [HostName]) throws(CommandError) -> Secret? {
    let isToken = verifier.secretKind == .accessToken
    do throws(CommandError) {
      guard source == .prompt else { return try operation(reader.read(source, as: verifier.secretKind)) }
      guard let secretPrompt else { throw .operation(isToken ? .token(.noTerminal) : .secret(.noTerminal)) }
      return try secretPrompt.secret(isToken ? .accessToken : verifier.provider?.secret, for: verifier.address, to: hosts)
    } catch {
      if error == .interrupted { return nil }
      throw error
    }
  }

  /// Says what was done to the secret, and warns of what is unusual about it.
  func warn(of cleaned: CleanedSecret, _ kind: SecretKind?) {
    if cleaned.replaced > 0 || cleaned.added > 0 {
      console.warn(
        ResultSentence.arrived(count: cleaned.characters, removed: cleaned.removed, replaced: cleaned.replaced, added: cleaned.added))
    }
    if let doubt = SecretFindingSentence.text(cleaned, kind) { console.warn(doubt) }
  }

  /// Returns the confirmation of a change to a mail client's own file. The question adds lines only, because the user compares it with
  /// the lines above it.
  func fileConfirmation(_ arguments: Arguments) -> Confirmation {
    Confirmation(of: .clientFile, isGranted: arguments.has(.yes), by: linePrompter, talk: console.talk)
  }

  /// Returns the view that prints the progress of a verification to standard error. `nil` if the call is quiet.
  func progress(of settings: ServerSettings, _ timing: TimeLimits, unless isQuiet: Bool) -> (any ProgressView)? {
    isQuiet ? nil : ProgressLines(settings, on: console.talk, language: console.language, timing: timing)
  }

  /// Does work after a result that is already printed, and returns its status. An error is printed to standard error only, because
  /// there is one result.
  func afterwards(_ work: () throws(CommandError) -> Void) -> ExitStatus {
    do throws(CommandError) {
      try work()
      return .ok
    } catch {
      console.complain(error)
      return error.status
    }
  }
}

extension AccountVerifier {
  /// Verifies the account and shows the progress in `view`.
  func verify(
    _ settings: ServerSettings, _ secret: CleanedSecret, group: Int, keepsTrace: Bool = false, view: (any ProgressView)?
  ) throws(CommandError) -> VerificationResult {
    defer { view?.finish() }
    return try operation(
      verify(
        settings, secret, group: group, keepsTrace: keepsTrace, observe: { view?.take($0) }, tick: view.map { view in { view.tick() } }))
  }
}
