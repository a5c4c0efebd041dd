// The configurations that accounts can be imported from.

import Vocabulary

/// A file that accounts can be read from, with its reader. `ClientProfile.imports` contains those of a mail program.
package struct ImportFormat: Sendable {
  /// The word that the user types.
  package let word: String
  /// Other words that users type for it, in addition to those of its mail program.
  let aliases: [String]
  /// The paths in which its program looks for the file, in its order. Empty if the file has no usual path.
  package let paths: [ConfigurationPath]
  /// Whether `paths` are lists of profiles. The file is `prefs.js` in the folder of a profile. See `MozillaProfiles`.
  package let isProfileList: Bool
  private let read: @Sendable (ConfigurationText, inout ImportCollector) -> Void

  init(
    word: String, aliases: [String], paths: [ConfigurationPath], isProfileList: Bool = false,
    read: @escaping @Sendable (ConfigurationText, inout ImportCollector) -> Void
  ) {
    (self.word, self.aliases, self.paths, self.isProfileList, self.read) = (word, aliases, paths, isProfileList, read)
  }

  /// Octets of the largest file that is read.
  package static let limit = 1 << 20

  /// Returns the format with this word or alias, or `nil`. The alias of a mail program means the first of its formats.
  package static func named(_ word: String) -> ImportFormat? {
    allCases.first { $0.word == word } ?? allCases.first { $0.aliases.contains(word) } ?? MailClient.named(word)?.profile.imports.first
  }

  /// Returns the accounts in `octets`. No octet is trusted: what is not understood is skipped, no command is run, no other
  /// file is opened, no password is kept. A file of more than `limit` octets has no accounts.
  package func read(_ octets: [UInt8]) -> Import {
    var collector = ImportCollector()
    if octets.count <= Self.limit, let text = ConfigurationText(octets) { read(text, &collector) }
    return collector.result
  }
}

extension ImportFormat: CaseIterable, Equatable {
  package static let allCases = MailClient.allCases.flatMap(\.profile.imports)

  package static func == (left: ImportFormat, right: ImportFormat) -> Bool { left.word == right.word }
}
