// A message to oneself through real Postfix into the mailbox of real Dovecot, which keeps everything else.

import Foundation
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite("a test message at real servers", .enabled(if: Rig.runs, Rig.why), .serialized, .waiting)
struct SendTestTests {
  /// Separate servers: the other tests read in the shared servers' logs that a verification sends no mail.
  private static let own = Result { try RealServers(users: [.anna, .bob, .quinn, .una, late]) }
  /// A user whose mail is accepted but stays in the queue.
  private static let late = User("late@example.org", password: "in no hurry")

  private static func call(_ user: User, security: String = "tls", _ further: [String] = ["--yes", "--json"]) throws -> [String] {
    let servers = try own.get()
    let isTLS = security == "tls"
    return [
      "send-test", "--email", user.login, "--timeout", "20", "--ca-file", servers.caFile,
      "--imap", "localhost:\(isTLS ? servers.imap.tls : servers.imap.startTLS)", "--imap-security", security,
      "--smtp", "localhost:\(isTLS ? servers.smtp.tls : servers.smtp.startTLS)", "--smtp-security", security,
    ] + further
  }

  private static func run(_ user: User, secret: String? = nil, security: String = "tls") throws -> ProcessResult {
    let call = try call(user, security: security, ["--yes", "--json", "--secret-from", "stdin"])
    return try ProcessBuilt.call(call).with { $0.input = .text(secret ?? user.password) }.run(within: 60)
  }

  /// Returns the messages in the user's inbox.
  private static func messages(of user: User) throws -> [String] {
    let folder = try own.get().directory + "/mail/\(user.login)/Maildir"
    return try ["new", "cur"].flatMap { try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\($0)") }
  }

  @Test("is sent, arrives, is deleted, and leaves the others alone", arguments: ["tls", "starttls"])
  func wholeWay(security: String) throws {
    let user = User.quinn
    let folder = try Self.own.get().directory + "/mail/\(user.login)/Maildir/new"
    let other = "\(folder)/1.other.\(security)"
    try Data("Message-ID: <other@example.org>\r\nSubject: Test message from setup - you can delete it\r\n\r\nkeep me\r\n".utf8)
      .write(to: URL(fileURLWithPath: other))
    chown(other, 64_999, 64_999)
    let result = try Self.run(user, security: security)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
    let json = try result.json
    #expect(json["outcome"].text == "verified")
    #expect(json["message"]["submission"].text == "accepted")
    #expect(json["message"]["arrival"]["folder"].text == "INBOX")
    #expect((json["message"]["arrival"]["ms"].number ?? -1) >= 0)
    #expect(json["message"]["removal"].text == "deleted")
    #expect(json["message"]["remains"].text == "nothing")
    #expect(json["imap"]["stages"].list.compactMap { $0["name"].text }.suffix(2) == ["arrival", "removal"])
    #expect(json["imap"]["stages"].list.allSatisfy { $0["result"].text == "ok" })
    #expect(json["smtp"]["stages"].list.last?["name"].text == "message")
    let servers = try Self.own.get()
    #expect(servers.smtp.logs("status=sent (delivered to maildir)"))
    let left = try Self.messages(of: user).filter { $0.hasPrefix("1.other.\(security)") }
    #expect(left.count == 1)
    #expect(try Self.messages(of: user).allSatisfy { $0.contains(".other.") })
  }

  @Test("a wrong secret sends nothing, and both servers report why") func refused() throws {
    let (secret, canary) = wrongSecret()
    let result = try Self.run(.anna, secret: secret)
    #expect(result.end == .exited(77))
    let json = try result.json
    #expect(json["message"]["submission"].text == "notSent")
    #expect(json["diagnosis"]["causes"].texts.first == "wrong_password")
    #expect(json["imap"]["failure"]["stage"].text == "login")
    #expect(json["smtp"]["failure"]["stage"].text == "login")
    #expect(canary.found(in: result.output + result.errors).isEmpty)
  }

  @Test("an inbox that does not open receives no message") func unreadable() throws {
    let result = try Self.run(.una)
    #expect(result.end != .exited(0))
    #expect(try result.json["message"]["submission"].text == "notSent")
    #expect(try result.json["imap"]["failure"]["stage"].text == "inbox")
  }

  @Test("without a terminal it needs consent beforehand: otherwise it does not even connect", arguments: [[], ["--json"]])
  func noConsent(_ options: [String]) throws {
    let call = try Self.call(.anna, options + ["--secret-from", "stdin"])
    let result = try ProcessBuilt.call(call).with { $0.input = .text(User.anna.password) }.run()
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("This sends a message from anna@example.org to itself"))
    #expect(result.complaint.contains("--yes"))
  }

