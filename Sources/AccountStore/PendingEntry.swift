// Entries of keyrings that a run was about to make or to remove: if it is killed, a later run finds them here.

import Documents

/// Noted in the registry before the keyring is touched, and deleted from it afterwards.
package struct PendingEntry: Sendable, Equatable {
  package let keyring: Keyring
  package let entry: String
  /// As in `EntryMarks`.
  package let store, stamp: String?
  /// Whether the entry was to be removed; else it was to be made.
  package let isRemoval: Bool
  /// Whether the user was told of it.
  package var isNamed = false

  /// An entry that no run has worked on yet.
  package init(_ keyring: Keyring, entry: String, store: String?, stamp: String?, isRemoval: Bool) {
    (self.keyring, self.entry, self.store, self.stamp, self.isRemoval) = (keyring, entry, store, stamp, isRemoval)
  }

  /// `nil` if it is none that this version understands.
  init?(_ value: JSONValue) {
    guard case .object(let members) = value, case .text(let word)? = members["keyring"], let keyring = Keyring(rawValue: word),
      case .text(let entry)? = members["entry"], case .text(let purpose)? = members["purpose"], ["save", "remove"].contains(purpose)
    else { return nil }
    self.init(keyring, entry: entry, store: members["store"]?.text, stamp: members["stamp"]?.text, isRemoval: purpose == "remove")
    isNamed = members["named"] == .flag(true)
    guard self.value == value else { return nil }
  }

  var value: JSONValue {
    var members: UnknownKeys = [
      "keyring": .text(keyring.rawValue), "entry": .text(entry), "purpose": .text(isRemoval ? "remove" : "save"),
    ]
    members["store"] = store.map(JSONValue.text)
    members["stamp"] = stamp.map(JSONValue.text)
    members["named"] = isNamed ? .flag(true) : nil
    return .object(members)
  }

  /// Whether it is about this entry.
  package func isAbout(_ place: SecretLocation?) -> Bool { SecretLocation.keyring(keyring, entry: entry).isSameEntry(as: place) }
}

extension SavedAccount {
  /// The removal of its entry, if this program made the entry.
  package var pendingRemoval: PendingEntry? {
    guard case .keyring(let keyring, let entry)? = secret, !entryMarks.isFound else { return nil }
    return PendingEntry(keyring, entry: entry, store: entryMarks.store, stamp: entryMarks.stamp, isRemoval: true)
  }
}

extension JSONValue {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
