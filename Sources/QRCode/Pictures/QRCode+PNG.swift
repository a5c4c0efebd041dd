// A QR code as a PNG image (W3C PNG, third edition).

import Vocabulary

extension QRCode {
  /// The number of pixels on each side of a module.
  private static let scale = 8

  /// Returns a PNG image in one bit of gray per pixel, with the quiet zone. Whoever reads it reads the octets of the code, hence a `Secret`.
  package var png: Secret {
    let pixels = (side + 2 * Self.quietZone) * Self.scale
    let file = SecretBuffer()
    file.append([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    let header = SecretBuffer()
    header.append(UInt32(pixels).octets + UInt32(pixels).octets)
    // One bit, gray, and the only methods of compression, filtering and interlacing that are needed.
    header.append([1, 0, 0, 0, 0])
    Self.chunk("IHDR", header, to: file)
    Self.chunk("IDAT", Self.stored(scanlines), to: file)
    Self.chunk("IEND", SecretBuffer(), to: file)
    return file.secret
  }

  /// The rows of pixels, each after the number of its filter, 0. A module is as wide as an octet, and 1 is white.
  private var scanlines: SecretBuffer {
    let lines = SecretBuffer()
    let visible = -Self.quietZone..<side + Self.quietZone
    for row in visible {
      for _ in 0..<Self.scale {
        lines.append(0)
        for column in visible { lines.append(self[column, row] ? 0x00 : 0xff) }
      }
    }
    return lines
  }

  /// Returns octets as a zlib stream of blocks that are not compressed (RFC 1950; RFC 1951, section 3.2.4).
  private static func stored(_ octets: SecretBuffer) -> SecretBuffer {
    let stream = SecretBuffer()
    stream.append([0x78, 0x01])
    octets.withOctets { octets in
      var rest = octets[...]
      repeat {
        let block = rest.prefix(0xffff)
        rest = rest.dropFirst(block.count)
        stream.append(rest.isEmpty ? 1 : 0)
        let length = UInt16(block.count)
        for half in [length, ~length] { stream.append([UInt8(half & 0xff), UInt8(half >> 8)]) }
        stream.append(block)
      } while !rest.isEmpty
      stream.append(Checksum.adler32(octets).octets)
    }
    return stream
  }

  private static func chunk(_ type: StaticString, _ data: SecretBuffer, to file: SecretBuffer) {
    let name = type.withUTF8Buffer { Array($0) }
    file.append(UInt32(data.count).octets + name)
    data.withOctets { octets in
      file.append(octets)
      file.append(Checksum.crc32(name, octets).octets)
    }
  }
}

extension UInt32 {
  /// The octets, the most significant one first.
  fileprivate var octets: [UInt8] { [UInt8(self >> 24), UInt8(self >> 16 & 0xff), UInt8(self >> 8 & 0xff), UInt8(self & 0xff)] }
}
