// Items of the Secret Service outside of its default collection.

import AccountStore
import Foundation
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite(
  "other collections", .enabled(if: Equipment.isThere("secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")),
  .serialized, .waiting)
struct OtherCollectionTests {
  private let home: Home

  init() throws {
    home = try Home()
    try home.startSecretService()
  }

  private func put(_ value: String, _ collection: String) throws {
    let words = ["store", "--collection=\(collection)", "--label=mine", "service", "mailsetup", "account", Home.address]
    try home.run("secret-tool", words, input: .text(value))
  }

  /// The output of `secret-tool search` about the items, without what the service changes by itself: their times, and the
  /// schema. GNOME Keyring adds the schema to an item only when it reads the file of the collection again, which it does if
  /// the file's time of change is in another second than before.
  private var items: [String] {
    get throws {
      let found = try home.run("secret-tool", ["search", "--all", "service", "mailsetup", "account", Home.address])
      return found.text.split(separator: "\n").map(String.init).filter { line in
        !["created = ", "modified = ", "schema = "].contains(where: line.hasPrefix)
      } + found.complaint.split(separator: "\n").map(String.init).sorted()
    }
  }

  @Test(
    "fault-item-in-other-collection: an item is changed in its own collection, and an undo leaves only that one",
    arguments: ["session", "/org/freedesktop/secrets/collection/session", "default"], ["old", "old\nnotes", "old \"quoted\""])
  func changed(_ collection: String, _ value: String) throws {
    try put(value, collection)
    let before = try items
    let keeper = home.keeper()
    let seen = try keeper.look(at: .secretService, entry: Home.address)
    let kept = try keeper.keep(Secret(copying: "new".utf8), in: .secretService, entry: Home.address, over: seen)
    #expect(try keeper.read(.secretService, entry: Home.address).octets == Array("new".utf8))
    #expect(try items.filter { $0.hasPrefix("[") }.count == 1)
    #expect(kept.undo())
    #expect(try before.contains("label = mine") && items == before)
    #expect(try home.found(.secretService) == Array(value.utf8))
  }

  @Test("an item's stamp is its time, and reveals nothing about the secret") func stamp() throws {
    try put("the-secret\nmodified = hunter2\nmodified = 2020-01-01 00:00:00", "default")
    let stamp = try #require(home.keeper().stamp(.secretService, entry: Home.address))
    #expect(!stamp.contains("secret") && !stamp.contains("hunter2"))
    #expect(home.keeper().stamp(.secretService, entry: "nobody@example.org") == nil)
  }
}
