// What is typed into the list of providers: what is marked, what Enter takes, and which questions follow.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("the full style: what is typed into the list", .waiting) struct FullTypedTests {
  private static let whole = Tool.catalog.providers.count
  private static let prompt = FullPrompts(.english).provider

  private func open() throws -> FullScreen {
    let screen = try FullScreen([], columns: 100, rows: 24)
    try screen.see("of \(Self.whole) shown")
    return screen
  }

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  private func marked(_ screen: FullScreen, _ text: String) throws {
    try screen.wait("“\(text)” marked") { terminal in terminal.screen.contains { $0.hasPrefix("> \(text)") } }
  }

  @Test(
    "fault-empty-field-enter-chooses, fault-typo-help-missing-in-list: Enter chooses nothing in an empty field or after a slip",
    arguments: ["", "yandx", "gogle", "hotmial.com", "iclould", "\u{3000}", "demo"])
  func nothingMarked(_ typed: String) throws {
    let screen = try open()
    try screen.type(typed)
    try screen.cursor(behind: Self.prompt + typed)
    if typed == "demo" { return try end(screen) }
    #expect(screen.marked == nil)
    if !typed.isEmpty, typed != "\u{3000}" { try screen.see("No match. Did you mean") }
    let bells = screen.terminal.bells
    try screen.type("\r")
    try screen.wait("a bell") { $0.bells == bells + 1 }
    #expect(!screen.session.text.contains("Provider: "))
    // The user chooses, also among what is similar.
    try screen.type(Press.down + "\r")
    try screen.haveSeen("Provider: ")
    try end(screen)
  }

  @Test(
    "fault-mark-and-enter-differ: Enter takes the marked provider",
    arguments: [
      ("yahoo", "yahoo"), ("me.com", "icloud"), ("godaddy", "godaddy"), ("lark", "lark"), ("imap.qq.com", "qq"),
      ("https://mail.qq.com/cgi-bin/x", "qq"), ("g mail", "gmail"), ("Yandex邮箱", "yandex"), ("ｑｑ．ｃｏｍ", "qq"),
    ])
  func markedIsTaken(_ typed: String, _ id: String) throws {
    let screen = try open()
    try screen.type(typed)
    let provider = try #require(Tool.catalog.provider(id: id))
    try marked(screen, provider.name.english)
    try screen.type("\r")
    try screen.haveSeen("Provider: \(provider.name.english)")
    try end(screen)
  }

  @Test(
    "fault-full-width-at-thrown-away: an address in any width is offered, and kept",
    arguments: [
      ("12345＠qq.com", "12345@qq.com"), ("me@qq。com", "me@qq.com"), ("Li Wei <me@163.com>", "me@163.com"),
      ("me@gmail.com,", "me@gmail.com"),
    ])
  func typedAddress(_ typed: String, _ wanted: String) throws {
    let screen = try open()
    try screen.type(typed + "\r")
    try screen.cursor(behind: "Did you mean \(wanted)? [y/N] ")
    try screen.type("y\r")
    try screen.haveSeen("Provider: ")
    // The address is not asked for again.
    try screen.wait("the next question") { $0.beforeCursor.contains("(hidden") }
    #expect(!screen.session.text.contains("Your email address: "))
    try end(screen)
  }

  @Test(
    "fault-typo-hint-cannot-be-accepted: a domain that is one slip from a known one is asked about before anything is looked up",
    arguments: [("me@hotmial.com", "me@hotmail.com"), ("me@gmial.com", "me@gmail.com"), ("me@qq.con", "me@qq.com")])
  func slipInDomain(_ typed: String, _ wanted: String) throws {
    let screen = try open()
    try screen.type(typed + "\r")
    try screen.see("Did you mean")
    try screen.selected("1  \(wanted)")
    #expect(!screen.session.text.contains("Looking up"))
    try screen.type("\r")
    try screen.haveSeen("Provider: ")
    try end(screen)
  }

  @Test(
    "a text that is no address is answered by the address that was meant, and by typing it again",
    arguments: [("me@qq,com", "me@qq.com"), ("me@gmailcom", "me@gmail.com"), ("me@@163.com", "me@163.com")], [true, false])
  func slipInSigns(_ given: (String, String), _ agrees: Bool) throws {
    let screen = try open()
    try screen.type(given.0 + "\r")
    try screen.selected("1  \(given.1)")
    #expect(!screen.session.text.contains("Looking up"))
    try screen.type(agrees ? "\r" : "2\r")
    if agrees { try screen.haveSeen("Provider: ") } else { try screen.cursor(behind: Self.prompt + given.0) }
    try end(screen)
  }

  @Test("fault-domain-in-own-letters: both forms of the domain are shown, and the user agrees or not", arguments: [true, false])
  func ownLetters(_ agrees: Bool) throws {
    let screen = try open()
    try screen.type("info@münchen.invalid\r")
    try screen.cursor(behind: "Is info@münchen.invalid (xn--mnchen-3ya.invalid) your address? [y/N] ")
    try screen.type(agrees ? "y\r" : "n\r")
    // The doubted address is in the field of its own question.
    let doubted = FullPrompts(.english).address + "info@xn--mnchen-3ya.invalid"
    if agrees { try screen.haveSeen("xn--mnchen-3ya.invalid") } else { try screen.cursor(behind: doubted) }
    try end(screen)
  }

  @Test(
    "fault-wrong-provider-warning-scrolls-away: an address of another provider is asked about before the steps",
    arguments: [0, 1, 2])
  func otherProvider(_ choice: Int) throws {
    let screen = try FullScreen(["--provider", "163"], columns: 80, rows: 24)
    try screen.answer(FullPrompts(.english).address, "me@qq.com")
    try screen.see("looks like an address at QQ Mail")
    try screen.selected("1  Use QQ Mail")
    #expect(!screen.session.text.contains("(hidden"))
    try screen.type(choice == 0 ? "\r" : "\(choice + 1)\r")
    switch choice {
    case 0: try screen.wait("the secret of the chosen provider") { $0.beforeCursor.contains("(hidden") }
    case 1: try screen.cursor(behind: FullPrompts(.english).address + "me@qq.com")
    case _: try screen.see("Send your password to imap.163.com")
    }
    #expect(screen.session.text.contains("Provider: QQ Mail") == (choice == 0))
    try end(screen)
  }

  @Test(
    "fault-address-not-of-the-chosen-provider: the corrected address is the first answer",
    arguments: [("gmail", "me@gmial.com", "me@gmail.com"), ("qq", "me@qq.con", "me@qq.com"), ("yandex", "me@yandex.co", "me@yandex.com")])
  func notOfProvider(_ id: String, _ typed: String, _ wanted: String) throws {
    let screen = try FullScreen(["--provider", id], columns: 80, rows: 24)
    try screen.answer(FullPrompts(.english).address, typed)
    try screen.selected("1  \(wanted)")
    try screen.type("\r")
    try screen.wait("the secret") { $0.beforeCursor.contains("(hidden") }
    try screen.haveSeen(wanted)
    try end(screen)
  }

  @Test(
    "fault-list-order-for-language: the list begins with what users of the region have",
    arguments: [
      ("en_GB.UTF-8", "gmail"), ("zh_CN.UTF-8", "qq"), ("ru_RU.UTF-8", "yandex"), ("ja_JP.UTF-8", "yahoo-japan"),
    ])
  func order(_ locale: String, _ id: String) throws {
    let screen = try FullScreen([], columns: 100, rows: 24, environment: ["LANG": locale, "LC_ALL": locale])
    let name = try #require(Tool.catalog.provider(id: id)).name[locale.hasPrefix("zh") ? .simplifiedChinese : .english]
    try screen.wait("\(name) in the first row") { terminal in
      terminal.screen.first { $0.hasPrefix("  ") }.map { $0.dropFirst(2).hasPrefix(name) } ?? false
    }
    try end(screen)
  }

  @Test("ux-27: the mark of what takes no password is never cut", arguments: [40, 50, 61, 70])
  func markStays(_ columns: Int) throws {
    let provider = try #require(Tool.catalog.provider(id: "outlook"))
    let screen = try FullScreen([], columns: columns, rows: 24)
    try screen.see("of \(Self.whole) shown")
    try screen.type(provider.id)
    try screen.wait("the whole mark") { terminal in
      terminal.screen.contains { $0.hasPrefix("> Outlook.com") && $0.contains(")") && $0.contains("(no password") }
    }
    try end(screen)
  }
}
