// Where Debian's packages put the programs, and which of them this machine lacks.

import Foundation

/// The programs the harness starts.
enum Installed {
  static let dovecot = "/usr/sbin/dovecot"
  static let imapLogin = "/usr/lib/dovecot/imap-login"
  /// Postfix's daemons, of which `master` is the one to start; the second place is that of other distributions.
  static let postfixDaemons =
    ["/usr/lib/postfix/sbin", "/usr/libexec/postfix"].first { isProgram($0 + "/master") } ?? "/usr/lib/postfix/sbin"
  static let openssl = "/usr/bin/openssl"
  static let setsid = "/usr/bin/setsid"
  static let shell = "/bin/sh"

  static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// The Debian packages and the rights that are missing, by name.
  static var missing: [String] {
    let needed = [
      ("dovecot-core", dovecot), ("dovecot-imapd", imapLogin), ("postfix", postfixDaemons + "/master"), ("openssl", openssl),
    ]
    var names = needed.filter { !isProgram($0.1) }.map { $0.0 }
    // Both masters start their workers as users of their own, which only root may do.
    if geteuid() != 0 { names.append("the rights of root") }
    return names
  }
}
