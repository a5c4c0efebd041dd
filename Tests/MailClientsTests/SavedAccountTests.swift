// `setup export CLIENT ACCOUNT`: the configuration contains what is known about the saved account.

import AccountStore
import Foundation
import MailClients
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("setup export of a saved account", .waiting)
struct SavedAccountTests {
  private static func account(_ name: String, _ secret: SecretLocation?, address: String = "anna@163.com", provider: String? = "163") throws
    -> SavedAccount
  {
    func endpoint(_ host: String, _ port: UInt16) throws -> Endpoint {
      Endpoint(host: try #require(HostName(host)), port: port, security: .tls)
    }
    return SavedAccount(
      name: try #require(AccountName(name)), address: try MailAddress(address), provider: provider,
      imap: try endpoint("imap.own.example", 1993),
      smtp: try endpoint("smtp.own.example", 1465), imapUsername: "anna.i", smtpUsername: "anna.s", secret: secret)
  }

  private static func home(_ accounts: SavedAccount...) throws -> Home {
    let home = try Home()
    let places = ["HOME": home.path]
    let file = try #require(AccountsFile(environment: Environment(places)))
    try file.update { $0 = accounts }
    return home
  }

  @Test("its servers and user names are used, and its provider's demands are known")
  func settings() throws {
    let home = try Self.home(Self.account("work", .keyring(.file, entry: "anna@163.com")))
    for word in ["work", "anna@163.com"] {
      let result = try home.export(["json", word])
      #expect(result.end == .exited(0), "\(result.complaint)")
      #expect(result.text.contains("\"host\": \"imap.own.example\", \"port\": 1993, \"security\": \"tls\", \"username\": \"anna.i\""))
      #expect(result.text.contains("\"host\": \"smtp.own.example\", \"port\": 1465, \"security\": \"tls\", \"username\": \"anna.s\""))
      #expect(result.text.contains("\"id\": [\"after-login\"]"))
    }
    #expect(try home.export(["mbsync", "work"]).end == .exited(78))
  }

  @Test("a secret in a keyring is fetched by this very program, under its name in PATH only where that is this file")
  func keyring() throws {
    let home = try Self.home(Self.account("work", .keyring(.file, entry: "anna@163.com")))
    let own = try ProcessBuilt.setup.get()
    #expect(try home.export(["json", "work"]).text.contains("\"secretCommand\": [\"\(own)\", \"secret\", \"work\"]"))
    let folder = try ProcessFolder()
    let places = ["PATH": "\(folder.path):/usr/bin:/bin"]
    _ = try folder.script("exit 0", named: "setup")
    #expect(try home.export(["json", "work"], environment: places).text.contains("[\"\(own)\", \"secret\", \"work\"]"))
    #expect(unlink("\(folder.path)/setup") == 0)
    #expect(symlink(own, "\(folder.path)/setup") == 0)
    let result = try home.export(["json", "work"], environment: places)
    #expect(result.text.contains("[\"setup\", \"secret\", \"work\"]"))
    #expect(result.complaint.contains("Password command: setup secret work"))
  }

  @Test("its own command is used; one of the call goes before it; without either that is said")
  func commands() throws {
    let home = try Self.home(
      Self.account("own", .command(["get secret", "it's", "a  b"])), Self.account("none", nil, address: "bob@163.com"))
    #expect(try home.export(["env", "own"]).text.contains("MAIL_SECRET_COMMAND=''\"'\"'get secret'\"'\"' "))
    #expect(try home.export(["json", "own"]).text.contains("[\"get secret\", \"it's\", \"a  b\"]"))
    #expect(try home.export(["json", "own", "--secret-command", "pass show y"]).text.contains("[\"pass\", \"show\", \"y\"]"))
    let none = try home.export(["json", "none"])
    #expect(none.text.contains("[\"SECRET-COMMAND-NOT-SET\"]"))
    #expect(none.complaint.contains("No password is saved for this account."))
  }

  @Test(
    "fault-export-invents-pass-show: where nobody knows the secret a placeholder stands, in every client, and that is said",
    arguments: MailClient.allCases.filter(\.runsSecretCommand), [["none"], ["--email", "carl@gmail.com"], ["dora@gmail.com"]])
  func unknownSecret(_ client: MailClient, _ account: [String]) throws {
    let home = try Self.home(
      Self.account("none", nil, address: "bob@gmail.com", provider: "gmail"),
      Self.account("other", .keyring(.pass, entry: "bob@gmail.com"), address: "else@gmail.com", provider: "gmail"))
    let result = try home.export([client.rawValue] + account)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains("SECRET-COMMAND-NOT-SET"), "\(result.text)")
    for word in ["pass show", "\"pass\"", "mail/", " secret "] where word != "mail/" || ![.getmail, .mbsync].contains(client) {
      #expect(!result.text.contains("\(word)bob") && (word.hasPrefix("mail") || !result.text.contains(word)), "\(word): \(result.text)")
    }
    #expect(result.complaint.contains("The configuration has SECRET-COMMAND-NOT-SET as its command, which fails until you replace it"))
    // A script reports the missing command too, and ends.
    guard result.text.hasPrefix("#!") else { return }
    let folder = try ProcessFolder()
    let run = try ProcessCall("/bin/sh", [try folder.script(result.text)], environment: ["PATH": "/usr/bin:/bin"]).run()
    #expect(run.end == .exited(127) && run.complaint.contains("SECRET-COMMAND-NOT-SET"), "\(run.complaint)")
  }

