// JSON whose texts are secrets: RFC 8259, strictly.

import Documents
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct SecretJSONTests {
  private func read(_ text: String) throws -> SecretJSON { try SecretJSON.read(Secret(copying: text.utf8)) }

  @Test func values() throws {
    let members = try #require(
      try read(" {\"a\" : \"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é\", \"b\":[1,-2.5e+3,0], \"c\":{\"d\":null},\"e\":true}\n")
        .members)
    #expect(members["a"]?.text == "x\"\\/\u{8}\u{c}\n\r\té😀é")
    #expect(members["c"]?.members?.keys.first == "d")
    #expect(members["b"]?.texts == nil && members["a"]?.members == nil && members["e"]?.secret == nil)
    #expect(!"\(members)".contains("😀"))
    #expect(try read("[\"a\",\"b\"]").texts == ["a", "b"])
    #expect(try read("12").seconds == 12 && read("\"12\"").seconds == 12 && read("1.5").seconds == nil && read("\"+1\"").seconds == nil)
  }

  @Test(
    "what is no JSON",
    arguments: [
      "", " ", "{", "{}x", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "[1 2]", "{a:1}", "'a'", "\"a", "\"\u{1}\"", "\"\\x\"",
      "\"\\u12\"",
      "01", "1.", ".5", "-", "+1", "1e", "NaN", "tru", "nulll", "// x\n1", "\"a\nb\"",
    ])
  func notJSON(_ text: String) {
    #expect(throws: SecretJSON.Error.notJSON) { try read(text) }
  }

  @Test func otherFaults() {
    #expect(throws: SecretJSON.Error.duplicateKey) { try read("{\"a\":1,\"\\u0061\":2}") }
    #expect(throws: SecretJSON.Error.tooDeep) { try read(String(repeating: "[", count: 18)) }
    #expect(throws: SecretJSON.Error.tooBig) { try read("[" + String(repeating: "1,", count: 5_000) + "1]") }
    #expect(throws: SecretJSON.Error.notUTF8) { try read("\u{feff}{}") }
    #expect(throws: SecretJSON.Error.notUTF8) { try read("\"\\ud800\"") }
    #expect(throws: SecretJSON.Error.notUTF8) { try read("\"\\udc00\"") }
    #expect(throws: SecretJSON.Error.notUTF8) { try read("\"\\ud800\\u0041\"") }
    #expect(throws: SecretJSON.Error.notUTF8) { try SecretJSON.read(Secret(copying: [0x22, 0xc3, 0x22])) }
    #expect(throws: SecretJSON.Error.notUTF8) { try SecretJSON.read(Secret(copying: [0x22, 0xed, 0xa0, 0x80, 0x22])) }
  }
}
