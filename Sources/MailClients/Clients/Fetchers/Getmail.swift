// getmail 6: getmail6's documentation, configuration.txt. Its parser (RawConfigParser) has no quotes and no escapes.

import Vocabulary

enum Getmail {
  static let profile = ClientProfile(
    name: .program("getmail"), aliases: ["getmail6"], protocols: [.imap],
    destination: .file(
      ConfigurationFile(
        paths: paths + [.perAccount(.configuration, in: "getmail"), .perAccount(.home, in: ".getmail")], new: paths[0],
        isPrivate: false, isPerAccount: true, comment: "#", needsEmptyLines: false,
        settings: SettingRules(second: .breaks, names: SettingRules.headers, hasFirst: SettingRules.nothingFirst),
        folders: { label in ["cur", "new", "tmp"].map { "Mail/\(label)/\($0)" } }, check: check)),
    versionCall: ["getmail", "--version"], oldest: nil, id: .setting(since: "6.19.00"), password: .command(setting: "password_command"),
    token: .command(setting: "password_command", TokenSupport(.xoauth2)),
    authority: .replacesSystem,
    // getmail 6 has no STARTTLS.
    canRequireSTARTTLS: false, remarks: { _, _ in [.needsMaildir] },
    imports: [ImportFormat(word: "getmail", aliases: [], paths: paths, read: GetmailReader.read)],
    lines: { account, _ throws(ExportError) in try lines(account) })

  private static let paths = [ConfigurationPath.config("getmail/getmailrc"), .home(".getmail/getmailrc")]

  @Sendable private static func check(_ path: String, _ label: String) -> OfflineCheck {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    return OfflineCheck(["getmail", "--getmaildir=\(folder)", "-r", path, "--dump"], .status, warning: "unknown parameter")
  }

  private static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // getmail expands variables (expand_user_vars), and the parser removes blanks at the end.
    if let file = account.authorityFile, file.holdsAny(of: "$") || file.hasSuffix(" ") { throw .cannotHold(.getmail, .authorityFile) }
    let imap = account.settings.imap
    // A Python tuple: a single word needs the comma too.
    let words = account.secretCommand.words.map { Quoting.double($0) + "," }.joined(separator: " ")
    var lines = [
      "[retriever]", "type = SimpleIMAPSSLRetriever", "server = \(imap.host.text)", "port = \(imap.port)",
      "username = \(account.settings.imapUsername)", "password_command = (\(words))",
      // Without it getmail verifies no certificate.
      "ca_certs = \(account.authorityFile ?? "/etc/ssl/certs/ca-certificates.crt")", "mailboxes = (\"INBOX\",)",
    ]
    if account.tokenMechanism(for: .getmail) != nil { lines.append("use_xoauth2 = True") }
    if account.demandsID { lines.append("imap_id_extension = true") }
    return lines + [
      "", "[destination]", "type = Maildir", "path = ~/Mail/\(account.label)/",
      "", "[options]", "read_all = false", "delete = false",
    ]
  }
}