  @Test("at a terminal it asks first; Enter alone sends nothing", arguments: [80, 30])
  func question(columns: Int) throws {
    let declined = try PtySession(ProcessBuilt.call(Self.call(.bob, [])), columns: columns)
    try declined.wait(for: "setup will send one message from bob@example.org to itself")
    try declined.answer("Send it? [y/N] ", "")
    try declined.wait(for: "Nothing was sent.")
    #expect(try declined.finish().end == .exited(66))
    let agreed = try PtySession(ProcessBuilt.call(Self.call(.bob, [])), columns: columns)
    try agreed.answer("Send it? [y/N] ", "y")
    try agreed.answer("(hidden): ", User.bob.password)
    try agreed.wait(for: "the message arrived in the inbox of bob@example.org and was deleted.")
    try agreed.wait(for: "SMTP accepted")
    #expect(try agreed.finish().end == .exited(0))
    #expect(!agreed.text.contains(User.bob.password))

    #expect(try Self.messages(of: .bob) == [])
  }

  @Test("a saved account needs only its name: servers, user name and secret are stored")
  func savedAccount() throws {
    let folder = try ProcessFolder()
    let home = ["HOME": folder.path, "XDG_CONFIG_HOME": "\(folder.path)/config"]
    defer { try? FileManager.default.removeItem(atPath: "\(folder.path)/config") }
    let servers = Array(try Self.call(.anna, []).dropFirst())
    let kept = try ProcessBuilt.call(servers + ["--secret-from", "stdin", "--save", "work", "--store", "file"], environment: home)
      .with { $0.input = .text(User.anna.password) }.run(within: 60)
    #expect(kept.end == .exited(0), "\(kept.complaint)")
    let authority = try Self.own.get().caFile
    let result = try ProcessBuilt.call(["send-test", "work", "--yes", "--json", "--ca-file", authority], environment: home).run(within: 60)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(try result.json["address"].text == "anna@example.org")
    #expect(try result.json["message"]["remains"].text == "nothing")
    let unknown = try ProcessBuilt.call(["send-test", "wrok", "--yes"], environment: home).run()
    #expect(unknown.end == .exited(64))
    #expect(unknown.complaint.contains("work"))
    let both = try ProcessBuilt.call(["send-test", "work", "--email", "bob@example.org", "--yes"], environment: home).run()
    #expect(both.end == .exited(64))
  }

  @Test("in Chinese too") func chinese() throws {
    let call = try Self.call(.anna, ["--yes", "--lang", "zh-Hans", "--secret-from", "stdin"])
    let result = try ProcessBuilt.call(call).with { $0.input = .text(User.anna.password) }.run(within: 60)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")

    #expect(result.text.contains("收发正常：邮件已到达 anna@example.org 的收件箱，并已删除。"))
    #expect(result.complaint.contains("到达邮箱"))
  }

  /// Prevents Postfix from delivering to `late` while `work` runs.
  private static func withoutDelivery(_ work: () throws -> Void) throws {
    let folder = try own.get().directory + "/mail/\(late.login)/Maildir/tmp"
    chmod(folder, 0)
    defer { chmod(folder, 0o700) }
    try work()
  }

  @Test("a message that does not arrive in time is no success, and is reported as on its way", arguments: Language.allCases)
  func late(_ language: Language) throws {
    try Self.withoutDelivery {
      let call = try Self.call(Self.late, ["--yes", "--secret-from", "stdin", "--lang", language.rawValue]).map { $0 == "20" ? "1" : $0 }
      let result = try ProcessBuilt.call(call).with { $0.input = .text(Self.late.password) }.run(within: 60)
      #expect(result.end == .exited(75))
      #expect(
        result.text.contains(
          language == .english
            ? "but it did not arrive within 1 s.\nIt may still arrive. If it does, delete it yourself." : "但 1 秒内没有收到。\n邮件可能稍后到达"))
      let json = try ProcessBuilt.call(call + ["--json"]).with { $0.input = .text(Self.late.password) }.run(within: 60)
      #expect(json.end == .exited(75))
      #expect(try json.json["outcome"].text == "temporary")
      #expect(try json.json["message"]["remains"].text == "perhaps")
      #expect(try json.json["message"]["arrival"].isNull)
      #expect(try json.json["imap"]["failure"].isNull)
    }
  }

  @Test("Ctrl-C during the wait ends it by the signal, and the report says that the message may still arrive") func interrupted() throws {
    try Self.withoutDelivery {
      let session = try PtySession(ProcessBuilt.call(Self.call(Self.late, ["--yes", "--secret-from", "prompt"])))
      try session.answer("(hidden): ", Self.late.password)
      try session.wait(for: "message accepted")
      try session.type("\u{3}")
      try session.wait(for: "It may still arrive. If it does, delete it yourself.")
      let end = try session.finish()
      #expect(end.end == .signalled(SIGINT))
      #expect(end.seconds < 5)
    }
  }

  @Test("Ctrl-C at the prompt for the secret has sent nothing") func interruptedBefore() throws {
    let session = try PtySession(ProcessBuilt.call(Self.call(.anna, ["--yes", "--secret-from", "prompt"])))
    try session.wait(for: "(hidden): ")
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(SIGINT))
    #expect(!session.text.contains("It may still arrive"))
  }
}
