// Mail servers on 127.0.0.1 that prove their names and offer a sign-in with a password.

import LoopbackServer

enum MailServer {
  static func imap(_ port: UInt16 = 0, as identity: ServerIdentity) throws -> Listener {
    try start(port, as: identity, "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n") { "\($0.prefix { $0 != " " }) OK done\r\n" }
  }

  static func smtp(_ port: UInt16 = 0, as identity: ServerIdentity) throws -> Listener {
    try start(port, as: identity, "220 mail ESMTP\r\n") { _ in "250 AUTH PLAIN\r\n" }
  }

  private static func start(
    _ port: UInt16, as identity: ServerIdentity, _ greeting: String, _ reply: @escaping @Sendable (String) -> String
  ) throws -> Listener {
    try Listener.start(port: port) { _, connection in
      do {
        try connection.startTLS(as: identity)
        try connection.write(Array(greeting.utf8))
        while true { try connection.write(Array(reply(String(decoding: try connection.readLine(), as: UTF8.self)).utf8)) }
      } catch {
        // The client has left.
      }
    }
  }
}
