// The mechanisms with the examples of their specifications, and with servers that deviate from them.

import Net
import Testing
import Vocabulary
import Wire

@testable import Session

@Suite("SASL mechanisms") struct SASLVectorTests {
  private static func secret(_ text: String) -> Secret { Secret(copying: text.utf8) }

  private static func text(_ message: SASLMessage?) -> String? {
    message.flatMap { Base64.decode($0.encoded.withOctets { Array($0) }) }?.text
  }

  private static func challenge(_ text: String) -> SASLChallenge { SASLChallenge(Base64.encode(text.utf8)) }

  @Test("HMAC-MD5 and the response of RFC 2195, section 2") func cramMD5() throws {
    var mechanism = CRAMMD5(Digest.md5, username: "tim", password: Self.secret("tanstaaftanstaaf"))
    #expect(mechanism.initialResponse == nil && mechanism.progress == .incomplete)
    let response = try mechanism.respond(to: Self.challenge("<1896.697170952@postoffice.reston.mci.net>"))
    #expect(Self.text(response) == "tim b913a602c7eda7a495b4e6e7334d3890")
    #expect(response.response.trace == "<response>")
    #expect(mechanism.progress == .complete)
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: Self.challenge("again")) }
  }

  @Test("a challenge of CRAM-MD5 that is empty or not base64", arguments: ["", "no base64!"])
  func cramMD5Challenge(_ text: String) {
    var mechanism = CRAMMD5(Digest.md5, username: "tim", password: Self.secret("x"))
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: SASLChallenge(Array(text.utf8))) }
  }

  struct Vector: Sendable {
    let name: SASLMechanismName
    let hash: Digest
    let nonce: String
    let first: String
    let final: String
    let proof: String
    let server: String
  }

  private static let vectors = [
    // RFC 5802, section 5.
    Vector(
      name: .scramSHA1, hash: .sha1, nonce: "fyko+d2lbbFgONRv9qkxdawL",
      first: "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
      final: "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=", proof: "v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
      server: "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="),
    // RFC 7677, section 3.
    Vector(
      name: .scramSHA256, hash: .sha256, nonce: "rOprNGfwEbeRWgbNEkqO",
      first: "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
      final: "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=", proof: "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
      server: "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="),
  ]

  private static func scram(_ vector: Vector) throws -> SCRAM {
    try #require(SCRAM(vector.name, vector.hash, username: "user", password: secret("pencil"), nonce: vector.nonce))
  }

  @Test("SCRAM as its RFCs have it; the trace has the nonces, but neither proof", arguments: vectors)
  func scramExample(_ vector: Vector) throws {
    var mechanism = try Self.scram(vector)
    #expect(Self.text(mechanism.initialResponse) == "n,,n=user,r=\(vector.nonce)")
    #expect(mechanism.initialResponse?.response.holdsSecret == false)
    let final = try mechanism.respond(to: Self.challenge(vector.first))
    #expect(Self.text(final) == vector.final + vector.proof)
    #expect(final.response.trace == "<response>")
    #expect(mechanism.progress == .serverUnproven && mechanism.expectsSecretChallenge)
    #expect(Self.text(try mechanism.respond(to: Self.challenge(vector.server))) == "")
    #expect(mechanism.progress == .complete)
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: Self.challenge(vector.server)) }
  }

  @Test("a signature of another password, none, and an error", arguments: vectors)
  func scramServer(_ vector: Vector) throws {
    var forged = try Self.scram(vector)
    _ = try forged.respond(to: Self.challenge(vector.first))
    #expect(throws: SASLError.wrongServerProof) { try forged.respond(to: Self.challenge("v=" + vector.proof)) }
    for other in ["", "x", "v", "v=", "v=?", "p=" + vector.proof] {
      var mechanism = try Self.scram(vector)
      _ = try mechanism.respond(to: Self.challenge(vector.first))
      #expect(throws: SASLError.self) { try mechanism.respond(to: Self.challenge(other)) }
      #expect(mechanism.progress == .serverUnproven)
    }
    var refused = try Self.scram(vector)
    _ = try refused.respond(to: Self.challenge(vector.first))
    #expect(Self.text(try refused.respond(to: Self.challenge("e=invalid-proof"))) == "")
    #expect(refused.progress == .serverUnproven)
    #expect(throws: SASLError.unexpectedChallenge) { try refused.respond(to: Self.challenge(vector.server)) }
  }

  @Test(
    "first messages of a server that SCRAM does not answer",
    arguments: [
      "", "r=abcd", "r=abcd,s=QSXCR+Q6sek8bf92", "r=xabcd,s=QSXCR+Q6sek8bf92,i=4096", "r=abc,s=QSXCR+Q6sek8bf92,i=4096",
      "r=abcd,s=,i=4096", "r=abcd,s=?,i=4096", "r=abcd,s=QSXCR+Q6sek8bf92,i=4095", "r=abcd,s=QSXCR+Q6sek8bf92,i=600001",
      "r=abcd,s=QSXCR+Q6sek8bf92,i=99999999999", "r=abcd,s=QSXCR+Q6sek8bf92,i=-4096", "r=abcd,s=QSXCR+Q6sek8bf92,i=",
      "m=x,r=abcd,s=QSXCR+Q6sek8bf92,i=4096", "s=QSXCR+Q6sek8bf92,r=abcd,i=4096", String(repeating: "x", count: 5_000),
    ])
  func scramFirst(_ first: String) throws {
    var mechanism = try #require(SCRAM(.scramSHA1, Digest.sha1, username: "u", password: Self.secret("p"), nonce: "abc"))
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: Self.challenge(first)) }
    #expect(mechanism.progress == .incomplete)
  }

  @Test("with channel binding: its name in the header, and its octets in the final message")
  func scramPlus() throws {
    let binding = ChannelBinding(.exporter, [1, 2, 3])
    var mechanism = try #require(
      SCRAM(.scramSHA256Plus, Digest.sha256, username: "user", password: Self.secret("pencil"), nonce: "abc", binding))
    #expect(mechanism.name.rawValue == "SCRAM-SHA-256-PLUS")
    #expect(Self.text(mechanism.initialResponse) == "p=tls-exporter,,n=user,r=abc")
    let final = Self.text(try mechanism.respond(to: Self.challenge("r=abcd,s=QSXCR+Q6sek8bf92,i=4096")))
    let input = Base64.encode(Array("p=tls-exporter,,".utf8) + [1, 2, 3]).text
    #expect(final?.hasPrefix("c=\(input),r=abcd,p=") == true)
  }

  @Test(
    "what a server says about the channel binding is no refusal of the password",
    arguments: [
      ("channel-bindings-dont-match", SASLError.otherChannel), ("unsupported-channel-binding-type", .unusableBinding),
      ("channel-binding-not-supported", .unusableBinding), ("server-does-support-channel-binding", .unusableBinding),
    ])
  func scramBindingErrors(_ word: String, _ error: SASLError) throws {
    var mechanism = try #require(
      SCRAM(.scramSHA1Plus, Digest.sha1, username: "user", password: Self.secret("pencil"), nonce: "abc", ChannelBinding(.unique, [1])))
    _ = try mechanism.respond(to: Self.challenge("r=abcd,s=QSXCR+Q6sek8bf92,i=4096"))
    #expect(throws: error) { try mechanism.respond(to: Self.challenge("e=\(word)")) }
  }

  @Test("names with separators are escaped, control characters refused") func scramNames() throws {
    let mechanism = try #require(SCRAM(.scramSHA1, Digest.sha1, username: "a=b,c", password: Self.secret("p"), nonce: "n"))
    #expect(Self.text(mechanism.initialResponse) == "n,,n=a=3Db=2Cc,r=n")
    #expect(SCRAM(.scramSHA1, Digest.sha1, username: "a\tb", password: Self.secret("p"), nonce: "n") == nil)
    #expect(SCRAM(.scramSHA1, Digest.sha1, username: "a", password: Self.secret("p\u{7f}"), nonce: "n") == nil)
  }

  @Test("OAUTHBEARER as RFC 7628, section 4.1, has it") func oauthBearer() throws {
    let endpoint = Endpoint(host: try #require(HostName("server.example.com")), port: 143, security: .startTLS)
    let token = Self.secret("vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==")
    var mechanism = try #require(OAUTHBEARER(username: "user@example.com", token: token, endpoint))
    #expect(
      mechanism.initialResponse?.encoded.withOctets { $0.text }
        == "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB"
    )
    let reason = #"{"status":"invalid_token","scope":"example_scope","openid-configuration":"https://example.com/.well-known/x"}"#
    #expect(Self.text(try mechanism.respond(to: Self.challenge(reason))) == "\u{1}")
    #expect(
      mechanism.tokenStatus
        == TokenStatus(
          status: Visible("invalid_token"), scope: Visible("example_scope"), configuration: Visible("https://example.com/.well-known/x")))
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: Self.challenge(reason)) }
  }

  @Test("XOAUTH2 as its providers document it") func xoauth2() throws {
    let token = Self.secret("ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg")
    var mechanism = try #require(XOAUTH2(username: "someuser@example.com", token: token))
    #expect(
      mechanism.initialResponse?.encoded.withOctets { $0.text }
        == "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==")
    #expect(mechanism.initialResponse?.initialResponse.trace == "<initial-response>")
    #expect(Self.text(try mechanism.respond(to: Self.challenge(#"{"status":"401"}"#))) == "")
    #expect(mechanism.tokenStatus == TokenStatus(status: Visible("401")))
  }

  @Test(
    "a reason that is not a JSON object of texts is answered and not kept",
    arguments: ["", "no", "[]", "{", "{\"a\":{}}", "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\":\"\u{1}\"}", "{} x"])
  func reasons(_ text: String) throws {
    var mechanism = try #require(XOAUTH2(username: "u", token: Self.secret("t")))
    _ = try mechanism.respond(to: Self.challenge(text))
    #expect(mechanism.tokenStatus == nil)
    #expect(try TokenStatus.read(#" { "status" : 400 , "x" : true, "scope":"a\/\"\u0041\u00e9\n" } "#)?.status == Visible("400"))
    #expect(try TokenStatus.read(#"{"scope":"a\/\"\u0041\u00e9\n"}"#)?.scope == Visible("a/\"A\u{e9}\n"))
  }

  @Test(
    "only octets of RFC 6750 are a token",
    arguments: [
      ("", false), ("=", false), ("a=", true), ("a=b", false), ("a b", false), ("a\u{1}", false), ("a\r\n", false), ("Az09-._~+/", true),
      ("ä", false),
    ])
  func tokens(_ token: String, _ isToken: Bool) throws {
    #expect((XOAUTH2(username: "u", token: Self.secret(token)) != nil) == isToken)
    let endpoint = Endpoint(host: try #require(HostName("imap.example.org")), port: 993, security: .tls)
    #expect((OAUTHBEARER(username: "u", token: Self.secret(token), endpoint) != nil) == isToken)
    #expect(XOAUTH2(username: "u\u{1}auth=Bearer x", token: Self.secret("t")) == nil)
  }
}

extension TokenStatus {
  /// Reads `json` as a server sends it.
  fileprivate static func read(_ json: String) throws -> TokenStatus? {
    var mechanism = try #require(XOAUTH2(username: "u", token: Secret(copying: "t".utf8)))
    _ = try mechanism.respond(to: SASLChallenge(Base64.encode(json.utf8)))
    return mechanism.tokenStatus
  }
}
