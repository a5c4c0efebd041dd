// What a server wants its users to be told (ALERT; RFC 9051, section 7.1) is shown with every result.

import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("alerts of servers") struct AlertTests {
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
