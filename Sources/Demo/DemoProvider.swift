// The servers of the demo provider, and its mailboxes.

import Catalog
import LoopbackServer
import Posix
import Vocabulary

package enum DemoProvider {
  package static let address = DemoSituation.works.address
  /// Neither is a secret: the mailboxes exist only as long as this process.
  package static let appPassword = "abcd-efgh-ijkl-mnop"
  package static let accountPassword = "my-web-password"

  /// Starts the servers of this run, for the mailbox with `address`. Returns them, and the provider's entry with their ports. They run
  /// until `stop` is called.
  package static func start(for address: MailAddress?) throws(LoopbackServerError) -> (servers: DemoServers, provider: Provider) {
    let mailboxes = DemoSituation.allCases.map {
      DemoMailbox($0.address, appPassword: appPassword, accountPassword: accountPassword, situation: $0)
    }
    let servers: DemoServers =
      switch address.flatMap(DemoSituation.init) {
      case .untrusted: try DemoServers.start(mailboxes: mailboxes, isTrusted: false)
      case .silent: try DemoServers.startSilent()
      case .works, .withoutIMAP, .foreignSender, nil: try DemoServers.start(mailboxes: mailboxes)
      }
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
