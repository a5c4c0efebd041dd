// argv as text. What is not UTF-8 is refused: read as something else it would name another file than the one that is meant.

import Catalog
import Sentences

struct ArgumentWords {
  /// Every word, with replacement characters where it is not UTF-8: fit for finding out how to complain.
  let texts: [String]
  /// The first word that is not UTF-8, counted from 1 as a person does.
  private let firstBad: Int?

  /// The words without the program's name.
  init(_ words: [[UInt8]]) {
    texts = words.map { String(decoding: $0, as: UTF8.self) }
    firstBad = words.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  /// The words, read. A secret among them is the worse mistake, whatever its encoding.
  var read: Arguments {
    get throws(CommandError) {
      let arguments: Arguments
      do throws(CommandError) {
        arguments = try Arguments(texts)
      } catch {
        if let firstBad, error != .secretOnCommandLine { throw .notUTF8Argument(firstBad) }
        throw error
      }
      guard let firstBad else { return arguments }
      // Such an address is wrong as others are.
      if let address = arguments[.email] { _ = try ProviderLookUp(directory: ProviderDirectory()).address(address) }
      throw .notUTF8Argument(firstBad)
    }
  }
}
