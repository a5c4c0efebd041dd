// What the readers put their findings into.

import Vocabulary

struct ImportCollector {
  private(set) var accounts: [ImportedAccount] = []
  private var remarks: Set<ImportRemark> = []
  /// Nobody has more; a file that names more was made to be big.
  private static let limit = 100

  /// Adds an account that names a server, once.
  mutating func add(_ draft: ParsedAccount) {
    guard accounts.count < Self.limit, let account = ImportedAccount(draft), !accounts.contains(account) else { return }
    accounts.append(account)
  }

  mutating func remark(_ remark: ImportRemark) { remarks.insert(remark) }

  /// The value of a key that is for a password: only that it is there is of interest.
  mutating func password(_ value: String?) { if let value, !value.isEmpty { remark(.passwordInClear) } }

  var result: Import { Import(accounts: accounts, remarks: ImportRemark.allCases.filter(remarks.contains)) }
}
