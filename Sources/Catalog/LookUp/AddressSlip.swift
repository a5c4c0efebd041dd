// What was probably meant by a text that is no address: a comma for the period, no @, two of them, no last label. Nothing is
// corrected without an answer; these are only proposals.

import Vocabulary

extension Catalog {
  /// Returns the addresses that `typed` could be a slip of, the likeliest first, at most three. Empty if `typed` is an address that
  /// its provider can have given, or if no address is near. Each is at a domain that the catalog knows, or is the typed one with its
  /// periods in their places.
  package func corrections(of typed: String) -> [MailAddress] {
    guard typed.utf8.count <= 320 else { return [] }
    if let address = (try? TypedAddress(typed))?.address { return withoutName(address) }
    let text = AddressSlip.spelled(TypedAddress.withoutLabel(TypedText.plain(typed)).lowercasedAtEnd)
    var found: [MailAddress] = []
    for slip in AddressSlip.allCases {
      for (local, domain) in slip.readings(of: text, domains) {
        guard let address = try? MailAddress("\(local)@\(domain)"), !address.needsUTF8 || provider(forDomain: address.domain) == nil,
          slip.isSureOfDomain || provider(forDomain: address.domain) != nil, !found.contains(address)
        else { continue }
        found.append(address)
      }
      if !found.isEmpty { break }
    }
    return Array(found.prefix(3))
  }

  /// Returns the address without the letters outside ASCII at an end of the local part, as in `李伟me@163.com`, if its provider has no
  /// addresses with such.
  private func withoutName(_ address: MailAddress) -> [MailAddress] {
    guard address.needsUTF8, provider(forDomain: address.domain) != nil else { return [] }
    let scalars = address.localPart.unicodeScalars
    let rest = scalars.drop { !$0.isASCII }.reversed().drop { !$0.isASCII }.reversed()
    guard rest.allSatisfy(\.isASCII) else { return [] }
    return (try? MailAddress("\(String(String.UnicodeScalarView(rest)))@\(address.domain)")).map { [$0] } ?? []
  }

  /// The domains of all providers, the main ones first.
  private var domains: [String] {
    let main = providers.compactMap(\.domainsMainFirst.first)
    let known = Set(main)
    return main + providers.flatMap(\.domains).filter { !known.contains($0) }
  }
}

/// A kind of slip, in the order in which they are looked for.
enum AddressSlip: CaseIterable {
  /// `me@qq.com@qq.com`, `me@qq.com me@qq.com`: something is there twice.
  case twice
  /// `me@@qq.com`, `@me@qq.com`, `me@qq.com@`.
  case extraSigns
  /// `me@qq,com`, `me@qq..com`, `me@.qq.com`, `me@qq、com`: no domain has these signs there.
  case wrongStops
  /// `me@gmailcom`, `me@g mail.com`, `me@gmail_com`, `me@qq com`: the letters are right, the signs between them are not.
  case letters
  /// `me@gmail`, `me@163`: the last label is missing.
  case lastLabel
  /// `me..x@qq.com`, `.me@qq.com`, `m e@qq.com`: the part before the @.
  case localPart
  /// `me.gmail.com`, `me#gmail.com`, `me2gmail.com`, `12345qq.com`: the @ is missing, or a key beside it was pressed.
  case noSign

  /// Whether the domain is what was typed, so that it need not be a known one.
  var isSureOfDomain: Bool {
    switch self {
    case .twice, .extraSigns, .wrongStops, .localPart: true
    case .letters, .lastLabel, .noSign: false
    }
  }

