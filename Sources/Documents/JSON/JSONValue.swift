// A JSON value that is written, or that is kept without being understood.

import Vocabulary

/// Any JSON value.
package enum JSONValue: Sendable, Equatable {
  case null
  case flag(Bool)
  /// A number as it is written. No type of the language can represent every JSON number.
  case numeral(String)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  package static func integer(_ value: some BinaryInteger) -> JSONValue { .numeral(String(value)) }

  /// Rounds `value` to a tenth. `value` must be finite.
  package static func number(_ value: Double) -> JSONValue {
    let rounded = (value * 10).rounded() / 10
    return .numeral(rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded))
  }

  /// Returns null for `nil`.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
  package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
}

extension JSONValue {
  /// Returns the value at `path`, which is a decoder's path of keys and positions; `nil` if there is none.
  package func value(at path: [any CodingKey]) -> JSONValue? {
    path.reduce(Optional(self)) { value, key in
      switch value {
      case .object(let members)?: members[key.stringValue]
      case .list(let elements)?: key.intValue.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      case .null?, .flag?, .numeral?, .text?, nil: nil
      }
    }
  }
}
