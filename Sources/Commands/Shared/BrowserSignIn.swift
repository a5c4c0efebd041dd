// A sign-in in a browser, as the call or the conversation wants it: what the user is told, and what they have to do.

import AccountStore
import Catalog
import CommandLine
import OAuth
import Operations
import Posix
import Prompts
import Sentences
import Terminal
import Vocabulary

/// Signs a user in.
struct BrowserSignIn {
  let context: CommandContext
  /// Where the user is told what to do: standard error, or the terminal of a conversation.
  let screen: Screen
  let directory: ProviderDirectory

  private var language: Language { context.console.language }

  /// Finds out which app signs in: that of the call, else that of `account`, else that of another saved account at the same provider.
  /// Throws `needsClientID` and `needsClientSecret` if nothing tells, and the server does not register apps by itself.
  func session(_ input: AccountInput, renewing account: SavedAccount? = nil) throws(CommandError) -> SignInSession {
    var app = input.app
    if let file = app.clientFile {
      let identity = try operation(ClientFile(file, context.reader)).identity
      (app.clientID, app.clientSecret) = (identity.id, identity.secret)
    }
    let servers = AuthorizationServers(context.networks, directory)
    if app.issuer == nil, let old = account?.signIn.oauth, old.provider == nil { app.issuer = WebAddress(old.issuer) }
    let provider = app.issuer == nil ? input.provider : nil
    let known = try known(provider, app, account)
    if app.clientID == nil { (app.clientID, app.clientSecret) = (known?.identity.id, known?.identity.secret) }
    let name = provider?.id ?? input.address?.description ?? ""
    let session = try operation(
      SignInSession(
        app, provider: provider, at: name, tenant: known?.tenant, servers, authorityFile: input.authority?.path ?? account?.authorityFile))
    if session.identity == nil, !session.canRegister { throw .needsClientID(provider) }
    if session.needsSecret, session.identity?.secret == nil { throw .needsClientSecret(provider?.name ?? Text(same: name)) }
    return session
  }

  private func known(
    _ provider: Provider?, _ app: AppInput, _ account: SavedAccount?
  ) throws(CommandError) -> AccountTokens.App? {
    // Of an app that the call names, only the tenant is looked for.
    let secret = app.clientID == nil ? provider?.oauth?.clientSecret ?? .optional : .never
    return try operation(
      context.tokens(directory).app(provider: provider?.id, issuer: app.issuer?.text ?? "", secret: secret, preferring: account))
  }

  /// Signs in as `address`, in the way of the call or in the one that suits this place. Throws `otherWays` if the server has no such way.
  func run(_ session: SignInSession, _ app: AppInput, as address: MailAddress) throws(CommandError) -> SignedIn {
    var session = session
    let way = app.way ?? usualWay(session.ways)
    guard session.ways.contains(way) else { throw .otherWays(way, session.ways) }
    let signedIn: SignedIn
    switch way {
    case .browser, .command: signedIn = try browser(&session, app, address)
    case .device: signedIn = try device(&session, address)
    case .paste: signedIn = try paste(&session, address)
    }
    say(SignInSentence.got)
    return signedIn
  }

  /// A browser on this computer if there is one. Over SSH a code is the easiest.
  private func usualWay(_ ways: [SignInWay]) -> SignInWay {
    let order: [SignInWay] = context.browser == nil ? [.device, .paste, .browser] : [.browser, .device, .paste]
    return order.first(where: ways.contains) ?? .browser
  }

  private func browser(_ session: inout SignInSession, _ app: AppInput, _ address: MailAddress) throws(CommandError) -> SignedIn {
    let redirect = try operation(session.listen(on: app.redirectPort, .sentences))
    defer { redirect.stop() }
    let request = try operation(session.request(redirect: redirect.address, hint: address))
    let page = session.shown(request.address)
    let isOpened = context.browser?.open(page) ?? false
    say(SignInSentence.browser(session.server.host, address, isOpened: isOpened))
    show(page)
    say(SignInSentence.waiting(minutes: Int(SignInSession.patience / 60)))
    return try operation(session.finish(request, at: redirect, or: context.interrupt))
  }

  private func device(_ session: inout SignInSession, _ address: MailAddress) throws(CommandError) -> SignedIn {
    let device = try operation(session.startDevice())
    say(SignInSentence.device(session.shown(device.address.text), device.userCode, address))
    let seconds = Double(device.end.millisecondsLeft) / 1_000
    say(SignInSentence.onlyYou(minutes: max(1, Int((seconds / 60).rounded()))))
    return try operation(session.finish(device))
  }

  private func paste(_ session: inout SignInSession, _ address: MailAddress) throws(CommandError) -> SignedIn {
    guard let prompt = context.secretPrompt else { throw .operation(.token(.noTerminal)) }
    let request = try operation(session.request(redirect: session.redirectElsewhere, hint: address))
    say(SignInSentence.paste(address, showsCode: session.showsCode))
    show(session.shown(request.address))
    let pasted = try prompt.secret(.signInAnswer, SignInSentence.pasteHere(showsCode: session.showsCode))
    return try operation(session.finish(request, pasted: pasted))
  }

  private func say(_ text: Text) { screen.line(text[language]) }

  /// Shows an address on lines of its own, so that it can be copied.
  private func show(_ address: String) { screen.line([Span(address, .address)]) }
}
