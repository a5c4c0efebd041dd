// Answers of the token endpoint: good ones, and everything that must not be taken for one.

import HTTP
import OAuth
import TestSupport
import Testing
import Vocabulary
import Wire

@Suite(.waiting) struct TokenTests {
  private func refresh(_ answers: [Answer], secret: String? = nil) throws -> Exchange<TokenResponse> {
    try TokenServer.play(answers, secret: secret) { client throws(OAuthFailure) in
      try client.refresh(TokenServer.secret("old-refresh-token"))
    }
  }

  @Test("RFC 6749, section 6: the request, and a new refresh token")
  func rotation() throws {
    let exchange = try refresh([.tokens], secret: "s3/cr3t")
    let tokens = try exchange.result.get()
    #expect(tokens.accessToken.text == "acc-1" && tokens.refreshToken?.text == "ref-2" && tokens.lifetime == 3_600)
    #expect(tokens.scopes == ["mail", "extra"])
    let form = try TokenServer.form(exchange.received.first)
    #expect(form.text("grant_type") == "refresh_token" && form.text("refresh_token") == "old-refresh-token")
    #expect(form.text("client_id") == "app 1" && form.text("client_secret") == "s3/cr3t")
    #expect(exchange.received[0].hasPrefix("POST /token HTTP/1.1\r\n"))
  }

