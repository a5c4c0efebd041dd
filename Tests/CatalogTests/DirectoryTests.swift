// Looking up one provider without decoding all returns the same results as the whole catalog.

import Catalog
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("The directory") struct DirectoryTests {
  // Without optimization, extracting takes half a second, so the test uses one entry.
  @Test("an entry found in the excerpt equals that of the whole catalog, field by field") func part() throws {
    let (directory, id) = (ProviderDirectory(), "sina-vip")
    let whole = try #require(Bundled.catalog.provider(id: id))
    guard case .exactly(let part) = directory.find(id) else {
      Issue.record("\(id) not found")
      return
    }
    #expect(part.id == id)
    #expect(part.texts.map(\.text) == whole.texts.map(\.text))
    #expect(part.servers == whole.servers)
    #expect(part.secret == whole.secret)
    #expect(part.steps == whole.steps)
    #expect(part.replies == whole.replies)
    #expect(part.session == whole.session)
    #expect(part.domains == whole.domains)
    #expect(part.checked == whole.checked)
    #expect(directory.provider(id: id) == whole)
    #expect(directory.provider(id: "sina vip") == nil)
    let domain = try #require(whole.domains.last)
    #expect(directory.find("you@\(domain)") == .exactly(whole))
    // Only the whole catalog contains a name in capitals.
    #expect(directory.find(whole.name.english.uppercased()) == .exactly(whole))
  }

  @Test("words that match several entries or none have the same result in both") func others() throws {
    let directory = ProviderDirectory()
    let host = try #require(HostName("a.b.c.d.unknown.example"))
    #expect(directory.provider(forDomain: host) == nil)
    let words = [
      "", " ", "mail", "netease", "yandx", "you@yandex.co", "you@unknown.example", "a.b.c.d.example", "\"", "\\", "providers", "schema",
      "imap.yandex.com", "网易", "q", "@", "@@",
    ]
    for typed in words { #expect(directory.find(typed) == Bundled.catalog.find(typed), "\(typed)") }
  }

  @Test("the user's own catalog takes precedence over the bundled one, entry by entry, and reports where it is") func own() throws {
    let mine = SampleEntry.load(
      SampleEntry.catalog([SampleEntry.entry("yandex"), SampleEntry.entry("corp").replacing("\"corp.example\"", with: "\"icloud.com\"")]))
    #expect(mine.faultList == [])
    // In the first pass, the look-ups use an excerpt of the bundled file. In the second pass, the whole file is
    // decoded.
    let directory = ProviderDirectory(own: [.init(mine, file: "/home/me/mine.json")])
    for _ in 0..<2 {
      guard case .exactly(let yandex) = directory.find("yandex") else {
        Issue.record("no yandex")
        return
      }
      #expect(yandex.name.english == "Mail yandex")
      #expect(directory.file(of: yandex) == "/home/me/mine.json")
      #expect(directory.provider(forDomain: try #require(HostName("icloud.com")))?.id == "corp")
      #expect(directory.catalog.providers.filter { $0.id == "yandex" }.count == 1)
      // Entries that the user's catalog does not have come from the bundled one.
      guard case .exactly(let sina) = directory.find("you@sina.com") else {
        Issue.record("no sina")
        return
      }
      #expect(sina.id == "sina")
      #expect(directory.file(of: sina) == nil)
    }
  }
}
