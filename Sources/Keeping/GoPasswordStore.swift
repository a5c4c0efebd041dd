// gopass (gopass.pw), a relative of pass(1). Written by its manual; tried only with a program standing in for it.

import Registry
import Vocabulary

struct GoPasswordStore: SecretStore {
  let surroundings: Surroundings
  private static let program = "gopass"

  /// Debian has another program of that name, which knows no `--version`. Listing decrypts nothing; without a store it
  /// fails.
  func check() throws(KeepingFault) {
    let version = try surroundings.run(.gopass, [Self.program, "--version"], within: surroundings.curiosity)
    let isGopass = version.output.withOctets { $0.starts(with: Array("gopass ".utf8)) }
    guard version.status == 0, isGopass else { throw .notInstalled(.gopass) }
    let list = try surroundings.run(.gopass, [Self.program, "ls", "--flat"], within: surroundings.curiosity)
    guard list.status == 0 else { throw .notReady(.gopass) }
  }

  func read(_ entry: String) throws(KeepingFault) -> Secret {
    let name = try StoredName.path(entry, .gopass)
    try check()
    let list = try surroundings.run(.gopass, [Self.program, "ls", "--flat", name])
    guard list.status == 0, list.output.count > 0 else { throw .missing(.gopass, entry: name) }
    // -o: the first line alone; -n: as it is, whatever it looks like.
    let exchange = try surroundings.run(.gopass, [Self.program, "show", "-o", "-n", name])
    guard exchange.status == 0 else { throw exchange.fault(.gopass) }
    return exchange.output.firstLine
  }

  func write(_ secret: Secret, _ entry: String) throws(KeepingFault) {
    let name = try StoredName.path(entry, .gopass)
    let exchange = try surroundings.run(
      .gopass, [Self.program, "insert", "-m", "-f", name], input: .lines([.secret(secret), .plain("\n")]))
    guard exchange.status == 0 else { throw exchange.fault(.gopass) }
  }

  func remove(_ entry: String) throws(KeepingFault) {
    let exchange = try surroundings.run(.gopass, [Self.program, "rm", "-f", try StoredName.path(entry, .gopass)])
    guard exchange.status == 0 else { throw exchange.fault(.gopass) }
  }
}
