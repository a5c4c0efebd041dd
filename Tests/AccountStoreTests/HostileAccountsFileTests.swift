// Account files that are wrong in one place: each is refused, and the error names the place.

import AccountStore
import Foundation
import TestSupport
import Testing

@Suite("A broken accounts file", .waiting) struct HostileAccountsFileTests {
  /// A valid account. Each test replaces one of its lines.
  private static let lines = [
    "name": #""a""#, "address": #""a@example.org""#, "imap": #"{"host":"imap.example.org","port":993,"security":"tls"}"#,
    "smtp": #"{"host":"smtp.example.org","port":465,"security":"tls"}"#, "imapUsername": #""a""#, "smtpUsername": #""a""#,
  ]

  private static func text(_ changes: [String: String?]) -> String {
    let all = lines.merging(changes.compactMapValues { $0 }) { $1 }.filter { changes[$0.key] != .some(nil) }
    return "{" + all.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private static func file(_ accounts: [String]) -> [UInt8] {
    Array("{\"schema\":1,\"accounts\":[\(accounts.joined(separator: ","))]}".utf8)
  }

  private static func faults(_ octets: [UInt8]) -> [String] {
    do throws(AccountsDocument.Error) {
      _ = try AccountsDocument(reading: octets)
      return []
    } catch {
      switch error {
      case .newer: return ["newer"]
      case .broken(let faults): return faults.map(\.path)
      }
    }
  }

  @Test("the account that the others are derived from is valid") func good() { #expect(Self.faults(Self.file([Self.text([:])])) == []) }

  @Test("the error names a missing part", arguments: lines.keys.sorted()) func missing(_ key: String) {
    #expect(Self.faults(Self.file([Self.text(["name": #""b""#]), Self.text([key: nil])])) == ["accounts[1].\(key)"])
  }

  @Test(
    "the error names the place of a wrong part",
    arguments: [
      ("name", #""""#, "name"), ("name", #""--yes""#, "name"), ("name", #"" a""#, "name"), ("name", #""a\u001b[2J""#, "name"),
      ("name", "7", "name"), ("name", "null", "name"), ("address", #""a""#, "address"), ("address", #""a@b@example.org""#, "address"),
      ("address", #""a\r\n@example.org""#, "address"), ("imapUsername", #""a\r\nA1 LOGOUT""#, "imapUsername"),
      ("smtpUsername", #""a\u202eb""#, "smtpUsername"), ("imap", #""imap.example.org:993""#, "imap"),
      ("imap", #"{"host":"imap.example.org","port":993,"security":"none"}"#, "imap.security"),
      ("imap", #"{"host":"imap.example.org","port":993}"#, "imap.security"),
      ("imap", #"{"host":"imap .example","port":993,"security":"tls"}"#, "imap.host"),
      ("imap", #"{"host":"-oProxyCommand=x","port":993,"security":"tls"}"#, "imap.host"),
      ("smtp", #"{"host":"a.example","port":0,"security":"tls"}"#, "smtp.port"),
      ("smtp", #"{"host":"a.example","port":65536,"security":"tls"}"#, "smtp.port"),
      ("smtp", #"{"host":"a.example","port":-1,"security":"tls"}"#, "smtp.port"),
      ("smtp", #"{"host":"a.example","port":"465","security":"tls"}"#, "smtp.port"),
      ("secret", #""hunter2""#, "secret"), ("secret", "{}", "secret.keyring"), ("secret", #"{"keyring":"pass"}"#, "secret.entry"),
      ("secret", #"{"keyring":"clipboard","entry":"x"}"#, "secret.keyring"), ("secret", #"{"command":[]}"#, "secret.command"),
      ("secret", #"{"command":"rm -rf"}"#, "secret.command"), ("secret", #"{"command":["a\nb"]}"#, "secret.command[0]"),
      ("paused", #""yes""#, "paused"), ("lastCheck", "1", "lastCheck"), ("lastCheck", #"{"outcome":"verified"}"#, "lastCheck.time"),
      ("lastCheck", #"{"time":-1,"outcome":"verified"}"#, "lastCheck.time"),
      ("lastCheck", #"{"time":9e18,"outcome":"verified"}"#, "lastCheck.time"),
      ("lastCheck", #"{"time":1,"outcome":"splendid"}"#, "lastCheck.outcome"),
      ("lastCheck", #"{"time":1,"outcome":"refused","cause":"bad_luck"}"#, "lastCheck.cause"),
      ("provider", "[]", "provider"),
    ])
  func wrong(_ key: String, _ value: String, _ place: String) {
    #expect(
      Self.faults(Self.file([Self.text([key: value])])).contains("accounts[0].\(place)"),
      "\(Self.faults(Self.file([Self.text([key: value])])))")
  }

  @Test("two accounts with one name are refused") func twice() {
    #expect(Self.faults(Self.file([Self.text([:]), Self.text([:])])) == ["accounts[1].name"])
  }

  @Test("what Foundation's reader accepts is refused") func lenient() {
    let good = Self.text([:])
    #expect(Self.faults(Self.file([good.replacingOccurrences(of: "\"name\":", with: "\"name\":\"x\",\"name\":")])) == ["accounts[0].name"])
    #expect(Self.faults(Array("{\"schema\":1,\"accounts\":[\(good),]}".utf8)) == ["accounts"])
    #expect(Self.faults([0xef, 0xbb, 0xbf] + Self.file([good])) == [""])
  }

  @Test(
    "a text that is no accounts file at all is refused",
    arguments: [
      "", " ", "null", "[]", "7", "\"x\"", "{", "{}", #"{"schema":1}"#, #"{"accounts":[]}"#, #"{"schema":"1","accounts":[]}"#, "\u{0}",
    ])
  func nothing(_ text: String) { #expect(Self.faults(Array(text.utf8)) != []) }

  @Test("no text makes the reader trap") func garbage() {
    let good = Self.file([Self.text(["secret": #"{"command":["a"]}"#, "lastCheck": #"{"time":1,"outcome":"verified"}"#])])
    #expect(Self.faults(good) == [])
    var numbers = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var octets = good
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let position = Int.random(in: octets.indices, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: octets[position] = UInt8.random(in: 0...255, using: &numbers)
        case 1: octets.remove(at: position)
        default: octets.insert(UInt8.random(in: 0...255, using: &numbers), at: position)
        }
      }
      // A text that passes is a registry, and is written as one.
      guard let document = try? AccountsDocument(reading: octets) else { continue }
      #expect((try? AccountsDocument(reading: document.octets))?.accounts == document.accounts)
    }
    let deep = Array((String(repeating: "[", count: 100_000)).utf8)
    #expect(Self.faults(deep) != [])
  }
}
