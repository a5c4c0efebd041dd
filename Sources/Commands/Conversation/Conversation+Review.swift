// What will be checked, line by line with what names it, until the user verifies. Shown before the secret is sent if anything is not
// from the built-in list, and after a verification that failed if the user wants to change something.

import Catalog
import CommandLine
import Operations
import Output
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// What the user wants after the review.
  enum Reviewed {
    case verify
    case back
    /// Another answer follows. `before` are the answers that the user comes back to.
    case earlier(Position, before: AccountInput)
  }

  private enum Line {
    case verify, address, provider, authority
    case server(MailProtocol)
    case username(MailProtocol?)

    var id: String {
      switch self {
      case .verify: "verify"
      case .address: "address"
      case .provider: "provider"
      case .authority: "ca-file"
      case .server(.imap): "imap-server"
      case .server(.smtp): "smtp-server"
      case .username(nil): "username"
      case .username(.imap?): "imap-username"
      case .username(.smtp?): "smtp-username"
      }
    }
  }

  /// Whether the user has to look at the account before the secret is sent: anything is not from the built-in list for its domain. The
  /// demo's servers are on this computer.
  func isDoubtful(_ input: AccountInput) -> Bool {
    if input.isDemo { return false }
    guard let provider = input.provider, let address = input.address, input.servers == nil, directory.file(of: provider) == nil else {
      return true
    }
    return directory.bundled.provider(forDomain: address.domain) != provider || input.usernames != Usernames() || input.authority != nil
  }

  /// Asks whether the account is right before the secret is sent. With `--yes`, and if nothing is doubtful, it is only said what is
  /// checked.
  func reviewed(
    _ input: inout AccountInput, _ run: inout AccountVerifier, _ group: inout Int
  ) throws(CommandError) -> Reviewed {
    if isDoubtful(input), !arguments.has(.yes) { return try review(ReviewSentence.title, ReviewSentence.verify, &input, &run, &group) }
    say(ReviewSentence.checking(run.address, try operation(run.settings(group: group))))
    return .verify
  }

  /// Shows the lines of the account, and changes those that the user chooses. `run` and `group` are those of the next verification.
  func review(
    _ title: Text, _ verify: Text, _ input: inout AccountInput, _ run: inout AccountVerifier, _ group: inout Int
  ) throws(CommandError) -> Reviewed {
    guard let address = input.address else { return .back }
    var marked = 0
    while true {
      let settings = try operation(run.settings(group: group))
      let lines = lines(of: input, settings, verify)
      let menu = Menu(
        .review, title: title, help: ReviewSentence.help, items: lines.map { ($0.line.id, $0.text) }, initial: marked)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      let before = input
      var changed: AccountInput?
      switch lines[position].line {
      case .verify: return .verify
      case .address:
        input.former.keep(input)
        guard let other = try typedAddress(for: input), other != address else { continue }
        // The usernames were derived from the old address.
        (input.address, input.usernames) = (other, initial.usernames)
        return .earlier(.owner, before: before)
      case .provider:
        input.former.keep(input)
        input.former.type("")
        (input.provider, input.servers, input.address) = (nil, nil, nil)
        return .earlier(.provider, before: before)
      case .server(let mailProtocol): changed = try changeServer(mailProtocol, input, settings)
      case .username(let mailProtocol): changed = try changeUsername(mailProtocol, input, settings)
      case .authority: changed = try changeAuthority(input)
      }
      guard let changed else { continue }
      input = changed
      run.stop()
      run = try context.verifier(input, address)
      run.use(input.signIn)
      // What was changed is seen, and Enter verifies.
      (group, marked) = (0, 0)
    }
  }

  private func lines(of input: AccountInput, _ settings: ServerSettings, _ verify: Text) -> [(line: Line, text: Text)] {
    var lines: [(line: Line, text: Text)] = [(.verify, verify)]
    if let provider = input.provider {
      let source = input.sources.provider ?? source(of: provider)
      lines.append((.provider, ReviewSentence.line(Labels.provider, provider.name, from: source)))
    }
    let address = Text(same: input.address.map { "\($0)" } ?? "")
    lines.append((.address, ReviewSentence.line(EndingSentence.address, address, from: nil)))
    for mailProtocol in MailProtocol.allCases {
      let (label, server) = mailProtocol == .imap ? (Labels.imapServer, settings.imap) : (Labels.smtpServer, settings.smtp)
      let source = source(of: mailProtocol, input)
      lines.append((.server(mailProtocol), ReviewSentence.line(label, ReviewSentence.server(server), from: source)))
    }
    let (imap, smtp) = (Text(same: "\(Visible(settings.imapUsername))"), Text(same: "\(Visible(settings.smtpUsername))"))
    if settings.imapUsername == settings.smtpUsername {
      lines.append((.username(nil), ReviewSentence.line(PromptSentence.userName, imap, from: nil)))
    } else {
      lines.append((.username(.imap), ReviewSentence.line(PromptSentence.userName(.imap), imap, from: nil)))
      lines.append((.username(.smtp), ReviewSentence.line(PromptSentence.userName(.smtp), smtp, from: nil)))
    }
    let authority = input.authority.map { Text(same: "\(Visible($0.path, limit: 200))") } ?? ReviewSentence.noAuthority
    return lines + [(.authority, ReviewSentence.line(ReviewSentence.authority, authority, from: nil))]
  }

  private func source(of provider: Provider) -> AnswerSource { directory.file(of: provider).map { .ownFile($0) } ?? .builtIn }

  /// Returns what names the server of `mailProtocol`.
  private func source(of mailProtocol: MailProtocol, _ input: AccountInput) -> AnswerSource {
    if input.servers != nil { return input.sources[mailProtocol] ?? (input.areServersFound ? .imported : .call) }
    return input.provider.map(source) ?? .builtIn
  }

  // Changes. Each returns the answers with the other one, or `nil` if the user goes back or does not agree.

  private func changeServer(
    _ mailProtocol: MailProtocol, _ input: AccountInput, _ settings: ServerSettings
  ) throws(CommandError) -> AccountInput? {
    let (old, port) = mailProtocol == .imap ? (settings.imap, UInt16(993)) : (settings.smtp, 465)
    guard let typed = try askEndpoint(mailProtocol, defaultPort: port, initial: "\(old)") else { return nil }
    // An unchanged server keeps its encryption, even if the port suggests another one.
    var server = typed.host == old.host && typed.port == old.port ? old : typed
    // Only at a usual port is there no doubt about the encryption.
    if ![993, 465, 143, 587, 25].contains(server.port) {
      guard let security = try askSecurity(mailProtocol, server.security) else { return nil }
      server = Endpoint(host: server.host, port: server.port, security: security)
    }
    guard server != old else { return nil }
    var changed = input
    changed.servers = (mailProtocol == .imap ? server : settings.imap, mailProtocol == .smtp ? server : settings.smtp)
    changed.sources[mailProtocol] = .typed
    // The other server stays what it was.
    let other: MailProtocol = mailProtocol == .imap ? .smtp : .imap
    changed.sources[other] = source(of: other, input)
    switch try agreesToServers(&changed) {
    case nil, .given(true)?: return changed
    case .given(false)?, .back?: return nil
    }
  }

  private func askSecurity(_ mailProtocol: MailProtocol, _ old: Security) throws(CommandError) -> Security? {
    let all = Security.allCases
    let menu = Menu(
      mailProtocol == .imap ? .imapEncryption : .smtpEncryption, title: ReviewSentence.encryption(mailProtocol),
      help: MenuHelp.encryption, items: all.map { ($0.rawValue, Labels.security($0)) }, initial: all.firstIndex(of: old))
    guard case .given(let position) = try prompter.choose(menu) else { return nil }
    return all[position]
  }

  private func changeUsername(
    _ mailProtocol: MailProtocol?, _ input: AccountInput, _ settings: ServerSettings
  ) throws(CommandError) -> AccountInput? {
    let label = mailProtocol.map { PromptSentence.userName($0) } ?? PromptSentence.userName
    let initial = mailProtocol == .smtp ? settings.smtpUsername : settings.imapUsername
    let question = Question(
      mailProtocol?.question ?? .username, label: label, help: PromptSentence.userNameHelp, initial: initial)
    guard case .given(let name) = try prompter.ask(question) else { return nil }
    var changed = input
    changed.usernames = Usernames(imap: settings.imapUsername, smtp: settings.smtpUsername)
    for each in mailProtocol.map({ [$0] }) ?? MailProtocol.allCases { changed.usernames[each] = name }
    return changed
  }

  private func changeAuthority(_ input: AccountInput) throws(CommandError) -> AccountInput? {
    let question = Question(
      .authorityFile, label: ReviewSentence.authorityFile, help: ReviewSentence.authorityHelp, initial: input.authority?.path ?? "",
      fault: { typed in
        if typed.isEmpty { return nil }
        do throws(OperationError) { _ = try AuthorityFile(typed) } catch { return OperationErrorSentence.text(error).error }
        return nil
      })
    guard case .given(let path) = try prompter.ask(question) else { return nil }
    var changed = input
    changed.authority = path.isEmpty ? nil : try operation(AuthorityFile(path))
    return changed
  }
}
