// How to sign in at a provider with OAuth 2.0 instead of a password.

import Vocabulary

/// The authorization server of a provider, and what a user needs to know about an app there.
package struct OAuthService: Sendable, Equatable {
  /// The issuer (RFC 8414, section 2).
  package let issuer: String
  /// Whether every redirect contains the issuer (RFC 9207).
  package let sendsIssuer: Bool
  /// The endpoints, in which `{tenant}` is replaced by one of `tenants`. `nil` if the provider has none.
  package let authorize: String?
  package let token: String
  package let device: String?
  package let revoke: String?
  package let register: String?
  /// The hosts on which the provider lets users enter a device code.
  package let hosts: [String]
  package let scopes: Scopes
  /// Parameters of the authorization request.
  package let parameters: [Parameter]
  /// RFC 8707.
  package let resource: String?
  /// The `grant_type` of the device grant if it is not that of RFC 8628. Such a server takes the device code as `code`.
  package let deviceGrantType: String?
  package let redirect: Redirect
  package let clientSecret: ClientSecret
  /// The words for a tenant, the usual one first. An organization's own tenant is also allowed. Empty if there are none.
  package let tenants: [String]
  /// The ways to sign in that work, the best first.
  package let grants: [Grant]
  package let registration: Registration
  /// How to register an app.
  package let steps: [Step]
  /// What ends a sign-in.
  package let ends: Text?
  /// Where a user ends the access of an app.
  package let consents: WebAddress?
  /// The facts for which there is no source.
  package let unconfirmed: [Fact]
  package let sources: [String]
  /// The ISO 8601 date on which this was last compared with its sources.
  package let checked: String

  /// What an address contains where the tenant belongs.
  package static let tenantPlaceholder = "{tenant}"

  /// Scopes (RFC 6749, section 3.3).
  package struct Scopes: Sendable, Equatable {
    package let imap: [String]
    package let smtp: [String]
    /// Scopes that are no permission for mail, such as the one for a refresh token.
    package let extra: [String]
  }

  package struct Parameter: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  /// Where the browser is sent after the sign-in.
  package enum Redirect: Sendable, Equatable {
    /// To a server on this computer, at any port (RFC 8252, section 7.3).
    case loopback(LoopbackHost, path: String)
    /// To a page of the provider that shows a code.
    case page(WebAddress)
  }

  package enum LoopbackHost: String, Sendable, CaseIterable {
    case localhost
    case address = "127.0.0.1"
  }

  /// Whether an app has a client secret.
  package enum ClientSecret: String, Sendable, CaseIterable { case never, optional, required }

  /// The ways to sign in.
  package enum Grant: String, Sendable, CaseIterable {
    /// A browser on this computer.
    case browser
    /// A code that the user enters in a browser anywhere (RFC 8628).
    case device
    /// A browser anywhere, whose last address the user pastes.
    case paste
  }

  /// Who can register an app.
  package enum Registration: String, Sendable, CaseIterable {
    case anyone
    /// Only an account that belongs to a directory of an organization.
    case organization
    /// The program itself (RFC 7591).
    case automatic
    /// Nobody any more.
    case closed
  }

  /// The facts that can be unconfirmed. The raw values are the keys in the catalog.
  package enum Fact: String, Sendable, CaseIterable {
    case issuer, authorize, token, device, revoke, register, hosts, scopes, parameters, resource, redirect, clientSecret, tenants, grants
    case registration, steps, ends, consents
  }
}
