// accounts.json as a value: `{"schema": 2, "accounts": [...]}`. No key can contain a secret.

import Documents
import FoundationEssentials
import Vocabulary

/// The contents of a file of accounts.
package struct AccountsDocument: Sendable, Equatable {
  /// The accounts in the order of the file.
  package var accounts: [SavedAccount]
  /// Entries of keyrings that a run was changing and did not mark as finished.
  package var pending: [PendingEntry] = []
  /// Such entries of a later version, which are kept and written back.
  private var laterPending: [JSONValue] = []
  /// Keys of the outermost object that this version does not know. They are kept and written back, like those of the accounts.
  package private(set) var unknownKeys: UnknownKeys = [:]
  /// Accounts that shared their entry of a keyring and now have no secret.
  package private(set) var separated: [SeparatedAccount] = []
  /// The version number of the format that was read.
  package private(set) var schema = Self.schema

  /// The version number of the format that is written. A program that only knows an older format refuses the file and does not
  /// change it. New keys need no new number.
  package static let schema = 2
  /// The formats that can be read. Programs with the first format did not keep unknown keys.
  private static let known = 1...Self.schema
  /// The maximum size of the file in octets.
  package static let limit = 1_024 * 1_024
  /// The maximum number of accounts.
  package static let most = 1_000

  /// The places of all keys that this version does not know.
  package var unknownPlaces: [String] {
    let inside = accounts.enumerated().flatMap { index, account in account.unknownKeys.places.map { "accounts[\(index)].\($0)" } }
    return inside + unknownKeys.keys.sorted()
  }

  /// Creates a document to be written.
  package init(accounts: [SavedAccount]) { self.accounts = accounts }

  /// The reason why octets are not a list of accounts.
  package enum Error: Swift.Error, Equatable, Sendable {
    /// The format is one of a newer version.
    case newer
    case broken([DocumentIssue])
  }

  /// Reads `octets` and leaves each entry of a keyring to one account. Throws all issues with their places if any part of any account
  /// is wrong.
  package init(reading octets: [UInt8]) throws(Error) {
    let head: Head
    do {
      head = try JSONDecoder().decode(Head.self, from: Data(octets))
    } catch {
      throw .broken([DocumentIssue(path: "", entry: nil, reason: .notJSON(Self.description(error)))])
    }
    // A newer format may have any contents, so nothing else is checked.
    if let schema = head.schema, !Self.known.contains(schema) { throw .newer }
    let strict = StrictJSON.faults(in: octets)
    let source = DocumentSource(document: JSONValue(accepted: octets), isLenient: head.schema != 1)
    let decoder = JSONDecoder()
    if let key = DocumentSource.key { decoder.userInfo[key] = source }
    guard let body = try? decoder.decode(Body.self, from: Data(octets)) else {
      throw .broken([DocumentIssue(path: "", entry: nil, reason: .wrongType(expected: "object"))])
    }
    let faults = strict + body.faults
    guard faults.isEmpty else { throw .broken(faults) }
    accounts = body.accounts
    separated = accounts.separateEntries()
    (unknownKeys, pending, laterPending) = (body.unknownKeys, body.pending, body.laterPending)
    schema = head.schema ?? Self.schema
  }

  /// The octets of the file. The keys are in alphabetical order, so equal documents are equal files.
  package var octets: [UInt8] {
    let pending = pending.map(\.value) + laterPending
    return JSONValue.object(
      [
        "schema": .integer(Self.schema), "accounts": .list(accounts.map(AccountWriter.value)),
        "pending": pending.isEmpty ? nil : .list(pending),
      ], unknownKeys
    ).octets
  }

  private static func description(_ error: any Swift.Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "" }
    let underlying = context.underlyingError.map { " \($0)" } ?? ""
    return Visible(context.debugDescription + underlying).text
  }
}

/// The version number of the format alone. `nil` if there is none.
private struct Head: Decodable {
  let schema: Int?

  init(from decoder: any Decoder) throws {
    let container = try? decoder.container(keyedBy: AnyKey.self)
    schema = try? container?.decode(Int.self, forKey: AnyKey(stringValue: "schema"))
  }
}

/// Values that the decoder passes to the readers.
struct DocumentSource: Sendable {
  /// The whole file, for the unknown keys.
  let document: JSONValue
  /// Whether values may be those of a later version. Schema 1 has no later version.
  let isLenient: Bool

  static let key = CodingUserInfoKey(rawValue: "source")
}

private struct Body: Decodable {
  var accounts: [SavedAccount] = []
  var pending: [PendingEntry] = []
  var laterPending: [JSONValue] = []
  let unknownKeys: UnknownKeys
  let faults: [DocumentIssue]

  init(from decoder: any Decoder) throws {
    let list = FaultList()
    let reader = try JSONObjectReader(decoder, list)
    _ = reader.required("schema", reader.optional("schema", as: Int.self, named: "number"))
    let source = DocumentSource.key.flatMap { decoder.userInfo[$0] as? DocumentSource } ?? DocumentSource(document: .null, isLenient: false)
    let read = reader.list("accounts") { AccountReader(source: source).account($0) }
    if case .list(let values)? = source.document.value(at: [AnyKey(stringValue: "pending")]), reader.has("pending") {
      for value in values {
        if let entry = PendingEntry(value) { pending.append(entry) } else { laterPending.append(value) }
      }
    }
    unknownKeys = reader.unknownKeys(in: source.document)
    accounts = reader.required("accounts", read) ?? []
    if accounts.count > AccountsDocument.most { reader.add("accounts", .tooMany(limit: AccountsDocument.most)) }
    var names: Set<AccountName> = []
    for (index, account) in accounts.enumerated() where !names.insert(account.name).inserted {
      reader.add("accounts[\(index)].name", .duplicateName(account.name.text, owner: account.name.text))
    }
    faults = list.faults
  }
}
