// The files of Dovecot: the users with their mailboxes, which all instances share, and one configuration per instance.

import Foundation

/// Dovecot's users with their Maildirs.
struct DovecotUsers {
  /// The passwd-file with passwords, owners and home directories.
  let file: String

  init(_ users: [User], directory: String) throws {
    let mail = directory + "/mail"
    try makeDirectory(mail, mode: 0o711)
    var lines = ""
    for user in users {
      let home = mail + "/" + user.login
      try makeDirectory(home, mode: 0o700, owner: .mail)
      try makeDirectory(home + "/Maildir", mode: 0o700, owner: .mail)
      let closed = user.mailbox == .unreadable
      for part in ["cur", "new", "tmp"] {
        try makeDirectory(home + "/Maildir/" + part, mode: closed ? 0 : 0o700, owner: closed ? .root : .mail)
      }
      let owner = user.mailbox == .unavailable ? Account.system : .mail
      // Base64, because a colon in a password would end the field.
      let password = Data(user.password.utf8).base64EncodedString()
      lines += "\(user.login):{PLAIN.b64}\(password):\(owner.user):\(owner.group)::\(home)::\n"
    }
    file = try write(lines, to: directory + "/users")
  }
}

/// One Dovecot process with one certificate.
struct Dovecot {
  let directory: String
  let tls: UInt16
  let startTLS: UInt16
  let certificate: (certificate: String, key: String)
  let users: DovecotUsers
  let failureDelay: Int
  /// The SASL mechanisms, in Dovecot's form.
  let mechanisms: String
  /// How access tokens are checked. `nil` if the mechanisms are for passwords only.
  let tokens: TokenIntrospection?

  var logFile: String { directory + "/log" }
  /// The socket at which Postfix checks passwords with the Dovecot of that directory.
  static func authSocket(in directory: String) -> String { directory + "/auth-smtp" }

  /// Writes the files. Returns the command that runs Dovecot in the foreground.
  func prepare() throws -> String {
    try makeDirectory(directory, mode: 0o711)
    let grammar = try DovecotGrammar(directory: directory)
    let tokens = try tokens.map { try grammar.tokens($0, directory: directory) } ?? ""
    let file = try write(configuration(in: grammar, tokens: tokens), to: directory + "/dovecot.conf")
    return "\(Installed.dovecot) -F -c \(file)"
  }

  private func configuration(in grammar: DovecotGrammar, tokens: String) -> String {
    """
    \(grammar.beginning)
    base_dir = \(directory)/run
    state_dir = \(directory)/state
    log_path = \(logFile)
    auth_verbose = yes
    # All characters are for user names (RFC 6531), not only letters and digits of ASCII.
    auth_username_chars =
    protocols = imap
    listen = \(Loopback.addresses.joined(separator: ", "))

    ssl = required
    \(grammar.identity(certificate))
    \(grammar.passwordsNeedTLS)
    auth_mechanisms = \(mechanisms)
    auth_failure_delay = \(failureDelay) secs

    \(grammar.maildir("~/Maildir"))
    # Only after it has taken the password does Dovecot see that a user's number is below this.
    first_valid_uid = \(Account.mail.user)
    # Many tests may be signed in as the same user at once.
    mail_max_userip_connections = 0

    \(tokens)
    \(grammar.source("passdb", file: users.file))
    \(grammar.source("userdb", file: users.file))

    service imap-login {
      inet_listener imap {
        # Reached through Forwarder, which says why.
        \(grammar.listenerAddress) = \(Loopback.elsewhere)
        port = \(startTLS)
      }
      inet_listener imaps {
        port = \(tls)
        ssl = yes
      }
    }
    service auth {
      unix_listener \(Self.authSocket(in: directory)) {
        mode = 0600
        user = postfix
      }
    }
    # All tests come from one address: without this, one test's wrong passwords would delay the answers to all others.
    service anvil {
      unix_listener anvil-auth-penalty {
        mode = 0
      }
    }

    """
  }
}
