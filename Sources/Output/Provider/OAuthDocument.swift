// The JSON about signing in at a provider without a password.

import Catalog
import Documents
import Vocabulary

extension JSONValue {
  /// Returns everything that a program needs to sign in there, and the steps by which a person registers an app.
  static func oauth(_ service: OAuthService, _ language: Language) -> JSONValue {
    .object([
      "issuer": .text(service.issuer), "sendsIssuer": .flag(service.sendsIssuer), "authorize": .optional(service.authorize),
      "token": .text(service.token), "device": .optional(service.device), "revoke": .optional(service.revoke),
      "register": .optional(service.register), "hosts": .texts(service.hosts),
      "scopes": .object([
        "imap": .texts(service.scopes.imap), "smtp": .texts(service.scopes.smtp), "extra": .texts(service.scopes.extra),
      ]),
      "parameters": .object(Dictionary(service.parameters.map { ($0.name, .text($0.value)) }) { first, _ in first }),
      "resource": .optional(service.resource), "redirect": .text(redirect(service.redirect)),
      "clientSecret": .text(service.clientSecret.rawValue), "tenants": .texts(service.tenants),
      "grants": .texts(service.grants.map(\.rawValue)), "registration": .text(service.registration.rawValue),
      "steps": .list(service.steps.enumerated().map { step($1, $0 + 1, language) }), "ends": .optional(service.ends?[language]),
      "consents": .optional(service.consents?.text), "unconfirmed": .texts(service.unconfirmed.map(\.rawValue)),
      "sources": .texts(service.sources), "checked": .text(service.checked),
    ])
  }

  private static func redirect(_ redirect: OAuthService.Redirect) -> String {
    switch redirect {
    // RFC 8252, section 7.3: the port is chosen at the time of the request.
    case .loopback(let host, let path): "http://\(host.rawValue)\(path)"
    case .page(let address): address.text
    }
  }
}