  @Test(
    "names as an enemy would choose them arrive as one word, or are refused",
    arguments: [
      "a b", "it's", "a\"b", "a;touch x", "$(touch x)", "`touch x`", "a|b", "a\\b", "%(x)s", "#x", "[x]", "é 密码", "a&&b", ">x", "*", "a=b",
    ])
  func hostileNames(_ name: String) throws {
    let home = try Self.home(Self.account(name, .keyring(.file, entry: "e"), address: "anna@gmail.com", provider: "gmail"))
    let folder = try ProcessFolder()
    _ = try folder.script("printf '%s\\n' \"$@\" > '\(folder.path)/argv'; echo x", named: "get")
    for client in MailClient.allCases where client.runsSecretCommand {
      let result = try home.export([client.rawValue, name], environment: ["PATH": "/nonexistent"])
      // The syntax of these clients cannot express all of them.
      let mayRefuse = [.neomutt, .mutt, .aerc].contains(client)
      #expect(result.end == .exited(0) || mayRefuse && result.end == .exited(65), "\(client): \(result.complaint)")
    }
    // What a shell reads in a configuration for shells.
    let own = try ProcessBuilt.setup.get()
    let text = try home.export(["env", name]).text
    let file = try folder.write(text.replacing(own, with: "\(folder.path)/get").utf8, to: "variables")
    let shell = try ProcessCall(
      "/bin/sh", ["-c", ". '\(file)'; cd '\(folder.path)'; sh -c \"$MAIL_SECRET_COMMAND\""], environment: ["PATH": "/usr/bin:/bin"]
    ).run()
    #expect(shell.text == "x\n" && shell.errors == [], "\(shell.complaint)")
    #expect(ProcessFolder.read("\(folder.path)/argv").map { String(decoding: $0, as: UTF8.self) } == "secret\n\(name)\n")
    #expect(folder.names == ["argv", "get", "variables"])
  }

  @Test("an address that is not saved is taken for --email; another word is not known")
  func others() throws {
    let home = try Self.home(Self.account("work", nil))
    #expect(try home.export(["msmtp", "me@gmail.com"]).text.contains("smtp.gmail.com"))
    let unknown = try home.export(["msmtp", "wrok"])
    #expect(unknown.end == .exited(64))
    #expect(unknown.complaint.contains("work"))
    for option in [
      ["--email", "x@gmail.com"], ["--provider", "gmail"], ["--username", "x"], ["--imap", "a.example", "--smtp", "b.example"],
    ] {
      #expect(try home.export(["msmtp", "work"] + option).end == .exited(64))
    }
  }

  @Test("written, it logs in with the kept secret: the command that stands in the file prints it")
  func fetches() throws {
    let home = try Self.home(Self.account("work", .keyring(.file, entry: "anna"), address: "anna@gmail.com", provider: "gmail"))
    try home.write("s3 \"c\\r#%'$x`é;".utf8, to: ".local/share/mail-setup/secrets/anna")
    for folder in [".local", ".local/share", ".local/share/mail-setup", ".local/share/mail-setup/secrets"] {
      #expect(chmod("\(home.path)/\(folder)", 0o700) == 0)
    }
    try home.write("msmtp", ["work"])
    let line = try #require(try home.whole(".msmtprc").split(separator: "\n").first { $0.hasPrefix("passwordeval ") })
    let command = String(line.dropFirst("passwordeval \"".count).dropLast())
    let result = try ProcessCall("/bin/sh", ["-c", command], environment: home.environment()).run()
    #expect(result.text == "s3 \"c\\r#%'$x`é;\n", "\(result.complaint)")
  }
}
