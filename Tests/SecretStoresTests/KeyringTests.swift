// The real keyrings: every secret is read back as it was stored.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("keyrings", .serialized, .waiting) struct KeyringTests {
  @Test(
    "every secret is read back unchanged, replaces the previous one, and is removed",
    .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")),
    arguments: [Keyring.secretService, .pass, .file])
  func roundTrip(_ keyring: Keyring) throws {
    let home = try Home()
    switch keyring {
    case .pass: try home.makePasswordStore()
    case .secretService: try home.startSecretService()
    default: break
    }
    let keeper = home.keeper()
    let entry = "me@example.org"
    #expect(throws: SecretStoreError.missing(keyring, entry: keyring == .pass ? "mail/\(entry)" : entry)) {
      try keeper.read(keyring, entry: entry)
    }
    var kept: [UInt8] = []
    for octets in HostileSecret.octets {
      do throws(SecretStoreError) {
        try keeper.keep(Secret(copying: octets), in: keyring, entry: entry)
        kept = octets
      } catch {
        // From 0.21 on secret-tool accepts only UTF-8. Its error is then passed on, and the previous secret stays.
        guard keyring == .secretService, String(validating: octets, as: UTF8.self) == nil, case .failed(_, _, let said?) = error else {
          throw error
        }
        #expect(said.contains("UTF-8"), "\(said)")
      }
      #expect(try keeper.read(keyring, entry: entry).octets == kept)
    }
    try keeper.keep(Secret(copying: "other".utf8), in: keyring, entry: "you@example.org")
    try keeper.forget(keyring, entry: entry, stamp: nil)
    #expect(throws: SecretStoreError.self) { try keeper.read(keyring, entry: entry) }
    #expect(throws: SecretStoreError.self) { try keeper.forget(keyring, entry: entry, stamp: nil) }
    #expect(try keeper.read(keyring, entry: "you@example.org").octets == Array("other".utf8))
  }

  @Test(
    "at a terminal gpg asks there for the passphrase, although all its descriptors are pipes",
    .enabled(if: Equipment.isThere("pass", "gpg", "pinentry-curses")))
  func passphrase() throws {
    let home = try Home()
    try "pinentry-program /usr/bin/pinentry-curses\n".write(toFile: "\(home.path)/g/gpg-agent.conf", atomically: true, encoding: .utf8)
    try home.makePasswordStore(passphrase: "the word")
    // Encrypting needs no passphrase.
    #expect(try home.run("pass", ["insert", "-m", "-f", "mail/\(Home.address)"], input: .text("abcd efgh\n")).end == .exited(0))
    try home.save(secret: nil) { $0.secret = .keyring(.pass, entry: Home.address) }
    let out = "\(home.path)/out"
    let session = try PtySession(ProcessBuilt.call(["secret", Home.address], environment: home.environment), wiring: .output(out))
    try session.wait(for: "Passphrase")
    try session.enter("the word")
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    #expect(home.read("out") == "abcd efgh\n")
    #expect(!session.text.contains("efgh"))
  }
}
