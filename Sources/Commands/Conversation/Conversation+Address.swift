// The questions about an address: whether it was read as it was meant, and whether it fits the provider. They come before anything is
// looked up or sent.

import Catalog
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  enum Direction { case on, back }

  func askAddress(_ input: inout AccountInput) throws(CommandError) -> Direction {
    let domains = input.provider?.domainsMainFirst ?? []
    while true {
      let question = Self.addressQuestion(initial: input.formerAddress?.description ?? "") { Self.completed($0, domains) }
      guard case .given(let typed) = try prompter.ask(question) else { return .back }
      guard let address = try address(typed) else { continue }
      input.address = address
      return .on
    }
  }

  /// The question for an address.
  static func addressQuestion(
    initial: String = "", mayGoBack: Bool = true, completion: @escaping (String) -> String? = { _ in nil }
  ) -> Question {
    Question(
      label: PromptSentence.address, help: PromptSentence.addressHelp, mayGoBack: mayGoBack, initial: initial,
      fault: { typed in
        do throws(TypedAddress.Error) {
          _ = try TypedAddress(typed)
          return nil
        } catch {
          return AddressSentence.text(error)
        }
      }, completion: completion)
  }

  /// Returns the address that `typed` is, or `nil` after a remark about its fault. If the text has anything else than the address,
  /// the user is asked whether the address is right.
  func address(_ typed: String) throws(CommandError) -> MailAddress? {
    let found: TypedAddress
    do throws(TypedAddress.Error) {
      found = try TypedAddress(typed)
    } catch {
      remark(AddressSentence.text(error))
      return nil
    }
    return try agrees(to: found) ? found.address : nil
  }

  /// Asks about an address that was not typed exactly so.
  func agrees(to typed: TypedAddress) throws(CommandError) -> Bool {
    guard !typed.changes.isEmpty else { return true }
    say(AddressSentence.changes(typed))
    if typed.domain?.mixesScripts == true { remark(AddressSentence.mixedScripts) }
    return try confirm(AddressSentence.confirm(typed))
  }

  /// Returns `address`, or the one that the user meant if its domain is one slip away from a known one. The typed one is never
  /// changed without an answer. `nil` if the user goes back.
  func meant(by address: MailAddress) throws(CommandError) -> MailAddress? {
    let domains = directory.lookAlikes(of: address.domain)
    guard !domains.isEmpty else { return address }
    let choices = domains.compactMap { try? MailAddress("\(address.localPart)@\($0)") }
    let items = choices.map { Text(same: "\($0)") } + [AddressSentence.keep(address)]
    let menu = Menu(title: AddressSentence.similar(address.domain, to: domains), help: MenuHelp.similarDomain, items: items)
    guard case .given(let position) = try prompter.choose(menu) else { return nil }
    return choices.indices.contains(position) ? choices[position] : address
  }

  /// Asks about an address that does not belong to the chosen provider, before its steps are shown. Sets the answer in `input`.
  func settleAddress(_ input: inout AccountInput) throws(CommandError) -> Direction {
    guard let provider = input.provider, let address = input.address, input.servers == nil,
      directory.provider(forDomain: address.domain) != provider
    else { return .on }
    let owner = directory.owner(of: address.domain)
    if provider.isDemo {
      // Its servers are on this computer, whatever the address is.
      if let owner { remark(PromptSentence.belongs(address, to: owner, notTo: provider)) }
      return .on
    }
    guard owner != nil || provider.hasFixedDomains else { return .on }
    let near = owner == nil ? directory.lookAlikes(of: address.domain).filter(provider.domains.contains) : []
    let choices = near.compactMap { try? MailAddress("\(address.localPart)@\($0)") }
    let title = owner.map { PromptSentence.belongs(address, to: $0, notTo: provider) } ?? AddressSentence.outside(address, of: provider)
    guard owner != nil || !choices.isEmpty else {
      // Some providers host domains of their customers.
      remark(title)
      return .on
    }
    let items = choices.map { Text(same: "\($0)") } + [owner].compactMap { $0 }.map(AddressSentence.use)
    let menu = Menu(title: title, help: MenuHelp.otherProvider, items: items + [AddressSentence.keep(address, at: provider)])
    guard case .given(let position) = try prompter.choose(menu) else { return .back }
    if choices.indices.contains(position) {
      input.address = choices[position]
    } else if let owner, position == 0 {
      input.provider = owner
      say(PromptSentence.chosen(owner))
    }
    return .on
  }

  /// Returns `typed` with the domain of the provider that it begins, or `nil` if there is none.
  static func completed(_ typed: String, _ domains: [String]) -> String? {
    guard !typed.isEmpty else { return nil }
    guard let at = typed.lastIndex(of: "@") else { return domains.first.map { "\(typed)@\($0)" } }
    let tail = typed[typed.index(after: at)...]
    return domains.first { $0.hasPrefix(tail) && $0 != tail }.map { "\(typed[...at])\($0)" }
  }
}
