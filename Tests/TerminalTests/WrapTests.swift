// Tests of line breaking, in every width that a window may have.

import Terminal
import Testing

@Suite("Wrapping") struct WrapTests {
  private static let english =
    "In mail programs enter the app password, never the password you use to sign in on the web: that one is refused there. Copy it (it is shown only once) before you close the page."
  private static let chinese =
    "在邮件客户端的密码栏里填授权码，不要填网页登录密码：那个在这里用不了。授权码只显示一次（关闭页面前先复制），存进密码管理器，并注明用途；丢了就按「同样的步骤」重新生成一个！"
  private static let mixed =
    "打开 Settings → Security，找到「App passwords」（应用密码），点 Create new，复制 16 位密码：IMAP 和 SMTP 都用它，例如 abcd-efgh-ijkl-mnop。Done（完成）。"
  private static let japanese = "アプリパスワードを、メールソフトの「パスワード」欄に入力してください。ログイン用のパスワードは使えません！"
  private static let address =
    "https://id.example.org/security/app-passwords/a-very-long-page?with=questions&and=answers#at-the-end-of-it-all"
  private static let texts = [english, chinese, mixed, japanese]

  private static let closing: Set<Character> = Set("，。、；：！？）」』》】…％)],.;:!?”’")
  private static let opening: Set<Character> = Set("（「『《【([“‘")

  /// Returns the lines without leading blanks.
  private static func bare(_ lines: [String]) -> [Substring] { lines.map { $0.drop { $0 == " " } } }

  @Test("no line is wider than the window, for every width from 30 to 200", arguments: texts, [0, 4]) func width(
    _ text: String, _ indent: Int
  ) {
    for columns in 30...200 {
      let lines = Wrap.lines(text, columns: columns, indent: indent)
      #expect(lines.allSatisfy { Width.of($0) <= columns }, "\(columns): \(lines)")
      // No line is much shorter than necessary: the next part would not have fitted.
      for (line, next) in zip(lines, lines.dropFirst()) { #expect(Width.of(line) > columns / 2 - 12, "\(columns): \(line)|\(next)") }
    }
  }

  @Test("nothing is lost, added or moved", arguments: texts + ["", " ", "a", "a  b", "  - item one", address, "密"]) func content(
    _ text: String
  ) {
    for columns in [0, 1, 10, 30, 31, 47, 80, 200] {
      for indent in [0, 2, 8, 40] {
        let lines = Wrap.lines(text, columns: columns, indent: indent)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        #expect(!lines.isEmpty)
      }
    }
  }

  @Test("words are not broken", arguments: [english, mixed], 30...200) func words(_ text: String, _ columns: Int) {
    func words(_ text: String) -> [Substring] { text.split { !($0.isASCII && $0 != " ") } }
    let lines = Wrap.lines(text, columns: columns)
    #expect(lines.flatMap { words($0) } == words(text))
  }

  @Test("no line begins with closing punctuation or ends with opening punctuation", arguments: texts, 30...200) func punctuation(
    _ text: String, _ columns: Int
  ) {
    for line in Self.bare(Wrap.lines(text, columns: columns, indent: 3)) {
      #expect(line.first.map(Self.closing.contains) == false, "\(line)")
      #expect(line.last.map(Self.opening.contains) == false, "\(line)")
    }
  }

  @Test("an address is never broken, whatever the window", arguments: 1...200) func addresses(_ columns: Int) {
    let address = Self.address
    for text in ["Open \(address) in a browser.", "打开 \(address)，登录。", "（\(address)）", address] {
      let lines = Wrap.lines(text, columns: columns, indent: 2)
      #expect(lines.contains { $0.contains(address) }, "\(lines)")
      // The address may be wider than the window. The line then contains only the address and its punctuation.
      for line in lines where Width.of(line) > max(columns, 12) { #expect(Width.of(line) <= address.count + 6, "\(line)") }
    }
  }

  @Test("further lines begin with the given indentation, the first one as it is", arguments: [0, 1, 4, 12]) func indent(_ indent: Int) {
    let lines = Wrap.lines("  - " + Self.english, columns: 40, indent: indent)
    #expect(lines.count > 3)
    #expect(lines[0].hasPrefix("  - In mail"))
    for line in lines.dropFirst() {
      #expect(line.prefix { $0 == " " }.count == indent)
      #expect(line.last != " ")
    }
  }

  @Test(
    "a window with fewer than ten columns after the indentation is overrun (term-resize-during-prompt)",
    arguments: [-5, 0, 1, 2, 9])
  func tiny(_ columns: Int) {
    for text in Self.texts {
      let lines = Wrap.lines(text, columns: columns, indent: 6)
      #expect(lines.count > 3)
      #expect(lines.count < text.count)
    }
  }

  @Test("between wide characters a line may end, between letters it may not") func places() {
    #expect(Wrap.lines("一二三四五六七八九十", columns: 10) == ["一二三四五", "六七八九十"])
    #expect(Wrap.lines("一二三四五六七八九十", columns: 11) == ["一二三四五", "六七八九十"])
    #expect(Wrap.lines("一二三四五。六", columns: 10) == ["一二三四", "五。六"])
    #expect(Wrap.lines("一二三四（五六", columns: 10) == ["一二三四", "（五六"])
    #expect(Wrap.lines("aaaaa bbbbb", columns: 10) == ["aaaaa", "bbbbb"])
    #expect(Wrap.lines("aaaa bbbbb", columns: 10) == ["aaaa bbbbb"])
    #expect(Wrap.lines("aaaaabbbbbccccc", columns: 10) == ["aaaaabbbbbccccc"])
    #expect(Wrap.lines("用abcdefghi吧", columns: 10) == ["用", "abcdefghi", "吧"])
  }

  @Test("an empty text is one empty line") func empty() { #expect(Wrap.lines("", columns: 80) == [""]) }
}
