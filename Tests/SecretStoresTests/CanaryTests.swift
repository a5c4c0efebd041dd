// What other users of the computer can see of the keyrings' programs while they run.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("the secret stays secret while it is stored", .waiting) struct CanaryTests {
  private let canary = ProcessCanary()

  /// Makes each of these programs record its arguments and its environment before it does its work.
  private func watch(_ home: Home, _ programs: [String]) throws {
    for program in programs {
      try home.pretend(
        program,
        "tr '\\0' '\\n' < /proc/$$/cmdline >> \"$HOME/seen\"; tr '\\0' '\\n' < /proc/$$/environ >> \"$HOME/seen\"; exec /usr/bin/\(program) \"$@\""
      )
    }
  }

  @Test(
    "in no argv and no environment of the program or its subprocesses, and in no file unencrypted",
    .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")),
    arguments: [Keyring.pass, .secretService])
  func programs(_ keyring: Keyring) throws {
    let home = try Home()
    if keyring == .pass { try home.makePasswordStore() } else { try home.startSecretService() }
    try watch(
      home,
      keyring == .pass
        ? ["pass", "gpg", "gpg2", "cat", "head", "base64", "mkdir", "mv", "rm"].filter { access("/usr/bin/\($0)", X_OK) == 0 }
        : ["secret-tool"])
    let secret = Secret(copying: "\(canary.text) \"\\ é".utf8)
    try home.keeper().keep(secret, in: keyring, entry: "me@example.org")
    #expect(try home.keeper().read(keyring, entry: "me@example.org").octets == secret.octets)
    let seen = try #require(home.read("seen"))
    #expect(seen.contains("me@example.org"))
    #expect(canary.found(in: seen) == [])
    for name in home.names(in: "") {
      // A socket or a folder has no octets.
      guard let octets = ProcessFolder.read("\(home.path)/\(name)") else { continue }
      #expect(canary.found(in: octets) == [], "\(name)")
    }
    try home.keeper().forget(keyring, entry: "me@example.org", stamp: nil)
  }

  @Test(
    "entry names that look like options, commands or paths out of the folder",
    .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")))
  func entries() throws {
    let home = try Home()
    try home.makePasswordStore()
    try home.startSecretService()
    let secret = Secret(copying: "abcd".utf8)
    let entries = [
      "-x@example.org", "--help@example.org", "$(touch$IFS$HOME/hit)@example.org", "\"a b;c\"@example.org", "`id`@example.org",
      "a/b@example.org",
      "\"a\\\"b\"@example.org", "%s@example.org", "*@example.org", "o'neil@example.org",
    ]
    for entry in entries {
      for keyring in [Keyring.pass, .secretService] {
        try home.keeper().keep(secret, in: keyring, entry: entry)
        #expect(try home.keeper().read(keyring, entry: entry).octets == secret.octets, "\(entry)")
      }
    }
    for entry in ["../x@example.org", "\"../../x\"@example.org", "a//b@example.org", "/x@example.org", ".git/x@example.org"] {
      for keyring in [Keyring.pass, .gopass] {
        #expect(throws: SecretStoreError.badEntry(keyring, entry)) { try home.keeper().keep(secret, in: keyring, entry: entry) }
      }
      try home.keeper().keep(secret, in: .secretService, entry: entry)
    }
    #expect(!home.names(in: "").contains("hit"))
    #expect(home.names(in: ".password-store").filter { $0.hasSuffix(".gpg") }.count == entries.count)
  }
}
