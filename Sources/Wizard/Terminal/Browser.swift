// The human's browser, where there is one to open: a graphical session on this very computer.

import Platform
import Posix
import Vocabulary

struct Browser {
  /// nil over SSH, without a graphical session, or where it is not wished for.
  init?(_ environment: Environment, isForbidden: Bool) {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    guard !isForbidden, !has("SSH_CONNECTION"), !has("SSH_CLIENT"), !has("SSH_TTY") else { return nil }
    guard !Platform.browser.needsDisplay || has("DISPLAY") || has("WAYLAND_DISPLAY") else { return nil }
  }

  /// Opens `address`; false where the program that does it cannot be started.
  func open(_ address: WebAddress) -> Bool {
    do throws(SystemError) {
      try Subprocess.launch([Platform.browser.program, address.text])
      return true
    } catch {
      return false
    }
  }
}
