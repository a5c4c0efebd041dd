// The provider of an operation, with the demo's servers if it is the demo.

import Catalog
import Demo
import LoopbackServer
import Net

/// A provider whose servers can be reached. The demo's servers run until `stop` is called.
struct RunningProvider {
  /// The demo with the ports of its servers, or the provider as it is in the catalog.
  let provider: Provider?
  let trust: Trust
  private let demo: DemoServers?

  /// Starts the demo's servers if `input` is about the demo. They have a certificate authority of their own, and only that is
  /// trusted. All other servers are checked against the system's authorities and the one of `input`.
  init(_ input: AccountInput) throws(OperationError) {
    guard input.isDemo else {
      (provider, demo) = (input.provider, nil)
      trust = input.authority.map { .systemAnd(file: $0.path) } ?? .system
      return
    }
    do throws(LoopbackServerError) {
      let demo = try DemoProvider.start()
      (self.provider, self.demo, trust) = (demo.provider, demo.servers, .only(pem: demo.servers.authorityPEM))
    } catch {
      throw .demo("\(error)")
    }
  }

  /// Ends the demo's servers.
  func stop() { demo?.stop() }
}
