// Account files written by a later version: unknown values are kept unchanged and affect nothing else.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("values of later versions", .waiting) struct LaterValueTests {
  private let home: Home

  init() throws { home = try Home() }

  /// Returns an accounts file with an account that has `members` beside the usual ones, and an account that has none.
  private func text(_ members: String, schema: Int = 2) -> String {
    func account(_ name: String, _ more: String) -> String {
      """
      {"name":"\(name)","address":"\(name)@example.org","imapUsername":"x","smtpUsername":"x",\
      "imap":{"host":"imap.example.org","port":993,"security":"tls"},"smtp":{"host":"smtp.example.org","port":465,"security":"tls"}\(more)}
      """
    }
    return "{\"schema\":\(schema),\"accounts\":[\(account("later", "," + members)),\(account("plain", ""))]}"
  }

  private static let values = [
    #""lastCheck":{"time":5,"outcome":"half_verified","risky":true,"more":[1]}"#,
    #""lastCheck":{"time":5,"outcome":"refused","cause":"bad_luck"}"#,
    #""lastCheck":{"time":5,"outcome":"x","cause":"y"}"#, #""secret":{"keyring":"kwallet","entry":"later@example.org","found":true}"#,
    #""secret":{"token":{"keyring":"pass","entry":"t"}}"#, #""secret":{"keyring":"cloud"}"#, #""secret":{"oauth":"gmail","scopes":["a"]}"#,
  ]

  @Test("fault-later-values-unreadable: the account is listed, and everything is written back unchanged", arguments: values)
  func kept(_ value: String) throws {
    try home.write(text(value))
    let list = try home.run(["accounts", "--json"])
    #expect(list.end == .exited(0), "\(list.complaint)")
    #expect(try list.json["accounts"][0]["name"].text == "later" && list.json["accounts"][1]["name"].text == "plain")
    #expect(try home.run(["accounts"]).end == .exited(0))
    #expect(try home.run(["accounts", "pause", "plain"]).end == .exited(0))
    #expect(try home.run(["accounts", "rename", "later", "renamed"]).end == .exited(0))
    let key = value.contains("lastCheck") ? "lastCheck" : "secret"
    let written = try ProcessJSON(try #require(home.octets))["accounts"][0]
    #expect(written[key] == (try ProcessJSON(Array("{\(value)}".utf8)))[key])
    #expect(written["name"].text == "renamed")
  }

  @Test(
    "fault-later-values-unreadable: a secret stored in a later version's way is not read, and the reason is printed",
    arguments: values.suffix(4))
  func secret(_ value: String) throws {
    try home.write(text(value))
    for call in [["secret", "later"], ["check", "later"]] {
      let result = try home.run(call)
      #expect(result.end == .exited(66), "\(result.text)\(result.complaint)")
      #expect((result.text + result.complaint).contains("saved by a newer version of setup"), "\(result.text)\(result.complaint)")
    }
    #expect(try home.run(["accounts", "remove", "later", "--yes"]).complaint.contains("was not touched"))
  }

  @Test("a check that a later version marked as risky is not repeated unless the account is named") func risky() throws {
    try home.write(text(Self.values[0]))
    let account = try #require(try home.registry.read().first)
    #expect(account.lastCheck == nil && account.mustWait(at: .now))
    let checked = try account.checked(.verified)
    try home.registry.update { $0[0] = checked }
    #expect(String(decoding: try #require(home.octets), as: UTF8.self).contains("half_verified") == false)
  }

  @Test("schema 1 has no values of later versions", arguments: values) func former(_ value: String) throws {
    try home.write(text(value, schema: 1))
    #expect(try home.run(["accounts"]).end == .exited(65))
  }

  @Test(
    "fault-unknown-numbers-changed: a number is written back digit for digit",
    arguments: [
      "12345678901234567890", "1.0", "-0", "0.10", "1e400", "-1E-9", "9007199254740993", "3.141592653589793238462643383279", "1e2",
      "123456789012345678901234567890.5",
    ])
  func numbers(_ number: String) throws {
    let places = "\"n\":\(number),\"deep\":[{\"n\":[\(number),true]},\(number)]"
    try home.write(text(places).replacingOccurrences(of: "{\"schema\":2", with: "{\"also\":\(number),\"schema\":2"))
    #expect(try home.run(["accounts", "pause", "plain"]).end == .exited(0))
    let written = String(decoding: try #require(home.octets), as: UTF8.self)
    let pattern = "(?<![0-9.eE+-])" + NSRegularExpression.escapedPattern(for: number) + "(?![0-9.eE+-])"
    let count = try NSRegularExpression(pattern: pattern).numberOfMatches(in: written, range: NSRange(written.startIndex..., in: written))
    #expect(count == 4, "\(written)")
  }

  @Test("texts of every kind are written back unchanged", arguments: [#"a\"b\\c\/d"#, #"\u0001\n\t"#, "é中😀", #"\ud83d\ude00"#, ""])
  func texts(
    _ text: String
  ) throws {
    try home.write(self.text("\"color\":\"\(text)\",\"\(text)k\":[]"))
    #expect(try home.run(["accounts", "pause", "plain"]).end == .exited(0))
    let (old, new) = (try ProcessJSON(Array("{\"color\":\"\(text)\"}".utf8)), try ProcessJSON(try #require(home.octets))["accounts"][0])
    #expect(new["color"] == old["color"])
  }
}
