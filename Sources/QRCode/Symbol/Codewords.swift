// From octets to the sequence of codewords that is placed into the code (ISO/IEC 18004, sections 7.4 to 7.6).

enum Codewords {
  /// Returns data and error correction, interleaved block by block.
  static func sequence(of octets: UnsafeRawBufferPointer, _ version: SymbolVersion, _ level: QRCode.Level) -> WipedOctets {
    interleaved(data(of: octets, version, level), version, level)
  }

  /// Returns the data codewords: one segment in byte mode, its terminator, and padding. Mode, length and terminator take 16 or 24 bits
  /// together, so the data never ends within a codeword.
  static func data(of octets: UnsafeRawBufferPointer, _ version: SymbolVersion, _ level: QRCode.Level) -> WipedOctets {
    let data = WipedOctets(count: version.dataCodewords(level))
    var position = 0
    func append(_ half: UInt8) {
      data[position / 2] |= position.isMultiple(of: 2) ? half << 4 : half
      position += 1
    }
    append(0b0100)
    for shift in stride(from: version.lengthBits - 4, through: 0, by: -4) { append(UInt8(octets.count >> shift & 0xf)) }
    for octet in octets {
      append(octet >> 4)
      append(octet & 0xf)
    }
    append(0)
    for (number, index) in (position / 2..<data.count).enumerated() { data[index] = number.isMultiple(of: 2) ? 0xec : 0x11 }
    return data
  }

  /// Divides the data into blocks, of which the last ones may be longer by one codeword, and takes one codeword from each in turn: first
  /// of data, then of error correction.
  private static func interleaved(_ data: WipedOctets, _ version: SymbolVersion, _ level: QRCode.Level) -> WipedOctets {
    let (blocks, correction) = (version.blocks(level), version.correction(level))
    let sequence = WipedOctets(count: version.codewords)
    let (short, long) = (data.count / blocks, data.count % blocks)
    let code = ReedSolomon(degree: correction)
    var start = 0
    for block in 0..<blocks {
      let length = short + (block < blocks - long ? 0 : 1)
      // The long blocks alone have the last codeword of data.
      for index in 0..<length { sequence[index < short ? index * blocks + block : data.count - blocks + block] = data[start + index] }
      let remainder = code.remainder(of: data, start..<start + length)
      for index in 0..<correction { sequence[data.count + index * blocks + block] = remainder[index] }
      start += length
    }
    return sequence
  }
}
