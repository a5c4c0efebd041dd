// The keys of the document of a verification and of a test message.

import Catalog
import Discovery
import Sentences
import Session
import Vocabulary

extension JSONKey {
  static let schema = JSONKey("schema", JSONSentence.schema)
  static let outcome = JSONKey("outcome", JSONSentence.outcome(Outcome.allCases.map(\.rawValue)))
  static let place = [
    JSONKey("host", JSONSentence.host), JSONKey("port", JSONSentence.port),
    JSONKey("security", JSONSentence.words(Security.allCases.map(\.rawValue))),
  ]
  static let everyDocument = [
    JSONKey("toolVersion", JSONSentence.toolVersion), JSONKey("variables", JSONSentence.variables),
  ]
  static let reply = [JSONKey("code", JSONSentence.code), JSONKey("reply", JSONSentence.reply)]
  static let stages = JSONKey("stages", JSONSentence.stages, .list(.stage))
  private static let certificate = [
    JSONKey("subject", JSONSentence.subject), JSONKey("issuer", JSONSentence.issuer), JSONKey("names", JSONSentence.names),
    JSONKey("begins", JSONSentence.begins), JSONKey("expires", JSONSentence.expires), JSONKey("sha256", JSONSentence.sha256),
  ]

  static let result: [JSONKey] = [
    schema, JSONKey("provider", JSONSentence.provider), JSONKey("address", JSONSentence.address), outcome,
    JSONKey("imap", JSONSentence.imap, .object(.server)), JSONKey("smtp", JSONSentence.smtp, .object(.server)),
    JSONKey("diagnosis", JSONSentence.diagnosis, .object(.diagnosis)),
    JSONKey("guide", JSONSentence.guideOfResult, .object(.guide), only: "--provider"),
    JSONKey("message", JSONSentence.message, .object(.message), only: "send-test"), found,
  ]
  /// In the documents of calls that looked for the servers of an address.
  static let found = JSONKey("discovery", JSONSentence.discovery, .object(.discovery), only: "--email")
  static let discovery: [JSONKey] = [
    JSONKey("taken", JSONSentence.taken), JSONKey("steps", JSONSentence.asked, .list(.discoveryStep)),
  ]
  static let discoveryStep: [JSONKey] = [
    JSONKey("source", JSONSentence.words(DiscoveryStep.Source.allCases.map(\.rawValue))), JSONKey("name", JSONSentence.askedName),
    JSONKey("result", JSONSentence.words(DiscoveryStep.Outcome.allCases.map(\.rawValue))), JSONKey("ms", JSONSentence.askedTime),
  ]
  static let server: [JSONKey] =
    place + [
      JSONKey("username", JSONSentence.username), stages, JSONKey("tls", JSONSentence.tls, .object(.tls)),
      JSONKey("mechanism", JSONSentence.mechanism), JSONKey("secretSent", JSONSentence.secretSent),
      JSONKey("secretAccepted", JSONSentence.secretAccepted), JSONKey("recipient", JSONSentence.recipient, .object(.recipient)),
      JSONKey("capabilities", JSONSentence.capabilities, .object(.capabilities)),
      JSONKey("alerts", JSONSentence.alerts),
      JSONKey("unreached", JSONSentence.unreached, .list(.unreached)), JSONKey("failure", JSONSentence.failure, .object(.failure)),
    ]
  static let stage: [JSONKey] = [
    JSONKey("name", JSONSentence.stage), JSONKey("ms", JSONSentence.milliseconds),
    JSONKey("result", JSONSentence.words(StageResult.Status.allCases.map(\.rawValue))),
  ]
  static let tls: [JSONKey] =
    [
      JSONKey("version", JSONSentence.version), JSONKey("cipher", JSONSentence.cipher), JSONKey("trusted", JSONSentence.trusted),
    ] + certificate + [JSONKey("fault", JSONSentence.fault, .object(.fault))]
  static let fault: [JSONKey] = certificate + [JSONKey("certificate", JSONSentence.certificate)]
  static let recipient: [JSONKey] = [JSONKey("answer", JSONSentence.answer)] + reply
  static let capabilities: [JSONKey] = [JSONKey("before", JSONSentence.before), JSONKey("after", JSONSentence.after)]
  static let unreached: [JSONKey] = place + [JSONKey("outcome", JSONSentence.failureOutcome)]
  static let failure: [JSONKey] =
    [
      JSONKey("stage", JSONSentence.stage), JSONKey("outcome", JSONSentence.failureOutcome), JSONKey("alert", JSONSentence.alert),
    ] + reply
  static let diagnosis: [JSONKey] = [
    JSONKey("protocol", JSONSentence.mailProtocol), JSONKey("causes", JSONSentence.causes),
    JSONKey("explanation", JSONSentence.explanation), JSONKey("steps", JSONSentence.steps, .list(.step)),
    JSONKey("nextServers", JSONSentence.nextServers, .object(.servers)),
  ]
  static let servers: [JSONKey] = [
    JSONKey("imap", JSONSentence.imap, .object(.endpoint)), JSONKey("smtp", JSONSentence.smtp, .object(.endpoint)),
  ]
  static let endpoint: [JSONKey] = place
  static let step: [JSONKey] = [
    JSONKey("number", JSONSentence.stepNumber), JSONKey("part", JSONSentence.words(Step.Part.allCases.map(\.rawValue))),
    JSONKey("text", JSONSentence.text), JSONKey("menu", JSONSentence.menu), JSONKey("url", JSONSentence.url),
    JSONKey("confirmed", JSONSentence.confirmed),
  ]
  static let message: [JSONKey] = [
    JSONKey("id", JSONSentence.messageID), JSONKey("submission", JSONSentence.submission),
    JSONKey("arrival", JSONSentence.arrival, .object(.arrival)), JSONKey("removal", JSONSentence.removal),
    JSONKey("remains", JSONSentence.remains),
  ]
  static let arrival: [JSONKey] = [
    JSONKey("folder", JSONSentence.folder), JSONKey("ms", JSONSentence.milliseconds),
    JSONKey("authentication", JSONSentence.authentication, .object(.authentication)),
  ]
  static let authentication: [JSONKey] = ["spf", "dkim", "dmarc"].map { JSONKey($0, JSONSentence.verdict) }
}
