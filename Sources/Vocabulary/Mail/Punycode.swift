// Punycode (RFC 3492): Unicode text as letters, digits and hyphens, for the labels of domains.

/// The Bootstring of RFC 3492 with the parameters of its section 5.
enum Punycode {
  private static let (base, tMin, tMax, skew, damp): (Int, Int, Int, Int, Int) = (36, 1, 26, 38, 700)
  private static let (initialBias, initialN) = (72, 0x80)

  /// Returns `scalars` encoded. The caller limits their number, so nothing can overflow: a label has at most 63 characters.
  static func encode(_ scalars: [Unicode.Scalar]) -> String {
    let basic = scalars.filter(\.isASCII)
    var output = basic.map { UInt8($0.value) }
    if !basic.isEmpty { output.append(.hyphen) }
    var (n, delta, bias, handled) = (Self.initialN, 0, Self.initialBias, basic.count)
    while handled < scalars.count {
      guard let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= n }).min() else { break }
      delta += (next - n) * (handled + 1)
      n = next
      for scalar in scalars {
        if scalar.value < n { delta += 1 }
        guard scalar.value == n else { continue }
        var (rest, k) = (delta, base)
        while true {
          let threshold = Self.threshold(k, bias)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (base - threshold)))
          rest = (rest - threshold) / (base - threshold)
          k += base
        }
        output.append(digit(rest))
        bias = adapted(delta, handled + 1, isFirst: handled == basic.count)
        (delta, handled) = (0, handled + 1)
      }
      (delta, n) = (delta + 1, n + 1)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns the text that `encoded` stands for. `nil` if it is not Punycode, or if it has more than 63 characters.
  static func decode(_ encoded: some StringProtocol) -> [Unicode.Scalar]? {
    let octets = Array(encoded.utf8)
    guard octets.count <= 63, octets.allSatisfy({ $0 < 0x80 }) else { return nil }
    let end = octets.lastIndex(of: .hyphen) ?? 0
    var output = octets[..<end].map { Unicode.Scalar($0) }
    var rest = octets[(end == 0 ? 0 : end + 1)...]
    var (n, i, bias) = (Self.initialN, 0, Self.initialBias)
    while !rest.isEmpty {
      let before = i
      var (weight, k) = (1, base)
      while true {
        guard let value = rest.popFirst().flatMap(value) else { return nil }
        i += value * weight
        let threshold = Self.threshold(k, bias)
        if value < threshold { break }
        weight *= base - threshold
        k += base
        // No label needs a number of this size. 2^40 leaves room for the multiplications above.
        guard i < 1 << 40, weight < 1 << 40 else { return nil }
      }
      bias = adapted(i - before, output.count + 1, isFirst: before == 0)
      n += i / (output.count + 1)
      i %= output.count + 1
      guard let value = UInt32(exactly: n), let scalar = Unicode.Scalar(value) else { return nil }
      output.insert(scalar, at: i)
      i += 1
    }
    return output
  }

  private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, tMin), tMax) }

  /// RFC 3492, section 6.1.
  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

  private static func value(_ octet: UInt8) -> Int? {
    switch octet.lowercasedASCII {
    case 0x61...0x7a: Int(octet.lowercasedASCII) - 0x61
    case 0x30...0x39: Int(octet) - 0x30 + 26
    default: nil
    }
  }
}
