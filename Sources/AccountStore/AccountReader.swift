// One account of accounts.json. Every part is checked, because anyone may have written the file.

import Documents
import Posix
import Vocabulary

struct AccountReader {
  let source: DocumentSource

  /// Returns the account. Returns `nil` if anything is wrong: `reader` then has the issue and its place.
  func account(_ reader: JSONObjectReader) -> SavedAccount? {
    let name = part("name", .notAnAccountName, in: reader) { AccountName($0) }
    let address = part("address", .notAnAddress, in: reader) { try? MailAddress($0.composed) }
    var unknown = UnknownParts()
    let imap = endpoint("imap", in: reader, &unknown.imap)
    let smtp = endpoint("smtp", in: reader, &unknown.smtp)
    let imapUsername = reader.required("imapUsername", userName("imapUsername", in: reader))
    let smtpUsername = reader.required("smtpUsername", userName("smtpUsername", in: reader))
    let provider = reader.string("provider")
    let signIn = signIn(in: reader, &unknown)
    let (secret, marks) = place(in: reader, signIn, &unknown.secret)
    let lastCheck = check(in: reader, &unknown)
    let authorityFile = file("authorityFile", in: reader)
    let isPaused = reader.flag("paused") ?? false
    unknown.account.merge(reader.unknownKeys(in: source.document)) { $1 }
    guard let name, let address, let imap, let smtp, let imapUsername, let smtpUsername else { return nil }
    var account = SavedAccount(
      name: name, address: address, provider: provider, imap: imap, smtp: smtp, imapUsername: imapUsername,
      smtpUsername: smtpUsername, authorityFile: authorityFile, signIn: signIn ?? .password, secret: secret)
    (account.isPaused, account.lastCheck, account.entryMarks, account.unknownKeys) = (isPaused, lastCheck, marks, unknown)
    return account
  }

  private func part<Value>(
    _ key: String, _ reason: DocumentIssue.Reason, in reader: JSONObjectReader, _ make: (String) -> Value?
  ) -> Value? {
    guard let text = reader.required(key, reader.string(key)) else { return nil }
    let value = make(text)
    if value == nil { reader.add(key, reason) }
    return value
  }

  /// A user name has the same limit as in `--username`.
  private func userName(_ key: String, in reader: JSONObjectReader) -> String? {
    guard let name = reader.string(key) else { return nil }
    if name.utf8.count <= 254 { return name }
    reader.add(key, .tooBig)
    return nil
  }

  /// A path that does not depend on the current folder.
  private func file(_ key: String, in reader: JSONObjectReader) -> String? {
    guard let path = reader.string(key) else { return nil }
    if path.hasPrefix("/"), path.utf8.count < 4_096 { return path }
    reader.add(key, .wrongType(expected: "absolute path"))
    return nil
  }

  private func endpoint(_ key: String, in reader: JSONObjectReader, _ unknown: inout UnknownKeys) -> Endpoint? {
    guard let object = reader.required(key, reader.object(key)) else { return nil }
    defer { unknown = object.unknownKeys(in: source.document) }
    let host = part("host", .notAHost, in: object) { HostName($0) }
    let number = object.required("port", object.optional("port", as: Int.self, named: "number"))
    let port = number.flatMap { UInt16(exactly: $0) }.flatMap { $0 == 0 ? nil : $0 }
    if number != nil, port == nil { object.add("port", .notAPort) }
    let security = object.required("security", object.word("security", as: Security.self))
    guard let host, let port, let security else { return nil }
    return Endpoint(host: host, port: port, security: security)
  }

  /// `signIn` is `nil` if only a later version knows the kind of the secret.
  private func place(in reader: JSONObjectReader, _ signIn: SignIn?, _ unknown: inout UnknownKeys) -> (SecretLocation?, EntryMarks) {
    var marks = EntryMarks()
    guard let object = reader.object("secret") else { return (nil, marks) }
    guard let keys = signIn.map(SecretKeys.of) else { return (.later(object.members(in: source.document)), marks) }
    defer { unknown = object.unknownKeys(in: source.document) }
    if object.has(keys.command) {
      guard let words = object.strings(keys.command) else { return (nil, marks) }
      if words.isEmpty { object.add(keys.command, .empty) }
      return (.command(words), marks)
    }
    if source.isLenient, isLater(object, keys) { return (.later(object.members(in: source.document)), marks) }
    let keyring = object.required(keys.keyring, object.word(keys.keyring, as: Keyring.self))
    let entry = object.required(keys.entry, object.string(keys.entry))
    (marks.isFound, marks.isUnsettled) = (object.flag("found") ?? false, object.flag("unsettled") ?? false)
    (marks.store, marks.stamp, marks.before) = (object.string("store"), object.string("stamp"), object.string("before"))
    guard let keyring, let entry else { return (nil, marks) }
    return (.keyring(keyring, entry: entry), marks)
  }

  /// Returns whether a later version has stored the secret in a way that this version does not know: in another keyring, or without
  /// an entry.
  private func isLater(_ object: JSONObjectReader, _ keys: SecretKeys) -> Bool {
    guard case .object(let members)? = source.document.value(at: object.codingPath) else { return false }
    if case .text(let word)? = members[keys.keyring] { return Keyring(rawValue: word) == nil }
    return members[keys.keyring] == nil && members[keys.entry] == nil && !members.isEmpty
  }

  /// If the outcome is one of a later version, the account counts as unchecked, and the object is kept in `unknown.account`. A cause
  /// of a later version is kept in `unknown.lastCheck`.
  private func check(in reader: JSONObjectReader, _ unknown: inout UnknownParts) -> LastCheck? {
    guard let object = reader.object("lastCheck") else { return nil }
    if source.isLenient, isLater("outcome", Outcome.self, in: object) {
      unknown.account["lastCheck"] = .object(object.members(in: source.document))
      return nil
    }
    let hasLaterCause = source.isLenient && isLater("cause", Cause.self, in: object)
    let seconds = object.required("time", object.optional("time", as: Int64.self, named: "number"))
    let time = seconds.flatMap { Timestamp(seconds: $0) }
    if seconds != nil, time == nil { object.add("time", .wrongType(expected: "seconds since 1970")) }
    let outcome = object.required("outcome", object.word("outcome", as: Outcome.self))
    let cause = hasLaterCause ? nil : object.word("cause", as: Cause.self)
    let isRisky = object.flag("risky") ?? false
    unknown.lastCheck = object.unknownKeys(in: source.document)
    guard let time, let outcome else { return nil }
    return LastCheck(time: time, outcome: outcome, cause: cause, isRisky: isRisky)
  }

  /// Returns whether the word at `key` is one that only a later version knows.
  func isLater<Value: RawRepresentable>(_ key: String, _ type: Value.Type, in object: JSONObjectReader) -> Bool
  where Value.RawValue == String {
    guard case .text(let word)? = source.document.value(at: object.codingPath + [AnyKey(stringValue: key)]) else { return false }
    return JSONObjectReader.fault(of: word) == nil && Value(rawValue: word) == nil
  }
}
