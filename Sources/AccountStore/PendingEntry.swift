// Entries of keyrings that a run was about to create or to remove. If the run is killed, a later run finds them here.

import Documents

/// Written to accounts.json before the keyring is changed, and deleted afterwards.
package struct PendingEntry: Sendable, Equatable {
  package let keyring: Keyring
  package let entry: String
  /// As in `EntryMarks`.
  package let store, stamp: String?
  /// Whether the run was about to remove the entry. Otherwise it was about to create it.
  package let isRemoval: Bool
  /// Whether the user was informed about it.
  package var isNamed = false

  /// Creates the record for an entry that no run has changed yet.
  package init(_ keyring: Keyring, entry: String, store: String?, stamp: String?, isRemoval: Bool) {
    (self.keyring, self.entry, self.store, self.stamp, self.isRemoval) = (keyring, entry, store, stamp, isRemoval)
  }

  /// Returns `nil` if this version does not understand all of `value`.
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

  /// Returns whether this record is about the entry at `place`.
  package func isAbout(_ place: SecretLocation?) -> Bool { SecretLocation.keyring(keyring, entry: entry).isSameEntry(as: place) }
}

extension SavedAccount {
  /// The record of the removal of its entry. `nil` if this program did not create the entry.
  package var pendingRemoval: PendingEntry? {
    guard case .keyring(let keyring, let entry)? = secret, !entryMarks.isFound else { return nil }
    return PendingEntry(keyring, entry: entry, store: entryMarks.store, stamp: entryMarks.stamp, isRemoval: true)
  }
}

extension JSONValue {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
