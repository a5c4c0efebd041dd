// The questions about the servers of an unknown domain, asked by `--json-dialog`.

import Platform
import Posix
import TestSupport
import Testing

extension SystemResolverTests {
  @Suite(.waiting) struct Dialog {
    init() throws { try Namespace.raiseLoopback() }

    /// Returns the objects of a conversation with these answers.
    private func objects(_ answers: [String]) throws -> [ProcessJSON] {
      let input = answers.map { $0 + "\n" }.joined()
      let result = try ProcessBuilt.call(["--json-dialog"]).with { $0.input = .text(input) }.run()
      return try result.output.split(separator: UInt8(ascii: "\n")).map { try ProcessJSON(Array($0)) }
    }

    @Test func `A domain that does not say where its mail is leads to the question whom to ask`() throws {
      // The domain exists and has no mail of its own.
      let server = try DNSServer(port: SystemResolverTests.port, zone: ["firm.example": [.address(192, 0, 2, 1)]])
      let objects = try objects([
        "{\"number\":1,\"answer\":\"you@firm.example\"}", "{\"number\":2,\"answer\":\"company\"}",
        "{\"number\":3,\"action\":\"back\"}", "{\"number\":4,\"answer\":\"by-hand\"}",
        "{\"number\":5,\"action\":\"quit\"}",
      ])
      let question = try #require(objects.first { $0["id"].text == "servers" }, "\(objects)")
      #expect(question["kind"].text == "choice")
      #expect(question["choices"].list.compactMap { $0["id"].text } == ["ask-public-list", "company", "by-hand"])
      #expect(
        objects.contains { $0["id"].text == "company" } && objects.contains { $0["id"].text == "imap-server" }
          && objects.allSatisfy { $0["kind"].text != "error" })
      #expect(!server.questions.isEmpty)
    }

    @Test func `A server in the user's own network is a question of its own`() throws {
      let zone: DNSZone = [
        "_imaps._tcp.firm.example": [.srv(0, 0, 993, "imap.other.example")],
        "_submissions._tcp.firm.example": [.srv(0, 0, 465, "imap.other.example")], "imap.other.example": [.address(10, 1, 2, 3)],
      ]
      let server = try DNSServer(port: SystemResolverTests.port, zone: zone)
      let objects = try objects([
        "{\"number\":1,\"answer\":\"you@firm.example\"}", "{\"number\":2,\"answer\":true}",
        "{\"number\":3,\"answer\":false}",
      ])
      let question = try #require(objects.first { $0["id"].text == "agree-to-near-servers" }, "\(objects)")
      #expect(question["kind"].text == "confirm" && question["default"].flag == false)
      #expect(objects.allSatisfy { $0["kind"].text != "error" } && server.questions.contains { $0.name == "imap.other.example" })
    }
  }
}
