// Accounts of fetchmail: fetchmail(1), "THE RUN CONTROL FILE". It lists servers, and the users of each server.

import Vocabulary

enum FetchmailReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var words = words(of: text.octets[...])
    var (server, user, defaults) = (ParsedAccount?.none, ParsedAccount?.none, ParsedAccount())
    // `defaults` sets the values of all servers after it (fetchmail(1), "DEFAULTS").
    var (isIMAP, isIMAPByDefault, isDefaults) = (true, true, false)
    func settle(_ collector: inout ImportCollector) {
      if isDefaults {
        (defaults, isIMAPByDefault) = (user ?? server ?? defaults, isIMAP)
        return
      }
      guard let account = user ?? server else { return }
      guard isIMAP else { return collector.remark(.pop3) }
      // Without `ssl` fetchmail encrypts only if the server offers that.
      if account.imap.security == nil { collector.remark(.notEncrypted) }
      collector.add(account)
    }
    func change(_ work: (inout ParsedAccount) -> Void) {
      if var some = user {
        work(&some)
        user = some
      } else if var some = server {
        work(&some)
        server = some
      }
    }
    while let word = words.popFirst() {
      guard !word.isQuoted else { continue }
      switch word.text.lowercasedASCII {
      case "poll", "server", "skip", "defaults":
        settle(&collector)
        (server, user, isIMAP) = (defaults, nil, isIMAPByDefault)
        isDefaults = word.text.lowercasedASCII == "defaults"
        if !isDefaults, let host = words.popFirst() {
          server?.imap.host = host.text
        }
      case "via": if let host = words.popFirst() { change { $0.imap.host = host.text } }
      case "proto", "protocol": isIMAP = words.popFirst()?.text.lowercasedASCII.hasPrefix("imap") ?? true
      case "service", "port": if let port = words.popFirst() { change { $0.imap.port = port.text } }
      // `auth password` names a way to sign in and not a password.
      case "auth", "authenticate":
        let mechanism = words.popFirst()?.text ?? ""
        if TokenWords.isMechanism(mechanism) { change { $0.usesOAuth = true } }
      case "user", "username":
        guard let name = words.popFirst() else { break }
        // `user anna there with password … is anna here`: if the server has another user, that one ends here.
        if isDefaults {
          server?.imap.set(user: name.text)
          break
        }
        if user != nil { settle(&collector) }
        user = server
        user?.imap.set(user: name.text)
      case "pass", "password": collector.password(words.popFirst()?.text)
      case "ssl": change { $0.imap.security = .tls }
      case "sslproto":
        let version = words.popFirst()?.text ?? ""
        change { if $0.imap.security == nil, !version.isEmpty { $0.imap.security = .startTLS } }
      case "sslcertfile": if let file = words.popFirst() { change { $0.authorityFile = file.text } }
      default: break
      }
    }
    settle(&collector)
  }

  private struct Word {
    var text: String
    var isQuoted: Bool
  }

  /// Returns the words. Blanks, commas, semicolons and = separate words, and so does a colon after a word, but none of them
  /// between quotes. # begins a comment.
  private static func words(of octets: ArraySlice<UInt8>) -> ArraySlice<Word> {
    var (words, rest) = ([Word](), octets)
    while let octet = rest.first {
      if octet.isBlankOrLineEnd || ",:;=".utf8.contains(octet) {
        rest = rest.dropFirst()
      } else if octet == UInt8(ascii: "#") {
        rest = rest.drop { $0 != .lineFeed }
      } else if octet == .quote || octet == UInt8(ascii: "'") {
        rest = rest.dropFirst()
        words.append(Word(text: string(&rest, until: octet), isQuoted: true))
      } else {
        // A colon within a word is part of an IPv6 address.
        let word = rest.prefix { !$0.isBlankOrLineEnd && !",;=\"".utf8.contains($0) }
        rest = rest.dropFirst(word.count)
        words.append(Word(text: word.last == UInt8(ascii: ":") ? word.dropLast().text : word.text, isQuoted: false))
      }
    }
    return words[...]
  }

  /// Reads up to the closing quote. Understands \xNN and escapes of one character.
  private static func string(_ rest: inout ArraySlice<UInt8>, until quote: UInt8) -> String {
    var output: [UInt8] = []
    while let octet = rest.popFirst(), octet != quote {
      guard octet == .backslash, let next = rest.popFirst() else {
        output.append(octet)
        continue
      }
      let digits = rest.prefix(2)
      if next == UInt8(ascii: "x"), digits.count == 2, digits.first != .plus, let value = UInt8(digits.text, radix: 16) {
        output.append(value)
        rest = rest.dropFirst(2)
      } else {
        output.append(next == UInt8(ascii: "n") ? .lineFeed : next == UInt8(ascii: "t") ? .tab : next)
      }
    }
    return output.text
  }
}
