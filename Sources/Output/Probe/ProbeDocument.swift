// The JSON of a probe: schema 1, whose keys are in JSONReference.swift. Facts that a verification also reports have the same keys.

import Catalog
import Documents
import Operations
import Sentences
import Session
import Vocabulary

extension JSONValue {
  package static func probe(
    _ report: ProbeReport, provider: Provider?, address: MailAddress?, _ outcome: Outcome, language: Language
  ) -> JSONValue {
    .object([
      "schema": schema, "provider": .optional(provider?.id), "address": .optional(address?.description), "outcome": .text(outcome.rawValue),
      "servers": .list(report.servers.map { .object(probed($0, provider, language)) }),
    ])
  }

  /// Returns the JSON of a probe of the whole catalog. Each server lists its providers, and each entry that differs from its
  /// servers lists these.
  package static func probe(
    all servers: [(server: ProbedServer, providers: [String])], _ reviews: [CatalogReview], checked: String, _ outcome: Outcome,
    language: Language
  ) -> JSONValue {
    .object([
      "schema": schema, "checked": .text(checked), "outcome": .text(outcome.rawValue),
      "entries": .list(reviews.map { review($0, language) }),
      "servers": .list(
        servers.map { server, providers in
          .object(probed(server, nil, language, isListed: true).merging(["providers": .texts(providers)]) { $1 })
        }),
    ])
  }

  private static func review(_ review: CatalogReview, _ language: Language) -> JSONValue {
    .object([
      "id": .text(review.provider.id), "checked": .text(review.provider.checked),
      "findings": .list(
        review.findings.map { finding in
          .object([
            "path": .text(finding.path), "first": .flag(finding.isFirst), "outcome": .text(finding.failure.outcome.rawValue),
            "explanation": .text(FailureSentence.text(finding.failure, at: finding.target.endpoint)[language]),
          ])
        }),
    ])
  }

  /// `isListed` says that the server is of the catalog although `provider` is not named.
  private static func probed(
    _ server: ProbedServer, _ provider: Provider?, _ language: Language, isListed: Bool = false
  ) -> [String: JSONValue] {
    let (endpoint, charset) = (server.target.endpoint, provider?.session.charset)
    let isListed = isListed || provider?.has(endpoint.host, for: nil) == true
    return [
      "protocol": .text(server.target.mailProtocol.rawValue), "host": .text(endpoint.host.text), "port": .integer(Int(endpoint.port)),
      "security": .text(endpoint.security.rawValue), "family": .optional(server.family?.rawValue), "stages": stages(server.stages),
      "tls": tls(server.tls), "capabilities": .object(["before": capabilities(server.capabilities), "after": .null]),
      "offer": server.offer.map(offer) ?? .null, "failure": failure(server.failure, charset),
      "explanation": .optional(
        server.obstacle.map { obstacle in
          let sentences = [FailureSentence.text(obstacle, at: endpoint, isListed: isListed), FailureSentence.hint(obstacle)]
          return Text.sentences(sentences.compactMap(\.self))[language]
        }),
    ]
  }

  /// Returns the meaning of the capabilities. `password` is `possible`, or the outcome that a login with a password
  /// would have.
  private static func offer(_ offer: LoginOffer) -> JSONValue {
    let obstacle = offer.obstacle(for: .password).map { SessionFailure(stage: .login, cause: $0).outcome }
    return .object([
      "password": .text(obstacle?.rawValue ?? "possible"), "mechanisms": texts(offer.mechanisms.map { Visible($0).text }),
      "loginDisabled": .flag(offer.isLoginDisabled), "initialResponse": .flag(offer.takesInitialResponse), "id": .flag(offer.takesID),
      "size": offer.size.map(JSONValue.integer) ?? .null,
    ])
  }
}
