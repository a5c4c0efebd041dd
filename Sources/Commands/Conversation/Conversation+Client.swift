// A mail client for the verified account: which one, and what to do with its configuration.

import CommandLine
import MailClients
import Operations
import Platform
import Posix
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Asks for a client. Returns `nil` if the user goes back.
  func askClient(_ account: VerifiedAccount) throws(CommandError) -> MailClient? {
    let handed = try mailAccount(account)
    let choices: [ClientChoice]
    do throws(ClientProgram.Error) {
      choices = try ClientChoice.all(
        for: handed, context.environment, asking: ClientProgram(context.environment, context.interrupt))
    } catch {
      throw CommandError(error)
    }
    let menu = Menu(
      .mailClient, title: EndingSentence.whichClient, help: MenuHelp.client,
      items: choices.map { ($0.client.rawValue, EndingSentence.client($0)) }, hasWords: true)
    while true {
      guard case .given(let position) = try prompter.choose(menu) else { return nil }
      let choice = choices[position]
      guard let obstacle = choice.obstacle else { return choice.client }
      // Said before anything is written, with what can be used instead.
      remark(ExportSentence.text(obstacle, choice.client))
      say(EndingSentence.those(choices.filter { $0.obstacle == nil }.map(\.client)))
    }
  }

  private func mailAccount(_ account: VerifiedAccount) throws(CommandError) -> MailAccount {
    let verification = account.verification
    do throws(ExportError) {
      return try MailAccount(
        address: verification.address, settings: verification.settings, secretCommand: .placeholder, provider: verification.provider,
        authorityFile: verification.authority?.path,
        signIn: verification.signIn.usesToken ? .token(offered: [.xoauth2]) : .password)
    } catch {
      throw .export(error)
    }
  }

  /// What to do with a configuration. The raw values are the ids of the answers.
  private enum Use: String {
    case write, save
    case show = "print"
  }

  /// Hands the account to `client` as the user wants it. Returns `false` if the user goes back to the clients.
  func handOver(_ account: VerifiedAccount, to client: MailClient, _ call: Arguments) throws(CommandError) -> Bool {
    let uses: [(Use, Text)] =
      client.file == nil
      ? [(.save, EndingSentence.saveFile), (.show, EndingSentence.print)] : [(.write, EndingSentence.write), (.show, EndingSentence.print)]
    let menu = Menu(
      .clientFile, title: EndingSentence.whatWithIt, help: client.file == nil ? MenuHelp.document : MenuHelp.file,
      items: uses.map { ($0.0.rawValue, $0.1) })
    while case .given(let position) = try prompter.choose(menu) {
      switch uses[position].0 {
      case .write: try run(call.filled(.write, ""), account)
      case .show: try run(call, account)
      case .save: guard try save(client, call, account) else { continue }
      }
      return true
    }
    return false
  }

  /// Runs the call of `setup export` that does the same, and shows it. A call for the demo would not work later.
  private func run(_ call: Arguments, _ account: VerifiedAccount) throws(CommandError) {
    if account.verification.provider?.isDemo != true { show(ShellCall.text(call), as: EndingSentence.call) }
    prompter.screen.line()
    _ = try Program.run(call, context)
  }

  /// Saves the configuration to a file that the user names. Nothing is replaced without a yes. Returns `false` if the user goes back.
  private func save(_ client: MailClient, _ call: Arguments, _ account: VerifiedAccount) throws(CommandError) -> Bool {
    let address = account.verification.address
    while true {
      let question = Question(
        .configurationFile, label: EndingSentence.saveTo, help: EndingSentence.saveToHelp, initial: path(of: client, address))
      guard case .given(let typed) = try prompter.ask(question) else { return false }
      let path = typed.hasPrefix("~/") ? (context.environment["HOME"] ?? "~") + typed.dropFirst() : typed
      do throws(SystemError) {
        try AtomicFile.check(path)
      } catch {
        remark(OperationErrorSentence.text(.cannotWrite(path, error)).error)
        continue
      }
      let name = Visible(typed, limit: 200)
      if access(path, F_OK) == 0, try !confirm(.replaceFile, EndingSentence.mayReplace(name)) { continue }
      if account.verification.provider?.isDemo != true {
        show(ShellCall.text(call) + " > " + ShellWord.quoted(path), as: EndingSentence.call)
      }
      prompter.screen.line()
      var context = context
      context.takeDocument = { (text) throws(CommandError) in
        // The page of a domain is for everybody. What contains the address is for the user alone.
        let isPrivate = text.contains(address.description) || text.contains(address.localPart)
        do throws(SystemError) {
          try AtomicFile.write(Array(text.utf8), to: path, mode: isPrivate ? 0o600 : 0o644)
        } catch {
          throw .operation(.cannotWrite(path, error))
        }
        say(isPrivate ? EndingSentence.savedPrivately(name) : EndingSentence.savedTo(name))
      }
      _ = try Program.run(call, context)
      return true
    }
  }

  /// Returns the usual name of the file, in the home folder of the demo or in the current folder.
  private func path(of client: MailClient, _ address: MailAddress) -> String {
    let label = BlockOwner(address).label
    let name =
      switch client.profile.destination {
      case .web: "config-v1.1.xml"
      case .profile: "\(label).mobileconfig"
      case .script, .file: "\(client.rawValue)-\(label).sh"
      case .anywhere: client == .json ? "\(label).json" : "\(label).env"
      }
    return context.isScratch ? "~/\(name)" : name
  }
}
