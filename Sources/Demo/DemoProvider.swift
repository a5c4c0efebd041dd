// The servers of the demo provider, and its mailboxes.

import Catalog
import LoopbackServer
import Posix
import Vocabulary

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
    return (servers, Provider.demo.with(servers: [servers.group]))
  }

  package static let addressOAuth = "demo@demo-oauth.invalid"

  /// Starts the servers of the demo with a sign-in in a browser, and its authorization server. Access tokens are valid for `lifetime`
  /// seconds. All run until `stop` is called.
  package static func startOAuth(
    lifetime: Int = 3_600
  ) throws(LoopbackServerError) -> (servers: DemoServers, authorization: DemoAuthorizationServer, provider: Provider) {
    let made = try DemoServers.makeIdentity()
    let authorization: DemoAuthorizationServer
    do throws(SystemError) {
      authorization = try DemoAuthorizationServer.start(as: made.identity, for: addressOAuth, at: .demoOAuth, lifetime: lifetime)
    } catch {
      throw .system(error)
    }
    let mailbox = DemoMailbox(addressOAuth, appPassword: "", accountPassword: "")
    do throws(LoopbackServerError) {
      let servers = try DemoServers.start(mailboxes: [mailbox], tokens: authorization.tokens, as: made)
      return (servers, authorization, Provider.demoOAuth.with(servers: [servers.group]))
    } catch {
      authorization.stop()
      throw error
    }
  }
}

extension DemoServers {
  /// Both servers, as an entry of the catalog names them.
  fileprivate var group: ServerGroup {
    func endpoint(_ port: UInt16) -> ServerEndpoint { ServerEndpoint(host: "127.0.0.1", port: port, security: .tls) }
    return ServerGroup(imap: [endpoint(imapPort)], smtp: [endpoint(smtpPort)], domains: [], note: nil)
  }
}
