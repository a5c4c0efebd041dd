// The paths of the programs in Debian's packages, and the packages that this machine lacks.

import Foundation

/// The programs that the tests start.
enum Installed {
  static let dovecot = "/usr/sbin/dovecot"
  static let imapLogin = "/usr/lib/dovecot/imap-login"
  /// The directory of Postfix's daemons. The tests start `master`. The second path is from other
  /// distributions.
  static let postfixDaemons =
    ["/usr/lib/postfix/sbin", "/usr/libexec/postfix"].first { isProgram($0 + "/master") } ?? "/usr/lib/postfix/sbin"
  static let openssl = "/usr/bin/openssl"
  static let curl = "/usr/bin/curl"
  static let setsid = "/usr/bin/setsid"
  static let shell = "/bin/sh"

  static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// The names of missing Debian packages and rights.
  static var missing: [String] {
    let needed = [
      ("dovecot-core", dovecot), ("dovecot-imapd", imapLogin), ("postfix", postfixDaemons + "/master"), ("openssl", openssl),
    ]
    var names = needed.filter { !isProgram($0.1) }.map { $0.0 }
    // Both masters start their workers as other users, which requires root.
    if geteuid() != 0 { names.append("the rights of root") }
    return names
  }
}
