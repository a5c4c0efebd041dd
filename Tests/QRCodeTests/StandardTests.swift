// The tables and examples of the standard (ISO/IEC 18004).

import Testing

@testable import QRCode

@Suite("QR codes: tables and examples of the standard") struct StandardTests {
  /// Table 1: the codewords of each version.
  private static let codewords = [
    26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532, 581, 655, 733, 815, 901, 991, 1_085, 1_156, 1_258, 1_364, 1_474, 1_588,
  ]
  /// Table 7: the octets in byte mode.
  private static let low = [
    17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858, 929, 1_003, 1_091, 1_171, 1_273,
  ]
  private static let medium = [
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857, 911, 997,
  ]
  /// Table E.1: the centers of the alignment patterns.
  private static let centers = [
    [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58],
    [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70], [6, 26, 50, 74], [6, 30, 54, 78], [6, 30, 56, 82], [6, 30, 58, 86], [6, 34, 62, 90],
    [6, 28, 50, 72, 94], [6, 26, 50, 74, 98], [6, 30, 54, 78, 102], [6, 28, 54, 80, 106], [6, 32, 58, 84, 110],
  ]

  @Test("sizes, capacities and alignment patterns of every version") func tables() {
    #expect(SymbolVersion.all.map(\.number) == Array(1...25))
    #expect(SymbolVersion.all.map(\.side) == Array(stride(from: 21, through: 117, by: 4)))
    #expect(SymbolVersion.all.map(\.codewords) == Self.codewords)
    #expect(SymbolVersion.all.map { $0.capacity(.low) } == Self.low)
    #expect(SymbolVersion.all.map { $0.capacity(.medium) } == Self.medium)
    #expect(SymbolVersion.all.map(\.alignment) == Self.centers)
  }

  @Test("each length has the smallest version, and one octet more than the largest holds is refused", arguments: QRCode.Level.allCases)
  func lengths(_ level: QRCode.Level) throws {
    let capacities = level == .low ? Self.low : Self.medium
    #expect(try QRCode.of([], level).side == 21)
    for (index, capacity) in capacities.enumerated() {
      #expect(SymbolVersion.smallest(for: capacity, level)?.number == index + 1)
      #expect(SymbolVersion.smallest(for: capacity + 1, level)?.number == (index == 24 ? nil : index + 2))
    }
    for excess in [1, 2, 5_000] {
      #expect(throws: QRCodeError.tooLong(capacities[24] + excess, most: capacities[24])) {
        try QRCode.of([UInt8](repeating: 0x61, count: capacities[24] + excess), level)
      }
    }
  }

  @Test("error correction of the example in annex I") func correction() {
    let octets: [UInt8] = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11]
    let data = WipedOctets(count: 16)
    for (index, octet) in octets.enumerated() { data[index] = octet }
    let remainder = ReedSolomon(degree: 10).remainder(of: data, 0..<16)
    #expect((0..<10).map { remainder[$0] } == [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55])
  }

  @Test("format information of the examples in section 7.9 and annex C, and of all levels and masks") func format() {
    #expect(FormatInformation.bits(.medium, mask: 5) == 0b1000000_11001110)
    // Table C.1, in the order of the masks.
    let low = [0x77c4, 0x72f3, 0x7daa, 0x789d, 0x662f, 0x6318, 0x6c41, 0x6976]
    let medium = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0]
    #expect((0..<8).map { FormatInformation.bits(.low, mask: $0) } == low)
    #expect((0..<8).map { FormatInformation.bits(.medium, mask: $0) } == medium)
  }

  @Test("version information of table D.1") func version() {
    let words = [
      0x07c94, 0x085bc, 0x09a99, 0x0a4d3, 0x0bbf6, 0x0c762, 0x0d847, 0x0e60d, 0x0f928, 0x10b78, 0x1145d, 0x12a17, 0x13532, 0x149a6, 0x15683,
      0x168c9, 0x177ec, 0x18ec4, 0x191e1,
    ]
    #expect((7...25).map { BCH.word($0, generator: 0x1f25) } == words)
  }

  @Test("a segment in byte mode, its terminator and padding") func data() {
    let octets: [UInt8] = [0xab, 0xcd]
    let data = octets.withUnsafeBytes { Codewords.data(of: $0, SymbolVersion.all[0], .medium) }
    #expect(
      (0..<data.count).map { data[$0] } == [0x40, 0x2a, 0xbc, 0xd0] + [
        0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
      ])
    // From version 10 on the length has sixteen bits.
    let longer = [UInt8](repeating: 0xff, count: 260).withUnsafeBytes { Codewords.data(of: $0, SymbolVersion.all[9], .low) }
    #expect((0..<longer.count).map { longer[$0] }.prefix(4) == [0x40, 0x10, 0x4f, 0xff])
  }
}
