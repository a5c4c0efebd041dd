// Scripted servers for one account, and the options that direct the program to them.

import LoopbackServer
import ScriptedServer
import TestSupport
import Vocabulary

/// The behavior of one of the two servers.
struct ScriptedBehaviour: Sendable {
  /// Returns the steps for a protocol, from the TLS handshake on.
  let steps: @Sendable (MailProtocol, ServerIdentity) -> [Step]
  var certificate = CertificateRequest.localhost

  /// A server that accepts everything.
  static let accepting = ScriptedBehaviour { mailProtocol, identity in
    switch mailProtocol {
    case .imap:
      [
        .tls(identity), .say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"), .expectAny,
        .say("{t} OK [CAPABILITY IMAP4rev1] in\r\n"), .answerEach("{t} OK done\r\n"),
      ]
    case .smtp:
      [
        .tls(identity), .say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 AUTH PLAIN\r\n"), .expectAny, .say("235 in\r\n"),
        .answerEach("250 done\r\n"),
      ]
    }
  }

  /// Returns a server that refuses the login with `words`, without the tag for IMAP.
  static func refusing(_ words: String) -> ScriptedBehaviour { saying([words]) }

  /// Returns a server that answers the login with these lines. For IMAP the last one has the tag. `{}` stands for what
  /// the client sent.
  static func saying(_ lines: [String], offering mechanism: String = "PLAIN") -> ScriptedBehaviour {
    ScriptedBehaviour { mailProtocol, identity in
      let answer = Octets(
        lines.enumerated().map { ($0 == lines.count - 1 && mailProtocol == .imap ? "{t} " : "") + $1 + "\r\n" }.joined().utf8)
      switch mailProtocol {
      case .imap:
        return [
          .tls(identity), .say(Octets("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=\(mechanism)] ready\r\n".utf8)), .expectAny, .say(answer),
          .answerEach("{t} OK bye\r\n"),
        ]
      case .smtp:
        return [
          .tls(identity), .say("220 ready\r\n"), .expectAny, .say(Octets("250-localhost\r\n250 AUTH \(mechanism)\r\n".utf8)), .expectAny,
          .say(answer), .answerEach("221 bye\r\n"),
        ]
      }
    }
  }

  /// Servers that stop answering at the given point.
  static let silentAtOnce = ScriptedBehaviour { _, _ in [.silence] }
  static let silentAfterTLS = ScriptedBehaviour { _, identity in [.tls(identity), .silence] }
  static let silentAfterLogin = ScriptedBehaviour { mailProtocol, identity in
    switch mailProtocol {
    case .imap: [.tls(identity), .say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"), .expectAny, .silence]
    case .smtp:
      [.tls(identity), .say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 AUTH PLAIN\r\n"), .expectAny, .silence]
    }
  }

  /// A server that offers access tokens only.
  static let oauthOnly = saying(["NO no"], offering: "XOAUTH2")

  static let selfSigned = ScriptedBehaviour(steps: accepting.steps, certificate: .selfSigned(for: "localhost"))

  /// A server with the certificate of the name to which an alias in the environment would lead.
  static let otherName = ScriptedBehaviour(steps: accepting.steps, certificate: .valid(for: "evil.example"))

  static let closed = ScriptedBehaviour { mailProtocol, identity in
    [.tls(identity), .say(mailProtocol == .imap ? "* BYE too busy, try again later\r\n" : "421 4.3.2 too busy, try again later\r\n")]
  }
}

final class ScriptedAccount: Sendable {
  static let address = "anna@example.org"
  let imap: ScriptedServer
  let smtp: ScriptedServer
  private let folder: ProcessFolder
  let caFile: String
  /// The ports in the call. They differ from the servers' ports if no server is to listen.
  private let ports: (imap: UInt16, smtp: UInt16)

  /// Starts the servers. For `nil` there is no server at the port.
  init(imap: ScriptedBehaviour?, smtp: ScriptedBehaviour?) throws {
    let authority = try CertificateAuthority()
    func start(_ behaviour: ScriptedBehaviour?, _ mailProtocol: MailProtocol) throws -> ScriptedServer {
      let identity = try authority.issue(behaviour?.certificate ?? .localhost)
      return try ScriptedServer.start { _ in behaviour?.steps(mailProtocol, identity) ?? [] }
    }
    self.imap = try start(imap, .imap)
    self.smtp = try start(smtp, .smtp)
    ports = (self.imap.port, self.smtp.port)
    folder = try ProcessFolder()
    caFile = try folder.write(authority.pem, to: "ca.pem", mode: 0o644)
    if imap == nil { self.imap.stop() }
    if smtp == nil { self.smtp.stop() }
  }

  deinit {
    imap.stop()
    smtp.stop()
  }

  /// All arguments except the secret.
  var arguments: [String] {
    [
      "--email", Self.address, "--imap", "localhost:\(ports.imap)", "--smtp", "localhost:\(ports.smtp)", "--imap-security", "tls",
      "--smtp-security", "tls", "--ca-file", caFile,
    ]
  }

  /// The same without the review before the secret is sent.
  var reviewed: [String] { arguments + ["--yes"] }

  /// Everything that both servers received, raw and decrypted.
  var received: [UInt8] { (imap.recordings + smtp.recordings).flatMap { $0.raw + $0.clear + $0.inTLS } }

  /// The decoded messages of AUTHENTICATE PLAIN and AUTH PLAIN, IMAP first.
  var secretsReceived: [[UInt8]] {
    (imap.recordings + smtp.recordings).flatMap(\.lines).compactMap { line in
      let words = line.split(separator: .space)
      guard let position = words.firstIndex(where: { $0.elementsEqual("PLAIN".utf8) }), words.indices.contains(position + 1) else {
        return nil
      }
      return ScriptedBase64.decode(words[position + 1])
    }
  }
}

/// A base64 decoder of the tests' own.
enum ScriptedBase64 {
  static func decode(_ text: some Collection<UInt8>) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bits = text.compactMap { alphabet.firstIndex(of: $0) }.flatMap { value in (0..<6).map { value >> (5 - $0) & 1 } }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in UInt8(bits[start..<(start + 8)].reduce(0) { $0 << 1 | $1 }) }
  }
}
