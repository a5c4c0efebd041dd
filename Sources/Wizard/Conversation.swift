// The order of the questions: provider, address, guide, secret, verification, what now. Every answer is kept; `<` goes
// one question back.

import Account
import Posix
import Sentences
import Terminal
import Vocabulary

struct Conversation {
  private let directory: Directory
  private var catalog: Catalog { directory.catalog }
  private let terms: Terms
  private let other: any Interlocutor
  private let initial: Given

  init(_ given: Given, _ directory: Directory, _ terms: Terms) {
    guard let tty = terms.tty else { preconditionFailure("a conversation needs a terminal") }
    self.directory = directory
    self.terms = terms
    initial = given
    other = LineInterlocutor(tty: tty, language: terms.language)
  }

  /// Holds the conversation; gives the status of the last verification.
  func run() throws(UsageFault) -> ExitStatus {
    do throws(Break) {
      return try converse()
    } catch {
      switch error {
      case .farewell(.left):
        say(OutcomeSentence.nothingSaved)
        return .noInput
      // The caller ends the process by the signal.
      case .farewell(.interrupted): return .software
      case .usage(let fault): throw fault
      }
    }
  }

  /// What breaks the conversation off: the human, or something that cannot be.
  private enum Break: Error {
    case farewell(Farewell)
    case usage(UsageFault)
  }

  /// Where the conversation stands.
  private enum Place { case provider, address, userName, guide, secret }

  private func converse() throws(Break) -> ExitStatus {
    var given = initial
    if given.provider == nil, given.servers == nil { say(PromptSentence.welcome) }
    var place = Place.provider
    while true {
      switch place {
      case .provider:
        if given.provider == nil, given.servers == nil, given.address == nil { try askProvider(&given) }
        if given.provider == nil, given.servers == nil, given.address != nil {
          // An address the catalog does not know was given with the call.
          given.provider = try discover(&given)
          if given.provider == nil, given.servers == nil { continue }
        }
        if let provider = given.provider {
          say(PromptSentence.chosen(provider))
          if let file = directory.file(of: provider) { remark(CatalogSentence.from(Visible(file, limit: 200))) }
        }
        place = .address
      case .address:
        if given.address == nil, try askAddress(&given) == .back {
          // What the call itself has said is not asked again.
          if initial.provider == nil { given.provider = nil }
          place = .provider
          continue
        }
        place = .guide
      case .guide:
        guard let provider = given.provider else {
          place = .secret
          continue
        }
        if let address = given.address, let owner = directory.provider(forDomain: address.domain), owner != provider {
          remark(PromptSentence.belongs(address, to: owner, notTo: provider))
        }
        guide(provider, given.address)
        guard provider.takesPassword || provider.id == DemoProvider.id || given.servers != nil else {
          say(UsageSentence.cannotVerify(provider.name))
          return .unsupported
        }
        place = .userName
      case .userName:
        if given.username == nil, let provider = given.provider, provider.username.imap.first == .other {
          given.username = try required(PromptSentence.userName(.imap))
        }
        place = .secret
      case .secret:
        if let status = try prove(&given) { return status }
        if initial.address == nil { given.address = nil }
        place = .address
      }
    }
  }

  // Questions

  private func askProvider(_ given: inout Given) throws(Break) {
    while true {
      guard case .given(let typed) = try ask(PromptSentence.provider) else { continue }
      if typed.isEmpty {
        remark(PromptSentence.needsAnswer)
        continue
      }
      if typed == "?" {
        given.provider = try choose(among: catalog.providers)
      } else {
        given.provider = try look(up: typed, &given)
      }
      if given.provider != nil || given.servers != nil { return }
    }
  }

  private func look(up typed: String, _ given: inout Given) throws(Break) -> Provider? {
    if typed == DemoProvider.id { return DemoProvider.entry }
    if typed.contains("@") {
      do throws(MailAddress.Fault) {
        let address = try MailAddress(typed)
        given.address = address
        if address.domain.text == DemoProvider.domain { return DemoProvider.entry }
        if let provider = directory.provider(forDomain: address.domain) { return provider }
      } catch {
        remark(PromptSentence.address(error))
        return nil
      }
      return try discover(&given)
    }
    switch directory.find(typed) {
    case .exactly(let provider): return provider
    case .brand(let brand, let providers): return try choose(brand, providers)
    case .several(let providers): return try choose(among: providers)
    case .none:
      unknown(typed)
      return nil
    }
  }

