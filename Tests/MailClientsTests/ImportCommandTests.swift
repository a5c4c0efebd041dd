// Calls of `setup import`.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("setup import", .waiting)
struct ImportCommandTests {
  private static let msmtp = """
    account work
    host smtp.gmail.com
    port 587
    tls on
    from me@gmail.com
    user me@gmail.com
    passwordeval "pass show mail/x"
    password s3same
    account own
    host smtp.example.org
    tls on
    tls_starttls off
    from me@example.org
    user "my name"
    """

  private static func run(_ words: [String], home: ProcessFolder, _ more: [String: String] = [:]) throws -> ProcessResult {
    try ProcessBuilt.call(["import"] + words, environment: ["HOME": home.path].merging(more) { _, new in new }).run()
  }

  private static func home(_ text: String = msmtp, _ name: String = ".msmtprc") throws -> ProcessFolder {
    let folder = try ProcessFolder()
    _ = try folder.write(text.utf8, to: name)
    return folder
  }

  @Test(
    "without a terminal: a call for each account, which the program itself accepts; the rest is said beside it",
    arguments: Language.allCases)
  func calls(_ language: Language) throws {
    let home = try Self.home()
    let result = try Self.run(["msmtp", "--lang", language.rawValue], home: home)
    #expect(result.end == .exited(0))
    #expect(
      result.text == """
        setup --provider gmail --email me@gmail.com --secret-from 'command:pass show mail/x' --lang \(language.rawValue)
        setup --email me@example.org --imap HOST:PORT --smtp smtp.example.org:465 --smtp-security tls --username 'my name' --lang \(language.rawValue)

        """)
    #expect(result.complaint.contains("pass show mail/x"))
    #expect(result.complaint.contains(language == .english ? "contains a password in clear text" : "明文密码"))
    #expect(result.complaint.contains("HOST:PORT"))
    #expect(!(result.text + result.complaint).contains("s3same"))
    // The first call can be run unchanged.
    let line = String(result.text.split(separator: "\n")[0].dropFirst("setup ".count))
    let words = try ProcessCall("/bin/sh", ["-c", "printf '%s\\n' \(line)"], environment: [:]).run().output.split(separator: 0x0a).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(words.contains("command:pass show mail/x") && words.contains("me@gmail.com"))
  }

  @Test("for programs") func json() throws {
    let home = try Self.home()
    let result = try Self.run(["msmtp", "--json"], home: home)
    #expect(result.end == .exited(0))
    let json = try result.json
    #expect(json["schema"].number == 1)
    #expect(json["client"].text == "msmtp")
    #expect(json["file"].text == "\(home.path)/.msmtprc")
    #expect(json["remarks"].texts == ["password_in_clear"])
    #expect(json["accounts"].list.count == 2)
    let first = json["accounts"][0]
    #expect(first["provider"].text == "gmail")
    #expect(first["address"].text == "me@gmail.com")
    #expect(first["imap"].isNull)
    #expect(first["smtp"]["host"].text == "smtp.gmail.com")
    #expect(first["smtp"]["port"].number == 587)
    #expect(first["smtp"]["security"].text == "starttls")
    #expect(first["smtp"]["username"].text == "me@gmail.com")
    #expect(first["secretCommand"].text == "pass show mail/x")
    #expect(first["call"].text == "setup --provider gmail --email me@gmail.com --secret-from 'command:pass show mail/x'")
    #expect(json["accounts"][1]["call"].text?.contains("HOST:PORT") == true)
    #expect(!result.text.contains("s3same"))
    #expect(result.errors == [])
  }

  @Test("fault-import-shows-other-servers-than-used: what differs from the catalog goes without its provider, and is named")
  func besideCatalog() throws {
    let home = try Self.home("account a\nhost mail.example.net\nport 465\ntls on\ntls_starttls off\nfrom me@163.com\nuser other\n")
    let result = try Self.run(["msmtp"], home: home)
    #expect(
      result.text
        == "setup --email me@163.com --imap imap.163.com:993 --imap-security tls --smtp mail.example.net:465 --smtp-security tls --username other\n"
    )
    #expect(result.complaint.contains("mail.example.net is not its server"), "\(result.complaint)")
  }

  @Test("fault-second-user-name-lost: two user names are both in the call") func twoNames() throws {
    let home = try Self.home(
      "MAIL_ADDRESS=me@example.org IMAP_HOST=i.example.org IMAP_USER=one SMTP_HOST=s.example.org SMTP_USER=two", "env")
    let result = try Self.run(["env", "\(home.path)/env"], home: home)
    #expect(result.text.contains("--imap-username one --smtp-username two"))
  }

  private static let sender = "account a\nhost s.own.example\nport 465\ntls on\ntls_starttls off\nfrom me@own.example\n"

  @Test(
    "fault-import-calls-without-the-secret-command: the file's command for the password is part of the call, if it needs no shell",
    arguments: [
      ("msmtp", "\(sender)passwordeval pass show gmail\n", "pass show gmail"),
      ("mbsync", "IMAPAccount a\nHost i.own.example\nSSLType IMAPS\nUser me@own.example\nPassCmd \"cat /run/mail\"\n", "cat /run/mail"),
      (
        "himalaya",
        "[accounts.a]\nemail = \"me@own.example\"\nbackend = \"imap\"\nimap.host = \"i.own.example\"\nimap.passwd.cmd = \"pass x\"\n",
        "pass x"
      ),
      ("msmtp", "\(sender)passwordeval pass show x | head -n1\n", nil),
    ] as [(String, String, String?)])
  func secretCommand(_ client: String, _ text: String, _ command: String?) throws {
    let folder = try ProcessFolder()
    let file = try folder.write(text.utf8, to: "file")
    let result = try Self.run([client, file], home: folder)
    #expect(result.end == .exited(0), "\(result.complaint)")
    if let command {
      #expect(result.text.contains("--secret-from 'command:\(command)'"), "\(result.text)")
    } else {
      #expect(!result.text.contains("--secret-from"), "\(result.text)")
    }
    // The call's own source has precedence.
    let own = try Self.run([client, file, "--secret-from", "stdin"], home: folder)
    #expect(own.text.contains("--secret-from stdin") && !own.text.contains("command:"), "\(own.text)")
  }

  @Test("an account without an address says that one is needed") func noAddress() throws {
    let home = try Self.home("IMAPAccount a\nHost imap.example.org\nUser me\nSSLType IMAPS\n", ".mbsyncrc")
    let result = try Self.run(["isync"], home: home)
    #expect(result.end == .exited(0))
    #expect(result.text == "setup --imap imap.example.org:993 --imap-security tls --smtp HOST:PORT\n")
    #expect(result.complaint.contains("--email"))
  }

  @Test(
    "fault-ca-not-kept-with-account: an authority of the file's own is offered as --ca-file, and named; one that cannot be used is not",
    arguments: ["msmtp", "mbsync", "git"])
  func authority(_ client: String) throws {
    let store = String(decoding: try #require(ProcessFolder.read("/etc/ssl/certs/ca-certificates.crt")), as: UTF8.self)
    let end = try #require(store.firstRange(of: "-----END CERTIFICATE-----\n"))
    func file(_ path: String) -> String {
      switch client {
      case "msmtp": "account a\nhost s.own.example\nport 465\ntls on\ntls_starttls off\nfrom me@own.example\ntls_trust_file \(path)\n"
      case "mbsync": "IMAPAccount a\nHost i.own.example\nSSLType IMAPS\nUser me@own.example\nCertificateFile \(path)\n"
      default: "[sendemail]\nsmtpServer = s.own.example\nsmtpEncryption = ssl\nfrom = me@own.example\nsmtpSSLCertPath = \(path)\n"
      }
    }
    let folder = try ProcessFolder()
    let authority = try folder.write(store[..<end.upperBound].utf8, to: "own.pem")
    for (path, isUsable) in [(authority, true), ("~/own.pem", true), ("/nonexistent/own.pem", false), ("own.pem", false)] {
      let result = try Self.run([client, try folder.write(file(path).utf8, to: "file")], home: folder)
      #expect(
        result.end == .exited(0) && result.text.contains("--ca-file \(authority)") == isUsable, "\(path): \(result.text)\(result.complaint)"
      )
      #expect(result.complaint.contains(isUsable ? authority : path), "\(result.complaint)")
    }
    // At a terminal it is a question, and Enter alone does not mean yes.
    let session = try PtySession(
      ProcessBuilt.call(["import", client, try folder.write(file(authority).utf8, to: "file")], environment: ["HOME": folder.path]),
      columns: 200)
    try session.wait(for: "The file trusts the certificate authorities in \(authority). Do you? [y/N]")
    session.hangUp()
    _ = try session.finish()
  }

  @Test("at a terminal the wizard begins with everything filled in", arguments: [80, 30], Language.allCases)
  func wizard(columns: Int, language: Language) throws {
    let home = try Self.home()
    let session = try PtySession(
      ProcessBuilt.call(["import", "msmtp", "--lang", language.rawValue], environment: ["HOME": home.path]), columns: columns)
    try session.wait(for: language == .english ? "Which account?" : "要导入哪一个？")
    try session.wait(for: "me@example.org")
    try session.answer(language == .english ? "Number: " : "序号：", "1")
    try session.wait(for: "smtp.gmail.com:587")
    try session.wait(for: "pass show mail/x")
    try session.wait(for: "Gmail")
    // The next question is for the password: everything before it is answered.
    try session.wait(for: language == .english ? "(hidden" : "（不显示")
    session.hangUp()
    _ = try session.finish()
    #expect(!session.text.contains("s3same"))
  }

  @Test("a half account: the other half is asked for, with this one in its field") func half() throws {
    let home = try Self.home("account a\nhost localhost\nport 1465\ntls on\ntls_starttls off\nfrom me@example.invalid\n")
    let session = try PtySession(ProcessBuilt.call(["import", "msmtp"], environment: ["HOME": home.path]))
    try session.wait(for: "SMTP  localhost:1465  SSL/TLS")
    // DNS has no names of such a domain (RFC 6761, section 6.4).
    try session.answer("IMAP server and port (? help, < back): ", "localhost:1993")
    try session.wait(for: "SMTP server and port [localhost:1465]")
    session.hangUp()
    _ = try session.finish()
  }

  @Test("its own place follows XDG_CONFIG_HOME") func place() throws {
    let folder = try ProcessFolder()
    let result = try Self.run(["aerc"], home: folder, ["XDG_CONFIG_HOME": "\(folder.path)/config"])
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("~/config/aerc/accounts.conf"))
  }

  @Test(
    "calls that are wrong, and files that cannot be",
    arguments: [
      ([], 64, "setup import needs a mail client."), (["outlook"], 64, "outlook is not one of neomutt"),
      (["json"], 64, "setup import json needs the file"),
      (["msmtp", "a", "b"], 64, "Unexpected argument: b"), (["msmtp", "/nonexistent/x"], 66, "Could not use /nonexistent/x"),
      (["msmtp", "/dev/zero"], 66, "not a regular file"), (["msmtp", "/etc"], 66, "Could not use /etc:"),
      (["msmtp", "/etc/passwd"], 65, "No account found in /etc/passwd"), (["neomutt"], 66, "No neomutt configuration found here"),
    ])
  func wrong(_ words: [String], _ status: Int32, _ complaint: String) throws {
    let result = try Self.run(words, home: try ProcessFolder())
    #expect(result.end == .exited(status), "\(result.complaint)")
    #expect(result.output == [])
    #expect(result.complaint.contains(complaint), "\(result.complaint)")
  }
}
