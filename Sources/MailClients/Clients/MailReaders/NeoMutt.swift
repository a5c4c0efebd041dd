// NeoMutt: neomuttrc(5).

enum NeoMutt {
  static let profile = ClientProfile(
    name: .program("NeoMutt"), aliases: [], protocols: [.imap, .smtp],
    destination: .file(
      ConfigurationFile(
        paths: paths, new: .config("neomutt/neomuttrc"), isPrivate: false, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: Muttrc.settings, folders: ConfigurationFile.noFolders, check: { path, _ in Muttrc.check("neomutt", path) })),
    versionCall: ["neomutt", "-v"], oldest: nil, id: .setting(since: "20230407"), password: .command(setting: "imap_pass"),
    token: .command(setting: "imap_oauth_refresh_command", TokenSupport(.xoauth2, since: "20211015")),
    authority: .savesAccepted, canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [
      ImportFormat(
        word: "neomutt", aliases: [],
        paths: [.config("neomutt/neomuttrc"), .home(".neomutt/neomuttrc"), .home(".neomuttrc")] + Mutt.paths, read: MuttrcReader.read)
    ],
    lines: { account, _ throws(ExportError) in try Muttrc(client: .neomutt, sendsID: true).lines(account) })

  /// NeoMutt's find_cfg: each folder in this order, and in each of them its own name first.
  private static let paths: [ConfigurationPath] = [
    .config("neomutt/neomuttrc"), .config("neomutt/muttrc"), .config("mutt/neomuttrc"), .config("mutt/muttrc"),
    .home(".neomutt/neomuttrc"), .home(".neomutt/muttrc"), .home(".mutt/neomuttrc"), .home(".mutt/muttrc"),
    .home(".neomuttrc"), .home(".muttrc"),
  ]
}
