// An address as users type and paste it: with a display name, `mailto:`, brackets, full-width letters, invisible characters,
// a trailing comma, or a domain in letters of its own. Every place where a user can write an address reads it here.

/// The address that a text contains, and everything in the text that is not the address.
package struct TypedAddress: Equatable, Sendable {
  package let address: MailAddress
  /// In the order in which they were made. Blanks around the text do not count.
  package let changes: [Change]
  /// The domain in the letters that it stands for. `nil` if it has none outside ASCII.
  package let domain: UnicodeDomain?

  /// A difference between the text and the address.
  package enum Change: Equatable, Sendable {
    /// A display name or comment.
    case name
    /// `mailto:`, and what follows the address in it.
    case scheme
    /// The name of a field, with a colon.
    case label
    /// Blanks beside the `@` or a period of the domain.
    case blanks
    /// Brackets or quotation marks around the address, or punctuation behind it.
    case marks
    /// This many invisible characters.
    case invisible(Int)
    /// Full-width characters are replaced by ASCII.
    case fullWidth
    /// Letters with separate marks are replaced by the composed characters (normalization form C).
    case composed
    /// A domain with letters outside ASCII is replaced by its ASCII form.
    case domain
  }

  /// Why a text is no address.
  package enum Error: Swift.Error, Equatable, Sendable {
    case address(MailAddress.Error)
    case several
    case domain(UnicodeDomain.Error)
    /// The provider of the domain has no addresses with letters outside ASCII before the `@`: they are probably a name that was
    /// typed before the address.
    case unicodeLocalPart
  }

  /// Returns `typed` without the name of a field before an address, such as `Email:`.
  package static func withoutLabel(_ typed: String) -> String {
    let scalars = Array(typed.unicodeScalars)
    return AddressScanner.labelLength(scalars).map { String(String.UnicodeScalarView(scalars[$0...])).trimmed } ?? typed
  }

  /// Whether the domain was typed in letters outside ASCII. Another domain can look the same, so the user has to confirm the
  /// ASCII form.
  package var needsConsent: Bool { changes.contains(.domain) }

  /// The address with its domain in both forms, for sentences.
  package var spoken: String {
    domain.map { "\(address.localPart)@\($0.spoken)" } ?? "\(address)"
  }

  /// Finds the address in `typed`. Throws the reason if there is none, or more than one.
  package init(_ typed: String) throws(Error) {
    guard typed.utf8.count <= 4_096 else { throw .address(.tooLong) }
    var text = AddressScanner(typed)
    var changes = text.strip()
    guard !text.scalars.isEmpty else { throw .address(.empty) }
    guard text.hasOneAddress else { throw .several }
    if text.isNarrowed { changes.append(.fullWidth) }
    guard let at = MailAddress.separator(in: text.text) else { throw .address(.noAt) }
    let typedLocal = String(text.text[..<at])
    let local = typedLocal.composed
    if !local.unicodeScalars.elementsEqual(typedLocal.unicodeScalars) { changes.append(.composed) }
    var host = String(text.text[text.text.unicodeScalars.index(after: at)...])
    let hasOwnLetters = !host.utf8.allSatisfy { $0 < 0x80 }
    var domain: UnicodeDomain?
    if hasOwnLetters || host.lowercasedASCII.contains("xn--") {
      do throws(UnicodeDomain.Error) { domain = try UnicodeDomain(host.lowercasedASCII) } catch { throw .domain(error) }
      host = domain?.ascii.text ?? host
    }
    if hasOwnLetters { changes.append(.domain) }
    do throws(MailAddress.Error) { address = try MailAddress("\(local)@\(host)") } catch { throw .address(error) }
    (self.changes, self.domain) = (changes, domain)
  }
}
