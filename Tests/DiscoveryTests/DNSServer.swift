// The tests' own name server: on 127.0.0.1, UDP and TCP at the same port. It forwards no query.

import Discovery
import Net
import Platform
import Posix
import Synchronization

/// A running name server. It runs until it is released.
final class DNSServer: Sendable {
  enum Answer: Sendable {
    /// This message, valid or not.
    case octets([UInt8])
    case silence
    /// This message over UDP, so many seconds later. Other queries are answered meanwhile.
    case later([UInt8], Double)
    /// Over TCP: a message that is announced as long, arrives octet by octet, and never ends.
    case trickle
    /// Over TCP: these octets without the length before them, then the end of the connection.
    case bare([UInt8])
  }

  typealias Behaviour = @Sendable (DNSQuery) -> Answer

  let port: UInt16
  private let log = Log()
  private let stopping: Interrupt
  private let worker: Worker<Bool>

  /// The queries that arrived, shared with the serving thread.
  private final class Log: Sendable {
    let queries = Mutex<[DNSQuery]>([])
  }

  private final class HandOver: Sendable {
    let sockets: Mutex<DNSSockets?>
    init(_ sockets: DNSSockets) { self.sockets = Mutex(sockets) }
  }

  /// Starts a server at a port that the system chooses, or at `port`, which must then be free. Throws the errno.
  init(port: UInt16 = 0, _ behaviour: @escaping Behaviour) throws {
    guard let stopping = Interrupt() else { throw SystemError(EMFILE) }
    // Writing to a client that has left must not end the tests.
    Platform.ignore(SIGPIPE)
    let sockets = try DNSSockets(port: port)
    (self.port, self.stopping) = (sockets.port, stopping)
    let handOver = HandOver(sockets)
    worker = try Worker.start { [log] in
      // Removed from the box, so that the sockets are closed before the worker reports its end.
      guard let sockets = handOver.sockets.withLock({ $0.take() }) else { return false }
      return DNSService(sockets, stopping) { query in
        log.queries.withLock { $0.append(query) }
        return behaviour(query)
      }.run()
    }
  }

  /// Starts a server that answers from `zone`.
  convenience init(port: UInt16 = 0, zone: DNSZone) throws {
    try self.init(port: port) { zone.answer($0) }
  }

  /// The port is free again when this returns.
  deinit {
    stopping.raise()
    if let calm = Interrupt() { _ = try? worker.wait(until: .after(seconds: 10), or: calm) }
  }

  var address: NameServer { .loopback(port: port) }

  /// All queries so far, in the order of their arrival.
  var queries: [DNSQuery] { log.queries.withLock { $0 } }
  var questions: [DNSQuestion] { queries.map(\.question) }

  /// Whether the program's resolver can use this server. Platform.ask has no resolver on macOS.
  static var isAskable: Bool {
    #if canImport(Darwin)
      false
    #else
      true
    #endif
  }
}

/// The names that a name server knows. Any other name does not exist.
struct DNSZone: Sendable, ExpressibleByDictionaryLiteral {
  private let records: [String: [DNSRecord]]

  init(dictionaryLiteral elements: (String, [DNSRecord])...) { records = Dictionary(elements) { $0 + $1 } }

  /// Returns the answer to a query. An answer of more than 512 octets is truncated over UDP (RFC 1035, section 4.2.1).
  func answer(_ query: DNSQuery) -> DNSServer.Answer {
    guard let known = records[query.question.name] else { return .octets(query.reply([], code: 3)) }
    let whole = query.reply(known.filter { $0.kind.rawValue == query.question.type })
    return .octets(whole.count > 512 && !query.isOverTCP ? query.truncatedReply : whole)
  }
}
