// What a reader has found in a file.

import Vocabulary

struct ImportCollector {
  private(set) var accounts: [ImportedAccount] = []
  private var remarks: Set<ImportRemark> = []
  /// The most accounts of a file. A file with more was written to be big.
  private static let limit = 100

  /// Adds an account, if it names a server and is not there yet.
  mutating func add(_ parsed: ParsedAccount) {
    guard accounts.count < Self.limit, let account = ImportedAccount(parsed), !accounts.contains(account) else { return }
    accounts.append(account)
    if parsed.command.map(FoundCommand.holdsSecret) ?? false { remark(.passwordInClear) }
  }

  mutating func remark(_ remark: ImportRemark) { remarks.insert(remark) }

  /// Notes that the file contains a password, if `value` is not empty. The value is not kept.
  mutating func password(_ value: String?) { if let value, !value.isEmpty { remark(.passwordInClear) } }

  var result: Import { Import(accounts: accounts, remarks: ImportRemark.allCases.filter(remarks.contains)) }
}
