// Sentences about servers that are not those of the address, about the servers a secret is sent to, and about an
// account's authority.

import AccountStore
import Catalog
import Sentences
import Testing
import Vocabulary

@testable import Operations

@Suite("sentences about servers") struct ServersSentenceTests {
  private static func texts() throws -> [Text] {
    let address = try MailAddress("me@gmail.com")
    let directory = ProviderDirectory()
    let (gmail, yandex) = (try #require(directory.provider(id: "gmail")), try #require(directory.provider(id: "yandex")))
    let (one, other) = (try #require(HostName("imap.other.example")), try #require(HostName("smtp.other.example")))
    let name = try #require(AccountName("work"))
    let file = Visible("/etc/own.pem")
    func foreign(_ owner: Provider?, _ hosts: [(HostName, Provider?)]) -> Text {
      ForeignServers(address: address, owner: owner, hosts: hosts.map { ForeignServers.Host(name: $0, provider: $1) }).text
    }
    return [
      foreign(gmail, [(one, nil)]), foreign(gmail, [(one, yandex), (other, nil)]), foreign(gmail, [(one, yandex), (other, yandex)]),
      foreign(nil, [(one, nil)]), foreign(nil, [(one, nil), (other, nil)]), PromptSentence.goesTo(nil, address, [one, other]),
      PromptSentence.goesTo(gmail.secret, address, [one]), PromptSentence.notItsServers(gmail),
      TransferSentence.keepAuthority(file, [one, other]), TransferSentence.authorityStays([name, name]),
    ]
  }

  @Test("each is right in both languages") func prose() throws {
    for text in try Self.texts() {
      let quoted = ["me@gmail.com", "imap.other.example", "smtp.other.example", "/etc/own.pem", "work", "gmail.com", "Gmail", "Yandex"]
      #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)")
    }
  }

  @Test("both languages name every host") func hosts() throws {
    for text in try Self.texts().prefix(3) {
      for language in Language.allCases { #expect(text[language].contains("imap.other.example")) }
    }
  }
}
