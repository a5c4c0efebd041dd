// Servers that the DNS places in the user's own network. Whoever controls it could direct a secret to any machine there.

import Net
import Posix
import Vocabulary

extension Discovery {
  /// Returns those of `hosts` whose names or whose addresses, all of them, are for the user's own network or this computer. A host
  /// whose addresses are not known by `deadline` is left out. Throws `interrupted`.
  package func near(_ hosts: [HostName], until deadline: Deadline) throws(NetFailure) -> [HostName] {
    guard let network else { return [] }
    var near: [HostName] = []
    for host in hosts where !near.contains(host) {
      if Self.ownNames.contains(where: host.isWithin) {
        near.append(host)
        continue
      }
      do throws(NetFailure) {
        let addresses = try network.addresses(of: host, until: deadline)
        if addresses.allSatisfy(\.isOfOwnNetwork) { near.append(host) }
      } catch {
        if error == .interrupted { throw .interrupted }
      }
    }
    return near
  }

  /// The domains of names that exist in one network only: RFC 6761, section 6.3, RFC 6762, RFC 8375, and the one that ICANN reserved
  /// for private use in 2024.
  private static let ownNames = ["localhost", "local", "home.arpa", "internal"]
}
