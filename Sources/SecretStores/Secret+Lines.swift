// Secrets of several lines. The first line is the password.

import Vocabulary

extension Secret {
  /// Returns whether both are the same octets. The time depends on their number alone.
  package func matches(_ other: Secret) -> Bool {
    withOctets { mine in
      other.withOctets { others in
        var difference = UInt8(mine.count == others.count ? 0 : 1)
        for (one, two) in zip(mine, others) { difference |= one ^ two }
        return difference == 0
      }
    }
  }

  /// The end of the first line, before its line break (LF or CR LF).
  private var firstLineEnd: Int {
    withOctets { octets in
      let line = octets.prefix { $0 != .lineFeed }
      return line.count < octets.count && line.last == .carriageReturn ? line.count - 1 : line.count
    }
  }

  /// The first line without its line break. Programs add a line break, and users write notes after it.
  var firstLine: Secret {
    let end = firstLineEnd
    return end == count ? self : withOctets { Secret(copying: $0.prefix(end)) }
  }

  /// Whether there is at most a line break after the first line.
  var isOneLine: Bool {
    let end = firstLineEnd
    return withOctets { octets in
      let rest = octets.dropFirst(end)
      return rest.isEmpty || rest.elementsEqual([.lineFeed]) || rest.elementsEqual([.carriageReturn, .lineFeed])
    }
  }

  /// Returns the octets with `secret` as the first line.
  func replacingFirstLine(by secret: Secret) -> Secret {
    let end = firstLineEnd
    let rest = withOctets { Secret(copying: $0.dropFirst(end)) }
    return .lines([.secret(secret), .secret(rest)])
  }
}
