// Every way a sign-in in a browser can fail, said in both languages.

import HTTP
import OAuth
import Posix
import Sentences
import Testing
import Vocabulary

@Suite("Sentences of sign-ins in a browser") struct OAuthSentenceTests {
  static let failures: [OAuthFailure] =
    [
      .http(.net(.refused, .connect)), .http(.net(.tls(.selfSigned), .tls)), .http(.net(.timedOut, .response)),
      .http(.net(.dnsFailed, .resolve)),
      .http(.response(.bodyTooLong)), .http(.response(.bareLineEnd)), .http(.redirected(status: 302)), .http(.unusableAddress),
      .refused(OAuthError("invalid_grant", status: 400)), .refusedSilently(status: 400), .unavailable(status: 503, retryAfter: nil),
      .unavailable(status: 429, retryAfter: 30), .missingScopes(["mail"]), .expired(.deviceCode), .expired(.redirect), .interrupted,
      .noEndpoint(.device), .system(SystemError(24)),
    ]
    + [
      OAuthFailure.Malformation.html, .empty, .notJSON("tooDeep"), .missing(key: "code"), .wrongType(key: "scope"),
      .unusableToken(key: "access_token"), .tokenType(Visible("mac")), .outOfRange(key: "expires_in"),
    ].map { .malformed($0) }
    + [
      OAuthFailure.Distrust.otherIssuer(nil), .foreignHost(Visible("https://evil.example/")),
      .unusableAddress(Visible("http://a.example/")),
      .otherSignIn, .otherRedirect,
    ].map { .untrusted($0) }

  @Test("each is right in both languages", arguments: failures) func good(_ failure: OAuthFailure) throws {
    let text = failure.sentence(at: try #require(HostName("login.example.com")))
    #expect(Prose(text: text, quoted: ["login.example.com", "https://evil.example/", "http://a.example/", "mac"]).faults == [], "\(text)")
  }

  @Test("the pages of the browser") func pages() {
    for text in [RedirectPages.sentences.received, RedirectPages.sentences.ignored] { #expect(Prose(text: text).faults == [], "\(text)") }
  }

  @Test("what is said at a provider without passwords is good prose in both languages") func noPassword() {
    let name = Text("Example Mail", "示例邮箱")
    let texts = [
      SignInSentence.takesNoPassword(name), SignInSentence.ownSignIn(name, isKnown: true), SignInSentence.ownSignIn(name, isKnown: false),
    ]
    for text in texts { #expect(Prose(text: text).faults == [], "\(text)") }
    for text in [SignInSentence.otherClients, SignInSentence.autoconfigNow] { #expect(Prose(text: text).faults == [], "\(text)") }
  }
}
