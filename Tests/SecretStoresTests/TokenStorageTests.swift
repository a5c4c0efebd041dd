// The record of a sign-in in the real keyrings: written, read back, replaced and removed, beside entries of others.

import AccountStore
import Foundation
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite(
  "tokens in a real keyring",
  .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")), .waiting)
struct TokenStorageTests {
  private static let keyrings = Equipment.passwordStores + [.secretService, .file]
  private static let entry = "me@example.org"
  /// Names near those of the account's own two entries.
  private static let others = ["me@example.org~newer", "me@example.org.old", "ame@example.org", "me@example.org~"]

  private func home(_ keyring: Keyring) throws -> Home {
    let home = try Home()
    switch keyring {
    case .secretService: try home.startSecretService()
    case .pass, .gopass: try home.makePasswordStore()
    case .file, .keychain: break
    }
    for other in Self.others { try home.keeper().keep(Secret(copying: "of \(other)".utf8), in: keyring, entry: other) }
    return home
  }

  private func record(_ refresh: String, accessLength: Int = 1_500) -> TokenRecord {
    TokenRecord(
      issuer: "https://id.example.org", tenant: nil, clientID: "app", clientSecret: Secret(copying: "s3cr3t".utf8),
      refreshToken: Secret(copying: refresh.utf8), access: access(accessLength))
  }

  private func access(_ length: Int) -> TokenRecord.Access? {
    .init(Secret(copying: String(repeating: "a", count: length).utf8), lifetime: 3_600)
  }

  private func expectOthers(_ home: Home, _ keyring: Keyring, at place: SourceLocation = #_sourceLocation) throws {
    for other in Self.others {
      #expect(try home.keeper().read(keyring, entry: other).octets == Array("of \(other)".utf8), "\(other)", sourceLocation: place)
    }
  }

  @Test("written, read back, replaced and removed; the entries of others stay", arguments: keyrings)
  func life(_ keyring: Keyring) throws {
    let home = try home(keyring)
    let stores = home.keeper()
    let storage = TokenStorage(stores, keyring, entry: Self.entry)
    _ = try storage.keep(record("ref-1"), over: nil)
    #expect(try storage.read().refreshToken?.octets == Array("ref-1".utf8))
    #expect(try storage.read().clientSecret?.octets == Array("s3cr3t".utf8))
    for number in 2...3 {
      let old = try storage.settled()
      try storage.rehearse(old)
      try storage.replace(rehearsed: old.refreshed(access(1_500 + number), refreshToken: Secret(copying: "ref-\(number)".utf8)))
      #expect(try storage.read().refreshToken?.octets == Array("ref-\(number)".utf8))
      #expect(try storage.read().access?.token.count == 1_500 + number)
      #expect(try !stores.has(keyring, entry: "\(Self.entry)~new"))
    }
    // A new sign-in over it, which is undone.
    let seen = try stores.look(at: keyring, entry: Self.entry)
    let kept = try storage.keep(record("other"), over: seen)
    #expect(try storage.read().refreshToken?.octets == Array("other".utf8))
    #expect(kept.undo())
    #expect(try storage.read().refreshToken?.octets == Array("ref-3".utf8))
    try stores.forget(keyring, entry: Self.entry, stamp: nil)
    #expect(throws: SecretStoreError.missing(keyring, entry: keyring.spelled(Self.entry))) { try storage.read() }
    try expectOthers(home, keyring)
  }

  @Test("what a run that was killed has left in the second entry is completed, and an older record there is dropped", arguments: keyrings)
  func settled(_ keyring: Keyring) throws {
    let home = try home(keyring)
    let stores = home.keeper()
    let storage = TokenStorage(stores, keyring, entry: Self.entry)
    _ = try storage.keep(record("ref-1"), over: nil)
    let old = try storage.read()
    let new = old.refreshed(access(20), refreshToken: Secret(copying: "ref-2".utf8))
    _ = try stores.keep(new.line, as: .tokenRecord, in: keyring, entry: "\(Self.entry)~new", over: nil)
    #expect(try storage.read().refreshToken?.octets == Array("ref-1".utf8))
    #expect(try storage.settled().refreshToken?.octets == Array("ref-2".utf8))
    #expect(try storage.read().refreshToken?.octets == Array("ref-2".utf8))
    #expect(try !stores.has(keyring, entry: "\(Self.entry)~new"))
    // Killed after the rehearsal.
    _ = try stores.keep(old.line, as: .tokenRecord, in: keyring, entry: "\(Self.entry)~new", over: nil)
    #expect(try storage.settled().refreshToken?.octets == Array("ref-2".utf8))
    #expect(try !stores.has(keyring, entry: "\(Self.entry)~new"))
    try expectOthers(home, keyring)
  }

  @Test("an access token for which a keyring has no room is left out, and the refresh token never", arguments: keyrings)
  func room(_ keyring: Keyring) throws {
    let home = try home(keyring)
    let storage = TokenStorage(home.keeper(), keyring, entry: Self.entry)
    let refresh = String(repeating: "r", count: 3_000)
    _ = try storage.keep(record(refresh, accessLength: 6_000), over: nil)
    let read = try storage.read()
    #expect(read.refreshToken?.octets == Array(refresh.utf8))
    #expect((read.access == nil) == (keyring == .secretService))
    try expectOthers(home, keyring)
  }
}
