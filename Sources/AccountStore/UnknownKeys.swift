// The keys of accounts.json that this version does not know and keeps.

import Documents
import Vocabulary

/// The unknown keys of an object, with their values.
package typealias UnknownKeys = [String: JSONValue]

extension JSONValue {
  /// Returns an object of `members` without those that are `nil`, and of `others`.
  static func object(_ members: [String: JSONValue?], _ others: UnknownKeys) -> JSONValue {
    .object(others.merging(members.compactMapValues { $0 }) { $1 })
  }
}

extension JSONObjectReader {
  /// Returns every key of the object that has not been read, with its value in `document`. Marks the keys as read, so that `finish`
  /// does not report them.
  func unknownKeys(in document: JSONValue) -> UnknownKeys {
    guard case .object(let members)? = document.value(at: codingPath) else { return [:] }
    var values: UnknownKeys = [:]
    for key in unaskedKeys where has(key) { values[key] = members[key] }
    return values
  }

  /// Returns the whole object, and marks all its keys as read.
  func members(in document: JSONValue) -> UnknownKeys {
    guard case .object(let members)? = document.value(at: codingPath) else { return [:] }
    for key in unaskedKeys { _ = has(key) }
    return members
  }
}
