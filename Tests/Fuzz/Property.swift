// What all fuzz targets share: the input as octets, and what has to be true of every input.

/// Runs `body` on libFuzzer's input; for the C function that each target exports.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int, _ body: ([UInt8]) -> Void) -> CInt {
  body(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Ends the run, with the input kept, where `condition` does not hold.
func always(_ condition: Bool, _ promise: @autoclosure () -> String) {
  if !condition { fatalError("not kept: " + promise()) }
}

extension [UInt8] {
  /// The octets before the first `separator`, and those behind it.
  func cut(at separator: UInt8) -> (before: [UInt8], after: [UInt8]) {
    let parts = split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    return (Array(parts[0]), parts.count > 1 ? Array(parts[1]) : [])
  }
}
