// Programs of keyrings that leave a process running, as gpg leaves its agent, or that do not end.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("keyrings that leave a process running", .waiting) struct LingeringKeyringTests {
  private let entry = "me@example.org"
  private let secret = Secret(copying: "geheim12".utf8)

  /// Installs a pass whose every call starts `daemon`, which inherits the outputs and runs for 20 s. Its process id is
  /// recorded so that the test can end it.
  private func home(_ daemon: String, ending: String = "") throws -> Home {
    let home = try Home()
    #expect(mkdir("\(home.path)/.password-store", 0o700) == 0 && mkdir("\(home.path)/.password-store/mail", 0o700) == 0)
    _ = FileManager.default.createFile(atPath: "\(home.path)/.password-store/.gpg-id", contents: Data("x\n".utf8))
    try home.pretend(
      "pass",
      """
      \(daemon)
      for last; do :; done
      file="$HOME/.password-store/$last.gpg"
      case "$1" in
        insert) cat > "$file";;
        show) cat "$file" || exit 1;;
        rm) rm "$file";;
      esac
      \(ending)
      """)
    return home
  }

  private func endDaemons(_ home: Home) {
    for word in (home.read("pids") ?? "").split(separator: "\n") { if let process = pid_t(word) { kill(process, SIGKILL) } }
  }

  @Test(
    "fault-secret-command-that-lives-on: a daemon that holds the program's outputs open is not waited for",
    arguments: [
      "sleep 20 & echo $! >> $HOME/pids", "sleep 20 2>/dev/null & echo $! >> $HOME/pids", "sleep 20 >/dev/null & echo $! >> $HOME/pids",
      "setsid sleep 20 & echo $! >> $HOME/pids", "(while sleep 0.2; do echo noise >&2; done) & echo $! >> $HOME/pids",
    ])
  func daemon(_ daemon: String) throws {
    let home = try home(daemon)
    defer { endDaemons(home) }
    let began = ContinuousClock.now
    try home.keeper(patience: 10).keep(secret, in: .pass, entry: entry)
    #expect(try home.keeper(patience: 10).read(.pass, entry: entry).octets == secret.octets)
    // About five calls, each of which would have waited for the daemon.
    #expect(ContinuousClock.now - began < .seconds(5))
  }

  @Test(
    "fault-secret-command-that-lives-on: a program that has answered and keeps running is left alone",
    arguments: ["exec >&-", "exec >/dev/null", "exec >&- 2>&-"])
  func livesOn(_ closing: String) throws {
    let home = try home("", ending: "case $1 in show) echo $$ >> $HOME/pids; \(closing); exec sleep 20;; esac")
    defer { endDaemons(home) }
    let began = ContinuousClock.now
    try home.keeper(patience: 10).keep(secret, in: .pass, entry: entry)
    #expect(try home.keeper(patience: 10).read(.pass, entry: entry).octets == secret.octets)
    #expect(ContinuousClock.now - began < .seconds(6))
    let left = (home.read("pids") ?? "").split(separator: "\n").compactMap { pid_t($0) }
    #expect(!left.isEmpty && left.allSatisfy { kill($0, 0) == 0 })
  }

  @Test("the exit status of such a program counts as usual")
  func status() throws {
    let home = try home("sleep 20 & echo $! >> $HOME/pids", ending: "echo 'no way' >&2; exit 3")
    defer { endDaemons(home) }
    #expect(throws: SecretStoreError.failed(.pass, status: 3, said: "no way")) {
      try home.keeper(patience: 10).keep(secret, in: .pass, entry: entry)
    }
  }

  @Test(
    "fault-secret-command-that-lives-on: Ctrl-C ends every wait for a keyring immediately",
    arguments: ["sleep 20", "exec >&-; sleep 20", "trap '' TERM; sleep 20; sleep 20", "echo half; exec sleep 20"])
  func interrupted(_ wait: String) throws {
    let home = try home("echo $$ >> $HOME/pids; \(wait)")
    defer { endDaemons(home) }
    let latch = try #require(Interrupt())
    let keeper = home.keeper(patience: 30, interrupt: latch)
    _ = FileManager.default.createFile(atPath: "\(home.path)/.password-store/mail/\(entry).gpg", contents: Data("x\n".utf8))
    let raising = try Worker<ContinuousClock.Instant>.start {
      Wait.pause(seconds: 0.4)
      let now = ContinuousClock.now
      latch.raise()
      return now
    }
    #expect(throws: SecretStoreError.interrupted) { try keeper.read(.pass, entry: entry) }
    let ended = ContinuousClock.now
    let other = try #require(Interrupt())
    #expect(try ended - raising.wait(until: .after(seconds: 5), or: other) < .seconds(1))
  }
}
