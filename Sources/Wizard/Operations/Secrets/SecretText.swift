// What a file or a program wraps around a secret, and nobody has typed.

import Sentences
import Vocabulary

struct SecretText {
  /// Without a byte order mark at its beginning and without one trailing CR LF or LF; it may be empty.
  let secret: Secret
  /// Whether it began with the mark that editors put before UTF-8.
  let hadMark: Bool

  /// The most octets a secret can have with all of that.
  static let limit = Secret.limit + mark.count + 2
  /// U+FEFF in UTF-8 (RFC 3629 6).
  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Throws where it is text in two or four octets a character: what it says would reach no server as it is meant.
  init(_ raw: Secret) throws(SecretProblem) {
    let wide = raw.withOctets { $0.starts(with: [0xff, 0xfe]) || $0.starts(with: [0xfe, 0xff]) || $0.starts(with: [0, 0, 0xfe, 0xff]) }
    if wide { throw .fault(.wideText) }
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
    if secret.count > Secret.limit { throw .fault(.tooLong) }
  }

  /// The secret, which has to be there.
  var filled: Secret {
    get throws(SecretProblem) {
      if secret.count == 0 { throw .fault(.empty) }
      return secret
    }
  }
}
