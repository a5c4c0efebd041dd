// `setup catalog check FILE`: prints every fault of a catalog with its JSON path.

import Catalog
import Documents
import FoundationEssentials
import Sentences
import Vocabulary

struct CatalogCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  /// Returns 0 for a valid file and 65 for one with faults. The faults are the result.
  func run() throws(CommandError) -> ExitStatus {
    if let word = arguments.words.first, word != "check" { throw .unwantedArgument(word) }
    guard arguments.words.count > 1 else {
      throw .missingArgument(
        arguments.words.isEmpty ? "setup catalog" : "setup catalog check",
        what: arguments.words.isEmpty ? CommandSentence.needsCheck : CommandSentence.needsFile,
        example: "setup catalog check providers.json")
    }
    if arguments.words.count > 2 { throw .unwantedArgument(arguments.words[2]) }
    let path = arguments.words[1]
    let data = try CatalogFile.read(path)
    let faults = Catalog.check(data)
    if arguments.has(.json) {
      terms.result.document(
        JSONValue.object([
          "schema": JSONValue.schema,
          "faults": .list(
            faults.map { fault in
              .object([
                "path": .text(fault.path), "entry": .optional(fault.entry),
                "reason": .text(CatalogSentence.text(fault.reason)[terms.language]),
              ])
            }),
        ]).json)
    } else if faults.isEmpty {
      terms.result.line(CatalogSentence.good(Catalog.load(data).providers.count, Visible(path, limit: 200))[terms.language])
    } else {
      for fault in faults {
        let place = fault.path.isEmpty ? path : fault.path
        let entry = fault.entry.map { " (\(Visible($0, limit: 80)))" } ?? ""
        terms.result.line("\(Visible(place, limit: 200))\(entry): \(CatalogSentence.text(fault.reason)[terms.language])", indent: 2)
      }
    }
    return faults.isEmpty ? .ok : .badData
  }
}
