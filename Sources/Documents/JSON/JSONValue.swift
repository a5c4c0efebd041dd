// JSON documents for programs.

import FoundationEssentials

/// A JSON document to be written. Missing values are written as null and keys in alphabetical order, so equal results
/// have equal texts.
package indirect enum Document: Encodable, Sendable, Equatable {
  case null
  case flag(Bool)
  case integer(Int)
  /// Written with one decimal.
  case number(Double)
  case text(String)
  case list([Document])
  case object([String: Document])

  /// Returns a text, or null if `text` is `nil`.
  package static func optional(_ text: String?) -> Document { text.map(Document.text) ?? .null }
  /// Returns a list of texts.
  package static func texts(_ texts: [String]) -> Document { .list(texts.map(Document.text)) }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .flag(let value): try value.encode(to: encoder)
    case .integer(let value): try value.encode(to: encoder)
    case .number(let value): try ((value * 10).rounded() / 10).encode(to: encoder)
    case .text(let value): try value.encode(to: encoder)
    case .list(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .object(let values):
      var container = encoder.container(keyedBy: Key.self)
      for (name, value) in values { try container.encode(value, forKey: Key(stringValue: name)) }
    }
  }

  /// The text of the document, indented, with a final line break.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Every case above can be encoded: numbers are finite, keys are strings.
    guard let data = try? encoder.encode(self) else { preconditionFailure("a document is always valid JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
