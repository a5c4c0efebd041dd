// The MX and SRV records of a domain, through the system's resolver library, with a deadline.

import Net
import Platform
import Posix
import Vocabulary

/// A host that accepts mail for the domain (RFC 5321, section 5).
package struct MXRecord: Equatable, Sendable {
  package let preference: UInt16
  package let host: HostName
}

/// A host that offers a service to mail clients (RFC 2782, RFC 6186, RFC 8314, section 5.1).
package struct SRVRecord: Equatable, Sendable {
  package let priority: UInt16
  package let weight: UInt16
  package let port: UInt16
  /// `nil` for the target ".": the service is not offered.
  package let host: HostName?
}

/// The services of RFC 6186 and RFC 8314. Only these four are asked for.
package enum MailService: String, Sendable, CaseIterable {
  case imaps = "_imaps._tcp"
  case submissions = "_submissions._tcp"
  case imap = "_imap._tcp"
  case submission = "_submission._tcp"
}

/// The answers of the DNS. It is not authenticated, so they are only suggestions.
package struct MailRecords: Sendable {
  /// By preference, best first. Empty if there are none.
  package var mx: [MXRecord] = []
  package var services: [MailService: [SRVRecord]] = [:]
  /// Whether there are MX records, even if none can be used.
  package var hasMX = false
  /// Whether a question was not answered.
  package var isIncomplete = false
  /// Whether the DNS says that there is no such domain.
  package var isAbsent = false
  /// Whether the domain declares that it takes no mail: the null MX (RFC 7505).
  package var isNullMX = false

  package init() {}

  /// The MX hosts, those of the same preference together, best first.
  var exchangers: [[HostName]] {
    mx.reduce(into: []) { groups, record in
      if let last = groups.last?.first, mx.first(where: { $0.host == last })?.preference == record.preference {
        groups[groups.count - 1].append(record.host)
      } else {
        groups.append([record.host])
      }
    }
  }
}

package enum MailDNS {
  /// The maximum number of records of one answer. Domains have fewer than ten.
  private static let limit = 50

  /// Asks for MX and all four services of `domain` in parallel and waits for all answers until `deadline`. `isIncomplete` is set if
  /// an answer is missing by then. Throws `interrupted`, or `system` if the system has no threads left. `server` is asked instead
  /// of the system's name servers.
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
      found.isNullMX = records.count == 1 && (records[0].name.isEmpty || records[0].name == ".")
      found.hasMX = !records.isEmpty
      found.mx = records.compactMap { record in Self.host(record).map { MXRecord(preference: record.numbers[0], host: $0) } }
        // The order of equal preferences is the name server's mood, and must not decide.
        .sorted { ($0.preference, $0.host.text) < ($1.preference, $1.host.text) }
    }
    for (service, worker) in services {
      guard let records = try answer(worker, deadline, interrupt, &found) else { continue }
      found.services[service] = records.compactMap(Self.service).sorted { ($0.priority, $1.weight) < ($1.priority, $0.weight) }
    }
    // A name server that has records below the domain is wrong if it says that the domain does not exist (RFC 8020).
    if case .noSuchName? = mx.value { found.isAbsent = found.services.isEmpty }
    return found
  }

  /// Returns whether the DNS says that there is no host `name`. `false` if there is no answer until `deadline`. Throws as `records` does.
  static func knowsNot(
    _ name: HostName, until deadline: Deadline, or interrupt: Interrupt, at server: NameServer?
  ) throws(NetFailure) -> Bool {
    if case .noSuchName? = try answer(1, name, deadline, interrupt, server) { return true }
    return false
  }

  /// Returns the name that `name` is an alias of (RFC 1034, section 3.6.2). `nil` if it is none, or if there is no answer until
  /// `deadline`. Throws as `records` does.
  static func alias(
    of name: HostName, until deadline: Deadline, or interrupt: Interrupt, at server: NameServer?
  ) throws(NetFailure) -> HostName? {
    guard case .records(let records)? = try answer(5, name, deadline, interrupt, server) else { return nil }
    return records.first.flatMap(host)
  }

  /// Returns the answer to one question. `nil` if there is none until `deadline`.
  private static func answer(
    _ type: Int32, _ name: HostName, _ deadline: Deadline, _ interrupt: Interrupt, _ server: NameServer?
  ) throws(NetFailure) -> Platform.Answer? {
    let address = server?.address
    let worker: Worker<Platform.Answer>
    do throws(SystemError) {
      worker = try Worker.start { Platform.ask(name.text, type: type, numbers: 0, limit: limit, at: address) }
    } catch {
      throw .system(error.number)
    }
    do throws(Wait.End) {
      return try worker.wait(until: deadline, or: interrupt)
    } catch {
      if error == .interrupted { throw .interrupted }
      return nil
    }
  }

  /// Returns the records of an answer. `nil` if there are none. A server that is silent or fails sets `isIncomplete`.
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

  /// Returns the target of a record. `nil` if it is not a host name. An IP address, or a name of one label such as localhost, is
  /// accepted only from the user, not from the DNS.
  private static func host(_ record: Platform.Record) -> HostName? {
    HostName(record.name).flatMap { $0.labels.count > 1 ? $0 : nil }
  }

  /// Port 0 is not valid.
  private static func service(_ record: Platform.Record) -> SRVRecord? {
    let isNone = record.name.isEmpty || record.name == "."
    let host = isNone ? nil : host(record)
    guard isNone || (host != nil && record.numbers[2] > 0) else { return nil }
    return SRVRecord(priority: record.numbers[0], weight: record.numbers[1], port: record.numbers[2], host: host)
  }
}

/// A name server that is asked instead of the system's.
package struct NameServer: Sendable {
  fileprivate let address: sockaddr_in

  /// The name server on 127.0.0.1 at `port`.
  package static func loopback(port: UInt16) -> NameServer { NameServer(address: Platform.loopback4(port: port)) }
}
