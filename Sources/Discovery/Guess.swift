// The usual names of mail servers inside a domain. They are asked without credentials, and only what proves with a certificate that it
// has that name counts.

import Net
import Posix
import Session
import Vocabulary

enum Guess {
  /// Seconds for one server.
  private static let patience = 2.0
  /// Servers that are asked at the same time.
  static let width = 6

  /// Returns the servers to try for the protocols that are `missing`, best first. No parent domain and no list of words is tried.
  /// `exchanger`, which is known later than the others, is the last, and tried only if it is inside the domain. Port 25 is for servers,
  /// not for users (RFC 8314, section 3.3).
  static func targets(of domain: HostName, missing: [MailProtocol], exchanger: HostName?) -> [ProbeTarget] {
    missing.flatMap { mailProtocol in
      let names = ["\(mailProtocol.rawValue).\(domain)", "mail.\(domain)"].compactMap { HostName($0) }
      let exchangers = [exchanger].compactMap(\.self).filter { $0.isWithin(domain.text) }
      var hosts: [HostName] = []
      for host in names + (mailProtocol == .imap ? [domain] : []) + exchangers where !hosts.contains(host) { hosts.append(host) }
      return hosts.flatMap { targets(mailProtocol, at: $0) }
    }
  }

  /// The two ways in which `host` may offer the protocol, best first.
  static func targets(_ mailProtocol: MailProtocol, at host: HostName) -> [ProbeTarget] {
    let ports: [(UInt16, Security)] =
      switch mailProtocol {
      case .imap: [(993, .tls), (143, .startTLS)]
      case .smtp: [(465, .tls), (587, .startTLS)]
      }
    return ports.map { ProbeTarget(mailProtocol, Endpoint(host: host, port: $0.0, security: $0.1)) }
  }

  /// Asks one server what it offers. Nothing secret exists here that could be sent.
  static func ask(_ target: ProbeTarget, _ network: Network, until deadline: Deadline) -> ProbedServer {
    let limit = min(deadline, .after(seconds: patience))
    return ServerProbe(network, timing: TimeLimits(account: patience), until: limit, trace: nil).run(target)
  }
}

extension ProbedServer {
  /// Whether this is a server of that protocol whose certificate is for its name.
  var isConfirmed: Bool { failure == nil && tls?.isTrusted == true }

  /// The names of a certificate that is valid but for other names than this one: they say whose machine this is.
  var otherNames: [HostName] {
    guard case .net(.tls(.wrongName))? = failure?.cause else { return [] }
    return tls?.certificate.names.compactMap { HostName($0.text) }.filter { $0.kind == .name } ?? []
  }
}
