// The account that a word behind a command names.

import AccountStore
import Catalog
import Sentences
import Vocabulary

extension AccountInput {
  /// Takes over the account that `word` names and gives it where it is a saved one. An address that is not saved is as good
  /// as --email with it.
  mutating func take(_ word: String, of arguments: Arguments, in directory: ProviderDirectory, _ terms: CommandContext) throws(CommandError)
    -> SavedAccount?
  {
    let others = [Option.email, .provider, .username, .imapUsername, .smtpUsername, .imap, .smtp].filter(arguments.has)
    for option in others where option == .email || !word.contains("@") { throw .conflict(word, option.spelling) }
    do throws(CommandError) {
      let account = try SavedAccounts(terms).named(word)
      // A saved account has its own, and they would go unheard.
      if let option = others.first { throw .conflict(word, option.spelling) }
      self = try about(account, in: directory)
      return account
    } catch {
      guard case .unknownAccount = error, word.contains("@") else { throw error }
      let address = try ProviderLookUp(directory: directory).address(word)
      self.address = address
      if provider == nil, servers == nil { provider = directory.provider(forDomain: address.domain) }
      return nil
    }
  }
}
