// Suggestions for a mistyped word.

/// The search for similar words.
package enum Spelling {
  /// Returns the candidates with the smallest distance to `typed`, at most three and without duplicates, in their
  /// original order. Allows one slip per three letters, and at least one. Returns no candidates if `typed` is empty or
  /// longer than 64 scalars.
  package static func nearest(to typed: String, among candidates: [String]) -> [String] {
    let wanted = Array(typed.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let allowed = max(1, wanted.count / 3)
    let near = candidates.compactMap { candidate -> (String, Int)? in
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= allowed else { return nil }
      let slips = distance(wanted, letters)
      return slips <= allowed ? (candidate, slips) : nil
    }
    guard let best = near.map(\.1).min() else { return [] }
    var found: [String] = []
    for (candidate, slips) in near where slips == best && !found.contains(candidate) { found.append(candidate) }
    return Array(found.prefix(3))
  }

  /// Returns the distance of `typed` from `word` if it is small for the length: one slip in words of 4 to 7 characters, two
  /// in longer ones, and the first letter is right or swapped with the second. `nil` if it is larger.
  package static func slips(from typed: String, to word: String) -> Int? {
    let (left, right) = (Array(typed.unicodeScalars), Array(word.unicodeScalars))
    guard (4...64).contains(left.count), right.count >= 3 else { return nil }
    let allowed = left.count < 8 ? 1 : 2
    guard abs(left.count - right.count) <= allowed else { return nil }
    guard left[0] == right[0] || (left[0] == right[1] && left[1] == right[0]) else { return nil }
    let distance = distance(left, right)
    return distance <= allowed ? distance : nil
  }

  /// Returns the number of insertions, deletions, substitutions and swaps of neighbours between the two words (optimal
  /// string alignment distance).
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, line[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other { cost = min(cost, before[column - 1] + 1) }
        line.append(cost)
      }
      (before, last) = (last, line)
    }
    return last[right.count]
  }
}