  /// The words that replace signs, in texts that are to be read by people alone.
  private static let words = [
    ("(at)", "@"), ("[at]", "@"), ("{at}", "@"), ("<at>", "@"), (" at ", "@"), ("_at_", "@"), ("艾特", "@"), ("(dot)", "."), ("[dot]", "."),
    ("{dot}", "."), (" dot ", "."), ("(a)", "@"), ("[@]", "@"), ("(@)", "@"), ("[.]", "."),
  ]
  /// What keyboards, input methods and fonts put in the place of a period.
  private static let stops: Set<Character> = [",", ";", ":", "/", "\\", "·", "•", "、", "․", "…", "'", "`"]
  /// What is on the key of the @, or beside it, on the usual keyboards.
  private static let signs: Set<Character> = ["2", "\"", "'", "#", "!", "&", "$", "€", "*", "%", "à", "ò", "§", "~"]

  /// Returns `text` with signs in the place of words, if it has no sign of its own for them.
  static func spelled(_ text: String) -> String {
    words.reduce(text) { text, word in
      word.1 == "@" && text.contains("@") && !word.0.contains("@") ? text : text.replacing(word.0, with: word.1)
    }
  }

  /// Returns the local parts and domains that `text` can mean. `known` are the domains of the catalog.
  func readings(of text: String, _ known: [String]) -> [(String, String)] {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map { String($0).trimmed }
    let filled = parts.filter { !$0.isEmpty }
    switch self {
    case .twice:
      let words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }
      if words.count > 1, Set(words).count == 1, let pair = Self.pair(words[0].split(separator: "@").map(String.init)) { return [pair] }
      guard parts.count == 3, filled.count == 3, Self.letters(parts[1]) == Self.letters(parts[2]) else { return [] }
      return [(parts[0], parts[2]), (parts[0], parts[1])]
    case .extraSigns:
      return Self.pair(filled).map { [$0] } ?? []
    case .wrongStops:
      guard let (local, domain) = Self.pair(filled) else { return [] }
      let labels = domain.split { $0 == "." || Self.stops.contains($0) }.map { String($0).trimmed }
      return labels.count > 1 ? [(local, labels.joined(separator: "."))] : []
    case .letters:
      guard let (local, domain) = Self.pair(filled) else { return [] }
      let wanted = Self.letters(domain)
      return known.filter { Self.letters($0) == wanted }.map { (Self.local(local), $0) }
    case .lastLabel:
      guard let (local, domain) = Self.pair(filled) else { return [] }
      let wanted = domain.drop { $0 == "." }.reversed().drop { $0 == "." || Self.stops.contains($0) }.reversed()
      return known.filter { $0.prefix { $0 != "." } == String(wanted) }.map { (Self.local(local), $0) }
    case .localPart:
      guard let (local, domain) = Self.pair(filled) else { return [] }
      return [(Self.local(local), domain)]
    case .noSign:
      guard parts.count == 1 else { return [] }
      let whole = text.filter { !$0.isWhitespace }
      // The longest domain: `me.vip.qq.com` is at vip.qq.com, and gmail.com is not at mail.com.
      guard let domain = known.filter({ whole.hasSuffix($0) }).max(by: { $0.count < $1.count }), whole.count > domain.count else {
        return []
      }
      // A host is no address.
      return Self.names(before: whole.dropLast(domain.count)).filter { !Catalog.hosts.contains($0) }.map { ($0, domain) }
    }
  }

  /// Returns what can be the local part if `rest` and a domain were written together: without the sign for the @, or all of it.
  private static func names(before rest: Substring) -> [String] {
    guard let last = rest.last else { return [] }
    let shorter = String(rest.dropLast())
    if last == "." || stops.contains(last) || last == "-" || last == "_" { return [shorter] }
    return signs.contains(last) && !shorter.isEmpty ? [shorter, String(rest)] : [String(rest)]
  }

  private static func pair(_ parts: [String]) -> (String, String)? { parts.count == 2 ? (parts[0], parts[1]) : nil }

  /// The local part without blanks, and with single periods inside only.
  private static func local(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.split(separator: ".").joined(separator: ".")
  }

  private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
}

extension String {
  /// The text with its domain in lower case. The case of a local part can matter.
  fileprivate var lowercasedAtEnd: String {
    guard let at = firstIndex(of: "@") else { return lowercased() }
    return self[..<at] + self[at...].lowercased()
  }
}
