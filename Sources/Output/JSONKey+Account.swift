// The keys of the documents about saved and imported accounts, and about a provider file.

import AccountStore
import Sentences
import Vocabulary

extension JSONKey {
  static let accounts: [JSONKey] = [schema, JSONKey("accounts", JSONSentence.accountList, .list(.account))]
  static let account: [JSONKey] = [
    JSONKey("name", JSONSentence.accountName), JSONKey("address", JSONSentence.address), JSONKey("provider", JSONSentence.provider),
    JSONKey("imap", JSONSentence.imap, .object(.accountServer)), JSONKey("smtp", JSONSentence.smtp, .object(.accountServer)),
    JSONKey("caFile", JSONSentence.caFile), JSONKey("signIn", JSONSentence.signIn), JSONKey("secret", JSONSentence.place),
    JSONKey("paused", JSONSentence.paused),
    JSONKey("state", JSONSentence.words(AccountState.allCases.map(\.rawValue))),
    JSONKey("lastCheck", JSONSentence.lastCheck, .object(.lastCheck)), JSONKey("tried", JSONSentence.tried, only: "setup check"),
    JSONKey("explanation", JSONSentence.explanation, only: "setup check"),
    JSONKey("result", JSONSentence.resultOfCheck, .object(.result), only: "setup check"),
  ]
  static let accountServer: [JSONKey] = place + [JSONKey("username", JSONSentence.username)]
  static let lastCheck: [JSONKey] = [
    JSONKey("time", JSONSentence.time), outcome, JSONKey("cause", JSONSentence.cause), JSONKey("risky", JSONSentence.risky),
  ]

  static let imported: [JSONKey] = [
    schema, JSONKey("client", JSONSentence.client), JSONKey("file", JSONSentence.file), JSONKey("remarks", JSONSentence.remarks),
    JSONKey("unresolved", JSONSentence.unresolved),
    JSONKey("accounts", JSONSentence.foundAccounts, .list(.importedAccount)),
  ]
  static let importedAccount: [JSONKey] = [
    JSONKey("name", JSONSentence.accountName), JSONKey("provider", JSONSentence.provider), JSONKey("address", JSONSentence.address),
    JSONKey("imap", JSONSentence.imap, .object(.accountServer)), JSONKey("smtp", JSONSentence.smtp, .object(.accountServer)),
    JSONKey("secretCommand", JSONSentence.secretCommand), JSONKey("oauth", JSONSentence.usesOAuth),
    JSONKey("tokenCommand", JSONSentence.tokenCommand), JSONKey("caFile", JSONSentence.caFile), JSONKey("call", JSONSentence.call),
  ]

  static let checkedCatalog: [JSONKey] = [
    schema, JSONKey("faults", JSONSentence.faults, .list(.catalogFault)),
    JSONKey("warnings", JSONSentence.catalogWarnings, .list(.catalogFault)),
  ]
  static let catalogFault: [JSONKey] = [
    JSONKey("path", JSONSentence.path), JSONKey("entry", JSONSentence.entry), JSONKey("reason", JSONSentence.reason),
  ]
}
