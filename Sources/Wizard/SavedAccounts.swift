// The saved accounts as commands use them: by name, with faults that can be said.

import Account
import Posix
import Registry
import Sentences
import Vocabulary

struct SavedAccounts {
  private let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// Every saved account, in the order in which they were saved.
  func all() throws(UsageFault) -> [SavedAccount] {
    do throws(RegistryFault) { return try file().read() } catch { throw .registry(error) }
  }

  /// The account `word` means: by its name, else by its address where only one has it.
  func named(_ word: String) throws(UsageFault) -> SavedAccount { try Self.named(word, among: all()) }

  /// The accounts `words` mean, each once, in the order of the words.
  func named(_ words: [String]) throws(UsageFault) -> [SavedAccount] {
    let accounts = try all()
    var found: [SavedAccount] = []
    for word in words {
      let account = try Self.named(word, among: accounts)
      if !found.contains(where: { $0.name == account.name }) { found.append(account) }
    }
    return found
  }

  private static func named(_ word: String, among accounts: [SavedAccount]) throws(UsageFault) -> SavedAccount {
    if let exact = accounts.first(where: { $0.name.text == word }) { return exact }
    let address = try? MailAddress(AddressForm.corrected(word))
    let found = address.map { address in accounts.filter { $0.address == address } } ?? []
    if let only = found.first, found.count == 1 { return only }
    if found.count > 1 { throw .severalAccounts(word, found.map(\.name.text)) }
    throw .unknownAccount(word, suggestions: Spelling.nearest(to: word, among: accounts.map(\.name.text)))
  }

  /// Has `change` work on the accounts as they are at that moment; nothing is written where it changes nothing.
  func update<Result>(_ change: (inout [SavedAccount]) -> Result) throws(UsageFault) -> Result {
    do throws(RegistryFault) { return try file().update(change) } catch { throw .registry(error) }
  }

  /// Throws what `save` would throw, as far as it can be known beforehand: nobody should enter a secret for an account
  /// that cannot be kept.
  func check(_ name: AccountName, for address: MailAddress) throws(UsageFault) {
    let taken = try update { accounts in accounts.contains { $0.name == name && $0.address != address } }
    if taken { throw .nameTaken(name.text) }
  }

  /// Keeps an account whose verification went well, with the servers that answered. An account of the same name and
  /// address is brought up to date: it keeps its secret's place where `secret` is nil, and stays paused where it was.
  @discardableResult
  func save(_ outcomes: Outcomes, as name: AccountName, secret: SecretPlace?) throws(UsageFault) -> SavedAccount {
    let proved = SavedAccount(proved: outcomes, name: name, secret: secret)
    let saved = try update { accounts -> SavedAccount? in
      guard let position = accounts.firstIndex(where: { $0.name == name }) else {
        accounts.append(proved)
        return proved
      }
      guard accounts[position].address == proved.address else { return nil }
      var account = proved
      account.secret = secret ?? accounts[position].secret
      account.isPaused = accounts[position].isPaused
      accounts[position] = account
      return account
    }
    guard let saved else { throw .nameTaken(name.text) }
    return saved
  }

  /// Puts what was proved in the place of `old`, whatever its address was.
  func replace(_ old: SavedAccount, by outcomes: Outcomes, secret: SecretPlace?) throws(UsageFault) {
    let proved = SavedAccount(proved: outcomes, name: old.name, secret: secret)
    _ = try update { accounts in
      // Who removed it meanwhile did not know that it was being mended.
      guard let position = accounts.firstIndex(where: { $0.name == old.name }) else { return accounts.append(proved) }
      let isPaused = accounts[position].isPaused
      accounts[position] = proved
      accounts[position].isPaused = isPaused
    }
  }

  private func file() throws(RegistryFault) -> AccountsFile {
    guard let file = AccountsFile(environment: Locale.environment) else { throw .noHome }
    return file
  }
}

extension SavedAccount {
  /// What was proved just now.
  init(proved outcomes: Outcomes, name: AccountName, secret: SecretPlace?) {
    precondition(outcomes.verdict == .verified, "only what was verified is saved")
    let (imap, smtp) = (outcomes.report.imap, outcomes.report.smtp)
    self.init(
      name: name, address: outcomes.address, provider: outcomes.provider?.id, imap: imap.endpoint, smtp: smtp.endpoint,
      imapUsername: imap.username, smtpUsername: smtp.username, secret: secret)
    lastCheck = LastCheck(outcomes)
  }

  /// What mail programs are told.
  var settings: Settings { Settings(imap: imap, smtp: smtp, imapUsername: imapUsername, smtpUsername: smtpUsername) }
}

extension LastCheck {
  /// What came of a verification that has ended now.
  init(_ outcomes: Outcomes) {
    let diagnosis = outcomes.diagnosis
    // A secret that one server has taken cannot be the reason to lock the account.
    let isRefused = outcomes.verdict == .refused && diagnosis?.isSecretRight == false
    self.init(
      time: .now, verdict: outcomes.verdict, cause: diagnosis?.causes.first, isRisky: isRefused || diagnosis?.risksLockout == true)
  }
}

extension Given {
  /// The same call about a saved account: its own servers, and its provider where the catalog still has it.
  func about(_ account: SavedAccount, in directory: Directory) -> Given {
    var given = self
    given.provider = account.provider.flatMap { directory.provider(id: $0) }
    (given.address, given.servers, given.username) = (account.address, (account.imap, account.smtp), nil)
    return given
  }
}
