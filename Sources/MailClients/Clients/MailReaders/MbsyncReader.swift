// mbsync of isync: mbsync(1). Of its sections only those that name an IMAP server count.

import Vocabulary

enum MbsyncReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    var draft: ParsedAccount?
    for line in text.lines {
      var words = words(of: line)
      guard let keyword = words.first?.lowercasedASCII else { continue }
      words.removeFirst()
      let value = words.joined(separator: " ")
      switch keyword {
      case "imapaccount", "imapstore", "maildirstore", "channel", "group":
        if let draft { harvest.add(draft) }
        draft = keyword.hasPrefix("imap") ? ParsedAccount() : nil
        draft?.name = value
      case "host": draft?.imap.host = value
      case "port": draft?.imap.port = value
      case "user": draft?.imap.set(user: value)
      case "pass": if draft != nil { harvest.password(value) }
      // `+` in front means that the command may ask something.
      case "passcmd": draft?.command = value.hasPrefix("+") ? String(value.dropFirst()) : value
      case "ssltype", "tlstype":
        switch value.uppercasedASCII {
        case "IMAPS": draft?.imap.security = .tls
        case "STARTTLS": draft?.imap.security = .startTLS
        default: if draft != nil { harvest.remark(.notEncrypted) }
        }
      case "certificatefile": draft?.authorityFile = value
      case "useimaps": draft?.imap.security = value.lowercasedASCII == "yes" ? .tls : .startTLS
      default: break
      }
    }
    if let draft { harvest.add(draft) }
  }

  /// Double quotes hold a word together, a backslash takes the meaning from what follows it in there, # begins a comment.
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
