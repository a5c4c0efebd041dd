// An account is renamed while another run saves it: the renaming waits, and the account keeps a readable secret.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("renamed while it is saved", .waiting) struct RenameRaceTests {
  private let home: Home
  private let hosts: WatchedHosts

  init() throws {
    (home, hosts) = (try Home(), try WatchedHosts(2))
    try home.pretendPass()
    #expect(try home.save("work", at: hosts.all[0], of: hosts, secret: "old-secret", ["--store", "pass"]).end == .exited(0))
  }

  /// Makes pass start `setup accounts ACTION` at the first call with `verb`, and do its own work after a delay.
  private func meanwhile(_ verb: String, _ action: [String]) throws {
    let words = ([try ProcessBuilt.setup.get(), "accounts"] + action).map { "'\($0)'" }.joined(separator: " ")
    try home.pretendPass(
      """
      if [ "$1" = \(verb) ] && [ ! -e "$HOME/once" ]; then
        : > "$HOME/once"
        (\(words) < /dev/null > "$HOME/log" 2>&1; echo "ended $?" >> "$HOME/log") > /dev/null 2>&1 &
        sleep 1
      fi
      """)
  }

  /// Returns the output of the other run after its end.
  private func log() throws -> String {
    for _ in 0..<200 {
      if let text = home.read("log"), text.contains("ended ") { return text }
      usleep(50_000)
    }
    return home.read("log") ?? "nothing"
  }

  @Test(
    "fault-rename-while-saved: by its name or its address, at any point of the change",
    arguments: ["insert", "show"], ["work", Home.address])
  func renamed(_ verb: String, _ word: String) throws {
    try meanwhile(verb, ["rename", word, "fresh"])
    let saved = try home.save("work", at: hosts.all[1], of: hosts, secret: "new-secret")
    #expect(saved.end == .exited(0), "\(saved.complaint)")
    let said = try log()
    #expect(said.contains("ended 0"), "\(said)")
    #expect(try home.accounts.map(\.name.text) == ["fresh"])
    #expect(try home.accounts[0].imap == hosts.all[1].settings.imap)
    #expect(try home.secret(of: "fresh") == "new-secret")
    #expect(try home.setup(["check", "--ca-file", hosts.caFile]).end == .exited(0))
    #expect(!hosts.all[0].secrets.contains("new-secret") && !hosts.all[1].secrets.contains("old-secret"))
  }

  @Test("fault-rename-while-saved: an import meanwhile neither takes the account's name nor loses it") func imported() throws {
    #expect(try home.setup(["accounts", "rename", "work", "old"]).end == .exited(0))
    var other = try home.accounts[0]
    (other.name, other.secret) = (try #require(AccountName("work")), nil)
    other.imapUsername = "another"
    let file = "\(home.path)/other.json"
    try Data(AccountsDocument(accounts: [other]).octets).write(to: URL(fileURLWithPath: file))
    try meanwhile("insert", ["import", file])
    let saved = try home.save("work", at: hosts.all[1], of: hosts, secret: "new-secret", ["--store", "pass"])
    #expect(saved.end == .exited(0), "\(saved.complaint)")
    let said = try log()
    #expect(said.contains("ended 73"), "\(said)")
    #expect(try home.secret(of: "work") == "new-secret")
    #expect(try home.secret(of: "old") == "old-secret")
  }
}
