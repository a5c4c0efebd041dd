// The format of a pasted secret, and what may be removed from it.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("Shapes of secrets") struct SecretKindTests {
  /// Returns a kind of secret with this format and decoration.
  private static func kind(groups: String, separator: String?, alphabet: String, example: String, strip: String) throws -> SecretKind {
    let separator = separator.map { "\"separator\": \"\($0)\", " } ?? ""
    let format = "{ \"groups\": \(groups), \(separator)\"alphabet\": \"\(alphabet)\", \"example\": \"\(example)\" }"
    let entry = SampleEntry.entry("one")
      .replacing(
        "{ \"groups\": [4, 4], \"separator\": \"-\", \"alphabet\": \"a-z\", \"example\": \"abcd-efgh\", \"confirmed\": false }",
        with: format
      )
      .replacing("\"strip\": \"spaces\"", with: "\"strip\": \"\(strip)\"")
    let catalog = SampleEntry.load(SampleEntry.catalog([entry]))
    return try #require(catalog.providers.first, "\(catalog.faultList)").secret
  }

  /// Returns a kind of secret with iCloud's format and the given decoration.
  private static func apple(_ strip: String) throws -> SecretKind {
    try kind(groups: "[4, 4, 4, 4]", separator: "-", alphabet: "a-z", example: "abcd-efgh-ijkl-mnop", strip: strip)
  }

  @Test(
    "a format is length and alphabet; separators are optional",
    arguments: [
      ("abcd-efgh-ijkl-mnop", true), ("abcdefghijklmnop", true), ("abcdefgh-ijklmnop", true), ("abcd-efgh-ijkl-mno", false),
      ("abcd-efgh-ijkl-mnopq", false),
      ("Abcd-efgh-ijkl-mnop", false), ("abcd-efgh-ijkl-mno1", false), ("abcd efgh ijkl mnop", false), ("", false),
      ("----------------", false),
      ("密码密码密码密码密码密码密码密码", false), ("abcd-efgh-ijkl-mno\u{e9}", false),
    ])
  func fits(_ text: String, _ expected: Bool) throws {
    #expect(try #require(Self.apple("none").format).fits(text.utf8) == expected)
  }

  @Test(
    "an alphabet is ranges and single characters",
    arguments: [
      ("a-z", "mm", true), ("a-z", "az", true), ("a-z", "aZ", false), ("a-z", "a-", false), ("a-zA-Z0-9", "Z9", true),
      ("a-zA-Z0-9", "a_", false),
      ("abc", "cb", true), ("abc", "ad", false), ("a-c_", "a_", true), ("a-c-", "a-", true), ("-a", "a-", true), ("a-", "a-", true),
      ("a-c", "ab", true),
      ("!-~", "a~", true), ("!-~", "a ", false),
    ])
  func alphabet(_ alphabet: String, _ text: String, _ expected: Bool) throws {
    let first = alphabet.hasPrefix("-") || alphabet.hasPrefix("a") ? "a" : "!"
    let kind = try Self.kind(groups: "[2]", separator: nil, alphabet: alphabet, example: first + first, strip: "none")
    #expect(try #require(kind.format).fits(text.utf8) == expected)
  }

  /// All blanks that web pages and input methods insert.
  private static let blanks = [" ", "\t", "\u{a0}", "\u{3000}", "\u{200b}", "\u{feff}"]

  @Test("blanks of every kind around and inside are removed if they are decoration", arguments: blanks) func blank(_ blank: String) throws {
    let kind = try Self.kind(groups: "[16]", separator: nil, alphabet: "a-z", example: "abcdefghijklmnop", strip: "spaces")
    for (pasted, removed) in [
      ("\(blank)abcdefghijklmnop", 1), ("abcd\(blank)efgh\(blank)ijkl\(blank)mnop", 3), ("abcdefghijklmnop\(blank)\(blank)", 2),
    ] {
      let cleaned = kind.cleaned(Secret(copying: pasted.utf8))
      #expect(cleaned.secret.withOctets { $0.text } == "abcdefghijklmnop")
      #expect(cleaned.removed == removed)
      #expect(cleaned.fits == true)
      #expect(cleaned.characters == 16)
    }
  }

  @Test(
    "hyphens are removed only if they are decoration too",
    arguments: [
      ("none", "abcd-efgh-ijkl-mnop", "abcd-efgh-ijkl-mnop", 0, true), ("none", " abcd-efgh-ijkl-mnop ", " abcd-efgh-ijkl-mnop ", 0, false),
      ("none", "abcdefghijklmnop", "abcdefghijklmnop", 0, true), ("spaces", " abcd-efgh-ijkl-mnop ", "abcd-efgh-ijkl-mnop", 2, true),
      ("spaces", "abcd-efgh-ijkl-mnop", "abcd-efgh-ijkl-mnop", 0, true), ("spaces", "abcd efgh ijkl mnop", "abcdefghijklmnop", 3, true),
      ("spaces-and-hyphens", "abcd-efgh-ijkl-mnop", "abcdefghijklmnop", 3, true),
      ("spaces-and-hyphens", "abcd efgh ijkl mnop", "abcdefghijklmnop", 3, true),
      ("spaces-and-hyphens", " abcd-efgh - ijkl-mnop\t", "abcdefghijklmnop", 7, true),
      ("spaces-and-hyphens", "abcdefghijklmnop", "abcdefghijklmnop", 0, true),
    ] as [(String, String, String, Int, Bool)])
  func decoration(_ strip: String, _ pasted: String, _ kept: String, _ removed: Int, _ fits: Bool) throws {
    let cleaned = try Self.apple(strip).cleaned(Secret(copying: pasted.utf8))
    #expect(cleaned.secret.withOctets { $0.text } == kept)
    #expect(cleaned.removed == removed)
    #expect(cleaned.fits == fits)
  }

  @Test(
    "a secret without the shape even then is unchanged: it may be a password with blanks (imap-password-leading-trailing-space)",
    arguments: [
      " my pass word ", "abcd efgh ijkl mno", "abcd efgh ijkl mnopq", "ABCD EFGH IJKL MNOP", "", "   ", "密 码", "abcd efgh ijkl mno\r",
    ])
  func untouched(_ typed: String) throws {
    for strip in ["none", "spaces", "spaces-and-hyphens"] {
      let cleaned = try Self.apple(strip).cleaned(Secret(copying: typed.utf8))
      #expect(cleaned.secret.withOctets { $0.text } == typed)
      #expect(cleaned.removed == 0)
      #expect(cleaned.fits == false)
    }
  }

  @Test("without a known format, and outside the catalog, nothing is removed", arguments: [" a b ", "a-b", "密码", ""]) func unknownShape(
    _ typed: String
  ) throws {
    let entry = SampleEntry.entry("one").replacing(
      "\"format\": { \"groups\": [4, 4], \"separator\": \"-\", \"alphabet\": \"a-z\", \"example\": \"abcd-efgh\", \"confirmed\": false },",
      with: "")
    let kind = try #require(SampleEntry.load(SampleEntry.catalog([entry])).providers.first).secret
    #expect(kind.format == nil)
    for cleaned in [kind.cleaned(Secret(copying: typed.utf8)), SecretKind.uncatalogued(Secret(copying: typed.utf8))] {
      #expect(cleaned.secret.withOctets { $0.text } == typed)
      #expect(cleaned.removed == 0)
      #expect(cleaned.fits == nil)
      #expect(cleaned.characters == typed.unicodeScalars.count)
    }
  }

  @Test("iCloud's app password is accepted with hyphens, NetEase's code unchanged, with any surroundings from a paste") func bundled()
    throws
  {
    let icloud = try #require(Bundled.catalog.provider(id: "icloud")).secret
    #expect(icloud.cleaned(Secret(copying: "abcd-efgh-ijkl-mnop".utf8)).fits == true)
    let netease = try #require(Bundled.catalog.provider(id: "163")).secret
    #expect(netease.cleaned(Secret(copying: "ABCDEFGHIJKLMNOP".utf8)).fits == true)
    #expect(netease.cleaned(Secret(copying: "my web password!".utf8)).fits == false)
  }

  @Test("the length that a user counts is that of the entered text") func enteredLength() throws {
    #expect(try Self.apple("none").enteredLength == 19)
    #expect(try Self.apple("spaces-and-hyphens").enteredLength == 16)
    #expect(try Self.apple("none").format?.length == 16)
  }

  @Test("only generated secrets count as generated") func generated() {
    let generated: Set<SecretKind.Kind> = [.appPassword, .authorizationCode, .clientPassword, .bridgePassword]
    for provider in Bundled.catalog.providers { #expect(provider.secret.isGenerated == generated.contains(provider.secret.kind)) }
  }
}
