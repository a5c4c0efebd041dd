// From the code of a redirect to tokens, and from a refresh token to the next ones.

import Posix
import Vocabulary
import Wire

extension OAuthClient {
  /// Exchanges `code` for tokens (RFC 6749, section 4.1.3). A code works once: there is no second attempt.
  package func tokens(for code: Secret, of request: AuthorizationRequest) throws(OAuthFailure) -> TokenResponse {
    var form = form()
    form.add("grant_type", "authorization_code")
    form.add("code", code)
    form.add("redirect_uri", request.redirect)
    form.add("code_verifier", request.pkce.verifier)
    form.add("resource", request.resource)
    return try TokenResponse(post(form, to: server.token, until: Self.deadline), needs: request.scopes.needed)
  }

  /// Requests a new access token (RFC 6749, section 6). The caller makes sure that no other process uses the same refresh token
  /// meanwhile: a server that replaces refresh tokens ends the whole grant if an old one is used again (RFC 9700, section 4.14.2).
  ///
  /// Returns the tokens, with the old refresh token if the server sent no new one. They may have too few scopes: a new refresh token is
  /// worth keeping nevertheless. Throws `refused` with the meaning `expired`, or
  /// `refusedSilently`, if the user has to sign in again.
  package func refresh(_ old: Secret, resource: String? = nil) throws(OAuthFailure) -> TokenResponse {
    var form = form()
    form.add("grant_type", "refresh_token")
    form.add("refresh_token", old)
    form.add("resource", resource)
    let response = try TokenResponse(post(form, to: server.token, until: Self.deadline))
    return response.refreshToken == nil ? response.keeping(old) : response
  }

  /// Ends the grant of a refresh token, or an access token (RFC 7009). Throws if the server does not confirm that.
  package func revoke(_ token: Secret, isRefreshToken: Bool = true) throws(OAuthFailure) {
    guard let endpoint = server.revoke else { throw .noEndpoint(.revoke) }
    var form = form()
    form.add("token", token)
    form.add("token_type_hint", isRefreshToken ? "refresh_token" : "access_token")
    let response: HTTPResponse
    do { response = try http.postForm(endpoint, form, until: Self.deadline) } catch { throw OAuthFailure(error) }
    // Section 2.2: 200, whatever the body is.
    if response.status == 200 { return }
    _ = try Self.members(of: response, sent: form.secrets)
    throw .refusedSilently(status: response.status)
  }
}
