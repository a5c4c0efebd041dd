// Mutt: muttrc(5).

enum Mutt {
  static let profile = ClientProfile(
    name: .program("Mutt"), aliases: [], protocols: [.imap, .smtp],
    destination: .file(
      ConfigurationFile(
        paths: paths, new: .home(".muttrc"), isPrivate: false, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: Muttrc.settings, folders: ConfigurationFile.noFolders, check: { path, _ in Muttrc.check("mutt", path) })),
    versionCall: nil, oldest: nil, id: .never, password: .command(setting: "imap_pass"),
    token: .command(setting: "imap_oauth_refresh_command", TokenSupport(.xoauth2, since: "2.0")), authority: .savesAccepted,
    canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [ImportFormat(word: "mutt", aliases: [], paths: paths, read: MuttrcReader.read)],
    lines: { account, _ throws(ExportError) in try Muttrc(client: .mutt, sendsID: false).lines(account) })

  static let paths: [ConfigurationPath] = [.home(".muttrc"), .home(".mutt/muttrc"), .config("mutt/muttrc")]
}
