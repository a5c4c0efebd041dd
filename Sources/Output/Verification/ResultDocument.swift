// The JSON of a verification: schema 1, whose keys are in JSONReference.swift. No field can contain a secret.

import Catalog
import Documents
import Net
import Operations
import Sentences
import Session
import Vocabulary

extension JSONValue {
  package static let schema = JSONValue.integer(1)

  /// Returns the JSON of a finished verification.
  package static func result(_ verification: VerificationResult, language: Language) -> JSONValue {
    .object([
      "schema": schema, "provider": .optional(verification.provenProvider?.id), "address": .text(verification.address.description),
      "outcome": .text(verification.outcome.rawValue), "imap": session(verification.report.imap, verification),
      "smtp": session(verification.report.smtp, verification),
      "diagnosis": diagnosis(verification, language),
    ])
  }

  /// Returns the JSON of a call that ended before any connection.
  package static func unfinished(_ outcome: Outcome, provider: String?, address: String?, explanation: String?, causes: [Cause] = [])
    -> JSONValue
  {
    .object([
      "schema": schema, "provider": .optional(provider), "address": .optional(address), "outcome": .text(outcome.rawValue), "imap": .null,
      "smtp": .null,
      "diagnosis": explanation.map {
        .object([
          "protocol": .null, "causes": .texts(causes.map(\.rawValue)), "explanation": .text($0), "steps": .list([]), "nextServers": .null,
        ])
      }
        ?? .null,
    ])
  }

  /// Returns the JSON of a guide, without a verification.
  package static func shown(_ provider: Provider, language: Language) -> JSONValue {
    .object([
      "schema": schema, "provider": .text(provider.id), "address": .null, "outcome": .text(Outcome.shown.rawValue), "imap": .null,
      "smtp": .null,
      "diagnosis": .null, "guide": .provider(provider, address: nil, language: language),
    ])
  }

  private static func session(_ report: SessionReport, _ verification: VerificationResult) -> JSONValue {
    .object([
      "host": .text(report.endpoint.host.text), "port": .integer(Int(report.endpoint.port)),
      "security": .text(report.endpoint.security.rawValue), "username": .text(report.username),
      "stages": stages(report.stages), "tls": tls(report.tls),
      "mechanism": .optional(report.mechanism),
      "secretSent": .flag(report.secret.sent != nil), "secretAccepted": .flag(report.secret.accepted != nil),
      "recipient": recipient(report.recipient, verification.provider?.session.charset),
      "capabilities": .object(["before": capabilities(report.capabilitiesBefore), "after": capabilities(report.capabilitiesAfter)]),
      "alerts": .texts(report.alerts.map(\.text)),
      "unreached": .list(
        report.unreached.map { unreached in
          .object([
            "host": .text(unreached.endpoint.host.text), "port": .integer(Int(unreached.endpoint.port)),
            "security": .text(unreached.endpoint.security.rawValue), "outcome": .text(unreached.failure.outcome.rawValue),
          ])
        }),
      "failure": failure(report.failure, verification.provider?.session.charset),
    ])
  }

  /// Returns the server's answer to RCPT TO with the user's own address.
  private static func recipient(_ answer: RecipientAnswer?, _ charset: Charset?) -> JSONValue {
    let word: String
    switch answer {
    case nil: return .null
    case .accepted: word = "accepted"
    case .mailbox: word = "mailbox"
    case .undecided: word = "undecided"
    case .notAsked: word = "notAsked"
    }
    let reply = answer?.reply
    return .object(["answer": .text(word)].merging(said(reply, charset)) { $1 })
  }

  /// Returns the code and the text of a server reply. The text has at most 1,000 characters.
  private static func said(_ reply: ServerReply?, _ charset: Charset?) -> [String: JSONValue] {
    [
      "code": reply?.code.map(JSONValue.integer) ?? .null,
      "reply": .optional(reply.map { Visible($0.octets, charset: charset, limit: 1_000).text }),
    ]
  }

