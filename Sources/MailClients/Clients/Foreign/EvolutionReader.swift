// Accounts of Evolution: the files *.source of the evolution-data-server (e-source.c). An account consists of three: how mail is read,
// how it is sent, and whose it is. They name each other by their file names.

import Vocabulary

enum EvolutionReader {
  static let format = ImportFormat(
    word: "evolution", aliases: [], paths: [.config("evolution/sources")], kind: .folder(of: ".source"), read: read)

  /// One file.
  private struct Source {
    var uid = ""
    var sections: [String: INIFile.Section] = [:]

    subscript(section: String, key: String) -> String? { sections[section]?[key] }
  }

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    let sources = sources(text)
    let senders = sources.filter { $0.sections["Mail Transport"] != nil }
    let identities = sources.filter { $0.sections["Mail Identity"] != nil }
    for account in sources {
      guard let backend = account["Mail Account", "backendname"], account["Data Source", "enabled"] != "false" else { continue }
      guard ["imapx", "imap"].contains(backend) else {
        if backend == "pop" { collector.remark(.pop3) }
        if ["maildir", "mbox", "spool", "spooldir", "mh"].contains(backend), account["Authentication", "host"] == nil {
          collector.remark(.localMail)
        }
        continue
      }
      // A single file, or files without their names, cannot be told apart; then the only one there is belongs to the account.
      let identity = identities.first { $0.uid == account["Mail Account", "identityuid"] } ?? (identities.count == 1 ? identities[0] : nil)
      let transport = identity?["Mail Submission", "transportuid"]
      let sender = senders.first { $0.uid == transport } ?? (senders.count == 1 ? senders[0] : nil)
      var parsed = ParsedAccount()
      parsed.isDeclared = true
      parsed.name = account["Data Source", "displayname"] ?? ""
      parsed.from = identity?["Mail Identity", "address"]
      set(&parsed.imap, account, &collector)
      if let sender {
        if sender["Mail Transport", "backendname"] == "smtp" {
          set(&parsed.smtp, sender, &collector)
        } else {
          collector.remark(.otherSender)
        }
      }
      collector.add(parsed)
    }
  }

  private static func set(_ server: inout ParsedAccount.Server, _ source: Source, _ collector: inout ImportCollector) {
    (server.host, server.port) = (source["Authentication", "host"], source["Authentication", "port"])
    if server.port == "0" { server.port = nil }
    server.set(user: source["Authentication", "user"])
    switch source["Security", "method"] {
    case "ssl-on-alternate-port": server.security = .tls
    case "starttls-on-standard-port": server.security = .startTLS
    case nil where server.host == nil: break
    case nil, .some:
      server.isClear = true
      collector.remark(.notEncrypted)
    }
  }

  /// Returns the files. Each begins with the section `Data Source`; the name of the file stands before it if the folder was read.
  private static func sources(_ text: ConfigurationText) -> [Source] {
    var (sources, uid) = ([Source](), "")
    for section in INIFile.sections(text, .plain) {
      if section.name.hasPrefix(ImportFormat.fileHeading) {
        uid = String(section.name.dropFirst(ImportFormat.fileHeading.count))
        continue
      }
      if section.name == "Data Source" {
        sources.append(Source(uid: uid))
        uid = ""
      }
      guard !sources.isEmpty else { continue }
      sources[sources.count - 1].sections[section.name] = section
    }
    return sources
  }
}
