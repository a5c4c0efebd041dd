// `setup guide P-or-address`: parameters and steps, no network.

import Account
import Sentences
import Vocabulary

struct GuideCommand {
  private let arguments: Arguments
  private let terms: Terms

  init(_ arguments: Arguments, _ terms: Terms) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(UsageFault) -> ExitStatus {
    guard let typed = arguments.words.first ?? arguments[.provider] ?? arguments[.email] else {
      throw .missingArgument("setup guide", what: CommandSentence.needsProvider, example: "setup guide yandex")
    }
    if arguments.words.count > 1 { throw .unwantedArgument(arguments.words[1]) }
    let choice = Choice(directory: try OwnCatalogs(terms).directory(arguments))
    let provider = try choice.provider(typed)
    let address = typed.contains("@") ? try choice.address(typed) : nil
    if arguments.has(.json) {
      terms.warn(of: provider, for: address, in: choice.directory)
      terms.result.document(Document.provider(provider, address: address, language: terms.language).json)
    } else {
      if let origin = choice.directory.origin(of: provider, for: address) { terms.talk.line(origin[terms.language], .warning) }
      GuidePage(provider: provider, address: address, language: terms.language).show(on: terms.result)
    }
    return .ok
  }
}
