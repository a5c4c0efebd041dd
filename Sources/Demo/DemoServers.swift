// The two servers of the demo provider: on the loopback interface, inside this process.

import LoopbackServer
import Posix

/// A running IMAP and a running SMTP server. They run until `stop` is called or until this object is released.
package final class DemoServers: Sendable {
  private let imap: Listener
  private let smtp: Listener
  /// The root certificate of this run, in PEM. A client needs it to trust the servers.
  package let authorityPEM: [UInt8]

  /// Creates an authority and a certificate for `localhost` and 127.0.0.1. Then starts an IMAP and an SMTP server with
  /// implicit TLS, on ports that the system chooses. With `tokens` they accept these and no passwords. Without `isTrusted` the certificate
  /// is of another authority than `authorityPEM`. Throws if the system or OpenSSL refuses.
  package static func start(
    mailboxes: [DemoMailbox], tokens: DemoTokens? = nil, isTrusted: Bool = true
  ) throws(LoopbackServerError) -> DemoServers {
    let made = try makeIdentity()
    return try start(mailboxes: mailboxes, tokens: tokens, as: isTrusted ? made : (made.pem, makeIdentity().identity))
  }

  /// Starts two servers that complete the TLS handshake and then say nothing.
  static func startSilent() throws(LoopbackServerError) -> DemoServers {
    let (pem, identity) = try makeIdentity()
    @Sendable func serve(_ connection: ServerConnection) {
      do {
        try connection.startTLS(as: identity)
        while true { _ = try connection.readSome() }
      } catch {
        // The client has gone, or the servers are stopped.
        connection.leave()
      }
    }
    do {
      let imap = try Listener.start { _, connection in serve(connection) }
      return DemoServers(imap, try Listener.start { _, connection in serve(connection) }, pem)
    } catch { throw .system(error) }
  }

  /// The same with an identity of `makeIdentity`.
  static func start(
    mailboxes: [DemoMailbox], tokens: DemoTokens?, as made: (pem: [UInt8], identity: ServerIdentity)
  ) throws(LoopbackServerError) -> DemoServers {
    let mailboxes = DemoMailboxes(all: mailboxes, tokens: tokens)
    let (pem, identity) = made
    do {
      let imap = try Listener.start { _, connection in DemoIMAP.serve(connection, as: identity, mailboxes) }
      let smtp = try Listener.start { _, connection in DemoSMTP.serve(connection, as: identity, mailboxes) }
      return DemoServers(imap, smtp, pem)
    } catch { throw .system(error) }
  }

  private init(_ imap: Listener, _ smtp: Listener, _ pem: [UInt8]) { (self.imap, self.smtp, authorityPEM) = (imap, smtp, pem) }

  /// The port of the IMAP server on 127.0.0.1.
  package var imapPort: UInt16 { imap.port }
  /// The port of the SMTP server on 127.0.0.1.
  package var smtpPort: UInt16 { smtp.port }

  /// Closes the ports and ends all connections. Returns after four seconds at the latest.
  package func stop() {
    imap.stop()
    smtp.stop()
  }

  /// Returns a new authority in PEM, and an identity that it has issued for `localhost` and 127.0.0.1.
  static func makeIdentity() throws(LoopbackServerError) -> (pem: [UInt8], identity: ServerIdentity) {
    do {
      let authority = try CertificateAuthority()
      return (authority.pem, try authority.issue(.localhost))
    } catch { throw .crypto(error) }
  }
}
