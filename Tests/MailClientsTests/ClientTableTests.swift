// The profiles of the mail clients, and the table of them in the help and in the manual.

import MailClients
import TestSupport
import Testing

@Suite("the table of mail clients", .waiting) struct ClientTableTests {
  private static func output(_ arguments: [String]) throws -> String {
    let result = try ProcessBuilt.call(arguments).run()
    #expect(result.end == .exited(0) && result.errors == [], "\(result.complaint)")
    return result.text
  }

  /// Returns the text with one blank between words, because the help is wrapped.
  private static func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Returns the rows of the table by the first word of each.
  private static func rows(_ language: String) throws -> [String: String] {
    let page = try output(["help", "export", "--lang", language])
    var rows: [String: String] = [:]
    var last: String?
    for line in page.split(separator: "\n") {
      let word = String(line.dropFirst(2).prefix { $0.isLetter || $0 == "-" })
      if line.hasPrefix("  "), !line.hasPrefix("   "), MailClient(rawValue: word) != nil { last = word }
      if !line.hasPrefix(" ") { last = nil }
      if let last { rows[last, default: ""] += line + " " }
    }
    return rows.mapValues(flat)
  }

  @Test("has a row for every client with its aliases, files, version, ID, password and access token", arguments: ["en", "zh-Hans"])
  func complete(_ language: String) throws {
    let rows = try Self.rows(language)
    #expect(rows.count == MailClient.allCases.count)
    for client in MailClient.allCases {
      let (row, profile) = (try #require(rows[client.rawValue]), client.profile)
      // Chinese words are wrapped anywhere.
      let packed = row.replacing(" ", with: "")
      for alias in profile.aliases { #expect(packed.contains(alias), "\(row)") }
      for path in client.file?.paths ?? [] { #expect(packed.contains((path.base == .home ? "~/" : "~/.config/") + path.name), "\(row)") }
      if let oldest = profile.oldest { #expect(packed.contains(oldest.text), "\(row)") }
      switch profile.id {
      case .setting(let version): #expect(packed.contains("IMAPID") && packed.contains(version.text), "\(row)")
      case .delegated(let other): #expect(packed.contains("IMAPID") && packed.contains(other.rawValue), "\(row)")
      case .always, .never: #expect(packed.contains("IMAPID"), "\(row)")
      case .notApplicable: #expect(!packed.contains("IMAPID"), "\(row)")
      }
      switch profile.password {
      case .command(let word), .ownFile(let word): #expect(packed.contains(word), "\(row)")
      case .script, .prompt: #expect(packed.contains(language == "en" ? "Password:" : "密码："), "\(row)")
      }
      switch profile.token {
      case .command(let word, let support):
        #expect(packed.contains(word) && (support.since.map { packed.contains($0.text) } ?? true), "\(row)")
      case .script: #expect(packed.contains(language == "en" ? "Accesstoken" : "访问令牌"), "\(row)")
      case .ownSignIn: #expect(packed.contains(language == "en" ? "signsinbyitself" : "自行登录"), "\(row)")
      case .none: #expect(packed.contains(language == "en" ? "Noaccesstokens" : "不支持访问令牌"), "\(row)")
      }
    }
  }

  @Test("is in the manual too", arguments: ["en", "zh-Hans"]) func manual(_ language: String) throws {
    let manual = try Self.output(["manual", "--lang", language]).replacing("\\", with: "")
    for client in MailClient.allCases {
      #expect(manual.contains("fB\(client.rawValue)"), "\(client)")
      for path in client.file?.paths ?? [] { #expect(manual.contains(path.name.replacing("~", with: "(ti")), "\(path)") }
    }
  }

  @Test("no word means two clients or two files") func words() {
    let words = MailClient.allCases.flatMap { [$0.rawValue] + $0.profile.aliases }
    #expect(Set(words).count == words.count)
    let formats = ImportFormat.allCases.map(\.word)
    #expect(Set(formats).count == formats.count)
    for word in formats { #expect(ImportFormat.named(word)?.word == word) }
    #expect(ImportFormat.named("isync") == .mbsync && ImportFormat.named("mailx") == .sNail && ImportFormat.named("emacs") == nil)
  }

  @Test("a new file is one that the client reads") func newFile() {
    for client in MailClient.allCases { if let file = client.file { #expect(file.paths.contains(file.new), "\(client)") } }
  }
}
