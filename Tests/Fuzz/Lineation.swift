// Fuzzes line breaking: no text is lost, and no line that could be broken is wider than the window.

import Terminal
import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func lineation(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard octets.count > 2 else { return }
    let columns = Int(octets[0])
    let indent = Int(octets[1] % 32)
    let text = Visible(octets.dropFirst(2)).text
    let lines = Wrap.lines(text, columns: columns, indent: indent)
    always(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "no character is lost")
    let limit = max(columns, indent + 10)
    for (number, line) in lines.enumerated() {
      always(Width.of(line) <= limit || !isBreakable(line), "no line is wider than \(limit): \(line)")
      if number > 0 { always(line.hasPrefix(String(repeating: " ", count: indent)), "further lines are indented") }
    }
    always(Width.of(text) == text.reduce(0) { $0 + Width.of($1) } && Width.of(text) >= 0, "a text is as wide as its characters")
  }
}

/// Returns whether a line certainly has a break opportunity: a blank between words of narrow characters. A mark without
/// a base character has no columns and is not a word.
private func isBreakable(_ line: String) -> Bool {
  let words = line.split(separator: " ").filter { Width.of(String($0)) > 0 }
  return words.count > 1 && line.allSatisfy { Width.of($0) < 2 }
}
