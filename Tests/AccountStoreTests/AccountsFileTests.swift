// The file of saved accounts: everything is read back as written, and nothing invalid is written.

import AccountStore
import Foundation
import Platform
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("The accounts file", .waiting) struct AccountsFileTests {
  private let home: Home

  init() throws { home = try Home() }

  private static func every() throws -> [SavedAccount] {
    var paused = try SavedAccount.sample("公司 邮箱", address: "\"a b\"@example.org", secret: .command(["pass", "show", "a \"b\" \\ $x"]))
    paused.isPaused = true
    paused.provider = "yandex"
    (paused.imapUsername, paused.smtpUsername) = ("DOM\\anna", "密码 user")
    return [
      try .sample("anna@example.org"), paused,
      try .sample("refused", secret: .keyring(.pass, entry: "mail/x")).checked(.refused, .wrongPassword, isRisky: true),
      try .sample("fine", secret: .keyring(.secretService, entry: "ü")).checked(.verified),
    ]
  }

  @Test("saved accounts are read back, every part of them") func roundTrip() throws {
    let accounts = try Self.every()
    try home.save(accounts)
    #expect(try home.registry.read() == accounts)
    // Equal accounts are equal files.
    let first = home.octets
    try home.save([])
    try home.save(accounts)
    #expect(home.octets == first)
  }

  @Test("without a file there are no accounts, and reading creates none") func empty() throws {
    #expect(try home.registry.read() == [])
    #expect(!FileManager.default.fileExists(atPath: home.folder))
  }

  @Test("no other user can read the file or the folder, whatever the umask", arguments: [0o000, 0o077] as [mode_t])
  func modes(_ mask: mode_t) async throws {
    let path = home.path
    await #expect(processExitsWith: .success) { [mask, path = path as String] in
      umask(mask)
      guard let registry = AccountsFile(environment: Environment(["HOME": path])), let account = try? SavedAccount.sample("a"),
        (try? registry.update({ $0.append(account) })) != nil
      else { exit(2) }
      exit(EXIT_SUCCESS)
    }
    for folder in ["/.config", "/.config/mail-setup"] { #expect(ProcessFolder.mode(path + folder) == 0o700) }
    for file in ["accounts.json", "accounts.lock"] { #expect(ProcessFolder.mode("\(path)/.config/mail-setup/\(file)") == 0o600) }
  }

  @Test("an existing folder keeps its mode") func folderKeepsMode() throws {
    try FileManager.default.createDirectory(atPath: home.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    chmod(home.folder, 0o755)
    try home.save([try .sample("a")])
    #expect(ProcessFolder.mode(home.folder) == 0o755)
    #expect(ProcessFolder.mode(home.file) == 0o600)
  }

  @Test("a file that other users could change is refused, and stays unchanged", arguments: [0o620, 0o602, 0o666] as [mode_t])
  func openFile(_ mode: mode_t) throws {
    try home.save([try .sample("a")])
    let before = home.octets
    chmod(home.file, mode)
    #expect(throws: AccountStoreError.open(home.file)) { try home.registry.read() }
    #expect(throws: AccountStoreError.open(home.file)) { try home.registry.update { $0 = [] } }
    #expect(home.octets == before)
  }

  @Test("so is a folder in which other users could replace it (file-symlink-parent)", arguments: [0o770, 0o707, 0o777] as [mode_t])
  func openFolder(_ mode: mode_t) throws {
    try home.save([try .sample("a")])
    chmod(home.folder, mode)
    #expect(throws: AccountStoreError.open(home.folder)) { try home.registry.read() }
    #expect(throws: AccountStoreError.open(home.folder)) { try home.registry.update { $0 = [] } }
  }

  @Test("a newer format is not touched", arguments: ["3", "0", "99999999"]) func newer(_ schema: String) throws {
    let text = "{\"schema\": \(schema), \"accounts\": {\"anything\": true}}"
    try home.write(text)
    #expect(throws: AccountStoreError.newer(home.file)) { try home.registry.read() }
    #expect(throws: AccountStoreError.newer(home.file)) { try home.registry.update { $0 = [] } }
    #expect(home.octets == Array(text.utf8))
  }

  @Test("unknown keys are kept and written back, at every place") func unknownKeys() throws {
    var account = try SavedAccount.sample("a", secret: .keyring(.pass, entry: "mail/x")).checked(.verified)
    account.authorityFile = "/etc/firm/ca.pem"
    try home.save([account])
    let strange = #""color" : {"a" : [1, 2.5, "x", null, true, 9007199254740993]}"#
    let text = String(decoding: try #require(home.octets), as: UTF8.self)
    let marked = text.replacingOccurrences(of: "{", with: "{ \(strange),")
    try home.write(marked)
    let read = try #require(try home.registry.read().first)
    #expect(read.unknownKeys.places == ["color", "imap.color", "smtp.color", "secret.color", "lastCheck.color"])
    // An update without a change writes nothing.
    #expect(throws: Never.self) { try home.registry.update { _ in } }
    #expect(home.octets == Array(marked.utf8))
    try home.registry.update { $0[0].isPaused = true }
    let kept = try ProcessJSON(try #require(home.octets))
    let strangeValue = try ProcessJSON(Array("{\(strange)}".utf8))["color"]
    let first = kept["accounts"][0]
    let places = [kept, first, first["imap"], first["smtp"], first["secret"], first["lastCheck"]]
    for place in places { #expect(place["color"] == strangeValue) }
    // Digits that a Double cannot represent are kept too.
    #expect(String(decoding: try #require(home.octets), as: UTF8.self).components(separatedBy: "9007199254740993").count == 7)
    #expect(first["authorityFile"].text == "/etc/firm/ca.pem")
    // Unknown members of a part are removed with it.
    try home.registry.update { $0[0].secret = nil }
    #expect(try home.registry.read().first?.unknownKeys.places == ["color", "imap.color", "smtp.color", "lastCheck.color"])
  }

  @Test("the format of 0.1.0 is read, and written as the new one") func formerSchema() throws {
    let account = try SavedAccount.sample("a")
    try home.save([account])
    let text = String(decoding: try #require(home.octets), as: UTF8.self)
    try home.write(text.replacingOccurrences(of: "\"schema\" : 2", with: "\"schema\" : 1"))
    #expect(try home.registry.read() == [account])
    try home.registry.update { $0[0].isPaused = true }
    #expect(String(decoding: try #require(home.octets), as: UTF8.self).contains("\"schema\" : 2"))
  }

  @Test("what could not be read again is not written") func cannotHold() throws {
    let account = try SavedAccount.sample("a")
    try home.save([account])
    let before = home.octets
    var hidden = account
    hidden.imapUsername = "anna\u{202e}"
    #expect(throws: AccountStoreError.cannotHold(home.file)) { try home.registry.update { $0 = [hidden] } }
    #expect(throws: AccountStoreError.cannotHold(home.file)) { try home.registry.update { $0 = [account, account] } }
    let many = try (0...AccountsDocument.most).map { try SavedAccount.sample("account \($0)") }
    #expect(throws: AccountStoreError.cannotHold(home.file)) { try home.registry.update { $0 = many } }
    #expect(home.octets == before)
    #expect(throws: Never.self) { try home.registry.update { $0 = many.dropLast() } }
  }

  @Test("a link to a file is followed, and remains a link") func link() throws {
    try home.save([try .sample("a")])
    let elsewhere = home.path + "/dotfiles"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try FileManager.default.moveItem(atPath: home.file, toPath: elsewhere + "/accounts.json")
    try FileManager.default.createSymbolicLink(atPath: home.file, withDestinationPath: "../dotfiles/accounts.json")
    let both = [try SavedAccount.sample("a"), try .sample("b")]
    try home.save(both)
    #expect(try home.registry.read() == both)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: home.file) == "../dotfiles/accounts.json")
    // The target's folder must be as safe as the program's own.
    chmod(elsewhere, 0o777)
    #expect(throws: AccountStoreError.open(elsewhere)) { try home.registry.read() }
  }

  @Test("a dangling link is never written through") func brokenLink() throws {
    try FileManager.default.createDirectory(atPath: home.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try FileManager.default.createSymbolicLink(atPath: home.file, withDestinationPath: "/nonexistent/accounts.json")
    #expect(throws: AccountStoreError.unreadable(home.file, SystemError(ENOENT))) { try home.save([try .sample("a")]) }
  }

  @Test("a folder or a pipe in place of the file is refused immediately") func special() throws {
    try home.save([])
    try FileManager.default.createDirectory(atPath: home.file, withIntermediateDirectories: false)
    #expect(throws: AccountStoreError.special(home.file)) { try home.registry.read() }
    try FileManager.default.removeItem(atPath: home.file)
    #expect(mkfifo(home.file, 0o600) == 0)
    #expect(throws: AccountStoreError.special(home.file)) { try home.registry.update { $0 = [] } }
  }

  @Test("a file above the limit is not read") func tooBig() throws {
    try home.write(String(repeating: " ", count: AccountsDocument.limit + 1))
    #expect(throws: AccountStoreError.tooBig(home.file)) { try home.registry.read() }
  }

  @Test("without a home there are no accounts", arguments: [[:], ["HOME": "relative"], ["HOME": "", "XDG_CONFIG_HOME": "x"]])
  func homeless(_ environment: [String: String]) { #expect(AccountsFile(environment: Environment(environment)) == nil) }

  @Test("a second writer waits, and gives up after some seconds") func locked() throws {
    try home.save([try .sample("a")])
    let lock = open(home.folder + "/accounts.lock", O_RDWR)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let started = Deadline.now
    #expect(throws: AccountStoreError.busy(home.folder + "/accounts.lock")) { try home.registry.update { $0 = [] } }
    let seconds = Deadline.now.milliseconds(since: started) / 1_000
    #expect((4...20).contains(seconds), "\(seconds)")
    // Reading needs no lock, because the file is always complete.
    #expect(try home.registry.read().count == 1)
    close(lock)
    #expect(throws: Never.self) { try home.registry.update { $0 = [] } }
  }
}
