// Tests that every text keeps to the voice: the sentences as they stand in the source, and all texts of the catalog.

import Catalog
import Sentences
import Terminal
import Testing
import Vocabulary

@Suite("The voice") struct VoiceTests {
  @Test(
    "fault-several-words-for-one-thing, fault-translated-chinese: every sentence uses the words of the glossary", arguments: SourceText.all)
  func words(_ text: SourceText) {
    // A box is a name or a number, with the blanks that the code adds.
    #expect(Voice.faults(english: text.english) == [])
    #expect(Voice.faults(chinese: text.chinese.replacing(SourceText.box, with: "＿")) == [])
  }

  @Test("fault-chinese-in-english: no English sentence has Chinese in it", arguments: SourceText.all)
  func noChinese(_ text: SourceText) {
    #expect(!text.english.unicodeScalars.contains { (0x2e80...0xffef).contains($0.value) }, "\(text.english)")
  }

  @Test("the sources are found, with their literals") func found() {
    #expect(SourceText.all.count > 900)
    #expect(SourceText.all.contains { $0.english == "IMAP works: the inbox opens." && $0.chinese == "IMAP 正常：收件箱可以打开。" })
    #expect(SourceText.all.contains { $0.english == "\(SourceText.box) does not work yet." })
  }

  static let catalog = ProviderDirectory().catalog

  @Test(
    "fault-several-words-for-one-thing, fault-translated-chinese: so do the texts of the catalog", arguments: catalog.providers.map(\.id))
  func catalogWords(_ id: String) throws {
    let provider = try #require(Self.catalog.provider(id: id))
    for (english, chinese) in Self.texts(of: provider) {
      #expect(Voice.faults(english: english) == [])
      #expect(Voice.faults(chinese: chinese, ofCatalog: true) == [])
    }
  }

  /// The texts of an entry that are sentences.
  private static func texts(of provider: Provider) -> [(String, String)] {
    var texts = provider.notes.map(\.text) + provider.steps.map(\.text) + provider.servers.compactMap(\.note)
    texts += [provider.statusNote, provider.username.note, provider.secret.endedBy, provider.oauth?.ends].compactMap { $0 }
    texts += provider.oauth?.steps.map(\.text) ?? []
    return texts.map { ($0.english, $0.simplifiedChinese) }
  }

  @Test(
    "the checker finds what it should",
    arguments: [
      ("Try again with another secret.", 1), ("Use --secret-from and setup secret NAME.", 0), ("The client secret is hidden.", 0),
      ("Enter your user name and log in.", 2), ("No catalog has it.", 1), ("To check a file: setup catalog check FILE", 0),
      ("Don't do that!", 2), ("Click 设置 (Settings).", 0), ("Click 设置.", 1), ("the code (授权码)", 0), ("It says 'login failed'.", 0),
      ("Switch on IMAP in the web mail.", 2), ("It was kept..", 2), ("The login page", 1), ("IMAP LOGIN is off.", 0),
    ])
  func findsEnglish(_ text: String, _ count: Int) {
    #expect(Voice.faults(english: text).count == count, "\(Voice.faults(english: text))")
  }

  @Test(
    "the checker finds what it should in Chinese",
    arguments: [
      ("没有发送任何机密。", 1), ("目录里没有它。", 1), ("放进配置目录。", 0), ("以 78 退出。", 1), ("IMAP没有开启。", 1), ("点「IMAP服务」。", 0), ("点「设置。", 1),
      ("请用 setup check 验证。", 0), ("请 wait 一下。", 1), ("检查地址:端口", 1), ("您好！", 2), ("好的。。", 1), ("邮件程序的账号", 2), ("进行中", 0), ("进行验证", 1),
    ])
  func findsChinese(_ text: String, _ count: Int) {
    #expect(Voice.faults(chinese: text).count == count, "\(Voice.faults(chinese: text))")
  }
}
