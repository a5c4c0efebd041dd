// What a server says back to us of the secret. Some repeat the failed command in their error; that is the one way in
// which a secret could come in from outside, where nothing marks it.

import Vocabulary
import Wire

struct Echoes: Sendable {
  /// The forms in which the secret went out.
  private let forms: [Secret]
  /// Those of them in base64, of which a part is as good as the whole: it can be decoded.
  private let encoded: [Secret]
  /// Octets of base64 that two texts do not share by chance.
  private static let shortestPart = 12

  /// Secrets shorter than this are no secrets, and masking them would only garble the server's words.
  private static let shortest = 4

  init(of credentials: Credentials) {
    // The quoted form first: it may hold the secret as it is, and is to go with its quotes.
    let quoted = IMAPCommand.quoted(credentials.secret).map { [$0] } ?? []
    encoded = [SASL.plain(credentials), Base64.encode(credentials.secret)]
    forms = (quoted + [credentials.secret] + encoded).filter { $0.count >= Self.shortest }
  }

  /// Puts `<secret>` in the place of every form of the secret in `line`, also where only octets part it that are dropped
  /// before anything is shown: such a line becomes what would be shown of it.
  func mask(_ line: inout [UInt8]) {
    _ = replace(in: &line)
    replaceParts(in: &line)
    guard line.contains(where: { !(0x20...0x7e).contains($0) }) else { return }
    for charset in [nil] + Charset.allCases {
      var shown = Array(Visible(line, charset: charset, limit: .max).text.utf8)
      if replace(in: &shown) { line = shown }
    }
  }

  /// A server may repeat a command cut off or with something put before it: what is left of the encoded secret goes, too.
  private func replaceParts(in line: inout [UInt8]) {
    for form in encoded {
      form.withOctets { octets in
        var start = 0
        while start + Self.shortestPart <= line.count {
          let length = Self.longestPart(of: octets, in: line, at: start)
          if length >= Self.shortestPart {
            line.replaceSubrange(start..<(start + length), with: "<secret>".utf8)
            start += "<secret>".utf8.count
          } else {
            start += 1
          }
        }
      }
    }
  }

  /// How many octets of `line` from `start` on stand in `octets` in one piece.
  private static func longestPart(of octets: UnsafeRawBufferPointer, in line: [UInt8], at start: Int) -> Int {
    var longest = 0
    for position in octets.indices where octets[position] == line[start] {
      var length = 1
      while start + length < line.count, position + length < octets.count, line[start + length] == octets[position + length] { length += 1 }
      longest = max(longest, length)
    }
    return longest
  }

  /// Gives whether there was something to replace.
  private func replace(in line: inout [UInt8]) -> Bool {
    var isFound = false
    for form in forms {
      form.withOctets { octets in
        var start = 0
        while start + octets.count <= line.count {
          if line[start..<(start + octets.count)].elementsEqual(octets) {
            line.replaceSubrange(start..<(start + octets.count), with: "<secret>".utf8)
            start += "<secret>".utf8.count
            isFound = true
          } else {
            start += 1
          }
        }
      }
    }
    return isFound
  }
}
