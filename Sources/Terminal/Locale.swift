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

  /// Returns the region from the same variables. Chinese without a territory is that of mainland China.
  package static func region(_ environment: Environment, _ language: Language) -> UserRegion {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let parts = value.prefix { $0 != "." && $0 != "@" }.split(separator: "_")
    let spoken = parts.first.map { String($0).lowercasedASCII } ?? "c"
    let territory = parts.dropFirst().first.map { String($0).uppercasedASCII }.flatMap { $0.utf8.count == 2 ? $0 : nil }
    switch language {
    case .simplifiedChinese: return UserRegion(territory: spoken == "zh" ? territory ?? "CN" : "CN", isEnglish: false)
    case .english: return UserRegion(territory: territory, isEnglish: ["en", "c", "posix"].contains(spoken))
    }
  }

  /// When colours are used.
  package enum Colours: Equatable, Sendable {
    case never
    /// At a terminal.
    case automatic
    /// In pipes and files, too.
    case always
  }

  /// Returns when to use colours. NO_COLOR with a value turns them off, CLICOLOR_FORCE with a value other than 0 turns them on
  /// everywhere, CLICOLOR=0, and TERM empty or `dumb`, turn them off (bixense.com/clicolors, no-color.org).
  package static func colours(_ environment: Environment, isForbidden: Bool) -> Colours {
    if isForbidden || !(environment["NO_COLOR"] ?? "").isEmpty { return .never }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return .always }
    let term = environment["TERM"] ?? ""
    return environment["CLICOLOR"] != "0" && !term.isEmpty && term != "dumb" ? .automatic : .never
  }
}
