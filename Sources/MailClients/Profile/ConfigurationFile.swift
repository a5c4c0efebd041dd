// The file of a mail program that an account is written into.

/// The file of a mail program that setup writes a managed block into.
package struct ConfigurationFile: Sendable {
  /// The places in which the program looks, in its order. It reads the first file that exists.
  package let paths: [ConfigurationPath]
  /// Where a new file is created.
  package let new: ConfigurationPath
  /// Whether the program refuses a file that other users can read.
  package let isPrivate: Bool
  /// Whether a file is about one account, so that every account gets a file of its own.
  package let isPerAccount: Bool
  /// What begins a comment.
  package let comment: String
  /// Whether an empty line ends a section and nothing else does, so that a block needs one before and one after it.
  let needsEmptyLines: Bool
  /// What the program does with a setting that is defined twice.
  package let settings: SettingRules
  /// Returns the folders that have to exist before the program works, relative to the home folder, for the label of an
  /// account.
  let folders: @Sendable (String) -> [String]
  /// Returns the check of the file at a path, for the account with a label. `nil` if every check would sign in.
  let check: (@Sendable (_ path: String, _ label: String) -> OfflineCheck)?

  /// Returns every path from which a program of the version in `options` may read the account. The last one is where a new
  /// file is created.
  package func paths(for owner: BlockOwner, _ options: WriterOptions) -> [ConfigurationPath] {
    (paths.filter { path in path.since.map { !options.isOlder(than: $0) } ?? true } + [new]).map { $0.named(for: owner) }
  }

  /// Returns the folders that have to exist before the program works, relative to the home folder.
  package func folders(for owner: BlockOwner) -> [String] { folders(owner.label) }
}

extension ConfigurationFile {
  /// No folder is needed.
  static let noFolders: @Sendable (String) -> [String] = { _ in [] }
}

extension MailClient {
  /// Returns the check of its file at `path`, or `nil` if every check would sign in.
  package func check(_ path: String, of owner: BlockOwner) -> OfflineCheck? { file?.check?(path, owner.label) }
}
