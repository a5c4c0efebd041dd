// Text without the whitespace around it.

extension String {
  /// The text without surrounding whitespace, which includes the wide blanks of input methods.
  package var trimmed: String {
    let bare = drop { $0.isWhitespace }
    guard let last = bare.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(bare[...last])
  }
}
