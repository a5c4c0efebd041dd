// Tests of the whole conversation at a terminal: provider, address, guide, secret, verification, next steps.

import Catalog
import TestSupport
import Testing
import Vocabulary

/// The program's questions in both languages, by which a test recognizes its position.
struct Prompts: Sendable {
  let provider, number, address, secret, sendAnyway, choice, chosen, good, notYet: String

  init(_ language: Language) {
    switch language {
    case .english:
      provider = "Email address or provider (? list all): "
      number = "Number, or more letters (< back): "
      address = "Your email address (? help, < back): "
      secret = "App password (hidden"
      sendAnyway = "Try it anyway? [y/N] "
      choice = "Number: "
      chosen = "Provider: Demo Mail (built into setup)"
      good = "It works: IMAP and SMTP are fine for"
      notYet = "does not work yet."
    case .simplifiedChinese:
      provider = "邮箱地址或服务商（? 列出全部）："
      number = "输入序号，或再输入几个字（< 返回）："
      address = "你的邮箱地址（? 帮助，< 返回）："
      secret = "应用密码（不显示"
      sendAnyway = "仍要用它试试吗？[y/N] "
      choice = "序号："
      chosen = "服务商：演示邮箱（setup 自带）"
      good = "验证通过："
      notYet = "还没有设置好。"
    }
  }
}

