// All providers the program knows: the bundled file, read and checked.

import FoundationEssentials
import Vocabulary

package struct Catalog: Sendable {
  package let providers: [Provider]
  /// ISO 8601 date of the evidence behind the file.
  package let checked: String
  /// What is wrong with the file; entries with more than a harmless fault are not among `providers`.
  package let faults: [CatalogFault]

  /// Octets of the largest file that is read.
  package static let limit = 4 * 1_024 * 1_024

  /// Reads a catalog. One bad entry never takes down the others.
  package static func load(_ data: Data) -> Catalog {
    func refused(_ reason: CatalogFault.Reason) -> Catalog {
      Catalog(providers: [], checked: "", faults: [CatalogFault(path: "", entry: nil, reason: reason)])
    }
    guard data.count <= limit else { return refused(.tooBig) }
    let file: CatalogFile
    do {
      file = try JSONDecoder().decode(CatalogFile.self, from: data)
    } catch let error as DecodingError {
      return refused(.notJSON(description(error)))
    } catch {
      return refused(.notJSON(""))
    }
    return Catalog(providers: file.providers, checked: file.checked, faults: file.faults)
  }

  /// Everything that is wrong with a catalog, for its author: what the program would refuse, what it would overlook, and
  /// what other JSON readers would read differently. Empty for a good file.
  package static func check(_ data: Data) -> [CatalogFault] {
    let catalog = load(data)
    // What is no JSON at all has been said already; a big file is not walked through.
    let isReadable = !catalog.faults.contains { $0.path.isEmpty }
    return catalog.faults + (isReadable ? StrictJSON.faults(in: Array(data)) : [])
  }

  private static func description(_ error: DecodingError) -> String {
    let context: DecodingError.Context
    switch error {
    case .typeMismatch(_, let given), .valueNotFound(_, let given), .keyNotFound(_, let given), .dataCorrupted(let given): context = given
    @unknown default: return ""
    }
    let underlying = context.underlyingError.map { " \($0)" } ?? ""
    return Visible(context.debugDescription + underlying).text
  }
}

/// The file as JSON: format, library of notes, families, providers.
private struct CatalogFile: Decodable {
  var providers: [Provider] = []
  var checked = ""
  var faults: [CatalogFault] = []

  init(from decoder: any Decoder) throws {
    let list = FaultList()
    let reader = try ObjectReader(decoder, list)
    defer { faults = list.faults }
    guard reader.optional("schema", as: Int.self, named: "number") == 1 else {
      reader.add("schema", .unsupportedSchema)
      return
    }
    checked = reader.required("checked", reader.string("checked")) ?? ""
    let root = try decoder.container(keyedBy: AnyKey.self)
    let notes = Self.notes(root, list)
    var families: [String: KeyedDecodingContainer<AnyKey>] = [:]
    if let container = try? root.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: "families")) {
      for key in container.allKeys { families[key.stringValue] = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: key) }
    }
    guard var entries = try? root.nestedUnkeyedContainer(forKey: AnyKey(stringValue: "providers")) else {
      reader.add("providers", reader.has("providers") ? .wrongType(expected: "list") : .missing)
      return
    }
    var register = Register(list)
    while !entries.isAtEnd {
      let position = [AnyKey(stringValue: "providers"), AnyKey(intValue: entries.currentIndex)]
      list.entry = nil
      guard let container = try? entries.nestedContainer(keyedBy: AnyKey.self) else {
        list.add(position, .wrongType(expected: "object"))
        // What cannot be stepped over ends the reading.
        guard (try? entries.decode(Skipped.self)) != nil else { return }
        continue
      }
      let before = list.faults.count
      var family: KeyedDecodingContainer<AnyKey>?
      let name = ObjectReader(container, list)
      if let wanted = name.string("family") {
        family = families[wanted]
        if family == nil { name.add("family", .unknownFamily(wanted)) }
      }
      let entry = ObjectReader(container, family: family, list)
      _ = entry.has("family")
      let provider = ProviderReader(reader: entry, notes: notes, checked: checked).provider()
      entry.finish()
      guard let provider else { continue }
      register.claim(provider, position)
      if list.faults[before...].allSatisfy(\.isHarmless) { providers.append(provider) }
    }
  }

  private static func notes(_ root: KeyedDecodingContainer<AnyKey>, _ list: FaultList) -> [String: Note] {
    var notes: [String: Note] = [:]
    guard let container = try? root.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(stringValue: "notes")) else { return notes }
    for key in container.allKeys {
      guard let object = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: key) else {
        list.add([AnyKey(stringValue: "notes"), key], .wrongType(expected: "object"))
        continue
      }
      let reader = ObjectReader(object, list)
      notes[key.stringValue] = ProviderReader.note(reader)
      reader.finish()
    }
    return notes
  }
}

/// Any JSON value, stepped over.
private struct Skipped: Decodable {
  init(from decoder: any Decoder) {}
}

/// Who owns which id, word and domain.
private struct Register {
  private let list: FaultList
  private var names: [String: String] = [:]
  private var domains: [String: String] = [:]

  init(_ list: FaultList) { self.list = list }

  mutating func claim(_ provider: Provider, _ position: [AnyKey]) {
    func add(_ key: String, _ reason: CatalogFault.Reason) { list.add(position + [AnyKey(stringValue: key)], reason) }
    if names[provider.id] != nil { add("id", .duplicateID) }
    for (index, word) in ([provider.id] + provider.aliases).enumerated() {
      let key = word.lowercased()
      if let owner = names[key], owner != provider.id { add("aliases[\(index - 1)]", .duplicateName(word, owner: owner)) }
      names[key] = provider.id
    }
    for (index, domain) in (provider.domains + provider.unconfirmedDomains).enumerated() {
      if let owner = domains[domain] { add("domains[\(index)]", .duplicateDomain(domain, owner: owner)) }
      domains[domain] = provider.id
    }
  }
}
