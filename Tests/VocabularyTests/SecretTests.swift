// A secret does not print its octets, only lends them, and leaves no trace in memory.

import Foundation
import Testing
import Vocabulary

@Suite("Secrets") struct SecretTests {
  private static let canary = "Canary-3f9c-Passw0rd"

  @Test("printing a secret never prints its octets") func prints() {
    struct Holder {
      let secret: Secret
      let other: Secret?
    }
    let secret = Secret(copying: Self.canary.utf8)
    let holder = Holder(secret: secret, other: secret)
    var dumped = ""
    dump(holder, to: &dumped)
    let texts = [
      "\(secret)", String(describing: secret), String(reflecting: secret), secret.description, secret.debugDescription, "\(holder)",
      String(reflecting: holder), "\(Optional(secret) as Any)", "\([secret])", "\(["key": secret])", dumped,
    ]
    for text in texts {
      #expect(!text.contains("Canary"))
      #expect(!text.contains("3f9c"))
    }
    #expect("\(secret)" == "<secret>")
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test("a secret cannot be encoded or compared") func hasNoConformances() {
    let secret: Any = Secret(copying: Self.canary.utf8)
    #expect(!(secret is any Encodable))
    #expect(!(secret is any Equatable))
  }

  @Test("the octets are lent unchanged", arguments: ["", "a", "pässwörd密码", " blanks inside and around ", "\u{0}\r\n\t"])
  func lends(_ text: String) {
    let secret = Secret(copying: text.utf8)
    #expect(secret.count == text.utf8.count)
    #expect(secret.withOctets { Array($0) } == Array(text.utf8))
  }

  @Test("filling may use less than the capacity") func partlyFilled() {
    let secret = Secret(capacity: 100) { buffer in
      buffer.copyBytes(from: "abc".utf8)
      return 3
    }
    #expect(secret.count == 3)
    #expect(secret.withOctets { $0.text } == "abc")
  }

  @Test("a failure while filling is passed on") func failedFilling() {
    struct Gone: Error, Equatable {}
    #expect(throws: Gone()) { try Secret(capacity: 10) { (_) throws(Gone) -> Int in throw Gone() } }
  }

  @Test(
    "lengths from 1 to 1,024 octets can be sent (imap-password-empty, imap-password-64k)",
    arguments: [(0, .empty), (1, nil), (2, nil), (1_023, nil), (1_024, nil), (1_025, .tooLong), (65_536, .tooLong)]
      as [(Int, Secret.Error?)])
  func length(_ count: Int, _ fault: Secret.Error?) {
    #expect(Secret(copying: [UInt8](repeating: 0x61, count: count)).fault == fault)
  }

  @Test(
    "CR, LF and NUL cannot, at any position (imap-password-crlf-nul, smtp-password-crlf-nul)",
    arguments: [UInt8.carriageReturn, .lineFeed, .nul], [0, 1, 5])
  func forbidden(_ octet: UInt8, _ position: Int) {
    var octets = Array("abcde".utf8)
    octets.insert(octet, at: position)
    #expect(Secret(copying: octets).fault == .forbiddenOctet)
  }

  @Test("every other octet can", arguments: Set(UInt8.min...UInt8.max).subtracting([.carriageReturn, .lineFeed, .nul]).sorted())
  func allowed(_ octet: UInt8) { #expect(Secret(copying: [0x61, octet]).fault == nil) }

  @Test("the octets are gone from memory with the last reference (file-swap-and-wipe)", .enabled(if: Memory.isReadable))
  func wiped() throws {
    let octets = (0..<900).map { UInt8(0x30 + $0 % 61) }
    var secret: Secret? = Secret(copying: octets)
    let place = try #require(secret?.withOctets { UInt64(UInt(bitPattern: $0.baseAddress)) })
    #expect(try Memory.octets(at: place, octets.count) == octets)
    secret = nil
    // The first octets of a freed block belong to the allocator. A later owner of the block has not written the same
    // sequence.
    let left = try Memory.octets(at: place, octets.count)
    for start in stride(from: 32, to: 896, by: 4) { #expect(left[start..<(start + 4)] != octets[start..<(start + 4)]) }
  }

  @Test("the octets are gone from memory when filling fails", .enabled(if: Memory.isReadable)) func wipedAfterFailure() throws {
    struct Gone: Error {}
    let octets = (0..<900).map { UInt8(0x30 + $0 % 61) }
    var place: UInt64 = 0
    #expect(throws: Gone.self) {
      try Secret(capacity: octets.count) { (buffer) throws(Gone) -> Int in
        buffer.copyBytes(from: octets)
        place = UInt64(UInt(bitPattern: buffer.baseAddress))
        throw Gone()
      }
    }
    let left = try Memory.octets(at: place, octets.count)
    for start in stride(from: 32, to: 896, by: 4) { #expect(left[start..<(start + 4)] != octets[start..<(start + 4)]) }
  }
}

/// The memory of this process, read through the kernel. Reading freed memory in this way is defined behaviour.
private enum Memory {
  private static let path = "/proc/self/mem"

  static var isReadable: Bool { FileManager.default.isReadableFile(atPath: path) }

  static func octets(at place: UInt64, _ count: Int) throws -> [UInt8] {
    let file = try #require(FileHandle(forReadingAtPath: path))
    defer { file.closeFile() }
    try file.seek(toOffset: place)
    // Memory that was returned to the system in the meantime cannot be read.
    return (try? file.read(upToCount: count)).map { Array($0) } ?? [UInt8](repeating: 0, count: count)
  }
}
