// Secrets of several lines, of which the first one is the password.

import Vocabulary

extension Secret {
  /// Whether both are the same octets, in a time that depends on their number alone.
  package func matches(_ other: Secret) -> Bool {
    withOctets { mine in
      other.withOctets { others in
        var difference = UInt8(mine.count == others.count ? 0 : 1)
        for (one, two) in zip(mine, others) { difference |= one ^ two }
        return difference == 0
      }
    }
  }

  /// Where the first line ends: before its line break, which a CR belongs to.
  private var firstLineEnd: Int {
    withOctets { octets in
      let line = octets.prefix { $0 != .lineFeed }
      return line.count < octets.count && line.last == .carriageReturn ? line.count - 1 : line.count
    }
  }

  /// What stands before the first line break: programs add one, and below it people keep notes.
  var firstLine: Secret {
    let end = firstLineEnd
    return end == count ? self : withOctets { Secret(copying: $0.prefix(end)) }
  }

  /// Whether behind the first line there is at most its line break.
  var isOneLine: Bool {
    let end = firstLineEnd
    return withOctets { octets in
      let rest = octets.dropFirst(end)
      return rest.isEmpty || rest.elementsEqual([.lineFeed]) || rest.elementsEqual([.carriageReturn, .lineFeed])
    }
  }

  /// The same octets with another first line.
  func replacingFirstLine(by secret: Secret) -> Secret {
    let end = firstLineEnd
    let rest = withOctets { Secret(copying: $0.dropFirst(end)) }
    return .lines([.secret(secret), .secret(rest)])
  }
}
