// The authorization server of one sign-in: its issuer, its endpoints, and the hosts that belong to it.

import Catalog
import Vocabulary

/// An authorization server, from the catalog or from its own metadata (`OAuthClient.metadata`).
package struct AuthorizationServer: Equatable, Sendable {
  /// The issuer (RFC 8414, section 2), compared as a text.
  package let issuer: String
  package let authorize: WebAddress?
  package let token: WebAddress
  package let device: WebAddress?
  package let revoke: WebAddress?
  package let register: WebAddress?
  /// The hosts on which a `verification_uri` may be.
  package let hosts: [String]
  package let issuerCheck: IssuerCheck
  /// The `grant_type` of the device grant if it is not that of RFC 8628. Such a server takes the device code as `code`.
  let deviceGrantType: String?

  /// When the issuer in a redirect is compared (RFC 9207, section 2.4).
  package enum IssuerCheck: Sendable {
    /// Every redirect must contain it.
    case always
    case ifPresent
    /// The issuer is not known exactly: it depends on the tenant of the account.
    case never
  }

  package init(
    issuer: String, authorize: WebAddress?, token: WebAddress, device: WebAddress?, revoke: WebAddress?, register: WebAddress?,
    hosts: [String], issuerCheck: IssuerCheck, deviceGrantType: String? = nil
  ) {
    (self.issuer, self.authorize, self.token, self.device) = (issuer, authorize, token, device)
    self.deviceGrantType = deviceGrantType
    (self.revoke, self.register, self.hosts, self.issuerCheck) = (revoke, register, hosts, issuerCheck)
  }

  /// Returns the server of an entry of the catalog. `tenant` is a word of the entry's list, or what an organization calls its own: a
  /// domain or a GUID. Returns `nil` if the entry has tenants and `tenant` is missing or not legal.
  package init?(_ service: OAuthService, tenant: String? = nil) {
    let tenant = tenant ?? service.tenants.first
    if !service.tenants.isEmpty, tenant.flatMap(HostName.init)?.kind != .name { return nil }
    func filled(_ text: String?) -> String? { text?.replacing(OAuthService.tenantPlaceholder, with: tenant ?? "") }
    func address(_ text: String?) -> WebAddress? { filled(text).flatMap(WebAddress.init) }
    guard let issuer = filled(service.issuer), let token = address(service.token) else { return nil }
    self.init(
      issuer: issuer, authorize: address(service.authorize), token: token, device: address(service.device),
      revoke: address(service.revoke), register: address(service.register), hosts: service.hosts,
      issuerCheck: !service.tenants.isEmpty ? .never : service.sendsIssuer ? .always : .ifPresent, deviceGrantType: service.deviceGrantType)
  }

  /// The host of the token endpoint.
  package var host: HostName { token.host }

  /// Reads an address that the server named and that a user will open. Throws if it is not https, has a fragment or user information,
  /// or is on another host.
  func pinned(_ text: String) throws(OAuthFailure) -> WebAddress {
    guard let address = WebAddress(text), !text.contains("#") else { throw .untrusted(.unusableAddress(Visible(text))) }
    guard hosts.contains(address.host.text) else { throw .untrusted(.foreignHost(Visible(text))) }
    return address
  }
}
