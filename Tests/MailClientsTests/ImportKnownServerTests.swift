// Servers of a known provider in another program's file, for an address whose domain no catalog knows.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("imports of known servers", .waiting) struct ImportKnownServerTests {
  private static func run(_ format: ImportFormat, _ text: String, _ more: [String] = []) throws -> ProcessResult {
    let folder = try ProcessFolder()
    let file = try folder.write(text.utf8, to: "file")
    return try ProcessBuilt.call(["import", format.word, file] + more, environment: ["HOME": folder.path]).run()
  }

  private static func mbsync(_ host: String, _ user: String = "me@own.example") -> String {
    "IMAPAccount a\nHost \(host)\nUser \(user)\nSSLType IMAPS\n"
  }

  private static func msmtp(_ host: String, _ port: Int = 465, _ user: String = "me@own.example") -> String {
    "account a\nhost \(host)\nport \(port)\nauth on\ntls on\ntls_starttls \(port == 465 ? "off" : "on")\nfrom \(user)\nuser \(user)\n"
  }

  @Test(
    "fault-import-known-server-unrecognised: one server of a provider brings the provider and its other server",
    arguments: [
      // The reported inputs.
      (ImportFormat.mbsync, mbsync("imap.exmail.qq.com"), "exmail", ["--imap imap.exmail.qq.com:993", "--smtp smtp.exmail.qq.com:465"]),
      (.msmtp, msmtp("smtp.exmail.qq.com"), "exmail", ["--imap imap.exmail.qq.com:993", "--smtp smtp.exmail.qq.com:465"]),
      (.msmtp, msmtp("smtp.gmail.com"), "google-workspace", ["--imap imap.gmail.com:993"]),
      (.mbsync, mbsync("imap.gmail.com"), "google-workspace", ["--smtp smtp.gmail.com:465"]),
      (.mbsync, mbsync("imap.mailbox.org"), "mailbox-org", ["--smtp smtp.mailbox.org:465"]),
      // Others of the kind: a region, capitals, another port, a provider without passwords, a server of a customer, other programs.
      (.mbsync, mbsync("imap.sg.aliyun.com"), "aliyun-enterprise", ["--smtp smtp.sg.aliyun.com:465"]),
      (.mbsync, mbsync("IMAP.Zoho.EU"), "zoho", ["--smtp smtp.zoho.eu:465"]),
      (.msmtp, msmtp("smtp.office365.com", 587), "microsoft365", ["--imap outlook.office365.com:993"]),
      (.msmtp, msmtp("panel7.mxrouting.net"), "mxroute", ["--imap panel7.mxrouting.net:993"]),
      (
        .offlineimap, "[Repository r]\ntype = IMAP\nremotehost = imap.qiye.aliyun.com\nremoteuser = me@own.example\nssl = yes\n",
        "aliyun-enterprise", ["--smtp smtp.qiye.aliyun.com:465"]
      ),
      (
        .neomutt, "set folder = imaps://me%40own.example@imap.qiye.163.com:993/\n", "netease-enterprise", ["--smtp smtp.qiye.163.com:"]
      ),
    ])
  func half(_ format: ImportFormat, _ text: String, _ id: String, _ servers: [String]) throws {
    let result = try Self.run(format, text)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains("--provider \(id) "), "\(result.text)")
    for server in servers { #expect(result.text.lowercased().contains(server), "\(result.text)") }
    #expect(!result.complaint.contains("is not in the file"), "\(result.complaint)")
    let document = try Self.run(format, text, ["--json"]).json
    #expect(document["accounts"].list.first?["provider"].text == id)
  }

  @Test(
    "of an address of another provider its servers are named, and the missing one is of the same provider", arguments: Language.allCases)
  func another(_ language: Language) throws {
    let result = try Self.run(.mbsync, Self.mbsync("imap.exmail.qq.com", "12345@qq.com"), ["--lang", language.rawValue])
    #expect(result.end == .exited(0) && result.text.contains("--smtp smtp.exmail.qq.com:465"), "\(result.text)")
    #expect(result.complaint.contains(language == .english ? "Tencent" : "腾讯"), "\(result.complaint)")
  }

  @Test(
    "a known host at another port is known, the port of the file stays, and that is said",
    arguments: [
      (ImportFormat.msmtp, msmtp("smtp.gmail.com", 2525), "google-workspace", "--smtp smtp.gmail.com:2525", "port 465"),
      (.mbsync, mbsync("imap.exmail.qq.com") + "Port 1993\n", "exmail", "--imap imap.exmail.qq.com:1993", "port 993"),
      (.msmtp, msmtp("smtp.163.com", 25, "me@163.com"), "163", "--smtp smtp.163.com:25", "465"),
    ], Language.allCases)
  func otherPort(_ given: (ImportFormat, String, String, String, String), _ language: Language) throws {
    let result = try Self.run(given.0, given.1, ["--lang", language.rawValue])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains(given.2) && result.text.contains(given.3), "\(result.text)")
    #expect(result.complaint.contains(language == .english ? "The built-in list has" : "内置列表里"), "\(result.complaint)")
    if language == .english { #expect(result.complaint.contains(given.4), "\(result.complaint)") }
    let usual = try Self.run(.mbsync, Self.mbsync("imap.exmail.qq.com"), ["--lang", language.rawValue])
    #expect(!usual.complaint.contains(language == .english ? "The built-in list has" : "内置列表里"), "\(usual.complaint)")
  }

  @Test("a host in letters of its own gets its ASCII form, and both are shown") func ownLetters() throws {
    let result = try Self.run(.mbsync, Self.mbsync("imap.münchen.example"))
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains("--imap imap.xn--mnchen-3ya.example:993"), "\(result.text)")
    #expect(result.complaint.contains("imap.münchen.example (imap.xn--mnchen-3ya.example)"), "\(result.complaint)")
    let document = try Self.run(.mbsync, Self.mbsync("почта.пример.рф"), ["--json"]).json
    #expect(document["accounts"].list.first?["imap"]["host"].text == "xn--80a1acny.xn--e1afmkfd.xn--p1ai")
  }

  @Test("an address in letters of its own is imported; at a domain of the list it is a name") func ownAddress() throws {
    let own = try Self.run(.mbsync, Self.mbsync("imap.own.example", "почта@own.example"), ["--json"]).json
    #expect(own["accounts"].list.first?["address"].text == "почта@own.example")
    let name = try Self.run(.mbsync, Self.mbsync("imap.163.com", "用户@163.com"))
    #expect(!name.text.contains("--email 用户@163.com"), "\(name.text)")
  }

  @Test(
    "a server that nobody knows brings none",
    arguments: ["imap.own.example", "imap.exmail.qq.com.example", "notimap.gmail.com.evil.example"])
  func unknown(_ host: String) throws {
    let result = try Self.run(.mbsync, Self.mbsync(host))
    #expect(result.end == .exited(0) && result.text.contains("--smtp HOST:PORT") && !result.text.contains("--provider"), "\(result.text)")
  }
}
