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
  package let kind: Kind
  private let read: @Sendable (ConfigurationText, inout ImportCollector) -> Void

  init(
    word: String, aliases: [String], paths: [ConfigurationPath], kind: Kind = .file,
    read: @escaping @Sendable (ConfigurationText, inout ImportCollector) -> Void
  ) {
    (self.word, self.aliases, self.paths, self.kind, self.read) = (word, aliases, paths, kind, read)
  }

  /// What is at the paths of a format.
  package enum Kind: Sendable, Equatable {
    case file
    /// A list of profiles. The file is `prefs.js` in the folder of a profile. See `MozillaProfiles`.
    case profileList
    /// A folder of files with this suffix, which belong together. They are read one after another, each after a line with its name in
    /// brackets. See `fileHeading`.
    case folder(of: String)
  }

  /// The start of the line in brackets that names a file of a folder.
  package static let fileHeading = "file: "

  /// Octets of the largest file that is read.
  package static let limit = 1 << 20

  /// Returns the format with this word or alias, or `nil`. The alias of a mail program means the first of its formats.
  package static func named(_ word: String) -> ImportFormat? {
    allCases.first { $0.word == word } ?? allCases.first { $0.aliases.contains(word) } ?? MailClient.named(word)?.profile.imports.first
  }

  /// Returns the accounts in `octets`. No octet is trusted: what is not understood is skipped, no command is run, no other
  /// file is opened, no password is kept. A file of more than `limit` octets has no accounts. `address` replaces the placeholders of
  /// files that are about all addresses of a domain.
  package func read(_ octets: [UInt8], for address: MailAddress? = nil) -> Import {
    var collector = ImportCollector(for: address)
    if octets.count <= Self.limit, let text = ConfigurationText(octets) { read(text, &collector) }
    return collector.result
  }
}

extension ImportFormat: CaseIterable, Equatable {
  package static let allCases = MailClient.allCases.flatMap(\.profile.imports) + foreign

  /// The formats of programs that no configuration is written for.
  private static let foreign = [GearyReader.format, EvolutionReader.format, MpopReader.format, AuthinfoReader.format]

  package static func == (left: ImportFormat, right: ImportFormat) -> Bool { left.word == right.word }
}
