// The provider of an operation, with the demo's servers if it is a demo.

import Catalog
import Demo
import LoopbackServer
import Net
import Vocabulary

/// A provider whose servers can be reached. The demo's servers run until `stop` is called.
struct RunningProvider {
  /// The demo with the ports of its servers, or the provider as it is in the catalog.
  let provider: Provider?
  let trust: Trust
  private let demo: DemoServers?
  /// The authorization server of the demo with a sign-in in a browser. `nil` for every other provider.
  let authorization: DemoAuthorizationServer?

  /// Starts the demo's servers for the mailbox with `address` if `input` is about a demo. They have a certificate authority of their own,
  /// and only that is trusted. All other servers are checked against the system's authorities and the one of `input`.
  init(_ input: AccountInput, for address: MailAddress? = nil) throws(OperationError) {
    guard input.isDemo else {
      (provider, demo, authorization) = (input.provider, nil, nil)
      trust = input.authority.map { .systemAnd(file: $0.path) } ?? .system
      return
    }
    do throws(LoopbackServerError) {
      if input.provider?.isOAuthDemo == true {
        let demo = try DemoProvider.startOAuth()
        (provider, self.demo, authorization) = (demo.provider, demo.servers, demo.authorization)
        trust = .only(pem: demo.servers.authorityPEM)
      } else {
        let demo = try DemoProvider.start(for: address)
        (provider, self.demo, authorization, trust) = (demo.provider, demo.servers, nil, .only(pem: demo.servers.authorityPEM))
      }
    } catch {
      throw .demo("\(error)")
    }
  }

  /// Ends the demo's servers.
  func stop() {
    demo?.stop()
    authorization?.stop()
  }
}
