// `setup providers [WORDS]`: searches the catalog.

import Catalog
import CommandLine
import Documents
import Output
import Prompts
import Sentences
import Terminal

struct ProvidersCommand {
  let arguments: Arguments
  let context: CommandContext

  func run() throws(CommandError) -> ExitStatus {
    let (screen, language) = (context.console.result, context.console.language)
    let catalog = try context.directory(arguments).catalog
    let typed = arguments.words.joined(separator: " ")
    let isList = typed.isEmpty && !arguments.has(.json)
    let found = isList ? catalog.ordered(for: context.region).providers : catalog.search(typed)
    if found.isEmpty { throw .unknownProvider(typed, suggestions: catalog.suggestions(for: typed)) }
    if arguments.has(.json) {
      context.console.show(
        .object([
          "schema": JSONValue.schema, "checked": .text(catalog.checked),
          "providers": .list(found.map { .provider($0, address: nil, language: language) }),
        ]))
      return .ok
    }
    let longest = found.map { Width.of($0.id) }.max() ?? 0
    for provider in found { ProviderLine(provider: provider, idWidth: longest, language: language).show(on: screen) }
    if found.count == 1, let only = found.first, only.oauth != nil { context.console.say(OAuthGuideSentence.hint(only)) }
    return .ok
  }
}
