// The Pinyin spellings of the Chinese names in the catalog.

import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite("Pinyin") struct PinyinTests {
  /// All words that find a provider, except domains.
  private static var names: [String] {
    let catalog = Bundled.catalog
    return catalog.providers.flatMap { [$0.id] + $0.aliases + [$0.name.english, $0.name.simplifiedChinese] }
      + catalog.brands.flatMap(\.words)
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic && scalar.properties.isUnifiedIdeograph
  }

  @Test("ux-21: every Chinese character in a name, an alias or a brand's word has a sound")
  func complete() {
    let characters = Set(Self.names.flatMap { $0.filter { $0.unicodeScalars.allSatisfy(Self.isChinese) } })
    #expect(characters.count > 100)
    let missing = characters.filter { Pinyin.spellings(of: String($0)).isEmpty }
    #expect(missing.sorted() == [])
  }

  @Test("ux-21: every Chinese name can be typed in Latin letters")
  func typeable() {
    for name in Self.names where name.unicodeScalars.contains(where: Self.isChinese) {
      // A name that also contains a third script is typed with that script.
      guard name.unicodeScalars.allSatisfy({ $0.isASCII || !$0.properties.isAlphabetic || Self.isChinese($0) }) else { continue }
      let spellings = Pinyin.spellings(of: name)
      #expect(spellings.count == 2, "\(name)")
      #expect(
        spellings.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) } }, "\(name): \(spellings)")
    }
  }

  @Test(
    "syllables and first letters",
    arguments: [
      ("网易", ["wangyi", "wy"]), ("腾讯企业邮箱", ["tengxunqiyeyouxiang", "txqyyx"]), ("新浪", ["xinlang", "xl"]), ("QQ邮箱", ["qqyouxiang", "qqyx"]),
      ("网易 163 免费邮", ["wangyi163mianfeiyou", "wy163mfy"]), ("（网易）", ["wangyi", "wy"]), ("Gmail", []), ("", []), ("яндекс", []), ("网й", []),
      ("网龘", []),
    ])
  func spellings(_ name: String, _ wanted: [String]) { #expect(Pinyin.spellings(of: name) == wanted) }
}
