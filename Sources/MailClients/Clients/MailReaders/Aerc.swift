// aerc: aerc-accounts(5), aerc-imap(5), aerc-smtp(5).

import Vocabulary

enum Aerc {
  static let profile = ClientProfile(
    name: .program("aerc"), aliases: [], protocols: [.imap, .smtp],
    destination: .file(
      ConfigurationFile(
        paths: [accounts], new: accounts, isPrivate: true, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: SettingRules(second: .breaks, names: SettingRules.headers, hasFirst: SettingRules.nothingFirst),
        folders: ConfigurationFile.noFolders, check: nil)),
    versionCall: ["aerc", "-v"], oldest: nil, id: .never, password: .command(setting: "source-cred-cmd"),
    token: .command(setting: "source-cred-cmd", TokenSupport(.oauthbearer, .xoauth2, since: "0.13")),
    // Go's crypto/x509 reads SSL_CERT_FILE only.
    authority: .none(.environment), canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [ImportFormat(word: "aerc", aliases: [], paths: [accounts], read: AercReader.read)], lines: lines)

  private static let accounts = ConfigurationPath.config("aerc/accounts.conf")

  @Sendable private static func lines(_ account: MailAccount, _ options: WriterOptions) throws(ExportError) -> [String] {
    let (imap, smtp) = (account.settings.imap, account.settings.smtp)
    guard let command = Quoting.aerc(account.secretCommand.shell) else { throw .cannotHold(.aerc, .secretCommand) }
    guard let from = Quoting.aerc(account.address.description) else { throw .cannotHold(.aerc, .address) }
    let mechanism = account.tokenMechanism(for: .aerc).map { "+\($0.rawValue.lowercasedASCII)" }
    let source = "\(imap.security == .tls ? "imaps" : "imap")\(mechanism ?? "")://\(Quoting.percent(account.settings.imapUsername))@\(imap)"
    let outgoing =
      "\(smtp.security == .tls ? "smtps" : "smtp")\(mechanism ?? "+plain")://\(Quoting.percent(account.settings.smtpUsername))@\(smtp)"
    var lines = [
      "[\(account.label)]", "source = \(source)", "source-cred-cmd = \(command)", "outgoing = \(outgoing)",
      "outgoing-cred-cmd = \(command)", "from = \(from)", "default = INBOX",
    ]
    // aerc keeps the command's output until it ends, and then a token has expired.
    if mechanism != nil { lines.append("outgoing-cred-cmd-cache = false") }
    // Without this line 0.14 and older send in clear text. Since 0.15 smtp:// requires STARTTLS by itself and the line has no
    // effect: it is left out only if the version is known.
    if smtp.security == .startTLS, options.version.map({ $0 < "0.15" }) ?? true { lines.append("smtp-starttls = true") }
    return lines
  }
}
