// DNS messages (RFC 1035, section 4) of the tests' own name server: valid ones, and any octets.

/// A question: a name and a type.
struct DNSQuestion: Hashable, Sendable, CustomStringConvertible {
  enum Kind: UInt16, Sendable {
    case a = 1
    case cname = 5
    case mx = 15
    case aaaa = 28
    case srv = 33
  }

  let name: String
  /// The number of the type, which may be one without a name in `Kind`.
  let type: UInt16

  init(_ name: String, _ kind: Kind) { (self.name, type) = (name, kind.rawValue) }

  /// Reads the question after the header of `octets`. Returns `nil` if there is none.
  init?(_ octets: [UInt8]) {
    var (position, labels) = (DNSQuery.header, [String]())
    while position < octets.count, octets[position] != 0 {
      let end = position + 1 + Int(octets[position])
      guard end < octets.count else { return nil }
      labels.append(String(decoding: octets[(position + 1)..<end], as: UTF8.self).lowercased())
      position = end
    }
    guard position + 5 <= octets.count else { return nil }
    name = labels.joined(separator: ".")
    type = UInt16(octets[position + 1]) << 8 | UInt16(octets[position + 2])
  }

  var kind: Kind? { Kind(rawValue: type) }
  var description: String { "\(name) \(kind.map { "\($0)" } ?? "type \(type)")" }
}

/// A resource record of an answer. Its owner is the name in the question.
struct DNSRecord: Sendable {
  let kind: DNSQuestion.Kind
  let data: [UInt8]

  static func mx(_ preference: UInt16, _ host: String) -> DNSRecord { mx(preference, DNSName.octets(host)) }

  /// Returns an MX record for `host` in wire form, valid or not.
  static func mx(_ preference: UInt16, _ host: [UInt8]) -> DNSRecord { DNSRecord(kind: .mx, data: DNSName.number(preference) + host) }

  static func srv(_ priority: UInt16, _ weight: UInt16, _ port: UInt16, _ target: String) -> DNSRecord {
    srv(priority, weight, port, DNSName.octets(target))
  }

  static func srv(_ priority: UInt16, _ weight: UInt16, _ port: UInt16, _ target: [UInt8]) -> DNSRecord {
    DNSRecord(kind: .srv, data: [priority, weight, port].flatMap(DNSName.number) + target)
  }

  static func cname(_ target: String) -> DNSRecord { DNSRecord(kind: .cname, data: DNSName.octets(target)) }

  static func address(_ octets: UInt8...) -> DNSRecord { DNSRecord(kind: octets.count == 4 ? .a : .aaaa, data: octets) }

  static let loopback = DNSRecord(kind: .a, data: [127, 0, 0, 1])

  /// Returns the record with class IN and a time to live of 60 seconds. `length` replaces the true length of the data.
  func octets(owner: [UInt8] = DNSName.asked, length: UInt16? = nil) -> [UInt8] {
    owner + DNSName.number(kind.rawValue) + [0, 1, 0, 0, 0, 60] + DNSName.number(length ?? UInt16(data.count)) + data
  }
}

enum DNSName {
  /// A pointer to the name in the question.
  static let asked: [UInt8] = pointer(to: DNSQuery.header)

  /// Returns a compression pointer (RFC 1035, section 4.1.4).
  static func pointer(to position: Int) -> [UInt8] { number(0xc000 | UInt16(position)) }

  static func number(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xff)] }

  /// Returns the wire form of a dotted name. "." and "" are the root.
  static func octets(_ text: String) -> [UInt8] { octets(labels: text.split(separator: ".").map { Array($0.utf8) }) }

  /// Returns the wire form of labels, which may have any octets.
  static func octets(labels: [[UInt8]]) -> [UInt8] { labels.flatMap { [UInt8($0.count)] + $0 } + [0] }
}

/// A query as it arrived.
struct DNSQuery: Sendable {
  static let header = 12

  let octets: [UInt8]
  let question: DNSQuestion
  let isOverTCP: Bool

  init?(_ octets: [UInt8], isOverTCP: Bool) {
    guard octets.count > Self.header, let question = DNSQuestion(octets) else { return nil }
    (self.octets, self.question, self.isOverTCP) = (octets, question, isOverTCP)
  }

  /// The question section as it arrived.
  var section: [UInt8] { Array(octets[Self.header...].prefix { $0 != 0 }) + [0] + DNSName.number(question.type) + [0, 1] }

  /// The offset of the first record in an answer.
  var firstRecord: Int { Self.header + section.count }

  /// Returns a response to this query (RFC 1035, section 4.1.1) with recursion. `count` is the number of records in the
  /// header, which may differ from that in `body`.
  func reply(
    code: UInt8 = 0, isTruncated: Bool = false, count: UInt16, body: [UInt8], id: [UInt8]? = nil, section: [UInt8]? = nil,
    questions: UInt16 = 1, additional: UInt16 = 0
  ) -> [UInt8] {
    (id ?? Array(octets[..<2])) + [isTruncated ? 0x83 : 0x81, 0x80 | code] + DNSName.number(questions) + DNSName.number(count)
      + [0, 0] + DNSName.number(additional) + (section ?? self.section) + body
  }

  func reply(_ records: [DNSRecord], code: UInt8 = 0) -> [UInt8] {
    reply(code: code, count: UInt16(records.count), body: records.flatMap { $0.octets() })
  }

  /// A truncated response. The resolver then repeats the query over TCP.
  var truncatedReply: [UInt8] { reply(isTruncated: true, count: 0, body: []) }
}
