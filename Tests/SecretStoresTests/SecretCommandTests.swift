// `setup secret`: for programs only, one line or one credential format, and nothing if the format cannot express the
// secret.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

/// A home with saved accounts.
extension Home {
  static let address = "me@example.org"

  /// Saves an account at imap.example.org and smtp.example.org, whose secret, if any, is in a file.
  func save(
    _ address: String = Home.address, secret octets: [UInt8]? = Array("abcd efgh".utf8), _ change: (inout SavedAccount) -> Void = { _ in }
  ) throws {
    let place: SecretLocation? = octets.map { _ in .keyring(.file, entry: address) }
    if let octets { try keeper().keep(Secret(copying: octets), in: .file, entry: address) }
    func endpoint(_ host: String, _ port: UInt16, _ security: Security) throws -> Endpoint {
      Endpoint(host: try #require(HostName(host)), port: port, security: security)
    }
    var account = SavedAccount(
      name: try #require(AccountName(address)), address: try MailAddress(address), provider: nil,
      imap: try endpoint("imap.example.org", 993, .tls), smtp: try endpoint("smtp.example.org", 587, .startTLS), imapUsername: address,
      smtpUsername: address, secret: place)
    change(&account)
    let environment = environment
    let file = try #require(AccountsFile(environment: Environment(environment)))
    try file.update { $0.append(account) }
  }

  /// Installs the program at the path that helpers are configured with.
  func install() throws { symlink(try ProcessBuilt.setup.get(), "\(path)/bin/setup") }
}

@Suite("setup secret", .waiting) struct SecretCommandTests {
  @Test("one line, exactly the secret, and nothing else", arguments: HostileSecret.octets) func plain(_ octets: [UInt8]) throws {
    let home = try Home()
    try home.save(secret: octets)
    for arguments in [[Home.address], [Home.address, "--for", "plain"], ["--for=plain", "me@EXAMPLE.org"]] {
      let result = try home.setup(["secret"] + arguments)
      #expect(result.output == octets + [10])
      #expect(result.errors == [])
      #expect(result.end == .exited(0))
    }
  }

  @Test("the user's own command is run, without a shell") func command() throws {
    let home = try Home()
    try home.pretend("manager", "printf '%s|%s\\n' \"$1\" \"$2\"")
    try home.save(secret: nil) { $0.secret = .command(["manager", "$(id) x", "`y`"]) }
    let result = try home.setup(["secret", Home.address])
    #expect(result.text == "$(id) x|`y`\n")
    #expect(result.complaint == "")
  }

  @Test(
    "every obstacle has its own status, is explained in both languages, and prints nothing",
    arguments: [
      Row("no account of that name", ["secret", "you@example.org"], 64), Row("no account at all", ["secret"], 64),
      Row("two of them", ["secret", Home.address, "x"], 64), Row("no secret kept", ["secret", "bare@example.org"], 66),
      Row("the file is gone", ["secret", "gone@example.org"], 66), Row("the command fails", ["secret", "fails@example.org"], 66),
      Row("no such dialect", ["secret", Home.address, "--for", "mutt"], 64),
      Row("an option of another dialect", ["secret", Home.address, "--hostname", "imap.example.org"], 64),
      Row("git without an operation", ["secret", "--for", "git"], 64),
      Row("git without one", ["secret", "--for", "git", Home.address], 64),
      Row("neomutt at a foreign server", ["secret", "--for", "neomutt", "--hostname", "imap.evil.example", "--type", "imaps"], 66),
      Row("and with the account", ["secret", "--for", "neomutt", "--hostname", "imap.evil.example", "--type", "imaps", Home.address], 66),
      Row("neomutt for news", ["secret", "--for", "neomutt", "--hostname", "imap.example.org", "--type", "nntps"], 66),
      Row("neomutt with another user", ["secret", "--for", "neomutt", "--hostname", "imap.example.org", "--username", "you"], 66),
    ])
  func refused(_ row: Row) throws {
    let home = try Home()
    try home.save()
    try home.save("bare@example.org", secret: nil)
    try home.save("gone@example.org", secret: nil) { $0.secret = .keyring(.file, entry: "gone") }
    try home.save("fails@example.org", secret: nil) { $0.secret = .command(["false"]) }
    for language in Language.allCases {
      let result = try home.setup(row.arguments + ["--lang", language.rawValue])
      #expect(result.end == .exited(row.status), "\(result.complaint)")
      #expect(result.output == [])
      #expect(result.complaint.hasPrefix(language == .english ? "setup: error: " : "setup：错误："))
      #expect(!result.complaint.contains("abcd"))
    }
  }

