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
  /// Whether `part` stands somewhere in these octets.
  func holds(_ part: [UInt8]) -> Bool {
    indices.contains { start in self[start] == part.first && self[start...].starts(with: part) }
  }
}
