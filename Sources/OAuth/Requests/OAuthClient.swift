// Requests to an authorization server, and how its answers are read.

import Documents
import HTTP
import Posix
import Vocabulary
import Wire

/// What the authorization server knows this program by: the registration of the user's own app, or of the organization's.
package struct ClientIdentity: Sendable {
  package let id: String
  /// `nil` for a public client. A public client must send none.
  package let secret: Secret?

  /// Returns `nil` unless `id` is 1 to 500 printable ASCII characters (RFC 6749, appendix A.1) and `secret` too (A.2).
  package init?(id: String, secret: Secret? = nil) {
    guard (1...500).contains(id.utf8.count), id.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else { return nil }
    guard secret?.withOctets({ !$0.isEmpty && $0.count <= 500 && $0.allSatisfy { (0x20...0x7e).contains($0) } }) != false else {
      return nil
    }
    (self.id, self.secret) = (id, secret)
  }
}

/// One app at one authorization server.
package struct OAuthClient: Sendable {
  package let http: HTTPClient
  package let server: AuthorizationServer
  package let identity: ClientIdentity

  package init(_ http: HTTPClient, _ server: AuthorizationServer, _ identity: ClientIdentity) {
    (self.http, self.server, self.identity) = (http, server, identity)
  }

  /// A form that begins with the identity of the client. The secret goes into the body (RFC 6749, section 2.3.1), only to this server.
  func form() -> HTTPForm {
    var form = HTTPForm()
    form.add("client_id", identity.id)
    form.add("client_secret", identity.secret)
    return form
  }

  /// Sends `form` to an endpoint and returns the members of the JSON object that it answers.
  func post(_ form: HTTPForm, to endpoint: WebAddress, until deadline: Deadline) throws(OAuthFailure) -> [String: SecretJSON] {
    let response: HTTPResponse
    do { response = try http.postForm(endpoint, form, until: deadline) } catch { throw OAuthFailure(error) }
    return try Self.members(of: response, sent: form.secrets)
  }

  /// The time limit of a request that starts now.
  static var deadline: Deadline { .after(seconds: HTTPClient.timeLimit) }

  /// Reads a response. Throws the error that the server names, whatever the HTTP status is: some servers send errors with 200.
  static func members(of response: HTTPResponse, sent: [Secret]) throws(OAuthFailure) -> [String: SecretJSON] {
    let members: [String: SecretJSON]
    do { members = try Self.members(of: response) } catch {
      switch response.status {
      case 200...299: throw error
      case 429, 500...599: throw .unavailable(status: response.status, retryAfter: response.retryAfter)
      case _: throw .refusedSilently(status: response.status)
      }
    }
    if let error = OAuthError(members, status: response.status, sent: sent) { throw .refused(error) }
    switch response.status {
    case 200...299: return members
    case 429, 500...599: throw .unavailable(status: response.status, retryAfter: response.retryAfter)
    case _: throw .refusedSilently(status: response.status)
    }
  }

  private static func members(of response: HTTPResponse) throws(OAuthFailure) -> [String: SecretJSON] {
    let first = response.body.withOctets { $0.first { !$0.isBlankOrLineEnd } }
    guard let first else { throw .malformed(.empty) }
    if first == UInt8(ascii: "<") || response.mediaType == "text/html" { throw .malformed(.html) }
    let value: SecretJSON
    do { value = try SecretJSON.read(response.body) } catch { throw .malformed(.notJSON(error.rawValue)) }
    guard let members = value.members else { throw .malformed(.notJSON("notAnObject")) }
    return members
  }
}
