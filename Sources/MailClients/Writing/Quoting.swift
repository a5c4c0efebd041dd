// One function for each way to quote, except the shell's. Line breaks and control characters do not occur here: MailAddress,
// MailAccount and PasswordCommand cannot contain any.

import Vocabulary

enum Quoting {
  /// Quotes with double quotes, with a backslash before a double quote and a backslash: mbsync(1), git-config(1), curl(1) -K,
  /// TOML 1.0 basic strings, JSON, Python literals, Emacs Lisp strings. Nothing else is special between them.
  static func double(_ text: String) -> String {
    "\"" + text.escaped { $0 == "\"" || $0 == "\\" ? "\\\($0)" : nil } + "\""
  }

  /// muttrc(5): nothing is special between single quotes. A single quote is written outside of them, after a backslash.
  static func muttrc(_ text: String) -> String { "'" + text.escaped { $0 == "'" ? "'\\''" : nil } + "'" }

  /// fetchmail(1): the lexer ends a string at the first double quote, even after a backslash. \xNN is decoded later.
  static func fetchmail(_ text: String) -> String {
    "\""
      + text.escaped {
        switch $0 {
        case "\"": "\\x22"
        case "\\": "\\x5c"
        default: nil
        }
      } + "\""
  }

  /// msmtp(1): a pair of double quotes around a value is removed. What is between them is unchanged.
  static func msmtp(_ text: String) -> String { "\"\(text)\"" }

  /// The INI of aerc (go-ini): between backquotes everything is unchanged but `%(name)s`, and the last backquote of the line
  /// ends the value. Elsewhere # and ; begin a comment, a backslash at the end continues the line, and a pair of quotes is
  /// removed. Returns `nil` for a text that cannot be written.
  static func aerc(_ text: String) -> String? {
    if text.utf8.firstRange(of: "%(".utf8) != nil { return nil }
    return text.holdsAny(of: "#;\"'`\\") ? "`\(text)`" : text
  }

  /// The INI of offlineimap (Python's SafeConfigParser): % interpolates. Comments begin only at the start of a line.
  static func interpolated(_ text: String) -> String { text.escaped { $0 == "%" ? "%%" : nil } }

  /// auth-source.el, auth-source-netrc-parse-one: bare, or between quotes of either kind, without escapes. Returns `nil` for
  /// a text that cannot be written.
  static func authinfo(_ text: String) -> String? {
    if !text.holdsAny(of: " \"'#") { return text }
    if !text.holdsAny(of: "\"") { return "\"\(text)\"" }
    return text.holdsAny(of: "'") ? nil : "'\(text)'"
  }

  /// XML 1.0, section 2.4, for content and for attributes.
  static func xml(_ text: String) -> String {
    text.escaped {
      switch $0 {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      default: nil
      }
    }
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986, section 2.1).
  static func percent(_ text: String) -> String {
    let plain = Array("-._~".utf8)
    return text.utf8.map { octet in
      if octet.isLetter || octet.isDigit || plain.contains(octet) { return String(UnicodeScalar(octet)) }
      let digits = String(octet, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}
