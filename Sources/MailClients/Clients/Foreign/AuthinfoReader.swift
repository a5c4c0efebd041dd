// Servers of an authinfo or netrc file: auth-source (info), netrc(5). Each entry has a password, which is not read.

import Vocabulary

enum AuthinfoReader {
  static let format = ImportFormat(
    word: "authinfo", aliases: ["netrc"], paths: [.home(".authinfo"), .home(".netrc")], read: read)

  private struct Entry {
    var host = ""
    var login: String?
    var port: String?
  }

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var (entries, current) = ([Entry](), Entry?.none)
    // A definition of macros ends at an empty line (netrc(5)).
    var isMacro = false
    for line in text.lines {
      var words = ShellWords.words(of: line)[...]
      if words.isEmpty { isMacro = false }
      while !isMacro, let word = words.popFirst() {
        switch word {
        case "machine", "default":
          if let current { entries.append(current) }
          current = Entry(host: word == "machine" ? words.popFirst() ?? "" : "")
        case "login", "user", "account": current?.login = words.popFirst()
        case "port", "protocol": current?.port = words.popFirst()
        case "password": collector.password(words.popFirst())
        case "macdef": isMacro = true
        default: break
        }
      }
    }
    if let current { entries.append(current) }
    add(entries, &collector)
  }

  /// Joins the entry of IMAP with that of SMTP that has the same login.
  private static func add(_ entries: [Entry], _ collector: inout ImportCollector) {
    var (accounts, order) = ([String: ParsedAccount](), [String]())
    for (position, entry) in entries.enumerated() {
      guard let (mailProtocol, server) = server(entry, &collector) else { continue }
      var key = entry.login ?? "\(position)"
      if accounts[key].map({ $0[mailProtocol].host != nil }) ?? false { key += "\n\(position)" }
      if accounts[key] == nil { order.append(key) }
      accounts[key, default: ParsedAccount()][mailProtocol] = server
    }
    for key in order { if let parsed = accounts[key] { collector.add(parsed) } }
  }

  /// Returns the server, if the port or the name says that it is one of mail.
  private static func server(_ entry: Entry, _ collector: inout ImportCollector) -> (MailProtocol, ParsedAccount.Server)? {
    var server = ParsedAccount.Server()
    (server.host, server.port) = (entry.host, entry.port.flatMap { $0.utf8.allSatisfy(\.isDigit) ? $0 : nil })
    server.set(user: entry.login)
    let label = entry.host.split(separator: ".").first.map { $0.lowercased() } ?? ""
    switch entry.port?.lowercasedASCII ?? label {
    case "993", "imaps": server.security = .tls
    case "143": server.security = .startTLS
    case "imap", "imap4": break
    case "465", "smtps", "submissions":
      server.security = .tls
      return (.smtp, server)
    case "587", "25", "submission":
      server.security = .startTLS
      return (.smtp, server)
    case "smtp", "mail": return label == "mail" && entry.port == nil ? nil : (.smtp, server)
    case "110", "995", "pop", "pop3", "pop3s":
      collector.remark(.pop3)
      return nil
    case let word where word.hasPrefix("imap") && entry.port == nil: break
    case let word where word.hasPrefix("smtp") && entry.port == nil: return (.smtp, server)
    default: return nil
    }
    return (.imap, server)
  }
}
