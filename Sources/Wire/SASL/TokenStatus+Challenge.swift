// The server's reason for the refusal of a token: a JSON object in a challenge (RFC 7628, section 3.2.2).

import Documents
import Vocabulary

extension TokenStatus {
  /// The maximum length of the challenge in octets. Real ones have fewer than 300.
  private static let limit = 4_096

  /// Reads the challenge. Returns `nil` if it is not a JSON object with one of the members. Values that are neither texts nor numbers
  /// are ignored.
  init?(_ challenge: SASLChallenge) {
    guard challenge.text.count <= Self.limit, let octets = challenge.octets, let json = try? SecretJSON.read(Secret(copying: octets)),
      let members = json.members
    else { return nil }
    func value(_ name: String) -> Visible? { members[name]?.scalar.map { Visible($0) } }
    self.init(status: value("status"), scope: value("scope"), schemes: value("schemes"), configuration: value("openid-configuration"))
    if self == TokenStatus(status: nil) { return nil }
  }
}

extension SecretJSON {
  /// The text or the number as it is written. `nil` for anything else.
  fileprivate var scalar: String? {
    switch self {
    case .text(let secret): secret.withOctets { $0.text }
    case .numeral(let digits): digits
    case .null, .flag, .list, .object: nil
    }
  }
}