  /// Asks the DNS about the address's domain. Gives the provider, or puts the servers into `given`; nil without either
  /// asks again.
  private func discover(_ given: inout Given) throws(Break) -> Provider? {
    guard let address = given.address else { return nil }
    say(DiscoverySentence.asking)
    let found = try usage { () throws(UsageFault) in try Discovery(directory, terms).find(address) }
    say(found.account)
    switch found.servers {
    case .provider(let provider):
      if try agrees(DiscoverySentence.agree(found.hosts(for: address))) { return provider }
    case .several(let providers):
      if let provider = try choose(among: providers) { return provider }
    case .pair(let imap, let smtp):
      let hosts = found.hosts(for: address)
      let isOwn = hosts.allSatisfy { $0.isWithin(address.domain.text) }
      // Only what lies outside the domain has to be agreed to.
      let mayGo = isOwn ? true : try agrees(DiscoverySentence.agree(hosts))
      if mayGo {
        given.servers = (imap, smtp)
        return nil
      }
    case .none: break
    }
    unknown(address.description)
    return try askServers(&given)
  }

  /// Servers by hand: the last resort, from the provider's own help page.
  private func askServers(_ given: inout Given) throws(Break) -> Provider? {
    guard let imap = try askEndpoint(.imap, defaultPort: 993), let smtp = try askEndpoint(.smtp, defaultPort: 465) else {
      given.address = nil
      return nil
    }
    given.servers = (imap, smtp)
    return nil
  }

  private func askEndpoint(_ mailProtocol: MailProtocol, defaultPort: UInt16) throws(Break) -> Endpoint? {
    while true {
      guard case .given(let typed) = try ask(PromptSentence.server(mailProtocol)), !typed.isEmpty else { return nil }
      if let endpoint = Given.endpoint(typed, defaultPort: defaultPort) { return endpoint }
      remark(PromptSentence.notAServer)
    }
  }

  /// The one question of a brand; a number or an id chooses.
  private func choose(_ brand: Brand, _ providers: [Provider]) throws(Break) -> Provider? {
    while true {
      say(brand.question)
      for (position, provider) in providers.enumerated() {
        let text = brand.choices.first { $0.id == provider.id }?.text ?? provider.name
        other.screen.line("  \(position + 1)  \(provider.name[terms.language]): \(text[terms.language])", indent: 5)
      }
      guard case .given(let typed) = try ask(PromptSentence.choice) else { return nil }
      if let number = Int(typed), providers.indices.contains(number - 1) { return providers[number - 1] }
      if let provider = providers.first(where: { $0.id == typed }) { return provider }
      remark(PromptSentence.notUnderstood)
    }
  }

  private func unknown(_ typed: String) {
    remark(PromptSentence.noProvider(Visible(typed, limit: 80)))
    let near = catalog.suggestions(for: typed)
    say(near.isEmpty ? PromptSentence.ownServers : PromptSentence.didYouMean(near))
  }

  /// A numbered list; a number, an id or more letters choose.
  private func choose(among providers: [Provider]) throws(Break) -> Provider? {
    var shown = providers
    while true {
      say(PromptSentence.several(shown.count))
      let width = shown.map { Width.of($0.id) }.max() ?? 0
      let digits = String(shown.count).count
      for (position, provider) in shown.enumerated() {
        let number = String(position + 1)
        let lead = String(repeating: " ", count: digits - number.count + 2) + number + "  "
        ProviderLine(provider: provider, idWidth: width, language: terms.language).show(on: other.screen, lead: lead)
      }
      guard case .given(let typed) = try ask(PromptSentence.number) else { return nil }
      if let number = Int(typed), shown.indices.contains(number - 1) { return shown[number - 1] }
      if let provider = shown.first(where: { $0.id == typed }) { return provider }
      let fewer = catalog.search(typed).filter(shown.contains)
      switch fewer.count {
      case 0: remark(PromptSentence.notUnderstood)
      case 1: return fewer[0]
      default: shown = fewer
      }
    }
  }

  private enum Direction { case on, back }

  private func askAddress(_ given: inout Given) throws(Break) -> Direction {
    while true {
      guard case .given(let typed) = try ask(PromptSentence.address) else { return .back }
      do throws(MailAddress.Fault) {
        given.address = try MailAddress(typed)
        return .on
      } catch {
        remark(PromptSentence.address(error))
      }
    }
  }

  private func required(_ prompt: Text) throws(Break) -> String {
    while true {
      if case .given(let typed) = try ask(prompt), !typed.isEmpty { return typed }
      remark(PromptSentence.needsAnswer)
    }
  }

  // The proof

