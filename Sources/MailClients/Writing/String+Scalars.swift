// Text as the programs that will read it see it: scalar by scalar. As a Character a quote would take a combining mark
// behind it along, and no search for quotes would find it.

extension String {
  /// Each scalar replaced by what `escape` gives for it; kept where that is nil.
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

  func holdsAny(of scalars: String) -> Bool { unicodeScalars.contains { scalars.unicodeScalars.contains($0) } }
}
