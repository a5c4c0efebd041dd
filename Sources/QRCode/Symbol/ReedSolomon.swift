// Error correction: Reed-Solomon codes over the field of 256 elements (ISO/IEC 18004, section 7.5 and annex A).

/// The field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1, in which addition is exclusive or.
private enum Field {
  /// The powers of 2, twice, so that the sum of two exponents is an index.
  static let powers: [UInt8] = {
    var (powers, power) = ([UInt8](), 1)
    for _ in 0..<510 {
      powers.append(UInt8(power))
      power <<= 1
      if power > 0xff { power ^= 0x11d }
    }
    return powers
  }()

  /// The exponent of each element. Zero has none; its entry is not used.
  static let exponents: [Int] = {
    var exponents = [Int](repeating: 0, count: 256)
    for (exponent, power) in powers.prefix(255).enumerated() { exponents[Int(power)] = exponent }
    return exponents
  }()

  static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    left == 0 || right == 0 ? 0 : powers[exponents[Int(left)] + exponents[Int(right)]]
  }
}

/// A code with a number of error correction codewords, its degree.
struct ReedSolomon {
  /// The coefficients of the generator polynomial (x - 2⁰)(x - 2¹)…, from the highest, which is 1 and left out.
  private let generator: [UInt8]

  init(degree: Int) {
    var generator = [UInt8](repeating: 0, count: degree - 1) + [1]
    for exponent in 0..<degree {
      for index in generator.indices {
        generator[index] = Field.product(generator[index], Field.powers[exponent])
        if index + 1 < degree { generator[index] ^= generator[index + 1] }
      }
    }
    self.generator = generator
  }

  /// Returns the error correction codewords of a part of `data`: the remainder of its division by the generator polynomial.
  func remainder(of data: WipedOctets, _ part: Range<Int>) -> WipedOctets {
    let remainder = WipedOctets(count: generator.count)
    for index in part {
      let factor = data[index] ^ remainder[0]
      for place in 0..<generator.count {
        let next = place + 1 < generator.count ? remainder[place + 1] : 0
        remainder[place] = next ^ Field.product(generator[place], factor)
      }
    }
    return remainder
  }
}
