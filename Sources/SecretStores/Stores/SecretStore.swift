// A program or a folder in which secrets are stored.

import AccountStore
import Vocabulary

/// A store has one secret for each entry. The names of entries are those of accounts.json.
protocol SecretStore {
  /// Throws the reason if the store cannot be used now. Asks the user nothing.
  func check() throws(SecretStoreError)
  /// Returns the contents of the entry. Throws `missing` if it does not exist.
  func read(_ entry: String) throws(SecretStoreError) -> Content
  /// Creates or replaces the entry.
  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError)
  func remove(_ entry: String) throws(SecretStoreError)
  /// Returns whether the entry exists. Asks for no passphrase if it can find out without one.
  func has(_ entry: String) throws(SecretStoreError) -> Bool
  /// Returns the time of the last change of the entry. `nil` if the store does not report it.
  func stamp(_ entry: String) throws(SecretStoreError) -> String?
  /// Sets the time of the last change of the entry, if the store supports it.
  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError)
  /// The folder of its files. `nil` if it has none or does not report it.
  var folder: String? { get throws(SecretStoreError) }
  /// The text after the secret in a new entry.
  var lineEnd: String { get }
  /// Returns whether the store can store these octets and return them unchanged.
  func canWrite(_ octets: Secret) -> Bool
  /// Returns whether the octets that were read are those that were written.
  func isSame(_ read: Secret, as written: Secret) -> Bool
}

extension SecretStore {
  func has(_ entry: String) throws(SecretStoreError) -> Bool {
    do throws(SecretStoreError) { _ = try read(entry) } catch {
      if case .missing = error { return false }
      throw error
    }
    return true
  }
  func stamp(_ entry: String) throws(SecretStoreError) -> String? { nil }
  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError) {}
  var folder: String? { get throws(SecretStoreError) { nil } }
  func canWrite(_ octets: Secret) -> Bool { true }
  func isSame(_ read: Secret, as written: Secret) -> Bool { read.matches(written) }
}

/// The contents of an entry.
struct Content {
  let octets: Secret
  /// Whether these are all octets. At most `ToolResult.limit` are read.
  var isWhole = true
  /// Whether the name stands for this item alone, as this program creates it. Otherwise a change would replace other items.
  var isExclusive = true
}
