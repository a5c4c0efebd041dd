// The answers that the user has gone back from. A question that is asked again has its former answer in its field.

import Catalog
import Vocabulary

package struct FormerAnswers {
  package private(set) var address: MailAddress?
  /// What was typed at the question for the provider, or an empty string.
  private var typed = ""
  package private(set) var imap: Endpoint?
  package private(set) var smtp: Endpoint?
  package private(set) var usernames = Usernames()
  package private(set) var clientID: String?
  /// The command that prints an access token.
  package private(set) var command: String?
  private var areServersRefused = false

  package init() {}

  /// Returns the former answer about the server of `mailProtocol`. `nil` if there is none.
  package subscript(mailProtocol: MailProtocol) -> Endpoint? {
    switch mailProtocol {
    case .imap: imap
    case .smtp: smtp
    }
  }

  /// Keeps the answers of `input`. What it does not answer stays as it was.
  package mutating func keep(_ input: AccountInput) {
    address = input.address ?? address
    if input.servers != nil { areServersRefused = false }
    imap = input.servers?.imap ?? input.found.imap ?? imap
    smtp = input.servers?.smtp ?? input.found.smtp ?? smtp
    for mailProtocol in MailProtocol.allCases { usernames[mailProtocol] = input.usernames[mailProtocol] ?? usernames[mailProtocol] }
    clientID = input.app.clientID ?? clientID
    if input.signIn == .token, case .command(let words)? = input.source { command = words.joined(separator: " ") }
  }

  /// Keeps what was typed at the question for the provider. An empty text if it was answered in another way, or if another provider is
  /// wanted.
  package mutating func type(_ text: String) { typed = text }

  /// The text for the field of the question for the provider. An address that was typed there may have been changed afterwards.
  package var text: String { Catalog.isAddress(typed) ? address?.description ?? typed : typed }

  /// Keeps an address that is not quite what the user means.
  package mutating func doubt(_ address: MailAddress) { self.address = address }

  /// Keeps servers that the secret may not go to. They are in the fields, because often only one of them is wrong.
  package mutating func refuse(_ servers: (imap: Endpoint, smtp: Endpoint)) {
    (imap, smtp, areServersRefused) = (servers.imap, servers.smtp, true)
  }

  /// Returns `input` with the address and the servers of before where it has none, for a call that goes on later.
  package func filling(_ input: AccountInput) -> AccountInput {
    var filled = input
    filled.address = input.address ?? address
    if input.provider == nil, input.servers == nil, !areServersRefused {
      filled.found = (input.found.imap ?? imap, input.found.smtp ?? smtp)
    }
    return filled
  }
}
