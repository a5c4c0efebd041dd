// Reads the `oauth` of an entry from the JSON of a catalog, and checks its rules.

import Documents
import FoundationEssentials
import Vocabulary

/// Reads one object `oauth`. Reports faults to its reader.
struct OAuthReader {
  private let object: JSONObjectReader
  private let fill: Placeholders
  private let checked: String
  private let tenants: [String]

  init(_ object: JSONObjectReader, _ fill: Placeholders, checked: String) {
    (self.object, self.fill, self.checked) = (object, fill, checked)
    tenants = object.strings("tenants") ?? []
  }

  /// Returns the service. `nil` if something that it needs is missing or wrong.
  func service() -> OAuthService? {
    defer { object.finish() }
    if object.has("tenants"), tenants.isEmpty { object.add("tenants", .empty) }
    for (index, tenant) in tenants.enumerated() where !ProviderReader.isID(tenant) { object.add("tenants[\(index)]", .notAnID) }
    let issuer = object.required("issuer", endpoint("issuer", of: object))
    let endpoints = object.required("endpoints", object.object("endpoints"))
    defer { endpoints?.finish() }
    let token = endpoints.flatMap { $0.required("token", endpoint("token", of: $0)) }
    let scopes = object.required("scopes", object.object("scopes").flatMap(Self.scopes))
    let clientSecret = object.required("clientSecret", object.word("clientSecret", as: OAuthService.ClientSecret.self))
    let grants = object.required("grants", object.words("grants", as: OAuthService.Grant.self)) ?? []
    let registration = object.required("registration", object.word("registration", as: OAuthService.Registration.self))
    let redirect = object.object("redirect").flatMap(Self.redirect)
    let hosts = hosts()
    let steps = steps()
    let service = (
      authorize: endpoints.flatMap { endpoint("authorize", of: $0) }, device: endpoints.flatMap { endpoint("device", of: $0) },
      revoke: endpoints.flatMap { endpoint("revoke", of: $0) }, register: endpoints.flatMap { endpoint("register", of: $0) }
    )
    // What a grant needs has to be there.
    if grants.contains(.browser) || grants.contains(.paste) {
      if service.authorize == nil, endpoints?.has("authorize") == false { endpoints?.add("authorize", .missing) }
      if !object.has("redirect") { object.add("redirect", .missing) }
    }
    if let index = grants.firstIndex(of: .browser), case .page? = redirect {
      object.add("grants[\(index)]", .unknownValue("browser", allowed: ["device", "paste"]))
    }
    if grants.contains(.device) {
      if service.device == nil, endpoints?.has("device") == false { endpoints?.add("device", .missing) }
      if !object.has("hosts") { object.add("hosts", .missing) }
    }
    if registration == .automatic, endpoints?.has("register") == false { endpoints?.add("register", .missing) }
    let ends = object.text("ends").map { fill.text($0, "ends", object) }
    let consents = object.has("consents") ? ProviderReader.webAddress(object, "consents") : nil
    let parameters = parameters()
    let sendsIssuer = object.flag("sendsIssuer") ?? false
    let resource = object.has("resource") ? ProviderReader.webAddress(object, "resource")?.text : nil
    let deviceGrantType = object.string("deviceGrantType")
    let unconfirmed = object.words("unconfirmed", as: OAuthService.Fact.self) ?? []
    let sources = object.required("sources", object.strings("sources")) ?? []
    let day = object.string("checked") ?? checked
    guard let issuer, let token, let scopes, let clientSecret, let registration else { return nil }
    return OAuthService(
      issuer: issuer, sendsIssuer: sendsIssuer, authorize: service.authorize, token: token, device: service.device,
      revoke: service.revoke, register: service.register, hosts: hosts, scopes: scopes, parameters: parameters, resource: resource,
      deviceGrantType: deviceGrantType, redirect: redirect ?? .loopback(.address, path: "/"), clientSecret: clientSecret, tenants: tenants,
      grants: grants,
      registration: registration, steps: steps, ends: ends, consents: consents, unconfirmed: unconfirmed, sources: sources, checked: day)
  }

  /// An https address of a host in ASCII that is no IP address. `{tenant}` may be in its path if there are tenants.
  private func endpoint(_ key: String, of reader: JSONObjectReader) -> String? {
    guard reader.has(key), let text = reader.string(key) else { return nil }
    let filled = text.replacing(OAuthService.tenantPlaceholder, with: "tenant")
    guard WebAddress(filled) != nil, !filled.contains("#"), WebAddress(text) != nil else {
      reader.add(key, .notAWebAddress)
      return nil
    }
    if filled != text, !object.has("tenants") {
      reader.add(key, .unknownPlaceholder(OAuthService.tenantPlaceholder))
      return nil
    }
    guard !filled.utf8.contains(.openBrace), !filled.utf8.contains(.closeBrace) else {
      reader.add(key, .notAWebAddress)
      return nil
    }
    return text
  }

  private func hosts() -> [String] {
    (object.strings("hosts") ?? []).enumerated().compactMap { index, text in
      if let host = HostName(text), host.kind == .name, host.labels.count > 1, host.text == text { return text }
      object.add("hosts[\(index)]", .notADomain)
      return nil
    }
  }

  private static func scopes(_ object: JSONObjectReader) -> OAuthService.Scopes? {
    defer { object.finish() }
    func list(_ key: String) -> [String]? {
      object.strings(key)?.enumerated().compactMap { index, text in
        // RFC 6749, section 3.3.
        if text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != .quote && $0 != .backslash }) { return text }
        object.add("\(key)[\(index)]", .forbiddenCharacter)
        return nil
      }
    }
    let imap = object.required("imap", list("imap"))
    let smtp = object.required("smtp", list("smtp"))
    for (key, value) in [("imap", imap), ("smtp", smtp)] where value?.isEmpty == true {
      // `list` has already reported what is wrong with a list that is not empty.
      if object.optional(key, as: [String].self, named: "list of strings")?.isEmpty == true { object.add(key, .empty) }
    }
    let extra = list("extra") ?? []
    guard let imap, let smtp else { return nil }
    return OAuthService.Scopes(imap: imap, smtp: smtp, extra: extra)
  }

  private static func redirect(_ object: JSONObjectReader) -> OAuthService.Redirect? {
    defer { object.finish() }
    if object.has("page") { return ProviderReader.webAddress(object, "page").map { .page($0) } }
    guard let host = object.required("host", object.word("host", as: OAuthService.LoopbackHost.self)) else { return nil }
    let path = object.string("path") ?? "/"
    guard path.hasPrefix("/"), path.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "/-._~".utf8.contains($0) }) else {
      object.add("path", .forbiddenCharacter)
      return nil
    }
    return .loopback(host, path: path)
  }

  /// The parameters in the order of their names.
  private func parameters() -> [OAuthService.Parameter] {
    guard let parameters = object.object("parameters") else { return [] }
    return parameters.unaskedKeys.compactMap { name in
      guard let value = parameters.string(name) else { return nil }
      guard name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }), !Self.ownParameters.contains(name) else {
        parameters.add(name, .unknownKey)
        return nil
      }
      return OAuthService.Parameter(name: name, value: value)
    }
  }

  /// What the program itself writes into a request.
  private static let ownParameters = [
    "response_type", "client_id", "client_secret", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
    "login_hint",
    "resource",
  ]

  private func steps() -> [Step] { ProviderReader.steps(of: object, fill) ?? [] }
}
