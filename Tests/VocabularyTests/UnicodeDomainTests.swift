// Domains in letters of their own: the conversion to ASCII, and what is refused.

import Testing

@testable import Vocabulary

@Suite("domains in letters outside ASCII") struct UnicodeDomainTests {
  @Test(
    "fault-domain-in-own-letters: the ASCII form is that of UTS 46, and it stands for the same letters again",
    arguments: [
      ("münchen.example", "xn--mnchen-3ya.example", "münchen.example"), ("MÜNCHEN.Example", "xn--mnchen-3ya.example", "münchen.example"),
      ("mu\u{308}nchen.example", "xn--mnchen-3ya.example", "münchen.example"), ("straße.de", "xn--strae-oqa.de", "straße.de"),
      ("STRAẞE.de", "xn--strae-oqa.de", "straße.de"), ("faß.de", "xn--fa-hia.de", "faß.de"),
      ("例子.公司", "xn--fsqu00a.xn--55qx5d", "例子.公司"), ("例子。公司", "xn--fsqu00a.xn--55qx5d", "例子.公司"),
      ("例子．公司", "xn--fsqu00a.xn--55qx5d", "例子.公司"), ("例え.テスト", "xn--r8jz45g.xn--zckzah", "例え.テスト"),
      ("例え.ﾃｽﾄ", "xn--r8jz45g.xn--zckzah", "例え.テスト"), ("Αθήνα.gr", "xn--jxafb0a0a.gr", "αθήνα.gr"),
      ("네이버.com", "xn--950bt9s8xi.com", "네이버.com"), ("\u{1102}\u{1166}이버.com", "xn--950bt9s8xi.com", "네이버.com"),
      ("пример.рф", "xn--e1afmkfd.xn--p1ai", "пример.рф"), ("ПРИМЕР.РФ", "xn--e1afmkfd.xn--p1ai", "пример.рф"),
      ("پارسی.example", "xn--mgbug11aqn.example", "پارسی.example"), ("bücher.ch", "xn--bcher-kva.ch", "bücher.ch"),
      ("ＢÜＣＨＥＲ.ch", "xn--bcher-kva.ch", "bücher.ch"), ("l·la.cat", "xn--lla-lga.cat", "l·la.cat"),
      ("नमस्ते.example", "xn--h2bhs4b8d8a.example", "नमस्ते.example"), ("b\u{ad}ü\u{200b}cher.ch", "xn--bcher-kva.ch", "bücher.ch"),
      ("bücher.ch.", "xn--bcher-kva.ch", "bücher.ch"), ("例子。公司。", "xn--fsqu00a.xn--55qx5d", "例子.公司"),
    ])
  func converted(_ typed: String, _ ascii: String, _ text: String) throws {
    let domain = try UnicodeDomain(typed)
    #expect(domain.text == text)
    #expect(domain.ascii.text == ascii)
    let again = try #require(UnicodeDomain(decoding: domain.ascii))
    #expect(again.text == domain.text)
    #expect(again.ascii == domain.ascii)
  }

  @Test(
    "what no domain may contain is refused and named",
    arguments: [
      ("a\u{200d}b.example", .character("\u{200d}")), ("ü\u{200c}b.example", .character("\u{200c}")), ("ü☃.example", .character("☃")),
      ("💌.example", .character("💌")), ("ü_a.example", .character("_")), ("ü a.example", .character(" ")), ("a·ü.example", .character("·")),
      ("ü\u{202e}.example", .character("\u{202e}")), ("ｕ\u{fdfa}.example", .character("\u{fdfa}")), ("ℌü.example", .character("ℌ")),
      ("½ü.example", .character("½")), ("\u{301}ü.example", .label), ("-ü.example", .label), ("ü-.example", .label),
      ("ab--ü.example", .label),
      ("xn--a.example", .label), ("xn--mnchen-3yb\u{301}.example", .label), ("xn--MNCHEN-3YA!.example", .label), ("ü..example", .label),
      ("ü.example..", .label), (".ü.example", .label), ("ü。。", .label),
      ("אbü.example", .mixedDirections), ("aא.example", .mixedDirections), (String(repeating: "ü", count: 60) + ".example", .tooLong),
      (String(repeating: "ü.", count: 2_000), .tooLong),
    ] as [(String, UnicodeDomain.Error)])
  func refused(_ typed: String, _ error: UnicodeDomain.Error) {
    #expect(throws: error) { try UnicodeDomain(typed) }
  }

  @Test("letters of two alphabets in one label are noticed; letters of one are not")
  func scripts() throws {
    #expect(try UnicodeDomain("раураl.com").mixesScripts)
    #expect(try UnicodeDomain("gmαil.com").mixesScripts)
    #expect(try !UnicodeDomain("пример.com").mixesScripts)
    #expect(try !UnicodeDomain("münchen.example").mixesScripts)
    #expect(try !UnicodeDomain("例子abc.example").mixesScripts)
  }

  @Test(
    "the samples of RFC 3492, section 7.1",
    arguments: [
      ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
      ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"), ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
      ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"), ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
      ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"), ("MajiでKoiする5秒前", "MajiKoi5-783gue6qz075azm5e"), ("そのスピードで", "d9juau41awczczp"),
      ("-> $1.00 <-", "-> $1.00 <--"),
    ])
  func punycode(_ text: String, _ encoded: String) {
    #expect(Punycode.encode(Array(text.unicodeScalars)) == encoded)
    #expect(Punycode.decode(encoded).map { String(String.UnicodeScalarView($0)) } == text)
  }

  @Test("ill-formed Punycode is nothing, and never traps", arguments: ["9999999999999", "a-\u{e9}", "-", "99zzzzzzzzzzzzzzz", "a-!", "0"])
  func illFormed(_ encoded: String) { #expect(Punycode.decode(encoded).map { $0.count < 64 } ?? true) }

  @Test("every letter with a mark is composed as its decomposition is") func composed() {
    for (apart, whole) in [("e\u{301}", "é"), ("a\u{323}\u{302}", "ậ"), ("か\u{3099}", "が"), ("и\u{306}", "й"), ("ᄒ\u{1161}ᆫ", "한")] {
      #expect(apart.composed.unicodeScalars.elementsEqual(whole.unicodeScalars), "\(whole)")
    }
    #expect("qx\u{301}".composed.unicodeScalars.count == 3)
  }
}
