// Accounts of mbsync, which is part of isync: mbsync(1). Only the sections that name an IMAP server count.

import Vocabulary

enum MbsyncReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var parsed: ParsedAccount?
    for line in text.lines {
      var words = words(of: line)
      guard let keyword = words.first?.lowercasedASCII else { continue }
      words.removeFirst()
      let value = words.joined(separator: " ")
      switch keyword {
      case "imapaccount", "imapstore", "maildirstore", "channel", "group":
        if let parsed { collector.add(parsed) }
        parsed = keyword.hasPrefix("imap") ? ParsedAccount() : nil
        parsed?.name = value
        parsed?.isDeclared = keyword == "imapaccount"
      case "host": parsed?.imap.host = value
      case "port": parsed?.imap.port = value
      case "user": parsed?.imap.set(user: value)
      case "pass": if parsed != nil { collector.password(value) }
      // A `+` at the beginning means that the command may ask the user.
      case "passcmd": parsed?.command = value.hasPrefix("+") ? String(value.dropFirst()) : value
      case "ssltype", "tlstype":
        switch value.uppercasedASCII {
        case "IMAPS": parsed?.imap.security = .tls
        case "STARTTLS": parsed?.imap.security = .startTLS
        default:
          if parsed != nil { collector.remark(.notEncrypted) }
          parsed?.imap.isClear = true
        }
      case "authmech", "authmechs": if TokenWords.areIn(value) { parsed?.usesOAuth = true }
      case "certificatefile": parsed?.authorityFile = value
      case "useimaps": parsed?.imap.security = value.lowercasedASCII == "yes" ? .tls : .startTLS
      default: break
      }
    }
    if let parsed { collector.add(parsed) }
  }

  /// Returns the words of a line. Between double quotes blanks are part of a word, and a backslash removes the meaning of the
  /// next octet. # begins a comment.
  private static func words(of line: ArraySlice<UInt8>) -> [String] {
    var (words, rest) = ([String](), line)
    while true {
      rest = rest.drop(while: \.isBlank)
      guard let first = rest.first, first != UInt8(ascii: "#") else { return words }
      var (word, isQuoted) = ([UInt8](), false)
      while let octet = rest.first, isQuoted || !octet.isBlank {
        rest = rest.dropFirst()
        switch octet {
        case .quote: isQuoted.toggle()
        case .backslash where isQuoted: word += rest.popFirst().map { [$0] } ?? []
        default: word.append(octet)
        }
      }
      words.append(word.text)
    }
  }
}
