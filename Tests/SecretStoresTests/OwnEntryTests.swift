// Each account has its own entry in a keyring, and what the user wrote in an entry stays.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("an entry belongs to one account", .waiting) struct OwnEntryTests {
  private let home: Home
  private let hosts: WatchedHosts

  init() throws { (home, hosts) = (try Home(), try WatchedHosts(3)) }

  /// Prepares the keyring: the real file, stubs for the other ones.
  private func ready(_ keyring: Keyring) throws {
    switch keyring {
    case .pass: try home.pretendPass()
    case .secretService: try home.pretendSecretTool()
    case .file, .gopass, .keychain: break
    }
  }

  @Test(
    "fault-one-entry-for-two-accounts: accounts with one address have a secret each, whatever their names are",
    arguments: [Keyring.file, .pass, .secretService],
    [["old", "new", "third"], ["a b", "../up", "x/y"], ["公司", "--", "2"].map { $0 == "--" ? "#2" : $0 }])
  func separate(_ keyring: Keyring, _ names: [String]) throws {
    try ready(keyring)
    for (number, name) in names.enumerated() {
      let saved = try home.save(name, at: hosts.all[number], of: hosts, secret: "secret-\(number)", ["--store", keyring.rawValue])
      #expect(saved.end == .exited(0), "\(saved.complaint)")
    }
    let places = try home.accounts.map(\.secret)
    #expect(places.first == .keyring(keyring, entry: Home.address))
    for (one, place) in places.enumerated() {
      for other in places[(one + 1)...] { #expect(place?.isSameEntry(as: other) == false, "\(places)") }
    }
    for (number, name) in names.enumerated() { #expect(try home.secret(of: name) == "secret-\(number)") }
    #expect(try home.setup(["check", "--ca-file", hosts.caFile]).end == .exited(0))
    for (number, host) in hosts.all.enumerated() { #expect(host.secrets == ["secret-\(number)"]) }
    // An account's removal takes only its own entry.
    #expect(try home.setup(["accounts", "remove", names[1], "--yes"]).end == .exited(0))
    #expect(try home.secret(of: names[0]) == "secret-0")
    #expect(try home.secret(of: names[2]) == "secret-2")
  }

  @Test("an entry keeps its name if its account is renamed, and no other account gets that name") func renamed() throws {
    try home.pretendPass()
    for (number, name) in ["a", "b"].enumerated() {
      #expect(try home.save(name, at: hosts.all[number], of: hosts, secret: "secret-\(name)", ["--store", "pass"]).end == .exited(0))
    }
    #expect(try home.setup(["accounts", "rename", "b", "c"]).end == .exited(0))
    #expect(try home.save("b", at: hosts.all[2], of: hosts, secret: "secret-d", ["--store", "pass"]).end == .exited(0))
    let entries = ["\(Home.address)", "\(Home.address)#b", "\(Home.address)#2"]
    #expect(try home.accounts.map(\.secret) == entries.map { .keyring(.pass, entry: $0) })
    for (name, secret) in [("a", "secret-a"), ("c", "secret-b"), ("b", "secret-d")] { #expect(try home.secret(of: name) == secret) }
  }

  // Entries that the user wrote.

  /// Typical entries of users.
  static let entries = [
    "abcdefgh\nurl: https://own.example\notpauth://totp/x?secret=ABC\nrecovery codes: 1111 2222\n",
    "abcdefgh\r\nlogin: me\r\n\r\n", "abcdefgh\n\n\n", "abcdefgh\n\u{0}binary\u{1}\u{7f}é without an end", "abcdefgh",
    "abcdefgh\n" + String(repeating: "note \n", count: 5_000),
  ]

  @Test(
    "fault-store-overwrites-a-persons-entry: with the same secret no command changes an octet",
    arguments: [Keyring.pass, .file, .secretService], entries)
  func untouched(_ keyring: Keyring, _ content: String) throws {
    // secret-tool itself loses what follows a NUL, and what is too long.
    if keyring == .secretService, content.contains("\u{0}") || content.utf8.count > 8_000 { return }
    try ready(keyring)
    try home.put(content, keyring)
    let saved = try home.save("a", at: hosts.all[0], of: hosts, secret: "abcdefgh", ["--store", keyring.rawValue])
    #expect(saved.end == .exited(0), "\(saved.complaint)")
    #expect(saved.complaint.contains("already has this password"), "\(saved.complaint)")
    #expect(try home.secret(of: "a") == "abcdefgh")
    for call in [
      ["check", "--ca-file", hosts.caFile], ["accounts", "rename", "a", "b"], ["accounts", "edit", "b", "--ca-file", hosts.caFile],
      ["accounts", "edit", "b", "--ca-file", hosts.caFile, "--store", keyring.rawValue], ["accounts", "pause", "b"],
      ["accounts", "remove", "b", "--yes"],
    ] {
      let result = try home.setup(call)
      #expect(result.end == .exited(0), "\(call) \(result.complaint)")
      #expect(try home.found(keyring) == Array(content.utf8), "\(call)")
    }
    #expect(try home.accounts == [])
  }

  @Test(
    "without a terminal another secret is refused, with the reason, and nothing is saved",
    arguments: [Keyring.pass, .file, .secretService], ["other\nurl: x\n", "other\n", "other"])
  func refused(_ keyring: Keyring, _ content: String) throws {
    try ready(keyring)
    try home.put(content, keyring)
    for options in [[], ["--yes"], ["--quiet"]] {
      let saved = try home.save("a", at: hosts.all[0], of: hosts, secret: "abcdefgh", ["--store", keyring.rawValue] + options)
      #expect(saved.end == .exited(73), "\(saved.complaint)")
      #expect(saved.complaint.contains("which is not replaced without asking"), "\(saved.complaint)")
      #expect(try home.found(keyring) == Array(content.utf8))
      #expect(try home.accounts == [])
    }
  }

  @Test(
    "notes added to an entry of setup's stay: a new secret is refused, and the account is removed without the entry",
    arguments: [Keyring.pass, .file, .secretService])
  func notes(_ keyring: Keyring) throws {
    try ready(keyring)
    #expect(try home.save("a", at: hosts.all[0], of: hosts, secret: "abcdefgh", ["--store", keyring.rawValue]).end == .exited(0))
    try home.put("abcdefgh\nnotes\n", keyring)
    let registry = home.read(".config/mail-setup/accounts.json")
    let saved = try home.save("a", at: hosts.all[0], of: hosts, secret: "new-secret")
    #expect(saved.end == .exited(73), "\(saved.complaint)")
    #expect(try home.found(keyring) == Array("abcdefgh\nnotes\n".utf8))
    #expect(home.read(".config/mail-setup/accounts.json") == registry)
    let removed = try home.setup(["accounts", "remove", "a", "--yes"])
    #expect(removed.end == .exited(0))
    #expect(removed.complaint.contains("which has other lines as well"), "\(removed.complaint)")
    #expect(try home.found(keyring) == Array("abcdefgh\nnotes\n".utf8))
  }

  @Test(
    "at a terminal the user is asked: yes changes only the first line, no stores the secret in another entry",
    arguments: ["y", "n"], ["other\nurl: x\notpauth://y\n", "other\r\nnotes", "other\n"])
  func asked(_ answer: String, _ content: String) throws {
    try home.pretendPass()
    try home.put(content, .pass)
    try home.pretend("printed", "echo abcdefgh")
    let session = try PtySession(
      ProcessBuilt.call(
        ["--email", Home.address, "--secret-from", "prompt", "--ca-file", hosts.caFile, "--save", "a", "--store", "pass"]
          + hosts.all[0].arguments, environment: home.environment))
    try session.answer("(hidden", "abcdefgh")
    // The review, because the call names servers and an authority.
    try session.answer("Number [1]", "")
    try session.answer("Replace its first line", answer)
    try session.wait(for: "Saved as a.")
    #expect(try session.finish().end == .exited(0), "\(session.text)")
    #expect(try home.secret(of: "a") == "abcdefgh")
    let wanted = answer == "y" ? content.replacing("other", with: "abcdefgh") : content
    #expect(try home.found(.pass) == Array(wanted.utf8))
    #expect(try home.accounts[0].secret == .keyring(.pass, entry: answer == "y" ? Home.address : "\(Home.address)#a"))
    #expect(try home.accounts[0].entryMarks.isFound == (answer == "y"))
  }

  @Test(
    "an undo restores every octet, whatever the entry contains",
    arguments: [Keyring.pass, .secretService, .file], ["old\nnotes\n", "old\n\u{1}\u{7f}\u{80}é\r\n\n", "old", ""])
  func undone(_ keyring: Keyring, _ content: String) throws {
    try ready(keyring)
    if !content.isEmpty { try home.put(content, keyring) }
    let keeper = home.keeper()
    let seen = try keeper.look(at: keyring, entry: Home.address)
    let kept = try keeper.keep(Secret(copying: "new".utf8), in: keyring, entry: Home.address, over: seen)
    #expect(try keeper.read(keyring, entry: Home.address).octets == Array("new".utf8))
    let rest = Array(content.utf8.dropFirst(3))
    #expect(try home.found(keyring).suffix(rest.count) == rest[...])
    #expect(kept.undo())
    #expect(try home.found(keyring) == Array(content.utf8))
    #expect(try (keeper.look(at: keyring, entry: Home.address) == nil) == content.isEmpty)
    // If the entry has changed since it was read, the change is detected.
    try home.put("changed\n", keyring)
    #expect(throws: StoringError(reason: .changed(keyring, entry: keyring.spelled(Home.address)), isRestored: true)) {
      try keeper.keep(Secret(copying: "new".utf8), in: keyring, entry: Home.address, over: seen)
    }
    #expect(try home.found(keyring) == Array("changed\n".utf8))
  }

  @Test(
    "an entry that is too long to be read completely is used and never shortened", arguments: [Keyring.pass, .file],
    [65_536, 70_000, 1_000_000])
  func long(_ keyring: Keyring, _ count: Int) throws {
    try ready(keyring)
    let content = "abcdefgh\n" + String(repeating: "n", count: count)
    try home.put(content, keyring)
    let seen = try home.keeper().look(at: keyring, entry: Home.address)
    #expect(throws: StoringError(reason: .unalterable(keyring, entry: keyring.spelled(Home.address)), isRestored: true)) {
      try home.keeper().keep(Secret(copying: "new".utf8), in: keyring, entry: Home.address, over: seen)
    }
    #expect(throws: SecretStoreError.unalterable(keyring, entry: keyring.spelled(Home.address))) {
      try home.keeper().forget(keyring, entry: Home.address, stamp: nil)
    }
    #expect(try home.save("a", at: hosts.all[0], of: hosts, secret: "abcdefgh", ["--store", keyring.rawValue]).end == .exited(0))
    #expect(try home.secret(of: "a") == "abcdefgh")
    #expect(try home.found(keyring) == Array(content.utf8))
  }

  @Test("what secret-tool would mistake for setup's, or could not write back, is left alone") func strangers() throws {
    try home.pretendSecretTool()
    func store(_ value: String, _ more: [String] = []) throws {
      let attributes = ["service", "mailsetup", "account", Home.address] + more
      try home.run("env", ["secret-tool", "store", "--label=x", "--"] + attributes, input: .text(value))
    }
    try store("abcdefgh\nnotes\n", ["tool", "another"])
    let save = { [home, hosts] in
      try home.save("a", at: hosts.all[0], of: hosts, secret: "new-secret", ["--store", "secret-tool"])
    }
    #expect(try save().end == .exited(73))
    #expect(try home.found(.secretService) == Array("abcdefgh\nnotes\n".utf8))
    // With the same secret the entry is used, and stays when the account is removed.
    #expect(try home.save("a", at: hosts.all[0], of: hosts, secret: "abcdefgh", ["--store", "secret-tool"]).end == .exited(0))
    #expect(try home.setup(["accounts", "remove", "a", "--yes"]).end == .exited(0))
    #expect(try home.found(.secretService) == Array("abcdefgh\nnotes\n".utf8))
  }
}
