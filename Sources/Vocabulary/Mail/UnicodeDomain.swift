// Domains in letters outside ASCII: the ASCII form that the DNS and TLS use (UTS 46, non-transitional, with
// UseSTD3ASCIIRules; RFC 5890 to 5893).

/// A domain in the letters of its language, and its ASCII form.
package struct UnicodeDomain: Hashable, Sendable {
  /// In lower case and composed.
  package let text: String
  package let ascii: HostName

  /// Why a text cannot be turned into an ASCII domain.
  package enum Error: Swift.Error, Equatable, Sendable {
    /// No domain contains this character, or not at this place.
    case character(Unicode.Scalar)
    /// A label is empty, begins with a mark, or has hyphens where none may be; or an `xn--` label stands for nothing.
    case label
    /// A label mixes letters that are written from right to left with others (RFC 5893).
    case mixedDirections
    case tooLong
  }

  /// Whether a label has letters of two scripts that look alike: Latin together with Greek or Cyrillic ones.
  package var mixesScripts: Bool {
    text.split(separator: ".").contains { label in
      let scripts = Set(label.unicodeScalars.compactMap(\.alikeScript))
      return scripts.count > 1
    }
  }

  /// Maps `typed` as UTS 46 does and encodes it. A character that the mapping does not know is refused, never guessed.
  package init(_ typed: String) throws(Error) {
    guard typed.utf8.count <= 1_024 else { throw .tooLong }
    let mapped = try Self.mapped(typed)
    var labels = mapped.split(separator: ".", omittingEmptySubsequences: false)
    // The name of the root, which the ASCII form does not have either.
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    guard labels.allSatisfy({ !$0.isEmpty }) else { throw .label }
    var (texts, ascii): ([String], [String]) = ([], [])
    for label in labels {
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        texts.append(try Self.decoded(label))
        ascii.append(String(label))
      } else {
        try Self.check(Array(label.unicodeScalars))
        texts.append(String(label))
        ascii.append("xn--" + Punycode.encode(Array(label.unicodeScalars)))
      }
    }
    guard ascii.allSatisfy({ $0.utf8.count <= 63 }), ascii.joined(separator: ".").utf8.count <= 253 else { throw .tooLong }
    guard let host = HostName(ascii.joined(separator: ".")), host.kind == .name else { throw .label }
    (text, self.ascii) = (texts.joined(separator: "."), host)
  }

  /// Returns the domain that `host` stands for. `nil` if it has no `xn--` label or one that is not valid.
  package init?(decoding host: HostName) {
    guard host.labels.contains(where: { $0.hasPrefix("xn--") }) else { return nil }
    do throws(Error) { try self.init(host.text) } catch { return nil }
  }

  /// Lower case, composed, half-width kana and full-width ASCII in their usual form, without ignored characters.
  private static func mapped(_ typed: String) throws(Error) -> String {
    var output = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      // Ignored: soft hyphen, zero-width space, word joiner, BOM, variation selectors.
      case 0xad, 0x200b, 0x2060, 0xfeff, 0xfe00...0xfe0f: continue
      case 0x3002, 0xff0e, 0xff61: output.append(".")
      default: output += (TypedText.narrow(scalar) ?? scalar).properties.lowercaseMapping.unicodeScalars
      }
    }
    return String(output).composed
  }

  /// Returns the text of a label that is already ASCII. An `xn--` label has to decode to a valid label, and that has to
  /// encode to the same.
  private static func decoded(_ label: Substring) throws(Error) -> String {
    guard label.hasPrefix("xn--") else { return String(label) }
    guard let scalars = Punycode.decode(label.dropFirst(4)), !scalars.allSatisfy(\.isASCII), Punycode.encode(scalars) == label.dropFirst(4)
    else { throw .label }
    let text = String(String.UnicodeScalarView(scalars))
    // The user did not type the characters that the label stands for.
    do throws(Error) {
      guard try mapped(text).unicodeScalars.elementsEqual(scalars) else { throw .label }
      try check(scalars)
    } catch {
      throw .label
    }
    return text
  }

  /// Checks a label that has a letter outside ASCII.
  private static func check(_ label: [Unicode.Scalar]) throws(Error) {
    guard let first = label.first, let last = label.last else { throw .label }
    guard first != "-", last != "-", !(label.count > 3 && label[2] == "-" && label[3] == "-") else { throw .label }
    for position in label.indices where !isLegal(label, position) { throw .character(label[position]) }
    guard !first.isMark else { throw .label }
    if label.contains(where: \.isRightToLeft) {
      guard first.isRightToLeft, !label.contains(where: { $0.isDomainLetter && !$0.isRightToLeft }) else { throw .mixedDirections }
    }
  }

  private static func isLegal(_ label: [Unicode.Scalar], _ position: Int) -> Bool {
    let scalar = label[position]
    if scalar.isASCII { return scalar == "-" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
    let before = position > 0 ? label[position - 1] : nil
    let after = position + 1 < label.count ? label[position + 1] : nil
    switch scalar.value {
    // CONTEXTO and CONTEXTJ (RFC 5892, appendix A): the Catalan middle dot, the Katakana middle dot, joiners.
    case 0xb7: return before == "l" && after == "l"
    case 0x30fb: return label.contains { (0x3041...0x30fa).contains($0.value) || $0.properties.isIdeographic }
    case 0x200c:
      let joins = before?.joinsForward == true && after.map { (0x620...0x6ff).contains($0.value) } == true
      return before?.isVirama == true || joins
    case 0x200d: return before?.isVirama == true
    // Sharp s and the final sigma are letters of their own (UTS 46, section 4.1.1).
    case 0xdf, 0x3c2: return true
    default: break
    }
    // What the Unicode mapping would still change is not in the mapping of this program.
    if scalar.properties.changesWhenNFKCCaseFolded || scalar.properties.isFullCompositionExclusion { return false }
    return scalar.isDomainLetter || scalar.isMark || scalar.properties.generalCategory == .decimalNumber
  }
}

extension Unicode.Scalar {
  fileprivate var isDomainLetter: Bool {
    [.lowercaseLetter, .modifierLetter, .otherLetter].contains(properties.generalCategory)
  }

  /// The script of a Latin, Greek or Cyrillic letter. `nil` for all others.
  fileprivate var alikeScript: Int? {
    switch value {
    case 0x61...0x7a, 0xdf...0x24f, 0x250...0x2af, 0x1e00...0x1eff: 0
    case 0x370...0x3ff, 0x1f00...0x1fff: 1
    case 0x400...0x52f: 2
    default: nil
    }
  }

  fileprivate var isVirama: Bool { properties.canonicalCombiningClass == .virama }

  /// Hebrew, Arabic, Syriac, Thaana and the other blocks that are written from right to left.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff: isDomainLetter
    default: false
    }
  }

  /// Whether an Arabic letter joins the letter after it (Joining_Type D).
  fileprivate var joinsForward: Bool {
    switch value {
    case 0x622...0x625, 0x627, 0x629, 0x62f...0x632, 0x648, 0x671...0x673, 0x675...0x677, 0x688...0x699, 0x6c0, 0x6c3...0x6cb, 0x6cd,
      0x6cf, 0x6d2, 0x6d3, 0x6d5, 0x6ee, 0x6ef:
      false
    case 0x620...0x64a, 0x66e...0x6d3, 0x6fa...0x6ff: isDomainLetter
    default: false
    }
  }
}
