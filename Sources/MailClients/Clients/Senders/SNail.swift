// s-nail: s-nail(1). Its `set` reads words like a shell.

import Vocabulary

enum SNail {
  static let profile = ClientProfile(
    name: .program("s-nail"), aliases: [], protocols: [.smtp],
    destination: .file(
      ConfigurationFile(
        paths: [.home(".mailrc")], new: .home(".mailrc"), isPrivate: false, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: SettingRules(second: .overrides, names: SettingRules.setCommands, hasFirst: SettingRules.nothingFirst),
        folders: ConfigurationFile.noFolders,
        check: { path, _ in
          OfflineCheck(
            ["s-nail", "-X", "varshow mta", "-X", "xit", "-f", "/dev/null"], .anyError, environment: ["MAILRC": path])
        })),
    versionCall: ["s-nail", "-V"],
    // Before 14.9.11 the variables had the prefix ssl-: tls-verify would have no effect.
    oldest: "14.9.11", id: .notApplicable, password: .command(setting: "netrc-pipe"), token: .none,
    // s-nail(1), tls-ca-no-defaults: the file is used too.
    authority: .added, canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [ImportFormat(word: "s-nail", aliases: ["mailx"], paths: [.home(".mailrc")], read: SNailReader.read)],
    lines: { account, _ throws(ExportError) in try lines(account) })

  private static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // It refuses such a local part as an invalid address (14.9.24).
    guard !account.hasQuotedLocalPart else { throw .cannotHold(.sNail, .address) }
    // It expands a file name like a shell.
    if let file = account.authorityFile, file.holdsAny(of: "$*?[]{}|&;<>()`\\\"' ") { throw .cannotHold(.sNail, .authorityFile) }
    let smtp = account.settings.smtp
    let url = "\(smtp.security == .tls ? "smtps" : "smtp")://\(Quoting.percent(account.settings.smtpUsername))@\(smtp)"
    // The line of netrc that the command's output becomes part of.
    let start = "machine \(smtp.host.text) login \(Quoting.double(account.settings.smtpUsername)) password \""
    let escape = "printf '%s\\n' \"$secret\" | sed '1!d; s/[\\\\\"]/\\\\&/g'"
    let pipe = "secret=$(\(account.secretCommand.shell)) && printf '%s%s\"\\n' \(Shell.quoted(start)) \"$(\(escape))\""
    return [
      "set v15-compat=yes", "set from=\(Shell.quoted(account.address.description))", "set mta=\(url) smtp-auth=plain",
      smtp.security == .tls ? nil : "set smtp-use-starttls", "set tls-verify=strict",
      account.authorityFile.map { "set tls-ca-file=\(Shell.quoted($0))" },
      "set netrc-lookup netrc-pipe=\(Shell.quoted(pipe))",
    ].compactMap { $0 }
  }
}
