// The keys of every JSON document. The help and the manual contain this list, and a test compares it with the documents.

import Sentences
import Vocabulary

/// One key of an object. Every object of its kind has the key, with null for a missing value, unless `only` names the call
/// that adds it.
package struct JSONKey {
  enum Content: Equatable {
    case value
    case object(JSONObjectKind)
    case list(JSONObjectKind)
  }

  package let name: String
  let meaning: Text
  var content = Content.value
  var only: String?

  init(_ name: String, _ meaning: Text, _ content: Content = .value, only: String? = nil) {
    (self.name, self.meaning, self.content, self.only) = (name, meaning, content, only)
  }

  /// The meaning, with the call that adds the key.
  package var description: Text { only.map { meaning + JSONSentence.only($0) } ?? meaning }
}

/// An object of the JSON documents.
package enum JSONObjectKind: CaseIterable {
  // Documents, in the order of the help.
  case result, guide, providers, probe, accounts, imported, checkedCatalog
  // The objects in them.
  case server, stage, tls, fault, recipient, capabilities, unreached, failure, diagnosis, servers, endpoint, step
  case message, arrival, authentication
  case group, usernames, note, secret, format, confidence, oauth, scopes
  case probed, offer, review, finding
  case account, accountServer, lastCheck
  case importedAccount, catalogFault
  case discovery, discoveryStep
  /// The keys that every document has besides its own.
  case everyDocument

  package var heading: Text {
    switch self {
    case .result: JSONSentence.result
    case .guide: JSONSentence.guide
    case .providers: JSONSentence.providers
    case .probe: JSONSentence.probe
    case .accounts: JSONSentence.accounts
    case .imported: JSONSentence.imported
    case .checkedCatalog: JSONSentence.checkedCatalog
    case .server: JSONSentence.object("imap, smtp (setup --json)")
    case .stage: JSONSentence.object("stages")
    case .tls: JSONSentence.object("tls")
    case .fault: JSONSentence.object("fault")
    case .recipient: JSONSentence.object("recipient")
    case .capabilities: JSONSentence.object("capabilities")
    case .unreached: JSONSentence.object("unreached")
    case .failure: JSONSentence.object("failure")
    case .diagnosis: JSONSentence.object("diagnosis")
    case .servers: JSONSentence.object("nextServers")
    case .endpoint: JSONSentence.object("imap, smtp (nextServers, setup guide)")
    case .step: JSONSentence.object("steps")
    case .message: JSONSentence.object("message")
    case .arrival: JSONSentence.object("arrival")
    case .authentication: JSONSentence.object("authentication")
    case .group: JSONSentence.object("servers (setup guide)")
    case .usernames: JSONSentence.object("username (setup guide)")
    case .note: JSONSentence.object("notes")
    case .secret: JSONSentence.object("secret (setup guide)")
    case .format: JSONSentence.object("format")
    case .confidence: JSONSentence.object("confidence")
    case .oauth: JSONSentence.object("oauth (setup guide)")
    case .scopes: JSONSentence.object("scopes")
    case .probed: JSONSentence.object("servers (setup probe)")
    case .offer: JSONSentence.object("offer")
    case .review: JSONSentence.object("entries (setup probe --all)")
    case .finding: JSONSentence.object("findings")
    case .account: JSONSentence.object("accounts (setup accounts, setup check)")
    case .accountServer: JSONSentence.object("imap, smtp (setup accounts, check, import)")
    case .lastCheck: JSONSentence.object("lastCheck")
    case .importedAccount: JSONSentence.object("accounts (setup import)")
    case .catalogFault: JSONSentence.object("faults")
    case .discovery: JSONSentence.object("discovery")
    case .discoveryStep: JSONSentence.object("steps (discovery)")
    case .everyDocument: JSONSentence.everyDocument
    }
  }

  package var keys: [JSONKey] {
    switch self {
    case .result: JSONKey.result
    case .guide: JSONKey.guide
    case .providers: JSONKey.providers
    case .probe: JSONKey.probe
    case .accounts: JSONKey.accounts
    case .imported: JSONKey.imported
    case .checkedCatalog: JSONKey.checkedCatalog
    case .server: JSONKey.server
    case .stage: JSONKey.stage
    case .tls: JSONKey.tls
    case .fault: JSONKey.fault
    case .recipient: JSONKey.recipient
    case .capabilities: JSONKey.capabilities
    case .unreached: JSONKey.unreached
    case .failure: JSONKey.failure
    case .diagnosis: JSONKey.diagnosis
    case .servers: JSONKey.servers
    case .endpoint: JSONKey.endpoint
    case .step: JSONKey.step
    case .message: JSONKey.message
    case .arrival: JSONKey.arrival
    case .authentication: JSONKey.authentication
    case .group: JSONKey.group
    case .usernames: JSONKey.usernames
    case .note: JSONKey.note
    case .secret: JSONKey.secret
    case .format: JSONKey.format
    case .confidence: JSONKey.confidence
    case .oauth: JSONKey.oauth
    case .scopes: JSONKey.scopes
    case .probed: JSONKey.probed
    case .offer: JSONKey.offer
    case .review: JSONKey.review
    case .finding: JSONKey.finding
    case .account: JSONKey.account
    case .accountServer: JSONKey.accountServer
    case .lastCheck: JSONKey.lastCheck
    case .importedAccount: JSONKey.importedAccount
    case .catalogFault: JSONKey.catalogFault
    case .discovery: JSONKey.discovery
    case .discoveryStep: JSONKey.discoveryStep
    case .everyDocument: JSONKey.everyDocument
    }
  }
}
