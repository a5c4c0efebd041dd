// All providers that the program knows, read from a file and checked.

import Documents
import FoundationEssentials
import Posix
import Vocabulary

/// The content of one catalog file.
package struct Catalog: Sendable {
  package let providers: [Provider]
  /// Names that several providers share.
  package let brands: [Brand]
  /// Services that accept mail for the mailboxes of other providers.
  package let fronts: [MailFront]
  /// What is used most, for the beginning of lists.
  package let common: [CommonProviders]
  /// The ISO 8601 date of the evidence for the file.
  package let checked: String
  /// The faults of the file. An entry with a fault that is not harmless is not in `providers`.
  package let faults: [DocumentIssue]

  /// The maximum size of a file in octets.
  package static let limit = 4 * 1_024 * 1_024

  /// Reads a catalog. A faulty entry does not affect the others. A file that cannot be read at all results in a catalog
  /// with one fault and no entries. Notes that are not right on the day `today` are left out.
  package static func load(_ data: Data, today: String = Timestamp.today) -> Catalog {
    func refused(_ reason: DocumentIssue.Reason) -> Catalog {
      Catalog(providers: [], brands: [], fronts: [], common: [], checked: "", faults: [DocumentIssue(path: "", entry: nil, reason: reason)])
    }
    guard data.count <= limit else { return refused(.tooBig) }
    let file: CatalogDecoder
    do {
      let decoder = JSONDecoder()
      decoder.userInfo[CatalogDecoder.today] = today
      file = try decoder.decode(CatalogDecoder.self, from: data)
    } catch let error as DecodingError {
      return refused(.notJSON(description(error)))
    } catch {
      return refused(.notJSON(""))
    }
    return Catalog(
      providers: file.providers, brands: file.brands, fronts: file.fronts, common: file.common, checked: file.checked, faults: file.faults)
  }

  /// Returns all faults of a catalog, for its author: what this program refuses, what it overlooks, and what other JSON
  /// readers read differently. Empty for a correct file.
  package static func check(_ data: Data) -> [DocumentIssue] {
    let catalog = load(data)
    // `load` has already reported a file that is not JSON. A file that is too big or has too many faults is not
    // scanned.
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
private struct CatalogDecoder: Decodable {
  var providers: [Provider] = []
  var brands: [Brand] = []
  var fronts: [MailFront] = []
  var common: [CommonProviders] = []
  var checked = ""
  var faults: [DocumentIssue] = []

  /// The key of the day of the run.
  static let today = CodingUserInfoKey(rawValue: "today") ?? { preconditionFailure("any text is a key") }()

  init(from decoder: any Decoder) throws {
    let list = FaultList()
    let today = decoder.userInfo[Self.today] as? String ?? Timestamp.today
    let reader = try JSONObjectReader(decoder, list)
    defer { faults = list.faults + (list.isFull ? [DocumentIssue(path: "", entry: nil, reason: .tooManyFaults)] : []) }
    guard reader.optional("schema", as: Int.self, named: "number") == 1 else {
      reader.add("schema", .unsupportedSchema)
      return
    }
    checked = reader.required("checked", reader.string("checked")) ?? ""
    fronts = reader.list("mailFronts", object: Self.front) ?? []
    brands = reader.list("brands", object: Self.brand) ?? []
    common = reader.list("common", object: Self.common) ?? []
    for key in ["notes", "families", "providers"] { _ = reader.has(key) }
    reader.finish()
    let root = try decoder.container(keyedBy: AnyKey.self)
    var notes: [String: Note] = [:]
    for (name, container) in Self.objects("notes", root, list) {
      let reader = JSONObjectReader(container, list)
      notes[name] = ProviderReader.note(reader)
      reader.finish()
    }
    var families: [String: KeyedDecodingContainer<AnyKey>] = [:]
    for (name, container) in Self.objects("families", root, list) {
      families[name] = container
      let reader = JSONObjectReader(container, list)
      for key in ProviderReader.sharedKeys { _ = reader.has(key) }
      reader.finish()
    }
    guard var entries = try? root.nestedUnkeyedContainer(forKey: AnyKey(stringValue: "providers")) else {
      reader.add("providers", reader.has("providers") ? .wrongType(expected: "list") : .missing)
      return
    }
    var register = Register(list)
    register.claim(brands)
    while !entries.isAtEnd, !list.isFull {
      let position = [AnyKey(stringValue: "providers"), AnyKey(intValue: entries.currentIndex)]
      list.entry = nil
      guard let container = try? entries.nestedContainer(keyedBy: AnyKey.self) else {
        list.add(position, .wrongType(expected: "object"))
        // The reading ends at an element that cannot be skipped.
        guard (try? entries.decode(Skipped.self)) != nil else { return }
        continue
      }
      let before = list.faults.count
      // Faults of the entry are reported with its id, if the id can be read.
      list.entry = (try? container.decode(String.self, forKey: AnyKey(stringValue: "id"))).flatMap {
        JSONObjectReader.fault(of: $0) == nil ? $0 : nil
      }
      var family: KeyedDecodingContainer<AnyKey>?
      let name = JSONObjectReader(container, list)
      if let wanted = name.string("family") {
        family = families[wanted]
        if family == nil { name.add("family", .unknownFamily(wanted)) }
      }
      let entry = JSONObjectReader(container, family: family, list)
      // If the reading ends early, the keys that it did not reach are not unknown.
      for key in ProviderReader.keys { _ = entry.has(key) }
      let provider = ProviderReader(reader: entry, notes: notes, checked: checked, today: today).provider()
      entry.finish()
      register.exists(list.entry)
      guard let provider else { continue }
      // An entry that is left out owns nothing. A correct copy of it later in the file must find its words and domains
      // free.
      guard list.faults[before...].allSatisfy(\.isHarmless) else { continue }
      register.claim(provider, position)
      if list.faults[before...].allSatisfy(\.isHarmless) { providers.append(provider) }
    }
    list.entry = nil
    register.check(brands)
    register.check(fronts)
    register.check(common)
  }

  private static func brand(_ object: JSONObjectReader) -> Brand? {
    let words = object.required("words", object.strings("words"))
    let question = object.required("question", object.text("question"))
    let choices = object.required(
      "choices",
      object.list(
        "choices",
        object: { choice -> Brand.Choice? in
          let id = choice.required("id", choice.string("id"))
          let text = choice.required("text", choice.text("text"))
          guard let id, let text else { return nil }
          return Brand.Choice(id: id, text: text)
        }))
    guard let words, let question, let choices else { return nil }
    // Input is compared in lower case.
    return Brand(words: words.map { $0.lowercased() }, question: question, choices: choices)
  }

  private static func front(_ object: JSONObjectReader) -> MailFront? {
    let suffix = object.required("suffix", object.string("suffix"))
    let name = object.required("name", object.string("name"))
    let forwards = object.flag("forwards") ?? false
    let provider = object.string("provider")
    guard let suffix, let name else { return nil }
    guard let host = HostName(suffix), host.text == suffix, host.labels.count > 1 else {
      object.add("suffix", .notADomain)
      return nil
    }
    return MailFront(suffix: suffix, name: name, forwards: forwards, provider: provider)
  }

  private static func common(_ object: JSONObjectReader) -> CommonProviders? {
    let region = object.required("region", object.string("region"))
    let ids = object.required("ids", object.strings("ids"))
    guard let region, let ids else { return nil }
    return CommonProviders(region: region, ids: ids)
  }

  /// Returns the objects under `key` with their names, sorted by name.
  private static func objects(
    _ key: String, _ root: KeyedDecodingContainer<AnyKey>, _ list: FaultList
  ) -> [(name: String, object: KeyedDecodingContainer<AnyKey>)] {
    let path = AnyKey(stringValue: key)
    guard root.contains(path) else { return [] }
    guard let container = try? root.nestedContainer(keyedBy: AnyKey.self, forKey: path) else {
      list.add([path], .wrongType(expected: "object"))
      return []
    }
    return container.allKeys.sorted { $0.stringValue < $1.stringValue }.compactMap { name in
      if let object = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: name) { return (name.stringValue, object) }
      list.add([path, name], .wrongType(expected: "object"))
      return nil
    }
  }
}

/// Any JSON value, skipped.
private struct Skipped: Decodable {
  init(from decoder: any Decoder) {}
}

/// The owners of ids, words and domains.
private struct Register {
  private let list: FaultList
  private var names: [String: String] = [:]
  private var ids: Set<String> = []
  /// The ids of all entries, including those that are left out.
  private var known: Set<String> = []
  private var domains: [String: String] = [:]
  private var suffixes: [String: String] = [:]
  private var groupsMX: [String: String] = [:]

  init(_ list: FaultList) { self.list = list }

  /// Registers the words of the brands. This happens before the providers, so that the fault is with an alias that
  /// equals the name of a brand.
  mutating func claim(_ brands: [Brand]) {
    for (index, brand) in brands.enumerated() {
      for (position, word) in brand.words.enumerated() where names.updateValue(Self.brand, forKey: word) != nil {
        list.add(
          [AnyKey(stringValue: "brands"), AnyKey(intValue: index), AnyKey(stringValue: "words"), AnyKey(intValue: position)],
          .duplicateName(word, owner: Self.brand))
      }
    }
  }

  /// Reports every choice of a brand that is not the id of an entry.
  func check(_ brands: [Brand]) {
    for (index, brand) in brands.enumerated() {
      for (position, choice) in brand.choices.enumerated() where !known.contains(choice.id) {
        list.add(
          [AnyKey(stringValue: "brands"), AnyKey(intValue: index), AnyKey(stringValue: "choices"), AnyKey(intValue: position)],
          .unknownProvider(choice.id))
      }
    }
  }

  /// Reports every front whose provider is not the id of an entry.
  func check(_ fronts: [MailFront]) {
    for (index, front) in fronts.enumerated() {
      guard let id = front.provider, !known.contains(id) else { continue }
      list.add(
        [AnyKey(stringValue: "mailFronts"), AnyKey(intValue: index), AnyKey(stringValue: "provider")], .unknownProvider(id))
    }
  }

  /// Reports every id of what is common that is not the id of an entry.
  func check(_ common: [CommonProviders]) {
    for (index, list) in common.enumerated() {
      for (position, id) in list.ids.enumerated() where !known.contains(id) {
        self.list.add(
          [AnyKey(stringValue: "common"), AnyKey(intValue: index), AnyKey(stringValue: "ids"), AnyKey(intValue: position)],
          .unknownProvider(id))
      }
    }
  }

  private static let brand = "brands"

  /// Registers the id of an entry, even if the entry is left out: a reference to it is then not a second fault.
  mutating func exists(_ id: String?) { if let id { known.insert(id) } }

  /// Reports what `provider` claims and other entries own. Registers all of its claims if all of them are free.
  mutating func claim(_ provider: Provider, _ position: [AnyKey]) {
    var isFree = true
    func taken(_ key: String, _ reason: DocumentIssue.Reason) {
      isFree = false
      list.add(position + [AnyKey(stringValue: key)], reason)
    }
    if ids.contains(provider.id) { taken("id", .duplicateID) }
    let words = [provider.id] + provider.aliases
    for (index, word) in words.enumerated() {
      guard let owner = names[word.lowercased()], owner != provider.id else { continue }
      taken(index == 0 ? "id" : "aliases[\(index - 1)]", .duplicateName(word, owner: owner))
    }
    var own: [String: String] = [:]
    for (key, claimed) in [("domains", provider.domains), ("unconfirmedDomains", provider.unconfirmedDomains)] {
      for (index, domain) in claimed.enumerated() {
        if let owner = domains[domain] ?? own[domain] { taken("\(key)[\(index)]", .duplicateDomain(domain, owner: owner)) }
        own[domain] = provider.id
      }
    }
    for (index, suffix) in provider.domainSuffixes.enumerated() {
      if let owner = suffixes[suffix] { taken("domainSuffixes[\(index)]", .duplicateDomain(suffix, owner: owner)) }
    }
    // The same suffix in two groups would prove both.
    var mx: [String: String] = [:]
    for (index, group) in provider.servers.enumerated() {
      for (position, suffix) in group.mx.enumerated() {
        if let owner = groupsMX[suffix] ?? mx[suffix] { taken("servers[\(index)].mx[\(position)]", .duplicateDomain(suffix, owner: owner)) }
        mx[suffix] = provider.id
      }
    }
    guard isFree else { return }
    ids.insert(provider.id)
    for word in words { names[word.lowercased()] = provider.id }
    domains.merge(own) { $1 }
    groupsMX.merge(mx) { $1 }
    for suffix in provider.domainSuffixes { suffixes[suffix] = provider.id }
  }
}
