// Fuzzes the reader of accounts.json: an account that is read is written unchanged, and no two accounts share a secret.

import AccountStore
import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func registries(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard let document = try? AccountsDocument(reading: octets) else { return }
    let written = document.octets
    guard let again = try? AccountsDocument(reading: written) else { return always(false, "what was written is read again") }
    always(again.accounts == document.accounts, "the accounts stay as they are")
    always(again.unknownKeys == document.unknownKeys, "keys that are not known are kept")
    always(again.unknownPlaces == document.unknownPlaces, "in their places")
    always(again.octets == written, "equal registries are equal files")
    always(again.separated.isEmpty, "once told apart they stay so")
    let accounts = document.accounts
    always(Set(accounts.map(\.name)).count == accounts.count, "no two accounts have one name")
    for (number, account) in accounts.enumerated() {
      always(Visible.isHarmless(account.name.text), "a name can be shown")
      let others = accounts[(number + 1)...]
      always(!others.contains { account.secret?.isSameEntry(as: $0.secret) ?? false }, "no two accounts have one entry")
      always(account.secret != nil || account.entryMarks == EntryMarks(), "where there is no entry nothing is said of one")
    }
  }
}
