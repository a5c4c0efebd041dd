// Masks the parts of the secret that a server repeats. Some servers repeat the failed command in their error text, where
// nothing marks the secret. Only shown text is masked; the diagnosis reads the original.

import Vocabulary
import Wire

/// Masks the secrets of one account.
struct SecretRedactor: Sendable {
  /// Parts of the plain secret.
  private let plain: [Grams]
  /// Parts of the secret in base64 and hexadecimal.
  private let encoded: [Grams]
  /// The same parts with letters and digits only.
  private let plainLetters: [Grams]
  private let encodedLetters: [Grams]
  /// The lengths of the whole secrets in octets.
  private let lengths: Set<Int>
  /// Secrets that are so short that nearly every text contains a part. A text that contains the whole secret is not shown.
  private let tiny: [Secret]

  /// Returns the minimum length of a part that a text and a secret do not share by chance. Words such as "login" and "error"
  /// are shorter. For a short secret, all octets but one.
  private static func shortestPart(of count: Int) -> Int { min(6, max(shortest, count - 1)) }
  /// The minimum number of characters of base64 (six octets) or hexadecimal (four octets).
  private static let shortestEncodedPart = 8
  private static let shortest = 4
  /// The minimum number of letters and digits that a text and a secret do not share by chance.
  private static let shortestLetters = 6
  /// The minimum number of characters of base64 that can contain base64 of a part.
  private static let shortestNested = 12

  init(of credentials: [Credentials]) {
    var (plain, encoded, plainLetters, encodedLetters) = ([Int: [Secret]](), [Int: [Secret]](), [Int: [Secret]](), [Int: [Secret]]())
    var tiny: [Secret] = []
    func add(_ form: Secret) {
      encoded[min(Self.shortestEncodedPart, form.count), default: []].append(Self.comparable(form))
      let letters = Self.comparable(form, .letters)
      if letters.count >= Self.shortestEncodedPart { encodedLetters[Self.shortestEncodedPart, default: []].append(letters) }
    }
    for login in credentials {
      let secret = Self.comparable(login.secret)
      if let message = PLAIN(username: login.username, password: login.secret).initialResponse { add(message.encoded) }
      if secret.count < Self.shortest {
        if secret.count > 0 { tiny.append(secret) }
        continue
      }
      plain[Self.shortestPart(of: secret.count), default: []].append(secret)
      let letters = Self.comparable(login.secret, .letters)
      if letters.count >= Self.shortestLetters { plainLetters[Self.shortestLetters, default: []].append(letters) }
      add(Self.hexadecimal(login.secret))
      add(Self.hexadecimal(login.secret, units: true))
      for offset in 0..<3 { add(Self.base64(login.secret, offset: offset)) }
    }
    func grams(_ texts: [Int: [Secret]]) -> [Grams] { texts.map { Grams(length: $0.key, of: $0.value) } }
    (self.plain, self.encoded) = (grams(plain), grams(encoded))
    (self.plainLetters, self.encodedLetters) = (grams(plainLetters), grams(encodedLetters))
    self.tiny = tiny
    lengths = Set(credentials.map { Self.comparable($0.secret).count })
  }

  /// Returns `text` with `<secret>` in place of every part of the secret.
  func masked(_ text: [UInt8]) -> [UInt8] {
    if text.allSatisfy(Self.isPrintable) { return holdsTiny(text) ? EchoText.mark : cleared(text) }
    // Characters that are dropped before showing could separate the parts. Such a text becomes what would be shown of it, in the
    // character set that leaves the least.
    let readings = ([nil] + Charset.allCases).map { Array(Visible(text, charset: $0, limit: .max).text.utf8) }
    if readings.contains(where: holdsTiny) { return EchoText.mark }
    return readings.map { (shown: $0, cleared: cleared($0)) }.filter { $0.shown != $0.cleared }.map(\.cleared)
      .min { $0.count < $1.count } ?? text
  }

  /// Returns the lines of one reply with masks. A secret may be split over them.
  func masked(_ lines: [[UInt8]]) -> [[UInt8]] {
    let readable = lines.map { tiny.isEmpty && $0.allSatisfy(Self.isPrintable) ? $0 : masked($0) }
    let shown = cleared(Array(readable.joined(separator: [.lineFeed]))).split(separator: .lineFeed, omittingEmptySubsequences: false)
    return shown.count == lines.count ? shown.map(Array.init) : lines.map { _ in EchoText.mark }
  }

