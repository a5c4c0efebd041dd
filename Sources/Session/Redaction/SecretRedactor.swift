// What a server says back to us of the secret. Some repeat the failed command in their error; that is the one way in
// which a secret could come in from outside, where nothing marks it. What is read is never changed, only what is shown.

import Vocabulary
import Wire

struct SecretRedactor: Sendable {
  /// Parts of the secret as it is.
  private let plain: [Grams]
  /// Parts of it in base64 and hexadecimal.
  private let encoded: [Grams]
  /// Octets of the whole secrets.
  private let lengths: Set<Int>
  /// Secrets of which nearly every text has a part: one that holds the whole is not shown at all.
  private let tiny: [Secret]

  /// Octets that a text and a secret do not share by chance: words such as "login" and "error" are shorter. Of a short secret
  /// all but one.
  private static func shortestPart(of count: Int) -> Int { min(6, max(shortest, count - 1)) }
  /// Characters of base64 (six octets) or hexadecimal (four).
  private static let shortestEncodedPart = 8
  private static let shortest = 4

  init(of credentials: [Credentials]) {
    var (plain, encoded) = ([Int: [Secret]](), [Int: [Secret]]())
    var tiny: [Secret] = []
    for login in credentials {
      let secret = Self.comparable(login.secret)
      encoded[Self.shortestEncodedPart, default: []].append(Self.comparable(SASL.plain(login)))
      if secret.count < Self.shortest {
        if secret.count > 0 { tiny.append(secret) }
        continue
      }
      plain[Self.shortestPart(of: secret.count), default: []].append(secret)
      for form in [Self.hexadecimal(login.secret), Self.hexadecimal(login.secret, units: true)]
        + (0..<3).map({ Self.base64(login.secret, offset: $0) })
      {
        encoded[min(Self.shortestEncodedPart, form.count), default: []].append(Self.comparable(form))
      }
    }
    self.plain = plain.map { Grams(length: $0.key, of: $0.value) }
    self.encoded = encoded.map { Grams(length: $0.key, of: $0.value) }
    self.tiny = tiny
    lengths = Set(credentials.map { Self.comparable($0.secret).count })
  }

  /// `text` with `<secret>` in the place of whatever of the secret stands in it.
  func masked(_ text: [UInt8]) -> [UInt8] {
    if text.allSatisfy(Self.isPrintable) { return holdsTiny(text) ? EchoText.mark : cleared(text) }
    // Also where only what is dropped before anything is shown parts it: such a text becomes what would be shown of it, in the
    // charset that leaves least.
    let readings = ([nil] + Charset.allCases).map { Array(Visible(text, charset: $0, limit: .max).text.utf8) }
    if readings.contains(where: holdsTiny) { return EchoText.mark }
    return readings.map { (shown: $0, cleared: cleared($0)) }.filter { $0.shown != $0.cleared }.map(\.cleared)
      .min { $0.count < $1.count } ?? text
  }

  /// The same for the lines of one answer, over which a secret may be split.
  func masked(_ lines: [[UInt8]]) -> [[UInt8]] {
    let readable = lines.map { tiny.isEmpty && $0.allSatisfy(Self.isPrintable) ? $0 : masked($0) }
    return cleared(Array(readable.joined(separator: [.lineFeed]))).split(separator: .lineFeed, omittingEmptySubsequences: false)
      .map(Array.init)
  }

  private func holdsTiny(_ text: [UInt8]) -> Bool {
    tiny.contains { secret in EchoText.Reading.all.contains { !$0.isOfDigits && Self.stands(secret, in: EchoText(text, $0).octets) } }
  }

  private static func isPrintable(_ octet: UInt8) -> Bool { octet >= 0x20 && octet < 0x7f }

  private func cleared(_ text: [UInt8]) -> [UInt8] {
    var covered = Array(repeating: false, count: text.count)
    let views = EchoText.Reading.all.map { (reading: $0, view: EchoText(text, $0)) }
    for (reading, view) in views where !reading.isOfDigits {
      for grams in plain { Self.cover(&covered, grams, view, text, isEncoded: false) }
    }
    OrdinaryWords.spare(in: text, &covered, lengths: lengths)
    for (_, view) in views {
      for grams in encoded { Self.cover(&covered, grams, view, text, isEncoded: true) }
    }
    return Self.replaced(text, covered)
  }

