// Accounts of NeoMutt and Mutt: neomuttrc(5), muttrc(5). `set` is understood, hooks and included files are not.

import Vocabulary

enum MuttrcReader {
  /// A value, or the command between backquotes that prints it.
  private struct Value {
    /// What is not known, because it is the value of another file's variable or the output of a command, is NUL here, which no file
    /// contains. A host or an address with it is none.
    var text: [UInt8] = []
    var command: [UInt8]?
    /// The names of what is not known.
    var unresolved: [String] = []
  }

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var cursor = Cursor()
    for line in text.continuedLines {
      cursor.rest = line[...]
      repeat {
        guard let command = cursor.word() else { continue }
        switch command.text.text {
        case "set": cursor.readSettings()
        case "my_hdr": cursor.readHeader()
        case "source": collector.remark(.includesOthers)
        case "folder-hook", "account-hook", "startup-hook": collector.remark(.settingsInHooks)
        default: break
        }
      } while cursor.nextCommand()
    }
    add(cursor.values, &collector)
  }

  private static func add(_ values: [String: Value], _ collector: inout ImportCollector) {
    func text(_ names: String...) -> String? { names.lazy.compactMap { values[$0]?.text.text }.first { !$0.isEmpty } }
    var parsed = ParsedAccount()
    parsed.from = text("from", "my_hdr")
    let folders = [text("folder"), text("spoolfile", "spool_file")].compactMap { $0 }
    let urls = (folders + [text("smtp_url")].compactMap { $0 }).compactMap { SettingsURL($0) }
    for url in urls.reversed() { parsed.set(url, &collector) }
    for name in ["folder", "spoolfile", "spool_file", "smtp_url"] {
      // Only an unknown host matters. An unknown user name is left out.
      guard let value = values[name], value.text.contains(.nul), SettingsURL(value.text.text)?.host.utf8.contains(.nul) ?? true else {
        continue
      }
      collector.isUnresolved(value.unresolved)
    }
    collector.remarkFolders(folders.filter { !$0.utf8.contains(.nul) })
    if text("pop_host") != nil { collector.remark(.pop3) }
    if text("sendmail") != nil, text("smtp_url") == nil { collector.remark(.otherSender) }
    // The user in the URL takes precedence (imap_user: "this variable defaults to your user name").
    if parsed.imap.username == nil { parsed.imap.set(user: text("imap_user", "imap_login")) }
    if parsed.smtp.username == nil { parsed.smtp.set(user: text("smtp_user")) }
    if text("ssl_starttls") == "no", text("ssl_force_tls") != "yes", urls.contains(where: { $0.security == .startTLS }) {
      collector.remark(.notEncrypted)
    }
    // certificate_file often contains only certificates that the user accepted. An absolute path is what setup export writes for
    // an authority.
    parsed.authorityFile = text("ssl_ca_certificates_file") ?? text("certificate_file").flatMap { $0.hasPrefix("/") ? $0 : nil }
    for name in ["imap_pass", "smtp_pass"] {
      guard let value = values[name] else { continue }
      if let command = value.command {
        parsed.command = collector.command(command.text) ?? parsed.command
      } else if !value.text.contains(.nul) {
        collector.password(value.text.text)
      }
    }
    // Without a command for the token the programs use the other mechanisms of the list.
    let refresh = ["imap_oauth_refresh_command", "smtp_oauth_refresh_command"].compactMap { values[$0] }
    let lists = [text("imap_authenticators"), text("smtp_authenticators")]
    let hasPassword = values["imap_pass"] != nil || values["smtp_pass"] != nil
    parsed.usesOAuth =
      !refresh.isEmpty || lists.contains(where: TokenWords.areAll) || !hasPassword && lists.contains(where: TokenWords.areFirst)
    if let token = refresh.lazy.map({ ($0.command ?? $0.text).text }).first(where: { !$0.isEmpty }) { parsed.command = token }
    collector.add(parsed)
  }

  /// Reads the words of one line (muttrc(5), "Syntax of Initialization Files").
  private struct Cursor {
    var rest: ArraySlice<UInt8> = []
    private(set) var values: [String: Value] = [:]
    /// Octets of a value, and number of values: variables that contain each other could grow without limit.
    private static let limit = 4_096
    private static let most = 1_000
    private static let mostUnresolved = 20

    /// Moves past the semicolon that ends a command. Returns whether there was one on the line.
    mutating func nextCommand() -> Bool {
      while word() != nil {}
      guard rest.first == UInt8(ascii: ";") else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// Reads any number of `name = value` and `name`.
    mutating func readSettings() {
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

    /// Reads `my_hdr From: …`.
    mutating func readHeader() {
      var header: [UInt8] = []
      while let word = word(), header.count < Self.limit { header += (header.isEmpty ? [] : [.space]) + word.text }
      guard header.prefix(5).equalsIgnoringCase("From:") else { return }
      keep(Value(text: Array(header.dropFirst(5))), as: "my_hdr")
    }

    private mutating func keep(_ value: Value, as name: String) {
      if values.count < Self.most || values[name] != nil { values[name] = value }
    }

    /// Reads the next word. Returns `nil` at a semicolon, a comment and the end of the line.
    mutating func word(endsAtEquals: Bool = false) -> Value? {
      rest = rest.drop(while: \.isBlank)
      guard let first = rest.first, first != UInt8(ascii: ";"), first != UInt8(ascii: "#") else { return nil }
      var value = Value()
      var quote: UInt8?
      while let octet = rest.first, value.text.count < Self.limit {
        if quote == nil, octet.isBlank || octet == UInt8(ascii: ";") || octet == UInt8(ascii: "#") { break }
        if quote == nil, endsAtEquals, octet == UInt8(ascii: "=") {
          // `=` alone is not a name.
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
          value.text.append(.nul)
          value.unresolved.append("`…`")
          rest = rest.dropFirst(command.count + 1)
        case UInt8(ascii: "$") where quote != UInt8(ascii: "'"): expand(into: &value)
        default: value.text.append(octet)
        }
      }
      return value
    }

    /// Appends the value of `$name` or `${name}`, if the variable was set before.
    private mutating func expand(into value: inout Value) {
      let isBraced = rest.first == .openBrace
      if isBraced { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      rest = rest.dropFirst(name.count + (isBraced ? 1 : 0))
      guard let known = values[name.text] else {
        value.text.append(.nul)
        value.unresolved.append(name.text)
        return
      }
      value.unresolved += known.unresolved.prefix(Self.mostUnresolved - min(value.unresolved.count, Self.mostUnresolved))
      value.text += known.text.prefix(Self.limit - min(value.text.count, Self.limit))
      if value.command == nil { value.command = known.command }
    }
  }
}
