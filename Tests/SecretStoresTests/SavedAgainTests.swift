// `--save` and `accounts edit` on an existing account: secret and servers change together, or neither changes.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("saved again", .waiting) struct SavedAgainTests {
  private let home: Home
  private let hosts: WatchedHosts

  init() throws {
    (home, hosts) = (try Home(), try WatchedHosts(2))
    try home.pretendPass()
    try home.pretendSecretTool()
    try home.pretend("manager", "cat \"$HOME/managed\"")
    try home.pretend("another", "echo \"$SECRET\"; cat \"$HOME/managed\"")
  }

  /// Where the secret was stored before.
  enum Before: String, CaseIterable, Sendable { case nowhere, keyring, command, commandThatLags }
  /// The source of the new secret.
  enum Source: CaseIterable, Sendable { case input, command }
  /// The --store option of the call.
  enum Store: CaseIterable, Sendable { case nothing, same, other }

  struct Row: Sendable, CustomTestStringConvertible {
    let before: Before, source: Source, store: Store, isMoved: Bool
    var testDescription: String { "\(before), from \(source), --store \(store), \(isMoved ? "other" : "same") servers" }

    static let all = Before.allCases.flatMap { before in
      Source.allCases.flatMap { source in
        Store.allCases.flatMap { store in [false, true].map { Row(before: before, source: source, store: store, isMoved: $0) } }
      }
    }

    /// Where the new secret must be stored afterwards.
    var place: SecretLocation? {
      switch (store, source, before) {
      case (.same, _, _): .keyring(.pass, entry: Home.address)
      case (.other, _, _): .keyring(.secretService, entry: Home.address)
      case (.nothing, .command, _): .command(["manager"])
      case (.nothing, .input, .keyring): .keyring(.pass, entry: Home.address)
      case (.nothing, .input, .command): .command(["another"])
      case (.nothing, .input, .commandThatLags), (.nothing, .input, .nowhere): nil
      }
    }
  }

  private func managed(_ secret: String) throws {
    try "\(secret)\n".write(toFile: "\(home.path)/managed", atomically: true, encoding: .utf8)
  }

  @Test(
    "fault-saved-again-old-secret-to-new-servers, fault-saved-again-keeps-old-secret, fault-store-change-leaves-old-entry: all rows",
    arguments: Row.all)
  func table(_ row: Row) throws {
    try managed("old-secret")
    switch row.before {
    case .nowhere: #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret").end == .exited(0))
    case .keyring: #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret", ["--store", "pass"]).end == .exited(0))
    case .command, .commandThatLags:
      let program = row.before == .command ? "another" : "lagging"
      if program == "lagging" { try home.pretend("lagging", "echo old-secret") }
      let call = ["--email", Home.address, "--secret-from", "command:\(program)", "--ca-file", hosts.caFile, "--save", "work"]
      if program == "another" { try home.pretend("another", "cat \"$HOME/managed\"") }
      #expect(try home.setup(call + hosts.all[0].arguments).end == .exited(0))
    }
    try managed("new-secret")
    let host = hosts.all[row.isMoved ? 1 : 0]
    let source = row.source == .input ? "stdin" : "command:manager"
    let store = row.store == .nothing ? [] : ["--store", row.store == .same ? "pass" : "secret-tool"]
    let call = ["--email", Home.address, "--secret-from", source, "--ca-file", hosts.caFile, "--save", "work"] + host.arguments + store
    let again = try home.setup(call) { $0.input = .text("new-secret\n") }
    #expect(again.end == .exited(0), "\(again.complaint)")
    let account = try #require(try home.accounts.first)
    #expect(account.secret == row.place)
    #expect(account.imap == (try host.settings.imap) && !account.entryMarks.isUnsettled)
    #expect(try home.secret(of: "work") == (row.place == nil ? nil : "new-secret"))
    // What the account loses is reported, and nothing is left behind in the keyring.
    if row.before == .commandThatLags, row.place == nil { #expect(again.complaint.contains("no longer uses it"), "\(again.complaint)") }
    let isLeft = try home.keeper().look(at: .pass, entry: Home.address) != nil
    #expect(isLeft == (row.place == .keyring(.pass, entry: Home.address)))
    if row.before == .keyring, !isLeft { #expect(again.complaint.contains("Deleted its password from pass."), "\(again.complaint)") }
    _ = try home.setup(["check", "work", "--ca-file", hosts.caFile])
    #expect(hosts.all[1].secrets == (row.isMoved ? ["new-secret"] : []))
    #expect(hosts.all[0].secrets == (row.isMoved ? ["old-secret"] : ["old-secret", "new-secret"]))
  }

  @Test(
    "if the keyring refuses the secret, nothing is saved, and the old secret stays in its place", arguments: [false, true],
    ["insert", "show"])
  func refused(_ isMoved: Bool, _ verb: String) throws {
    #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret", ["--store", "pass"]).end == .exited(0))
    let before = try home.accounts
    // An insert that stores something else, or one that fails.
    let spoilt =
      "case $1 in insert) read -r line; case $line in new*) line=spoilt;; esac; echo \"$line\" > \"$file\"; exit 0;; esac"
    let broken = "case $1 in insert) echo no >&2; exit 1;; esac"
    try home.pretendPass(verb == "insert" ? broken : spoilt)
    let again = try home.save("work", at: hosts.all[isMoved ? 1 : 0], of: hosts, secret: "new-secret")
    #expect(again.end != .exited(0), "\(again.complaint)")
    try home.pretendPass()
    let after = try #require(try home.accounts.first)
    #expect(after.imap == before[0].imap && after.secret == before[0].secret)
    #expect(try home.secret(of: "work") == "old-secret")
    #expect(try home.setup(["check", "--ca-file", hosts.caFile]).end == .exited(0))
    #expect(!hosts.all[1].secrets.contains("old-secret"))
    // Saved again, the account is usable.
    #expect(try home.save("work", at: hosts.all[1], of: hosts, secret: "newest-secret").end == .exited(0))
    #expect(try home.secret(of: "work") == "newest-secret")
  }

  @Test("if the accounts file cannot be written, the keyring is restored", arguments: [false, true]) func unwritable(_ isMoved: Bool) throws
  {
    #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret", ["--store", "pass"]).end == .exited(0))
    let before = home.read(".config/mail-setup/accounts.json")
    // The folder of accounts.json disappears while the keyring's program runs.
    try home.pretendPass("case $1 in insert) mv \"$HOME/.config/mail-setup\" \"$HOME/aside\"; : > \"$HOME/.config/mail-setup\";; esac")
    let again = try home.save("work", at: hosts.all[isMoved ? 1 : 0], of: hosts, secret: "new-secret")
    #expect(again.end != .exited(0), "\(again.complaint)")
    unlink("\(home.path)/.config/mail-setup")
    rename("\(home.path)/aside", "\(home.path)/.config/mail-setup")
    try home.pretendPass()
    #expect(try home.keeper().read(.pass, entry: Home.address).octets == Array("old-secret".utf8))
    if !isMoved { #expect(home.read(".config/mail-setup/accounts.json") == before) }
    // The next run detects that the entry was restored.
    #expect(try home.secret(of: "work") == "old-secret")
  }

  @Test("killed at any point it never leaves an old secret with new servers", arguments: 1...8, ["before", "after"])
  func killed(_ number: Int, _ moment: String) throws {
    #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret", ["--store", "pass"]).end == .exited(0))
    let kill = "echo x >> \"$HOME/count\"; [ $(wc -l < \"$HOME/count\") = \(number) ] && kill -9 $PPID"
    try home.pretendPass(moment == "before" ? kill : "(work \"$1\"); status=$?; \(kill); exit $status")
    let again = try home.save("work", at: hosts.all[1], of: hosts, secret: "new-secret")
    #expect(again.end == .signalled(SIGKILL) || again.end == .exited(0))
    try home.pretendPass()
    usleep(100_000)
    _ = try home.setup(["check", "work", "--ca-file", hosts.caFile])
    #expect(!hosts.all[1].secrets.contains("old-secret"))
    #expect(!hosts.all[0].secrets.contains("new-secret"))
    let secret = try home.secret(of: "work")
    let isMoved = try home.accounts[0].imap == hosts.all[1].settings.imap
    #expect(secret == nil || secret == (isMoved ? "new-secret" : "old-secret"))
  }

  @Test("a run that reads the secret while another changes it together with the servers gets none") func race() throws {
    #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret", ["--store", "pass"]).end == .exited(0))
    // The reader's program is slow; the other run changes everything meanwhile.
    let words = ["--email", Home.address, "--secret-from", "stdin", "--ca-file", hosts.caFile, "--save", "work"] + hosts.all[1].arguments
    let change = words.map { "'\($0)'" }.joined(separator: " ")
    let program = try ProcessBuilt.setup.get()
    try home.pretendPass(
      """
      if [ "$1" = show ] && [ ! -e "$HOME/once" ]; then
        : > "$HOME/once"
        echo new-secret | '\(program)' \(change) > "$HOME/log" 2>&1
      fi
      """)
    let check = try home.setup(["check", "--ca-file", hosts.caFile])
    #expect(try home.accounts[0].imap == hosts.all[1].settings.imap, "\(home.read("log") ?? "")")
    #expect(check.end == .exited(66), "\(check.text)")
    #expect(hosts.all[0].secrets == ["old-secret"] && hosts.all[1].secrets == ["new-secret"])
  }
}
