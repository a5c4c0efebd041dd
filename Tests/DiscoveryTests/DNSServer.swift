// A name server of the tests' own: 127.0.0.1, UDP and TCP at the same port, no question ever passed on.

import Net
import Platform
import Posix
import Synchronization

/// Serves until it is released.
final class DNSServer: Sendable {
  enum Answer: Sendable {
    /// This message, whatever it is.
    case octets([UInt8])
    case silence
    /// Over TCP: a message that is announced as long and comes octet by octet, and never ends.
    case trickle
    /// Over TCP: these octets as they are, without the length in front, and the end.
    case bare([UInt8])
  }

  typealias Behaviour = @Sendable (DNSQuery) -> Answer

  let port: UInt16
  private let log = Log()
  private let stopping: Interrupt
  private let worker: Worker<Bool>

  /// The queries that came, shared with the serving thread.
  private final class Log: Sendable {
    let queries = Mutex<[DNSQuery]>([])
  }

  private final class HandOver: Sendable {
    let sockets: Mutex<DNSSockets?>
    init(_ sockets: DNSSockets) { self.sockets = Mutex(sockets) }
  }

  /// At a port that the system chooses, or at `port`, which then has to be nobody else's.
  init(port: UInt16 = 0, _ behaviour: @escaping Behaviour) throws {
    guard let stopping = Interrupt() else { throw SystemError(EMFILE) }
    // A client that has left must not end the tests.
    Platform.ignore(SIGPIPE)
    let sockets = try DNSSockets(port: port)
    (self.port, self.stopping) = (sockets.port, stopping)
    let handOver = HandOver(sockets)
    worker = try Worker.start { [log] in
      // Taken out, so that the sockets are closed before the worker says that it has ended.
      guard let sockets = handOver.sockets.withLock({ $0.take() }) else { return false }
      return DNSService(sockets, stopping) { query in
        log.queries.withLock { $0.append(query) }
        return behaviour(query)
      }.run()
    }
  }

  /// One that answers from `zone`.
  convenience init(port: UInt16 = 0, zone: DNSZone) throws {
    try self.init(port: port) { zone.answer($0) }
  }

  /// The port is free again when this has run.
  deinit {
    stopping.raise()
    if let calm = Interrupt() { _ = try? worker.wait(until: .after(seconds: 10), or: calm) }
  }

  var address: NameServer { .loopback(port: port) }

  /// Everything that was asked so far, in the order in which it came.
  var queries: [DNSQuery] { log.queries.withLock { $0 } }
  var questions: [DNSQuestion] { queries.map(\.question) }

  /// Whether there is a resolver to be tested: Platform.ask has none on macOS.
  static var isAskable: Bool {
    #if canImport(Darwin)
      false
    #else
      true
    #endif
  }
}

/// What a name server knows: a name that is not in it does not exist.
struct DNSZone: Sendable, ExpressibleByDictionaryLiteral {
  private let records: [String: [DNSRecord]]

  init(dictionaryLiteral elements: (String, [DNSRecord])...) { records = Dictionary(elements) { $0 + $1 } }

  /// Answers that do not fit into 512 octets are truncated over UDP (RFC 1035 4.2.1).
  func answer(_ query: DNSQuery) -> DNSServer.Answer {
    guard let known = records[query.question.name] else { return .octets(query.reply([], code: 3)) }
    let whole = query.reply(known.filter { $0.kind.rawValue == query.question.type })
    return .octets(whole.count > 512 && !query.isOverTCP ? query.truncatedReply : whole)
  }
}
