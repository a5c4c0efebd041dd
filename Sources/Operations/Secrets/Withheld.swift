// A secret that the process received in its environment or in a descriptor. It is withheld from the programs that this one starts:
// the daemon of a keyring runs for days, and the secret could be read in its environment.

import Platform
import Vocabulary

package struct Withheld: Sendable {
  /// The variable of `env:NAME`. The value is `nil` if the environment has no such variable.
  private(set) var variable: (name: String, value: Secret?)?
  /// The descriptor of `fd:N`, if the process inherited it.
  private(set) var descriptor: Int32?

  package init() {}

  /// Removes the variable of `source` from the environment, or makes its descriptor close on exec.
  package init(_ source: SecretSource) {
    switch source {
    case .environment(let name): variable = (name, Platform.withdraw(name) { Secret(copying: $0) })
    case .descriptor(let number):
      let flags = fcntl(number, F_GETFD)
      // Every descriptor that this program opens closes on exec. One that does not was inherited.
      guard flags != -1, flags & FD_CLOEXEC == 0 else { return }
      descriptor = number
      _ = fcntl(number, F_SETFD, flags | FD_CLOEXEC)
    case .prompt, .standardInput, .file, .command: return
    }
  }
}
