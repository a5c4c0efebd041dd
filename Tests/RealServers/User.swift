// The mail users of the servers: name, password, sender addresses and the state of the mailbox.

/// A user of both servers.
package struct User: Sendable {
  /// The state of the user's INBOX.
  package enum Mailbox: Sendable {
    /// It can be selected and is empty.
    case usable
    /// The login succeeds, but the server answers SELECT INBOX with `NO [SERVERBUG]`.
    case unreadable
    /// The server answers the login with `OK Logged in, but initialization failed.`, immediately followed by BYE.
    case unavailable
  }

  /// The login name. It is the name of a folder, too.
  package let login: String
  /// The password, any text without NUL.
  package let password: String
  /// The sender addresses that Postfix permits this user in MAIL FROM.
  package let senders: [String]
  /// The state of the user's INBOX.
  package let mailbox: Mailbox

  /// Creates a user. Without `senders` the login name is the only sender address.
  package init(_ login: String, password: String, senders: [String]? = nil, mailbox: Mailbox = .usable) {
    self.login = login
    self.password = password
    self.senders = senders ?? [login]
    self.mailbox = mailbox
  }

  /// A user without any peculiarity.
  package static let anna = User("anna@example.org", password: "correct horse")
  /// A second user, whose address anna does not own.
  package static let bob = User("bob@example.org", password: "battery-staple")
  /// A user whose password has spaces, quotes, a backslash and letters outside ASCII.
  package static let quinn = User("quinn@example.org", password: #"pässwörd "x\ 'y' 密码"#)
  /// A user whose login name is not the address.
  package static let carl = User("carl", password: "carl's own", senders: ["carl@example.org", "c.l@example.org"])
  /// A user whose INBOX cannot be selected.
  package static let una = User("una@example.org", password: "locked out", mailbox: .unreadable)
  /// A user whose session ends directly after the login.
  package static let hugo = User("hugo@example.org", password: "no luck", mailbox: .unavailable)

  /// A user whose address has letters outside ASCII before the `@` (RFC 6531).
  package static let pochta = User("почта@example.org", password: "кот and dog")
  /// Such a user at a domain in letters of its own.
  package static let yonghu = User("用户@xn--fsqu00a.xn--4rr70v", password: "correct 马")

  /// All users with addresses in ASCII.
  package static let examples = [anna, bob, quinn, carl, una, hugo]
}