  /// Asks for the secret and verifies until it works or the human leaves; nil goes back to the address.
  private func prove(_ given: inout Given) throws(Break) -> ExitStatus? {
    guard let address = given.address else { return nil }
    let run = try usage { () throws(UsageFault) in try AccountRun(given, address, terms) }
    defer { run.stop() }
    var group = 0
    var entered: CleanedSecret?
    if let source = initial.source, source != .prompt { entered = run.cleaned(try read(source)) }
    while true {
      if entered == nil {
        guard let secret = try askSecret(run) else { return nil }
        entered = secret
      }
      guard let secret = entered else { return nil }
      let settings = try usage { () throws(UsageFault) in try run.settings(group: group) }
      other.screen.line()
      let outcomes = try usage { () throws(UsageFault) in try run.verify(settings, secret, group: group, on: other.screen) }
      if terms.interrupt.isRaised { throw .farewell(.interrupted) }
      other.screen.line()
      OutcomePage(outcomes: outcomes, language: terms.language).show(on: terms.result)
      let status = ExitStatus(outcomes)
      if status == .ok { return status }
      switch try whatNow(outcomes) {
      case .otherSecret: entered = nil
      case .same: break
      case .nextServers: group += 1
      case .guide:
        if let provider = run.provider { guide(provider, address) }
        entered = nil
      case .quit: return status
      }
    }
  }

  private func askSecret(_ run: AccountRun) throws(Break) -> CleanedSecret? {
    while true {
      guard case .given(let secret) = try hidden(PromptSentence.secret(run.provider?.secret)) else { return nil }
      if let fault = secret.fault {
        switch fault {
        case .empty: remark(PromptSentence.needsAnswer)
        case .tooLong: remark(UsageSentence.text(.secret(.tooLong)).error)
        case .forbiddenOctet: remark(UsageSentence.text(.secret(.forbiddenOctet)).error)
        }
        continue
      }
      if secret.withOctets({ $0.contains(0x1b) }) {
        remark(PromptSentence.escapeInSecret)
        continue
      }
      let cleaned = run.cleaned(secret)
      say(OutcomeSentence.arrived(count: cleaned.characters, removed: cleaned.removed))
      guard cleaned.fits == false, let kind = run.provider?.secret else { return cleaned }
      remark(OutcomeSentence.shapeDiffers(kind, count: cleaned.characters))
      if try agrees(PromptSentence.sendAnyway) { return cleaned }
    }
  }

  private func agrees(_ prompt: Text) throws(Break) -> Bool {
    while true {
      guard case .given(let typed) = try ask(prompt) else { return false }
      switch typed.lowercased() {
      case "y", "yes", "是": return true
      case "n", "no", "否", "": return false
      default: remark(PromptSentence.notUnderstood)
      }
    }
  }

  private enum Next { case otherSecret, same, nextServers, guide, quit }

  private func whatNow(_ outcomes: Outcomes) throws(Break) -> Next {
    var choices: [(Next, Text)] = [(.otherSecret, PromptSentence.tryAgain), (.same, PromptSentence.trySame)]
    if let next = outcomes.nextServers { choices.append((.nextServers, PromptSentence.tryServers(next.imap))) }
    if outcomes.provider != nil { choices.append((.guide, PromptSentence.showGuide)) }
    choices.append((.quit, PromptSentence.quit))
    while true {
      other.screen.line()
      say(PromptSentence.whatNow)
      for (position, choice) in choices.enumerated() { other.screen.line("  \(position + 1)  \(choice.1[terms.language])", indent: 5) }
      guard case .given(let typed) = try ask(PromptSentence.choice) else { return .otherSecret }
      if typed.lowercased() == "q" { return .quit }
      if let number = Int(typed), choices.indices.contains(number - 1) { return choices[number - 1].0 }
      remark(PromptSentence.notUnderstood)
    }
  }

  // Speaking and listening

  private func guide(_ provider: Provider, _ address: MailAddress?) {
    other.screen.line()
    GuidePage(provider: provider, address: address, language: terms.language).show(on: other.screen)
    other.screen.line()
  }

  private func say(_ text: Text) { other.screen.line(text[terms.language]) }

  private func remark(_ text: Text) { other.screen.line(text[terms.language], .warning) }

  private func ask(_ prompt: Text) throws(Break) -> Answer<String> {
    do throws(Farewell) { return try other.line(prompt) } catch { throw .farewell(error) }
  }

  private func hidden(_ prompt: Text) throws(Break) -> Answer<Secret> {
    do throws(Farewell) { return try other.secret(prompt) } catch { throw .farewell(error) }
  }

  private func read(_ source: SecretSource) throws(Break) -> Secret {
    do throws(SecretProblem) {
      return try SecretReader(interrupt: terms.interrupt).read(source) { terms.warn($0) }
    } catch {
      switch error {
      case .interrupted: throw .farewell(.interrupted)
      case .fault(let fault): throw .usage(.secret(fault))
      }
    }
  }

  private func usage<Value>(_ work: () throws(UsageFault) -> Value) throws(Break) -> Value {
    do throws(UsageFault) { return try work() } catch { throw .usage(error) }
  }
}
