// Tests with hostile answers: each look-up ends within its deadline, as a named failure or with no result, without a
// trap.

import Net
import Platform
import Posix
import TestSupport
import Testing
import Vocabulary

/// A hostile answer to the MX question. The server answers all other questions with "no such name".
struct HostileAnswer: Sendable, CustomTestStringConvertible {
  enum FailureKind: Sendable {
    /// The look-up is complete, without a host.
    case nothing
    /// The look-up is incomplete.
    case incomplete
  }

  let testDescription: String
  let outcome: FailureKind
  let message: @Sendable (DNSQuery) -> [UInt8]

  init(_ name: String, _ outcome: FailureKind, _ message: @escaping @Sendable (DNSQuery) -> [UInt8]) {
    (testDescription, self.outcome, self.message) = (name, outcome, message)
  }

  /// Returns an answer with one record whose host is `host` in wire form.
  static func host(_ name: String, _ outcome: FailureKind, _ host: @escaping @Sendable (DNSQuery) -> [UInt8]) -> HostileAnswer {
    HostileAnswer(name, outcome) { $0.reply([.mx(1, host($0))]) }
  }

  /// A valid record in an answer that is not valid elsewhere.
  static let honest = DNSRecord.mx(1, "mx.example").octets()
  /// The offset of the host in the first MX record: after owner, type, class, time to live, length and preference.
  static let hostOffset = 14

  static let names: [HostileAnswer] = [
    host("a host that points to itself", .incomplete) { DNSName.pointer(to: $0.firstRecord + hostOffset) },
    host("two pointers that point to each other", .incomplete) { query in
      let start = query.firstRecord + hostOffset
      return DNSName.pointer(to: start + 2) + DNSName.pointer(to: start)
    },
    host("a label before a pointer back to it", .incomplete) { [1, 0x61] + DNSName.pointer(to: $0.firstRecord + hostOffset) },
    host("a pointer past the end", .incomplete) { _ in DNSName.pointer(to: 0x3fff) },
    host("a pointer to the very end", .incomplete) { DNSName.pointer(to: $0.firstRecord + hostOffset + 2) },
    host("half a pointer", .incomplete) { _ in [0xc0] },
    host("a pointer into the header", .incomplete) { _ in DNSName.pointer(to: 2) },
    host("a label that runs past the end", .incomplete) { _ in [63, 0x61, 0x62] },
    host("a name without an end", .incomplete) { _ in [1, 0x61, 1, 0x62] },
    host("a label of the reserved type 01", .incomplete) { _ in [0x41, 0x61, 0] },
    host("a label of the reserved type 10", .incomplete) { _ in [0x81, 0x61, 0] },
    host("a name of 300 octets", .incomplete) { _ in DNSName.octets(Array(repeating: "abcdefghi", count: 30).joined(separator: ".")) },
    host("a host that is the question's own name and a hundred pointers", .incomplete) { query in
      let start = query.firstRecord + hostOffset
      return (0..<100).flatMap { DNSName.pointer(to: start + 2 * ($0 + 1)) } + DNSName.pointer(to: start)
    },
    HostileAnswer("an owner that points to itself", .incomplete) { query in
      query.reply(count: 1, body: DNSRecord.mx(1, "mx.example").octets(owner: DNSName.pointer(to: query.firstRecord)))
    },
  ]

  static let lengths: [HostileAnswer] = [
    HostileAnswer("a record said to be longer than the message", .incomplete) {
      $0.reply(count: 1, body: DNSRecord.mx(1, "mx.example").octets(length: 0xffff))
    },
    HostileAnswer("a record one octet longer than the message", .incomplete) {
      $0.reply(count: 1, body: DNSRecord.mx(1, "mx.example").octets(length: 15))
    },
    HostileAnswer("a record said to be shorter than it is", .incomplete) {
      $0.reply(count: 1, body: DNSRecord.mx(1, "mx.example").octets(length: 3))
    },
    HostileAnswer("records of 0, 1 and 2 octets", .nothing) { query in
      query.reply(count: 3, body: (0...2).flatMap { DNSRecord(kind: .mx, data: [UInt8](repeating: 0, count: $0)).octets() })
    },
    HostileAnswer("65,535 records announced, one there", .incomplete) { $0.reply(count: 0xffff, body: honest) },
    HostileAnswer("one record announced, none there", .incomplete) { $0.reply(count: 1, body: []) },
    HostileAnswer("no record announced, one there", .nothing) { $0.reply(count: 0, body: honest) },
    HostileAnswer("additional records announced, none there", .incomplete) { $0.reply(count: 1, body: honest, additional: 9) },
    HostileAnswer("octets behind the last record", .incomplete) { $0.reply(count: 1, body: honest + [0, 1, 2]) },
    HostileAnswer("a record that is cut off in its header", .incomplete) { $0.reply(count: 1, body: Array(honest.prefix(7))) },
  ]

