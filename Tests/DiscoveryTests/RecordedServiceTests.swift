// Tests that play the recorded sessions of real services with the catalog's data on each service and nothing else.

import Catalog
import Foundation
import TestSupport
import Testing

@Suite(.waiting) struct RecordedServiceTests {
  @Test("a recorded session has the quirks of its service", arguments: Recorded.names)
  func quirks(_ name: String) throws {
    let transcript = try Transcript(name: name, text: String(contentsOfFile: "\(Recorded.folder)/\(name).txt", encoding: .utf8))
    let quirks = transcript.plan.quirks
    guard let service = transcript.service else {
      #expect(quirks == .init(), "a service outside the catalog has none")
      return
    }
    let provider = try #require(Recorded.providers.first { $0.id == service }, "no such provider: \(service)")
    #expect(Set(quirks.id) == Set(provider.session.id))
    #expect(quirks.saslIRBroken == provider.session.saslIRBroken)
    #expect(quirks.retryWithLogin == provider.session.retryWithLogin)
    #expect(!transcript.plan.onlyLogin)
  }

  @Test("forty services were recorded, and most of them are in the catalog") func services() throws {
    let services = try Recorded.names.map { name in
      try Transcript(name: name, text: String(contentsOfFile: "\(Recorded.folder)/\(name).txt", encoding: .utf8)).service
    }
    #expect(services.count >= 72)
    #expect(Set(services.compactMap(\.self)).count >= 27)
  }
}

private enum Recorded {
  static let providers = ProviderDirectory().catalog.providers

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SessionTests/Transcripts/Recorded").path

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { String($0.dropLast(4)) }.sorted()
}
