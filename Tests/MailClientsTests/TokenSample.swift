// Accounts that sign in with an access token.

import Catalog
import MailClients
import Vocabulary

struct TokenSample: Sendable, CustomStringConvertible {
  let description: String
  let account: MailAccount

  static let outlook = provided("outlook", "me@outlook.com")
  static let work = provided("microsoft365", "me@own.example")
  static let yahoo = provided("yahoo", "me@yahoo.com")
  static let fastmail = provided("fastmail", "me@fastmail.com")
  static let knownToThunderbird = [outlook, work, yahoo, fastmail]
  /// Thunderbird does not know the authorization server of these.
  static let china = provided("microsoft365-china", "me@own.example")
  static let ownServers = own([.xoauth2, .oauthbearer])
  static let oauthbearerOnly = own([.oauthbearer])

  private static func provided(_ id: String, _ address: String) -> TokenSample {
    guard let provider = ProviderDirectory().catalog.provider(id: id), let address = try? MailAddress(address),
      let settings = provider.settings(for: address)
    else { preconditionFailure("no sample \(id)") }
    return TokenSample(id, address, settings, provider, [.xoauth2])
  }

  private static func own(_ offered: Set<TokenMechanism>) -> TokenSample {
    let plain = Sample.plain.account
    guard let host = HostName("mail.example.org") else { preconditionFailure("no host name") }
    let settings = ServerSettings(
      imap: Endpoint(host: host, port: 993, security: .tls), smtp: Endpoint(host: host, port: 587, security: .startTLS),
      imapUsername: "me@gmail.com", smtpUsername: "me@gmail.com")
    return TokenSample(offered.map(\.rawValue).sorted().joined(separator: " "), plain.address, settings, nil, offered)
  }

  private init(
    _ description: String, _ address: MailAddress, _ settings: ServerSettings, _ provider: Provider?, _ offered: Set<TokenMechanism>
  ) {
    guard let command = PasswordCommand("get-token --of me"),
      let account = try? MailAccount(
        address: address, settings: settings, secretCommand: command, provider: provider, signIn: .token(offered: offered))
    else { preconditionFailure("no sample \(description)") }
    (self.description, self.account) = (description, account)
  }
}
