// A JSON value of which nothing is known but that it has to be kept as it is.

import Documents
import FoundationEssentials
import Vocabulary

/// Any JSON value, read and written without being understood.
package enum JSONValue: Sendable, Equatable {
  case null
  case flag(Bool)
  /// As it was written: no type of this language holds every number.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
}

/// The keys of an object that this program does not know, with their values.
package typealias UnknownKeys = [String: JSONValue]

extension JSONValue {
  /// The value at the place that a decoder is at. `nil` if there is none.
  func value(at path: [any CodingKey]) -> JSONValue? {
    path.reduce(Optional(self)) { value, key in
      switch value {
      case .object(let members)?: members[key.stringValue]
      case .list(let elements)?: key.intValue.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      case .null?, .flag?, .number?, .text?, nil: nil
      }
    }
  }

  /// Members of an object, without those that are `nil`.
  static func object(_ members: [String: JSONValue?], _ others: UnknownKeys) -> JSONValue {
    .object(others.merging(members.compactMapValues { $0 }) { $1 })
  }
}

extension JSONObjectReader {
  /// Takes every key that nobody has asked for out of `document`, so that `finish` finds none left.
  func unknownKeys(in document: JSONValue) -> UnknownKeys {
    guard case .object(let members)? = document.value(at: codingPath) else { return [:] }
    var values: UnknownKeys = [:]
    for key in unaskedKeys where has(key) { values[key] = members[key] }
    return values
  }

  /// The whole object.
  func members(in document: JSONValue) -> UnknownKeys {
    guard case .object(let members)? = document.value(at: codingPath) else { return [:] }
    for key in unaskedKeys { _ = has(key) }
    return members
  }
}
