// The Secret Service of freedesktop.org (GNOME Keyring, KWallet, KeePassXC), by secret-tool(1).

import AccountStore
import Vocabulary

/// Attributes name an item, as `secret-tool lookup service mailsetup account ENTRY` finds it.
struct SecretServiceStore: SecretStore {
  let surroundings: StoreTools
  private static let program = "secret-tool"

  /// Whether somebody answers on the session's bus. Looks for what nobody has stored: that unlocks nothing.
  func check() throws(SecretStoreError) {
    let words = [Self.program, "lookup", "--", "service", "mailsetup", "purpose", "availability"]
    if Self.isUnreachable(try surroundings.run(.secretService, words, within: surroundings.curiosity)) { throw .notReady(.secretService) }
  }

  /// Its whole value is the secret.
  let lineEnd = ""

  /// The attributes of what is found go to standard error (secret-tool.c, print_item_attributes). Others beside ours show an
  /// item of another program's: `store` and `clear` take it for ours, since all of ours fit.
  func read(_ entry: String) throws(SecretStoreError) -> Content {
    let found = try search(entry)
    let attributes = found.complaint.split(separator: "\n").filter { $0.hasPrefix("attribute.") }
    let items = attributes.filter { $0.hasPrefix("attribute.service = ") }.count
    if items > 1 { throw .several(.secretService, entry: entry) }
    let result = try surroundings.run(.secretService, [Self.program, "lookup", "--"] + Self.attributes(entry))
    if result.status == 0 {
      let isOurs = attributes.allSatisfy { line in Self.own.contains { line.hasPrefix("attribute.\($0) = ") } }
      return Content(octets: result.output, isWhole: result.isWhole && found.isWhole, isExclusive: isOurs)
    }
    if Self.isUnreachable(result) { throw .notReady(.secretService) }
    // It says nothing of why there is no secret. An item that is found all the same is locked.
    throw found.output.count > 0 ? .locked(.secretService) : .missing(.secretService, entry: entry)
  }

  /// The path of the collection that the item of `entry` is in. secret-tool does not tell it, the service does (Secret Service
  /// API, SearchItems). `nil` if it cannot be asked: dbus-send(1) is missing, or does not take the name.
  private func collection(of entry: String) throws(SecretStoreError) -> String? {
    // It knows no way to write a comma in a value.
    guard !entry.contains(",") else { return nil }
    let words = [
      "dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
      "org.freedesktop.Secret.Service.SearchItems", "dict:string:string:service,mailsetup,account,\(entry)",
    ]
    let reply: ToolResult
    do throws(SecretStoreError) {
      reply = try surroundings.run(.secretService, words, within: surroundings.curiosity)
    } catch {
      if case .interrupted = error { throw error }
      return nil
    }
    let paths = reply.output.withOctets { Array($0).text }.split(whereSeparator: \.isWhitespace)
    guard reply.status == 0, let path = paths.first(where: { $0.hasPrefix("/org/freedesktop/secrets/collection/") }) else { return nil }
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Unlocks nothing.
  func has(_ entry: String) throws(SecretStoreError) -> Bool { try search(entry).output.count > 0 }

  /// The item's path and its time, of one second's precision.
  func stamp(_ entry: String) throws(SecretStoreError) -> String? {
    let item = SecretServiceItem(try search(entry).output)
    guard let path = item.path, let modified = item.modified else { return nil }
    return "\(path) \(modified)"
  }

  private func search(_ entry: String) throws(SecretStoreError) -> ToolResult {
    let found = try surroundings.run(.secretService, [Self.program, "search", "--all", "--"] + Self.attributes(entry))
    if Self.isUnreachable(found) { throw .notReady(.secretService) }
    return found
  }

  /// A text of fewer octets than secret-tool takes, which ends at a NUL.
  func canWrite(_ octets: Secret) -> Bool { octets.count < 8_192 && octets.withOctets { !$0.contains(.nul) } }

  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    // Where standard input is no terminal it is read to its end, and a line break would be part of the secret.
    // An item that exists is replaced only by one of its own collection; elsewhere there would be a second one.
    let item = SecretServiceItem(try search(entry).output)
    let collection = (item.path == nil ? nil : try collection(of: entry)).map { ["--collection=\($0)"] } ?? []
    let words = [Self.program, "store", "--label=\(item.label ?? "mail \(entry)")"] + collection + ["--"] + Self.attributes(entry)
    let result = try surroundings.run(.secretService, words, input: octets)
    guard result.status != 0 else { return }
    // secret-tool 0.21, which Debian 13 has, takes UTF-8 alone: nothing is locked then, and it says what is wrong.
    guard octets.isText else { throw result.error(.secretService) }
    // The service answers, since `keep` has read before; it refuses to take an item when its collection is locked, or
    // when the human has dismissed its question.
    throw .locked(.secretService)
  }

  func remove(_ entry: String) throws(SecretStoreError) {
    let result = try surroundings.run(.secretService, [Self.program, "clear", "--"] + Self.attributes(entry))
    guard result.status == 0 else { throw result.error(.secretService) }
  }

  /// Beside ours those that a service adds by itself: libsecret's, and KeePassXC's of the entry behind an item (its Item.cpp,
  /// read and not tried).
  private static let own = ["service", "account", "xdg:schema", "Uuid", "Path", "Title", "UserName", "URL", "Notes"]
  private static func attributes(_ entry: String) -> [String] { ["service", "mailsetup", "account", entry] }

  /// It complains in a line that begins with its name (secret-tool.c, g_get_prgname) only where it got no answer; that
  /// nothing was found is said by the exit status alone. GLib's warnings begin otherwise.
  private static func isUnreachable(_ result: ToolResult) -> Bool {
    result.status != 0 && result.complaint.split(separator: "\n").contains { $0.hasPrefix("\(program):") }
  }
}
