// What the codes of the tests contain.

import QRCode
import TestSupport

enum Contents {
  /// One account in the format of Thunderbird for Android, with a password.
  static let account = Array(
    #"""
    [1,[1,1],[0,"imap.example.com",993,3,1,"me@example.com",null,"pa\"ss \\ 密码"],[[[0,"smtp.example.com",465,3,1,"me@example.com","x"],["me@example.com","王小明"]]]]
    """#.utf8)

  /// Any octets, the same in every run.
  static func random(_ count: Int, seed: Int) -> [UInt8] {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
  }

  /// Chinese text of exactly this number of octets, with Latin letters at its end if necessary.
  static func chinese(_ count: Int) -> [UInt8] {
    let text = Array(String(repeating: "汉字邮箱密码", count: count / 18 + 1).utf8)
    return Array(text.prefix(count / 3 * 3)) + [UInt8](repeating: UInt8(ascii: "z"), count: count % 3)
  }
}

extension QRCode {
  static func of(_ octets: [UInt8], _ level: Level) throws -> QRCode { try octets.withUnsafeBytes { try QRCode($0, level: level) } }
}

extension Bitmap {
  /// The modules of a code with its quiet zone.
  init(_ code: QRCode) {
    self.init(side: code.side + 2 * QRCode.quietZone) { code[$0 - QRCode.quietZone, $1 - QRCode.quietZone] }
  }
}
