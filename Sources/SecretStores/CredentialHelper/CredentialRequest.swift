// The server for which a mail client needs the password.

import AccountStore
import Vocabulary

package struct CredentialRequest: Equatable, Sendable {
  /// `nil` if the client does not say. Then both servers match.
  private let mailProtocol: MailProtocol?
  private let host: HostName
  private let port: UInt16?
  private let username: String?
  /// Whether the client takes an access token as such (git-credential(1), `capability[]=authtype`).
  let takesBearer: Bool

  /// Creates the request of NeoMutt's account_command: `--hostname H --username U --type imaps`. Returns `nil` if the host name is
  /// not valid, or if the protocol is neither IMAP nor SMTP.
  package init?(hostname: String, username: String?, type: String?) {
    guard let host = HostName(hostname) else { return nil }
    let mailProtocol = type.map(Self.mailProtocol)
    if mailProtocol == .some(nil) { return nil }
    (self.host, port, self.username, self.mailProtocol) = (host, nil, username, mailProtocol ?? nil)
    takesBearer = false
  }

  /// Creates the request of git to a helper: lines `key=value` up to a blank line or the end (git-credential(1)). Returns `nil` if
  /// the protocol is not one of mail, or if there is no host.
  package init?(git octets: UnsafeRawBufferPointer) {
    var values: [String: String] = [:]
    var takesBearer = false
    for line in octets.split(separator: UInt8.lineFeed, omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      let parts = line.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let key = parts[0].text
      if parts.count == 2, key == "capability[]", parts[1].text == "authtype" { takesBearer = true }
      // The last one of several counts. Other keys, such as the password, are not needed.
      if parts.count == 2, ["protocol", "host", "username"].contains(key) { values[key] = parts[1].text }
    }
    guard let mailProtocol = values["protocol"].flatMap(Self.mailProtocol),
      let (host, port) = values["host"].flatMap({ Endpoint.parse($0, defaultPort: 0) })
    else { return nil }
    (self.host, self.port, self.mailProtocol) = (host, port == 0 ? nil : port, mailProtocol)
    username = values["username"].flatMap { $0.isEmpty ? nil : $0 }
    self.takesBearer = takesBearer
  }

  private static func mailProtocol(_ word: String) -> MailProtocol? {
    switch word {
    case "imap", "imaps": .imap
    case "smtp", "smtps": .smtp
    default: nil
    }
  }

  /// The server as the client has named it.
  package var server: String { port.map { "\(host):\($0)" } ?? host.text }

  /// Returns whether `account` has that server, with that user name.
  package func matches(_ account: SavedAccount) -> Bool { MailProtocol.allCases.contains { matches(account, $0) } }

  /// Returns the user name at that server.
  package func username(of account: SavedAccount) -> String {
    matches(account, .imap) ? account.imapUsername : account.smtpUsername
  }

  private func matches(_ account: SavedAccount, _ asked: MailProtocol) -> Bool {
    if let mailProtocol, mailProtocol != asked { return false }
    let (endpoint, name) =
      asked == .imap ? (account.imap, account.imapUsername) : (account.smtp, account.smtpUsername)
    return endpoint.host == host && (port ?? endpoint.port) == endpoint.port && (username ?? name) == name
  }
}
