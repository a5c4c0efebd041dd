// Tests of discovery in a conversation: the user sees and accepts the servers before the program asks for the secret.

import Platform
import Posix
import TestSupport
import Testing

extension SystemResolverTests {
  @Suite(.waiting) struct Conversation {
    init() throws { try Namespace.raiseLoopback() }

    static let fastmail: DNSZone = ["firm.example": [.mx(1, "in1-smtp.messagingengine.com")]]

    static func services(_ imap: String, _ smtp: String) -> DNSZone {
      ["_imaps._tcp.firm.example": [.srv(0, 0, 993, imap)], "_submissions._tcp.firm.example": [.srv(0, 0, 465, smtp)]]
    }

    private func start(_ options: [String] = []) throws -> PtySession {
      try PtySession(ProcessBuilt.call(["--plain"] + options))
    }

    private func lookUps(_ server: DNSServer, _ domain: String = "firm.example") -> Set<String> {
      server.lookUps(besidesDiscoveryOf: domain)
    }

    @Test("dns-mx-picks-provider: provider and hosts are shown and accepted before the secret", arguments: [true, false])
    func provider(_ isInCall: Bool) throws {
      let server = try DNSServer(port: SystemResolverTests.port, zone: Self.fastmail)
      let session = try start(isInCall ? ["--email", "you@firm.example"] : [])
      if !isInCall { try session.answer("Email address or provider", "you@firm.example") }
      try session.wait(for: "gets its mail at in1-smtp.messagingengine.com")
      try session.wait(for: "Send your password to imap.fastmail.com, smtp.fastmail.com? [y/N]")
      #expect(!session.text.contains("(hidden"))
      try session.enter("y")
      try session.wait(for: "Provider: Fastmail")
      try session.wait(for: "(hidden")
      #expect(lookUps(server).isEmpty)
      try session.enter("abcd efgh ijkl mnop")
      try session.wait(for: "Provider: Fastmail (from DNS)")
      try session.answer("Number [1] (< back): ", "")
      try session.wait(for: "imap.fastmail.com")
      try session.type([0x03])
      try session.wait(for: "Press Ctrl-C again to quit")
      try session.wait(for: "Number:")
      try session.type([0x03])
      #expect(try session.finish().end == .signalled(SIGINT))
      #expect(lookUps(server).isSubset(of: ["imap.fastmail.com", "smtp.fastmail.com"]))
    }

    @Test func `A user who declines is asked for the servers, and nothing is looked up`() throws {
      let server = try DNSServer(port: SystemResolverTests.port, zone: Self.fastmail)
      let session = try start()
      try session.answer("Email address or provider", "you@firm.example")
      try session.answer("Send your password to", "n")
      try session.wait(for: "IMAP server and port")
      #expect(!session.text.contains("Provider:"))
      try session.type([0x04])
      #expect(try session.finish().end == .exited(66))
      #expect(lookUps(server).isEmpty)
    }

    @Test func `dns-srv-foreign-target: hosts of another owner need consent first`() throws {
      let server = try DNSServer(port: SystemResolverTests.port, zone: Self.services("imap.firm.example", "smtp.attacker.example"))
      let session = try start()
      try session.answer("Email address or provider", "you@firm.example")
      try session.wait(for: "Send your password to imap.firm.example, smtp.attacker.example? [y/N]")
      #expect(!session.text.contains("(hidden"))
      try session.enter("")
      try session.wait(for: "IMAP server and port")
      #expect(lookUps(server).isEmpty)
    }

    @Test func `The domain's own hosts are shown without a question`() throws {
      let server = try DNSServer(port: SystemResolverTests.port, zone: Self.services("imap.firm.example", "smtp.firm.example"))
      let session = try start()
      try session.answer("Email address or provider", "you@firm.example")
      try session.wait(for: "imap.firm.example:993, smtp.firm.example:465")
      try session.wait(for: "(hidden")
      #expect(!session.text.contains("Send your password to"))
      #expect(lookUps(server).isEmpty)
    }

    @Test func `A shared platform needs one plain question`() throws {
      let server = try DNSServer(port: SystemResolverTests.port, zone: ["firm.example": [.mx(1, "mx1.atmailcloud.com")]])
      let session = try start()
      try session.answer("Email address or provider", "you@firm.example")
      try session.wait(for: "used by several providers")
      try session.answer("Number, or more letters", "2")
      try session.wait(for: "Provider: Optus")
      #expect(lookUps(server).isEmpty)
    }