@Suite("the conversation", .waiting)
struct ConversationTests {
  @Test("ux-6, ux-18, ux-97: leads from nothing to a verified account", arguments: [80, 30], Language.allCases)
  func wholeWay(columns: Int, language: Language) throws {
    let prompts = Prompts(language)
    let session = try Tool.terminal([], columns: columns, environment: language.environment)
    let before = session.attributes
    try session.answer(prompts.provider, "demo")
    try session.wait(for: prompts.chosen)
    try session.answer(prompts.address, DemoAccount.address)
    try session.answer(prompts.secret, DemoAccount.appPassword)
    try session.wait(for: prompts.good)
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(0))
    #expect(session.attributes == before)
    // A part without a break opportunity, such as an address, may be wider. The terminal breaks prompts with typed text
    // itself.
    let asked = [prompts.provider, prompts.address, prompts.secret]
    let broad = PtyText.lines(session.text).filter { line in
      line.columns > columns && line.text.contains(" ") && !line.text.contains("@") && !asked.contains(where: line.text.hasPrefix)
    }
    #expect(broad.map(\.text) == [])
  }

  @Test("ux-39, ux-44: a wrong secret, the web password, then the right one", arguments: Language.allCases)
  func wrongThenRight(in language: Language) throws {
    let prompts = Prompts(language)
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address], environment: language.environment)
    try session.answer(prompts.secret, "zzzz-zzzz-zzzz-zzzz")
    try session.wait(for: prompts.notYet)
    try session.answer(prompts.choice, "1")
    // The secret does not have the form of an app password. The program asks, but does not refuse.
    try session.answer(prompts.secret, DemoAccount.webPassword)
    try session.answer(prompts.sendAnyway, "n")
    try session.answer(prompts.secret, DemoAccount.webPassword)
    try session.answer(prompts.sendAnyway, "y")
    try session.wait(for: language == .english ? "not the password you use on the web" : "可能是网页登录密码")
    try session.answer(prompts.choice, "1")
    try session.answer(prompts.secret, DemoAccount.appPassword)
    try session.wait(for: prompts.good)
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(0))
    #expect(!session.text.contains(DemoAccount.webPassword + "\n"))
    #expect(!session.text.contains("zzzz"))
  }

  @Test("ux-33, ux-49, ux-101: the menu: try again, the guide again, something else, quit")
  func menu() throws {
    let prompts = Prompts(.english)
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.addressOff])
    try session.answer(prompts.secret, DemoAccount.appPassword)
    try session.wait(for: "IMAP is turned off")
    try session.answer(prompts.choice, "1")
    try session.wait(for: "IMAP is turned off")
    try session.answer(prompts.choice, "9")
    try session.wait(for: "That is not one of the choices.")
    try session.answer(prompts.choice, "3")
    try session.wait(for: "Get the app password")
    try session.answer(prompts.secret, DemoAccount.appPassword)
    // There is no earlier question to go back to.
    try session.answer(prompts.choice, "<")
    try session.wait(for: "That is not one of the choices.")
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(77))
    #expect(session.text.contains("Nothing was saved, and no mail was sent."))
  }

  typealias Way = Row<[String], String>

  @Test(
    "ux-6, ux-22, ux-25: a provider is chosen by number, by name, by more letters, by address",
    arguments: [
      Way("id", ["demo"], "Demo Mail"), Way("id of the catalog", ["yandex"], "Yandex Mail"),
      Way("Chinese word, then the one that is meant", ["俄罗斯邮箱", "yandex"], "Yandex Mail"),
      Way("address", ["me@yandex.com"], "Yandex Mail"), Way("address of the demo", [DemoAccount.address], "Demo Mail"),
      Way("domain", ["ya.ru"], "Yandex Mail"), Way("blanks around", ["  yandex \t"], "Yandex Mail"),
      Way("number in the whole list", ["?", "1"], Tool.listed[0].name.english),
      Way("number that is a provider, too", ["?", "126", "126"], "NetEase 126"),
      Way("number that is a provider, too, meant as a number", ["?", "126", "1"], Tool.listed[125].name.english),
      Way("letters in the list", ["?", "rambler"], "Rambler Mail"), Way("id in the list", ["?", "yandex"], "Yandex Mail"),
      Way("slip, then right", ["yandx", "yandex"], "Yandex Mail"), Way("nothing, then right", ["", "yandex"], "Yandex Mail"),
      Way("nonsense in the list", ["?", "qqqqqqqq", "", "yandex"], "Yandex Mail"),
      Way("back from the list", ["?", "<", "yandex"], "Yandex Mail"), Way("back at the beginning", ["<", "yandex"], "Yandex Mail"),
    ])
  func choosing(_ way: Way) throws {
    let session = try Tool.terminal([])
    for word in way.given { try session.answer("): ", word) }
    try session.wait(for: "Provider: \(way.wanted)")
    session.hangUp()
    _ = try session.finish()
  }

  @Test("ux-16, ux-46: `<` goes back one question at a time, and keeps what the call specifies")
  func back() throws {
    let prompts = Prompts(.english)
    let session = try Tool.terminal([])
    try session.answer(prompts.provider, "yandex")
    try session.answer(prompts.address, "<")
    try session.answer("Email address or provider [yandex] (? list all): ", "demo")
    try session.wait(for: prompts.chosen)
    try session.answer(prompts.address, "off@demo.invalid")
    session.turnsPages = false
    try session.answer("Enter: steps 2-3, b: back, ?: all: ", "")
    try session.answer("Enter: app password, b: back, ?: all: ", "")
    try session.answer(prompts.secret, "<")
    // Part by part.
    try session.answer("Enter: app password, b: back, ?: all: ", "b")
    try session.answer("Enter: steps 2-3, b: back, ?: all: ", "b")
    // The earlier answer is the default.
    try session.answer("Your email address [off@demo.invalid] (? help, < back): ", DemoAccount.address)
    session.turnsPages = true
    try session.answer(prompts.secret, DemoAccount.appPassword)
    try session.wait(for: prompts.good + " " + DemoAccount.address)
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(0))
  }

  @Test(
    "ux-10, ux-14, ux-102: an invalid address is asked for again, with the reason",
    arguments: ["", "a", "a@b", "a@[127.0.0.1]", "用户@example.org", "a@b☃.example"])
  func badAddress(_ typed: String) throws {
    let prompts = Prompts(.english)
    let session = try Tool.terminal(["--provider", "demo"])
    try session.answer(prompts.address, typed)
    try session.answer(prompts.address, DemoAccount.address)
    try session.wait(for: prompts.secret)
  }

  @Test(
    "ux-24, fault-demo-asks-before-it-tells: an address that the demo does not have is asked for again before the secret",
    arguments: ["me@yandex.com", "me@example.com", "other@demo.invalid"])
  func foreignAddress(_ address: String) throws {
    let session = try Tool.terminal(["--provider", "demo", "--email", address])
    try session.wait(for: "The demo has no such mailbox.")
    let prompt = "Your email address [\(address)] (? help, < back): "
    try session.answer(prompt, "")
    try session.wait(for: "The demo has no such mailbox.")
    try session.answer(prompt, DemoAccount.address)
    try session.wait(for: Prompts(.english).secret)
  }

  @Test("ux-27: a provider without password logins is explained, and no password is asked for")
  func unsupported() throws {
    let provider = try #require(Tool.catalog.providers.first { $0.status == .oauthOnly })
    let session = try Tool.terminal(["--provider", provider.id, "--email", "me@\(try #require(provider.domains.first))"])
    try session.wait(for: "does not accept passwords from mail clients. How do you want to sign in?")
    try session.wait(for: "Number (< back):")
    #expect(!session.text.contains("hidden"))
  }

  @Test("ux-2: with standard output in a file, the file has the result and the terminal everything else")
  func redirected() throws {
    let folder = try ProcessFolder()
    let file = "\(folder.path)/result"
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address], wiring: .output(file))
    try session.answer(Prompts(.english).secret, DemoAccount.appPassword)
    try session.answer(Prompts(.english).choice, "q")
    #expect(try session.finish().end == .exited(0))
    let result = String(decoding: try #require(ProcessFolder.read(file)), as: UTF8.self)
    #expect(result.hasPrefix("It works"))
    #expect(!result.contains("Checking"))
    #expect(!PtyText.holdsControls(Array(result.utf8)))
    #expect(session.text.contains("Checking IMAP"))
    #expect(!session.text.contains("It works"))
  }

  @Test(
    "ux-1: term-no-tty-stdin-pipe: with standard input elsewhere only the secret is asked for, at the terminal",
    arguments: [[], ["--secret-from", "prompt"], ["--json"]])
  func pipedInput(_ options: [String]) throws {
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address] + options, wiring: .input("/dev/zero"))
    try session.answer(Prompts(.english).secret, DemoAccount.appPassword)
    #expect(try session.finish().end == .exited(0))
  }

  @Test("term-no-tty-stdin-pipe: without an address nothing is asked", arguments: [[], ["--secret-from", "prompt"]])
  func pipedInputAsksNothing(_ options: [String]) throws {
    let session = try Tool.terminal(["--provider", "demo"] + options, wiring: .input("/dev/null"))
    #expect(try session.finish().end == .exited(options.isEmpty ? 0 : 66))
    #expect(!session.text.contains("hidden"))
  }
}
