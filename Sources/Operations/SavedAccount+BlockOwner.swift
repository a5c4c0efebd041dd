// A saved account as the files of mail clients know it.

import AccountStore
import MailClients

extension SavedAccount {
  /// The account as the files of mail clients name it.
  package var owner: BlockOwner { BlockOwner(address, name: name.text) }
}
