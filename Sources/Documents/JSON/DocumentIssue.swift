// A fault of a catalog or of accounts.json, as data: its place and its reason.

/// One fault of a document.
package struct DocumentIssue: Error, Equatable, Sendable {
  /// The JSON path, for example `providers[3].servers[0].imap[1]`. Empty for the file as a whole.
  package let path: String
  /// The id of the entry. `nil` if the fault is outside of entries or the entry has no id.
  package let entry: String?
  package let reason: Reason

  package init(path: String, entry: String?, reason: Reason) {
    self.path = path
    self.entry = entry
    self.reason = reason
  }

  /// The reason of a fault. Texts in it are from the document and are shown only through `Visible`.
  package enum Reason: Equatable, Sendable {
    case tooBig
    /// The file has more faults than the list contains.
    case tooManyFaults
    /// The file is not JSON. The value is the decoder's description.
    case notJSON(String)
    case unsupportedSchema
    case byteOrderMark
    case notUTF8
    case trailingComma
    case duplicateKey
    case missing
    case wrongType(expected: String)
    case unknownKey
    case unknownValue(String, allowed: [String])
    case empty
    case missingLanguage(String)
    case forbiddenCharacter
    case notAnID
    case notADomain
    case notAnEndpoint
    /// The host of an endpoint is not a full name in lower case. 127.0.0.1 is allowed only for a provider with a program of its own
    /// on this computer, `{domain}` only in a template, and `{mx}` only with the names of MX hosts.
    case hostNotAllowed(String)
    case notADay
    /// Two rules for the same text of a server name different causes.
    case contradictoryRule(String)
    /// The text of a rule also fits replies with other causes.
    case wideRule(String)
    /// The entry replaces the servers of a bundled one, for this domain or id.
    case takesOver(String, owner: String)
    /// A sentence that only applies under a condition is marked as not confirmed.
    case doubtfulCondition
    /// The port contradicts the security. 993, 465 and 994 are for TLS from the first octet, 143 is for STARTTLS, and
    /// 25 is never for submission.
    case unusualPort
    case notAWebAddress
    case unknownNote(String)
    case unknownFamily(String)
    case unknownProvider(String)
    case unknownPlaceholder(String)
    case stepsOutOfOrder
    case exampleDoesNotFit
    case duplicateID
    case duplicateName(String, owner: String)
    case duplicateDomain(String, owner: String)
    case notAnAddress
    case notAHost
    case notAPort
    case notAnAccountName
    case tooMany(limit: Int)
  }

  /// Whether the entry can be used despite the fault: a newer catalog may have keys that this program does not know.
  package var isHarmless: Bool {
    switch reason {
    case .unknownKey, .unusualPort, .contradictoryRule, .wideRule, .takesOver, .doubtfulCondition: true
    case .tooBig, .tooManyFaults, .notJSON, .unsupportedSchema, .byteOrderMark, .notUTF8, .trailingComma, .duplicateKey, .missing,
      .wrongType, .unknownValue, .empty, .missingLanguage, .forbiddenCharacter,
      .notAnID, .notADomain, .notAnEndpoint, .hostNotAllowed, .notADay, .notAWebAddress, .unknownNote, .unknownFamily, .unknownProvider,
      .unknownPlaceholder,
      .stepsOutOfOrder,
      .exampleDoesNotFit, .duplicateID, .duplicateName, .duplicateDomain, .notAnAddress, .notAHost, .notAPort, .notAnAccountName, .tooMany:
      false
    }
  }
}
