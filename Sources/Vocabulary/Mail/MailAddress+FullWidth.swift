// Addresses as Chinese input methods produce them: full-width letters, ＠ and 。 in place of @ and the period.

extension MailAddress {
  /// Returns `typed` with full-width forms (U+FF01 to U+FF5E) and the ideographic full stop in their ASCII form, without
  /// surrounding whitespace.
  package static func corrected(_ typed: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in typed.trimmed.unicodeScalars {
      switch scalar.value {
      case 0xff01...0xff5e: output.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
      case 0x3002, 0xff61: output.append(".")
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}
