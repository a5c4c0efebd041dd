// One JSON object of a catalog or of saved accounts, read key by key; every fault is noted with its path and the reading goes on.

import FoundationEssentials
import Vocabulary

/// A key of any name.
package struct AnyKey: CodingKey {
  package let stringValue: String
  package let intValue: Int?
  package init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
  package init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}

/// The faults found so far, shared by all readers of one file.
package final class FaultList {
  /// More than anyone mends at once. A file with more is not read to its end: it may be made of nothing but faults.
  package static let limit = 1_000

  package init() {}

  package private(set) var faults: [DocumentIssue] = []
  package var entry: String?
  package var isFull: Bool { faults.count >= Self.limit }

  package func add(_ path: [any CodingKey], _ reason: DocumentIssue.Reason) {
    guard !isFull else { return }
    faults.append(DocumentIssue(path: Self.text(path), entry: entry, reason: reason))
  }

  /// `providers[3].name.en`.
  package static func text(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue { text += "[\(index)]" } else { text += (text.isEmpty ? "" : ".") + key.stringValue }
    }
  }
}

/// Reads an object; a key it does not have is looked for in `family`, whole.
package final class JSONObjectReader {
  private let container: KeyedDecodingContainer<AnyKey>
  private let family: KeyedDecodingContainer<AnyKey>?
  package let faults: FaultList
  private var known: Set<String> = []

  package init(_ container: KeyedDecodingContainer<AnyKey>, family: KeyedDecodingContainer<AnyKey>? = nil, _ faults: FaultList) {
    self.container = container
    self.family = family
    self.faults = faults
  }

  /// The object a decoder stands at.
  package convenience init(_ decoder: any Decoder, _ faults: FaultList) throws {
    try self.init(decoder.container(keyedBy: AnyKey.self), faults)
  }

  /// A fault at `key`, which may be followed by a position; where the value is the family's, the family's place is named.
  package func add(_ key: String, _ reason: DocumentIssue.Reason) {
    let place = source(of: String(key.prefix { $0 != "[" })) ?? container
    faults.add(place.codingPath + [AnyKey(stringValue: key)], reason)
  }

  package func has(_ key: String) -> Bool {
    known.insert(key)
    return source(of: key) != nil
  }

  /// The value of `key`, or nil where there is none or it is of another type (a fault).
  package func optional<Value: Decodable>(_ key: String, as type: Value.Type, named expected: String) -> Value? {
    guard has(key), let source = source(of: key) else { return nil }
    do {
      return try source.decode(Value.self, forKey: AnyKey(stringValue: key))
    } catch {
      add(key, .wrongType(expected: expected))
      return nil
    }
  }

  package func required<Value>(_ key: String, _ value: Value?) -> Value? {
    if value == nil, source(of: key) == nil { add(key, .missing) }
    return value
  }

  package func string(_ key: String) -> String? {
    guard let text = optional(key, as: String.self, named: "string") else { return nil }
    if let reason = Self.fault(of: text) {
      add(key, reason)
      return nil
    }
    return text
  }

  package func strings(_ key: String) -> [String]? {
    guard let list = optional(key, as: [String].self, named: "list of strings") else { return nil }
    for (index, text) in list.enumerated() {
      if let reason = Self.fault(of: text) { add("\(key)[\(index)]", reason) }
    }
    return list
  }

  package func flag(_ key: String) -> Bool? { optional(key, as: Bool.self, named: "true or false") }

  /// One of the words of a closed list.
  package func word<Value: RawRepresentable & CaseIterable>(_ key: String, as type: Value.Type) -> Value? where Value.RawValue == String {
    guard let text = string(key) else { return nil }
    return word(text, key)
  }

  package func words<Value: RawRepresentable & CaseIterable>(_ key: String, as type: Value.Type) -> [Value]?
  where Value.RawValue == String {
    strings(key)?.enumerated().compactMap { word($1, "\(key)[\($0)]") }
  }

  private func word<Value: RawRepresentable & CaseIterable>(_ text: String, _ key: String) -> Value? where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    add(key, .unknownValue(text, allowed: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// An object inside this one.
  package func object(_ key: String) -> JSONObjectReader? {
    guard has(key), let source = source(of: key) else { return nil }
    do {
      return JSONObjectReader(try source.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: key)), faults)
    } catch {
      add(key, .wrongType(expected: "object"))
      return nil
    }
  }

  /// The elements of a list: objects, or strings where `string` takes them.
  package func list<Value>(_ key: String, object: (JSONObjectReader) -> Value?, string: ((String, String) -> Value?)? = nil) -> [Value]? {
    guard has(key), let source = source(of: key) else { return nil }
    guard var list = try? source.nestedUnkeyedContainer(forKey: AnyKey(stringValue: key)) else {
      add(key, .wrongType(expected: "list"))
      return nil
    }
    var values: [Value] = []
    while !list.isAtEnd {
      let path = "\(key)[\(list.currentIndex)]"
      if let string, let text = try? list.decode(String.self) {
        if let value = string(text, path) { values.append(value) }
      } else if let nested = try? list.nestedContainer(keyedBy: AnyKey.self) {
        let reader = JSONObjectReader(nested, faults)
        if let value = object(reader) { values.append(value) }
        reader.finish()
      } else {
        add(path, .wrongType(expected: "object"))
        // An element that is neither still has to be stepped over.
        guard (try? list.decode(Anything.self)) != nil else { return values }
      }
    }
    return values
  }

  /// A text in every language.
  package func text(_ key: String) -> Text? {
    guard let object = object(key) else { return nil }
    defer { object.finish() }
    var text = Text(same: "")
    var isComplete = true
    for language in Language.allCases {
      if let value = object.string(language.rawValue) {
        text[language] = value
      } else {
        if !object.has(language.rawValue) { add(key, .missingLanguage(language.rawValue)) }
        isComplete = false
      }
    }
    return isComplete ? text : nil
  }

  /// The keys that were never asked for. Sorted: the decoder's order is another one in each run.
  package var unaskedKeys: [String] { container.allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted() }

  /// Notes the keys that were never asked for.
  package func finish() {
    for key in unaskedKeys { add(key, .unknownKey) }
  }

  private func source(of key: String) -> KeyedDecodingContainer<AnyKey>? {
    let key = AnyKey(stringValue: key)
    if container.contains(key) { return container }
    return family?.contains(key) == true ? family : nil
  }

  /// What no text of the catalog may hold: nothing at all, or characters that a terminal could act on.
  package static func fault(of text: String) -> DocumentIssue.Reason? {
    if text.isEmpty { return .empty }
    return Visible.isHarmless(text) ? nil : .forbiddenCharacter
  }
}

/// Any JSON value, decoded to nothing.
private struct Anything: Decodable {
  init(from decoder: any Decoder) {}
}
