// The browser of the user, if there is a graphical session on this computer.

import Platform
import Posix
import Vocabulary

package struct Browser {
  /// Returns `nil` over SSH, without a graphical session, or if the user does not want a browser.
  package init?(_ environment: Environment, isForbidden: Bool) {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    guard !isForbidden, !has("SSH_CONNECTION"), !has("SSH_CLIENT"), !has("SSH_TTY") else { return nil }
    guard !Platform.browser.needsDisplay || has("DISPLAY") || has("WAYLAND_DISPLAY") else { return nil }
  }

  /// Opens `address`. Returns `false` if the program for it cannot be started.
  package func open(_ address: WebAddress) -> Bool { open(address.text) }

  /// Opens an address that this program has composed itself, which may be longer.
  package func open(_ address: String) -> Bool {
    do throws(SystemError) {
      try Subprocess.launch([Platform.browser.program, address])
      return true
    } catch {
      return false
    }
  }
}
