// msmtp: msmtp(1).

import Vocabulary

enum Msmtp {
  static let profile = ClientProfile(
    name: .program("msmtp"), aliases: [], protocols: [.smtp],
    destination: .file(
      ConfigurationFile(
        paths: paths, new: .home(".msmtprc"), isPrivate: true, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: SettingRules(
          second: .breaks, names: { line in line.words.count > 1 && line.words[0] == "account" ? ["account \(line.words[1])"] : [] },
          hasFirst: { $0.lines.contains { $0.words.starts(with: ["account", "default"]) } }),
        folders: ConfigurationFile.noFolders,
        check: { path, label in OfflineCheck(["msmtp", "-C", path, "-a", label, "-P", "x@example.org"], .status) })),
    versionCall: nil, oldest: nil, id: .notApplicable, password: .command(setting: "passwordeval"),
    token: .command(setting: "passwordeval", TokenSupport(.oauthbearer, .xoauth2, since: "1.8.13")), authority: .replacesSystem,
    canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [ImportFormat(word: "msmtp", aliases: [], paths: paths, read: MsmtpReader.read)],
    lines: { account, options throws(ExportError) in try lines(account, options) })

  private static let paths = [ConfigurationPath.home(".msmtprc"), .config("msmtp/config")]

  private static func lines(_ account: MailAccount, _ options: WriterOptions) throws(ExportError) -> [String] {
    let (label, smtp, from) = (account.label, account.settings.smtp, account.address.description)
    // In `from` these are patterns, which nothing can quote.
    guard !from.holdsAny(of: "?*["), !["%U", "%H", "%C", "%M"].contains(where: from.contains) else {
      throw .cannotHold(.msmtp, .address)
    }
    return [
      "account \(label)", "host \(smtp.host.text)", "port \(smtp.port)", "tls on",
      "tls_starttls \(smtp.security == .tls ? "off" : "on")", "tls_certcheck on",
    ] + (account.authorityFile.map { ["tls_trust_file \(Quoting.msmtp($0))"] } ?? []) + [
      "auth \(account.tokenMechanism(for: .msmtp).map(\.rawValue.lowercasedASCII) ?? "on")", "from \(Quoting.msmtp(from))",
      "user \(Quoting.msmtp(account.settings.smtpUsername))", "passwordeval \(Quoting.msmtp(account.secretCommand.shell))",
    ] + (options.isFirst ? ["", "account default : \(label)"] : [])
  }
}
