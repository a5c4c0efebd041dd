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
    guard let home = ClientFolders(environment) else { return }
    // Once for each folder: a home may hold much.
    var names: [String: Set<String>] = [:]
    for file in MailClient.allCases.compactMap(\.file) {
      for path in (file.paths + [file.new]).map(home.path) {
        let folder = ClientConfigurationFile.folder(path)
        if file.isPerAccount {
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
