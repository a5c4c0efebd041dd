// Fuzzes foreign text on its way to the screen, in every charset.

import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func safeText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard let first = octets.first else { return }
    let charset: Charset? = [nil, .gb18030, .windows1251][Int(first) % 3]
    let limit = first & 0x80 == 0 ? Visible.limit : Int(first & 0x7f) + 1
    let shown = Visible(octets.dropFirst(), charset: charset, limit: limit).text
    always(
      shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f && !(0x80...0x9f).contains($0.value) }, "no control character")
    always(Visible.isHarmless(shown), "what was made safe is safe")
    // A mark at the start has no base character.
    let marks = shown.unicodeScalars.count(where: isMark)
    always(shown.unicodeScalars.count - marks <= limit + 1, "no longer than the limit")
    always(marks <= (limit + 2) * 8, "at most eight marks on a character")
    always(!shown.hasSuffix(" ") && !shown.hasPrefix(" ") && !shown.contains("  "), "blanks stand alone, between words")
    always(Visible(shown, limit: limit + 1).text == shown, "safe text stays as it is")
  }
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  [.nonspacingMark, .enclosingMark, .spacingMark].contains(scalar.properties.generalCategory)
}
