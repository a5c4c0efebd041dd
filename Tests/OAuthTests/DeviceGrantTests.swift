// The device grant (RFC 8628), with answers from a script and without waiting.

import HTTP
import OAuth
import Posix
import Synchronization
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct DeviceGrantTests {
  private static func started(_ more: String = ",\"interval\":2", address: String = "https://www.example.com/device") -> Answer {
    Answer(
      200,
      "{\"device_code\":\"dev/1\",\"user_code\":\"ABCD-EFGH\",\"verification_uri\":\"\(address)\",\"expires_in\":600\(more)}")
  }

  /// Plays a grant, and returns its result and the seconds that were waited before each request.
  private func grant(_ answers: [Answer], deviceGrantType: String? = nil) throws -> (exchange: Exchange<TokenResponse>, pauses: [Double]) {
    let pauses = Mutex<[Double]>([])
    let exchange = try TokenServer.play(answers, deviceGrantType: deviceGrantType) { client throws(OAuthFailure) in
      let device = try client.authorizeDevice(TokenServer.scopes)
      return try client.tokens(for: device, TokenServer.scopes) { seconds, _ in pauses.withLock { $0.append(seconds) } }
    }
    return (exchange, pauses.withLock { $0 })
  }

  @Test("pending, slow_down for good, and then the tokens")
  func success() throws {
    let pending = Answer.error("authorization_pending")
    let (exchange, pauses) = try grant([Self.started(), pending, .error("slow_down"), pending, .tokens])
    #expect(try exchange.result.get().refreshToken?.text == "ref-2")
    #expect(pauses == [2, 2, 7, 7])
    #expect(exchange.received.map { $0.prefix(12) } == ["POST /device", "POST /token ", "POST /token ", "POST /token ", "POST /token "])
    #expect(try TokenServer.form(exchange.received.first).text("scope") == "mail offline_access")
    let form = try TokenServer.form(exchange.received.last)
    #expect(form.text("grant_type") == "urn:ietf:params:oauth:grant-type:device_code" && form.text("device_code") == "dev/1")
  }

  @Test("the names of an early draft, which Yandex kept")
  func draft() throws {
    let answer = Answer(
      200,
      "{\"device_code\":\"d\",\"user_code\":\"c\",\"verification_url\":\"https://id.example.com/d\",\"expires_in\":\"300\",\"interval\":5}")
    let (exchange, pauses) = try grant([answer, .tokens], deviceGrantType: "device_code")
    #expect(exchange.failure == nil && pauses == [5])
    let form = try TokenServer.form(exchange.received.last)
    #expect(form.text("grant_type") == "device_code" && form.text("code") == "d" && form.text("device_code") == nil)
  }

  @Test("RFC 8628, section 3.5: no answer doubles the interval, an overloaded server gets five seconds more")
  func slower() throws {
    let (exchange, pauses) = try grant([Self.started(""), .reset, Answer(503, ""), .error("temporarily_unavailable"), .tokens])
    #expect(exchange.failure == nil)
    #expect(pauses == [5, 10, 15, 20])
  }

  @Test(
    "what ends the wait",
    arguments: [
      (Answer.error("expired_token"), OAuthFailure.refused(OAuthError("expired_token", status: 400))),
      (.error("access_denied"), .refused(OAuthError("access_denied", status: 400))),
      (.error("authorization_declined"), .refused(OAuthError("authorization_declined", status: 400))),
      (.error("bad_verification_code"), .refused(OAuthError("bad_verification_code", status: 400))),
      (.error("invalid_client", status: 401), .refused(OAuthError("invalid_client", status: 401))),
      (Answer(400, ""), .refusedSilently(status: 400)), (Answer(200, "<html>"), .malformed(.html)),
      (Answer(302, ""), .http(.redirected(status: 302))),
      (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"scope\":\"x\"}"), .missingScopes(["mail"])),
    ])
  func over(_ answer: Answer, _ failure: OAuthFailure) throws {
    #expect(try grant([Self.started(), .error("authorization_pending"), answer]).exchange.failure == failure)
  }

  @Test(
    "an address that is not on a host of the provider is not shown",
    arguments: [
      ("https://evil.example/device", OAuthFailure.untrusted(.foreignHost(Visible("https://evil.example/device")))),
      ("https://www.example.com.evil.example/", .untrusted(.foreignHost(Visible("https://www.example.com.evil.example/")))),
      ("https://sub.www.example.com/", .untrusted(.foreignHost(Visible("https://sub.www.example.com/")))),
      ("http://www.example.com/device", .untrusted(.unusableAddress(Visible("http://www.example.com/device")))),
      ("https://www.example.com@evil.example/", .untrusted(.unusableAddress(Visible("https://www.example.com@evil.example/")))),
      ("https://www.example.com/#x", .untrusted(.unusableAddress(Visible("https://www.example.com/#x")))),
      ("javascript:alert(1)", .untrusted(.unusableAddress(Visible("javascript:alert(1)")))),
    ])
  func foreign(_ address: String, _ failure: OAuthFailure) throws {
    #expect(try grant([Self.started(address: address)]).exchange.failure == failure)
    let complete = Self.started(",\"verification_uri_complete\":\"\(address)\"")
    #expect(try grant([complete]).exchange.failure == failure)
  }

  @Test(
    "an answer of the device endpoint that is none",
    arguments: [
      ("{}", OAuthFailure.malformed(.missing(key: "device_code"))),
      ("{\"device_code\":\"d\"}", .malformed(.missing(key: "user_code"))),
      ("{\"device_code\":\"d\",\"user_code\":\"\\u001b[2J\"}", .malformed(.outOfRange(key: "user_code"))),
      ("{\"device_code\":\"d\",\"user_code\":\"c\"}", .malformed(.missing(key: "verification_uri"))),
      (
        "{\"device_code\":\"d\",\"user_code\":\"c\",\"verification_uri\":\"https://id.example.com/\"}",
        .malformed(.missing(key: "expires_in"))
      ),
      (
        "{\"device_code\":\"d\",\"user_code\":\"c\",\"verification_uri\":\"https://id.example.com/\",\"expires_in\":0}",
        .malformed(.outOfRange(key: "expires_in"))
      ),
    ])
  func malformed(_ body: String, _ failure: OAuthFailure) throws {
    #expect(try grant([Answer(200, body)]).exchange.failure == failure)
  }

  @Test("the wait ends with the code, and with the interrupt")
  func ends() throws {
    let short = Answer(
      200, "{\"device_code\":\"d\",\"user_code\":\"c\",\"verification_uri\":\"https://id.example.com/\",\"expires_in\":1,\"interval\":1}")
    let expired = try TokenServer.play([short, .error("authorization_pending")]) { client throws(OAuthFailure) in
      try client.tokens(for: client.authorizeDevice(TokenServer.scopes), TokenServer.scopes)
    }
    #expect(expired.failure == .expired(.deviceCode))
    #expect(OAuthFailure.expired(.deviceCode).causes == [.deviceCodeExpired])
    let interrupted = try TokenServer.play([Self.started()]) { client throws(OAuthFailure) in
      let device = try client.authorizeDevice(TokenServer.scopes)
      client.http.network.interrupt.raise()
      return try client.tokens(for: device, TokenServer.scopes)
    }
    #expect(interrupted.failure == .interrupted)
  }
}
