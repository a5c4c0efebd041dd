// Reads a provider from the JSON of a catalog. All rules for a single entry are checked here.

import Documents
import FoundationEssentials
import Vocabulary

/// Reads one entry. Reports faults to its `reader`.
struct ProviderReader {
  let reader: JSONObjectReader
  let notes: [String: Note]
  let checked: String
  /// The ISO 8601 date of the run. Notes that are not right on this day are left out.
  let today: String

  /// Keys that only an entry can have.
  private static let ownKeys = ["id", "family", "name", "aliases", "domains", "web"]
  /// Keys that an entry can inherit from its family.
  static let sharedKeys = [
    "category", "regions", "status", "statusNote", "unconfirmedDomains", "domainSuffixes", "mx", "mxHint", "hostSuffixes", "template",
    "servers", "username", "secret", "twoFactor", "steps", "protocolSwitch", "oauth", "notes", "session", "replies", "help", "sources",
    "confidence", "checked",
  ]
  static let keys = ownKeys + sharedKeys

  /// Returns the entry. `nil` if something that it needs is missing or wrong. The faults say what.
  func provider() -> Provider? {
    guard let id = reader.required("id", reader.string("id")) else { return nil }
    reader.faults.entry = id
    if !Self.isID(id) { reader.add("id", .notAnID) }
    let name = reader.required("name", reader.text("name"))
    let category = reader.required("category", reader.word("category", as: Provider.Category.self))
    let status = reader.has("status") ? reader.word("status", as: Provider.Status.self) : .active
    let statusNote = reader.text("statusNote")
    if let status, status != .active, statusNote == nil { reader.add("statusNote", .missing) }
    let web = reader.has("web") ? webAddress("web") : nil
    let secret = reader.required("secret", reader.object("secret").flatMap(Self.secret))
    guard let name, let category, let status, let secret else { return nil }

    var values = ["name": name, "term": secret.term]
    if let web { values["web"] = Text(same: web.spoken) }
    let help = webAddresses("help")
    var fill = Placeholders(values: values)
    fill.pages = ["{web}": web, "{help}": help.first]
    let confidence = confidence()
    let unconfirmed = unconfirmedDomains()
    let (mx, mxHints) = (domains("mx"), domains("mxHint"))
    let steps = steps(fill)
    let servers = servers(isRequired: status == .active, hosts: hosts(status, givesServers: !mx.isEmpty || !mxHints.isEmpty), fill)
    return Provider(
      id: id, name: name, aliases: reader.strings("aliases") ?? [], category: category, regions: reader.strings("regions") ?? [],
      status: status, statusNote: statusNote.map { fill.text($0, "statusNote", reader) }, domains: domains("domains"),
      unconfirmedDomains: unconfirmed.domains, domainSuffixes: domains("domainSuffixes"), mx: mx, mxHints: mxHints,
      hostSuffixes: domains("hostSuffixes"), web: web, servers: servers, username: username(fill), secret: fill.secret(secret, reader),
      twoFactor: reader.word("twoFactor", as: Provider.TwoFactor.self) ?? .unknown, steps: steps,
      protocolSwitch: reader.word("protocolSwitch", as: Provider.ProtocolSwitch.self) ?? Provider.ProtocolSwitch(of: steps),
      oauth: oauth(fill),
      notes: allNotes(fill),
      session: session(), replies: replies(), help: help,
      sources: (reader.required("sources", reader.strings("sources")) ?? []) + unconfirmed.sources, confidence: confidence,
      checked: reader.string("checked") ?? checked)
  }

