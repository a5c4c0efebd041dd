// Lines and literals from a stream of octets, and the limits on both.

import Testing
import Vocabulary
import Wire

@Suite("Line buffer") struct LineBufferTests {
  @Test(
    "LF ends a line, a CR before it belongs to the end, a lone CR is data (imap-greeting-bare-lf, imap-greeting-bare-cr, smtp-bare-lf, smtp-bare-cr)",
    arguments: [
      ("* OK ready\r\n", ["* OK ready"]), ("* OK ready\n", ["* OK ready"]), ("* OK ready\rA1 OK fake\r\n", ["* OK ready\rA1 OK fake"]),
      ("250 mail\r250 AUTH PLAIN\r\n", ["250 mail\r250 AUTH PLAIN"]), ("\r\n\n\r\r\n", ["", "", "\r"]), ("a\n\rb\n", ["a", "\rb"]),
      ("no end", []), ("no end\r", []), ("", []), ("a\u{0}b\r\n", ["a\u{0}b"]),
    ])
  func lines(_ stream: String, _ expected: [String]) throws {
    var buffer = LineBuffer()
    try buffer.append(Array(stream.utf8))
    var lines: [String] = []
    while let line = try buffer.line() { lines.append(line.text) }
    #expect(lines == expected)
    #expect(buffer.isEmpty == (stream.isEmpty || stream.utf8.last == .lineFeed))
  }

  @Test(
    "a line has at most 65,536 octets without its end, however the end is split (imap-line-exactly-at-limit, smtp-line-513)",
    arguments: [0, 512, 513, 2_000, 8_193, 65_535, 65_536, 65_537, 65_538], ["\r\n", "\n"])
  func lineLimit(_ count: Int, _ end: String) throws {
    let octets = [UInt8](repeating: 0x61, count: count)
    for cut in 0...end.utf8.count {
      var buffer = LineBuffer()
      try buffer.append(octets + Array(end.utf8.prefix(cut)))
      if count <= 65_536 {
        if cut < end.utf8.count { #expect(try buffer.line() == nil) }
        try buffer.append(Array(end.utf8.dropFirst(cut)))
        #expect(try buffer.line() == octets)
      } else {
        #expect(throws: WireError.lineTooLong) {
          if try buffer.line() == nil {
            try buffer.append(Array(end.utf8.dropFirst(cut)))
            _ = try buffer.line()
          }
        }
      }
    }
  }

  @Test("an endless line is refused at the limit, before memory ends (imap-capability-huge)") func endlessLine() throws {
    var buffer = LineBuffer()
    var read = 0
    #expect(throws: WireError.lineTooLong) {
      while read < 1_000_000 {
        try buffer.append([UInt8](repeating: 0x61, count: 100))
        read += 100
        _ = try buffer.line()
      }
    }
    #expect(read <= 65_700)
  }

  @Test("a literal has at most 65,536 octets (imap-literal-bomb-4g, imap-literal-zero)", arguments: [0, 1, 4_096, 65_535, 65_536])
  func literal(_ count: Int) throws {
    var buffer = LineBuffer()
    let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    if count > 0 {
      try buffer.append(octets.dropLast())
      #expect(try buffer.octets(count) == nil)
      try buffer.append(octets.suffix(1))
    }
    try buffer.append(Array(")\r\n".utf8))
    #expect(try buffer.octets(count) == octets)
    #expect(try buffer.line() == Array(")".utf8))
  }

  @Test(
    "a bigger literal is refused when it is announced (imap-literal-bomb-4g, imap-literal-bomb-u64)",
    arguments: [65_537, 4_294_967_295, Int.max])
  func literalTooLong(_ count: Int) {
    var buffer = LineBuffer()
    #expect(throws: WireError.literalTooLong) { try buffer.octets(count) }
  }

  @Test("a dialogue has at most 4 MiB, consumed or not", arguments: [4_194_303, 4_194_304, 4_194_305])
  func dialogueLimit(_ count: Int) throws {
    var (kept, taken) = (LineBuffer(), LineBuffer())
    let line = [UInt8](repeating: 0x61, count: 1_023) + [.lineFeed]
    for _ in 0..<4_095 {
      try kept.append(line)
      try taken.append(line)
      #expect(try taken.line()?.count == 1_023)
    }
    let rest = [UInt8](repeating: 0x61, count: count - 4_095 * 1_024)
    if count <= 4_194_304 {
      try kept.append(rest)
      try taken.append(rest)
    } else {
      #expect(throws: WireError.tooManyOctets) { try kept.append(rest) }
      #expect(throws: WireError.tooManyOctets) { try taken.append(rest) }
    }
  }

  @Test("single octets cost no more than their number (res-cpu-hostile-server)") func trickle() throws {
    var buffer = LineBuffer()
    let clock = ContinuousClock()
    let time = try clock.measure {
      for _ in 0..<31 {
        for _ in 0..<8_192 {
          try buffer.append(CollectionOfOne(0x61))
          #expect(try buffer.line() == nil)
        }
        try buffer.append(CollectionOfOne(.lineFeed))
        #expect(try buffer.line()?.count == 8_192)
      }
    }
    // Searched from its start each time, a line of 65,536 octets would cost 31 times 33 million steps.
    #expect(time < .seconds(20))
  }

  @Test(
    "even a part of a line is detected (imap-starttls-injected-partial, imap-starttls-injected-one-byte)",
    arguments: ["\n", "*", "* CAP", "\r"])
  func leftOver(_ rest: String) throws {
    var buffer = LineBuffer()
    #expect(buffer.isEmpty)
    try buffer.append(Array("A1 OK begin\r\n\(rest)".utf8))
    #expect(try buffer.line()?.text == "A1 OK begin")
    #expect(!buffer.isEmpty)
    #expect(buffer.front == Array(rest.utf8))
  }

  @Test("a look at the front consumes nothing, and shows 16 octets at most") func front() throws {
    var buffer = LineBuffer()
    #expect(buffer.front == [])
    try buffer.append(Array("0123456789abcdefXYZ\r\n".utf8))
    #expect(buffer.front.text == "0123456789abcdef")
    #expect(buffer.front.text == "0123456789abcdef")
    #expect(try buffer.line()?.text == "0123456789abcdefXYZ")
    #expect(buffer.front == [])
  }
}
