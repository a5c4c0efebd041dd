// What a server wants its users to be told (ALERT; RFC 9051, section 7.1) is shown with every result.

import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("alerts of servers", .waiting) struct AlertTests {
  /// An IMAP server that says `greeting`, and `further` before its reply to CAPABILITY, which begins with `reply`.
  private static func saying(_ greeting: String, _ further: String, _ reply: String, login: String) -> ScriptedBehaviour {
    ScriptedBehaviour { _, identity in
      [
        .tls(identity), .say(Octets("\(greeting)\r\n".utf8)), .expectAny,
        .say(Octets("\(further)* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n{t} \(reply)\r\n".utf8)), .expectAny,
        .say(Octets("{t} \(login)\r\n".utf8)), .answerEach("{t} OK done\r\n"),
      ]
    }
  }

  private static let text = "Mailboxes move tomorrow, see https://own.example/move"

  @Test(
    "fault-alert-not-shown: on the page and in JSON, whether the account works or not",
    arguments: [
      ("* OK [ALERT] \(text)", "", "OK done"), ("* OK IMAP4rev1 ready", "* OK [ALERT] \(text)\r\n", "OK done"),
      ("* OK IMAP4rev1 ready", "", "OK [ALERT] \(text)"), ("* OK IMAP4rev1 ready", "* NO [ALERT] \(text)\r\n", "OK done"),
      ("* OK IMAP4rev1 ready", "* BAD [alert] \(text)\r\n", "OK done"),
    ], ["OK [CAPABILITY IMAP4rev1] in", "NO [AUTHENTICATIONFAILED] no"])
  func shown(_ said: (String, String, String), _ login: String) throws {
    for form in [[], ["--json"]] {
      let account = try ScriptedAccount(imap: Self.saying(said.0, said.1, said.2, login: login), smtp: .accepting)
      let call = account.arguments + ["--secret-from", "stdin"] + form
      let result = try Tool.run(call) { $0.input = .text("correct horse battery") }
      #expect(result.end == .exited(login.hasPrefix("OK") ? 0 : 77), "\(result.text)\(result.complaint)")
      if form.isEmpty {
        #expect(result.text.contains(Self.text), "\(result.text)")
      } else {
        #expect(try result.json["imap"]["alerts"].texts == [Self.text])
        #expect(try result.json["smtp"]["alerts"].texts.isEmpty)
      }
    }
  }

  /// A server that says `said` with its reply to the login, and then lists `folders`.
  private static func saying(_ said: String, folders: Int) -> ScriptedBehaviour {
    ScriptedBehaviour { _, identity in
      [
        .tls(identity), .say("* OK ready\r\n"), .expectAny, .say("* CAPABILITY IMAP4rev1\r\n{t} OK done\r\n"), .expectAny,
        .say(Octets(said.utf8)),
        .answerEach(Octets(String(repeating: "* LIST () \"/\" Folder\r\n", count: folders).utf8) + Octets("{t} OK done\r\n".utf8)),
      ]
    }
  }

  @Test(
    "fault-alert-not-shown: also when it comes with the answer to the login",
    arguments: [
      "{t} OK [ALERT] \(text)\r\n", "* OK [ALERT] \(text)\r\n{t} OK in\r\n", "* NO [ALERT] \(text)\r\n{t} OK [CAPABILITY IMAP4rev1] in\r\n",
      "* NO [ALERT] \(text)\r\n{t} NO [AUTHENTICATIONFAILED] no\r\n",
    ], [0, 100])
  func late(_ said: String, _ folders: Int) throws {
    let account = try ScriptedAccount(imap: Self.saying(said, folders: folders), smtp: .accepting)
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin", "--json"]) { $0.input = .text("correct horse battery") }
    #expect(result.end == .exited(said.contains("{t} NO") ? 77 : 0))
    #expect(try result.json["imap"]["alerts"].texts == [Self.text])
  }

  @Test(
    "an alert does not repeat the secret, whole or in pieces",
    arguments: [
      "{t} OK [ALERT] Your password correct horse battery is old\r\n",
      "* OK [ALERT] see correct hor\r\n* OK [ALERT] se battery\r\n{t} OK in\r\n",
      "* OK correct ho\r\n* OK [ALERT] rse battery\r\n{t} OK in\r\n",
      "* OK [ALERT] correct h\r\n{t} NO orse battery\r\n",
      "* OK [ALERT] Y29ycmVjdCBob3JzZSBi\r\n* OK [ALERT] YXR0ZXJ5\r\n{t} OK in\r\n",
    ])
  func echo(_ said: String) throws {
    for form in [[], ["--json"]] {
      let account = try ScriptedAccount(imap: Self.saying(said, folders: 0), smtp: .accepting)
      let result = try Tool.run(account.arguments + ["--secret-from", "stdin"] + form) { $0.input = .text("correct horse battery") }
      for part in ["correct h", "horse", "orse ba", "battery", "Y29ycmVj", "YXR0ZX"] {
        #expect(!(result.text + result.complaint).contains(part), "\(result.text)")
      }
    }
  }

  @Test("an alert in clear, from before the server has proved who it is, is not shown") func inClear() throws {
    let account = try ScriptedAccount(
      imap: ScriptedBehaviour { _, _ in [.say("* OK [ALERT] Call this number\r\n"), .expectAny, .say("{t} BAD no\r\n"), .silence] },
      smtp: .accepting)
    var call = account.arguments + ["--secret-from", "stdin"]
    call[call.firstIndex(of: "tls") ?? 0] = "starttls"
    let result = try Tool.run(call) { $0.input = .text("correct horse battery") }
    #expect(result.end == .exited(76) && !result.text.contains("Call this number"), "\(result.text)")
  }
}
