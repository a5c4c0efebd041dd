// Keyrings that are missing or locked, that hang, return something else or crash.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("keyrings that fail", .waiting) struct FaultTests {
  private let entry = "me@example.org"
  private let secret = Secret(copying: "abcd-efgh".utf8)

  /// Stores the secret. What remains of the old one shows whether a failed attempt was undone.
  private func keep(_ home: Home, _ keyring: Keyring, patience: Double = 20) -> SecretStoreError? {
    do throws(SecretStoreError) {
      try home.keeper(patience: patience).keep(secret, in: keyring, entry: entry)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "only available keyrings are offered, the file last",
    .enabled(if: Equipment.isThere("pass", "gpg", "secret-tool", "gnome-keyring-daemon")))
  func available() throws {
    let home = try Home()
    #expect(home.keeper().available() == [.file])
    try home.makePasswordStore()
    #expect(home.keeper().available() == Equipment.passwordStores + [.file])
    try home.startSecretService()
    #expect(home.keeper().available() == [.secretService] + Equipment.passwordStores + [.file])
    home.set("PATH", "\(home.path)/bin")
    #expect(home.keeper().available() == [.file])
    home.set("HOME", nil)
    #expect(home.keeper().available() == [])
    home.set("HOME", "relative")
    #expect(home.keeper().available() == [])
  }

  @Test(
    "a missing program, an uninitialized store, a missing bus", .enabled(if: Equipment.isThere("pass", "secret-tool")))
  func absent() throws {
    let home = try Home()
    #expect(keep(home, .pass) == .notReady(.pass))
    #expect(keep(home, .secretService) == .notReady(.secretService))
    home.set("PATH", "\(home.path)/bin")
    for keyring in [Keyring.pass, .gopass, .secretService, .keychain] { #expect(keep(home, keyring) == .notInstalled(keyring)) }
    home.set("HOME", nil)
    #expect(keep(home, .file) == .noHome)
    #expect(throws: SecretStoreError.notInstalled(.keychain)) { try home.keeper().check(.keychain) }
  }

  @Test(
    "a locked Secret Service is reported, for reading and for storing",
    .enabled(if: Equipment.isThere("secret-tool", "gnome-keyring-daemon", "dbus-daemon", "dbus-send")))
  func lockedService() throws {
    let home = try Home()
    try home.startSecretService()
    #expect(keep(home, .secretService) == nil)
    try home.lockSecretService()
    #expect(throws: SecretStoreError.locked(.secretService)) { try home.keeper().read(.secretService, entry: entry) }
    #expect(keep(home, .secretService) == .locked(.secretService))
    #expect(throws: SecretStoreError.locked(.secretService)) {
      try home.keeper().keep(secret, in: .secretService, entry: "other@example.org")
    }
  }

  @Test("a key whose passphrase cannot be entered is reported in gpg's own words", .enabled(if: Equipment.isThere("pass", "gpg")))
  func lockedKey() throws {
    let home = try Home()
    try home.makePasswordStore(passphrase: "nobody knows")
    guard case .failed(.pass, let status, let said?) = keep(home, .pass) else {
      Issue.record("stored, or failed otherwise")
      return
    }
    #expect(status != 0)
    #expect(said.contains("gpg"))
    // It was stored, could not be read back, and was removed again.
    #expect(home.names(in: ".password-store/mail") == [])
  }

  /// Installs a script as pass that can store its input in a file, and does what `script` says.
  private func home(pass script: String) throws -> Home {
    let home = try Home()
    mkdir("\(home.path)/.password-store", 0o700)
    try "x".write(toFile: "\(home.path)/.password-store/.gpg-id", atomically: true, encoding: .utf8)
    mkdir("\(home.path)/.password-store/mail", 0o700)
    try home.pretend(
      "pass",
      """
      file=\(home.path)/.password-store/mail/\(entry).gpg
      kept() { case $1 in show) cat "$file";; insert) cat > "$file";; rm) rm "$file";; esac; }
      \(script)
      """)
    return home
  }

  @Test("the control: a script that works") func working() throws {
    let home = try home(pass: "kept $1")
    #expect(keep(home, .pass) == nil)
    #expect(try home.keeper().read(.pass, entry: entry).octets == secret.octets)
  }

  @Test(
    "a keyring that returns something else is detected, and what it stored is removed",
    arguments: ["tr a-d A-D", "cat; printf x", "rev", "sed s/-//", "true"])
  func lies(_ filter: String) throws {
    let home = try home(pass: "case $1 in insert) tr -d '\\n' | { \(filter); } > \"$file\";; *) kept $1;; esac")
    #expect(keep(home, .pass) == .differs(.pass))
    #expect(home.names(in: ".password-store/mail") == [])
  }

  @Test("the previous secret is restored") func restored() throws {
    let home = try home(
      pass: "case $1 in insert) read -r line; [ \"$line\" = old ] || line=\"$line!\"; echo \"$line\" > \"$file\";; *) kept $1;; esac")
    try home.keeper().keep(Secret(copying: "old".utf8), in: .pass, entry: entry)
    #expect(keep(home, .pass) == .differs(.pass))
    #expect(try home.keeper().read(.pass, entry: entry).octets == Array("old".utf8))
  }

  @Test("if it cannot be restored, the error says so") func notRestored() throws {
    let home = try home(pass: "case $1 in insert) echo junk > \"$file\";; rm) exit 1;; *) kept $1;; esac")
    #expect(throws: StoringError(reason: .differs(.pass), isRestored: false)) {
      try home.keeper().keep(secret, in: .pass, entry: entry, over: nil)
    }
  }

  @Test("a program that is killed, by any signal", arguments: [SIGKILL, SIGTERM, SIGPIPE, SIGSEGV]) func killed(_ signal: Int32) throws {
    let home = try home(pass: "kill -\(signal) $$; kept $1")
    #expect(keep(home, .pass) == .failed(.pass, status: 128 + signal, said: nil))
  }

  @Test("a program that prints a reason is quoted with its last line only") func says() throws {
    let home = try home(pass: "printf 'first\\nno, not today\\n\\n' >&2; exit 3")
    #expect(keep(home, .pass) == .failed(.pass, status: 3, said: "no, not today"))
  }

  @Test("a program that repeats the secret is not quoted") func repeats() throws {
    let home = try home(pass: "read -r line; echo \"cannot keep $line\" >&2; exit 1")
    #expect(keep(home, .pass) == .failed(.pass, status: 1, said: nil))
  }

  @Test(
    "a program that hangs is ended at the deadline, at any point, and leaves no process behind",
    arguments: [
      "exec sleep 600", "cat > /dev/null; exec sleep 600", "exec > /dev/null 2>&1; sleep 600 & exec sleep 600",
      "trap '' TERM; while :; do sleep 1; done",
    ])
  func hangs(_ script: String) throws {
    let home = try home(pass: "echo $$ >> \"$HOME/pids\"; \(script)")
    let start = Deadline.now
    let fault = keep(home, .pass, patience: 0.5)
    #expect(Deadline.now.milliseconds(since: start) < 15_000)
    // A program that closes its output has finished its work, but must still end.
    #expect(fault == .timedOut(.pass) || fault == .failed(.pass, status: 128 + SIGTERM, said: nil))
    let pids = try #require(home.read("pids")).split(separator: "\n").compactMap { pid_t($0) }
    #expect(!pids.isEmpty)
    for pid in pids { #expect(kill(pid, 0) == -1 && errno == ESRCH) }
  }

  @Test("Ctrl-C ends the wait immediately") func interrupted() throws {
    let home = try home(pass: "exec sleep 600")
    let latch = try #require(Interrupt())
    latch.raise()
    let start = Deadline.now
    #expect(throws: SecretStoreError.interrupted) { try home.keeper(interrupt: latch).keep(secret, in: .pass, entry: entry) }
    #expect(Deadline.now.milliseconds(since: start) < 5_000)
  }

  @Test("endless output, on either stream, is read and discarded", arguments: ["1", "2"]) func floods(_ descriptor: String)
    throws
  {
    let home = try home(pass: "case $1 in show) kept show; head -c 3000000 /dev/zero | tr '\\0' x >&\(descriptor);; *) kept $1;; esac")
    // pass shows something other than what it received.
    #expect(keep(home, .pass) == (descriptor == "1" ? .differs(.pass) : nil))
  }

  @Test("a program that does not read its input") func deaf() throws {
    let home = try home(pass: "case $1 in insert) exec <&-; : > \"$file\";; *) kept $1;; esac")
    #expect(keep(home, .pass) == .differs(.pass))
  }

  @Test("an unreadable entry is not replaced") func unreadable() throws {
    let home = try home(pass: "case $1 in show) echo locked >&2; exit 2;; *) kept $1;; esac")
    try "old".write(toFile: "\(home.path)/.password-store/mail/\(entry).gpg", atomically: true, encoding: .utf8)
    #expect(keep(home, .pass) == .failed(.pass, status: 2, said: "locked"))
    #expect(home.read(".password-store/mail/\(entry).gpg") == "old")
  }

  @Test(
    "an entry that is not a secret is not returned",
    arguments: [("\\n", Secret.Error.empty), ("a\\0b\\n", .forbiddenOctet), ("a\\rb\\n", .forbiddenOctet)])
  func unusable(_ content: String, _ fault: Secret.Error) throws {
    let home = try home(pass: "printf '\(content)'")
    try "x".write(toFile: "\(home.path)/.password-store/mail/\(entry).gpg", atomically: true, encoding: .utf8)
    #expect(throws: SecretStoreError.unusable(.pass, fault)) { try home.keeper().read(.pass, entry: entry) }
  }

  @Test(
    "notes below the secret are ignored, and so is a CR before the line break",
    arguments: ["pw\\nlogin: me\\n", "pw\\r\\n", "pw", "pw\\n\\n\\n"])
  func notes(_ content: String) throws {
    let home = try home(pass: "printf '\(content)'")
    try "x".write(toFile: "\(home.path)/.password-store/mail/\(entry).gpg", atomically: true, encoding: .utf8)
    #expect(try home.keeper().read(.pass, entry: entry).octets == Array("pw".utf8))
  }

  @Test(
    "what cannot be sent is not stored",
    arguments: [([], Secret.Error.empty), ([10], .forbiddenOctet), (Array(repeating: 65, count: 1_025), .tooLong)]
      as [([UInt8], Secret.Error)])
  func notKept(_ octets: [UInt8], _ fault: Secret.Error) throws {
    let home = try Home()
    #expect(throws: SecretStoreError.unusable(.file, fault)) { try home.keeper().keep(Secret(copying: octets), in: .file, entry: entry) }
    #expect(!home.names(in: "").contains { $0.hasPrefix(".local") })
  }
}
