// The address that the user opens in a browser (RFC 6749, section 4.1.1; RFC 7636, section 4.3).

import Catalog
import Platform
import Posix
import Vocabulary
import Wire

/// One sign-in in a browser: its address, and what its answer has to fit.
package struct AuthorizationRequest: Sendable {
  /// What is asked for.
  package struct Scopes: Sendable, Equatable {
    /// Without these the token is useless.
    package let needed: [String]
    /// Asked for as well; a server may leave them out of its answer.
    package let further: [String]

    package init(needed: [String], further: [String] = []) { (self.needed, self.further) = (needed, further) }

    /// The scopes for reading and sending mail at a provider of the catalog.
    package init(_ service: OAuthService) {
      let mail = service.scopes.imap + service.scopes.smtp.filter { !service.scopes.imap.contains($0) }
      self.init(needed: mail, further: service.scopes.extra)
    }

    /// The scopes of servers that any mail client can register with (draft-ietf-mailmaint-oauth-public), such as Stalwart.
    package static let open = Scopes(needed: ["urn:ietf:params:oauth:scope:mail"], further: ["offline_access"])

    var text: String { (needed + further).joined(separator: " ") }
  }

  /// The whole address. It contains no secret: it may be shown and handed to a browser.
  package let address: String
  /// Where the browser is sent afterwards.
  package let redirect: String
  let scopes: Scopes
  let resource: String?
  let pkce: PKCE
  let state: String
  let issuer: String
  let issuerCheck: AuthorizationServer.IssuerCheck

  /// Creates a request with a new state and a new verifier. `loginHint` is the address of the account, so that the browser offers the
  /// right one. `parameters` and `resource` (RFC 8707) are from the catalog. Throws `noEndpoint` if the server has no authorization
  /// endpoint.
  package init(
    _ client: OAuthClient, redirect: String, scopes: Scopes, loginHint: String? = nil, parameters: [OAuthService.Parameter] = [],
    resource: String? = nil
  ) throws(OAuthFailure) {
    guard let endpoint = client.server.authorize else { throw .noEndpoint(.authorize) }
    guard let pkce = PKCE() else { throw .system(.init(ENOMEM)) }
    let state = PKCE.random(32).withOctets { $0.text }
    var pairs = [
      (name: "response_type", value: "code"), ("client_id", client.identity.id), ("redirect_uri", redirect), ("scope", scopes.text),
      ("state", state), ("code_challenge", pkce.challenge), ("code_challenge_method", "S256"),
    ]
    if let loginHint { pairs.append(("login_hint", loginHint)) }
    if let resource { pairs.append(("resource", resource)) }
    pairs += parameters.map { ($0.name, $0.value) }
    let separator = endpoint.text.contains("?") ? "&" : "?"
    address = endpoint.text + separator + HTTPForm.query(pairs)
    (self.redirect, self.scopes, self.resource, self.pkce, self.state) = (redirect, scopes, resource, pkce, state)
    (issuer, issuerCheck) = (client.server.issuer, client.server.issuerCheck)
  }

  /// Whether an answer belongs to this request.
  func owns(_ answer: HTTPFormFields) -> Bool { answer.text("state") == state }

  /// Returns the code of an answer that belongs to this request. Throws the error that the answer contains, or what is wrong with it.
  func code(in answer: HTTPFormFields) throws(OAuthFailure) -> Secret {
    guard owns(answer) else { throw .untrusted(.otherSignIn) }
    switch (issuerCheck, answer.text("iss")) {
    case (.never, _), (.ifPresent, nil): break
    case (.always, nil): throw .untrusted(.otherIssuer(nil))
    case (.always, let named?), (.ifPresent, let named?):
      guard named == issuer else { throw .untrusted(.otherIssuer(Visible(named))) }
    }
    if let error = OAuthError(answer) { throw .refused(error) }
    guard let code = answer["code"] else { throw .malformed(.missing(key: "code")) }
    guard Self.isCode(code) else { throw .malformed(.unusableToken(key: "code")) }
    return code
  }

  /// RFC 6749, appendix A.11.
  static func isCode(_ code: Secret) -> Bool {
    code.withOctets { !$0.isEmpty && $0.count <= 4_096 && $0.allSatisfy { (0x20...0x7e).contains($0) } }
  }
}
