// `setup export --write` and `--remove`: what happens to the files of the user.

import Foundation
import MailClients
import TestSupport
import Testing

@Suite("setup export --write", .waiting)
struct WriteTests {
  @Test("makes the file where there is none, for its owner alone; the second time there is nothing to do", arguments: Writable.all)
  func newFile(_ way: Writable) throws {
    let home = try Home()
    let first = try home.write(way.client)
    let text = try home.whole(way.file)
    let configuration = try home.export([way.client] + Home.account).text
    #expect(text.contains("\n" + configuration))
    #expect(home.mode(way.file) == 0o600)
    #expect(home.files() == [way.file])
    for line in configuration.split(separator: "\n") {
      let bare = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      #expect(first.complaint.contains(bare.drop { $0 == "\t" }), "not shown: \(line)")
    }
    let again = try home.write(way.client)
    #expect(again.complaint.contains("is already up to date"))
    #expect(home.text(way.file) == text)
    try home.remove(way.client)
    #expect(home.files() == [])
  }

  @Test(
    "leaves what a person wrote, keeps the old file, comes out again to the octet (file-exists)", arguments: Writable.shared)
  func among(_ way: Writable) throws {
    let odd: [UInt8] = [0x23, 0x20, 0xff, 0xfe, 0x0d, 0x0a]
    for tail in [[], odd, Array("# no line break".utf8)] {
      let home = try Home()
      let mine = Array(way.mine.utf8) + tail
      try home.write(mine, to: way.file, mode: way.client == "aerc" ? 0o600 : 0o640)
      let mode = home.mode(way.file)
      try home.write(way.client)
      let written = try home.octets(way.file)
      #expect(written.starts(with: mine))
      #expect(written.count > mine.count)
      #expect(home.mode(way.file) == (way.client == "msmtp" ? 0o600 : mode))
      #expect(home.read("\(way.file).bak") == mine)
      try home.remove(way.client)
      #expect(home.read(way.file) == mine)
    }
  }

  @Test("replaces its own lines and nothing else, wherever they stand", arguments: Writable.shared)
  func replaces(_ way: Writable) throws {
    let home = try Home()
    try home.write(way.mine.utf8, to: way.file)
    try home.write(way.client)
    let behind = Array("# behind \u{e9}\r\n".utf8)
    try home.write(try home.octets(way.file) + behind, to: way.file)
    let before = try home.whole(way.file)
    let other = ["--email", "me@gmail.com", "--username", "somebody.else", "--secret-command", "pass show other"]
    let result = try home.write(way.client, other)
    let after = try home.whole(way.file)
    #expect(after.hasPrefix(way.mine) && after.hasSuffix("# behind \u{e9}\r\n"))
    #expect(after.contains("somebody.else"))
    #expect(!after.contains("mail/gmail") && before != after)
    #expect(after.components(separatedBy: "<<< setup: me@gmail.com").count == 2)
    #expect(result.complaint.contains("  - ") && result.complaint.contains("  + "))
    try home.remove(way.client)
    #expect(home.text(way.file) == way.mine + "# behind \u{e9}\r\n")
  }

  @Test("two accounts stand side by side, and go one by one", arguments: Writable.all)
  func twoAccounts(_ way: Writable) throws {
    let home = try Home()
    try home.write(way.client)
    let one = try home.whole(way.file)
    try home.write(way.client, ["--email", "you@gmx.de"])
    let files = home.files().filter { !$0.contains(".bak") }
    // A file of getmail is about one account.
    #expect(files == (way.client == "getmail" ? [".config/getmail/getmailrc", ".config/getmail/you-gmx.de"] : [way.file]))
    try home.remove(way.client, ["--email", "you@gmx.de"])
    #expect(home.text(way.file) == one)
    #expect(home.files().filter { !$0.contains(".bak") } == [way.file])
  }

