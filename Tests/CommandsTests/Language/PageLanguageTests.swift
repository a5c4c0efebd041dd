// What the built program says in each language: on pages, in errors and in guides.

import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("the language of pages", .waiting) struct PageLanguageTests {
  /// The beginning of a Chinese character, a full-width sign, or a corner bracket.
  static func hasChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x2e80...0xffef).contains($0.value) } }

  @Test(
    "fault-chinese-in-english: a guide in English has no Chinese where the provider's page is in English",
    arguments: ["gmail", "google-workspace", "yahoo", "icloud", "yandex", "aol", "outlook", "zoho", "fastmail"],
    [["--lang", "en"], []])
  func guides(_ id: String, _ language: [String]) throws {
    let result = try Tool.run(["guide", id] + language, environment: ["LANG": "C", "LC_ALL": ""])
    #expect(result.end == .exited(0))
    #expect(!Self.hasChinese(result.text), "\(result.text)")
    #expect(result.text.contains("Menu: ") || !["gmail", "yahoo", "icloud", "yandex"].contains(id))
  }

  @Test(
    "fault-chinese-in-english: nor has a guide in Chinese the labels of the English page",
    arguments: ["gmail", "icloud", "google-workspace"])
  func chineseGuides(_ id: String) throws {
    let text = try Tool.run(["guide", id, "--lang", "zh-Hans"]).text
    #expect(text.contains("路径："))
    #expect(!text.contains("2-Step") && !text.contains("Sign-In and Security") && !text.contains("App passwords"), "\(text)")
  }

  @Test(
    "fault-chinese-in-english: nor has the result, be it good or bad",
    arguments: [DemoAccount.appPassword, DemoAccount.webPassword, "x"], [DemoAccount.address, DemoAccount.addressOff])
  func results(_ secret: String, _ address: String) throws {
    for options in [[], ["--json"]] {
      let result = try Tool.demo(address, secret: secret, options + ["--lang", "en"])
      #expect(!Self.hasChinese(result.text + result.complaint), "\(result.text)")
    }
  }

  @Test(
    "fault-chinese-in-english: nor have the pages of the help",
    arguments: [["--help"], ["help", "export"], ["help", "json"], ["help", "secrets"], ["manual"]])
  func help(_ words: [String]) throws {
    let text = try Tool.run(words + ["--lang", "en"]).text
    #expect(text.count > 500 && !Self.hasChinese(text))
  }

  @Test("fault-not-confirmed-everywhere: no guide marks a fact as unconfirmed without saying which")
  func confirmed() throws {
    for provider in Tool.catalog.providers {
      for language in Language.allCases {
        let text = try Tool.run(["guide", provider.id] + language.option).text
        #expect(!["(unconfirmed)", "(not confirmed)", "（尚未证实）", "（未经证实）"].contains(where: text.contains), "\(provider.id)")
      }
    }
  }

  @Test(
    "fault-not-confirmed-everywhere: a length that is not certain is said as usual, a label as what may differ",
    arguments: [
      ("gmail", "It has 16 characters"), ("icloud", "It has 16 characters (19 with the hyphens"), ("163", "It has 16 characters"),
      ("naver", "It usually has 12 characters"), ("sky", "It usually has 16 characters"), ("att", "The page may look different."),
    ])
  func usual(_ id: String, _ words: String) throws {
    #expect(try Tool.run(["guide", id, "--lang", "en"]).text.contains(words))
  }

  // TLS

  struct Unencrypted: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let imap: [Step]
    let smtp: [Step]
    let words: (english: String, chinese: String)
  }

  static let unencrypted = [
    Unencrypted(
      testDescription: "STARTTLS is not offered",
      imap: [.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"), .answerEach("{t} OK done\r\n")],
      smtp: [.say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 AUTH PLAIN\r\n"), .answerEach("250 done\r\n")],
      words: ("no encryption on this port", "这个端口没有加密")),
    Unencrypted(
      testDescription: "nothing is offered",
      imap: [.say("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready\r\n"), .answerEach("{t} OK done\r\n")],
      smtp: [.say("220 ready\r\n"), .expectAny, .say("250 localhost\r\n"), .answerEach("250 done\r\n")],
      words: ("Try port", "端口，加密方式选 SSL/TLS")),
    Unencrypted(
      testDescription: "STARTTLS is refused",
      imap: [
        .say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n"), .expectAny, .say("{t} NO not now\r\n"), .answerEach("{t} OK done\r\n"),
      ],
      smtp: [
        .say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 STARTTLS\r\n"), .expectAny, .say("454 not now\r\n"),
        .answerEach("221 bye\r\n"),
      ],
      words: ("Try again in a few minutes", "过几分钟再试")),
    Unencrypted(
      testDescription: "something is inserted",
      imap: [.say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n"), .expectAny, .say("{t} OK now\r\n* OK more\r\n"), .silence],
      smtp: [
        .say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 STARTTLS\r\n"), .expectAny, .say("220 now\r\n250 more\r\n"), .silence,
      ],
      words: ("Try another network", "换个网络再试")),
  ]

  @Test(
    "fault-tls-advice-everywhere: a clock is not to blame where no certificate was seen", arguments: unencrypted, Language.allCases)
  func clock(_ row: Unencrypted, _ language: Language) throws {
    let account = try ScriptedAccount(
      imap: ScriptedBehaviour(steps: { mailProtocol, _ in mailProtocol == .imap ? row.imap : row.smtp }),
      smtp: ScriptedBehaviour(steps: { mailProtocol, _ in mailProtocol == .imap ? row.imap : row.smtp }))
    let call = account.arguments.map { $0 == "tls" ? "starttls" : $0 } + ["--secret-from", "stdin"] + language.option
    let page = try Tool.run(call) { $0.input = .text("Tzq9\n") }
    #expect(page.end == .exited(76))
    let explanation = try #require(try Tool.run(call + ["--json"]) { $0.input = .text("Tzq9\n") }.json["diagnosis"]["explanation"].text)
    for text in [page.text, explanation] {
      #expect(text.contains(language == .english ? row.words.english : row.words.chinese), "\(text)")
      #expect(!["clock", "hotel", "本机时间", "酒店"].contains(where: text.contains), "\(text)")
    }
    #expect(account.secretsReceived.isEmpty)
  }

  @Test(
    "fault-same-sentence-twice: no explanation says a sentence twice, and each ends in one full stop",
    arguments: [
      CertificateRequest.expired(for: "localhost"), .selfSigned(for: "localhost"), .untrusted(for: "localhost"),
      .valid(for: "evil.example"),
    ], Language.allCases)
  func once(_ certificate: CertificateRequest, _ language: Language) throws {
    let behaviour = ScriptedBehaviour(steps: ScriptedBehaviour.accepting.steps, certificate: certificate)
    let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
    let call = account.arguments + ["--secret-from", "stdin", "--json"] + language.option
    let text = try #require(try Tool.run(call) { $0.input = .text("Tzq9\n") }.json["diagnosis"]["explanation"].text)
    let sentences = text.split(separator: language == .english ? ". " : "。").map(String.init)
    #expect(Set(sentences).count == sentences.count, "\(text)")
    #expect(text.count > 40)
    for fault in ["..", "。。", " 。"] { #expect(!text.replacing("...", with: "").contains(fault), "\(text)") }
    let option = text.replacing("--ca-file none", with: "")
    #expect(option.split(separator: "--ca-file", omittingEmptySubsequences: false).count <= 2, "\(text)")
  }

  // Chinese

  @Test(
    "fault-translated-chinese: errors are said as people say them",
    arguments: [
      (["--provider", "zzzzzz"], "没有找到与「zzzzzz」匹配的服务商。"), (["--provider", "zzzzzz"], "不在内置列表里的，请用 --imap"),
      (["help", "exit-codes"], "退出码"), (["guide", "163"], "资料核对日期："), (["accounts"], "还没有保存账户。"),
      (["probe", "--imap", "localhost:1", "--smtp", "localhost:1"], "拒绝连接"),
    ])
  func chinese(_ call: [String], _ words: String) throws {
    let result = try Tool.run(call + ["--lang", "zh-Hans"])
    let text = (result.text + result.complaint).filter { $0 != "\n" }
    #expect(text.contains(words), "\(text)")
    for old in ["目录里没有", "机密", "担保", "用户名的写法不是", "不是这个账户该用的", "被挡在", "没有名为", "以 0 结束", "部分，共", "私有文件", "而填的可能", "最近一次与资料核对"] {
      #expect(!text.contains(old), "\(old)")
    }
  }

  // Without questions

  @Test(
    "fault-no-terminal-said-with-one: at a terminal the reason is named why nothing is asked",
    arguments: [
      (["--secret-from", "stdin"], "--provider or --email is missing", "standard input is taken by --secret-from."),
      (["--provider", "demo", "--secret-from", "stdin"], "--email is missing", "standard input is taken by --secret-from."),
      (["--provider", "demo", "--secret-from", "fd:0"], "--email is missing", "standard input is taken by --secret-from."),
      (["--provider", "demo-oauth", "--token-from", "stdin"], "--email is missing", "standard input is taken by --token-from."),
      (["--provider", "demo", "--secret-from", "env:X"], "--email is missing", "standard input is not a terminal."),
    ])
  func taken(_ call: [String], _ missing: String, _ reason: String) throws {
    let folder = try ProcessFolder()
    let file = try folder.write("x\n".utf8, to: "secret")
    let session = try Tool.terminal(call, environment: ["X": "Tzq9"], wiring: .input(file))
    try session.wait(for: missing)
    #expect(try session.finish().end == .exited(66))
    let text = session.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(reason) && !text.contains("no terminal"), "\(text)")
  }

  @Test("fault-no-terminal-said-with-one: with --json the document says that nothing is asked then", arguments: Language.allCases)
  func document(_ language: Language) throws {
    let session = try Tool.terminal(
      ["--json", "--provider", "demo", "--secret-from", "env:X"] + language.option, environment: ["X": "Tzq9"])
    try session.wait(for: language == .english ? "with --json setup does not ask" : "使用 --json 时不会询问")
    #expect(try session.finish().end == .exited(66))
    #expect(!session.text.contains("no terminal") && !session.text.contains("交互终端"))
  }

  @Test("fault-no-terminal-said-with-one: without a terminal that is said", arguments: Language.allCases)
  func noTerminal(_ language: Language) throws {
    let result = try Tool.run(["--provider", "demo", "--secret-from", "stdin"] + language.option) { $0.input = .text("x\n") }
    #expect(result.complaint.contains(language == .english ? "there is no terminal to ask" : "当前不是交互终端"))
  }
}