  @Test("a terminal does not show it, unless the user asks for that") func terminal() throws {
    let home = try Home()
    try home.save()
    for dialect in CredentialFormat.allCases {
      let operation = dialect == .git ? ["get"] : []
      let call = try ProcessBuilt.call(["secret", "--for", dialect.rawValue, Home.address] + operation, environment: home.environment)
      let refused = try PtySession(call)
      #expect(try refused.finish().end == .exited(64))
      #expect(refused.text.contains("--force"))
      #expect(!refused.text.contains("abcd"))
    }
    let forced = try PtySession(ProcessBuilt.call(["secret", Home.address, "--force"], environment: home.environment))
    #expect(try forced.finish().end == .exited(0))
    #expect(forced.text == "abcd efgh\n")
    // Standard error may be a terminal.
    let file = "\(home.path)/out"
    let redirected = try PtySession(ProcessBuilt.call(["secret", Home.address], environment: home.environment), wiring: .output(file))
    #expect(try redirected.finish().end == .exited(0))
    #expect(redirected.text == "")
    #expect(home.read("out") == "abcd efgh\n")
  }

  @Test("a failed write is not a success") func unwritable() throws {
    let home = try Home()
    try home.save()
    #expect(try home.setup(["secret", Home.address]) { $0.output = .file("/dev/full") }.end == .exited(74))
    #expect(try home.setup(["secret", Home.address]) { $0.output = .closed }.end == .exited(74))
    #expect(try home.setup(["secret", Home.address]) { $0.output = .unread }.end == .exited(74))
  }

  @Test("the secret is in no argv and no environment while a keyring's program runs, and in no message", arguments: ["show", "fail"])
  func processTable(_ way: String) throws {
    let canary = ProcessCanary()
    let home = try Home()
    try home.pretend(
      "manager",
      "printf '%s\\n' \(canary.text); echo \(canary.text) >&2; : > \"$HOME/printed\"; " + (way == "fail" ? "exit 1" : "exec sleep 60"))
    try home.save(secret: nil) { $0.secret = .command(["manager"]) }
    let run = try ProcessBuilt.call(["secret", Home.address], environment: home.environment).start()
    if way == "show" {
      try run.wait("the manager") { home.read("printed") != nil }
      let open = ProcessInspection.open(run.process)
      #expect(open.count >= 4)
      for (name, octets) in open { #expect(canary.found(in: octets) == [], "\(name)") }
      run.signal(SIGINT)
      #expect(try run.finish().end == .signalled(SIGINT))
    } else {
      let result = try run.finish()
      #expect(result.end == .exited(66))
      #expect(result.output == [])
    }
  }
}

extension SecretCommandTests {
  struct Row: Sendable, CustomStringConvertible {
    let description: String
    let arguments: [String]
    let status: Int32

    init(_ description: String, _ arguments: [String], _ status: Int32) {
      (self.description, self.arguments, self.status) = (description, arguments, status)
    }
  }
}

@Suite("--store", .waiting) struct StoreTests {
  /// Runs a call that leaves a mark if its secret is read.
  private func setup(_ home: Home, _ options: [String]) throws -> ProcessResult {
    try home.pretend("note", ": > \"$HOME/asked\"; echo secret")
    return try home.setup(
      ["--email", Home.address, "--imap", "localhost:9", "--smtp", "localhost:9", "--secret-from", "command:note"] + options)
  }

  @Test(
    "an obstacle to storing the secret is reported before the program reads it",
    arguments: [
      (["--save", "x", "--store", "pass"], 66, "pass is not set up yet"),
      (["--save", "x", "--store", "secret-tool"], 66, "Secret Service"),
      (["--save", "x", "--store", "gopass"], 66, "gopass"), (["--save", "x", "--store", "keychain"], 66, "keychain is not available"),
      (["--store", "file"], 64, "--save"), (["--save", "x", "--store", "wallet"], 64, "one of secret-tool"),
    ] as [([String], Int32, String)])
  func early(_ options: [String], _ status: Int32, _ words: String) throws {
    let home = try Home()
    // Only what every system has.
    for program in ["gopass", "security"] { #expect(access("\(home.path)/bin/\(program)", F_OK) != 0) }
    let result = try setup(home, options)
    #expect(result.end == .exited(status), "\(result.complaint)")
    #expect(result.complaint.contains(words), "\(result.complaint)")
    #expect(home.read("asked") == nil)
  }

  @Test("so is a folder of secrets that other users can read") func openFolder() throws {
    let home = try Home()
    try home.keeper().keep(Secret(copying: "x".utf8), in: .file, entry: "x")
    chmod("\(home.path)/.local/share/mail-setup/secrets", 0o755)
    let result = try setup(home, ["--save", "x", "--store", "file"])
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("chmod go="))
    #expect(home.read("asked") == nil)
  }

  @Test("an unverified secret is not stored") func notProved() throws {
    let home = try Home()
    let result = try setup(home, ["--save", "x", "--store", "file", "--timeout", "5"])
    #expect(result.end == .exited(69), "\(result.complaint)")
    #expect(home.read("asked") != nil)
    #expect(home.names(in: ".local") == [])
  }
}
