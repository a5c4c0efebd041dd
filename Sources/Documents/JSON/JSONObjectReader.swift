// A reader for one JSON object that records every fault with its path and continues.

import FoundationEssentials
import Vocabulary

/// A coding key with any name.
package struct AnyKey: CodingKey {
  package let stringValue: String
  package let intValue: Int?
  package init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
  package init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}

/// The faults found so far. All readers of one file share the list.
package final class FaultList {
  /// The maximum number of faults: more than an author corrects in one pass. A file with more is not read to its end,
  /// because it may consist of nothing but faults.
  package static let limit = 1_000

  package init() {}

  package private(set) var faults: [DocumentIssue] = []
  /// The id of the entry that is being read. `nil` outside of entries.
  package var entry: String?
  /// Whether the list has reached its limit. Later faults are dropped.
  package var isFull: Bool { faults.count >= Self.limit }

  /// Adds a fault at `path`. Does nothing if the list is full.
  package func add(_ path: [any CodingKey], _ reason: DocumentIssue.Reason) {
    guard !isFull else { return }
    faults.append(DocumentIssue(path: Self.text(path), entry: entry, reason: reason))
  }

  /// Returns a path as text, for example `providers[3].name.en`.
  package static func text(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue { text += "[\(index)]" } else { text += (text.isEmpty ? "" : ".") + key.stringValue }
    }
  }
}

/// Reads an object key by key. A key that is missing in the object is read from `family`, with its whole value.
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

  /// Creates a reader for the object at the decoder's position. Throws the decoder's error if there is another type.
  package convenience init(_ decoder: any Decoder, _ faults: FaultList) throws {
    try self.init(decoder.container(keyedBy: AnyKey.self), faults)
  }

  /// The place of the object in the file.
  package var codingPath: [any CodingKey] { container.codingPath }

  /// Records a fault at `key`, which may include an index. If the value is the family's, the fault is at the family's
  /// path.
  package func add(_ key: String, _ reason: DocumentIssue.Reason) {
    let place = source(of: String(key.prefix { $0 != "[" })) ?? container
    faults.add(place.codingPath + [AnyKey(stringValue: key)], reason)
  }

  /// Returns whether the object or its family has `key`. Marks `key` as known.
  package func has(_ key: String) -> Bool {
    known.insert(key)
    return source(of: key) != nil
  }

  /// Returns the value of `key`. `nil` if it is missing, or if it has another type, which is recorded as a fault.
  /// `expected` is the name of the type for the user.
  package func optional<Value: Decodable>(_ key: String, as type: Value.Type, named expected: String) -> Value? {
    guard has(key), let source = source(of: key) else { return nil }
    do {
      return try source.decode(Value.self, forKey: AnyKey(stringValue: key))
    } catch {
      add(key, .wrongType(expected: expected))
      return nil
    }
  }

  /// Returns `value`. Records a fault if `value` is `nil` and `key` is missing.
  package func required<Value>(_ key: String, _ value: Value?) -> Value? {
    if value == nil, source(of: key) == nil { add(key, .missing) }
    return value
  }

  /// Returns a string. `nil` if it is missing or faulty, see `fault(of:)`.
  package func string(_ key: String) -> String? {
    guard let text = optional(key, as: String.self, named: "string") else { return nil }
    if let reason = Self.fault(of: text) {
      add(key, reason)
      return nil
    }
    return text
  }

  /// Returns a list of strings. `nil` if it is missing or has another type. Faulty strings are recorded and stay in the
  /// list.
  package func strings(_ key: String) -> [String]? {
    guard let list = optional(key, as: [String].self, named: "list of strings") else { return nil }
    for (index, text) in list.enumerated() {
      if let reason = Self.fault(of: text) { add("\(key)[\(index)]", reason) }
    }
    return list
  }

  /// Returns true or false. `nil` if the value is missing or has another type.
  package func flag(_ key: String) -> Bool? { optional(key, as: Bool.self, named: "true or false") }

  /// Returns a word of a closed list. `nil` if it is missing or not in the list.
  package func word<Value: RawRepresentable & CaseIterable>(_ key: String, as type: Value.Type) -> Value? where Value.RawValue == String {
    guard let text = string(key) else { return nil }
    return word(text, key)
  }

  /// Returns words of a closed list. Words that are not in the list are recorded as faults and omitted.
  package func words<Value: RawRepresentable & CaseIterable>(_ key: String, as type: Value.Type) -> [Value]?
  where Value.RawValue == String {
    strings(key)?.enumerated().compactMap { word($1, "\(key)[\($0)]") }
  }

  private func word<Value: RawRepresentable & CaseIterable>(_ text: String, _ key: String) -> Value? where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    add(key, .unknownValue(text, allowed: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// Returns a reader for the object under `key`. `nil` if it is missing or has another type.
  package func object(_ key: String) -> JSONObjectReader? {
    guard has(key), let source = source(of: key) else { return nil }
    do {
      return JSONObjectReader(try source.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: key)), faults)
    } catch {
      add(key, .wrongType(expected: "object"))
      return nil
    }
  }

  /// Returns the elements of a list: objects, and also strings if `string` is given. Its arguments are the string and
  /// its path. Elements for which a closure returns `nil` are omitted. `nil` if the list is missing or has another
  /// type.
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
        // An element of another type must still be skipped.
        guard (try? list.decode(Anything.self)) != nil else { return values }
      }
    }
    return values
  }

  /// Returns a text in every language. `nil` if it is missing or if a language is missing or faulty.
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

  /// The keys that no caller has read. Sorted, because the decoder's order is different in each run.
  package var unaskedKeys: [String] { container.allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted() }

  /// Records a fault for each key that no caller has read.
  package func finish() {
    for key in unaskedKeys { add(key, .unknownKey) }
  }

  private func source(of key: String) -> KeyedDecodingContainer<AnyKey>? {
    let key = AnyKey(stringValue: key)
    if container.contains(key) { return container }
    return family?.contains(key) == true ? family : nil
  }

  /// Returns why the catalog cannot contain `text`: it is empty, or has characters that a terminal could act on. `nil`
  /// if it can.
  package static func fault(of text: String) -> DocumentIssue.Reason? {
    if text.isEmpty { return .empty }
    return Visible.isHarmless(text) ? nil : .forbiddenCharacter
  }
}

/// Any JSON value, ignored.
private struct Anything: Decodable {
  init(from decoder: any Decoder) {}
}
