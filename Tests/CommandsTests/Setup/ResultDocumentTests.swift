// Tests of the JSON of a verification, whose keys are stable for other programs.

import TestSupport
import Testing
import Vocabulary

@Suite("the JSON result", .waiting)
struct ResultDocumentTests {
  private static let session: Set<String> = [
    "host", "port", "security", "username", "stages", "tls", "mechanism", "secretSent", "secretAccepted", "recipient", "capabilities",
    "unreached", "failure", "alerts",
  ]

  @Test("of a success contains every stage with its time, and no failure", arguments: Language.allCases)
  func success(in language: Language) throws {
    let result = try Tool.demo(DemoAccount.address, secret: DemoAccount.appPassword, ["--json"] + language.option)
    let json = try result.json
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(json.keys == ["schema", "provider", "address", "outcome", "imap", "smtp", "diagnosis"])
    #expect(json["schema"].number == 1)
    #expect(json["provider"].text == "demo")
    #expect(json["address"].text == DemoAccount.address)
    #expect(json["outcome"].text == "verified")
    #expect(json["diagnosis"].isNull)
    for (side, stages) in [
      ("imap", ["resolve", "connect", "tls", "greeting", "capability", "login", "id", "list", "inbox"]),
      ("smtp", ["resolve", "connect", "tls", "greeting", "ehlo", "login", "sender"]),
    ] {
      let session = json[side]
      #expect(session.keys == Self.session)
      #expect(session["host"].text == "127.0.0.1")
      #expect((session["port"].number ?? 0) > 0)
      #expect(session["security"].text == "tls")
      #expect(session["username"].text == DemoAccount.address)
      #expect(session["stages"].list.map { $0["name"].text } == stages)
      #expect(session["stages"].list.allSatisfy { $0["result"].text == "ok" && ($0["ms"].number ?? -1) >= 0 })
      #expect(
        session["tls"].keys == [
          "version", "cipher", "trusted", "fault", "subject", "issuer", "names", "begins", "expires", "sha256",
        ])
      #expect(session["tls"]["version"].text == "TLSv1.3")
      #expect(session["tls"]["expires"].text?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
      #expect(session["mechanism"].text == "PLAIN")
      #expect(session["secretSent"].flag == true && session["secretAccepted"].flag == true)
      #expect(session["recipient"]["answer"].text == (side == "smtp" ? "accepted" : nil))
      #expect(!session["capabilities"]["before"].texts.isEmpty)
      #expect(session["failure"].isNull)
    }
    #expect(!json["imap"]["capabilities"]["after"].texts.isEmpty)
  }

  @Test(
    "fault-json-key-missing: a diagnosis has all of its keys, also where no server was asked",
    arguments: [
      ["--provider", "tuta", "--email", "me@tuta.com"], ["--provider", "outlook", "--email", "me@outlook.com"],
      ["--provider", "microsoft365", "--email", "me@own.example"], ["--email", "me@gmail.com", "--secret-from", "env:SETUP_NO_SUCH_NAME"],
      ["--provider", "nobody-knows-this", "--email", "me@gmail.com"],
    ])
  func unfinished(_ call: [String]) throws {
    let result = try Tool.run(call + (call.contains("--secret-from") ? [] : ["--secret-from", "stdin"]) + ["--json"]) {
      $0.input = .text("abcdefghijklmnop")
    }
    let diagnosis = try result.json["diagnosis"]
    #expect(diagnosis.keys == ["protocol", "causes", "explanation", "steps", "nextServers"], "\(result.text)")
    #expect(diagnosis["protocol"].isNull && diagnosis["nextServers"].isNull && diagnosis["steps"].list.isEmpty)
    #expect(diagnosis["explanation"].text?.isEmpty == false)
  }

  @Test("of a refusal contains the causes, the steps and both servers' replies", arguments: Language.allCases)
  func refusal(in language: Language) throws {
    let result = try Tool.demo(DemoAccount.address, secret: DemoAccount.webPassword, ["--json"] + language.option)
    let json = try result.json
    #expect(result.end == .exited(77))
    #expect(json["outcome"].text == "refused")
    #expect(json["diagnosis"].keys == ["protocol", "causes", "explanation", "steps", "nextServers"])
    #expect(json["diagnosis"]["causes"].texts.first == "app_password_required")
    #expect(json["diagnosis"]["explanation"].text?.contains(language == .english ? "app password" : "应用密码") == true)
    #expect(json["diagnosis"]["steps"][0].keys == ["number", "part", "text", "menu", "url", "confirmed"])
    #expect(json["diagnosis"]["steps"][0]["menu"].texts == ["Security", "App passwords"])
    for side in ["imap", "smtp"] {
      #expect(json[side]["failure"].keys == ["stage", "outcome", "code", "reply", "alert"])
      #expect(json[side]["failure"]["stage"].text == "login")
      #expect(json[side]["secretSent"].flag == true && json[side]["secretAccepted"].flag == false)
      #expect(json[side]["recipient"].isNull)
      #expect(json[side]["failure"]["outcome"].text == "refused")
      #expect(json[side]["failure"]["reply"].text?.contains("Application-specific password required") == true)
      #expect(json[side]["stages"].list.last?["result"].text == "skipped")
    }
    #expect(json["imap"]["failure"]["code"].isNull)
    #expect(json["smtp"]["failure"]["code"].number == 534)
  }

  @Test("of a mailbox with IMAP turned off names that, and does not blame the secret")
  func imapOff() throws {
    let result = try Tool.demo(DemoAccount.addressOff, secret: DemoAccount.appPassword, ["--json"])
    let json = try result.json
    #expect(result.end == .exited(77))
    #expect(json["diagnosis"]["causes"].texts.first == "imap_disabled")
    #expect(json["diagnosis"]["steps"][0]["menu"].texts == ["Settings", "IMAP"])
    #expect(json["smtp"]["failure"].isNull)
  }

  @Test("contains no control character from a server, and none of its escape sequences: term-csi-in-reply")
  func harmless() throws {
    let words = "NO [AUTHENTICATIONFAILED] \u{1b}[2J\u{1b}]0;title\u{7}wrong\u{8}\u{8}\u{9b}31m \u{202e}password\u{200b}"
    let account = try ScriptedAccount(imap: .refusing(words), smtp: .refusing("535 5.7.8 \u{1b}]52;c;aGk=\u{7}no"))
    for options in [["--json"], []] {
      let result = try Tool.run(account.arguments + ["--secret-from", "stdin"] + options) { $0.input = .text("a secret\n") }
      #expect(result.end == .exited(77))
      for output in [result.output, result.errors] {
        #expect(!PtyText.holdsControls(output))
        #expect(!String(decoding: output, as: UTF8.self).contains { "\u{202e}\u{200b}".contains($0) })
        #expect(!String(decoding: output, as: UTF8.self).contains("\\u001b"))
      }
      #expect(result.text.contains("wrong"))
    }
  }

  @Test("term-newlines-in-text, term-very-long-text: a reply of a hundred lines is shown on one line, and shortened")
  func longReply() throws {
    let lines = (0..<98).map { "535-5.7.8 line \($0) " + String(repeating: "x", count: 60) } + ["535 5.7.8 the end"]
    let account = try ScriptedAccount(imap: .accepting, smtp: .saying(lines))
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin"]) { $0.input = .text("a secret\n") }
    let said = result.text.split(separator: "\n").filter { $0.contains("line 0") }
    #expect(result.end == .exited(77))
    #expect(said.count == 1)
    #expect(said.allSatisfy { $0.hasPrefix("  The server replied: 535 ") && $0.hasSuffix("…") && $0.count < 240 })
    #expect(!result.text.contains("line 9 "))
  }

  @Test("an account outside the catalog has no provider and no steps")
  func outsideTheCatalog() throws {
    let account = try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] no"), smtp: .accepting)
    let json = try Tool.run(account.arguments + ["--secret-from", "stdin", "--json"]) { $0.input = .text("a secret\n") }.json
    #expect(json["provider"].isNull)
    #expect(json["address"].text == ScriptedAccount.address)
    #expect(json["diagnosis"]["steps"].list == [])
    #expect(json["imap"]["host"].text == "localhost")
  }
}