  /// Returns whether the text consists of lower-case ASCII letters, digits and single hyphens.
  static func isID(_ text: String) -> Bool {
    text.utf8.split(separator: .hyphen, omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isDigit || (0x61...0x7a).contains($0) } }
  }

  private func domains(_ key: String) -> [String] { Self.domains(key, of: reader) }

  static func domains(_ key: String, of object: JSONObjectReader) -> [String] {
    (object.strings(key) ?? []).enumerated().compactMap { domain($1, "\(key)[\($0)]", of: object) }
  }

  static func domain(_ text: String, _ key: String, of object: JSONObjectReader) -> String? {
    if let host = HostName(text), host.kind == .name, host.labels.count > 1, host.text == text { return text }
    object.add(key, .notADomain)
    return nil
  }

  /// Each domain is a string, or an object that also has the source of the domain.
  private func unconfirmedDomains() -> (domains: [String], sources: [String]) {
    var sources: [String] = []
    let domains = reader.list(
      "unconfirmedDomains",
      object: { object -> String? in
        if let source = object.required("source", object.string("source")) { sources.append(source) }
        return object.required("domain", object.string("domain")).flatMap { Self.domain($0, "domain", of: object) }
      },
      string: { text, path in
        if let fault = JSONObjectReader.fault(of: text) {
          reader.add(path, fault)
          return nil
        }
        return Self.domain(text, path, of: reader)
      })
    return (domains ?? [], sources)
  }

  private func webAddress(_ key: String) -> WebAddress? { Self.webAddress(reader, key) }

  static func webAddress(_ reader: JSONObjectReader, _ key: String) -> WebAddress? {
    guard let text = reader.string(key) else { return nil }
    if let address = WebAddress(text) { return address }
    reader.add(key, .notAWebAddress)
    return nil
  }

  private func webAddresses(_ key: String) -> [WebAddress] {
    (reader.strings(key) ?? []).enumerated().compactMap { index, text in
      if let address = WebAddress(text) { return address }
      reader.add("\(key)[\(index)]", .notAWebAddress)
      return nil
    }
  }

  private func confidence() -> (servers: Provider.Confidence, secret: Provider.Confidence) {
    guard let object = reader.required("confidence", reader.object("confidence")) else { return (.low, .low) }
    defer { object.finish() }
    return (
      object.required("servers", object.word("servers", as: Provider.Confidence.self)) ?? .low,
      object.required("secret", object.word("secret", as: Provider.Confidence.self)) ?? .low
    )
  }

  private func username(_ fill: Placeholders) -> UsernameForms {
    guard let object = reader.object("username") else {
      return UsernameForms(imap: [.address], smtp: [.address], isOtherAtOwnDomain: false, note: nil)
    }
    defer { object.finish() }
    func forms(_ key: String) -> [UsernameForms.Form] {
      let forms = object.required(key, object.words(key, as: UsernameForms.Form.self)) ?? []
      // `words` has already reported the unknown words of a list that is not empty.
      if object.optional(key, as: [String].self, named: "list of strings")?.isEmpty == true { object.add(key, .empty) }
      return forms.isEmpty ? [.address] : forms
    }
    return UsernameForms(
      imap: forms("imap"), smtp: forms("smtp"), isOtherAtOwnDomain: object.flag("otherAtOwnDomain") ?? false,
      note: object.text("note").map { fill.text($0, "username", reader) })
  }

  private static func secret(_ object: JSONObjectReader) -> SecretKind? {
    defer { object.finish() }
    let kind = object.required("kind", object.word("kind", as: SecretKind.Kind.self))
    let term = object.required("term", term(object))
    let format = object.object("format").flatMap(format)
    let decoration = object.word("strip", as: SecretKind.Decoration.self) ?? .none
    let shownOnce = object.flag("shownOnce")
    let accountPassword = object.word("accountPassword", as: SecretKind.AccountPassword.self) ?? .unknown
    let endedBy = object.text("endedBy")
    guard let kind, let term else { return nil }
    return SecretKind(
      kind: kind, term: term.text, localTerm: term.local, format: format, decoration: decoration, isShownOnce: shownOnce,
      accountPassword: accountPassword, endedBy: endedBy)
  }

  private static func term(_ object: JSONObjectReader) -> (text: Text, local: String?)? {
    guard let term = object.object("term") else { return nil }
    defer { term.finish() }
    let local = term.string("local")
    let english = term.required("en", term.string("en"))
    let chinese = term.required("zh-Hans", term.string("zh-Hans"))
    guard let english, let chinese else { return nil }
    return (Text(english, chinese), local)
  }

  private static func format(_ object: JSONObjectReader) -> SecretFormat? {
    defer { object.finish() }
    let groups = object.required("groups", object.optional("groups", as: [Int].self, named: "list of numbers"))
    let separator = object.string("separator") ?? ""
    let alphabet = object.required("alphabet", object.string("alphabet"))
    let example = object.required("example", object.string("example"))
    // `confirmed` is for both, `lengthConfirmed` and `alphabetConfirmed` are for one.
    let isConfirmed = object.flag("confirmed") ?? true
    let (isLengthConfirmed, isAlphabetConfirmed) = (object.flag("lengthConfirmed"), object.flag("alphabetConfirmed"))
    guard let groups, let alphabet, let example else { return nil }
    let format = SecretFormat(
      groups: groups, separator: separator, alphabet: alphabet, example: example, isLengthConfirmed: isLengthConfirmed ?? isConfirmed,
      isAlphabetConfirmed: isAlphabetConfirmed ?? isConfirmed)
    if groups.isEmpty || !groups.allSatisfy({ (1...128).contains($0) }) || !format.fits(example.utf8) {
      object.add("example", .exampleDoesNotFit)
      return nil
    }
    return format
  }

  private func steps(_ fill: Placeholders) -> [Step] {
    let steps = reader.required("steps", Self.steps(of: reader, fill)) ?? []
    let order = steps.compactMap { Step.Part.allCases.firstIndex(of: $0.part) }
    if order != order.sorted() { reader.add("steps", .stepsOutOfOrder) }
    return steps
  }

  /// Reads the list `steps` of an object. `nil` if it is missing or has another type.
  static func steps(of reader: JSONObjectReader, _ fill: Placeholders) -> [Step]? {
    reader.list(
      "steps",
      object: { step -> Step? in
        let part = step.required("part", step.word("part", as: Step.Part.self))
        let text = step.required("text", step.text("text"))
        let menuIn = step.object("menuIn").map { object -> [String: [String]] in
          var paths: [String: [String]] = [:]
          for language in ["en", "zh", "ru", "de", "fr", "it", "ko", "ja"] where object.has(language) {
            paths[language] = object.strings(language)
          }
          object.finish()
          return paths
        }
        let url = step.has("url") ? page(step, fill) : nil
        let solves = step.words("solves", as: Cause.self) ?? []
        let menu = step.strings("menu") ?? []
        let isConfirmed = step.flag("confirmed") ?? true
        let isOnPhone = step.flag("phone") ?? false
        guard let part, let text else { return nil }
        return Step(
          part: part, text: fill.text(text, "text", step), menu: menu, menuIn: menuIn ?? [:], url: url, solves: solves,
          isConfirmed: isConfirmed, isOnPhone: isOnPhone)
      })
  }

  /// The address of a step. `{web}` and `{help}` stand for the webmail and the first help page of the entry, so that a family can
  /// have steps with addresses.
  private static func page(_ step: JSONObjectReader, _ fill: Placeholders) -> WebAddress? {
    guard let text = step.string("url"), let page = fill.pages[text] else { return webAddress(step, "url") }
    if page == nil { step.add("url", .unknownPlaceholder(text)) }
    return page
  }

  private func oauth(_ fill: Placeholders) -> OAuthService? {
    reader.object("oauth").flatMap { OAuthReader($0, fill, checked: checked).service() }
  }

  private func allNotes(_ fill: Placeholders) -> [Note] {
    (reader.list(
      "notes", object: { Self.note($0) },
      string: { key, path -> Note? in
        if let note = notes[key] { return note }
        reader.add(path, .unknownNote(key))
        return nil
      }) ?? []).map { Note(kind: $0.kind, text: fill.text($0.text, "notes", reader), from: $0.from, until: $0.until) }
      .filter { $0.applies(on: today) }
  }

  static func note(_ object: JSONObjectReader) -> Note? {
    let kind = object.required("on", object.word("on", as: Note.Kind.self))
    let text = object.required("text", object.text("text"))
    let (from, until) = (day("from", of: object), day("until", of: object))
    guard let kind, let text else { return nil }
    return Note(kind: kind, text: text, from: from, until: until)
  }

  /// Reads a date as YYYY-MM-DD. `nil` if it is missing or faulty.
  private static func day(_ key: String, of object: JSONObjectReader) -> String? {
    guard object.has(key), let text = object.string(key) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
    guard parts.map(\.utf8.count) == [4, 2, 2], isDigits, let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
      (1...31).contains(day)
    else {
      object.add(key, .notADay)
      return nil
    }
    return text
  }
}
