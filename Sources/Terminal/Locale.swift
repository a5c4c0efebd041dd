// What the environment says about the language and the colours of the output.

import Posix
import Vocabulary

package enum Locale {
  /// Returns the language from LC_ALL, else LC_MESSAGES, else LANG (POSIX, section 8.2). It is Chinese only if the encoding of the
  /// locale is UTF-8.
  package static func language(_ environment: Environment) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      // The form is language[_territory][.codeset][@modifier].
      let parts = value.lowercasedASCII.split { $0 == "." || $0 == "@" }
      return value.lowercasedASCII.hasPrefix("zh") && (parts.contains("utf-8") || parts.contains("utf8")) ? .simplifiedChinese : .english
    }
    return .english
  }

  /// Returns whether to use colours. NO_COLOR with a value, CLICOLOR=0, and TERM empty or `dumb` turn them off.
  package static func usesColour(_ environment: Environment, isForbidden: Bool) -> Bool {
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let term = environment["TERM"] ?? ""
    return !isForbidden && !noColour && environment["CLICOLOR"] != "0" && !term.isEmpty && term != "dumb"
  }
}