  private func holdsTiny(_ text: [UInt8]) -> Bool {
    if tiny.isEmpty { return false }
    let readings = EchoText.readings(of: text).filter { $0.kind == .text }
    return tiny.contains { secret in readings.contains { Self.stands(secret, in: $0.octets) } }
  }

  private static func isPrintable(_ octet: UInt8) -> Bool { octet >= 0x20 && octet < 0x7f }

  private func cleared(_ text: [UInt8]) -> [UInt8] {
    var covered = Array(repeating: false, count: text.count)
    let readings = EchoText.readings(of: text)
    for reading in readings {
      switch reading.kind {
      case .text: for grams in plain { Self.cover(&covered, grams, reading, text, isEncoded: false) }
      case .letters: for grams in plainLetters { Self.cover(&covered, grams, reading, text, isEncoded: false) }
      case .hexadecimal: break
      }
    }
    OrdinaryWords.spare(in: text, &covered, lengths: lengths)
    for reading in readings {
      for grams in reading.kind == .letters ? encodedLetters : encoded { Self.cover(&covered, grams, reading, text, isEncoded: true) }
    }
    for run in Self.runs(in: text) where holdsNested(text[run], depth: 2) { for place in run { covered[place] = true } }
    return Self.replaced(text, covered)
  }

  /// Returns the sequences of characters of base64.
  private static func runs(in text: [UInt8]) -> [Range<Int>] {
    var (runs, start) = ([Range<Int>](), 0)
    while start < text.count {
      let run = text[start...].prefix(while: isEncoding)
      if run.count >= shortestNested { runs.append(start..<(start + run.count)) }
      start += max(run.count, 1)
    }
    return runs
  }

  /// Returns whether `run` is base64 of a text that contains a part of the secret in any form.
  private func holdsNested(_ run: ArraySlice<UInt8>, depth: Int) -> Bool {
    (0..<4).contains { offset in
      let decoded = Base64.decodeLoosely(run.dropFirst(offset))
      let text = EchoFolded(decoded)
      if plain.contains(where: text.holds) || encoded.contains(where: text.holds) { return true }
      return depth > 1 && Self.runs(in: decoded).contains { holdsNested(decoded[$0], depth: depth - 1) }
    }
  }

  /// A folded text without places.
  private struct EchoFolded {
    private var octets: [UInt8] = []

    init(_ text: [UInt8]) {
      var octets: [UInt8] = []
      EchoFold.fold(text, .seen) { octet, _ in octets.append(octet) }
      self.octets = octets
    }

    func holds(_ grams: Grams) -> Bool {
      var window = Grams.Window(grams.length)
      return octets.contains { window.take($0).map(grams.contains) ?? false }
    }
  }

  private static func isEncoding(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || [.plus, .hyphen, UInt8(ascii: "/"), UInt8(ascii: "_")].contains(octet)
  }

  /// Marks in `covered` the places of `text` whose sequences are in `grams`.
  private static func cover(_ covered: inout [Bool], _ grams: Grams, _ view: EchoText, _ text: [UInt8], isEncoded: Bool) {
    var window = Grams.Window(grams.length)
    var done = 0
    for (position, octet) in view.octets.enumerated() {
      guard let gram = window.take(octet), grams.contains(gram) else { continue }
      for element in max(done, position + 1 - grams.length)...position {
        var place = view.places[element]
        // Characters between two matching octets of one line are masked, too.
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

  /// Covers the rest of the same word of base64, which may contain what was next to the secret.
  private static func extend(_ covered: inout [Bool], around place: Range<Int>, _ text: [UInt8]) {
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

  /// Returns the folded secret. Lower case may have more octets than upper case.
  private static func comparable(_ secret: Secret, _ kind: EchoFold.Kind = .seen) -> Secret {
    Secret(capacity: secret.count * 4) { buffer in
      secret.withOctets { octets in
        var count = 0
        EchoFold.fold(octets, kind) { octet, _ in
          guard count < buffer.count else { return }
          buffer[count] = octet
          count += 1
        }
        return count
      }
    }
  }

  /// Returns the secret in hexadecimal: two digits per octet, or with `units` four, as in `\u002d` of JSON.
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

  /// Returns the characters that base64 of any text contains if the text has `secret` at this offset modulo three.
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
