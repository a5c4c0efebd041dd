// What is possible where the provider cannot be used: it offers no IMAP, is closed, or accepts no password. The conversation goes on with
// another way to sign in, address, provider or server.

import Catalog
import CommandLine
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// The raw values are the ids of the answers.
  private enum Elsewhere: String {
    case password, address, provider, servers, steps, quit
  }

  /// Asks what to do at a provider that cannot be used, or not as the answers say.
  func askElsewhere(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard let provider = input.provider else { return .passed(.provider) }
    var choices: [(Elsewhere, Text)] = []
    // A token of the call is nothing that this provider accepts.
    if input.usesToken, provider.takesPassword { choices.append((.password, ElsewhereSentence.password(provider))) }
    choices += [(.provider, ElsewhereSentence.provider), (.address, ElsewhereSentence.address)]
    choices.append((.servers, provider.status == .bridge ? ElsewhereSentence.bridge : ElsewhereSentence.servers))
    if !provider.steps.isEmpty { choices.append((.steps, PromptSentence.showGuide)) }
    choices.append((.quit, PromptSentence.quit))
    let title = ElsewhereSentence.title(provider, usesToken: input.usesToken)
    while true {
      let menu = Menu(
        .elsewhere, title: title, help: MenuHelp.elsewhere, items: choices.map { ($0.0.rawValue, $0.1) }, quit: choices.count - 1,
        initial: 0)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      switch choices[position].0 {
      case .password:
        (input.source, input.signIn, input.app) = (nil, .password, AppInput())
        return .answered(.guide)
      case .provider:
        input.former.keep(input)
        input.former.type("")
        (input.provider, input.servers, input.address) = (nil, nil, nil)
        return .answered(.provider)
      case .address:
        input.former.keep(input)
        // The new address decides about the provider.
        (input.provider, input.address, input.usernames) = (nil, nil, initial.usernames)
        return .answered(.address)
      case .servers:
        input.provider = nil
        return .answered(.server(.imap))
      case .steps: _ = try readGuide(provider, input, next: PromptSentence.goOn)
      case .quit: return .ended(.left(.unsupported))
      }
    }
  }

  /// Whether nobody can sign in at the servers of the provider, however they do it.
  func isOfNoUse(_ provider: Provider, _ input: AccountInput) -> Bool {
    input.servers == nil && !provider.isDemo && !provider.takesPassword && !provider.takesToken
  }
}
