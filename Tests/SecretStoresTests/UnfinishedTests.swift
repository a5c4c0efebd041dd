// Saves and removals that fail or are killed halfway: afterwards the account is unchanged, or the leftover is reported.

import AccountStore
import Foundation
import Platform
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("unfinished changes", .waiting) struct UnfinishedTests {
  private let home: Home
  private let hosts: WatchedHosts

  init() throws {
    (home, hosts) = (try Home(), try WatchedHosts(2))
    try home.pretendPass()
  }

  private var secrets: String { "\(home.path)/.local/share/mail-setup/secrets" }

  private func save(_ name: String, _ secret: String, _ keyring: Keyring, at host: Int = 0) throws -> ProcessResult {
    try home.save(name, at: hosts.all[host], of: hosts, secret: secret, ["--store", keyring.rawValue])
  }

  @Test(
    "fault-failed-save-unusable: a keyring that fails without a change leaves the account unchanged",
    arguments: [
      "insert) echo no >&2; exit 1;;", "insert) cat > /dev/null; exit 0;;", "insert) kill -9 $$;;", "insert) cat > /dev/null; exit 2;;",
      "insert) read -r line; case $line in new*) echo spoilt > \"$file\"; exit 1;; *) echo \"$line\" > \"$file\"; exit 0;; esac;;",
      "insert) work insert; : > \"$HOME/written\"; exit 0;; show) [ ! -e \"$HOME/written\" ] || { rm \"$HOME/written\"; exit 2; };;",
    ])
  func failed(_ branch: String) throws {
    #expect(try save("work", "old-secret", .pass).end == .exited(0))
    try home.pretendPass("case $1 in \(branch) esac")
    let result = try save("work", "new-secret", .pass, at: 1)
    #expect(result.end != .exited(0) && !result.complaint.contains("and read back"), "\(result.complaint)")
    try home.pretendPass()
    #expect(try home.secret(of: "work") == "old-secret", "\(result.complaint)")
    #expect(try home.setup(["check", "--ca-file", hosts.caFile]).end == .exited(0))
    #expect(!hosts.all[1].secrets.contains("old-secret"))
  }

  @Test(
    "fault-failed-save-unusable: if the entry could not be read back, the next run detects that the old one was restored",
    arguments: ["exit 2", "kill -9 $$", "echo other"])
  func unreadable(_ reply: String) throws {
    #expect(try save("work", "old-secret", .pass).end == .exited(0))
    try home.pretendPass(
      "case $1 in insert) work insert; : > \"$HOME/written\"; exit 0;; show) [ ! -e \"$HOME/written\" ] || { \(reply); exit 1; };; esac")
    let result = try save("work", "new-secret", .pass, at: 1)
    #expect(result.end != .exited(0) && result.complaint.contains("It is not known what the entry contains now"), "\(result.complaint)")
    try home.pretendPass()
    #expect(try home.secret(of: "work") == "old-secret")
    #expect(try home.setup(["check", "--ca-file", hosts.caFile]).end == .exited(0))
    #expect(!hosts.all[1].secrets.contains("old-secret") && !hosts.all[0].secrets.contains("new-secret"))
  }

  @Test("fault-failed-save-unusable: a folder of secrets that cannot be written")
  func readOnly() throws {
    #expect(try save("work", "old-secret", .file).end == .exited(0))
    // Root may write everywhere, so a folder takes the place of the new file's target.
    let file = "\(secrets)/\(Home.address)"
    rename(file, "\(home.path)/aside")
    mkdir(file, 0o700)
    #expect(try save("work", "new-secret", .file, at: 1).end != .exited(0))
    rmdir(file)
    rename("\(home.path)/aside", file)
    #expect(try home.secret(of: "work") == "old-secret")
  }

  @Test(
    "fault-failed-save-unusable: stopped by a signal during the keyring's work", arguments: [SIGINT, SIGTERM, SIGHUP], ["before", "after"])
  func stopped(_ signal: Int32, _ moment: String) throws {
    #expect(try save("work", "old-secret", .pass).end == .exited(0))
    let stop = "kill -\(signal) $PPID; sleep 5"
    try home.pretendPass(
      "case $1 in insert) [ -e \"$HOME/once\" ] || { : > \"$HOME/once\"; \(moment == "after" ? "work insert; " : "")\(stop); exit 0; };; esac"
    )
    let result = try save("work", "new-secret", .pass, at: 1)
    #expect(result.end == .signalled(signal), "\(result.complaint)")
    try home.pretendPass()
    #expect(try home.secret(of: "work") == "old-secret", "\(result.complaint)")
    #expect(!hosts.all[1].secrets.contains("old-secret"))
  }

  @Test("fault-failed-save-unusable: killed before the keyring was changed, the next run detects that", arguments: [Keyring.pass, .file])
  func killedBefore(_ keyring: Keyring) throws {
    #expect(try save("work", "old-secret", keyring).end == .exited(0))
    let file = keyring == .pass ? "\(home.path)/.password-store/mail/\(Home.address).gpg" : "\(secrets)/\(Home.address)"
    var status = stat()
    #expect(stat(file, &status) == 0)
    let before = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    let text = try #require(home.read(".config/mail-setup/accounts.json"))
    let marked = text.replacingOccurrences(
      of: "\"keyring\" : \"\(keyring.rawValue)\"",
      with: "\"before\" : \"\(before)\", \"keyring\" : \"\(keyring.rawValue)\", \"unsettled\" : true")
    try home.write(registry: marked)
    #expect(try home.secret(of: "work") == "old-secret")
    #expect(try home.accounts[0].entryMarks.isUnsettled == false)
    // An entry that was written since is not used: it is unknown whose secret it contains.
    try home.write(registry: marked)
    try "new-secret\n".write(toFile: file, atomically: false, encoding: .utf8)
    #expect(try home.secret(of: "work") == nil)
  }

  @Test("fault-killed-between-keyring-and-registry: the next run completes a removal that was killed", arguments: [Keyring.pass, .file])
  func killedRemoval(_ keyring: Keyring) throws {
    #expect(try save("work", "old-secret", keyring).end == .exited(0))
    let account = try #require(try home.accounts.first)
    let stamp = try #require(account.entryMarks.stamp)
    let store = try #require(account.entryMarks.store)
    let note =
      "{\"keyring\":\"\(keyring.rawValue)\",\"entry\":\"\(Home.address)\",\"purpose\":\"remove\",\"store\":\"\(store)\",\"stamp\":\"\(stamp)\"}"
    try home.write(registry: "{\"schema\":2,\"accounts\":[],\"pending\":[\(note)]}")
    let next = try home.setup(["accounts"])
    #expect(next.end == .exited(0) && next.complaint.contains("It is deleted now."), "\(next.complaint)")
    #expect(try home.found(keyring) == [])
    #expect(home.read(".config/mail-setup/accounts.json")?.contains("pending") == false)
    // An entry that the user has written since stays, and is reported.
    try home.put("mine\n", keyring)
    try home.write(registry: "{\"schema\":2,\"accounts\":[],\"pending\":[\(note)]}")
    #expect(try home.setup(["check"]).complaint.contains("Delete it yourself if you do not need it."))
    #expect(try home.found(keyring) == Array("mine\n".utf8))
    #expect(try home.setup(["check"]).errors == [])
  }

  @Test(
    "fault-killed-between-keyring-and-registry: remove killed during the keyring's work", arguments: ["before", "after"])
  func removeKilled(_ moment: String) throws {
    #expect(try save("work", "old-secret", .pass).end == .exited(0))
    let kill = "case $1 in rm) \(moment == "after" ? "work rm; " : "")kill -9 $PPID; exit 1;; esac"
    try home.pretendPass(kill)
    #expect(try home.setup(["accounts", "remove", "work", "--yes"]).end == .signalled(SIGKILL))
    try home.pretendPass()
    _ = try home.setup(["accounts"])
    #expect(try home.found(.pass) == [])
    #expect(try save("work", "another-secret", .pass).end == .exited(0))
    #expect(try home.secret(of: "work") == "another-secret")
    #expect(try home.accounts[0].secret == .keyring(.pass, entry: Home.address))
  }

  @Test("fault-killed-between-keyring-and-registry: an entry that a killed save created is reported, and the next save uses it")
  func saveKilled() throws {
    try home.pretendPass("case $1 in insert) work insert; kill -9 $PPID; exit 0;; esac")
    #expect(try save("work", "the-secret", .pass).end == .signalled(SIGKILL))
    try home.pretendPass()
    #expect(try home.accounts == [])
    let next = try home.setup(["accounts"])
    #expect(next.complaint.contains("pass has an entry mail/\(Home.address) that no account uses"), "\(next.complaint)")
    #expect(try home.setup(["accounts"]).errors == [])
    #expect(try save("work", "the-secret", .pass).end == .exited(0))
    #expect(try home.accounts[0].entryMarks.isFound == false)
    #expect(try home.setup(["accounts", "remove", "work", "--yes"]).end == .exited(0))
    #expect(try home.found(.pass) == [])
  }

  @Test("fault-killed-between-keyring-and-registry: after a complete change nothing is pending", arguments: [Keyring.pass, .file])
  func clean(_ keyring: Keyring) throws {
    #expect(try save("work", "one", keyring).end == .exited(0))
    #expect(try save("work", "two", keyring, at: 1).end == .exited(0))
    #expect(try save("work", "two", keyring == .pass ? .file : .pass, at: 1).end == .exited(0))
    #expect(try home.setup(["accounts", "remove", "work", "--yes"]).end == .exited(0))
    #expect(home.read(".config/mail-setup/accounts.json")?.contains("pending") == false)
    #expect(try home.found(keyring) == [])
  }

  @Test(
    "fault-replaced-entry-removed: an entry that the user has written in place of setup's stays when the account is removed",
    arguments: [Keyring.pass, .file], ["mine\n", "mine", "the-secret\n"])
  func replaced(_ keyring: Keyring, _ content: String) throws {
    #expect(try save("work", "the-secret", keyring).end == .exited(0))
    try home.put(content, keyring)
    let result = try home.setup(["accounts", "remove", "work", "--yes"])
    #expect(result.end == .exited(0) && result.complaint.contains("it was changed after setup saved it"), "\(result.complaint)")
    #expect(try home.found(keyring) == Array(content.utf8))
    #expect(try home.accounts == [])
  }

  @Test("fault-replaced-entry-removed: a save without confirmation does not overwrite it either", arguments: [Keyring.pass, .file])
  func notOverwritten(_ keyring: Keyring) throws {
    #expect(try save("work", "the-secret", keyring).end == .exited(0))
    try home.put("mine\n", keyring)
    #expect(try save("work", "new-secret", keyring).end == .exited(73))
    #expect(try home.found(keyring) == Array("mine\n".utf8))
  }

  @Test(
    "fault-file-size-limit-kills: an accounts file that must not grow ends the save with 73, and the keyring is restored",
    arguments: [Keyring.pass, .file])
  func sizeLimit(_ keyring: Keyring) throws {
    for name in ["a", "b", "c"] {
      #expect(
        try home.save(name, at: hosts.all[0], of: hosts, secret: "s", address: "\(name)@example.org", ["--store", "file"]).end == .exited(0)
      )
    }
    let program = try ProcessBuilt.setup.get()
    let words =
      ["--email", Home.address, "--secret-from", "stdin", "--ca-file", hosts.caFile, "--save", "work", "--store", keyring.rawValue]
      + hosts.all[0].arguments
    let call = try ProcessBuilt.call(words, environment: home.environment)
    let result = try ProcessCall(
      "/bin/sh", ["-c", "ulimit -f 2; exec \"$0\" \"$@\"", program] + words, environment: call.environment
    ).with { $0.input = .text("the-secret\n") }.run()
    #expect(result.end == .exited(73), "\(result.complaint)")
    #expect(result.complaint.contains("File too large"), "\(result.complaint)")
    #expect(try home.found(keyring) == [])
    #expect(try home.accounts.count == 3)
  }
}
