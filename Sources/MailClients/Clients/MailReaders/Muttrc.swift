// The configuration that NeoMutt and Mutt share: neomuttrc(5), muttrc(5).

import Vocabulary

struct Muttrc {
  /// The program in errors.
  let client: MailClient
  let sendsID: Bool

  func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // A quoted local part makes `from` empty, without an error (NeoMutt 20220429).
    guard !account.hasQuotedLocalPart else { throw .cannotHold(client, .address) }
    // Between backquotes both programs read backslashes and variables before the shell does, and a backquote ends the command.
    guard !account.secretCommand.shell.holdsAny(of: "\\$`") else { throw .cannotHold(client, .secretCommand) }
    var lines = [
      set("from", account.address.description), set("imap_user", account.settings.imapUsername),
      set("folder", url(account, .imap)), set("spoolfile", "+INBOX"), set("smtp_url", url(account, .smtp)),
      // STARTTLS or no connection. Both verify certificates by default.
      "set ssl_force_tls = yes", "set ssl_verify_host = yes",
    ]
    if let mechanism = account.tokenMechanism(for: client) {
      for mailProtocol in MailProtocol.allCases.map(\.rawValue) {
        lines.append(set("\(mailProtocol)_authenticators", mechanism.rawValue.lowercasedASCII))
        // A program of the shell. Each program runs it before each login.
        lines.append(set("\(mailProtocol)_oauth_refresh_command", account.secretCommand.shell))
      }
    } else {
      lines += ["set imap_pass = \"`\(account.secretCommand.shell)`\"", "set smtp_pass = $imap_pass"]
    }
    // In addition to the system's authorities, in builds with GnuTLS and with OpenSSL. ssl_ca_certificates_file would replace
    // them for every account of the file, and exists with GnuTLS only.
    if let file = account.authorityFile { lines.append(set("certificate_file", file)) }
    // LOGIN has no initial response.
    if account.isInitialResponseBroken, account.tokenMechanisms == nil { lines.append(set("imap_authenticators", "login")) }
    if account.demandsID, sendsID { lines.append("set imap_send_id = yes") }
    return lines
  }

  /// What a second definition does, and how it is recognised.
  static let settings = SettingRules(second: .overrides, names: SettingRules.setCommands, hasFirst: SettingRules.nothingFirst)

  /// `-Q` reads the file and prints a variable. Errors in the file are on standard error.
  static func check(_ program: String, _ path: String) -> OfflineCheck {
    OfflineCheck([program, "-n", "-F", path, "-Q", "from"], .anyError)
  }

  private func set(_ name: String, _ value: String) -> String { "set \(name) = \(Quoting.muttrc(value))" }

  private func url(_ account: MailAccount, _ mailProtocol: MailProtocol) -> String {
    let endpoint = account.endpoint(mailProtocol)
    let scheme = mailProtocol.rawValue + (endpoint.security == .tls ? "s" : "")
    return "\(scheme)://\(Quoting.percent(account.username(mailProtocol)))@\(endpoint)/"
  }
}
