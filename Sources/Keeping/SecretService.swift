// The Secret Service of freedesktop.org (GNOME Keyring, KWallet, KeePassXC), by secret-tool(1).

import Registry
import Vocabulary

/// Attributes name an item, as `secret-tool lookup service mailsetup account ENTRY` finds it.
struct SecretService: SecretStore {
  let surroundings: Surroundings
  private static let program = "secret-tool"

  /// Whether somebody answers on the session's bus. Looks for what nobody has stored: that unlocks nothing.
  func check() throws(KeepingFault) {
    let words = [Self.program, "lookup", "--", "service", "mailsetup", "purpose", "availability"]
    if Self.isUnreachable(try surroundings.run(.secretService, words, within: surroundings.curiosity)) { throw .notReady(.secretService) }
  }

  func read(_ entry: String) throws(KeepingFault) -> Secret {
    let exchange = try surroundings.run(.secretService, [Self.program, "lookup", "--"] + Self.attributes(entry))
    if exchange.status == 0 { return exchange.output.firstLine }
    if Self.isUnreachable(exchange) { throw .notReady(.secretService) }
    // It says nothing of why there is no secret. An item that is found all the same is locked.
    let found = try surroundings.run(.secretService, [Self.program, "search", "--"] + Self.attributes(entry))
    throw found.output.count > 0 ? .locked(.secretService) : .missing(.secretService, entry: entry)
  }

  func write(_ secret: Secret, _ entry: String) throws(KeepingFault) {
    // Where standard input is no terminal it is read to its end, and a line break would be part of the secret.
    let words = [Self.program, "store", "--label=mail \(entry)", "--"] + Self.attributes(entry)
    let exchange = try surroundings.run(.secretService, words, input: secret)
    guard exchange.status != 0 else { return }
    // The service answers, since `keep` has read before; it refuses to take an item when its collection is locked, or
    // when the human has dismissed its question.
    throw .locked(.secretService)
  }

  func remove(_ entry: String) throws(KeepingFault) {
    let exchange = try surroundings.run(.secretService, [Self.program, "clear", "--"] + Self.attributes(entry))
    guard exchange.status == 0 else { throw exchange.fault(.secretService) }
  }

  private static func attributes(_ entry: String) -> [String] { ["service", "mailsetup", "account", entry] }

  /// It complains in a line that begins with its name (secret-tool.c, g_get_prgname) only where it got no answer; that
  /// nothing was found is said by the exit status alone. GLib's warnings begin otherwise.
  private static func isUnreachable(_ exchange: Exchange) -> Bool {
    exchange.status != 0 && exchange.complaint.split(separator: "\n").contains { $0.hasPrefix("\(program):") }
  }
}
