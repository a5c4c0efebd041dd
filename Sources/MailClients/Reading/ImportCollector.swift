// What a reader has found in a file.

import Vocabulary

struct ImportCollector {
  private(set) var accounts: [ImportedAccount] = []
  private var remarks: Set<ImportRemark> = []
  private var unresolved: [String] = []
  /// The address that the accounts are for, if the caller knows it.
  let address: MailAddress?

  init(for address: MailAddress? = nil) { self.address = address }

  /// The most values that are named to the user.
  private static let mostUnresolved = 20
  /// The most accounts of a file. A file with more was written to be big.
  private static let limit = 100

  /// Adds an account, if it names a server and is not there yet.
  mutating func add(_ parsed: ParsedAccount) {
    var parsed = parsed
    parsed.command = command(parsed.command)
    for host in [parsed.imap.host, parsed.smtp.host].compactMap(\.self) where UnicodeDomain.host(host) == nil {
      if host.utf8.contains(where: "$`%{}".utf8.contains) { isUnresolved([host]) }
    }
    guard accounts.count < Self.limit, let account = ImportedAccount(parsed), !accounts.contains(account) else { return }
    accounts.append(account)
    if parsed.command.map(FoundCommand.holdsSecret) ?? false { remark(.passwordInClear) }
  }

  mutating func remark(_ remark: ImportRemark) { remarks.insert(remark) }

  /// Notes that the file contains a password, if `value` is not empty. The value is not kept.
  mutating func password(_ value: String?) { if let value, !value.isEmpty { remark(.passwordInClear) } }

  /// Notes that the name of a server depends on these values.
  mutating func isUnresolved(_ names: [String]) {
    remark(.unresolvedValue)
    for name in names.map({ Visible($0, limit: 80).text }) where !unresolved.contains(name) && unresolved.count < Self.mostUnresolved {
      unresolved.append(name)
    }
  }

  /// Notes what keeps `folders`, the places where a program reads mail, from being an IMAP account: POP3, or folders on this computer.
  mutating func remarkFolders(_ folders: [String]) {
    if folders.contains(where: { $0.lowercasedASCII.hasPrefix("pop") && $0.contains("://") }) { remark(.pop3) }
    if !folders.isEmpty, !folders.contains(where: { $0.contains("://") }) { remark(.localMail) }
  }

  /// Returns `command`, or `nil` if it contains the password that it prints, which is then noted.
  mutating func command(_ command: String?) -> String? {
    guard let command, LiteralOutput.isPrinted(by: command) else { return command }
    remark(.passwordInClear)
    return nil
  }

  var result: Import {
    Import(accounts: accounts, remarks: ImportRemark.allCases.filter(remarks.contains), unresolved: unresolved)
  }
}
