// What people type on the command line: addresses, servers, languages, slips.

import TestSupport
import Testing
import Vocabulary

@Suite("typed arguments", .waiting) struct TypedArgumentsTests {
  @Test(
    "fault-name-and-angle-brackets, fault-mailto-taken-for-a-secret, fault-full-width-on-command-line: an address in its surroundings is read, and that is said",
    arguments: [
      ("Some Name <me@gmail.com>", "me@gmail.com", "name left out"), ("姓名 <me@163.com>", "me@163.com", "name left out"),
      ("mailto:me@gmail.com", "me@gmail.com", "mailto: left out"), ("MAILTO:me@163.com?subject=x", "me@163.com", "mailto: left out"),
      ("mailto：me@qq.com", "me@qq.com", "mailto: left out"), ("ｍｅ＠yandex.com", "me@yandex.com", "full-width characters replaced"),
      ("me@qq。com", "me@qq.com", "full-width characters replaced"), ("me@gmail.com\u{200b}", "me@gmail.com", "1 invisible character"),
      ("<me@qq.com>,", "me@qq.com", "punctuation left out"), ("邮箱：me@163.com", "me@163.com", "label left out"),
      ("Email: me@gmail.com", "me@gmail.com", "label left out"), ("me @qq.com", "me@qq.com", "spaces left out"),
      ("王伟（me@126.com）", "me@126.com", "name left out"),
    ])
  func address(_ typed: String, _ wanted: String, _ change: String) throws {
    let result = try Tool.run(["guide", typed])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.complaint.contains("\(wanted) ("))
    #expect(result.complaint.contains(change))
    #expect(!result.complaint.contains("command line"))
  }

  @Test("what is changed is said in Chinese too") func inChinese() throws {
    let result = try Tool.run(["guide", "姓名 <me@163.com>", "--lang", "zh-Hans"])
    #expect(result.complaint.contains("邮箱地址：me@163.com（已去掉名称）"))
  }

  @Test(
    "fault-mailto-taken-for-a-secret: a secret before an address stays one",
    arguments: ["me:geheim@gmail.com", "mailto:me:geheim@gmail.com", "imaps://me:geheim@imap.163.com", "me：geheim＠gmail.com"])
  func secret(_ typed: String) throws {
    let result = try Tool.run(["guide", typed])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("A password never goes on the command line"))
    #expect(!result.complaint.contains("geheim"))
  }

  @Test(
    "fault-domain-in-own-letters: without a terminal the ASCII form is named, and nothing is asked of the network",
    arguments: [
      ("info@münchen.invalid", "info@xn--mnchen-3ya.invalid"), ("info@例子.公司", "info@xn--fsqu00a.xn--55qx5d"),
      ("me@gm\u{430}il.com", "me@xn--gmil-63d.com"),
    ], Language.allCases)
  func ownLetters(_ given: (String, String), in language: Language) throws {
    let result = try Tool.run(["--email", given.0, "--secret-from", "stdin"] + language.option) { $0.input = .text("secret\n") }
    #expect(result.end == .exited(65))
    #expect(result.complaint.contains("--email \(given.1)"), "\(result.complaint)")
  }

  @Test(
    "fault-typo-hint-cannot-be-accepted: a slip in a known domain is named before anything is looked up",
    arguments: ["me@gmial.com", "me@hotmial.com", "me@163.co", "me@xn--gmil-63d.com"])
  func slip(_ typed: String) throws {
    let result = try Tool.run(["--email", typed, "--secret-from", "stdin"]) { $0.input = .text("secret\n") }
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("Did you mean"), "\(result.complaint)")
    #expect(result.complaint.contains("--yes"))
  }

  @Test(
    "fault-address-not-of-the-chosen-provider: without a terminal it is said, and a slip ends the call",
    arguments: [
      ("gmail", "me@gmial.com", "Did you mean gmail.com?"), ("163", "me@corp.invalid", "is not a domain of"),
      ("icloud", "me@icloud.co", "Did you mean icloud.com?"),
    ])
  func otherDomain(_ id: String, _ typed: String, _ wanted: String) throws {
    // The file does not exist, so nothing is sent.
    let result = try Tool.run(["--provider", id, "--email", typed, "--secret-from", "file:/nonexistent"])
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains(wanted), "\(result.complaint)")
  }

  @Test(
    "fault-language-option-ignored: every usual spelling means the language, for every command",
    arguments: ["zh", "zh-CN", "zh_CN", "zh-hans", "zh_CN.UTF-8", "zh-Hans-CN", "ZH-Hans"],
    [["guide", "163"], ["providers", "163"], ["help"]])
  func language(_ tag: String, _ call: [String]) throws {
    let result = try Tool.run(call + ["--lang", tag])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) })
  }

  @Test(
    "fault-language-option-ignored: another language is refused alike everywhere",
    arguments: ["fr", "foo", "zhx", "en-", "-", "zh CN"], [["guide", "163"], ["providers", "163"], ["--provider", "163"], ["help"]])
  func otherLanguage(_ tag: String, _ call: [String]) throws {
    let result = try Tool.run(call + ["--lang=\(tag)"])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("en or zh-Hans"), "\(result.complaint)")
  }

  @Test(
    "fault-port-not-named-as-the-fault: the port is named if only it is wrong",
    arguments: [
      ("imap.example.org:99999", true), ("imap.example.org：70000", true), ("imap.example.org:0", true), ("[::1]:65536", true),
      ("imap.example.org:x", false),
      ("a b:1", false),
    ])
  func port(_ server: String, _ isPort: Bool) throws {
    let result = try Tool.run(["--email", "me@own.invalid", "--imap", server, "--smtp", "smtp.example.org"])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("port from 1 to 65535") == isPort, "\(result.complaint)")
  }

  @Test(
    "fault-option-typo-without-suggestion: a slip in an option that would carry a secret is told as such, other words get a suggestion",
    arguments: [
      ("--pasword", "--secret-from"), ("--pssword=x", "--secret-from"), ("--tokn", "--secret-from"), ("-v", "--version"),
      ("version", "setup --version"), ("list", "setup accounts list"), ("edit", "setup accounts edit"), ("remove", "setup accounts remove"),
      ("add", "setup --save NAME"), ("search", "setup providers NAME"), ("-q", "--quiet"), ("--emial", "--email"),
    ])
  func suggestion(_ word: String, _ wanted: String) throws {
    let result = try Tool.run([word])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains(wanted), "\(result.complaint)")
  }

  @Test("fault-accounts-add-without-hint: an account is added by saving it", arguments: ["add", "new", "create", "save"])
  func add(_ word: String) throws {
    let result = try Tool.run(["accounts", word])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("setup --save NAME"), "\(result.complaint)")
  }

  @Test(
    "fault-host-names-not-searched: the guide of what stands in the browser",
    arguments: [
      ("mail.qq.com", "QQ Mail"), ("https://mail.163.com/js6/main.jsp", "NetEase 163"), ("qiye.aliyun.com", "Enterprise"),
      ("imap.163.com", "NetEase 163"),
    ])
  func pages(_ typed: String, _ name: String) throws {
    let result = try Tool.run(["guide", typed])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains(name))
  }
}
