// Which provider a typed text finds.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("Finding providers") struct SearchTests {
  private static let catalog = SampleEntry.load(
    SampleEntry.catalog([
      SampleEntry.entry("mail").replacing("\"Mail mail\"", with: "\"Mail\"").replacing("\"邮箱mail\"", with: "\"邮件\""),
      SampleEntry.entry("gmail").replacing("\"Mail gmail\"", with: "\"Big Mail\"").replacing("\"邮箱gmail\"", with: "\"大邮箱\""),
      SampleEntry.entry("mail-plus").replacing("\"Mail mail-plus\"", with: "\"Mail Plus\"").replacing("\"邮箱mail-plus\"", with: "\"加号邮箱\""),
    ]))

  @Test("the sample is right") func sample() { #expect(Self.catalog.faultList == []) }

  @Test(
    "ids, aliases, names, domains and addresses name exactly one",
    arguments: [
      ("mail", "mail"), ("MAIL", "mail"), ("  mail\t", "mail"), ("mail-alias", "mail"), ("mail邮", "mail"), ("gmail邮", "gmail"),
      ("big mail", "gmail"),
      ("Big   Mail", "gmail"), ("大邮箱", "gmail"), ("邮件", "mail"), ("Mail Plus", "mail-plus"), ("mail.example", "mail"),
      ("GMAIL.example", "gmail"),
      ("sub.mail.example", "mail"), ("maybe-mail.example", "mail"), ("you@mail.example", "mail"), ("You@GMail.Example", "gmail"),
      (" you@gmail.example ", "gmail"),
      ("a.users.mail.example", "mail"), ("you@a.b.users.gmail.example", "gmail"), ("you@users.mail.example", "mail"), ("big", "gmail"),
      ("plus", "mail-plus"),
    ])
  func exactly(_ typed: String, _ id: String) {
    guard case .exactly(let provider) = Self.catalog.find(typed) else {
      Issue.record("\(Self.catalog.find(typed))")
      return
    }
    #expect(provider.id == id)
  }

  @Test(
    "domains match completely, suffixes at label boundaries (argv-address-homograph) (cat-suffix-confusion)",
    arguments: [
      "you@a.mail.example", "xmail.example", "ail.example", "mail.example.evil.example", "you@xusers.mail.example", "mail.examples",
      "you@mail.example@evil.example",
      "you@xn--gmil-6na.example", "\"you@mail.example\"@evil.example", "you@m\u{430}il.example",
    ])
  func nobody(_ typed: String) {
    if let host = HostName(typed) { #expect(Self.catalog.provider(forDomain: host) == nil) }
    if let address = try? TypedAddress(typed) { #expect(Self.catalog.provider(forDomain: address.address.domain) == nil) }
    switch Self.catalog.find(typed) {
    case .exactly(let provider): Issue.record("\(provider.id)")
    case .none, .several, .brand: break
    }
  }

  @Test("several matches are listed best first: names, then prefixes, then words and domains, then what contains the text") func several() {
    #expect(Self.catalog.search("mail").map(\.id) == ["mail", "mail-plus", "gmail"])
    #expect(Self.catalog.search("mail-").map(\.id) == ["mail", "mail-plus", "gmail"])
    #expect(Self.catalog.search("sub").map(\.id) == ["mail", "gmail", "mail-plus"])
    #expect(Self.catalog.search("mail big").map(\.id) == ["gmail"])
    #expect(Self.catalog.search("mail nothing").map(\.id) == [])
    guard case .several(let found) = Self.catalog.find("ma") else {
      Issue.record("\(Self.catalog.find("ma"))")
      return
    }
    #expect(found.map(\.id) == ["mail", "mail-plus", "gmail"])
  }

  @Test("an empty text matches everything") func everything() {
    for typed in ["", "  ", "\t"] { #expect(Self.catalog.search(typed).map(\.id) == ["mail", "gmail", "mail-plus"]) }
  }

  @Test(
    "a typing error is recognized, an unrelated word is not",
    arguments: [
      ("gmial", ["gmail"]), ("gmal", ["gmail"]), ("gmaill", ["gmail", "gmail邮"]), ("you@gmial.example", ["you@gmail.example"]),
      ("gmail.exmaple", ["gmail.example"]),
      ("you@gamil.example", ["you@gmail.example"]), ("quite-another-provider", []), ("you@quite-another.org", []), ("zzzz", []),
    ])
  func suggestions(_ typed: String, _ expected: [String]) {
    #expect(Self.catalog.find(typed) == .none(suggestions: expected))
  }

  @Test(
    "hostile words find nothing and never trap",
    arguments: ["\u{0}", "\u{1b}[2J", "%s%n", "*", ".", "..", "@", "@@", "\"", "\\", "{term}", "-", "--", "\u{301}"])
  func hostile(_ typed: String) {
    switch Self.catalog.find(typed) {
    case .exactly(let provider): Issue.record("\(provider.id)")
    case .none, .several, .brand: break
    }
    #expect(Self.catalog.find(String(repeating: typed, count: 10_000)) == .none(suggestions: []))
  }

  @Test(
    "typing errors are insertions, deletions, substitutions and swaps of neighbors",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abcd", 1), ("abc", "", 3),
      ("ca", "abc", 3), ("密码", "密吗", 1),
    ])
  func distance(_ left: String, _ right: String, _ slips: Int) {
    #expect(Spelling.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == slips)
    #expect(Spelling.distance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == slips)
  }

  @Test("at most three are suggested, only the nearest, one error in three letters") func nearest() {
    #expect(Spelling.nearest(to: "abcd", among: ["abce", "abcf", "abcg", "abch", "abef"]) == ["abce", "abcf", "abcg"])
    #expect(Spelling.nearest(to: "ABCD", among: ["abcd", "abce"]) == ["abcd"])
    #expect(Spelling.nearest(to: "ab", among: ["xy", "abcd"]) == [])
    #expect(Spelling.nearest(to: "abce", among: ["abcd", "abcd"]) == ["abcd"])
    #expect(Spelling.nearest(to: "", among: ["a"]) == [])
    #expect(Spelling.nearest(to: String(repeating: "a", count: 65), among: [String(repeating: "a", count: 65)]) == [])
  }
}
