// argv as text. A word that is not UTF-8 is an error: if this program decoded it in another way, it could open a
// different file.

import Sentences
import Vocabulary

/// The words of the command line, checked for UTF-8 when they are read.
package struct ArgumentWords {
  /// All words. Octets that are not UTF-8 are replaced, so these texts serve only to choose how an error is reported.
  package let texts: [String]
  /// The position of the first word that is not UTF-8, counted from 1, or `nil`.
  private let firstBad: Int?

  /// Decodes argv without the program's name.
  package init(_ words: [[UInt8]]) {
    texts = words.map { String(decoding: $0, as: UTF8.self) }
    firstBad = words.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  /// The parsed arguments. Throws `notUTF8Argument` for a word that is not UTF-8. An error about a secret on the
  /// command line takes precedence.
  package var read: Arguments {
    get throws(CommandError) {
      let arguments: Arguments
      do throws(CommandError) {
        arguments = try Arguments(texts)
      } catch {
        if let firstBad, error != .secretOnCommandLine { throw .notUTF8Argument(firstBad) }
        throw error
      }
      guard let firstBad else { return arguments }
      // An address that is not UTF-8 is reported as an invalid address.
      if let typed = arguments[.email] {
        do throws(TypedAddress.Error) { _ = try TypedAddress(typed) } catch { throw .address(error) }
      }
      throw .notUTF8Argument(firstBad)
    }
  }
}