  /// Marks in `covered` what of `text` is among `grams`.
  private static func cover(_ covered: inout [Bool], _ grams: Grams, _ view: EchoText, _ text: [UInt8], isEncoded: Bool) {
    var window = Grams.Window(grams.length)
    var done = 0
    for (position, octet) in view.octets.enumerated() {
      guard let gram = window.take(octet), grams.contains(gram) else { continue }
      for element in max(done, position + 1 - grams.length)...position {
        var place = view.places[element]
        // What stands between two octets of one line that belong together goes, too.
        if element > position + 1 - grams.length {
          let before = view.places[element - 1].upperBound
          if before < place.lowerBound, !text[before..<place.lowerBound].contains(.lineFeed) { place = before..<place.upperBound }
        }
        for octet in place { covered[octet] = true }
      }
      done = position + 1
      if isEncoded { extend(&covered, around: view.places[position], text) }
    }
  }

  /// The rest of the same word of base64 may decode to what stood beside the secret.
  private static func extend(_ covered: inout [Bool], around place: Range<Int>, _ text: [UInt8]) {
    func isEncoding(_ octet: UInt8) -> Bool {
      octet.isLetter || octet.isDigit || [.plus, .hyphen, UInt8(ascii: "/"), UInt8(ascii: "_")].contains(octet)
    }
    var (start, end) = (place.lowerBound, place.upperBound)
    while start > 0, isEncoding(text[start - 1]) { start -= 1 }
    while end < text.count, isEncoding(text[end]) || text[end] == UInt8(ascii: "=") { end += 1 }
    for place in start..<end { covered[place] = true }
  }

  private static func replaced(_ text: [UInt8], _ covered: [Bool]) -> [UInt8] {
    var (shown, start) = ([UInt8](), 0)
    while start < text.count {
      guard covered[start] else {
        shown.append(text[start])
        start += 1
        continue
      }
      var end = start
      while end < text.count, covered[end] { end += 1 }
      if shown.last == .quote, end < text.count, text[end] == .quote {
        shown.removeLast()
        end += 1
      }
      shown += EchoText.mark
      start = end
    }
    return shown
  }

  private static func stands(_ secret: Secret, in octets: [UInt8]) -> Bool {
    secret.withOctets { part in octets.indices.contains { octets[$0] == part[0] && octets[$0...].starts(with: part) } }
  }

  // The forms of a secret

  /// As texts are compared.
  private static func comparable(_ secret: Secret) -> Secret {
    Secret(capacity: secret.count) { buffer in
      secret.withOctets { octets in
        var count = 0
        for octet in octets where !EchoText.isUnseen(octet) {
          buffer[count] = EchoText.folded(octet)
          count += 1
        }
        return count
      }
    }
  }

  /// Two digits for an octet, or four as in JSON's `\u002d`.
  private static func hexadecimal(_ secret: Secret, units: Bool = false) -> Secret {
    let digits = Array("0123456789abcdef".utf8)
    let width = units ? 4 : 2
    return Secret(capacity: secret.count * width) { buffer in
      secret.withOctets { octets in
        for (index, octet) in octets.enumerated() {
          let written = [digits[0], digits[0], digits[Int(octet >> 4)], digits[Int(octet & 15)]].suffix(width)
          for (place, digit) in written.enumerated() { buffer[index * width + place] = digit }
        }
        return octets.count * width
      }
    }
  }

  /// The characters that base64 of any text has which holds `secret` at this offset modulo three, whatever stands around it.
  private static func base64(_ secret: Secret, offset: Int) -> Secret {
    let shifted = Secret(capacity: offset + secret.count) { buffer in
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      secret.withOctets { octets in for (index, octet) in octets.enumerated() { buffer[offset + index] = octet } }
      return offset + secret.count
    }
    let range = (offset * 8 + 5) / 6..<(offset + secret.count) * 8 / 6
    return Base64.encode(shifted).withOctets { encoded in
      Secret(capacity: range.count) { buffer in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: encoded[range]))
        return range.count
      }
    }
  }
}