  /// Messages that are not answers to the question. The resolver must ignore them and wait until its time is up.
  static let strangers: [HostileAnswer] = [
    HostileAnswer("another id", .incomplete) { $0.reply(count: 1, body: honest, id: [$0.octets[0] ^ 0xff, $0.octets[1]]) },
    HostileAnswer("an answer to another question", .incomplete) {
      $0.reply(count: 1, body: honest, section: DNSName.octets("evil.example") + [0, 15, 0, 1])
    },
    HostileAnswer("an answer to a question of another type", .incomplete) {
      $0.reply(count: 1, body: honest, section: DNSName.octets($0.question.name) + [0, 1, 0, 1])
    },
    HostileAnswer("no question", .incomplete) { $0.reply(count: 1, body: honest, section: [], questions: 0) },
    HostileAnswer("half a header", .incomplete) { Array($0.octets.prefix(6)) },
    HostileAnswer("a header alone", .incomplete) { Array($0.octets.prefix(2)) + [0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] },
    HostileAnswer("an empty datagram", .incomplete) { _ in [] },
    HostileAnswer("noise", .incomplete) { _ in (0..<400).map { UInt8(truncatingIfNeeded: $0 * 167 + 13) } },
    HostileAnswer("the query itself", .incomplete) { $0.octets },
  ]
}

@Suite(Asking.trait, .waiting) struct HostileDNSTests {
  /// Seconds for a question that is never answered, and seconds within which the look-up must then return.
  static let patience = 0.4
  static let grace = 1.5

  @Test(
    "A hostile answer has no result or a named failure", arguments: HostileAnswer.names + HostileAnswer.lengths + HostileAnswer.strangers)
  func hostile(_ answer: HostileAnswer) throws {
    let server = try DNSServer { .octets($0.question.kind == .mx ? answer.message($0) : $0.reply([], code: 3)) }
    let start = Deadline.now
    let found = try server.records(of: "firm.example", within: Self.patience)
    #expect(Deadline.now.milliseconds(since: start) < (Self.patience + Self.grace) * 1_000)
    #expect(found.mx == [])
    #expect(found.allServices == [])
    switch answer.outcome {
    case .nothing: #expect(!found.isIncomplete)
    case .incomplete: #expect(found.isIncomplete)
    }
    #expect(server.questions.contains(DNSQuestion("firm.example", .mx)))
  }

