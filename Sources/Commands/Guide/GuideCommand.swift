// `setup guide PROVIDER|ADDRESS`: prints settings and steps, and the QR code of a page, without network.

import Catalog
import CommandLine
import Documents
import Output
import Sentences
import Vocabulary

struct GuideCommand {
  let arguments: Arguments
  let context: CommandContext

  func run() throws(CommandError) -> ExitStatus {
    guard let typed = arguments.words.first ?? arguments[.provider] ?? arguments[.email] else {
      throw .missingArgument("setup guide", .provider, example: "setup guide yandex")
    }
    // The word is a provider or an address. An option may add the other.
    if let word = arguments.words.first {
      for option in [Option.provider] + (Catalog.isAddress(word) ? [.email] : []) where arguments.has(option) {
        throw .conflict(option.spelling, word)
      }
    }
    let directory = try context.directory(arguments)
    let said = arguments[.email] ?? (Catalog.isAddress(typed) ? typed : nil)
    let address = try said.map { (word) throws(CommandError) in try MailAddress.reading(word, directory) }
    let provider = try provider(typed, address, in: directory)
    if arguments.has(.json), arguments.has(.qr) { throw .conflict(Option.json.spelling, Option.qr.spelling) }
    if arguments.has(.yes), !arguments.has(.qrFile) { throw .needsOption(Option.yes.spelling, Option.qrFile.spelling) }
    let code = arguments.has(.qr) || arguments.has(.qrFile) ? try GuideCode(of: provider, context) : nil
    let file = try arguments[.qrFile].map { (path) throws(CommandError) in
      try GuideCode.File(path, mayReplace: arguments.has(.yes))
    }
    if let address { try context.judge(address, at: provider, arguments, in: directory) }
    if arguments.has(.json) {
      context.warn(of: provider, for: address, in: directory)
      context.console.show(JSONValue.provider(provider, address: address, language: context.console.language))
    } else {
      if let origin = directory.origin(of: provider, for: address) {
        context.console.talk.line(origin[context.console.language], .warning)
      }
      GuidePage(provider: provider, address: address, language: context.console.language).show(on: context.console.result)
    }
    if arguments.has(.qr) { try code?.show() }
    if let file { try code?.write(to: file) }
    return .ok
  }

  private func provider(_ typed: String, _ address: MailAddress?, in directory: ProviderDirectory) throws(CommandError) -> Provider {
    do throws(ProviderLookUpError) {
      return try ProviderLookUp(directory: directory).provider(typed, address: address)
    } catch {
      throw CommandError(error)
    }
  }
}
