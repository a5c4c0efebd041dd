// Decoding of octets: UTF-8 first, then the provider's character set, then U+FFFD.

import Testing
import Vocabulary

@Suite("Decoding of foreign text") struct VisibleDecodingTests {
  @Test(
    "octets in the provider's charset are read in it (imap-greeting-8bit-gbk, smtp-8bit-gbk)",
    arguments: [
      ([0xbb, 0xb6, 0xd3, 0xad, 0xca, 0xb9, 0xd3, 0xc3], .gb18030, "欢迎使用"),
      ([0xc3, 0xdc, 0xc2, 0xeb, 0xb4, 0xed, 0xce, 0xf3], .gb18030, "密码错误"),
      // One character of four octets.
      ([0x95, 0x32, 0x82, 0x36], .gb18030, "\u{20000}"),
      ([0xcd, 0xe5, 0xe2, 0xe5, 0xf0, 0xed, 0xfb, 0xe9, 0x20, 0xef, 0xe0, 0xf0, 0xee, 0xeb, 0xfc], .windows1251, "Неверный пароль"),
      (Array("535 plain ASCII".utf8), .gb18030, "535 plain ASCII"),
      (Array("535 plain ASCII".utf8), .windows1251, "535 plain ASCII"),
      ([], .gb18030, ""),
    ] as [([UInt8], Charset, String)])
  func charset(_ octets: [UInt8], _ charset: Charset, _ text: String) { #expect(Visible(octets, charset: charset).text == text) }

  @Test("well-formed UTF-8 is read as UTF-8 whatever the provider usually sends", arguments: Charset.allCases)
  func utf8First(_ charset: Charset) { #expect(Visible(Array("密码错误 Пароль".utf8), charset: charset).text == "密码错误 Пароль") }

  @Test(
    "what is well-formed in neither becomes U+FFFD, not an error",
    arguments: [
      ([0xbb, 0xb6, 0x21], nil), ([0x61, 0xff, 0x62], .gb18030), ([0x61, 0xbb], .gb18030), ([0x61, 0x98, 0x62], .windows1251),
      ([0xc0, 0xaf], nil), ([0xed, 0xa0, 0x80], nil), ([0xf5, 0x80, 0x80, 0x80], nil),
    ] as [([UInt8], Charset?)])
  func illFormed(_ octets: [UInt8], _ charset: Charset?) {
    let text = Visible(octets, charset: charset).text
    #expect(text.unicodeScalars.contains("\u{fffd}"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\u{fffd}" || ($0.value > 0x20 && $0.value < 0x7f) })
  }

  private static func octets(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }

  @Test(
    "fault-reply-charset-elsewhere: Chinese in GBK is read where no charset is known, and nothing else is taken for it",
    arguments: [
      ("c7ebcab9d3c3cadac8a8c2ebb5c7c2bc", "请使用授权码登录"),
      ("b5c7c2bccaa7b0dca3acc3dcc2ebb4edcef3", "登录失败，密码错误"),
      ("35333520d5cbbac5d2d1b6b3bde1", "535 账号已冻结"),
      ("d4938ea4cc96d2d1b1bbcda3d3c3a3acd588c293bd6ab9dcc0ed8654", "該帳號已被停用，請聯絡管理員"),
    ])
  func guessedChinese(_ hex: String, _ text: String) { #expect(Visible(Self.octets(hex)).text == text) }

  @Test(
    "other charsets than GBK are not read as Chinese",
    arguments: [
      // Zugangsdaten ungültig, latin1.
      "5a7567616e6773646174656e20756e67fc6c746967",
      // Accès refusé, compte fermé, latin1.
      "416363e873207265667573e92c20636f6d707465206665726de9",
      // Неверный логин или пароль, cp1251.
      "cde5e2e5f0edfbe920ebeee3e8ed20e8ebe820efe0f0eeebfc",
      // Ошибка авторизации, cp1251.
      "cef8e8e1eae020e0e2f2eef0e8e7e0f6e8e8",
      // 비밀번호가 올바르지 않습니다, euc-kr.
      "baf1b9d0b9f8c8a3b0a120bfc3b9d9b8a3c1f620becabdc0b4cfb4d9",
      // パスワードが違います, euc-jp.
      "a5d1a5b9a5efa1bca5c9a4acb0e3a4a4a4dea4b9",
    ])
  func notChinese(_ hex: String) { #expect(Visible(Self.octets(hex)).text.contains("\u{fffd}")) }

  @Test("a control character hidden in another charset is dropped after decoding") func controlsAfterDecoding() {
    // In GB18030, 81 30 83 37 is U+009B, the CSI control in one octet.
    let hidden: [UInt8] = [0xc3, 0xdc, 0x81, 0x30, 0x83, 0x37, 0x33, 0x31, 0x6d]
    #expect(Visible.decode(hidden, .gb18030).unicodeScalars.contains("\u{9b}"))
    #expect(Visible(hidden, charset: .gb18030).text == "密31m")
    #expect(Visible([0x1b, 0x5b, 0x32, 0x4a, 0xcf], charset: .windows1251).text == "[2JП")
  }

  @Test("the charsets of the catalog have the names iconv knows") func names() {
    #expect(Charset.allCases.map(\.rawValue) == ["GB18030", "WINDOWS-1251"])
  }
}