  @Test("Every truncation and every changed octet of a valid answer is handled") func mutations() throws {
    // One server per changed octet, so that each change is tested alone.
    let honest: @Sendable (DNSQuery) -> [UInt8] = { $0.reply([.mx(1, "mx.example"), .mx(2, "b.example")]) }
    let sample = try #require(
      DNSQuery([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] + DNSName.octets("f.example") + [0, 15, 0, 1], isOverTCP: false))
    // After the id and the question. With a change in these, the resolver would wait for the right answer.
    for position in sample.firstRecord..<honest(sample).count {
      for value: UInt8 in [0, 1, 0x3f, 0x40, 0x80, 0xc0, 0xff] {
        let server = try DNSServer { query in
          guard query.question.kind == .mx else { return .octets(query.reply([], code: 3)) }
          var octets = honest(query)
          octets[position] = value
          return .octets(octets)
        }
        let found = try server.records(of: "f.example", within: 5)
        #expect(found.mx.count <= 2, "octet \(position) as \(value)")
        #expect(found.allServices == [])
      }
      let server = try DNSServer { .octets($0.question.kind == .mx ? Array(honest($0).prefix(position)) : $0.reply([], code: 3)) }
      let found = try server.records(of: "f.example", within: 5)
      #expect(found.mx == [] && found.isIncomplete, "cut at \(position)")
    }
  }

  @Test func `dns-timeout: a silent server is abandoned at the deadline, and the answers of others are kept`() throws {
    let server = try DNSServer { query in
      switch query.question.kind {
      case .mx: .octets(query.reply([.mx(1, "mx.example")]))
      case .srv, .a, .aaaa, .cname, nil: .silence
      }
    }
    let start = Deadline.now
    let found = try server.records(of: "firm.example", within: Self.patience)
    let took = Deadline.now.milliseconds(since: start)
    #expect(took >= Self.patience * 1_000)
    #expect(took < (Self.patience + Self.grace) * 1_000)
    #expect(found.mx.map(\.host.text) == ["mx.example"])
    #expect(found.isIncomplete)
  }

  /// Answers over TCP after a truncated answer over UDP.
  @Test(
    "TCP that sends invalid data, drips or stays silent ends at the deadline",
    arguments: [
      ("silence", DNSServer.Answer.silence), ("an endless trickle", .trickle), ("no length", .bare([])), ("half a length", .bare([0])),
      ("length 0", .bare([0, 0])), ("a length without a message", .bare([0xff, 0xff])),
      ("less than announced", .bare([0x01, 0x00] + [UInt8](repeating: 0, count: 40))),
      ("the truncation again", .bare([0, 1, 0])),
    ])
  func tcp(_ name: String, _ answer: DNSServer.Answer) throws {
    let server = try DNSServer { query in
      guard query.question.kind == .mx else { return .octets(query.reply([], code: 3)) }
      return query.isOverTCP ? answer : .octets(query.truncatedReply)
    }
    let start = Deadline.now
    let found = try server.records(of: "firm.example", within: Self.patience)
    #expect(Deadline.now.milliseconds(since: start) < (Self.patience + Self.grace) * 1_000)
    #expect(found.mx == [])
    #expect(found.isIncomplete)
    #expect(server.queries.contains { $0.isOverTCP })
  }

  /// About as many records as fit into a message over TCP.
  static let thousands = (0..<2_400).flatMap { number in
    DNSRecord.mx(UInt16(number), [3, 0x6d, UInt8(0x61 + number % 26), 0x78] + DNSName.octets("example")).octets()
  }

  /// In a separate process, so that the memory of other tests does not count.
  @Test func `Thousands of records yield a handful of hosts, and memory does not grow with them`() async {
    await #expect(processExitsWith: .success) {
      let server = try DNSServer { query in
        guard query.question.kind == .mx else { return .octets(query.reply([], code: 3)) }
        return .octets(query.isOverTCP ? query.reply(count: 2_400, body: Self.thousands) : query.truncatedReply)
      }
      func ask(_ times: Int) throws {
        for _ in 0..<times {
          let found = try server.records(of: "firm.example")
          try #require((1...50).contains(found.mx.count) && !found.isIncomplete)
        }
      }
      try ask(20)
      let before = try #require(Self.residentKiB)
      try ask(200)
      // The five buffers of each round have 64 MiB together.
      let grown = try #require(Self.residentKiB) - before
      try #require(grown < 8 * 1_024)
    }
  }

  @Test("An interrupt ends the wait immediately", arguments: ["silence over UDP", "silence over TCP", "a trickle"])
  func interrupt(_ situation: String) throws {
    let interrupt = try #require(Interrupt())
    let (bell, arrived) = (try #require(Interrupt()), try #require(Interrupt()))
    let server = try DNSServer { query in
      if query.isOverTCP || situation == "silence over UDP" { arrived.raise() }
      if situation == "silence over UDP" { return .silence }
      guard query.isOverTCP else { return .octets(query.truncatedReply) }
      return situation == "a trickle" ? .trickle : .silence
    }
    let raiser = try Worker.start {
      _ = try? Wait.any([(arrived.descriptor, .read)], until: .after(seconds: 20), or: bell)
      let now = Deadline.now
      interrupt.raise()
      return now
    }
    #expect(throws: NetFailure.interrupted) { try server.records(of: "firm.example", within: 60, or: interrupt) }
    let raised = try raiser.wait(until: .after(seconds: 20), or: bell)
    #expect(Deadline.now.milliseconds(since: raised) < 200)
  }

  /// The resident memory of this process in KiB, or `nil` if there is no /proc.
  static var residentKiB: Int? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var (line, pages) = ([CChar](repeating: 0, count: 200), [String]())
    if fgets(&line, 200, file) != nil {
      pages = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(separator: " ").map(String.init)
    }
    return pages.count > 1 ? Int(pages[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_024 } : nil
  }
}