  @Test("getmail's file of a person's is left to them; the account gets one of its own, and the run needs its name")
  func getmail() throws {
    let home = try Home()
    try home.write("# mine\n".utf8, to: ".config/getmail/getmailrc")
    #expect(try home.write("getmail").complaint.contains("getmail --rcfile me-gmail.com"))
    #expect(home.text(".config/getmail/getmailrc") == "# mine\n")
    #expect(try home.whole(".config/getmail/me-gmail.com").hasPrefix("# >>> setup: me@gmail.com"))
    try home.remove("getmail")
    #expect(home.files() == [".config/getmail/getmailrc"])
  }

  @Test("only the first account is what only one can be")
  func first() throws {
    let home = try Home()
    for client in ["msmtp", "himalaya", "offlineimap"] {
      try home.write(client)
      try home.write(client, ["--email", "you@gmx.de"])
    }
    func count(_ file: String, _ line: String) throws -> Int { try home.whole(file).components(separatedBy: "\n\(line)").count - 1 }
    #expect(try count(".msmtprc", "account default") == 1)
    #expect(try count(".config/himalaya/config.toml", "default = true") == 1)
    #expect(try count(".offlineimaprc", "[general]") == 1)
    let said = try home.export(["offlineimap", "--write", "--yes", "--email", "third@gmx.de"]).complaint
    #expect(said.contains("Add third-gmx.de to the accounts line"))
  }

  @Test(
    "where the person has defined the same, nothing is written",
    arguments: [
      ("aerc", ".config/aerc/accounts.conf", "[ me-gmail.com ]\n"),
      ("himalaya", ".config/himalaya/config.toml", "[accounts.'me-gmail.com']\n"),
      ("mbsync", ".mbsyncrc", "\nimapstore \"me-gmail.com-remote\"\n"), ("msmtp", ".msmtprc", "  account me-gmail.com : work\n"),
      ("offlineimap", ".offlineimaprc", "[Account me-gmail.com]\n"),
    ])
  func defined(_ client: String, _ file: String, _ mine: String) throws {
    let home = try Home()
    try home.write(mine.utf8, to: file)
    let result = try home.export([client, "--write", "--yes"] + Home.account)
    #expect(result.end == .exited(65))
    #expect(result.complaint.contains("already sets this itself"))
    #expect(home.text(file) == mine)
    #expect(home.files() == [file])
  }

  @Test(
    "what it takes the place of is named",
    arguments: [
      ("neomutt", ".config/neomutt/neomuttrc", "set x\nset from=me@x\n", "from (line 2)"),
      ("mutt", ".muttrc", "set folder = ~/Mail\n", "folder (line 1)"),
      ("s-nail", ".mailrc", "set ask mta=x\n", "mta (line 1)"),
      ("git", ".gitconfig", "[sendemail]\n\tsmtpserver = x\n", "sendemail.smtpserver (line 2)"),
      ("emacs", ".emacs", "(setq user-mail-address \"x\")\n", "user-mail-address (line 1)"),
    ])
  func overrides(_ client: String, _ file: String, _ mine: String, _ said: String) throws {
    let home = try Home()
    try home.write(mine.utf8, to: file)
    let result = try home.write(client)
    #expect(result.complaint.contains(said), "\(result.complaint)")
    #expect(try home.whole(file).hasPrefix(mine))
  }

  @Test("an older copy stays; of the same content there is only one")
  func copies() throws {
    let home = try Home()
    try home.write("kept\n".utf8, to: ".msmtprc.bak")
    try home.write("# one\n".utf8, to: ".msmtprc")
    try home.write("msmtp")
    #expect(home.text(".msmtprc.bak") == "kept\n")
    #expect(home.text(".msmtprc.bak.1") == "# one\n")
    try home.remove("msmtp")
    let names = home.files()
    try home.write("msmtp")
    #expect(home.files() == names)
  }

  /// The file that the installed mbsync reads if both exist: ~/.config/isyncrc since 1.5.
  private static let installedMbsyncReads =
    (try? Equipment.isOlder(.mbsync, than: "1.5")) ?? false ? ".mbsyncrc" : ".config/isyncrc"