  static func stages(_ stages: [StageResult]) -> JSONValue {
    .list(
      stages.map { stage in
        .object(["name": .text(stage.stage.rawValue), "ms": .number(stage.milliseconds), "result": .text(stage.status.rawValue)])
      })
  }

  static func tls(_ facts: TLSFacts?) -> JSONValue {
    facts.map { tls in
      .object(
        [
          "version": .text(tls.version), "cipher": .optional(tls.cipher.isEmpty ? nil : tls.cipher),
          "trusted": .flag(tls.isTrusted),
          "fault": tls.rejected.map { rejected in
            .object(certificate(rejected.certificate).merging(["certificate": .text(rejected.place.rawValue)]) { $1 })
          } ?? .null,
        ].merging(certificate(tls.certificate)) { $1 })
    } ?? .null
  }

  private static func certificate(_ facts: CertificateFacts) -> [String: JSONValue] {
    [
      "subject": .text(facts.subject.text), "issuer": .text(facts.issuer.text), "names": .texts(facts.names.map(\.text)),
      "begins": .text(facts.begins), "expires": .text(facts.expires), "sha256": .text(facts.sha256),
    ]
  }

  static func failure(_ failure: SessionFailure?, _ charset: Charset?) -> JSONValue {
    failure.map { failure in
      .object(
        ["stage": .text(failure.stage.rawValue), "outcome": .text(failure.outcome.rawValue), "alert": .optional(failure.alert?.name)]
          .merging(said(failure.reply, charset)) { $1 })
    } ?? .null
  }

  static func capabilities(_ list: [String]?) -> JSONValue {
    list.map { .texts($0.map { Visible($0).text }) } ?? .null
  }

  private static func diagnosis(_ verification: VerificationResult, _ language: Language) -> JSONValue {
    guard let diagnosis = verification.diagnosis else { return .null }
    let endpoint = verification[diagnosis.mailProtocol].endpoint
    let context = (verification.provider.map { ProviderTerms($0) } ?? ProviderTerms(host: endpoint.host)).after(diagnosis)
    var sentences = [
      FailureSentence.text(
        diagnosis.failure, at: endpoint, isSecretRight: diagnosis.isSecretRight, isListed: verification.isListed(diagnosis.mailProtocol))
    ]
    if let cause = diagnosis.causes.first, cause != .unknown || diagnosis.failure.reply != nil {
      let sentence = CauseSentence(cause, context, behind: diagnosis.failure, of: diagnosis.mailProtocol, at: endpoint)
      sentences += [sentence.headline, sentence.advice]
      if let command = sentence.command { sentences.append(Text(command, " \(command)")) }
    }
    if verification.isRefusedForGood { sentences.append(CauseSentence.noRepetition) }
    if let next = verification.nextServers { sentences.append(ResultSentence.nextServersHow(next.imap, next.smtp)) }
    return .object([
      "protocol": .text(diagnosis.mailProtocol.rawValue), "causes": .texts(diagnosis.causes.map(\.rawValue)),
      "explanation": .text(Text.sentences(sentences)[language]),
      "steps": .list(verification.steps.map { number, step in self.step(step, number, language) }),
      "nextServers": verification.nextServers.map { next in .object(["imap": server(next.imap), "smtp": server(next.smtp)]) } ?? .null,
    ])
  }

  static func server(_ endpoint: Endpoint) -> JSONValue {
    .object(["host": .text(endpoint.host.text), "port": .integer(Int(endpoint.port)), "security": .text(endpoint.security.rawValue)])
  }

  static func step(_ step: Step, _ number: Int, _ language: Language) -> JSONValue {
    .object([
      "number": .integer(number), "part": .text(step.part.rawValue), "text": .text(step.text[language]), "menu": .texts(step.menu),
      "url": .optional(step.url?.text), "confirmed": .flag(step.isConfirmed),
    ])
  }
}
