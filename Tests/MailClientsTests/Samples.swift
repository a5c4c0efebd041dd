// Accounts to export: a plain one, one whose provider requires ID, one whose username is the local part, one at the user's own
// servers, and those that try to break out of every syntax.

import Catalog
import MailClients
import Vocabulary

struct Sample: Sendable, CustomStringConvertible {
  let description: String
  let account: MailAccount

  static let plain = provided("gmail", "me@gmail.com")
  static let demandsID = provided("163", "me@163.com")
  static let frontPart = provided("icloud", "anna.b@icloud.com")
  static let ownServers = Sample("own servers", own("me@example.org", secret: "pass show mail/example"))
  static let ordinary = [plain, demandsID, frontPart, ownServers]

  /// Addresses, usernames and commands as an attacker would choose them. All of them are legal.
  static let hostile = [
    Sample("quotes", own("a'b`c@example.org", name: "a'b\"c`d", secret: "pass 'show' \"mail\" `x`")),
    Sample("substitutions", own("$HOME{x}@example.org", name: "$(touch x) ${IFS} $HOME", secret: "get $(touch x) ${HOME} $HOME *")),
    Sample("backslashes", own("me@example.org", name: "dom\\me\\", secret: "get C:\\new\\'x\\\" \\")),
    Sample("percent", own("100%%s@example.org", name: "%(label)s %s %n %EMAIL %00", secret: "get %(x)s %s %d %n")),
    Sample("comments", own("#me@example.org", name: "#me ; // -- x", secret: "#get #x //y --")),
    Sample("markup", own("&me@example.org", name: "]]><!-- &amp; <b a='\"'> -->", secret: "get ]]> <![CDATA[ &lt;")),
    Sample("brackets", own("{me}@example.org", name: "[me] {x} (y)", secret: "get [a] {b} (c)")),
    Sample("combining marks", own("me@example.org", name: "a'\u{301}b\"\u{301}c\\\u{301}d`\u{301}", secret: "get '\u{301}$(x) \"\u{301}")),
    Sample("unicode", own("me@example.org", name: "安娜 ü 😀", secret: "密码 get 'ß'")),
    Sample("a quoted local part", own("\"a b\\\"c;#\\\\\"@example.org", name: "me", secret: "get x")),
    Sample("hyphens", own("-e=x@example.org", name: "--version", secret: "get --help -x")),
  ]

  private init(_ description: String, _ account: MailAccount) { (self.description, self.account) = (description, account) }

  private static func provided(_ id: String, _ address: String) -> Sample {
    guard let provider = ProviderDirectory().catalog.provider(id: id), let address = try? MailAddress(address),
      let settings = provider.settings(for: address), let secret = PasswordCommand("pass show mail/\(id)"),
      let account = try? MailAccount(address: address, settings: settings, secretCommand: secret, provider: provider)
    else { preconditionFailure("no sample \(id)") }
    return Sample(id, account)
  }

  /// Returns an account at servers where the connection begins in clear text.
  static func own(_ address: String, name: String? = nil, secret: String) -> MailAccount {
    guard let address = try? MailAddress(address), let imap = HostName("imap.example.org"), let smtp = HostName("smtp.example.org"),
      let command = PasswordCommand(secret),
      let account = try? MailAccount(
        address: address,
        settings: ServerSettings(
          imap: Endpoint(host: imap, port: 143, security: .startTLS), smtp: Endpoint(host: smtp, port: 587, security: .startTLS),
          imapUsername: name ?? address.description, smtpUsername: name ?? address.description),
        secretCommand: command, provider: nil)
    else { preconditionFailure("no sample \(address)") }
    return account
  }
}

extension MailClient {
  /// Returns the configuration for the account, or `nil` if the syntax cannot express it.
  func written(_ account: MailAccount, _ setting: WriterOptions = WriterOptions()) throws -> String? {
    do { return try configuration(account, setting) } catch ExportError.cannotHold { return nil }
  }
}

extension ImportFormat {
  static let neomutt = called("neomutt")
  static let geary = called("geary")
  static let evolution = called("evolution")
  static let mpop = called("mpop")
  static let authinfo = called("authinfo")
  static let mutt = called("mutt")
  static let aerc = called("aerc")
  static let himalaya = called("himalaya")
  static let mbsync = called("mbsync")
  static let msmtp = called("msmtp")
  static let offlineimap = called("offlineimap")
  static let getmail = called("getmail")
  static let fetchmail = called("fetchmail")
  static let sNail = called("s-nail")
  static let git = called("git")
  static let thunderbird = called("thunderbird")
  static let autoconfig = called("autoconfig")
  static let json = called("json")
  static let env = called("env")

  private static func called(_ word: String) -> ImportFormat {
    guard let format = named(word) else { preconditionFailure("no format \(word)") }
    return format
  }
}
