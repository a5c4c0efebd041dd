// SCRAM with channel binding: both ends of a real TLS connection, GNU SASL as the server, and Dovecot 2.4.

import Foundation
import Net
import Platform
import Posix
import RealServers
import TestSupport
import Testing
import Vocabulary
import Wire

@Suite("Channel binding", .serialized, .waiting)
struct ChannelBindingTests {
  private static let openssl = "/usr/bin/openssl"

  /// Returns the channel binding of a connection to OpenSSL's own server, and what that server printed.
  private static func connect(
    _ options: [String], configuration: String = "", waitingFor text: String
  ) throws -> (ChannelBinding?, String) {
    let folder = try ProcessFolder()
    let (key, certificate) = ("\(folder.path)/key.pem", "\(folder.path)/cert.pem")
    let made = try ProcessCall(
      openssl,
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
      ], environment: ProcessBuilt.environment()
    ).run()
    #expect(made.end == .exited(0), "\(made.complaint)")
    let settings = try folder.write(configuration.utf8, to: "openssl.cnf")
    let port = try Ports.free()
    let server = try PtySession(
      ProcessCall(
        openssl, ["s_server", "-accept", "127.0.0.1:\(port)", "-key", key, "-cert", certificate] + options,
        environment: ProcessBuilt.environment(["OPENSSL_CONF": settings])))
    try server.wait(for: "ACCEPT")
    let interrupt = try #require(Interrupt())
    let network = Network(
      context: try TLSContext(.systemAnd(file: certificate)), interrupt: interrupt, resolve: { _, _, _, _ in [.loopback(port)] })
    let host = try #require(HostName("localhost"))
    let connection = try network.open(
      Vocabulary.Endpoint(host: host, port: port, security: .tls), OpeningStages(begin: { _ in .after(seconds: 20) }, end: {}))
    defer { connection.close() }
    #expect(connection.channelBinding == nil)
    _ = try connection.secure(until: .after(seconds: 20))
    let binding = connection.channelBinding
    try server.wait(for: text)
    try server.wait("end of the line") { server.text.suffix(400).contains("\n") }
    return (binding, server.text)
  }

  /// Returns the octets as OpenSSL prints them.
  private static func hex(_ octets: [UInt8]) -> String {
    octets.map { octet in (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true) }.joined()
  }

  @Test("TLS 1.3: the exporter of RFC 9266, as the server has it")
  func exporter() throws {
    let (binding, printed) = try Self.connect(
      ["-tls1_3", "-keymatexport", "EXPORTER-Channel-Binding", "-keymatexportlen", "32"], waitingFor: "Keying material: ")
    let made = try #require(binding)
    #expect(made.kind == .exporter && made.octets.count == 32)
    #expect(printed.contains("Keying material: \(Self.hex(made.octets))"), "\(printed)")
  }

  @Test("TLS 1.2: the client's Finished message, as the server has it; nothing without the extended master secret")
  func unique() throws {
    let (binding, printed) = try Self.connect(["-tls1_2", "-msg"], waitingFor: "Finished")
    let made = try #require(binding)
    #expect(made.kind == .unique && made.octets.count == 12)
    // Handshake messages as octets in lines, with the type and the length of Finished (RFC 5246, section 7.4.9) before the octets.
    let finished = ([0x14, 0, 0, 12] + made.octets).map { Self.hex([$0]).lowercased() }.joined()
    #expect(printed.filter { !$0.isWhitespace }.contains(finished), "\(printed)")
    let without = """
      openssl_conf = all
      [all]
      ssl_conf = modules
      [modules]
      system_default = settings
      [settings]
      Options = -ExtendedMasterSecret

      """
    let (none, _) = try Self.connect(["-tls1_2"], configuration: without, waitingFor: "CIPHER")
    #expect(none == nil)
  }

  /// One exchange with GNU SASL as the server, whose end of the connection has `theirs`. Returns the last response, or the error.
  private static func exchange(
    _ name: SASLMechanismName, _ ours: ChannelBinding, _ theirs: [UInt8]
  ) throws -> (isComplete: Bool, server: String) {
    let hash: Digest = name == .scramSHA1Plus ? .sha1 : .sha256
    var mechanism = try #require(
      SCRAM(name, hash, username: "user", password: Secret(copying: "pencil".utf8), nonce: "fyko+d2lbbFgONRv9qkxdawL", ours))
    let server = try PtySession(
      ProcessCall(
        try DebianPackage.gsasl.get(),
        ["--server", "--mechanism", name.rawValue, "--password", "pencil", "--iteration-count", "4096"],
        environment: ProcessBuilt.environment()))
    func challenge() throws -> SASLChallenge {
      try server.wait(for: "Output from server:")
      // The next line is the challenge. It is complete if another follows.
      func lines() -> [String] { server.text.components(separatedBy: "Output from server:").last?.components(separatedBy: "\n") ?? [] }
      try server.wait("challenge") { lines().count > 2 }
      return SASLChallenge(Array(lines()[1].utf8.filter { $0 > 0x20 }))
    }
    try server.answer("(press RET if none):", mechanism.initialResponse?.encoded.withOctets { $0.text } ?? "")
    try server.answer("\(ours.kind.rawValue) channel binding:", Base64.encode(theirs).text)
    let final = try mechanism.respond(to: challenge())
    try server.answer("(press RET if none):", final.encoded.withOctets { $0.text })
    do {
      _ = try mechanism.respond(to: challenge())
    } catch {
      return (false, server.text)
    }
    return (mechanism.progress == .complete, server.text)
  }

  @Test(
    "GNU SASL accepts the proof with its own channel binding, and refuses it with another",
    arguments: [SASLMechanismName.scramSHA256Plus, .scramSHA1Plus], [ChannelBinding.Kind.exporter, .unique])
  func gnuSASL(_ name: SASLMechanismName, _ kind: ChannelBinding.Kind) throws {
    let octets = (0..<32).map { UInt8($0) }
    let good = try Self.exchange(name, ChannelBinding(kind, octets), octets)
    #expect(good.isComplete, "\(good.server)")
    do {
      let bad = try Self.exchange(name, ChannelBinding(kind, octets), octets.reversed())
      #expect(!bad.isComplete, "\(bad.server)")
    } catch let error as ProcessFailure {
      #expect("\(error)".contains("error") || "\(error)".contains("ended"), "\(error)")
    }
  }
}

extension SocketAddress {
  fileprivate static func loopback(_ port: UInt16) -> SocketAddress {
    withUnsafePointer(to: Platform.loopback4(port: port)) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
