// What runs that were killed have left behind is removed by the next one, whatever that is for: there may be secrets in it.

import AccountStore
import MailClients
import Posix
import SecretStores
import Vocabulary

enum Tidying {
  /// Looks into the two folders of this program, and beside the mail programs' files that it writes into.
  static func sweep(_ environment: Environment, _ interrupt: Interrupt) {
    SecretStorage(environment: environment, interrupt: interrupt).sweep()
    AccountsFile(environment: environment)?.sweep()
    guard let home = ClientFolders(environment), let anyone = try? MailAddress("me@example.org") else { return }
    // Once for each folder: a home may hold much.
    var names: [String: Set<String>] = [:]
    for client in MailClient.allCases {
      for path in client.spots(for: anyone).map(home.path) {
        let folder = ClientConfigurationFile.folder(path)
        if client.hasFilePerAccount {
          Leftovers.sweep(folder)
        } else if ClientFolders.isLink(path) {
          Leftovers.sweep(of: path)
        } else {
          names[folder, default: []].insert(String(path.dropFirst(folder.count + 1)))
        }
      }
    }
    for (folder, names) in names { Leftovers.sweep(folder, of: names) }
  }
}
