// A program or a folder in which secrets are stored.

import AccountStore
import Vocabulary

/// One way to keep secrets. An entry is what the registry calls it.
protocol SecretStore {
  /// Throws why it would not work now, as far as can be told without disturbing anyone.
  func check() throws(SecretStoreError)
  /// All that is kept there; `missing` where nothing is.
  func read(_ entry: String) throws(SecretStoreError) -> Content
  /// Keeps `octets`, in the place of what was there.
  func write(_ octets: Secret, _ entry: String) throws(SecretStoreError)
  func remove(_ entry: String) throws(SecretStoreError)
  /// Whether it has the entry; asks for no passphrase if that can be told without one.
  func has(_ entry: String) throws(SecretStoreError) -> Bool
  /// When the entry was written last; `nil` if that cannot be told.
  func stamp(_ entry: String) throws(SecretStoreError) -> String?
  /// Gives the entry the stamp of then, if the keyring can.
  func setStamp(_ entry: String, _ stamp: String) throws(SecretStoreError)
  /// Where its files are; `nil` if it has none that are known.
  var folder: String? { get throws(SecretStoreError) }
  /// What follows the secret in an entry that is made for it.
  var lineEnd: String { get }
  /// Whether it would give back just these octets after having been handed them.
  func canWrite(_ octets: Secret) -> Bool
  /// Whether what was read is what was written.
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

/// What a store holds under one name.
struct Content {
  let octets: Secret
  /// Whether these are all of its octets: more than `ToolResult.limit` are not read.
  var isWhole = true
  /// Whether the name means it alone, as this program has made it: else others would be replaced with it.
  var isExclusive = true
}
