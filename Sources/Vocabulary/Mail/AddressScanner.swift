// The part of a typed text that is an address: what mail clients, web pages and input methods write around it is cut off.

/// The rest of a typed text while its surroundings are cut off.
struct AddressScanner {
  /// Full-width characters in ASCII, without invisible characters.
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar, whether it was typed in another form.
  private var narrowed: [Bool] = []
  private let invisible: Int
  /// The text before the brackets of an address, if it contains an `@`.
  private var nameWithAt: String?

  /// Brackets and quotation marks that surround pasted addresses.
  private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("<", ">"), ("(", ")"), ("[", "]"), ("{", "}"), ("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"),
    ("‹", "›"), ("《", "》"), ("〈", "〉"), ("「", "」"), ("『", "』"), ("【", "】"), ("〔", "〕"),
  ]
  /// Punctuation that is copied with an address. No domain ends with any of it.
  private static let trailing: Set<Unicode.Scalar> = [",", ";", ".", ":", "!", "?", "/", "、", "·", "…"]
  /// What forms and message headers write before an address, with a colon behind it.
  private static let labels: Set<String> = [
    "email", "e-mail", "mail", "email address", "e-mail address", "address", "from", "to", "cc", "bcc", "reply-to", "sender", "邮箱",
    "电子邮箱", "邮件", "电子邮件", "邮箱地址", "邮件地址", "电子邮件地址", "地址", "邮箱账号", "发件人", "收件人", "抄送",
  ]

  init(_ typed: String) {
    var count = 0
    let typed = Array(typed.unicodeScalars)
    let first = typed.firstIndex { !Self.isGap($0) } ?? typed.endIndex
    let last = typed.lastIndex { !Self.isGap($0) } ?? first
    for (position, scalar) in typed.enumerated() {
      if Self.isDropped(typed, position) {
        count += 1
        continue
      }
      guard position >= first, position <= last else { continue }
      let plain = TypedText.narrow(scalar) ?? TypedText.stop(scalar)
      scalars.append(plain ?? scalar)
      narrowed.append(plain != nil)
    }
    invisible = count
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Whether a character of the rest was typed in another form.
  var isNarrowed: Bool { narrowed.contains(true) }

  /// Cuts off everything that is not the address and returns what that was.
  mutating func strip() -> [TypedAddress.Change] {
    var changes: [TypedAddress.Change] = []
    func note(_ change: TypedAddress.Change) { if !changes.contains(change) { changes.append(change) } }
    // Each round takes off one layer, until nothing is left to take off: what is read once is read the same again.
    while true {
      if cutPunctuation() || cutPair() {
        note(.marks)
      } else if cutName() {
        note(.name)
      } else if cutScheme() {
        note(.scheme)
      } else if cutLabel() {
        note(.label)
      } else if cutBlanks() {
        note(.blanks)
      } else {
        break
      }
    }
    return changes + (invisible > 0 ? [.invisible(invisible)] : [])
  }

  /// Whether the text has no second address. An `@` in quotes belongs to the local part.
  var hasOneAddress: Bool {
    if let name = nameWithAt, name.lowercasedASCII != text.lowercasedASCII { return false }
    let pieces = text.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "、" }
    return pieces.count { $0.dropFirst().dropLast().contains("@") } < 2 || MailAddress.separator(in: text) != nil
  }

  // MARK: - Layers

  /// Punctuation behind the address, or one half of a pair of brackets.
  private mutating func cutPunctuation() -> Bool {
    guard let first = scalars.first, let last = scalars.last else { return false }
    if Self.trailing.contains(last) || isHalf(last, Self.pairs.first { $0.1 == last }) {
      keep(0..<(scalars.count - 1))
      return true
    }
    guard isHalf(first, Self.pairs.first { $0.0 == first }) else { return false }
    keep(1..<scalars.count)
    return true
  }

  /// Whether `mark` is one of `pair` and the other one is missing.
  private func isHalf(_ mark: Unicode.Scalar, _ pair: (Unicode.Scalar, Unicode.Scalar)?) -> Bool {
    guard let pair else { return false }
    return pair.0 == pair.1 ? scalars.count { $0 == mark } == 1 : !scalars.contains(mark == pair.0 ? pair.1 : pair.0)
  }

  private mutating func cutPair() -> Bool {
    guard scalars.count > 2, let first = scalars.first, let last = scalars.last else { return false }
    let inner = scalars[1..<(scalars.count - 1)]
    guard Self.pairs.contains(where: { $0 == (first, last) }), inner.contains("@"), !inner.contains(where: { $0 == first || $0 == last })
    else { return false }
    keep(1..<(scalars.count - 1))
    return true
  }

  /// `Name <me@example.org>` (RFC 5322, section 3.4), `me@example.org (Name)`, or `Name (me@example.org)` with any brackets.
  private mutating func cutName() -> Bool {
    if scalars.last == ">", let open = scalars.lastIndex(of: "<"), scalars[open...].contains("@") {
      // The display name may repeat the address, but nothing else.
      let name = scalars[..<open].filter { !TypedText.isBlank($0) && !"\"'()[]<>".unicodeScalars.contains($0) }
      if name.contains("@") { nameWithAt = String(String.UnicodeScalarView(name)) }
      keep((open + 1)..<(scalars.count - 1))
      return true
    }
    guard let last = scalars.last, let pair = Self.pairs.first(where: { $0.1 == last && $0.0 != last }),
      let open = scalars.lastIndex(of: pair.0), open > 0, scalars[open - 1] != "@",
      scalars[..<open].contains("@") != scalars[open...].contains("@")
    else { return false }
    keep(scalars[open...].contains("@") ? (open + 1)..<(scalars.count - 1) : 0..<open)
    return true
  }

  /// `mailto:me@example.org?subject=…` (RFC 6068), with percent-encoded characters.
  private mutating func cutScheme() -> Bool {
    let scheme = Array("mailto:".unicodeScalars)
    guard scalars.count > scheme.count,
      zip(scalars, scheme).allSatisfy({ $0.properties.lowercaseMapping == String(Character($1)) })
    else { return false }
    let end = scalars.firstIndex(of: "?") ?? scalars.count
    keep(scheme.count..<max(end, scheme.count))
    decodePercent()
    return true
  }

  /// `Email: me@example.org`.
  private mutating func cutLabel() -> Bool {
    guard let length = Self.labelLength(scalars), scalars[length...].contains("@") else { return false }
    keep(length..<scalars.count)
    return true
  }

  /// Returns the length of a label and its colon at the beginning of `text`. `nil` if there is none.
  static func labelLength(_ text: [Unicode.Scalar]) -> Int? {
    guard let colon = text.firstIndex(of: ":"),
      labels.contains(String(String.UnicodeScalarView(text[..<colon])).trimmed.lowercased())
    else { return nil }
    return colon + 1
  }

  /// Blanks beside the `@`, and beside the periods of the domain. A quoted local part is left alone.
  private mutating func cutBlanks() -> Bool {
    guard !scalars.contains("\""), let at = scalars.firstIndex(of: "@"), scalars.lastIndex(of: "@") == at else { return false }
    func isStop(_ position: Int) -> Bool {
      position == at || (position > at && scalars.indices.contains(position) && scalars[position] == ".")
    }
    func isSpace(_ position: Int) -> Bool {
      scalars.indices.contains(position) && scalars[position].properties.generalCategory == .spaceSeparator
    }
    let dropped = scalars.indices.filter { position in
      guard isSpace(position) else { return false }
      var (before, after) = (position - 1, position + 1)
      while isSpace(before) { before -= 1 }
      while isSpace(after) { after += 1 }
      return isStop(before) || isStop(after)
    }
    guard !dropped.isEmpty else { return false }
    let kept = scalars.indices.filter { !dropped.contains($0) }
    (scalars, narrowed) = (kept.map { scalars[$0] }, kept.map { narrowed[$0] })
    return true
  }

  /// Decodes percent-encoded octets. Characters that no address may contain stay in the result and are refused later.
  private mutating func decodePercent() {
    var octets: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "%"), rest.count > 1, let value = UInt8(rest.prefix(2).text, radix: 16) {
        octets.append(value)
        rest = rest.dropFirst(2)
      } else {
        octets.append(octet)
      }
    }
    let decoded = octets.text
    guard decoded != text else { return }
    scalars = Array(decoded.unicodeScalars)
    narrowed = scalars.map { _ in false }
  }

  /// Keeps the scalars in `range` without blanks at either end.
  private mutating func keep(_ range: Range<Int>) {
    let first = scalars[range].firstIndex { !TypedText.isBlank($0) } ?? range.upperBound
    let last = scalars[range].lastIndex { !TypedText.isBlank($0) }.map { $0 + 1 } ?? first
    (scalars, narrowed) = (Array(scalars[first..<last]), Array(narrowed[first..<last]))
  }

  /// Whether the character at `position` is invisible and means nothing there. Joiners between letters outside ASCII can be
  /// part of a domain.
  private static func isDropped(_ typed: [Unicode.Scalar], _ position: Int) -> Bool {
    let scalar = typed[position]
    guard TypedText.isInvisible(scalar) else { return false }
    guard scalar.value == 0x200c || scalar.value == 0x200d else { return true }
    return ![position - 1, position + 1].allSatisfy { neighbor in
      typed.indices.contains(neighbor) && !typed[neighbor].isASCII && !TypedText.isInvisible(typed[neighbor])
    }
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool { TypedText.isBlank(scalar) || TypedText.isInvisible(scalar) }
}
