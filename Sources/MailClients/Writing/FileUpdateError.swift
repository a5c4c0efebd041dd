// Why nothing was written into a client's own file.

package enum FileUpdateError: Error, Equatable, Sendable {
  /// It has no file of its own that more could be put into.
  case noFile(MailClient)
  /// No HOME to look for files in.
  case noHome
  case block(String, ManagedBlock.Fault)
  /// The person's own lines define the same already.
  case defined(String, [SettingDefinition])
  /// The client does not take the file as it would be; what it says.
  case rejected(MailClient, said: String)
  /// The file is not to be touched or cannot be; why.
  case unusable(String, Reason)

  package enum Reason: Equatable, Sendable {
    case special, foreign, foreignFolder, tooBig, changed, busy, tooManyCopies
    case system(String)
  }
}
