// A line that a script expects.

import Vocabulary

struct LinePattern: CustomStringConvertible {
  enum Extent { case whole, start }

  private let text: String
  private let extent: Extent

  init(_ text: String, _ extent: Extent) { (self.text, self.extent) = (text, extent) }

  var description: String {
    switch extent {
    case .whole: text
    case .start: text + "…"
    }
  }

  /// Returns whether `line` matches. `tag` is the tag of the previous command.
  func matches(_ line: [UInt8], after tag: Tag?) -> Bool {
    let anyTag = "{t} "
    guard text.hasPrefix(anyTag) else { return matches(line[...], Tag.fill(Array(text.utf8), with: tag)) }
    guard let own = Tag(of: line) else { return false }
    return matches(line.dropFirst(own.count + 1), Array(text.utf8.dropFirst(anyTag.utf8.count)))
  }

  private func matches(_ octets: ArraySlice<UInt8>, _ expected: [UInt8]) -> Bool {
    switch extent {
    case .whole: octets.elementsEqual(expected)
    case .start: octets.starts(with: expected)
    }
  }
}
