// What an authorization server says about itself (RFC 8414), and the registration of an app without an account (RFC 7591).

import Documents
import HTTP
import Posix
import Vocabulary
import Wire

extension AuthorizationServer {
  /// Requests the metadata of `issuer`, an address that the user or the mail provider itself named.
  ///
  /// The metadata must name the same issuer (RFC 8414, section 3.3), and every endpoint must be on its host. Tries the well-known address
  /// of OpenID Connect if the server has none of RFC 8414. Throws what is wrong with them.
  package static func metadata(of issuer: WebAddress, _ http: HTTPClient) throws(OAuthFailure) -> AuthorizationServer {
    guard !issuer.text.contains("?"), !issuer.text.contains("#") else { throw .untrusted(.unusableAddress(Visible(issuer.text))) }
    let deadline = OAuthClient.deadline
    for address in places(of: issuer) {
      let response: HTTPResponse
      do { response = try http.get(address, until: deadline) } catch { throw OAuthFailure(error) }
      if response.status == 404 || response.status == 410 { continue }
      return try AuthorizationServer(OAuthClient.members(of: response, sent: []), issuer: issuer, host: issuer.host)
    }
    throw .noEndpoint(.metadata)
  }

  /// The addresses of the metadata: the path of the issuer comes after the well-known part (RFC 8414, section 3.1), in OpenID Connect
  /// before it (section 5).
  private static func places(of issuer: WebAddress) -> [WebAddress] {
    let bare = issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text
    let authority = bare.dropFirst("https://".count).prefix { $0 != "/" }
    let origin = "https://" + authority
    let path = bare.dropFirst(origin.count)
    return ["\(origin)/.well-known/oauth-authorization-server\(path)", "\(bare)/.well-known/openid-configuration"].compactMap(
      WebAddress.init)
  }

  private init(_ members: [String: SecretJSON], issuer: WebAddress, host: HostName) throws(OAuthFailure) {
    guard let named = members["issuer"]?.text else { throw .malformed(.missing(key: "issuer")) }
    guard named == issuer.text else { throw .untrusted(.otherIssuer(Visible(named))) }
    func endpoint(_ key: String) throws(OAuthFailure) -> WebAddress? {
      switch members[key] {
      case nil, .null: return nil
      case let value?:
        guard let text = value.text else { throw .malformed(.wrongType(key: key)) }
        guard let address = WebAddress(text), !text.contains("#") else { throw .untrusted(.unusableAddress(Visible(text))) }
        guard address.host == host else { throw .untrusted(.foreignHost(Visible(text))) }
        return address
      }
    }
    guard let token = try endpoint("token_endpoint") else { throw .malformed(.missing(key: "token_endpoint")) }
    let sendsIssuer = if case .flag(true)? = members["authorization_response_iss_parameter_supported"] { true } else { false }
    self.init(
      issuer: named, authorize: try endpoint("authorization_endpoint"), token: token,
      device: try endpoint("device_authorization_endpoint"), revoke: try endpoint("revocation_endpoint"),
      register: try endpoint("registration_endpoint"), hosts: [host.text], issuerCheck: sendsIssuer ? .always : .ifPresent)
  }

  /// Registers this program as a public, native client (RFC 7591, section 3.1; RFC 8252). Returns its identity, and the redirect address
  /// that the server wrote down, which may spell the loopback host in another way. Throws `otherRedirect` if it is another one.
  ///
  /// `hasDevice` is whether the client will use the device grant. Where it is not needed it is not mentioned: some servers have another
  /// name for it, and refuse a registration with a name that they do not know.
  package func register(
    redirect: String, scopes: AuthorizationRequest.Scopes, hasDevice: Bool = false, _ http: HTTPClient
  ) throws(OAuthFailure) -> (identity: ClientIdentity, redirect: String) {
    guard let endpoint = register else { throw .noEndpoint(.register) }
    var grants = ["authorization_code", "refresh_token"]
    if hasDevice { grants.append("urn:ietf:params:oauth:grant-type:device_code") }
    let request = JSONValue.object([
      "client_name": .text("setup"), "application_type": .text("native"), "redirect_uris": .texts([redirect]),
      "grant_types": .texts(grants), "response_types": .texts(["code"]), "token_endpoint_auth_method": .text("none"),
      "scope": .text(scopes.text),
    ])
    let response: HTTPResponse
    do { response = try http.postJSON(endpoint, Secret(copying: request.octets), until: OAuthClient.deadline) } catch {
      throw OAuthFailure(error)
    }
    let members = try OAuthClient.members(of: response, sent: [])
    guard let id = members["client_id"]?.text else { throw .malformed(.missing(key: "client_id")) }
    guard let identity = ClientIdentity(id: id, secret: members["client_secret"]?.secret) else {
      throw .malformed(.outOfRange(key: "client_id"))
    }
    guard let written = members["redirect_uris"] else { return (identity, redirect) }
    guard let texts = written.texts else { throw .malformed(.wrongType(key: "redirect_uris")) }
    guard let kept = texts.first(where: { RedirectAddress($0)?.isSame(as: RedirectAddress(redirect)) == true }) else {
      throw .untrusted(.otherRedirect)
    }
    return (identity, kept)
  }
}
