// Passwords in the commands of other programs' files.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("passwords in imported commands", .waiting)
struct ImportSecretTests {
  private static func read(_ format: ImportFormat, _ text: String, for address: String? = nil) throws -> Import {
    format.read(Array(text.utf8), for: try address.map { try MailAddress($0) })
  }

  private static func run(_ format: ImportFormat, _ text: String, _ more: [String] = []) throws -> ProcessResult {
    let folder = try ProcessFolder()
    let file = try folder.write(text.utf8, to: "file")
    return try ProcessBuilt.call(["import", format.word, file] + more, environment: ["HOME": folder.path]).run()
  }

  /// Commands that print a password, and the format whose file contains one.
  static let echoCommands = [
    "echo correcthorse", "/bin/echo -n correcthorse", "printf correcthorse", "printf '%s' correcthorse", "printf \"%s\\n\" 'correcthorse'",
    "sh -c 'echo correcthorse'", "bash -c \"true; echo correcthorse\"", "env X=1 echo correcthorse", "echo correcthorse | base64 -d",
    "test -f x && echo correcthorse", "cat <<< correcthorse", "python3 -c 'print(\"correcthorse\")'", "perl -e 'print \"correcthorse\"'",
    "echo 'correcthorse'",
  ]

  @Test("fault-import-shows-echoed-secret: a password in a command is a password in clear text, and is not shown", arguments: echoCommands)
  func echoed(_ command: String) throws {
    func quoted(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
    let files: [(ImportFormat, String)] = [
      (.mbsync, "IMAPAccount a\nHost imap.own.example\nUser me@own.example\nPassCmd \"\(quoted(command))\"\nSSLType IMAPS\n"),
      (.mbsync, "IMAPAccount a\nHost imap.own.example\nUser me@own.example\nPassCmd \"+\(quoted(command))\"\nSSLType IMAPS\n"),
      (.aerc, "[a]\nsource = imaps://me@imap.own.example\nsource-cred-cmd = \(command)\n"),
      (.aerc, "[a]\nsource = imaps://me@imap.own.example\nsource-cred-cmd = pass show x\noutgoing-cred-cmd = \(command)\n"),
      (.msmtp, "account a\nhost smtp.own.example\nfrom me@own.example\npasswordeval \(command)\n"),
      (
        .himalaya,
        "[accounts.a]\nemail = \"me@own.example\"\nbackend.type = \"imap\"\nbackend.host = \"imap.own.example\"\nbackend.auth.cmd = '''\(command)'''\n"
      ),
    ]
    for (format, text) in files {
      let found = try Self.read(format, text)
      #expect(found.accounts.count == 1 && found.remarks.contains(.passwordInClear), "\(format.word) \(found)")
      #expect(!"\(found)".contains("correcthorse"), "\(format.word) \(found)")
    }
    let json = try Self.run(files[0].0, files[0].1, ["--json"])
    #expect(try json.json["remarks"].texts.contains("password_in_clear") && !json.text.contains("correcthorse"))
    let lines = try Self.run(files[0].0, files[0].1)
    #expect(!(lines.text + lines.complaint).contains("correcthorse") && lines.complaint.contains("password in clear text"))
  }

  @Test(
    "a command that gets the password from elsewhere is shown",
    arguments: [
      "pass show echo", "pass show mail | head -n1", "gpg -q -d ~/.echo.gpg", "echo $MAIL_PASSWORD", "printf %s \"$PW\"",
      "echo \"$(pass show mail)\"", "sh -c 'pass show mail'", "python3 -c 'import keyring; print(keyring.get_password(\"a\", \"b\"))'",
      "pass show mail | awk '{print $1}'", "cat <<< \"$PW\"", "secret-tool lookup user print",
    ])
  func elsewhere(_ command: String) throws {
    let found = try Self.read(.msmtp, "account a\nhost smtp.own.example\ntls on\nfrom me@own.example\npasswordeval \(command)\n")
    #expect(found.accounts.first?.secretCommand?.text == command && found.remarks.isEmpty, "\(found)")
  }
}
