// Reads a provider from the JSON of a catalog. All rules for a single entry are checked here.

import Documents
import FoundationEssentials
import Vocabulary

/// Reads one entry. Reports faults to its `reader`.
struct ProviderReader {
  let reader: JSONObjectReader
  let notes: [String: Note]
  let checked: String

  /// Keys that only an entry can have.
  private static let ownKeys = ["id", "family", "name", "aliases", "domains", "web"]
  /// Keys that an entry can inherit from its family.
  static let sharedKeys = [
    "category", "regions", "status", "statusNote", "unconfirmedDomains", "domainSuffixes", "mx", "template", "servers", "username",
    "secret", "twoFactor", "steps", "protocolSwitch", "oauth", "notes", "session", "replies", "help", "sources", "confidence", "checked",
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
    let fill = Placeholders(values: values)
    let confidence = confidence()
    let steps = steps(fill)
    let servers = servers(isRequired: status == .active, hosts: hosts(status), fill)
    return Provider(
      id: id, name: name, aliases: reader.strings("aliases") ?? [], category: category, regions: reader.strings("regions") ?? [],
      status: status, statusNote: statusNote.map { fill.text($0, "statusNote", reader) }, domains: domains("domains"),
      unconfirmedDomains: domains("unconfirmedDomains"), domainSuffixes: domains("domainSuffixes"), mx: domains("mx"), web: web,
      servers: servers, username: username(fill), secret: fill.secret(secret, reader),
      twoFactor: reader.word("twoFactor", as: Provider.TwoFactor.self) ?? .unknown, steps: steps,
      protocolSwitch: reader.word("protocolSwitch", as: Provider.ProtocolSwitch.self) ?? Provider.ProtocolSwitch(of: steps),
      oauth: oauth(fill),
      notes: allNotes(fill),
      session: session(), replies: replies(), help: webAddresses("help"),
      sources: reader.required("sources", reader.strings("sources")) ?? [], confidence: confidence,
      checked: reader.string("checked") ?? checked)
  }

