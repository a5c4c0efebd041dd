// Fuzzes the line buffer against its simplest model: the lines do not depend on how the octets arrive.

import Vocabulary
import Wire

@_cdecl("LLVMFuzzerTestOneInput")
func lines(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard let first = octets.first else { return }
    let sent = Array(octets.dropFirst())
    var buffer = LineBuffer()
    var found: [[UInt8]] = []
    // The first octet is the number of octets per arrival, minus one.
    let size = Int(first) + 1
    for position in stride(from: 0, to: sent.count, by: size) {
      do throws(WireError) {
        try buffer.append(sent[position..<min(position + size, sent.count)])
        always(buffer.front.count <= 16, "a look takes little")
        while let line = try buffer.line() { found.append(line) }
      } catch {
        always(found.count <= sent.count && isTooMuch(sent, after: found.count), "only what is too long is refused: \(error)")
        return
      }
    }
    let ended = sent.split(separator: .lineFeed, omittingEmptySubsequences: false).dropLast().map(withoutReturn)
    always(found == ended, "the lines are those that were sent")
    always(buffer.isEmpty == (sent.isEmpty || sent.last == .lineFeed), "what is left over is noticed")
    let left = sent.count - (sent.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0)
    let rest = try? buffer.octets(min(left, WireLimits.literal))
    always(rest?.count == min(left, WireLimits.literal), "a literal has the length that was announced")
  }
}

private func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
  Array(line.last == .carriageReturn ? line.dropLast() : line)
}

private func isTooMuch(_ sent: [UInt8], after lines: Int) -> Bool {
  if sent.count > WireLimits.dialogue { return true }
  let parts = sent.split(separator: .lineFeed, omittingEmptySubsequences: false)
  return lines < parts.count && parts[lines].count > WireLimits.line
}
