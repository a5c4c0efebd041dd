// The two servers behind the demo provider: on loopback, inside this process, trusted by nobody else.

import LoopbackServer
import Posix

package final class DemoServers: Sendable {
  private let imap: Listener
  private let smtp: Listener
  /// The root of this run in PEM; the client that is to trust the servers needs it and nothing else does.
  package let authorityPEM: [UInt8]

  /// Makes an authority and a certificate for `localhost` and 127.0.0.1, and starts an IMAP and an SMTP server with
  /// implicit TLS on ports of the system's choice. Throws where the system or OpenSSL refuses.
  package static func start(mailboxes: [DemoMailbox]) throws(LoopbackServerError) -> DemoServers {
    let mailboxes = DemoMailboxes(all: mailboxes)
    let (pem, identity) = try makeIdentity()
    do {
      let imap = try Listener.start { _, connection in DemoIMAP.serve(connection, as: identity, mailboxes) }
      let smtp = try Listener.start { _, connection in DemoSMTP.serve(connection, as: identity, mailboxes) }
      return DemoServers(imap, smtp, pem)
    } catch { throw .system(error) }
  }

  private init(_ imap: Listener, _ smtp: Listener, _ pem: [UInt8]) { (self.imap, self.smtp, authorityPEM) = (imap, smtp, pem) }

  package var imapPort: UInt16 { imap.port }
  package var smtpPort: UInt16 { smtp.port }

  /// Closes the ports and ends all connections.
  package func stop() {
    imap.stop()
    smtp.stop()
  }

  private static func makeIdentity() throws(LoopbackServerError) -> (pem: [UInt8], ServerIdentity) {
    do {
      let authority = try CertificateAuthority()
      return (authority.pem, try authority.issue(.localhost))
    } catch { throw .crypto(error) }
  }
}
