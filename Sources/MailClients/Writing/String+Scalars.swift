// Text as other programs read it: scalar by scalar. A combining mark after a quote would be part of the same Character, and a
// search for quotes would not find it.

extension String {
  /// Returns the text with each scalar replaced by the result of `escape`, and unchanged if that is `nil`.
  func escaped(_ escape: (Unicode.Scalar) -> String?) -> String {
    var output = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let replacement = escape(scalar) {
        output.append(contentsOf: replacement.unicodeScalars)
      } else {
        output.append(scalar)
      }
    }
    return String(output)
  }

  /// Returns whether the text contains any of `scalars`.
  func holdsAny(of scalars: String) -> Bool { unicodeScalars.contains { scalars.unicodeScalars.contains($0) } }
}
