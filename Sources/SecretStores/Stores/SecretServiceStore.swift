// The Secret Service of freedesktop.org (GNOME Keyring, KWallet, KeePassXC), by secret-tool(1).

import AccountStore
import Vocabulary

/// An entry is an item with the attributes `service mailsetup account ENTRY`.
struct SecretServiceStore: SecretStore {
  let tools: StoreTools
  private static let program = "secret-tool"

  /// Throws if no service answers on the session's bus. Searches for an item that does not exist, which unlocks nothing.
  func check() throws(SecretStoreError) {
    let words = [Self.program, "lookup", "--", "service", "mailsetup", "purpose", "availability"]
    if Self.isUnreachable(try tools.run(.secretService, words, within: tools.curiosity)) { throw .notReady(.secretService) }
  }

  /// The whole value is the secret.
  let lineEnd = ""

  /// The attributes of an item are printed on standard error (secret-tool.c, print_item_attributes). If it has more attributes
  /// than an item of this program, it is one of another program. `store` and `clear` would change it anyway, because it has all
  /// attributes of ours.
  func read(_ entry: String) throws(SecretStoreError) -> Content {
    let found = try search(entry)
    let attributes = found.complaint.split(separator: "\n").filter { $0.hasPrefix("attribute.") }
    let items = attributes.filter { $0.hasPrefix("attribute.service = ") }.count
    if items > 1 { throw .several(.secretService, entry: entry) }
    let result = try tools.run(.secretService, [Self.program, "lookup", "--"] + Self.attributes(entry))
    if result.status == 0 {
      let isOurs = attributes.allSatisfy { line in Self.own.contains { line.hasPrefix("attribute.\($0) = ") } }
      return Content(octets: result.output, isWhole: result.isWhole && found.isWhole, isExclusive: isOurs)
    }
    if Self.isUnreachable(result) { throw .notReady(.secretService) }
    // The status does not show why there is no secret. An item that the search found is locked.
    throw found.output.count > 0 ? .locked(.secretService) : .missing(.secretService, entry: entry)
  }

  /// Returns the path of the collection of the item. secret-tool does not print it, but the service reports it (Secret Service
  /// API, SearchItems). `nil` if the service cannot be asked, because dbus-send(1) is missing or does not accept the name.
  private func collection(of entry: String) throws(SecretStoreError) -> String? {
    // dbus-send cannot send a comma in a value.
    guard !entry.contains(",") else { return nil }
    let words = [
      "dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
      "org.freedesktop.Secret.Service.SearchItems", "dict:string:string:service,mailsetup,account,\(entry)",
    ]
    let reply: ToolResult
    do throws(SecretStoreError) {
      reply = try tools.run(.secretService, words, within: tools.curiosity)
    } catch {
      if case .interrupted = error { throw error }
      return nil
    }
    let paths = reply.output.withOctets { Array($0).text }.split(whereSeparator: \.isWhitespace)
    guard reply.status == 0, let path = paths.first(where: { $0.hasPrefix("/org/freedesktop/secrets/collection/") }) else { return nil }
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Searching unlocks nothing.
  func has(_ entry: String) throws(SecretStoreError) -> Bool { try search(entry).output.count > 0 }

  /// Returns the path of the item and its time, with a precision of one second.
  func stamp(_ entry: String) throws(SecretStoreError) -> String? {
    let item = SecretServiceItem(try search(entry).output)
    guard let path = item.path, let modified = item.modified else { return nil }
    return "\(path) \(modified)"
  }

  private func search(_ entry: String) throws(SecretStoreError) -> ToolResult {
    let found = try tools.run(.secretService, [Self.program, "search", "--all", "--"] + Self.attributes(entry))
    if Self.isUnreachable(found) { throw .notReady(.secretService) }
    return found
  }

  /// secret-tool reads less than 8,192 octets and stops at a NUL.
  func canWrite(_ octets: Secret) -> Bool { octets.count < 8_192 && octets.withOctets { !$0.contains(.nul) } }

  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError) {
    // secret-tool reads all of its standard input, so a line break would be part of the secret. It only replaces an item in the
    // same collection. In another one there would be a second item.
    let item = SecretServiceItem(try search(entry).output)
    let collection = (item.path == nil ? nil : try collection(of: entry)).map { ["--collection=\($0)"] } ?? []
    let words = [Self.program, "store", "--label=\(item.label ?? "mail \(entry)")"] + collection + ["--"] + Self.attributes(entry)
    let result = try tools.run(.secretService, words, input: octets)
    guard result.status != 0 else { return }
    // secret-tool 0.21, which Debian 13 has, only accepts UTF-8 and reports the error. Then nothing is locked.
    guard octets.isText else { throw result.error(.secretService) }
    // The service runs, because `keep` has read from it before. It refuses to store an item if the collection is locked, or if
    // the user has dismissed the question for the password.
    throw .locked(.secretService)
  }

  func remove(_ entry: String) throws(SecretStoreError) {
    let result = try tools.run(.secretService, [Self.program, "clear", "--"] + Self.attributes(entry))
    guard result.status == 0 else { throw result.error(.secretService) }
  }

  /// The attributes of this program, and those that services add: libsecret, and KeePassXC (its Item.cpp, not tested).
  private static let own = ["service", "account", "xdg:schema", "Uuid", "Path", "Title", "UserName", "URL", "Notes"]
  private static func attributes(_ entry: String) -> [String] { ["service", "mailsetup", "account", entry] }

  /// Returns whether the service did not answer: only then secret-tool prints a line that begins with its name (secret-tool.c,
  /// g_get_prgname). If it found nothing, it prints no error. Warnings of GLib begin in another way.
  private static func isUnreachable(_ result: ToolResult) -> Bool {
    result.status != 0 && result.complaint.split(separator: "\n").contains { $0.hasPrefix("\(program):") }
  }
}
