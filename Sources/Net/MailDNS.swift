// What the DNS says about the mail of a domain: MX and SRV records, through the system's resolver library, with a deadline.

import Platform
import Posix
import Vocabulary

/// RFC 5321 5: a host that takes mail for the domain.
package struct MXRecord: Equatable, Sendable {
  package let preference: UInt16
  package let host: HostName
}

/// RFC 2782, RFC 6186, RFC 8314 5.1: a host that offers a service to mail programs.
package struct SRVRecord: Equatable, Sendable {
  package let priority: UInt16
  package let weight: UInt16
  package let port: UInt16
  /// nil for the target ".": the service is decidedly not offered.
  package let host: HostName?
}

/// The services RFC 6186 and RFC 8314 name. Only these four are asked for.
package enum MailService: String, Sendable, CaseIterable {
  case imaps = "_imaps._tcp"
  case submissions = "_submissions._tcp"
  case imap = "_imap._tcp"
  case submission = "_submission._tcp"
}

/// Everything that was asked, answered. DNS is untrusted: it suggests, and nothing more.
package struct MailRecords: Sendable {
  /// By preference, best first; empty where there are none.
  package var mx: [MXRecord] = []
  package var services: [MailService: [SRVRecord]] = [:]
  /// Whether any question stayed without an answer.
  package var isIncomplete = false
}

package enum MailDNS {
  /// Records read from one answer; a domain has a handful.
  private static let limit = 50

  /// Asks for MX and all four services of `domain` at once and waits for all answers until `deadline`. What does not
  /// answer in time is missing and `isIncomplete` says so. Throws `interrupted`, or `system` where there is no thread
  /// left. `server` takes the place of the system's name servers in tests.
  package static func records(
    of domain: HostName, until deadline: Deadline, or interrupt: Interrupt, at server: NameServer? = nil
  ) throws(NetFailure) -> MailRecords {
    let address = server?.address
    let mx: Worker<Platform.Answer>
    var services: [(service: MailService, worker: Worker<Platform.Answer>)] = []
    do throws(SystemError) {
      mx = try Worker.start { Platform.ask(domain.text, type: 15, numbers: 1, limit: limit, at: address) }
      for service in MailService.allCases {
        let name = "\(service.rawValue).\(domain.text)"
        services.append((service, try Worker.start { Platform.ask(name, type: 33, numbers: 3, limit: limit, at: address) }))
      }
    } catch {
      throw .system(error.number)
    }
    var found = MailRecords()
    if let records = try answer(mx, deadline, interrupt, &found) {
      found.mx = records.compactMap { record in Self.host(record).map { MXRecord(preference: record.numbers[0], host: $0) } }
        .sorted { $0.preference < $1.preference }
    }
    for (service, worker) in services {
      guard let records = try answer(worker, deadline, interrupt, &found) else { continue }
      found.services[service] = records.compactMap(Self.service).sorted { ($0.priority, $1.weight) < ($1.priority, $0.weight) }
    }
    return found
  }

  /// The records of an answer; nil where there are none. A server that is silent or broken makes the whole incomplete.
  private static func answer(
    _ worker: Worker<Platform.Answer>, _ deadline: Deadline, _ interrupt: Interrupt, _ found: inout MailRecords
  ) throws(NetFailure) -> [Platform.Record]? {
    do throws(Wait.End) {
      switch try worker.wait(until: deadline, or: interrupt) {
      case .records(let records): return records
      case .noSuchName, .noSuchRecord: return nil
      case .failed:
        found.isIncomplete = true
        return nil
      }
    } catch {
      if error == .interrupted { throw .interrupted }
      found.isIncomplete = true
      return nil
    }
  }

  /// A target that is no host name is as if it were not there. An address, or a name of one label such as localhost, is
  /// for a person to type, never for the DNS to say.
  private static func host(_ record: Platform.Record) -> HostName? {
    HostName(record.name).flatMap { $0.labels.count > 1 ? $0 : nil }
  }

  /// Port 0 is no port.
  private static func service(_ record: Platform.Record) -> SRVRecord? {
    let isNone = record.name.isEmpty || record.name == "."
    let host = isNone ? nil : host(record)
    guard isNone || (host != nil && record.numbers[2] > 0) else { return nil }
    return SRVRecord(priority: record.numbers[0], weight: record.numbers[1], port: record.numbers[2], host: host)
  }
}

/// A name server to ask instead of the system's.
package struct NameServer: Sendable {
  fileprivate let address: sockaddr_in

  /// One on 127.0.0.1 at `port`.
  package static func loopback(port: UInt16) -> NameServer { NameServer(address: Platform.loopback4(port: port)) }
}
