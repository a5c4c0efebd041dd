// A JSON value of which nothing is known but that it has to be kept as it is.

import Documents

/// Any JSON value, read and written without being understood.
package enum JSONValue: Sendable, Equatable, Codable {
  case null
  case flag(Bool)
  case whole(Int64)
  case fraction(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Reads what the decoder stands at. Throws for a number that no Double can hold.
  package init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: AnyKey.self) {
      var object: [String: JSONValue] = [:]
      for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
      self = .object(object)
      return
    }
    if var elements = try? decoder.unkeyedContainer() {
      var list: [JSONValue] = []
      while !elements.isAtEnd { list.append(try elements.decode(JSONValue.self)) }
      self = .list(list)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? value.decode(Int64.self) {
      self = .whole(whole)
    } else if let fraction = try? value.decode(Double.self) {
      self = .fraction(fraction)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  /// Writes it as it was read.
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var value = encoder.singleValueContainer()
      try value.encodeNil()
    case .flag(let flag): try flag.encode(to: encoder)
    case .whole(let whole): try whole.encode(to: encoder)
    case .fraction(let fraction): try fraction.encode(to: encoder)
    case .text(let text): try text.encode(to: encoder)
    case .list(let list): try list.encode(to: encoder)
    case .object(let object): try object.encode(to: encoder)
    }
  }
}

/// The keys of an object that this program does not know, with their values.
package typealias UnknownKeys = [String: JSONValue]

extension JSONObjectReader {
  /// Takes every key that nobody has asked for, so that `finish` finds none left.
  func unknownKeys() -> UnknownKeys {
    var values: UnknownKeys = [:]
    for key in unaskedKeys { values[key] = optional(key, as: JSONValue.self, named: "value") }
    return values
  }
}

extension KeyedEncodingContainer where Key == AnyKey {
  /// Writes the keys beside those that are known.
  mutating func encode(_ keys: UnknownKeys) throws {
    for (key, value) in keys { try encode(value, forKey: AnyKey(stringValue: key)) }
  }
}
