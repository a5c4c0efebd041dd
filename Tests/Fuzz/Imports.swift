// Fuzzes the readers of other programs' configurations: every value that they return is valid, whatever the file
// contains.

import MailClients
import Vocabulary

@_cdecl("LLVMFuzzerTestOneInput")
func imports(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(start, count) { octets in
    guard let first = octets.first else { return }
    let formats = ImportFormat.allCases
    let found = formats[Int(first) % formats.count].read(Array(octets.dropFirst()))
    always(found.accounts.count <= 100, "there is a limit to accounts")
    for account in found.accounts {
      always(account.imap != nil || account.smtp != nil || account.address != nil, "an account has a server, or an address to find it by")
      // Each character may have eight combining marks.
      always(Visible.isHarmless(account.name) && account.name.unicodeScalars.count <= 61 * 9, "a name can be shown")
      for command in [account.secretCommand, account.tokenCommand].compactMap({ $0?.text }) {
        always(Visible.isHarmless(command) && !command.isEmpty && command.utf8.count <= 1_000, "a command can be shown")
      }
      for server in [account.imap, account.smtp].compactMap({ $0 }) {
        always(HostName(server.endpoint.host.text) == server.endpoint.host, "a host is one")
        if case .written(let name) = server.username {
          always(Visible.isHarmless(name) && (1...254).contains(name.utf8.count), "a user name can be sent")
        }
      }
    }
    _ = MozillaProfiles.folder(in: octets)
  }
}
