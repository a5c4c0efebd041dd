// Nothing that shows the octets of a code stays in memory.

import Foundation
import Testing
import Vocabulary

@testable import QRCode

@Suite("QR codes: memory") struct WipeTests {
  @Test("codewords, modules and images are gone with the code", .enabled(if: FileManager.default.isReadableFile(atPath: "/proc/self/mem")))
  func gone() async {
    // In a process of its own: other tests would move memory during the search.
    await #expect(processExitsWith: .success) { try Self.play() }
  }

  private static func play() throws {
    let octets = Secret(copying: (0..<400).map { _ in UInt8.random(in: 1...255) })
    // From each kind of memory a piece that depends on the octets alone.
    let pieces = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 * Self.length, alignment: 1)
    defer { pieces.deallocate() }
    func keep(_ number: Int, _ octet: (Int) -> UInt8) {
      for index in 0..<length { pieces[number * length + index] = octet(index) }
    }
    do {
      let version = SymbolVersion.all[19]
      let data = octets.withOctets { Codewords.data(of: $0, version, .low) }
      keep(0) { data[$0 + 100] }
      let code = try octets.withOctets { try QRCode($0, level: .low) }
      let (png, svg) = (code.png, code.svg)
      // The middle of the picture: a row of pixels of the PNG image, and runs of the SVG image.
      let start = png.count / 2
      png.withOctets { octets in keep(1) { octets[start + $0] } }
      svg.withOctets { octets in keep(2) { octets[octets.count / 2 + $0] } }
      keep(3) { index in octets.withOctets { $0[200 + index] } }
      #expect(try Self.found(pieces) == [true, true, true, true])
      withExtendedLifetime((data, code, png, svg)) {}
    }
    // The octets themselves still exist: they show that the search finds what is there.
    #expect(try Self.found(pieces) == [false, false, false, true])
    withExtendedLifetime(octets) {}
  }

  private static let length = 48

  /// Returns for each piece whether it is anywhere in the writable memory of this process but in `pieces`.
  private static func found(_ pieces: UnsafeMutableRawBufferPointer) throws -> [Bool] {
    let maps = String(decoding: try #require(FileManager.default.contents(atPath: "/proc/self/maps")), as: UTF8.self)
    let memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC)
    try #require(memory >= 0)
    defer { close(memory) }
    let size = 1 << 20
    // Mapped, so that its address is known before the regions are read, and its own copy of them is not searched.
    let block = try #require(mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(block, size) }
    let own = [
      UInt(bitPattern: block)..<UInt(bitPattern: block) + UInt(size),
      UInt(bitPattern: pieces.baseAddress)..<UInt(bitPattern: pieces.baseAddress) + UInt(pieces.count),
    ]
    var found = [Bool](repeating: false, count: pieces.count / length)
    for line in maps.split(separator: "\n") where line.contains(" rw") {
      let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard ends.count == 2 else { continue }
      var start = ends[0]
      while start + UInt(length) <= ends[1] {
        let wanted = Int(min(UInt(size), ends[1] - start))
        let count = pread(memory, block, wanted, off_t(start))
        let (address, isWhole) = (start, count == wanted)
        // The blocks overlap by the length of a piece. Other tests may have returned a part of the region to the system: it is left out.
        start += isWhole ? UInt(max(count - length, 1)) : count > 0 ? UInt(count) : 4_096
        if isWhole, wanted < size { start = ends[1] }
        guard count >= length else { continue }
        for number in found.indices where !found[number] {
          guard let piece = pieces.baseAddress.map({ $0 + number * length }) else { continue }
          var from = 0
          while let place = place(of: piece, in: UnsafeRawBufferPointer(start: block, count: count), from: from) {
            if !own.contains(where: { $0.contains(address + UInt(place)) }) {
              found[number] = true
              break
            }
            from = place + 1
          }
        }
      }
    }
    return found
  }

  /// Returns where a piece is in `block`. memchr and memcmp, because other searches are too slow in a debug build.
  private static func place(of piece: UnsafeMutableRawPointer, in block: UnsafeRawBufferPointer, from: Int) -> Int? {
    guard let first = block.baseAddress else { return nil }
    var from = from
    while from + length <= block.count, let found = memchr(first + from, Int32(piece.load(as: UInt8.self)), block.count - from - length + 1)
    {
      from = UnsafeRawPointer(found) - first
      if memcmp(found, piece, length) == 0 { return from }
      from += 1
    }
    return nil
  }
}
