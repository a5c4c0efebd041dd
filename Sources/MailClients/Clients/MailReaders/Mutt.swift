// NeoMutt and Mutt: neomuttrc(5), muttrc(5).

import Vocabulary

struct Muttrc {
  let client: MailClient

  func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // A quoted local part makes `from` empty, without a word (NeoMutt 20220429).
    guard !account.hasQuotedLocalPart else { throw .cannotHold(client, .address) }
    // Between backquotes both read a backslash and a variable before the shell does, and a backquote ends the command.
    guard !account.secretCommand.shell.holdsAny(of: "\\$`") else { throw .cannotHold(client, .secretCommand) }
    var lines = [
      set("from", account.address.description), set("imap_user", account.settings.imapUsername),
      set("folder", url(account, .imap)), set("spoolfile", "+INBOX"), set("smtp_url", url(account, .smtp)),
      // STARTTLS or no connection; both check certificates of themselves.
      "set ssl_force_tls = yes", "set ssl_verify_host = yes",
      "set imap_pass = \"`\(account.secretCommand.shell)`\"", "set smtp_pass = $imap_pass",
    ]
    // Beside the system's authorities, in builds with GnuTLS as in those with OpenSSL; ssl_ca_certificates_file would take their
    // place for every account of the file, and only GnuTLS knows it.
    if let file = account.authorityFile { lines.append(set("certificate_file", file)) }
    // LOGIN has no initial response.
    if account.isInitialResponseBroken { lines.append(set("imap_authenticators", "login")) }
    if account.demandsID, client == .neomutt { lines.append("set imap_send_id = yes") }
    return lines
  }

  private func set(_ name: String, _ value: String) -> String { "set \(name) = \(Quoting.muttrc(value))" }

  private func url(_ account: MailAccount, _ mailProtocol: MailProtocol) -> String {
    let endpoint = account.endpoint(mailProtocol)
    let scheme = mailProtocol.rawValue + (endpoint.security == .tls ? "s" : "")
    return "\(scheme)://\(Quoting.percent(account.username(mailProtocol)))@\(endpoint)/"
  }
}
