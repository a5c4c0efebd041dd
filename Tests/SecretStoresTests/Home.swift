// A home for one test, with real keyrings in it.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

extension Equipment {
  /// The programs for the files of a password store. Debian 13 has no package of gopass.
  static let passwordStores: [Keyring] = [.pass] + (access("/usr/bin/gopass", X_OK) == 0 ? [.gopass] : [])
}

/// Used by one test at a time.
final class Home {
  let path: String
  /// The variables that lead to everything in this home.
  private(set) var environment: [String: String]
  private let latch: Interrupt
  private var daemons: [ProcessRun] = []
  private var hasAgent = false

  init() throws {
    var template = Array("/tmp/setup-home-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ProcessFailure("no folder in /tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    environment = ["HOME": path, "GNUPGHOME": "\(path)/g", "XDG_RUNTIME_DIR": "\(path)/run", "PATH": "\(path)/bin:/usr/bin:/bin"]
    latch = try #require(Interrupt())
    for folder in ["g", "run", "bin"] { mkdir("\(path)/\(folder)", 0o700) }
  }

  deinit {
    if hasAgent { _ = try? run("gpgconf", ["--kill", "all"]) }
    daemons = []
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Returns secret stores that wait no longer than `patience` for anything.
  func keeper(patience: Double = 30, interrupt: Interrupt? = nil) -> SecretStorage {
    let environment = environment
    return SecretStorage(environment: Environment(environment), interrupt: interrupt ?? latch, patience: patience)
  }

  /// Runs a program of /usr/bin with this home.
  @discardableResult
  func run(_ program: String, _ arguments: [String], input: ProcessCall.Input = .nothing) throws -> ProcessResult {
    try call(program, arguments).with { $0.input = input }.run()
  }

  /// Runs the built `setup` with this home.
  func setup(_ arguments: [String], _ change: (inout ProcessCall) -> Void = { _ in }) throws -> ProcessResult {
    try ProcessBuilt.call(arguments, environment: environment).with(change).run()
  }

  private func call(_ program: String, _ arguments: [String]) -> ProcessCall {
    ProcessCall("/usr/bin/\(program)", arguments, environment: ProcessBuilt.environment(environment))
  }

  /// Writes a shell script that is found before the system's program of that name.
  func pretend(_ program: String, _ script: String) throws {
    let file = "\(path)/bin/\(program)"
    // Written by another process: another test's subprocess could inherit a descriptor of this process, and a program
    // that is open for writing cannot be run (ETXTBSY).
    try run("tee", [file], input: .text("#!/bin/sh\n\(script)\n"))
    chmod(file, 0o700)
  }

  func set(_ name: String, _ value: String?) { environment[name] = value }

  func read(_ name: String) -> String? { ProcessFolder.read("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) } }

  /// Every file and folder in it except those of the daemons.
  func names(in folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: "\(path)/\(folder)")?.allObjects as? [String] ?? []).sorted()
  }
}

extension Home {
  /// Creates a key, with a passphrase that nobody can enter or without one, and a password store for it.
  func makePasswordStore(passphrase: String = "") throws {
    hasAgent = true
    let key = try run(
      "gpg",
      ["--batch", "--pinentry-mode", "loopback", "--passphrase", passphrase, "--quick-generate-key", "t@example.org", "future-default"])
    try #require(key.end == .exited(0), "\(key.complaint)")
    let made = try run("pass", ["init", "t@example.org"])
    try #require(made.end == .exited(0), "\(made.complaint)")
    // The agent would still know the passphrase.
    try run("gpgconf", ["--kill", "gpg-agent"])
  }

  /// Starts a bus, and a GNOME Keyring on it that is unlocked.
  func startSecretService() throws {
    let address = "unix:path=\(path)/bus"
    set("DBUS_SESSION_BUS_ADDRESS", address)
    let bus = try call("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--address=\(address)", "--print-address=1"]).start()
    daemons.append(bus)
    try bus.wait("bus") { !bus.output.isEmpty }
    let keyring = try call("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"])
      .with { $0.input = .text("opens it") }.start()
    daemons.append(keyring)
    // A message to the service before it exists would make the bus start another one.
    try keyring.wait("keyring") {
      try ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets").contains("true")
    }
    try keyring.wait("unlocked keyring") {
      try ask(
        "org.freedesktop.secrets", Self.collection, "org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection",
        "string:Locked"
      ).contains("boolean false")
    }
  }

  /// Locks the keyring, which nobody can unlock in a test.
  func lockSecretService() throws {
    let said = try ask(
      "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", "array:objpath:\(Self.collection)")
    try #require(said.contains(Self.collection), "\(said)")
  }

  private static let collection = "/org/freedesktop/secrets/collection/login"

  /// Returns the answer of a service on the bus.
  private func ask(_ name: String, _ object: String, _ member: String, _ arguments: String...) throws -> String {
    let result = try run("dbus-send", ["--session", "--print-reply", "--dest=\(name)", object, member] + arguments)
    return result.text + result.complaint
  }
}

extension SecretStorage {
  /// Stores a secret over the entry's present content.
  func keep(_ secret: Secret, in keyring: Keyring, entry: String) throws(SecretStoreError) {
    let seen = try look(at: keyring, entry: entry)
    do throws(StoringError) { _ = try keep(secret, in: keyring, entry: entry, over: seen) } catch { throw error.reason }
  }
}

/// Secrets that a reader might misread.
enum HostileSecret {
  static let texts: [String] = [
    "plain", " ", "  both ends  ", "\ttab\t", "a\"b", "\"", "\"all\"", "a'b", "'", "back\\slash", "\\", "\\\\", "ends\\", "\\n", "#hash",
    "a #b",
    "%s%n%", "$HOME", "$(id)", "`id`", "!!", "a;b|c&d", "*", "~", "-n", "--", "--force", "=", "a=b", "password=x", "login: y", "{}", "${x}",
    "密码é😀", "e\u{301}", "\u{feff}bom", "\u{1b}[31mred", "\u{1}", "0x41", "machine", "s3 \"c\\r#%'$x`é;", "c3a9", "\u{85}", "a:b@c/d",
  ]

  static let octets: [[UInt8]] =
    texts.map { Array($0.utf8) } + [
      [0xff, 0xfe], [0x80], [0xc3], Array(repeating: UInt8(ascii: "x"), count: Secret.limit),
      Array(repeating: UInt8(ascii: "\""), count: Secret.limit), (1...255).filter { $0 != 10 && $0 != 13 },
    ]
}

extension Secret {
  /// Only for comparisons in tests.
  var octets: [UInt8] { withOctets { Array($0) } }
}