    @Test func `fault-srv-one-record-of-two: a half is named, and the question for the other has its host`() throws {
      for (service, port, known, missing) in [
        ("_imaps", UInt16(993), "IMAP", "SMTP"), ("_submissions", 465, "SMTP", "IMAP"), ("_submission", 587, "SMTP", "IMAP"),
      ] {
        let server = try DNSServer(
          port: SystemResolverTests.port,
          zone: ["firm.example": [], "\(service)._tcp.firm.example": [.srv(0, 0, port, "mail.firm.example")]])
        let session = try start()
        try session.answer("Email address or provider", "you@firm.example")
        try session.wait(for: "The \(missing) server is not known.")
        try session.wait(for: "1  Use the servers that were found")
        try session.answer("Number", "1")
        if known == "IMAP" {
          try session.answer("IMAP server and port [mail.firm.example:993]", "")
          try session.wait(for: "SMTP server and port [mail.firm.example]")
        } else {
          try session.answer("IMAP server and port", "imap.firm.example:993")
          try session.wait(for: "SMTP server and port [mail.firm.example:\(port)]")
        }
        session.hangUp()
        _ = try session.finish()
        withExtendedLifetime(server) {}
      }
    }

    @Test func `Nothing found: others are asked only if they are chosen, then the company's provider or the servers by hand`() throws {
      let server = try DNSServer(
        port: SystemResolverTests.port,
        zone: ["firm.example": [.mx(1, "mx1.bighost.example"), .loopback], "imap.gmail.com": []])
      let session = try start()
      try session.answer("Email address or provider", "you@firm.example")
      try session.wait(for: "not in the built-in list, and neither its DNS nor its website")
      try session.wait(for: "1  Ask autoconfig.bighost.example: mx1.bighost.example receives the mail for firm.example")
      try session.wait(for: "2  Ask Thunderbird's public list")
      try session.wait(for: "4  Enter the servers by hand")
      #expect(lookUps(server).isEmpty)
      try session.answer("Number", "1")
      try session.wait(for: "Nothing is known there either.")
      #expect(lookUps(server).allSatisfy { $0.hasSuffix("bighost.example") })
      try session.wait(for: "1  Ask Thunderbird's public list")
      try session.answer("Number", "2")
      try session.wait(for: "Which of these hosts your company's mail?")
      try session.wait(for: "Google Workspace")
      try session.answer("Number, or more letters", "<")
      try session.answer("Number", "3")
      // Without a port the usual ones are tried; nothing listens there.
      try session.answer("IMAP server and port", "firm.example")
      try session.wait(for: "firm.example does not answer at its usual ports. Using firm.example:993.")
      #expect(!lookUps(server).contains { $0.hasSuffix("thunderbird.net") })
      session.hangUp()
      _ = try session.finish()
    }

    @Test func `dns-typo-domain: a typing error is pointed out, and nothing is guessed`() throws {
      let server = try DNSServer(port: SystemResolverTests.port, zone: [:])
      let session = try start()
      try session.answer("Email address or provider", "you@gmial.com")
      try session.wait(for: "you@gmail.com")
      #expect(server.questions.isEmpty)
      try session.answer("Number", "2")
      try session.wait(for: "IMAP server and port")
      #expect(lookUps(server, "gmial.com").isEmpty)
      #expect(Set(server.questions.map(\.name)).allSatisfy { $0.hasSuffix("gmial.com") || $0 == "imap.gmail.com" })
    }

    @Test func `dns-timeout: Ctrl-C while the name server is silent ends immediately, and the terminal is restored`() throws {
      let server = try DNSServer(port: SystemResolverTests.port) { _ in .silence }
      let session = try start()
      let before = session.attributes
      try session.answer("Email address or provider", "you@firm.example")
      try session.wait(for: "Looking up the domain")
      try session.type([0x03])
      let finish = try session.finish()
      #expect(finish.end == .signalled(SIGINT))
      #expect(finish.seconds < 0.2)
      #expect(session.attributes == before)
      #expect(lookUps(server).isEmpty)
    }
  }
}
