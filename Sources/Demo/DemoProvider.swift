// The servers of the demo provider, and its mailboxes.

import Catalog
import LoopbackServer

package enum DemoProvider {
  package static let address = "demo@demo.invalid"
  /// The mailbox with IMAP turned off.
  package static let addressOff = "off@demo.invalid"
  /// Neither is a secret: the mailboxes exist only as long as this process.
  package static let appPassword = "abcd-efgh-ijkl-mnop"
  package static let accountPassword = "my-web-password"

  /// Starts the servers of this run. Returns them, and the provider's entry with their ports. They run until `stop` is called.
  package static func start() throws(LoopbackServerError) -> (servers: DemoServers, provider: Provider) {
    let servers = try DemoServers.start(mailboxes: [
      DemoMailbox(address, appPassword: appPassword, accountPassword: accountPassword),
      DemoMailbox(addressOff, appPassword: appPassword, accountPassword: accountPassword, imap: .off),
    ])
    func endpoint(_ port: UInt16) -> ServerEndpoint { ServerEndpoint(host: "127.0.0.1", port: port, security: .tls) }
    let group = ServerGroup(imap: [endpoint(servers.imapPort)], smtp: [endpoint(servers.smtpPort)], domains: [], note: nil)
    return (servers, Provider.demo.with(servers: [group]))
  }
}
