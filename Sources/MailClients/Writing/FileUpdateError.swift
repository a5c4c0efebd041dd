// Why nothing was written into a mail program's own file.

package enum FileUpdateError: Error, Equatable, Sendable {
  /// The program has no file of its own that lines can be added to.
  case noFile(MailClient)
  /// `HOME` is not set, so no file can be found.
  case noHome
  /// The managed block in this file cannot be read or written.
  case block(String, ManagedBlock.Error)
  /// The user's own lines in this file define the same settings.
  case defined(String, [SettingDefinition])
  /// The program rejects the changed file, in these words.
  case rejected(MailClient, said: String)
  /// This file must not or cannot be changed.
  case unusable(String, Reason)

  package enum Reason: Equatable, Sendable {
    case special, foreign, foreignFolder, tooBig, changed, busy, tooManyCopies
    case system(String)
  }
}
