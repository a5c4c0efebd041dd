// A secret that came with the process itself, in its environment or in a descriptor, kept from every program that this one
// starts: a keyring's daemon lives on for days, and whoever may look at it would find the secret in its environment.

import Platform
import Vocabulary

struct Withheld: Sendable {
  /// The variable of `env:NAME`; its value is nil where the environment has none of that name.
  private(set) var variable: (name: String, value: Secret?)?
  /// The descriptor of `fd:N`, where the process came with it.
  private(set) var descriptor: Int32?

  init() {}

  /// Takes what `--secret-from` names out of the environment, or marks the descriptor as this process's own. A word that
  /// names nothing is complained about by who reads it.
  init(_ arguments: Arguments) {
    guard let typed = arguments[.secretFrom], let source = try? SecretSource(typed) else { return }
    switch source {
    case .environment(let name): variable = (name, Platform.withdraw(name) { Secret(copying: $0) })
    case .descriptor(let number):
      let flags = fcntl(number, F_GETFD)
      // All that this program has opened itself closes on exec; what was inherited cannot.
      guard flags != -1, flags & FD_CLOEXEC == 0 else { return }
      descriptor = number
      _ = fcntl(number, F_SETFD, flags | FD_CLOEXEC)
    case .prompt, .standardInput, .file, .command: return
    }
  }
}
