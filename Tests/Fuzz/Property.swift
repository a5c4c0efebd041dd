// The functions that all fuzz targets share.

/// Runs `body` on libFuzzer's input, for the C function that each target exports.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int, _ body: ([UInt8]) -> Void) -> CInt {
  body(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Ends the run if `condition` is false. libFuzzer then saves the input.
func always(_ condition: Bool, _ promise: @autoclosure () -> String) {
  if !condition { fatalError("not kept: " + promise()) }
}

extension [UInt8] {
  /// Returns whether these octets contain `part`.
  func holds(_ part: [UInt8]) -> Bool {
    indices.contains { start in self[start] == part.first && self[start...].starts(with: part) }
  }
}
