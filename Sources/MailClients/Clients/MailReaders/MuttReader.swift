// NeoMutt and Mutt: neomuttrc(5), muttrc(5). `set` is understood, hooks and further files are not.

import Vocabulary

enum MuttrcReader {
  /// A value, or the command between backquotes that would give it.
  private struct Value {
    var text: [UInt8] = []
    var command: [UInt8]?
  }

  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    var cursor = Cursor()
    for line in text.continuedLines {
      cursor.rest = line[...]
      repeat {
        guard let command = cursor.word() else { continue }
        switch command.text.text {
        case "set": cursor.takeSettings()
        case "my_hdr": cursor.takeHeader()
        case "source", "folder-hook", "account-hook": harvest.remark(.includesOthers)
        default: break
        }
      } while cursor.nextCommand()
    }
    add(cursor.values, &harvest)
  }

  private static func add(_ values: [String: Value], _ harvest: inout ImportCollector) {
    func text(_ names: String...) -> String? { names.lazy.compactMap { values[$0]?.text.text }.first { !$0.isEmpty } }
    var draft = ParsedAccount()
    draft.from = text("from", "my_hdr")
    let urls = [text("folder"), text("spoolfile", "spool_file"), text("smtp_url")].compactMap { $0 }.compactMap { SettingsURL($0) }
    for url in urls.reversed() { draft.take(url, &harvest) }
    // What stands in the URL goes first (imap_user: "this variable defaults to your user name").
    if draft.imap.username == nil { draft.imap.set(user: text("imap_user", "imap_login")) }
    if draft.smtp.username == nil { draft.smtp.set(user: text("smtp_user")) }
    if text("ssl_starttls") == "no", text("ssl_force_tls") != "yes", urls.contains(where: { $0.security == .startTLS }) {
      harvest.remark(.notEncrypted)
    }
    // certificate_file is as often only what its user has accepted; as a name of an authority it is what an export of ours wrote.
    draft.authorityFile = text("ssl_ca_certificates_file") ?? text("certificate_file").flatMap { $0.hasPrefix("/") ? $0 : nil }
    for name in ["imap_pass", "smtp_pass"] {
      guard let value = values[name] else { continue }
      if let command = value.command { draft.command = draft.command ?? command.text } else { harvest.password(value.text.text) }
    }
    harvest.add(draft)
  }

  /// Reads the words of one line (muttrc(5), "Syntax of Initialization Files").
  private struct Cursor {
    var rest: ArraySlice<UInt8> = []
    private(set) var values: [String: Value] = [:]
    /// Octets of a value, and values: variables that name each other could grow without end.
    private static let limit = 4_096
    private static let most = 1_000

    /// Goes behind the semicolon that ends a command; false at the end of the line.
    mutating func nextCommand() -> Bool {
      while word() != nil {}
      guard rest.first == UInt8(ascii: ";") else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// `name = value` and `name`, as often as they stand there.
    mutating func takeSettings() {
      while let name = word(endsAtEquals: true)?.text.text {
        rest = rest.drop(while: \.isBlank)
        if rest.first == UInt8(ascii: "=") {
          rest = rest.dropFirst()
          keep(word() ?? Value(), as: name)
        } else if name.hasPrefix("no") {
          // `set nossl_starttls`.
          keep(Value(text: Array("no".utf8)), as: String(name.dropFirst(2)))
        } else {
          keep(Value(text: Array("yes".utf8)), as: name)
        }
      }
    }

    /// `my_hdr From: …`.
    mutating func takeHeader() {
      var header: [UInt8] = []
      while let word = word(), header.count < Self.limit { header += (header.isEmpty ? [] : [.space]) + word.text }
      guard header.prefix(5).equalsIgnoringCase("From:") else { return }
      keep(Value(text: Array(header.dropFirst(5))), as: "my_hdr")
    }

    private mutating func keep(_ value: Value, as name: String) {
      if values.count < Self.most || values[name] != nil { values[name] = value }
    }

    /// The next word; nil at a semicolon, a comment and the end.
    mutating func word(endsAtEquals: Bool = false) -> Value? {
      rest = rest.drop(while: \.isBlank)
      guard let first = rest.first, first != UInt8(ascii: ";"), first != UInt8(ascii: "#") else { return nil }
      var value = Value()
      var quote: UInt8?
      while let octet = rest.first, value.text.count < Self.limit {
        if quote == nil, octet.isBlank || octet == UInt8(ascii: ";") || octet == UInt8(ascii: "#") { break }
        if quote == nil, endsAtEquals, octet == UInt8(ascii: "=") {
          // `=` alone is no name.
          if value.text.isEmpty { rest = rest.dropFirst() }
          break
        }
        rest = rest.dropFirst()
        switch octet {
        case quote: quote = nil
        case .quote where quote == nil, UInt8(ascii: "'") where quote == nil: quote = octet
        case .backslash where quote != UInt8(ascii: "'"): value.text += rest.popFirst().map { [$0] } ?? []
        case UInt8(ascii: "`") where quote != UInt8(ascii: "'"):
          let command = rest.prefix { $0 != UInt8(ascii: "`") }
          value.command = Array(command)
          rest = rest.dropFirst(command.count + 1)
        case UInt8(ascii: "$") where quote != UInt8(ascii: "'"): expand(into: &value)
        default: value.text.append(octet)
        }
      }
      return value
    }

    /// `$name` and `${name}`: a variable set before, else nothing.
    private mutating func expand(into value: inout Value) {
      let isBraced = rest.first == .openBrace
      if isBraced { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      rest = rest.dropFirst(name.count + (isBraced ? 1 : 0))
      guard let known = values[name.text] else { return }
      value.text += known.text.prefix(Self.limit - min(value.text.count, Self.limit))
      if value.command == nil { value.command = known.command }
    }
  }
}
