// A secret as a file or a program contains it, with octets that the user did not type.

import Vocabulary

struct RawSecret {
  /// Without a byte order mark at the start and without one CR LF or LF at the end. It may be empty.
  let secret: Secret
  /// Whether it began with the mark that some editors put before UTF-8.
  let hadMark: Bool

  /// The maximum number of octets of a secret of `kind` with a mark and a line end.
  static func limit(_ kind: Secret.Kind) -> Int { kind.limit + mark.count + 2 }
  /// U+FEFF in UTF-8 (RFC 3629, section 6).
  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Throws `wideText` for UTF-16 and UTF-32, which servers would read as another secret, and `tooLong`.
  init(_ raw: Secret, _ kind: Secret.Kind) throws(OperationError) {
    let wide = raw.withOctets { $0.starts(with: [0xff, 0xfe]) || $0.starts(with: [0xfe, 0xff]) || $0.starts(with: [0, 0, 0xfe, 0xff]) }
    if wide { throw .secret(.wideText) }
    (secret, hadMark) = raw.withOctets { octets in
      let hadMark = octets.starts(with: Self.mark)
      var inner = octets[...]
      if hadMark { inner = inner.dropFirst(Self.mark.count) }
      if inner.last == .lineFeed {
        inner = inner.dropLast()
        if inner.last == .carriageReturn { inner = inner.dropLast() }
      }
      return (inner.count == octets.count ? raw : Secret(copying: inner), hadMark)
    }
    if secret.count > kind.limit { throw .secret(.tooLong) }
  }

  /// The secret. Throws `empty` if there is none.
  var filled: Secret {
    get throws(OperationError) {
      if secret.count == 0 { throw .secret(.empty) }
      return secret
    }
  }
}
