// Tests of the way back, from every prompt, with each of its keys.

import TestSupport
import Testing

@Suite("the full style: back", .waiting) struct FullBackTests {
  private static let prompts = FullPrompts(.english)
  private static let keys = [Press.backTab, Press.ctrl("b"), Press.escape]

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("ux-46, ux-47: question by question, and the other answers stay", arguments: keys)
  func questions(_ key: String) throws {
    let prompts = Self.prompts
    let screen = try FullScreen()
    try screen.answer(prompts.provider, "demo")
    try screen.cursor(behind: prompts.address)
    try screen.see("Shift-Tab: back")
    try screen.type(key)
    // Its answer is in the field.
    try screen.answer(prompts.provider + "demo", "")
    try screen.answer(prompts.address, DemoAccount.addressOff)
    try screen.cursor(behind: prompts.secret)
    try screen.see("Shift-Tab: back")
    try screen.goBackFromSecret(by: key)
    // The provider stays, and the earlier address is in its field.
    try screen.cursor(behind: prompts.address + DemoAccount.addressOff)
    try screen.type(Press.ctrl("a") + Press.ctrl("k") + DemoAccount.address + "\r")
    try screen.answer(prompts.secret, DemoAccount.webPassword)
    try screen.cursor(behind: prompts.anyway)
    try screen.see("Shift-Tab: back")
    try screen.type(key)
    try screen.answer(prompts.secret, DemoAccount.appPassword)
    try screen.haveSeen("\(prompts.good) \(DemoAccount.address)")
    try screen.leaveChoice()
    #expect(try screen.finish() == .exited(0))
  }

  @Test("ux-46: from the manual entry of servers, and from a brand's question", arguments: keys)
  func providers(_ key: String) throws {
    let screen = try FullScreen()
    try screen.cursor(behind: Self.prompts.provider)
    try screen.see("Type to search")
    try screen.type(Press.end + "\r")
    try screen.answer("IMAP server and port: ", "imap.example.org")
    try screen.cursor(behind: "SMTP server and port: imap.example.org")
    // Escape empties a field first.
    try screen.type(Press.ctrl("u"))
    try screen.cursor(behind: "SMTP server and port: ")
    try screen.type(key)
    try screen.cursor(behind: "IMAP server and port: imap.example.org:993")
    try screen.type(Press.ctrl("u"))
    try screen.cursor(behind: "IMAP server and port: ")
    try screen.type(key)
    try screen.cursor(behind: Self.prompts.provider)
    try screen.see("Type to search")
    try screen.type("网易\r")
    try screen.see("Up/Down, number | Enter: choose")
    try screen.selected("1")
    try screen.type(key)
    try screen.cursor(behind: Self.prompts.provider + "网易")
    try end(screen)
  }

  @Test("ux-46: Esc clears a field first and only then goes back; with a secret too", arguments: [FullPlace.address, .secret])
  func escape(_ place: FullPlace) throws {
    let screen = try FullScreen()
    try screen.answer(Self.prompts.provider, "demo")
    if place == .secret { try screen.answer(Self.prompts.address, DemoAccount.address) }
    let prompt = place == .secret ? Self.prompts.secret : Self.prompts.address
    try screen.cursor(behind: prompt)
    try screen.type("abc")
    try screen.cursor(behind: prompt + (place == .secret ? "***" : "abc"))
    try screen.type(Press.escape)
    try screen.cursor(behind: prompt)
    if place == .secret { try screen.goBackFromSecret(by: Press.escape) } else { try screen.type(Press.escape) }
    try screen.cursor(behind: place == .secret ? Self.prompts.address + DemoAccount.address : Self.prompts.provider + "demo")
    try end(screen)
  }
}