  /// Returns whether the text consists of lower-case ASCII letters, digits and single hyphens.
  static func isID(_ text: String) -> Bool {
    text.utf8.split(separator: .hyphen, omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isDigit || (0x61...0x7a).contains($0) } }
  }

  private func domains(_ key: String) -> [String] { Self.domains(key, of: reader) }

  private static func domains(_ key: String, of object: JSONObjectReader) -> [String] {
    (object.strings(key) ?? []).enumerated().compactMap { index, text in
      if let host = HostName(text), host.kind == .name, host.labels.count > 1, host.text == text { return text }
      object.add("\(key)[\(index)]", .notADomain)
      return nil
    }
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

  private func servers(isRequired: Bool, hosts: Hosts, _ fill: Placeholders) -> [ServerGroup] {
    let groups = reader.list(
      "servers",
      object: { group -> ServerGroup? in
        let imap = endpoints("imap", of: group, hosts)
        let smtp = endpoints("smtp", of: group, hosts)
        let note = group.text("note").map { fill.text($0, "note", group) }
        return ServerGroup(imap: imap, smtp: smtp, domains: Self.domains("for", of: group), note: note)
      })
    if isRequired, groups?.isEmpty ?? !reader.has("servers") { reader.add("servers", .missing) }
    return groups ?? []
  }

  private func endpoints(_ key: String, of group: JSONObjectReader, _ hosts: Hosts) -> [ServerEndpoint] {
    let given = group.required(key, group.strings(key))
    if given?.isEmpty == true { group.add(key, .empty) }
    return (given ?? []).enumerated().compactMap { index, text in
      guard let endpoint = Self.endpoint(text, hosts) else {
        group.add("\(key)[\(index)]", .notAnEndpoint)
        return nil
      }
      if !Self.isUsual(endpoint) { group.add("\(key)[\(index)]", .unusualPort) }
      return endpoint
    }
  }

  /// The values that are allowed as a host.
  enum Hosts {
    case names
    /// Names that can contain `{domain}`.
    case templates
    /// Names, and 127.0.0.1 for a provider whose own program listens on this computer.
    case loopback
  }

  private func hosts(_ status: Provider.Status) -> Hosts {
    if reader.flag("template") == true { return .templates }
    return status == .bridge ? .loopback : .names
  }

  /// Reads `tls://HOST:PORT` or `starttls://HOST:PORT`. Returns `nil` for anything else.
  static func endpoint(_ text: String, _ hosts: Hosts) -> ServerEndpoint? {
    for security in Security.allCases {
      let scheme = security.rawValue + "://"
      guard text.hasPrefix(scheme) else { continue }
      let parts = text.dropFirst(scheme.count).split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let port = UInt16(port: String(parts[1])) else { return nil }
      let host = String(parts[0])
      guard isHost(host, hosts) else { return nil }
      return ServerEndpoint(host: host, port: port, security: security)
    }
    return nil
  }

  private static func isHost(_ text: String, _ hosts: Hosts) -> Bool {
    switch hosts {
    case .loopback where text == "127.0.0.1": return true
    case .names, .templates, .loopback:
      let example = hosts == .templates ? text.replacing(ServerEndpoint.placeholder, with: "example.org") : text
      guard let name = HostName(example) else { return false }
      return name.kind == .name && name.text == example && name.labels.count > 1
    }
  }

  /// Returns whether the port agrees with the security (RFC 8314, section 7.3). 994 is NetEase's second port for TLS.
  private static func isUsual(_ endpoint: ServerEndpoint) -> Bool {
    switch endpoint.port {
    case 993, 465, 994: endpoint.security == .tls
    case 143: endpoint.security == .startTLS
    // 587 is allowed for both: three providers start TLS with the first octet there. Port 25 is never for submission.
    case 25: false
    default: true
    }
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
    let isConfirmed = object.flag("confirmed") ?? true
    guard let groups, let alphabet, let example else { return nil }
    let format = SecretFormat(groups: groups, separator: separator, alphabet: alphabet, example: example, isConfirmed: isConfirmed)
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
        let url = step.has("url") ? webAddress(step, "url") : nil
        let solves = step.words("solves", as: Cause.self) ?? []
        let menu = step.strings("menu") ?? []
        let isConfirmed = step.flag("confirmed") ?? true
        guard let part, let text else { return nil }
        return Step(
          part: part, text: fill.text(text, "text", step), menu: menu, menuIn: menuIn ?? [:], url: url, solves: solves,
          isConfirmed: isConfirmed)
      })
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
      }) ?? []).map { Note(kind: $0.kind, text: fill.text($0.text, "notes", reader)) }
  }

  static func note(_ object: JSONObjectReader) -> Note? {
    let kind = object.required("on", object.word("on", as: Note.Kind.self))
    let text = object.required("text", object.text("text"))
    guard let kind, let text else { return nil }
    return Note(kind: kind, text: text)
  }

  private func session() -> Quirks {
    var quirks = Quirks()
    guard let object = reader.object("session") else { return quirks }
    defer { object.finish() }
    quirks.id = object.words("id", as: Quirks.IDTiming.self) ?? []
    quirks.saslIRBroken = object.word("saslIR", as: Brokenness.self) == .broken
    quirks.retryWithLogin = object.flag("retryWithLogin") ?? false
    quirks.skipsRecipient = object.flag("skipRecipient") ?? false
    quirks.charset = object.word("charset", as: CharsetName.self)?.charset
    return quirks
  }

  private enum Brokenness: String, CaseIterable { case broken }

  private enum CharsetName: String, CaseIterable {
    case gb18030
    case windows1251 = "windows-1251"

    var charset: Charset {
      switch self {
      case .gb18030: .gb18030
      case .windows1251: .windows1251
      }
    }
  }

  private func replies() -> [ReplyRule] {
    reader.list(
      "replies",
      object: { rule -> ReplyRule? in
        let mailProtocol = rule.required("protocol", rule.word("protocol", as: ProtocolName.self))
        let moment = rule.required("stage", rule.word("stage", as: ReplyRule.Phase.self))
        let match = rule.required("match", rule.string("match"))
        let causes = rule.required("causes", rule.words("causes", as: Cause.self))
        if causes?.isEmpty == true { rule.add("causes", .empty) }
        guard let mailProtocol, let moment, let match, let causes, !causes.isEmpty else { return nil }
        return ReplyRule(mailProtocol: mailProtocol.mailProtocol, moment: moment, match: match, causes: causes)
      }) ?? []
  }

  private enum ProtocolName: String, CaseIterable {
    case imap, smtp, any

    var mailProtocol: MailProtocol? {
      switch self {
      case .imap: .imap
      case .smtp: .smtp
      case .any: nil
      }
    }
  }
}
