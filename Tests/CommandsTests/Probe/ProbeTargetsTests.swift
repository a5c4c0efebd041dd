// Tests of the choice of servers for a probe.

import Operations
import TestSupport
import Testing
import Vocabulary

@Suite("The targets of a probe", .waiting)
struct ProbeTargetsTests {
  @Test("every server of the bundled catalog is one target, and hosts derived from an address are not")
  func bundled() {
    let entries = ProbeTargets.of(Tool.catalog.providers)
    #expect(entries.count > 400)
    #expect(Set(entries.map(\.target)).count == entries.count)
    #expect(entries.allSatisfy { !$0.providers.isEmpty && !$0.target.endpoint.host.text.contains("{") })
    #expect(entries.contains { $0.providers.count > 1 })
  }

  @Test("the servers that a verification would use are a probe's targets too")
  func settings() throws {
    let provider = try #require(Tool.catalog.provider(id: "yandex"))
    let settings = try #require(provider.settings(for: try MailAddress("me@yandex.com")))
    let targets = ProbeTargets.of(settings)
    #expect(targets.map(\.mailProtocol).prefix(2) == [.imap, .smtp])
    #expect(targets.map(\.endpoint).contains(settings.imap) && targets.map(\.endpoint).contains(settings.smtp))
  }
}
