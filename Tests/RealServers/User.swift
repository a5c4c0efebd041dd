// The mail users the servers know: name, password, the senders they own and the state of their mailbox.

/// One user of both servers.
package struct User: Sendable {
  /// What the user's INBOX does when it is selected.
  package enum Mailbox: Sendable {
    /// It opens and is empty.
    case usable
    /// Signing in works, but SELECT INBOX is answered with `NO [SERVERBUG]`.
    case unreadable
    /// The sign-in is answered with `OK Logged in, but initialization failed.`, and BYE follows at once.
    case unavailable
  }

  /// The name to sign in with; letters, digits and `.-_@` only, since Dovecot refuses others.
  package let login: String
  /// The password, any text without NUL.
  package let password: String
  /// The sender addresses Postfix lets this user use in MAIL FROM.
  package let senders: [String]
  /// What the user's INBOX does.
  package let mailbox: Mailbox

  /// A user; without `senders` the sign-in name is the only address the user may send from.
  package init(_ login: String, password: String, senders: [String]? = nil, mailbox: Mailbox = .usable) {
    self.login = login
    self.password = password
    self.senders = senders ?? [login]
    self.mailbox = mailbox
  }

  /// A user with nothing special.
  package static let anna = User("anna@example.org", password: "correct horse")
  /// A second one, whose address anna does not own.
  package static let bob = User("bob@example.org", password: "battery-staple")
  /// A user whose password has spaces, quotes, a backslash and letters outside ASCII.
  package static let quinn = User("quinn@example.org", password: #"pässwörd "x\ 'y' 密码"#)
  /// A user whose sign-in name is not the address.
  package static let carl = User("carl", password: "carl's own", senders: ["carl@example.org", "c.l@example.org"])
  /// A user whose INBOX cannot be selected.
  package static let una = User("una@example.org", password: "locked out", mailbox: .unreadable)
  /// A user whose session ends as soon as it has begun.
  package static let hugo = User("hugo@example.org", password: "no luck", mailbox: .unavailable)

  /// All of the above.
  package static let examples = [anna, bob, quinn, carl, una, hugo]
}
