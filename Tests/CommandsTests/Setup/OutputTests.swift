// Tests of the outputs: only the result is on standard output. Also colors, language, closed and full outputs.

import TestSupport
import Testing
import Vocabulary

@Suite("outputs", .waiting)
struct OutputTests {
  @Test("ux-71: the result is on standard output, progress and warnings on standard error")
  func separates() throws {
    let result = try Tool.demo(DemoAccount.address, secret: DemoAccount.appPassword)
    #expect(result.text.hasPrefix("It works"))
    #expect(!result.text.contains("Checking"))
    #expect(result.complaint.contains("Checking IMAP"))
    #expect(result.complaint.contains("Checking SMTP"))
    #expect(!result.complaint.contains("It works"))
  }

  @Test("--quiet leaves only the result", arguments: [DemoAccount.appPassword, "abcd-efgh-ijkl-mnoo"])
  func quiet(_ secret: String) throws {
    let result = try Tool.demo(DemoAccount.address, secret: secret, ["--quiet"])
    #expect(result.errors == [])
    #expect(!result.output.isEmpty)
    #expect(!result.text.contains("Checking"))
  }

  @Test("a refusal is a result too")
  func refusal() throws {
    let result = try Tool.demo(DemoAccount.addressOff, secret: DemoAccount.appPassword)
    #expect(result.text.hasPrefix("off@demo.invalid does not work yet."))
    #expect(result.text.contains("The server replied: [AUTHENTICATIONFAILED] IMAP access is switched off"))
    #expect(result.text.contains("SMTP works"))
    #expect(result.text.contains("Step 1. "))
    #expect(result.text.hasSuffix("Nothing was saved, and no mail was sent.\n"))
  }

  @Test(
    "no escape sequence if the output is not a terminal",
    arguments: [
      ["guide", "demo"], ["guide", "163"], ["providers", "yandex"], ["--help"], ["--provider", "demo"], ["--nonsense"], ["guide", "yandx"],
    ],
    Language.allCases)
  func plainWithoutTerminal(_ call: [String], in language: Language) throws {
    let result = try Tool.run(call + language.option)
    #expect(!PtyText.holdsControls(result.output + result.errors))
  }

  typealias Colour = Row<[String: String], Bool>

  @Test(
    "ux-88: term-dumb-and-nocolor: colors only at a terminal that supports them",
    arguments: [
      Colour("usual", [:], true), Colour("NO_COLOR", ["NO_COLOR": "1"], false), Colour("NO_COLOR, empty", ["NO_COLOR": ""], true),
      Colour("dumb", ["TERM": "dumb"], false), Colour("no TERM", ["TERM": ""], false), Colour("CLICOLOR=0", ["CLICOLOR": "0"], false),
    ])
  func colours(_ row: Colour) throws {
    for options in [[], ["--no-color"]] {
      let session = try Tool.terminal(["guide", "demo"] + options, environment: row.given)
      #expect(try session.finish().end == .exited(0))
      #expect(session.capture.contains(0x1b) == (row.wanted && options.isEmpty))
      #expect(session.text.contains("Get the app password"))
    }
  }

  typealias Locale = Row<[String: String], Language>

  @Test(
    "term-non-utf8-locale: the language is the locale's: LC_ALL before LC_MESSAGES before LANG, Chinese only if it can be displayed",
    arguments: [
      Locale("LANG", ["LANG": "zh_CN.UTF-8"], .simplifiedChinese), Locale("lower case", ["LANG": "zh_CN.utf8"], .simplifiedChinese),
      Locale("LC_ALL wins", ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english),
      Locale("LC_ALL wins", ["LANG": "C", "LC_ALL": "zh_CN.UTF-8"], .simplifiedChinese),
      Locale("LC_MESSAGES wins", ["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"], .simplifiedChinese),
      Locale("empty does not count", ["LANG": "zh_CN.UTF-8", "LC_ALL": ""], .simplifiedChinese),
      Locale("other encoding", ["LANG": "zh_CN.GB18030"], .english), Locale("none", ["LANG": ""], .english),
      Locale("C", ["LANG": "C"], .english), Locale("res-locale-timezone", ["LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"], .english),
    ])
  func language(_ row: Locale) throws {
    let english = try Tool.run(["guide", "demo"], environment: row.given).text.hasPrefix("Demo Mail")
    #expect(english == (row.wanted == .english))
    #expect(try Tool.run(["guide", "demo", "--lang=zh-Hans"], environment: row.given).text.hasPrefix("演示邮箱"))
    #expect(try Tool.run(["guide", "demo", "--lang", "en"], environment: row.given).text.hasPrefix("Demo Mail"))
  }

  @Test(
    "an invalid call is answered in the language it specifies",
    arguments: [["--lang", "zh-Hans", "--nonsense"], ["--nonsense", "--lang=zh-Hans"]])
  func languageOfComplaints(_ call: [String]) throws {
    #expect(try Tool.run(call).complaint.hasPrefix("setup：错误：未知选项：--nonsense\nsetup：提示："))
  }

  private static let calls = [["guide", "demo"], ["providers"], ["--version"], ["--help"], ["--provider", "demo", "--json"]]

  @Test("term-stdout-closed: output that could not be written is not a success", arguments: calls)
  func closedOutput(_ call: [String]) throws {
    for output in [ProcessCall.Output.closed, .file("/dev/full")] {
      let result = try Tool.run(call) { $0.output = output }
      #expect(result.end == .exited(74))
      #expect(result.complaint.contains("standard output"))
    }
  }

  @Test("ux-86: sig-pipe: a reader that leaves causes neither death nor an error", arguments: calls)
  func brokenPipe(_ call: [String]) throws {
    let result = try Tool.run(call) { $0.output = .unread }
    #expect(result.end == .exited(74))
    #expect(!result.complaint.contains("standard output"))
  }

  @Test("no socket takes the number of a closed descriptor: term-stdin-closed, term-stdout-closed", arguments: 0..<8)
  func closedDescriptors(_ closed: Int) throws {
    let folder = try ProcessFolder()
    let secret = try folder.write(DemoAccount.appPassword.utf8, to: "secret")
    let result = try Tool.run(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "file:\(secret)"]) {
      if closed & 1 != 0 { $0.input = .closed }
      if closed & 2 != 0 { $0.output = .closed }
      if closed & 4 != 0 { $0.errors = .closed }
    }
    #expect(result.end == .exited(closed & 2 == 0 ? 0 : 74))
    if closed & 2 == 0 { #expect(result.text.hasPrefix("It works")) }
  }

  @Test("a closed standard input contains no secret")
  func closedInput() throws {
    let result = try Tool.run(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "stdin"]) { $0.input = .closed }
    #expect(result.end == .exited(66))
    #expect(result.output == [])
  }
}
