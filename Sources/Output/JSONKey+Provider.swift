// The keys of the documents about providers and their servers.

import Catalog
import Sentences
import Session
import Vocabulary

extension JSONKey {
  static let guide: [JSONKey] = [
    schema, JSONKey("id", JSONSentence.id), JSONKey("name", JSONSentence.name), JSONKey("aliases", JSONSentence.aliases),
    JSONKey("category", JSONSentence.words(Provider.Category.allCases.map(\.rawValue))),
    JSONKey("status", JSONSentence.words(Provider.Status.allCases.map(\.rawValue))), JSONKey("statusNote", JSONSentence.statusNote),
    JSONKey("domains", JSONSentence.domains), JSONKey("servers", JSONSentence.groups, .list(.group)),
    JSONKey("username", JSONSentence.usernames, .object(.usernames)), JSONKey("secret", JSONSentence.secret, .object(.secret)),
    JSONKey("twoFactor", JSONSentence.words(Provider.TwoFactor.allCases.map(\.rawValue))),
    JSONKey("steps", JSONSentence.guideSteps, .list(.step)), JSONKey("oauth", JSONSentence.oauth, .object(.oauth)),
    JSONKey("notes", JSONSentence.notes, .list(.note)),
    JSONKey("help", JSONSentence.help), JSONKey("sources", JSONSentence.sources), JSONKey("checked", JSONSentence.checked),
    JSONKey("confidence", JSONSentence.confidence, .object(.confidence)),
  ]
  static let oauth: [JSONKey] = [
    JSONKey("issuer", JSONSentence.oauthIssuer), JSONKey("sendsIssuer", JSONSentence.sendsIssuer),
    JSONKey("authorize", JSONSentence.authorize), JSONKey("token", JSONSentence.token), JSONKey("device", JSONSentence.device),
    JSONKey("revoke", JSONSentence.revoke), JSONKey("register", JSONSentence.register), JSONKey("hosts", JSONSentence.codeHosts),
    JSONKey("scopes", JSONSentence.scopes, .object(.scopes)), JSONKey("parameters", JSONSentence.parameters),
    JSONKey("resource", JSONSentence.resource), JSONKey("redirect", JSONSentence.redirect),
    JSONKey("clientSecret", JSONSentence.words(OAuthService.ClientSecret.allCases.map(\.rawValue))),
    JSONKey("tenants", JSONSentence.tenants), JSONKey("grants", JSONSentence.words(OAuthService.Grant.allCases.map(\.rawValue))),
    JSONKey("registration", JSONSentence.words(OAuthService.Registration.allCases.map(\.rawValue))),
    JSONKey("steps", JSONSentence.registrationSteps, .list(.step)), JSONKey("ends", JSONSentence.signInEnds),
    JSONKey("consents", JSONSentence.consents), JSONKey("unconfirmed", JSONSentence.unconfirmedFacts),
    JSONKey("sources", JSONSentence.sources), JSONKey("checked", JSONSentence.checked),
  ]
  static let scopes: [JSONKey] = [
    JSONKey("imap", JSONSentence.scopesOfIMAP), JSONKey("smtp", JSONSentence.scopesOfSMTP), JSONKey("extra", JSONSentence.scopesExtra),
  ]
  static let providers: [JSONKey] = [
    schema, JSONKey("checked", JSONSentence.checked), JSONKey("providers", JSONSentence.providersList, .list(.guide)),
  ]
  static let group: [JSONKey] = [
    JSONKey("imap", JSONSentence.imap, .list(.endpoint)), JSONKey("smtp", JSONSentence.smtp, .list(.endpoint)),
    JSONKey("domains", JSONSentence.groupDomains), JSONKey("note", JSONSentence.note),
  ]
  static let usernames: [JSONKey] = [
    JSONKey("imap", JSONSentence.words(UsernameForms.Form.allCases.map(\.rawValue))),
    JSONKey("smtp", JSONSentence.words(UsernameForms.Form.allCases.map(\.rawValue))), JSONKey("note", JSONSentence.note),
  ]
  static let note: [JSONKey] = [
    JSONKey("kind", JSONSentence.words(Note.Kind.allCases.map(\.rawValue))), JSONKey("text", JSONSentence.text),
  ]
  static let secret: [JSONKey] = [
    JSONKey("kind", JSONSentence.words(SecretKind.Kind.allCases.map(\.rawValue))), JSONKey("term", JSONSentence.term),
    JSONKey("localTerm", JSONSentence.localTerm), JSONKey("format", JSONSentence.format, .object(.format)),
    JSONKey("shownOnce", JSONSentence.shownOnce), JSONKey("accountPassword", JSONSentence.accountPassword),
  ]
  static let format: [JSONKey] = [
    JSONKey("length", JSONSentence.length), JSONKey("separator", JSONSentence.separator), JSONKey("alphabet", JSONSentence.alphabet),
    JSONKey("example", JSONSentence.example), JSONKey("confirmed", JSONSentence.confirmed),
  ]
  static let confidence: [JSONKey] = [
    JSONKey("servers", JSONSentence.words(Provider.Confidence.allCases.map(\.rawValue))),
    JSONKey("secret", JSONSentence.words(Provider.Confidence.allCases.map(\.rawValue))),
  ]

  static let probe: [JSONKey] = [
    schema, JSONKey("provider", JSONSentence.provider, only: "PROVIDER"), JSONKey("address", JSONSentence.address, only: "PROVIDER"),
    JSONKey("checked", JSONSentence.checked, only: "--all"), outcome,
    JSONKey("entries", JSONSentence.reviewed, .list(.review), only: "--all"), JSONKey("servers", JSONSentence.servers, .list(.probed)),
  ]
  static let review: [JSONKey] = [
    JSONKey("id", JSONSentence.entry), JSONKey("checked", JSONSentence.checked),
    JSONKey("findings", JSONSentence.findings, .list(.finding)),
  ]
  static let finding: [JSONKey] = [
    JSONKey("path", JSONSentence.pathInEntry), JSONKey("first", JSONSentence.isFirstServer), outcome,
    JSONKey("explanation", JSONSentence.explanation),
  ]
  static let probed: [JSONKey] =
    [JSONKey("protocol", JSONSentence.mailProtocol)] + place + [
      JSONKey("family", JSONSentence.family), stages, JSONKey("tls", JSONSentence.tls, .object(.tls)),
      JSONKey("capabilities", JSONSentence.capabilities, .object(.capabilities)), JSONKey("offer", JSONSentence.offer, .object(.offer)),
      JSONKey("failure", JSONSentence.failure, .object(.failure)), JSONKey("explanation", JSONSentence.explanation),
      JSONKey("providers", JSONSentence.serverProviders, only: "--all"),
    ]
  static let offer: [JSONKey] = [
    JSONKey("password", JSONSentence.password), JSONKey("mechanisms", JSONSentence.mechanisms),
    JSONKey("loginDisabled", JSONSentence.loginDisabled), JSONKey("initialResponse", JSONSentence.initialResponse),
    JSONKey("id", JSONSentence.takesID), JSONKey("size", JSONSentence.size),
  ]
}
