// Comparisons of keywords, which are ASCII only and independent of the locale.

import Testing
import Vocabulary

@Suite("ASCII") struct ASCIITests {
  @Test(
    "octets equal a keyword when A-Z counts as a-z, and only then (res-locale-timezone)",
    arguments: [
      ("LOGIN", "login", true), ("LoGiN", "lOgIn", true), ("", "", true), ("login ", "login", false), ("logi", "login", false),
      ("LOGİN", "login", false), ("logın", "LOGIN", false), ("ﬁ", "FI", false), ("[", "{", false), ("@", "`", false), ("É", "é", false),
    ])
  func keywords(_ octets: String, _ word: String, _ expected: Bool) { #expect(Array(octets.utf8).equalsIgnoringCase(word) == expected) }

  @Test("only A-Z and a-z change their case") func cases() {
    #expect("AZaz09-İIıi.É".lowercasedASCII == "azaz09-İiıi.É")
    #expect("AZaz09-İIıi.é".uppercasedASCII == "AZAZ09-İIıI.é")
  }

  @Test("letters and digits are ASCII letters and digits, for each of the 256 octets", arguments: UInt8.min...UInt8.max)
  func classes(_ octet: UInt8) {
    #expect(octet.isDigit == "0123456789".utf8.contains(octet))
    #expect(octet.isLetter == "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8.contains(octet))
    #expect(octet.lowercasedASCII == (octet.isLetter ? octet | 0x20 : octet))
  }

  @Test("ill-formed octets become U+FFFD and never trap") func text() {
    #expect([0x61, 0xff, 0x62].text == "a\u{fffd}b")
    #expect([UInt8]().text == "")
    #expect((UInt8.min...UInt8.max).text.unicodeScalars.count == 256)
  }
}
