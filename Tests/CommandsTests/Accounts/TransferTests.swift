// Accounts moved to another computer.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("accounts for another computer", .waiting) struct TransferTests {
  private let old: Home
  private let new: Home

  init() throws { (old, new) = (try Home(), try Home()) }

  private func fill() throws {
    var paused = try SavedAccount.sample("公司", address: "bob@example.org", secret: .keyring(.pass, entry: "hidden-entry"))
    paused.provider = "yandex"
    paused.isPaused = true
    try old.save([try .sample("home", secret: .command(["hidden-word"])).checked(.refused, .wrongPassword, isRisky: true), paused])
  }

  @Test("export and import transfer everything except secrets, where they are stored, and last checks") func both() throws {
    try fill()
    let exported = try old.run(["accounts", "export"])
    #expect(exported.end == .exited(0) && exported.errors == [])
    #expect(!exported.text.contains("hidden") && !exported.text.contains("secret"))
    let file = old.path + "/accounts-to-go.json"
    let written = try old.run(["accounts", "export", file])
    #expect(written.end == .exited(0) && written.output == [])
    #expect(ProcessFolder.read(file) == exported.output)
    #expect(ProcessFolder.mode(file) == 0o600)
    let imported = try new.run(["accounts", "import", file])
    #expect(imported.end == .exited(0))
    #expect(
      imported.text
        == "home: added. IMAP imap.example.org:993, SMTP smtp.example.org:587\n公司: added. IMAP imap.example.org:993, SMTP smtp.example.org:587\n"
    )
    #expect(imported.complaint.contains("setup accounts edit NAME"))
    var wanted = try old.registry.read()
    for position in wanted.indices {
      (wanted[position].secret, wanted[position].lastCheck, wanted[position].isPaused) = (nil, nil, false)
    }
    #expect(try new.registry.read() == wanted)
  }

  @Test("an existing file is replaced only if the user says so") func existing() throws {
    try fill()
    let file = old.path + "/there"
    try Data("precious".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try old.run(["accounts", "export", file]).end == .exited(66))
    #expect(ProcessFolder.read(file) == Array("precious".utf8))
    #expect(try old.run(["accounts", "export", file, "--yes"]).end == .exited(0))
    #expect(ProcessFolder.read(file) != Array("precious".utf8))
    #expect(try old.run(["accounts", "export", old.path + "/missing/file"]).end == .exited(73))
    #expect(try old.run(["accounts", "export", old.path, "--yes"]).end == .exited(73))
  }

  @Test("existing accounts stay unchanged, and are named") func collision() throws {
    try fill()
    let file = old.path + "/to-go"
    #expect(try old.run(["accounts", "export", file]).end == .exited(0))
    let mine = try SavedAccount.sample("home", address: "me@example.net", secret: .command(["mine"])).checked(.verified)
    try new.save([mine])
    let first = try new.run(["accounts", "import", file])
    #expect(first.end == .exited(73))
    #expect(first.text.contains("home: already here with other settings, so it was not changed."))
    #expect(try new.registry.read().first == mine)
    #expect(try new.registry.read().count == 2)
    _ = try new.registry.update { $0.removeFirst() }
    #expect(try new.run(["accounts", "import", file]).end == .exited(0))
    let again = try new.run(["accounts", "import", file])
    #expect(again.end == .exited(0))
    #expect(again.text.contains("home: already here, identical."), "\(again.text)")
  }

  @Test("a command from another user's file is never run and never saved") func command() throws {
    let file = old.path + "/evil"
    let mark = old.path + "/ran"
    try old.write(
      #"{"schema":1,"accounts":[{"name":"x","address":"x@example.org","imapUsername":"x","smtpUsername":"x","imap":{"host":"localhost","port":1,"security":"tls"},"smtp":{"host":"localhost","port":1,"security":"tls"},"secret":{"command":["/usr/bin/touch","\#(mark)"]}}]}"#
    )
    try FileManager.default.moveItem(atPath: old.file, toPath: file)
    #expect(try new.run(["accounts", "import", file]).end == .exited(0))
    #expect(try new.registry.read()[0].secret == nil)
    #expect(try new.run(["check", "x"]).end == .exited(66))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test(
    "a file that is wrong in one part is refused completely",
    arguments: [
      ("", 65), ("{}", 65), (#"{"schema":3,"accounts":[]}"#, 65), (#"{"schema":1,"accounts":[],"more":1}"#, 65),
      (#"{"schema":1,"accounts":[{"name":"\u001b[2J"}]}"#, 65), (#"{"schema":1,"accounts":[]}"#, 0),
    ] as [(String, Int32)])
  func hostile(_ text: String, _ status: Int32) throws {
    let file = old.path + "/file"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let result = try new.run(["accounts", "import", file])
    #expect(result.end == .exited(status), "\(result.complaint)")
    #expect(!result.complaint.utf8.contains(0x1b))
    #expect(new.octets == nil)
  }

  @Test("anything but a regular file is refused immediately") func special() throws {
    #expect(mkfifo(old.path + "/pipe", 0o600) == 0)
    for place in ["pipe", "", "missing"] {
      #expect(try new.run(["accounts", "import", old.path + "/" + place]).end == .exited(66))
    }
  }
}
