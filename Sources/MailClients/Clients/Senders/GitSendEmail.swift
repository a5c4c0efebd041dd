// git send-email: git-send-email(1), git-config(1), gitcredentials(7).

import Vocabulary

enum GitSendEmail {
  static let profile = ClientProfile(
    name: .program("git send-email"), aliases: ["git-send-email"], protocols: [.smtp],
    destination: .file(
      ConfigurationFile(
        paths: paths, new: .home(".gitconfig"), isPrivate: false, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: SettingRules(second: .overrides, names: names, hasFirst: hasFirst), folders: ConfigurationFile.noFolders,
        check: { path, _ in OfflineCheck(["git", "config", "-f", path, "--list"], .status) })),
    versionCall: nil, oldest: nil, id: .notApplicable, password: .command(setting: "credential.helper"),
    token: .command(setting: "credential.helper", TokenSupport(.xoauth2, .oauthbearer)), authority: .replacesSystem,
    canRequireSTARTTLS: true, remarks: { account, _ in account.tokenMechanisms == nil ? [] : [.needsPerlModule] },
    imports: [ImportFormat(word: "git", aliases: [], paths: paths, read: GitSendEmailReader.read)],
    lines: { account, options in lines(account, options) })

  private static let paths = [ConfigurationPath.home(".gitconfig"), .config("git/config")]

  @Sendable private static func names(_ line: SettingLine) -> [String] {
    let words = line.words
    guard line.section?.lowercasedASCII == "[sendemail]", words.count > 1, words[1] == "=" else { return [] }
    return ["sendemail.\(words[0].lowercasedASCII)"]
  }

  /// A credential helper that setup wrote belongs to another account. Others may be for all servers.
  @Sendable private static func hasFirst(_ file: SettingLines) -> Bool {
    file.text.contains("# >>> setup: ") && file.lines.contains { $0.header?.hasPrefix("[credentialsmtp://") ?? false }
  }

  private static func lines(_ account: MailAccount, _ options: WriterOptions) -> [String] {
    let smtp = account.settings.smtp
    let name = account.settings.smtpUsername
    // git appends `get`, `store` or `erase` to the command. The function receives that word.
    let helper =
      "!f() { test \"$1\" = get || exit 0; secret=$(\(account.secretCommand.shell)) && printf 'username=%s\\npassword=%s\\n' "
      + "\(Shell.quoted(name)) \"$(printf '%s\\n' \"$secret\" | sed 1q)\"; }; f"
    // gitcredentials(7): an empty value removes the helpers before it, which would answer for another account.
    let none = "\thelper ="
    return [
      "[sendemail]", "\tsmtpServer = \(smtp.host.text)", "\tsmtpServerPort = \(smtp.port)",
      "\tsmtpEncryption = \(smtp.security == .tls ? "ssl" : "tls")", "\tsmtpUser = \(Quoting.double(name))",
      "\tfrom = \(Quoting.double(account.address.description))",
    ] + (account.tokenMechanism(for: .git).map { ["\tsmtpAuth = \($0.rawValue)"] } ?? [])
      + (account.authorityFile.map { ["\tsmtpSSLCertPath = \(Quoting.double($0))"] } ?? [])
      + ["[credential \"smtp://\(smtp)\"]"] + (options.isFirst ? [] : [none]) + ["\thelper = \(Quoting.double(helper))"]
  }
}
