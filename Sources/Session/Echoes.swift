// What a server says back to us of the secret. Some repeat the failed command in their error; that is the one way in
// which a secret could come in from outside, where nothing marks it.

import Vocabulary
import Wire

struct Echoes: Sendable {
  /// The forms in which the secret went out.
  private let forms: [Secret]

  /// Secrets shorter than this are no secrets, and masking them would only garble the server's words.
  private static let shortest = 4

  init(of credentials: Credentials) {
    // The quoted form first: it may hold the secret as it is, and is to go with its quotes.
    let quoted = IMAPCommand.quoted(credentials.secret).map { [$0] } ?? []
    forms = (quoted + [credentials.secret, SASL.plain(credentials), Base64.encode(credentials.secret)])
      .filter { $0.count >= Self.shortest }
  }

  /// Puts `<secret>` in the place of every form of the secret in `line`, also where only octets part it that are dropped
  /// before anything is shown: such a line becomes what would be shown of it.
  func mask(_ line: inout [UInt8]) {
    _ = replace(in: &line)
    guard line.contains(where: { !(0x20...0x7e).contains($0) }) else { return }
    for charset in [nil] + Charset.allCases {
      var shown = Array(Visible(line, charset: charset, limit: .max).text.utf8)
      if replace(in: &shown) { line = shown }
    }
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
