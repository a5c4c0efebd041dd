// The questions about an address: whether it was read as it was meant, and whether it fits the provider. They come before anything is
// looked up or sent.

import Catalog
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  func askAddress(_ input: inout AccountInput) throws(CommandError) -> Move {
    if input.address != nil { return .passed(.saved) }
    part(.address)
    // Said before the first answer, so that nobody types on for nothing.
    if let provider = input.provider, needsSignIn(input), !provider.isDemo { say(SignInSentence.takesNoPassword(provider.name)) }
    guard let address = try typedAddress(for: input) else { return .back }
    input.address = address
    return .answered(.saved)
  }

  /// Asks for an address. Returns `nil` if the user goes back.
  func typedAddress(for input: AccountInput) throws(CommandError) -> MailAddress? {
    let domains = input.provider?.domainsMainFirst ?? []
    var initial = input.former.address?.description ?? ""
    let isDemo = input.provider == .demo
    if isDemo { showDemo() }
    while true {
      let question = addressQuestion(
        initial: initial, accepts: { !isDemo || DemoSituation(of: $0) != nil }, completion: { Self.completed($0, domains) })
      guard case .given(let typed) = try prompter.ask(question) else { return nil }
      if let address = try address(typed) { return address }
      initial = typed
    }
  }

  /// Shows which mailboxes the demo has.
  private func showDemo() {
    say(DemoSentence.mailboxes)
    let width = DemoSituation.allCases.map { $0.address.count }.max() ?? 0
    for situation in DemoSituation.allCases {
      let lead = "  \(situation.address)" + String(repeating: " ", count: width - situation.address.count + 2)
      prompter.screen.line(lead + DemoSentence.what(situation)[context.console.language], indent: 4)
    }
  }

  /// The question for an address. `accepts` is whether the demo has the mailbox.
  func addressQuestion(
    initial: String = "", mayGoBack: Bool = true, accepts: @escaping (MailAddress) -> Bool = { _ in true },
    completion: @escaping (String) -> String? = { _ in nil }
  ) -> Question {
    Question(
      .address, label: PromptSentence.address, help: PromptSentence.addressHelp, mayGoBack: mayGoBack, initial: initial,
      fault: { typed in
        do throws(TypedAddress.Error) {
          return accepts(try directory.address(typed).address) ? nil : DemoSentence.noMailbox
        } catch {
          // A slip is asked about afterwards.
          return directory.corrections(of: typed).isEmpty ? AddressSentence.text(error) : nil
        }
      }, completion: completion)
  }

  /// Returns the address that `typed` is, or `nil` after a remark about its fault. If the text has anything else than the address,
  /// the user is asked whether the address is right.
  func address(_ typed: String) throws(CommandError) -> MailAddress? {
    let found: TypedAddress
    do throws(TypedAddress.Error) {
      found = try directory.address(typed)
    } catch {
      return try corrected(typed, AddressSentence.text(error))
    }
    return try agrees(to: found) ? found.address : nil
  }

  /// Asks which of the addresses that `typed` could be a slip of is meant. `nil`, after `fault` was said, if there is none or if the
  /// user types it again.
  func corrected(_ typed: String, _ fault: Text) throws(CommandError) -> MailAddress? {
    let meant = directory.corrections(of: typed)
    guard !meant.isEmpty else {
      remark(fault)
      return nil
    }
    let items = meant.map { ("\($0)", Text(same: "\($0)")) } + [("again", AddressSentence.again)]
    let menu = Menu(.correctedAddress, title: fault, help: MenuHelp.slip, items: items)
    guard case .given(let position) = try prompter.choose(menu) else { return nil }
    return meant.indices.contains(position) ? meant[position] : nil
  }

  /// Asks about an address that was not typed exactly so.
  func agrees(to typed: TypedAddress) throws(CommandError) -> Bool {
    guard !typed.changes.isEmpty else { return true }
    say(AddressSentence.changes(typed))
    if typed.domain?.mixesScripts == true { remark(AddressSentence.mixedScripts) }
    return try confirm(.addressIsRight, AddressSentence.confirm(typed))
  }

  /// Asks about a server whose name was typed in letters outside ASCII.
  func agrees(to typed: TypedServer) throws(CommandError) -> Bool {
    guard let domain = typed.domain else { return true }
    if domain.mixesScripts { remark(AddressSentence.mixedScripts) }
    return try confirm(.serverIsRight, AddressSentence.confirm(server: domain))
  }

  /// Asks about an address whose domain is one slip away from a known one. The typed one is never changed without an answer.
  func askSpelling(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard let address = input.address else { return .passed(.address) }
    guard case .slip(let meant)? = directory.doubt(about: address, at: nil) else { return .passed(.lookUp) }
    let title = AddressSentence.similar(address.domain, to: meant.map(\.domain.text))
    let keep = AddressSentence.keep(address)
    guard let chosen = try choose(.similarAddress, among: meant, or: keep, title, MenuHelp.similarDomain) else { return .back }
    input.address = chosen.address ?? address
    return .answered(.lookUp)
  }

  /// Asks about an address that does not belong to the chosen provider, before its steps are shown.
  func settleAddress(_ input: inout AccountInput) throws(CommandError) -> Move {
    let next = Position.customerServer
    if input.isDemo, input.provider == .demo, let address = input.address, DemoSituation(of: address) == nil {
      remark(DemoSentence.noMailbox)
      input.former.keep(input)
      input.address = nil
      return .passed(.address)
    }
    guard let provider = input.provider, let address = input.address, input.servers == nil,
      let doubt = directory.doubt(about: address, at: provider)
    else { return .passed(next) }
    let keep = AddressSentence.keep(address, at: provider)
    switch doubt {
    case .slip(let meant):
      let title = AddressSentence.outside(address, of: provider)
      guard let chosen = try choose(.similarAddress, among: meant, or: keep, title, MenuHelp.otherProvider) else { return .back }
      input.address = chosen.address ?? address
    case .belongs(let owner):
      let title = PromptSentence.belongs(address, to: owner, notTo: provider)
      // The demo's servers are on this computer, whatever the address is.
      guard !provider.isDemo else {
        remark(title)
        return .passed(next)
      }
      let items = [("use-provider", AddressSentence.use(owner)), ("other-address", AddressSentence.other), ("keep", keep)]
      let menu = Menu(.addressElsewhere, title: title, help: MenuHelp.otherProvider, items: items, initial: 0)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      if position == 0 {
        input.provider = owner
        say(PromptSentence.chosen(owner))
      } else if position == 1 {
        input.former.keep(input)
        input.address = nil
        return .answered(.address)
      }
    case .outside:
      // Some providers host domains of their customers.
      remark(AddressSentence.outside(address, of: provider))
      return .passed(next)
    }
    return .answered(next)
  }

  /// Asks which of `meant` is the address, if any. Enter chooses the first. Returns `nil` if the user goes back.
  private func choose(
    _ id: QuestionID, among meant: [MailAddress], or keep: Text, _ title: Text, _ help: Text
  ) throws(CommandError) -> (address: MailAddress?, Void)? {
    let items = meant.map { ("\($0)", Text(same: "\($0)")) } + [("keep", keep)]
    let menu = Menu(id, title: title, help: help, items: items, initial: 0)
    guard case .given(let position) = try prompter.choose(menu) else { return nil }
    return (meant.indices.contains(position) ? meant[position] : nil, ())
  }

  /// Returns `typed` with the domain of the provider that it begins, or `nil` if there is none.
  static func completed(_ typed: String, _ domains: [String]) -> String? {
    guard !typed.isEmpty else { return nil }
    guard let at = typed.lastIndex(of: "@") else { return domains.first.map { "\(typed)@\($0)" } }
    let tail = typed[typed.index(after: at)...]
    return domains.first { $0.hasPrefix(tail) && $0 != tail }.map { "\(typed[...at])\($0)" }
  }
}