  @Test("without a new refresh token the old one stays")
  func kept() throws {
    let exchange = try refresh([
      Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"expires_in\":\"60\",\"refresh_token\":null}")
    ])
    let tokens = try exchange.result.get()
    #expect(tokens.refreshToken?.text == "old-refresh-token" && tokens.lifetime == 60 && tokens.scopes == nil)
    #expect(try TokenServer.form(exchange.received.first)["client_secret"] == nil)
  }

  @Test("with too few scopes the new refresh token is there nevertheless")
  func fewerScopes() throws {
    let answer = Answer(
      200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"refresh_token\":\"ref-3\",\"scope\":\"profile\"}")
    let tokens = try refresh([answer]).result.get()
    #expect(tokens.refreshToken?.text == "ref-3" && tokens.missing(["mail", "PROFILE"]) == ["mail"])
  }

  @Test("a lifetime that is missing or too long is not believed")
  func lifetimes() throws {
    #expect(try refresh([Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\"}")]).result.get().lifetime == 3_600)
    let long = Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"expires_in\":99999999999}")
    #expect(try refresh([long]).result.get().lifetime == 30 * 86_400)
  }

  static let badRows: [(Answer, OAuthFailure)] = [
    (Answer(200, ""), .malformed(.empty)), (Answer(200, "<!DOCTYPE html><p>Sign in"), .malformed(.html)),
    (Answer(200, "{}", "Content-Type: text/html\r\n"), .malformed(.html)), (Answer(200, "[]"), .malformed(.notJSON("notAnObject"))),
    (Answer(200, "access_token=a&token_type=bearer"), .malformed(.notJSON("notJSON"))),
    (Answer(200, "{\"access_token\":\"a\",\"access_token\":\"b\"}"), .malformed(.notJSON("duplicateKey"))),
    (Answer(200, "{\"a\":" + String(repeating: "[", count: 20)), .malformed(.notJSON("tooDeep"))),
    (Answer(200, "{\"access_token\":\"a\"}"), .malformed(.missing(key: "token_type"))),
    (Answer(200, "{\"token_type\":\"bearer\"}"), .malformed(.missing(key: "access_token"))),
    (Answer(200, "{\"token_type\":\"mac\",\"access_token\":\"a\"}"), .malformed(.tokenType(Visible("mac")))),
    (Answer(200, "{\"token_type\":1,\"access_token\":\"a\"}"), .malformed(.wrongType(key: "token_type"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":1}"), .malformed(.wrongType(key: "access_token"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"\"}"), .malformed(.unusableToken(key: "access_token"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a b\"}"), .malformed(.unusableToken(key: "access_token"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\\r\\nX: y\"}"), .malformed(.unusableToken(key: "access_token"))),
    (
      Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"\(String(repeating: "a", count: 9_001))\"}"),
      .malformed(.unusableToken(key: "access_token"))
    ),
    (
      Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"refresh_token\":\"\\u0000\"}"),
      .malformed(.unusableToken(key: "refresh_token"))
    ),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"expires_in\":0}"), .malformed(.outOfRange(key: "expires_in"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"expires_in\":-5}"), .malformed(.outOfRange(key: "expires_in"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"expires_in\":\"soon\"}"), .malformed(.wrongType(key: "expires_in"))),
    (Answer(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"scope\":[\"mail\"]}"), .malformed(.wrongType(key: "scope"))),
    (Answer(200, "{\"error\":\"invalid_grant\"}"), .refused(OAuthError("invalid_grant", status: 200))),
    (Answer(400, ""), .refusedSilently(status: 400)), (Answer(401, "<html>"), .refusedSilently(status: 401)),
    (Answer(403, "{\"message\":\"no\"}"), .refusedSilently(status: 403)), (Answer(429, ""), .unavailable(status: 429, retryAfter: nil)),
    (Answer(503, "<html>", "Retry-After: 30\r\n"), .unavailable(status: 503, retryAfter: 30)),
    (Answer(500, "{\"message\":\"no\"}"), .unavailable(status: 500, retryAfter: nil)),
    (Answer(302, "", "Location: https://evil.example/\r\n"), .http(.redirected(status: 302))),
    (Answer(raw: "* OK IMAP ready\r\n"), .http(.response(.notHTTP(said: Visible("* OK IMAP ready"))))),
    (Answer(raw: "HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n"), .http(.response(.bodyTooLong))),
  ]

  @Test("what is no answer is a named failure", arguments: badRows)
  func bad(_ answer: Answer, _ failure: OAuthFailure) throws {
    #expect(try refresh([answer]).failure == failure)
  }

  @Test("an empty answer to a refresh means that the sign-in is over")
  func silent() throws {
    #expect(try refresh([Answer(400, "")]).failure?.causes == [.tokenExpired])
  }

  @Test("Microsoft's error, with its number and its words")
  func number() throws {
    let description = "AADSTS700082: The refresh token has expired due to inactivity.\\r\\nTrace ID: x"
    let answer = Answer.error("invalid_grant", ",\"error_description\":\"\(description)\",\"error_codes\":[700082],\"suberror\":\"x\"")
    guard case .refused(let error)? = try refresh([answer]).failure else {
      Issue.record("not refused")
      return
    }
    #expect(error.word == .invalidGrant && error.number == 700_082 && error.status == 400)
    #expect(error.description.text == "AADSTS700082: The refresh token has expired due to inactivity. Trace ID: x")
  }

  @Test("a text that repeats a secret of the request is dropped", arguments: ["old-refresh-token", "Bad: refresh-t", "s3/cr3t"])
  func echo(_ said: String) throws {
    let answer = Answer.error("invalid_grant", ",\"error_description\":\"\(said)\",\"error_subtype\":\"\(said)\"")
    guard case .refused(let error)? = try refresh([answer], secret: "s3/cr3t").failure else {
      Issue.record("not refused")
      return
    }
    #expect(error.description.text == "" && error.subtype?.text == "")
    #expect(!"\(error)".contains("refresh-t") && !"\(error)".contains("cr3t"))
  }

  @Test("RFC 7009")
  func revocation() throws {
    let token = TokenServer.secret("ref-9")
    func revoke(_ answer: Answer) throws -> Exchange<Bool> {
      try TokenServer.play([answer]) { client throws(OAuthFailure) in
        try client.revoke(token)
        return true
      }
    }
    let exchange = try revoke(Answer(200, ""))
    #expect(try exchange.result.get())
    let form = try TokenServer.form(exchange.received.first)
    #expect(form.text("token") == "ref-9" && form.text("token_type_hint") == "refresh_token")
    #expect(exchange.received[0].hasPrefix("POST /revoke "))
    #expect(try revoke(.error("unsupported_token_type")).failure == .refused(OAuthError("unsupported_token_type", status: 400)))
    #expect(try revoke(Answer(401, "")).failure == .refusedSilently(status: 401))
    #expect(try revoke(Answer(503, "")).failure == .unavailable(status: 503, retryAfter: nil))
  }

  @Test("no secret is in the description of anything")
  func descriptions() throws {
    let tokens = try refresh([.tokens]).result.get()
    #expect(!"\(tokens)".contains("acc-1") && !"\(tokens)".contains("ref-2"))
    #expect(!String(reflecting: tokens).contains("ref-2"))
    let client = try TokenServer.client(secret: "s3cr3t-text")
    #expect(!"\(client)".contains("s3cr3t-text"))
    #expect(
      ClientIdentity(id: "") == nil && ClientIdentity(id: "a\n") == nil && ClientIdentity(id: "a", secret: TokenServer.secret("")) == nil)
  }
}
