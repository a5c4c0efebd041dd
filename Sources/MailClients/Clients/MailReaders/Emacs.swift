// Emacs: smtpmail and auth-source (info), mu4e. The secret stands in a file of auth-source's, encrypted.

import Vocabulary

enum Emacs {
  static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
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
