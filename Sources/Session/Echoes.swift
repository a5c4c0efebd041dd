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

  /// Puts `<secret>` in the place of every form of the secret in `line`.
  func mask(_ line: inout [UInt8]) {
    for form in forms {
      form.withOctets { octets in
        var start = 0
        while start + octets.count <= line.count {
          if line[start..<(start + octets.count)].elementsEqual(octets) {
            line.replaceSubrange(start..<(start + octets.count), with: "<secret>".utf8)
            start += "<secret>".utf8.count
          } else {
            start += 1
          }
        }
      }
    }
  }
}
