// mbsync of isync: mbsync(1).

import Vocabulary

enum Mbsync {
  static let profile = ClientProfile(
    name: .program("mbsync (isync)"), aliases: ["isync"], protocols: [.imap],
    destination: .file(
      ConfigurationFile(
        paths: [.config("isyncrc", since: "1.5"), .home(".mbsyncrc")], new: .home(".mbsyncrc"), isPrivate: false, isPerAccount: false,
        comment: "#", needsEmptyLines: true,
        settings: SettingRules(second: .breaks, names: names, hasFirst: SettingRules.nothingFirst),
        folders: { label in ["Mail/\(label)"] }, check: check)),
    // Before 1.4.0 Far and Near were Master and Slave.
    versionCall: ["mbsync", "--version"], oldest: "1.4.0", id: .never, password: .command(setting: "PassCmd"),
    token: .command(setting: "PassCmd", TokenSupport(.xoauth2)),
    // mbsync(1), SystemCertificates: the file is used too.
    authority: .added, canRequireSTARTTLS: true,
    remarks: { account, _ in
      [.needsFolder("~/Mail/\(account.label)")] + (account.tokenMechanisms == nil ? [] : [.needsSASLPlugin])
    },
    imports: [ImportFormat(word: "mbsync", aliases: [], paths: [.config("isyncrc"), .home(".mbsyncrc")], read: MbsyncReader.read)],
    lines: { account, options in lines(account, options) })

  @Sendable private static func names(_ line: SettingLine) -> [String] {
    let words = line.words
    let isNamed = ["imapaccount", "imapstore", "maildirstore", "channel", "group"].contains(words.first?.lowercasedASCII)
    return isNamed && words.count > 1 ? ["\(words[0].lowercasedASCII) \(words[1])"] : []
  }

  /// The advice is about names that were replaced: in 1.5 SSLType and Master, in 1.4 an address in place of a host name.
  @Sendable private static func check(_ path: String, _ label: String) -> OfflineCheck {
    OfflineCheck(["mbsync", "-c", path, "__none__"], .fileNamed, advice: [": notice: ", ": Notice: "])
  }

  private static func lines(_ account: MailAccount, _ options: WriterOptions) -> [String] {
    let (label, imap) = (account.label, account.settings.imap)
    var lines = [
      "IMAPAccount \(label)", "Host \(Quoting.double(imap.host.text))", "Port \(imap.port)",
      "User \(Quoting.double(account.settings.imapUsername))", "PassCmd \(Quoting.double(account.secretCommand.shell))",
      // 1.5 renamed it and still reads the old name. 1.4, which Debian 12 has, does not read the new name, so that is written
      // only if the version is known.
      "\(options.version.map { $0 >= "1.5" } ?? false ? "TLSType" : "SSLType") \(imap.security == .tls ? "IMAPS" : "STARTTLS")",
    ]
    if let file = account.authorityFile { lines.append("CertificateFile \(Quoting.double(file))") }
    if let mechanism = account.tokenMechanism(for: .mbsync) {
      lines.append("AuthMechs \(mechanism.rawValue)")
    } else if account.isInitialResponseBroken {
      lines.append("AuthMechs LOGIN")
    }
    lines += [
      "", "IMAPStore \(label)-remote", "Account \(label)",
      "", "MaildirStore \(label)-local", "Path ~/Mail/\(label)/", "Inbox ~/Mail/\(label)/INBOX", "SubFolders Verbatim",
      "", "Channel \(label)", "Far :\(label)-remote:", "Near :\(label)-local:", "Patterns *", "Create Near", "SyncState *",
    ]
    return lines
  }
}
