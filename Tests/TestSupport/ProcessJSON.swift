// A JSON document of a program, read by keys and positions.

import FoundationEssentials

/// A JSON value. A missing key or position is null.
package struct ProcessJSON: Equatable, Sendable {
  private indirect enum Value: Equatable, Sendable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }
  }

  private let value: Value

  private init(_ value: Value) { self.value = value }

  /// Parses `octets`, which must be exactly one JSON document.
  package init(_ octets: [UInt8]) throws {
    value = try JSONDecoder().decode(Value.self, from: Data(octets))
  }

  /// The value of a key, or null if this is not an object or has no such key.
  package subscript(key: String) -> ProcessJSON {
    guard case .object(let object) = value else { return ProcessJSON(.null) }
    return ProcessJSON(object[key] ?? .null)
  }

  /// The element at a position, or null if this is not a list or is shorter.
  package subscript(position: Int) -> ProcessJSON {
    guard case .list(let list) = value, list.indices.contains(position) else { return ProcessJSON(.null) }
    return ProcessJSON(list[position])
  }

  package var isNull: Bool { value == .null }

  /// The string, or `nil` for any other value.
  package var text: String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  /// The number, or `nil` for any other value.
  package var number: Double? {
    guard case .number(let number) = value else { return nil }
    return number
  }

  /// The Boolean, or `nil` for any other value.
  package var flag: Bool? {
    guard case .flag(let flag) = value else { return nil }
    return flag
  }

  /// The elements of a list, or empty for any other value.
  package var list: [ProcessJSON] {
    guard case .list(let list) = value else { return [] }
    return list.map { ProcessJSON($0) }
  }

  /// The keys of an object, or empty for any other value.
  package var keys: Set<String> {
    guard case .object(let object) = value else { return [] }
    return Set(object.keys)
  }

  /// The elements of a list that are strings.
  package var texts: [String] { list.compactMap(\.text) }
}

extension ProcessResult {
  /// Standard output, which must be exactly one JSON document.
  package var json: ProcessJSON { get throws { try ProcessJSON(output) } }
}
