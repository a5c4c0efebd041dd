// Addresses with letters outside ASCII before the @ at real Dovecot and Postfix, by the built program (RFC 6531, 6532, 6855).

import Foundation
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite("addresses outside ASCII at real servers", .enabled(if: Rig.runs, Rig.why), .serialized, .waiting)
struct UnicodeAddressTests {
  private static let able = Result { try RealServers(users: [.pochta, .yonghu]) }
  private static let unable = Result { try RealServers(users: [.pochta], takesUTF8: false) }

  private static func servers(_ servers: RealServers, _ security: String = "tls") -> [String] {
    let isTLS = security == "tls"
    return [
      "--imap", "localhost:\(isTLS ? servers.imap.tls : servers.imap.startTLS)", "--imap-security", security,
      "--smtp", "localhost:\(isTLS ? servers.smtp.tls : servers.smtp.startTLS)", "--smtp-security", security,
      "--ca-file", servers.caFile, "--secret-from", "stdin",
    ]
  }

  private static func run(_ arguments: [String], _ user: User, secret: String? = nil, home: String? = nil) throws -> ProcessResult {
    let environment = home.map { ["HOME": $0, "XDG_CONFIG_HOME": "\($0)/config"] } ?? [:]
    return try ProcessBuilt.call(arguments, environment: environment).with { $0.input = .text(secret ?? user.password) }.run(within: 60)
  }

  @Test("the account is proved, and the trace shows how", arguments: [User.pochta, .yonghu], ["tls", "starttls"])
  func works(_ user: User, security: String) throws {
    let folder = try ProcessFolder()
    let trace = "\(folder.path)/trace"
    let result = try Self.run(["--email", user.login, "--json", "--trace", trace] + Self.servers(try Self.able.get(), security), user)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
    let json = try result.json
    #expect(json["address"].text == user.login)
    #expect(json["smtp"]["recipient"]["answer"].text == "accepted")
    #expect(json["imap"]["mechanism"].text == "PLAIN" && json["smtp"]["mechanism"].text == "PLAIN")
    let lines = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(lines.contains("MAIL FROM:<\(user.login)> SMTPUTF8"), "\(lines)")
    #expect(lines.contains("RCPT TO:<\(user.login)>"))
    #expect(!lines.contains(user.password))
  }

  @Test("a wrong password is one", arguments: [User.pochta, .yonghu]) func wrong(_ user: User) throws {
    let (secret, canary) = wrongSecret()
    let result = try Self.run(["--email", user.login, "--json"] + Self.servers(try Self.able.get()), user, secret: secret)
    #expect(result.end == .exited(77))
    #expect(try result.json["diagnosis"]["causes"].texts.first == "wrong_password")
    #expect(canary.found(in: result.output + result.errors).isEmpty)
  }

  @Test("a message to oneself arrives and is deleted", arguments: [User.pochta, .yonghu]) func message(_ user: User) throws {
    let result = try Self.run(
      ["send-test", "--email", user.login, "--yes", "--json", "--timeout", "20"] + Self.servers(try Self.able.get()), user)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
    let json = try result.json
    #expect(json["message"]["submission"].text == "accepted")
    #expect(json["message"]["removal"].text == "deleted")
    #expect(try Self.able.get().smtp.logs("to=<\(user.login)>"))
  }

  @Test("a server without SMTPUTF8 gets neither the address nor the password, and the cause is named", arguments: Language.allCases)
  func unable(_ language: Language) throws {
    let folder = try ProcessFolder()
    let trace = "\(folder.path)/trace"
    let arguments = ["--email", User.pochta.login, "--trace", trace, "--lang", language.rawValue] + Self.servers(try Self.unable.get())
    let result = try Self.run(arguments, .pochta)
    #expect(result.end == .exited(78), "\(result.text) \(result.complaint)")
    #expect(
      result.text.contains(
        language == .english
          ? "This server cannot take an address with letters outside ASCII." : "这台服务器不支持 @ 前面含有非 ASCII 字符的邮箱地址。"),
      "\(result.text)")
    #expect(result.text.contains("SMTPUTF8"))
    #expect(result.text.contains(language == .english ? "Your password was not sent to it." : "密码没有发给它。"))
    let lines = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(!lines.contains("MAIL FROM") && !lines.contains("AUTH PLAIN <"), "\(lines)")
    let json = try Self.run(arguments + ["--json"], .pochta).json
    #expect(json["outcome"].text == "unsupported")
    #expect(json["imap"]["failure"].isNull)
    #expect(json["smtp"]["failure"]["outcome"].text == "noUTF8")
    #expect(json["smtp"]["failure"]["stage"].text == "sender")
    #expect(json["smtp"]["secretSent"].flag == false)
    #expect(json["diagnosis"]["causes"].texts == ["unicode_address_unsupported"])
  }

  @Test("it is saved, checked and exported to nobody") func saved() throws {
    let folder = try ProcessFolder()
    let user = User.pochta
    defer { try? FileManager.default.removeItem(atPath: "\(folder.path)/config") }
    let kept = try Self.run(
      ["--email", user.login, "--save", "work", "--store", "file"] + Self.servers(try Self.able.get()), user, home: folder.path)
    #expect(kept.end == .exited(0), "\(kept.complaint)")
    let check = try Self.run(["check", "--json"], user, home: folder.path)
    #expect(check.end == .exited(0), "\(check.text) \(check.complaint)")
    let list = try Self.run(["accounts", "--json"], user, home: folder.path)
    #expect(list.text.contains(user.login))
    for client in ["msmtp", "neomutt", "thunderbird", "curl"] {
      let export = try Self.run(["export", client, "work"], user, home: folder.path)
      #expect(export.end == .exited(78), "\(client): \(export.complaint)")
      #expect(export.text.isEmpty && export.complaint.contains("ASCII"))
    }
  }
}
