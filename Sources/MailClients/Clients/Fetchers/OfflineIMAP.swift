// offlineimap3: offlineimap.conf of its distribution.

import Vocabulary

enum OfflineIMAP {
  static let profile = ClientProfile(
    name: .program("OfflineIMAP"), aliases: ["offlineimap3"], protocols: [.imap],
    destination: .file(
      ConfigurationFile(
        paths: [.config("offlineimap/config"), .home(".offlineimaprc")], new: .home(".offlineimaprc"), isPrivate: false,
        isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: SettingRules(
          second: .breaks, names: SettingRules.headers, hasFirst: { $0.lines.contains { $0.header == "[general]" } }),
        folders: ConfigurationFile.noFolders, check: nil)),
    versionCall: nil, oldest: nil, id: .always, password: .command(setting: "remotepasseval"),
    token: .command(setting: "oauth2_access_token_eval", TokenSupport(.xoauth2)), authority: .replacesSystem,
    // It continues in clear text if the offer of STARTTLS was removed on the way (imapserver.py, __start_tls).
    canRequireSTARTTLS: false, remarks: { account, options in options.isFirst ? [] : [.addToAccounts(account.label)] },
    imports: [
      ImportFormat(
        word: "offlineimap", aliases: [], paths: [.config("offlineimap/config"), .home(".offlineimaprc")], read: OfflineIMAPReader.read)
    ],
    lines: { account, options throws(ExportError) in try lines(account, options) })

  private static func lines(_ account: MailAccount, _ options: WriterOptions) throws(ExportError) -> [String] {
    // offlineimap expands variables, which nothing can quote (getsslcacertfile), and removes blanks at the end.
    if let file = account.authorityFile, file.holdsAny(of: "$") || file.hasSuffix(" ") { throw .cannotHold(.offlineimap, .authorityFile) }
    let (label, imap) = (account.label, account.settings.imap)
    // A Python expression, which is evaluated without imported modules.
    let words = account.secretCommand.words.map(Quoting.double).joined(separator: ", ")
    let secret = "__import__(\"subprocess\").check_output([\(words)]).decode().rstrip(\"\\r\\n\")"
    // Python's configparser refuses a second section with the same name.
    let general = options.isFirst ? ["[general]", "accounts = \(label)", ""] : []
    return general + [
      "[Account \(label)]", "localrepository = \(label)-local", "remoterepository = \(label)-remote",
      "", "[Repository \(label)-local]", "type = Maildir", "localfolders = ~/Mail/\(label)",
      "", "[Repository \(label)-remote]", "type = IMAP", "remotehost = \(imap.host.text)", "remoteport = \(imap.port)",
      "remoteuser = \(Quoting.interpolated(account.settings.imapUsername))",
    ] + (account.tokenMechanism(for: .offlineimap).map { ["auth_mechanisms = \($0.rawValue)"] } ?? []) + [
      "\(account.tokenMechanisms == nil ? "remotepasseval" : "oauth2_access_token_eval") = \(Quoting.interpolated(secret))",
      // Without a file of certificate authorities it refuses to connect.
      "ssl = yes", "sslcacertfile = \(account.authorityFile.map(Quoting.interpolated) ?? "OS-DEFAULT")",
    ]
  }
}
