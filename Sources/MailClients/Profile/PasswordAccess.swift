// How mail programs get the password, which is in no configuration.

package enum PasswordAccess: Sendable, Equatable {
  /// The setting with this name contains the command that prints it.
  case command(setting: String)
  /// The exported script runs the command and passes the password on.
  case script(Channel)
  /// The user writes it into this file, which the program reads.
  case ownFile(String)
  /// The program asks the user.
  case prompt

  /// How a script passes the password to the program. Never as an argument: other users can read those.
  package enum Channel: Sendable, Equatable { case standardInput, environment }
}
