// Emacs: smtpmail and auth-source (info), mu4e. The user writes the password into an encrypted file of auth-source.

import Vocabulary

enum Emacs {
  static let profile = ClientProfile(
    name: .program("Emacs"), aliases: [], protocols: [.imap, .smtp],
    destination: .file(
      ConfigurationFile(
        paths: [.home(".emacs.el"), .home(".emacs"), .home(".emacs.d/init.el"), .config("emacs/init.el")], new: .home(".emacs.d/init.el"),
        isPrivate: false, isPerAccount: false, comment: ";;", needsEmptyLines: false,
        settings: SettingRules(
          second: .overrides, names: { line in variables.filter { line.words.contains($0) } }, hasFirst: SettingRules.nothingFirst),
        folders: ConfigurationFile.noFolders, check: nil)),
    versionCall: nil, oldest: nil,
    // mu4e does not fetch mail itself. Where ID is required, offlineimap does it.
    id: .delegated(to: .offlineimap), password: .ownFile("~/.authinfo.gpg"),
    // smtpmail (28.2) sends the token as an initial response, which servers cut: Postfix 3.7 after 2,048 octets.
    token: .none, authority: .added, canRequireSTARTTLS: true,
    remarks: { account, _ in [.needsFetcher(account.demandsID ? .offlineimap : .mbsync)] }, imports: [],
    lines: { account, _ throws(ExportError) in try lines(account) })

  private static let variables = [
    "user-mail-address", "send-mail-function", "message-send-mail-function", "smtpmail-smtp-server", "smtpmail-smtp-service",
    "smtpmail-stream-type", "smtpmail-smtp-user", "mu4e-get-mail-command",
  ]

  private static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    let smtp = account.settings.smtp
    let fetch = account.demandsID ? "offlineimap -a \(account.label)" : "mbsync \(account.label)"
    return [
      ";; In ~/.authinfo.gpg, with the secret in place of SECRET:", ";; \(try entry(account, .imap))", ";; \(try entry(account, .smtp))",
      "(setq user-mail-address \(Quoting.double(account.address.description))",
      "      send-mail-function #'smtpmail-send-it", "      message-send-mail-function #'smtpmail-send-it",
      "      smtpmail-smtp-server \(Quoting.double(smtp.host.text))", "      smtpmail-smtp-service \(smtp.port)",
      "      smtpmail-stream-type '\(smtp.security == .tls ? "ssl" : "starttls")",
      "      smtpmail-smtp-user \(Quoting.double(account.settings.smtpUsername))",
      "      mu4e-get-mail-command \(Quoting.double(fetch)))",
    ] + (account.authorityFile.map { ["(require 'gnutls)", "(add-to-list 'gnutls-trustfiles \(Quoting.double($0)))"] } ?? [])
  }

  private static func entry(_ account: MailAccount, _ mailProtocol: MailProtocol) throws(ExportError) -> String {
    let endpoint = account.endpoint(mailProtocol)
    guard let name = Quoting.authinfo(account.username(mailProtocol)) else { throw .cannotHold(.emacs, .userName) }
    return "machine \(endpoint.host.text) login \(name) port \(endpoint.port) password SECRET"
  }
}
