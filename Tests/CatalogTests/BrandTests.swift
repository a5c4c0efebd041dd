// Names that several systems share: a question or the address distinguishes them.

import FoundationEssentials
import Posix
import Sentences
import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite struct BrandTests {
  static let directory = ProviderDirectory()
  static let words = Shipped.catalog.brands.compactMap(\.words.first)

  private static func brand(_ word: String) throws -> Brand { try #require(Shipped.catalog.brands.first { $0.words.contains(word) }) }

  @Test("Every word of a brand leads to its question and to choices that exist", arguments: words) func found(_ first: String) throws {
    let brand = try Self.brand(first)
    #expect(brand.choices.count >= 2)
    #expect(Set(brand.choices.map(\.id)).count == brand.choices.count)
    for word in brand.words + brand.words.map({ " \($0.uppercased()) " }) {
      guard case .brand(let found, let providers) = Self.directory.find(word) else {
        Issue.record("\(word): \(Self.directory.find(word))")
        continue
      }
      #expect(found == brand)
      #expect(providers.map(\.id) == brand.choices.map(\.id))
    }
    for text in [brand.question] + brand.choices.map(\.text) {
      #expect(text.simplifiedChinese.isChinese)
      #expect(!text.english.isEmpty && !text.english.isChinese)
    }
  }

  @Test("The address tells which variant of a brand is meant, if there is an address", arguments: words) func byAddress(_ word: String)
    throws
  {
    let brand = try Self.brand(word)
    let choice = ProviderLookUp(directory: Self.directory)
    for id in brand.choices.map(\.id) {
      for domain in try #require(Shipped.provider(id)).domains {
        #expect(try choice.provider(word, address: MailAddress("you@\(domain)")).id == id, "\(domain)")
      }
    }
    // Without an address, or with an address at another provider, only the question can decide.
    for address in try [nil, MailAddress("you@somewhere.example")] {
      let fault = #expect(throws: ProviderLookUpError.self) { try choice.provider(word, address: address) }
      guard case .brand(let found, let choices) = fault else {
        Issue.record("\(String(describing: fault))")
        continue
      }
      #expect(found == brand)
      #expect(choices.map(\.id) == brand.choices.map(\.id))
    }
  }

  @Test(
    "Variants that users might mix up are choices of one brand",
    arguments: [
      ("tencent", ["qq", "exmail"]), ("netease", ["163", "126", "yeah", "vip163", "netease-enterprise"]),
      ("ali", ["aliyun", "aliyun-enterprise", "alibaba"]), ("zoho mail", ["zoho", "zoho-workplace"]), ("sina mail", ["sina", "sina-cn"]),
      ("google", ["gmail", "google-workspace"]), ("microsoft", ["outlook", "microsoft365"]),
    ]) func variants(_ word: String, _ ids: [String]) throws
  {
    #expect(try Set(Self.brand(word).choices.map(\.id)).isSuperset(of: ids))
  }

  @Test("A script is given the ids, and nothing is guessed", arguments: ["guide", "setup"]) func script(_ command: String) throws {
    let arguments =
      command == "guide" ? ["guide", "netease"] : ["--provider", "netease", "--email", "you@somewhere.example", "--secret-from", "stdin"]
    let result = try Config().run(arguments)
    #expect(result.end == .exited(64))
    #expect(result.text == "")
    for id in ["163", "126", "netease-enterprise"] { #expect(result.complaint.contains(id)) }
  }

  @Test("The wizard asks the question; a number or an id answers it", arguments: Language.allCases, ["2", "126"])
  func question(_ language: Language, _ answer: String) throws {
    let config = try Config()
    let session = try config.terminal(["--plain", "--lang", language.rawValue])
    try session.answer(language == .english ? "Email address or provider" : "邮箱地址或服务商", "netease")
    try session.wait(for: language == .english ? "Which NetEase mailbox is it?" : "是哪一种网易邮箱？")
    try session.wait(for: language == .english ? "the address ends in @126.com" : "地址以 @126.com 结尾")
    try session.answer(language == .english ? "Number (< back):" : "序号（< 返回）：", "99")
    try session.wait(for: language == .english ? "That is not one of the choices." : "没有这个选项。")
    try session.answer(language == .english ? "Number (< back):" : "序号（< 返回）：", answer)
    try session.wait(for: language == .english ? "Provider: NetEase 126 Mail" : "服务商：网易 126 邮箱")
    try session.wait(for: language == .english ? "Your email address" : "你的邮箱地址")
    // `<` returns to the question before, and from there to the one about the provider.
    try session.enter("<")
    try session.answer(language == .english ? "Number (< back):" : "序号（< 返回）：", "<")
    try session.wait(for: language == .english ? "Email address or provider" : "邮箱地址或服务商")
    try session.type([0x04])
    #expect(try session.finish().end == .exited(66))
  }

  @Test("A brand on the command line is a question at a terminal too") func questionForCall() throws {
    let session = try Config().terminal(["--plain", "--provider", "tencent"])
    try session.wait(for: "Which Tencent mailbox is it?")
    try session.answer("Number (< back):", "exmail")
    try session.wait(for: "Provider: Tencent")
    try session.type([0x04])
    #expect(try session.finish().end == .exited(66))
    let known = try Config().terminal(["--plain", "--provider", "tencent", "--email", "you@foxmail.com"])
    try known.wait(for: "Provider: QQ")
    #expect(!known.text.contains("Which Tencent mailbox"))
    try known.type([0x03])
    #expect(try known.finish().end == .signalled(2))
  }

  @Test("A contradiction between the address and the choice is pointed out", arguments: Language.allCases) func contradiction(
    _ language: Language
  ) throws {
    let session = try Config().terminal(["--plain", "--lang", language.rawValue])
    try session.answer(language == .english ? "Email address or provider" : "邮箱地址或服务商", "exmail")
    try session.answer(language == .english ? "Your email address" : "你的邮箱地址", "you@163.com")
    try session.wait(for: language == .english ? "you@163.com looks like an address at NetEase 163" : "you@163.com 看起来是网易 163 邮箱的地址")
    try session.type([0x03])
    _ = try session.finish()
    // The same in a script. This provider fails before any network access.
    let script = try Config().run([
      "--provider", "tuta", "--email", "you@163.com", "--secret-from", "env:NONE", "--lang", language.rawValue,
    ])
    #expect(script.end == .exited(78))
    let said = script.complaint.replacing(" ", with: "")
    #expect(
      said.contains(language == .english ? "you@163.comlookslikeanaddressatNetEase163" : "you@163.com看起来是网易163邮箱的地址"), "\(script.complaint)"
    )
  }

  @Test func `A brand of a user's catalog takes precedence over the bundled ones, and its question is asked`() throws {
    let config = try Config()
    let own = Sample.whole.with(["brands": "[\(Sample.brand.with(["words": "[\"netease\", \"Firms\"]"]).json)]"]).json
    let session = try config.terminal(["--plain", "--catalog", config.write(own, to: "own.json")])
    try session.answer("Email address or provider", "NetEase")
    try session.wait(for: "Which one?")
    try session.answer("Number (< back):", "2")
    try session.wait(for: "Provider: Other Mail")
    try session.type([0x04])
    #expect(try session.finish().end == .exited(66))
  }
}
