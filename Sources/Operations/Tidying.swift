// Removes the temporary files of runs that were killed. Every run does it, because the files may contain passwords.

import AccountStore
import MailClients
import Posix
import SecretStores

package enum Tidying {
  /// Searches the two folders of this program, and the folders of the mail clients' files that it writes.
  package static func sweep(_ environment: Environment, _ interrupt: Interrupt) {
    SecretStorage(environment: environment, interrupt: interrupt).sweep()
    AccountsFile(environment: environment)?.sweep()
    guard let folders = ClientFolders(environment) else { return }
    // Each folder is read once, because a home may contain many files.
    var names: [String: Set<String>] = [:]
    for file in MailClient.allCases.compactMap(\.file) {
      for path in (file.paths + [file.new]).map(folders.path) {
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