  @Test(
    "the file that the client reads is the one",
    arguments: [
      ("neomutt", [".muttrc", ".neomuttrc"], ".neomuttrc"), ("neomutt", [".muttrc"], ".muttrc"),
      ("mutt", [".config/mutt/muttrc"], ".config/mutt/muttrc"),
      ("msmtp", [".config/msmtp/config"], ".config/msmtp/config"), ("msmtp", [".msmtprc", ".config/msmtp/config"], ".msmtprc"),
      ("git", [".config/git/config"], ".config/git/config"), ("mbsync", [".config/isyncrc"], installedMbsyncReads),
      ("mbsync@1.4.4", [".config/isyncrc"], ".mbsyncrc"), ("mbsync@1.5", [".config/isyncrc"], ".config/isyncrc"),
      ("mbsync@1.5", [], ".mbsyncrc"), ("offlineimap", [".config/offlineimap/config"], ".config/offlineimap/config"),
      ("emacs", [".emacs", ".emacs.d/init.el"], ".emacs"), ("getmail", [".getmail/other"], ".getmail/getmailrc"),
    ] as [(String, [String], String)])
  func places(_ client: String, _ there: [String], _ wanted: String) throws {
    let home = try Home()
    for file in there { try home.write("".utf8, to: file) }
    let said = try home.export([client] + Home.account).complaint
    try home.write(client)
    #expect(try home.whole(wanted).contains(">>> setup: me@gmail.com"))
    for other in there where other != wanted { #expect(home.text(other) == "") }
    // `setup export` without `--write` names the same file.
    if client != "getmail" { #expect(said.contains("~/\(wanted)"), "\(said)") }
  }

  @Test("XDG_CONFIG_HOME counts where it is an absolute path")
  func configurationHome() throws {
    let home = try Home()
    try home.write("aerc", environment: ["XDG_CONFIG_HOME": "\(home.path)/etc"])
    #expect(home.files() == ["etc/aerc/accounts.conf"])
    let other = try Home()
    try other.write("aerc", environment: ["XDG_CONFIG_HOME": "etc"])
    #expect(other.files() == [".config/aerc/accounts.conf"])
  }

  @Test("clients without a file of their own are refused", arguments: ["fetchmail", "swaks", "curl", "autoconfig", "apple", "json", "env"])
  func noFile(_ client: String) throws {
    let home = try Home()
    for option in ["--write", "--remove"] {
      let result = try home.export([client, option, "--yes"] + Home.account)
      #expect(result.end == .exited(64))
      #expect(result.complaint.contains("has no configuration file that setup can write"))
      #expect(home.files() == [])
    }
  }

  @Test("without a terminal and without --yes it is shown, and nothing changes", arguments: Writable.all)
  func consent(_ way: Writable) throws {
    let home = try Home()
    let result = try home.export([way.client, "--write"] + Home.account)
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("setup: me@gmail.com") && result.complaint.contains("--yes"))
    #expect(home.files() == [])
    try home.write(way.client)
    let text = home.text(way.file)
    #expect(try home.export([way.client, "--remove", "--email", "me@gmail.com"]).end == .exited(66))
    #expect(home.text(way.file) == text)
  }

  @Test("what is not there is not taken out", arguments: Writable.all)
  func nothingToRemove(_ way: Writable) throws {
    let home = try Home()
    #expect(try home.remove(way.client).complaint.contains("contains nothing from setup for me@gmail.com"))
    try home.write(way.mine.utf8, to: way.file)
    try home.remove(way.client)
    #expect(home.files() == [way.file])
    #expect(home.text(way.file) == way.mine)
  }

  @Test("the account need not be known any more to be taken out")
  func removesUnknown() throws {
    let home = try Home()
    try home.write("mbsync", ["--email", "me@example.org", "--imap", "imap.example.org", "--smtp", "smtp.example.org"])
    try home.remove("mbsync", ["me@example.org"])
    #expect(home.files() == [])
  }
}
