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

  /// Returns 0 for a valid file and 65 for one with faults. The faults are the result. What deserves a second look in a valid file
  /// is a warning.
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
    let remarks = faults.isEmpty ? Catalog.remarks(data) : []
    if arguments.has(.json) {
      context.console.show(document(faults, remarks))
    } else if faults.isEmpty {
      screen.line(CatalogSentence.good(Catalog.load(data).providers.count, Visible(path, limit: 200))[language])
      for remark in remarks { context.console.talk.line(line(remark, path), .warning, indent: 2) }
    } else {
      for fault in faults { screen.line(line(fault, path), indent: 2) }
    }
    return faults.isEmpty ? .ok : .badData
  }

  private func line(_ issue: DocumentIssue, _ path: String) -> String {
    let place = issue.path.isEmpty ? path : issue.path
    let entry = issue.entry.map { " (\(Visible($0, limit: 80)))" } ?? ""
    return "\(Visible(place, limit: 200))\(entry): \(CatalogSentence.text(issue.reason)[context.console.language])"
  }

  private func read(_ path: String) throws(CommandError) -> Data {
    do throws(UserCatalogError) { return try UserCatalogs.read(path) } catch { throw CommandError(error) }
  }

  /// Returns the JSON document: schema 1, whose keys are in JSONReference.swift.
  private func document(_ faults: [DocumentIssue], _ remarks: [DocumentIssue]) -> JSONValue {
    .object(["schema": JSONValue.schema, "faults": list(faults), "warnings": list(remarks)])
  }

  private func list(_ issues: [DocumentIssue]) -> JSONValue {
    .list(
      issues.map { issue in
        .object([
          "path": .text(issue.path), "entry": .optional(issue.entry),
          "reason": .text(CatalogSentence.text(issue.reason)[context.console.language]),
        ])
      })
  }
}
