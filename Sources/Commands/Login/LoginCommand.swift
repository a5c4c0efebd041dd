// `setup login ACCOUNT`: signs in in a browser again, and keeps everything else of the account.

import AccountStore
import Catalog
import CommandLine
import Operations
import Output
import Posix
import SecretStores
import Sentences
import Vocabulary

struct LoginCommand {
  let arguments: Arguments
  let context: CommandContext

  private static let name = "setup login"

  func run() throws(CommandError) -> ExitStatus {
    guard let word = arguments.words.first else { throw .missingArgument(Self.name, .savedAccount, example: "\(Self.name) me@outlook.com") }
    let directory = try context.directory(arguments)
    let account = try operation(context.accounts.named(word))
    let call = try AccountInput(arguments, directory)
    var input = try operation(call.about(account, in: directory))
    if input.app.way == .command { throw .badValue(option: Option.signIn.spelling, value: "command", expected: .signInWay) }
    if let foreign = account.unagreedServers(since: account, in: directory) {
      throw .unnamedServers(foreign, call: ShellCall.text(account.naming(in: arguments)))
    }
    // Every fault of the call is found before the user signs in.
    let saving = context.saving(isQuiet: arguments.isQuiet)
    let saver = try saver(for: account, saving)
    _ = try operation(context.accounts.update { _ in })
    let signIn = BrowserSignIn(context: context, screen: context.console.talk, directory: directory)
    let session = try signIn.session(input, renewing: account)
    if input.app.way == nil, let way = account.signIn.oauth?.way, session.ways.contains(way), way != .browser || context.browser != nil {
      input.app.way = way
    }
    let signedIn = try signIn.run(session, input.app, as: account.address)
    input.signIn = .oauth(signedIn.signIn)
    let verifier = try context.verifier(input, account.address)
    defer { verifier.stop() }
    let view = context.progress(of: account.settings, verifier.timing, unless: arguments.isQuiet)
    let result = try verifier.verify(account.settings, verifier.cleaned(signedIn.accessToken), group: 0, view: view)
    if !context.interrupt.isRaised || arguments.has(.json) {
      ResultOutput.show(result, on: context.console, asDocument: arguments.has(.json))
    }
    if context.interrupt.isRaised { return .software }
    return try keep(signedIn, result, account, saver, saving)
  }

  /// The keyring of the call, else the one that the account has, else the best one.
  private func saver(for account: SavedAccount, _ saving: AccountSaving) throws(CommandError) -> SecretSaver {
    if let saver = try context.keyring(arguments) { return saver }
    if case .keyring(let keyring, _)? = account.secret { return try operation(saving.saver(for: keyring, isWarned: true)) }
    guard let keyring = saving.keyrings.first(where: { $0 != .file }) else {
      // An unencrypted file is used only if the user has named it.
      throw .missingInput(Option.store.spelling)
    }
    return try operation(saving.saver(for: keyring, isWarned: false))
  }

  /// Saves what works. A sign-in that one of the servers has accepted replaces one that has expired, even if something else is wrong.
  private func keep(
    _ signedIn: SignedIn, _ result: VerificationResult, _ account: SavedAccount, _ saver: SecretSaver, _ saving: AccountSaving
  ) throws(CommandError) -> ExitStatus {
    guard result.outcome == .verified else {
      if result.diagnosis?.isSecretRight == true, account.signIn.oauth != nil {
        try operation(saving.renew(account, signedIn, LastCheck(result)))
        if !arguments.isQuiet { context.console.say(SignInSentence.renewed(account.name.text)) }
      } else {
        context.console.say(TransferSentence.unchanged(account.name))
      }
      return ExitStatus(result)
    }
    return context.afterwards { () throws(CommandError) in
      _ = try operation(
        saving.save(result, as: account.name, isEdited: true, signedIn.accessToken, record: signedIn.record, .keep(saver)))
      if !arguments.isQuiet { context.console.say(SignInSentence.renewed(account.name.text)) }
    }
  }
}
