// `setup catalog check FILE`: prints every fault of a catalog with its JSON path.

import Catalog
import CommandLine
import Documents
import FoundationEssentials
import Output
import Sentences
import Vocabulary

struct CatalogCommand {
  let arguments: Arguments
  let context: CommandContext

  /// Returns 0 for a valid file and 65 for one with faults. The faults are the result.
  func run() throws(CommandError) -> ExitStatus {
    if let word = arguments.words.first, word != "check" { throw .unwantedArgument(word) }
    guard arguments.words.count > 1 else {
      throw .missingArgument(
        arguments.words.isEmpty ? "setup catalog" : "setup catalog check", arguments.words.isEmpty ? .check : .file,
        example: "setup catalog check providers.json")
    }
    let path = arguments.words[1]
    let data = try read(path)
    let faults = Catalog.check(data)
    let (screen, language) = (context.console.result, context.console.language)
    if arguments.has(.json) {
      screen.document(document(faults).json)
    } else if faults.isEmpty {
      screen.line(CatalogSentence.good(Catalog.load(data).providers.count, Visible(path, limit: 200))[language])
    } else {
      for fault in faults {
        let place = fault.path.isEmpty ? path : fault.path
        let entry = fault.entry.map { " (\(Visible($0, limit: 80)))" } ?? ""
        screen.line("\(Visible(place, limit: 200))\(entry): \(CatalogSentence.text(fault.reason)[language])", indent: 2)
      }
    }
    return faults.isEmpty ? .ok : .badData
  }

  private func read(_ path: String) throws(CommandError) -> Data {
    do throws(UserCatalogError) { return try UserCatalogs.read(path) } catch { throw CommandError(error) }
  }

  /// Returns the JSON document: schema 1, whose keys are in JSONReference.swift.
  private func document(_ faults: [DocumentIssue]) -> JSONValue {
    .object([
      "schema": JSONValue.schema,
      "faults": .list(
        faults.map { fault in
          .object([
            "path": .text(fault.path), "entry": .optional(fault.entry),
            "reason": .text(CatalogSentence.text(fault.reason)[context.console.language]),
          ])
        }),
    ])
  }
}
