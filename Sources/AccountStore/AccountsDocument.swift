// The registry as JSON: `{"schema": 2, "accounts": [...]}`. No key can hold a secret.

import Documents
import FoundationEssentials
import Vocabulary

/// What a file of accounts holds.
package struct AccountsDocument: Sendable, Equatable {
  /// In the order of the file.
  package var accounts: [SavedAccount]
  /// Entries of keyrings that a run was working on, and has not said to be done with.
  package var pending: [PendingEntry] = []
  /// Those of a later version: kept and written back.
  private var laterPending: [JSONValue] = []
  /// Keys beside `schema` and `accounts` that this program does not know: kept and written back, as those of the
  /// accounts.
  package private(set) var unknownKeys: UnknownKeys = [:]
  /// Accounts that shared their entry in a keyring, and now have no secret.
  package private(set) var separated: [SeparatedAccount] = []
  /// The number of the format that was read.
  package private(set) var schema = Self.schema

  /// The number of the format that is written. A program that knows only an older one refuses the file, and leaves it as
  /// it is; new keys need no new number.
  package static let schema = 2
  /// Formats that are read: in the first no key beside its own was kept.
  private static let known = 1...Self.schema
  /// Octets of the largest file that is read.
  package static let limit = 1_024 * 1_024
  /// More accounts than anyone has.
  package static let most = 1_000

  /// The places of all keys in it that this program does not know.
  package var unknownPlaces: [String] {
    let inside = accounts.enumerated().flatMap { index, account in account.unknownKeys.places.map { "accounts[\(index)].\($0)" } }
    return inside + unknownKeys.keys.sorted()
  }

  /// Made of accounts, to be written.
  package init(accounts: [SavedAccount]) { self.accounts = accounts }

  /// Why octets are no registry.
  package enum Fault: Error, Equatable, Sendable {
    /// The format is none that this program knows.
    case newer
    case broken([DocumentIssue])
  }

  /// Reads `octets` strictly, and leaves each entry of a keyring to one account: an account is right in all its parts, or the whole is refused and its place named.
  package init(reading octets: [UInt8]) throws(Fault) {
    let head: Head
    do {
      head = try JSONDecoder().decode(Head.self, from: Data(octets))
    } catch {
      throw .broken([DocumentIssue(path: "", entry: nil, reason: .notJSON(Self.description(error)))])
    }
    // A newer format may be anything: nothing more is said about it.
    if let schema = head.schema, !Self.known.contains(schema) { throw .newer }
    let strict = StrictJSON.faults(in: octets)
    let source = RegistrySource(document: JSONValue(accepted: octets), isLenient: head.schema != 1)
    let decoder = JSONDecoder()
    if let key = RegistrySource.key { decoder.userInfo[key] = source }
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

  /// The octets of the file: keys in alphabetical order, so equal registries are equal files.
  package var octets: [UInt8] {
    let pending = pending.map(\.value) + laterPending
    return JSONValue.object(
      [
        "schema": .integer(Self.schema), "accounts": .list(accounts.map(AccountWriter.value)),
        "pending": pending.isEmpty ? nil : .list(pending),
      ], unknownKeys
    ).octets
  }

  private static func description(_ error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "" }
    let underlying = context.underlyingError.map { " \($0)" } ?? ""
    return Visible(context.debugDescription + underlying).text
  }
}

/// The format's number alone; nil where there is none.
private struct Head: Decodable {
  let schema: Int?

  init(from decoder: any Decoder) throws {
    let container = try? decoder.container(keyedBy: AnyKey.self)
    schema = try? container?.decode(Int.self, forKey: AnyKey(stringValue: "schema"))
  }
}

/// What is read beside the decoder.
struct RegistrySource: Sendable {
  /// The whole file, from which what is not known is taken.
  let document: JSONValue
  /// Whether a later version may have written some of the values. Schema 1 had no later version.
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
    let source = RegistrySource.key.flatMap { decoder.userInfo[$0] as? RegistrySource } ?? RegistrySource(document: .null, isLenient: false)
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
