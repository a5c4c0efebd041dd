// `setup guide PROVIDER|ADDRESS`: prints settings and steps, without network.

import Documents
import Sentences
import Vocabulary

struct GuideCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    guard let typed = arguments.words.first ?? arguments[.provider] ?? arguments[.email] else {
      throw .missingArgument("setup guide", what: CommandSentence.needsProvider, example: "setup guide yandex")
    }
    if arguments.words.count > 1 { throw .unwantedArgument(arguments.words[1]) }
    // The word is a provider or an address. An option may add the other.
    if let word = arguments.words.first {
      for option in [Option.provider] + (word.contains("@") ? [.email] : []) where arguments.has(option) {
        throw .conflict(option.spelling, word)
      }
    }
    let choice = ProviderLookUp(directory: try UserCatalogs(terms).directory(arguments))
    let said = arguments[.email] ?? (typed.contains("@") ? typed : nil)
    let address = try said.map { (word) throws(CommandError) in try choice.address(word) }
    let provider = try choice.provider(typed, address: address)
    if arguments.has(.json) {
      terms.warn(of: provider, for: address, in: choice.directory)
      terms.result.document(JSONValue.provider(provider, address: address, language: terms.language).json)
    } else {
      if let origin = choice.directory.origin(of: provider, for: address) { terms.talk.line(origin[terms.language], .warning) }
      GuidePage(provider: provider, address: address, language: terms.language).show(on: terms.result)
    }
    return .ok
  }
}
