// What is wrong with a catalog or with a file of saved accounts, as data: where, and why.

package struct DocumentIssue: Error, Equatable, Sendable {
  /// JSON path, e.g. `providers[3].servers[0].imap[1]`; empty for the file itself.
  package let path: String
  /// The id of the entry, where it has one.
  package let entry: String?
  package let reason: Reason

  package init(path: String, entry: String?, reason: Reason) {
    self.path = path
    self.entry = entry
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    case tooBig
    /// What is listed is not all.
    case tooManyFaults
    /// Not JSON; what the decoder says.
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
    /// A port that contradicts the security: 993 and 465 are TLS from the first octet, 143 and 587 STARTTLS.
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

  /// Whether the entry can be used all the same: a newer catalog may hold keys this program does not know.
  package var isHarmless: Bool {
    switch reason {
    case .unknownKey, .unusualPort: true
    case .tooBig, .tooManyFaults, .notJSON, .unsupportedSchema, .byteOrderMark, .notUTF8, .trailingComma, .duplicateKey, .missing,
      .wrongType, .unknownValue, .empty, .missingLanguage, .forbiddenCharacter,
      .notAnID, .notADomain, .notAnEndpoint, .notAWebAddress, .unknownNote, .unknownFamily, .unknownProvider, .unknownPlaceholder,
      .stepsOutOfOrder,
      .exampleDoesNotFit, .duplicateID, .duplicateName, .duplicateDomain, .notAnAddress, .notAHost, .notAPort, .notAnAccountName, .tooMany:
      false
    }
  }
}
