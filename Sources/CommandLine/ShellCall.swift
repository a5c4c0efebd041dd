// Calls of this program, quoted for a POSIX shell.

import Catalog
import Vocabulary

package enum ShellCall {
  /// Returns the options for these user names: one option if both names are equal.
  package static func options(_ names: Usernames) -> [(option: Option, name: String)] {
    if let both = names.imap, both == names.smtp { return [(.username, both)] }
    return [(Option.imapUsername, names.imap), (.smtpUsername, names.smtp)].compactMap { option, name in name.map { (option, $0) } }
  }

  /// Returns a parsed call as text that the user can paste into a POSIX shell.
  package static func text(_ call: Arguments) -> String {
    var words = (call.command == .setup ? ["setup"] : ["setup", call.command.rawValue]) + call.words
    for (option, value) in call.options { words += option.value == nil ? [option.spelling] : [option.spelling, value] }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}
