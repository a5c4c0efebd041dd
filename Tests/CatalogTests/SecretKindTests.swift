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
    "hyphens are removed if they are decoration too, else they are kept or put in",
    arguments: [
      ("none", "abcd-efgh-ijkl-mnop", "abcd-efgh-ijkl-mnop", 0, true), ("none", " abcd-efgh-ijkl-mnop ", "abcd-efgh-ijkl-mnop", 2, true),
      ("none", "abcdefghijklmnop", "abcd-efgh-ijkl-mnop", 0, true), ("spaces", " abcd-efgh-ijkl-mnop ", "abcd-efgh-ijkl-mnop", 2, true),
      ("spaces", "abcd-efgh-ijkl-mnop", "abcd-efgh-ijkl-mnop", 0, true), ("spaces", "abcd efgh ijkl mnop", "abcd-efgh-ijkl-mnop", 3, true),
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

  /// Cleans `pasted` with the bundled format of `id`.
  private static func cleaned(_ id: String, _ pasted: String) throws -> CleanedSecret {
    try #require(Bundled.catalog.provider(id: id)).secret.cleaned(Secret(copying: pasted.utf8))
  }

  @Test(
    "fault-invisible-characters-in-a-secret: in a format of letters and digits nothing invisible is meant",
    arguments: [
      ("gmail", "\u{2060}abcd efgh ijkl mnop", "abcdefghijklmnop", 4), ("gmail", "abcd\u{ad}efghijkl\u{200e}mnop", "abcdefghijklmnop", 2),
      ("gmail", "\u{202a}abcdefghijklmnop\u{202c}", "abcdefghijklmnop", 2), ("163", "ABCDEFGHIJKLMNOP\u{200b}", "ABCDEFGHIJKLMNOP", 1),
      ("qq", "abcd\u{2063}efghijklmnop", "abcdefghijklmnop", 1),
      ("icloud", "\u{feff}abcd-efgh-ijkl-mnop\u{2028}", "abcd-efgh-ijkl-mnop", 2),
      ("fastmail", "ABCD\u{fe0f}EFGH\u{2003}IJKL\u{202f}MNOP", "ABCDEFGHIJKLMNOP", 3), ("qq", " abcdefghijklmnop ", "abcdefghijklmnop", 2),
    ])
  func invisible(_ id: String, _ pasted: String, _ kept: String, _ removed: Int) throws {
    let cleaned = try Self.cleaned(id, pasted)
    #expect(cleaned.secret.withOctets { $0.text } == kept)
    #expect(cleaned.removed == removed)
    #expect(cleaned.fits == true)
    #expect(cleaned.findings == [])
  }

  @Test(
    "fault-missing-hyphens-not-noticed: hyphens that belong to the secret are put in, dashes become hyphens",
    arguments: [
      ("abcdefghijklmnop", 3, 0, 0), ("abcdefgh-ijklmnop", 2, 0, 0), ("abcd efgh ijkl mnop", 3, 0, 3), ("abcd–efgh–ijkl–mnop", 0, 3, 0),
      ("abcd\u{2011}efgh\u{2011}ijkl\u{2011}mnop", 0, 3, 0), ("abcd—efgh—ijklmnop", 1, 2, 0), ("ａｂｃｄefghijklmnop", 3, 4, 0),
      ("abcd-efgh-ijkl-mnop", 0, 0, 0), ("abcd－efgh－ijkl－mnop", 0, 3, 0), ("-abcd-efgh-ijkl-mnop-", 0, 0, 2),
    ])
  func hyphens(_ pasted: String, _ added: Int, _ replaced: Int, _ removed: Int) throws {
    let cleaned = try Self.cleaned("icloud", pasted)
    #expect(cleaned.secret.withOctets { $0.text } == "abcd-efgh-ijkl-mnop")
    #expect((cleaned.added, cleaned.replaced, cleaned.removed) == (added, replaced, removed))
    #expect(cleaned.fits == true && cleaned.characters == 19)
  }

  @Test(
    "fault-length-that-contradicts-itself: a difference is named for what it is",
    arguments: [
      ("qq", "ABCDEFGHIJKLMNOP", [.capitals]), ("qq", "Abcdefghijklmnop", [.capitals]), ("naver", "abcdefghij12", [.smallLetters]),
      ("icloud", "ABCD-EFGH-IJKL-MNOP", [.capitals]), ("icloud", "abcd_efgh_ijkl_mnop", [.otherCharacters]),
      ("gmail", "密码密码密码密码密码密码密码密码", [.otherCharacters]), ("qq", "abcdefgh12345678", [.otherCharacters]),
      ("qq", "short", [.length]), ("qq", "ABCDEFGHIJKLMNOPQ", [.capitals, .length]), ("qq", "ａｂｃ", [.fullWidth, .length]),
      ("qq", " abc", [.blanksAtEnds, .length]), ("qq", "a\u{200b}c", [.invisible("\u{200b}", position: 2), .length]),
    ] as [(String, String, [SecretFinding])])
  func differences(_ id: String, _ typed: String, _ findings: [SecretFinding]) throws {
    let cleaned = try Self.cleaned(id, typed)
    #expect(cleaned.findings == findings)
    #expect(cleaned.fits == false)
    #expect(cleaned.secret.withOctets { $0.text } == typed)
  }

  @Test(
    "fault-trailing-blank-without-a-word: a password of unknown form is kept, and what cannot be seen in it is named",
    arguments: [
      ("geheim ", [.blanksAtEnds]), (" geheim", [.blanksAtEnds]), ("geheim\u{3000}", [.blanksAtEnds]), ("geheim\t", [.blanksAtEnds]),
      ("ge heim", []), ("geheim", []), ("ｇeheim", [.fullWidth]), ("ge\u{200b}heim", [.invisible("\u{200b}", position: 3)]),
      ("密码é", []), ("a–b", [.dash]),
    ] as [(String, [SecretFinding])])
  func kept(_ typed: String, _ findings: [SecretFinding]) {
    let cleaned = SecretKind.uncatalogued(Secret(copying: typed.utf8))
    #expect(cleaned.findings == findings)
    #expect(cleaned.secret.withOctets { $0.text } == typed)
    #expect(cleaned.fits == nil)
  }

  @Test("a password that a user may have chosen keeps its blanks and hyphens") func chosen() throws {
    let entry = SampleEntry.entry("one").replacing("\"accountPassword\": \"refused\"", with: "\"accountPassword\": \"accepted\"")
      .replacing("\"groups\": [4, 4], \"separator\": \"-\"", with: "\"groups\": [8]")
      .replacing("\"example\": \"abcd-efgh\"", with: "\"example\": \"abcdefgh\"")
      .replacing("\"strip\": \"spaces\"", with: "\"strip\": \"none\"")
    let catalog = SampleEntry.load(SampleEntry.catalog([entry]))
    let kind = try #require(catalog.providers.first, "\(catalog.faultList)").secret
    #expect(kind.accountPassword == .accepted && kind.decoration == .none)
    for typed in ["abcd efgh", "abcd-efgh"] {
      #expect(kind.cleaned(Secret(copying: typed.utf8)).secret.withOctets { $0.text } == typed)
    }
    #expect(kind.cleaned(Secret(copying: "abcd\u{200b}efgh".utf8)).secret.withOctets { $0.text } == "abcdefgh")
  }

  @Test("octets that are not UTF-8 are kept and never trap") func octets() throws {
    var numbers = SystemRandomNumberGenerator()
    let kinds = try ["qq", "icloud", "gmail"].map { try #require(Bundled.catalog.provider(id: $0)).secret }
    for _ in 0..<2_000 {
      let octets = (0..<Int.random(in: 0..<24, using: &numbers)).map { _ in
        [0x61, 0x2d, 0x20, 0xc2, 0xa0, 0xe2, 0x80, 0x8b, 0xef, 0xbd, 0x81, 0xff, 0xf0].randomElement(using: &numbers) ?? UInt8(0)
      }
      for kind in kinds {
        let cleaned = kind.cleaned(Secret(copying: octets))
        if cleaned.fits == false { #expect(cleaned.secret.withOctets { Array($0) } == octets) }
      }
    }
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
