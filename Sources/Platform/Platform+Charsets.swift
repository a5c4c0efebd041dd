// Text in other character sets than UTF-8.

extension Platform {
  /// Returns `bytes` decoded from `charset` (a name for iconv). `nil` if they are not well-formed in it, if there are
  /// none, or if iconv does not know it.
  package static func decode(_ bytes: [UInt8], as charset: String) -> String? {
    guard !bytes.isEmpty, let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    // Four output octets for each input octet are the most that any of the supported charsets needs.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    var source = bytes.map { CChar(bitPattern: $0) }
    let written = source.withUnsafeMutableBufferPointer { from -> Int? in
      output.withUnsafeMutableBufferPointer { to -> Int? in
        var (input, inputLeft) = (from.baseAddress, from.count)
        var (target, targetLeft) = (to.baseAddress, to.count)
        guard iconv(converter, &input, &inputLeft, &target, &targetLeft) != -1, inputLeft == 0 else { return nil }
        return to.count - targetLeft
      }
    }
    return written.flatMap { String(validating: output[..<$0].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }
}
