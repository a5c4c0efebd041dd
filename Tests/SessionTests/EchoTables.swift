// A server that repeats the secret: completely or in part, unchanged or encoded, on one line or on many.

import Foundation
import Session
import TestSupport
import Testing
import Vocabulary

@Suite struct EchoTables {
  /// Plays a login that is refused with `lines`. The report and the trace must contain nothing of `secret`.
  private func smtp(_ secret: String, _ lines: [String], at place: SourceLocation = #_sourceLocation) throws -> TranscriptRun {
    try check(try refused(secret, lines, by: .smtp), secret, at: place)
  }

  private func imap(_ secret: String, _ lines: [String], at place: SourceLocation = #_sourceLocation) throws -> TranscriptRun {
    try check(try refused(secret, lines, by: .imap), secret, at: place)
  }

  private func check(_ run: TranscriptRun, _ secret: String, at place: SourceLocation) throws -> TranscriptRun {
    #expect(run.discrepancies == [], sourceLocation: place)
    let shown = run.shown
    for part in EchoParts(of: secret).all { #expect(!shown.contains(part), "\(part) in \(shown)", sourceLocation: place) }
    return run
  }

  private func refused(_ secret: String, _ lines: [String], by mailProtocol: MailProtocol) throws -> TranscriptRun {
    TranscriptRun(try Transcript(name: "inline", text: mailProtocol == .smtp ? smtpText(secret, lines) : imapText(secret, lines)), .atOnce)
  }

  private func smtpText(_ secret: String, _ lines: [String]) -> String {
    let said = lines.enumerated().map { "S: 535\($0 == lines.count - 1 ? " " : "-")\($1)" }.joined(separator: "\n")
    return """
      protocol: smtp
      secret: \(Self.escaped(secret))

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH PLAIN
      C: AUTH PLAIN <initial-response>
      \(said)
      C: QUIT
      = login refused, code 535, secretSent true, secretAccepted false
      """
  }

  /// The same for IMAP: untagged lines, then the answer.
  private func imapText(_ secret: String, _ lines: [String]) -> String {
    let said = lines.enumerated().map { "S: \($0 == lines.count - 1 ? "A1 NO" : "* NO") \($1)" }.joined(separator: "\n")
    return """
      protocol: imap
      secret: \(Self.escaped(secret))

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
      C: A1 AUTHENTICATE PLAIN <initial-response>
      \(said)
      C: A2 LOGOUT
      = login refused, condition NO, secretSent true, secretAccepted false
      """
  }

  /// Plays a dialogue that succeeds. A text that the server sent before the secret is not an echo and stays in the
  /// trace.
  private func verify(_ text: String, at place: SourceLocation = #_sourceLocation) throws {
    for delivery in ScriptedConnection.Delivery.allCases {
      let run = TranscriptRun(try Transcript(name: "inline", text: text), delivery)
      #expect(run.report.isVerified, sourceLocation: place)
      #expect(
        run.discrepancies.filter { !$0.hasPrefix("the trace holds") && !$0.hasPrefix("the report holds") } == [], sourceLocation: place)
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: #"\\"#).utf8.map { $0 > 0x20 && $0 < 0x80 ? String(Unicode.Scalar($0)) : #"\x\#(String($0, radix: 16))"# }
      .joined()
  }

  @Test(
    "fault-part-of-secret-in-shown-reply: no part of the secret is shown",
    arguments: [
      (#"x"ghp_0123456789abcdefXYZ"#, #"Illegal syntax: Too many arguments for command: b'hp_0123456789abcdefXYZ"'"#),
      (#"x"ghp_0123456789abcdefXYZ"#, #"bad string x\\"ghp_0123456789"#), (#"a\b"c\d-Kanarie9"#, #"cannot parse \\\\d-Kanarie9"#),
      ("correct-horse-battery", "unexpected token horse-batt"), ("Kanarie-Xq7z9", "login Kanari failed"),
      ("pässwörd-Xq7z9", "got sswörd-X"),
      ("abcdefghijklmnop", "refused: defghi"), ("Kanarie-Xq7z9", "refused: KANARIE-XQ7Z9"),
    ])
  func parts(_ secret: String, _ words: String) throws {
    for run in [try smtp(secret, [words]), try imap(secret, [words])] {
      #expect(run.words.contains("<secret>"))
    }
  }

  private static let secrets = ["Kanarie-Xq7z9", #"p"q\u o'te {5}"#, "abcdabcdabcdabcd", "äöü-Kanarie-密码", "Zk9<&>%=+/"]

  @Test("fault-echo-mask-has-holes: whatever the server writes it in", arguments: secrets) func encodings(_ secret: String) throws {
    for (name, echo) in EchoParts.transformations(of: secret) {
      for words in ["refused: \(echo)", echo, "x\(echo)y [\(echo)]"] {
        let run = try smtp(secret, [Self.escaped(words)])
        #expect(run.words.contains("<secret>"), "\(name)")
        _ = try imap(secret, [Self.escaped(words)])
      }
    }
  }

  @Test("fault-echo-mask-has-holes: split over the lines of an answer", arguments: secrets, [2, 3, 5]) func lines(
    _ secret: String, _ size: Int
  ) throws {
    for (_, echo) in EchoParts.transformations(of: secret) where !echo.utf8.contains(where: { $0 >= 0x80 }) {
      var pieces: [String] = []
      for character in echo {
        if let last = pieces.last, last.count < size {
          pieces[pieces.count - 1].append(character)
        } else {
          pieces.append(String(character))
        }
      }
      let lines = pieces.map(Self.escaped)
      for lines in [lines, lines.map { "5.7.8 " + $0 }] where lines.count < 100 {
        let shown = try smtp(secret, lines).shown + (try imap(secret, lines)).shown
        // Nor may the parts be read across the lines.
        let joined = shown.replacing("5.7.8", with: "").filter { $0.isLetter || $0.isNumber }.lowercased()
        for part in EchoParts(of: secret).all where part.count > 7 {
          #expect(!joined.contains(part.filter { $0.isLetter || $0.isNumber }.lowercased()) || part.filter(\.isLetter).count < 4, "\(part)")
        }
      }
    }
  }

  @Test("fault-echo-mask-has-holes: parts of every form, cut anywhere", arguments: secrets) func cutForms(_ secret: String) throws {
    for (_, echo) in EchoParts.transformations(of: secret) where echo.utf8.allSatisfy({ $0 < 0x80 }) {
      for cut in [1, 2, 3] where echo.count > cut + 8 {
        _ = try smtp(secret, [Self.escaped(String(echo.dropFirst(cut)))])
        _ = try smtp(secret, [Self.escaped(String(echo.dropLast(cut)))])
      }
    }
  }

  @Test(
    "fault-echo-mask-has-holes: a secret of a few octets masks the whole text, a short one all but its shortest parts",
    arguments: [
      ("abc", "wrong abc here", "<secret>"), ("a1", "wrong a1", "<secret>"), ("xyz", "no", "no"),
      ("abcd", "so abcd it is", "so <secret> it is"),
      ("abc12", "got abc1.", "got <secret>."), ("abc123", "got abc12.", "got <secret>."), ("abc", "wrong a.b.c ab", "wrong a.b.c ab"),
    ])
  func short(_ secret: String, _ words: String, _ shown: String) throws {
    for run in [try smtp(secret, [words]), try imap(secret, [words])] {
      #expect(run.words == shown)
    }
  }

  @Test(
    "ordinary words stay visible",
    arguments: ["5.7.8 Error: authentication failed: VXNlcm5hbWU6", "Invalid login or password", "用户名或密码错误", "[ALERT] Web login required"])
  func ordinary(_ words: String) throws {
    for secret in ["login", "pass-W0rd-99", "user error", "My-Password-1", "xxPasswordxx", "Authentication9", "密码-Kanarie9"]
    where !words.contains(secret) {
      #expect(try refused(secret, [Self.escaped(words)], by: .smtp).words == words)
    }
  }

  @Test(
    "fault-mask-before-parsing: a secret that is a piece of SMTP does not break the dialogue",
    arguments: ["250 ", "235 ", "235 2.7.0 ok", "250-", "250 2.1.0 ok", "2", "AUTH PLAIN", "PIPELINING", "220 mail ESMTP"])
  func smtpPieces(_ secret: String) throws {
    try verify(
      """
      protocol: smtp
      secret: \(secret.replacing(" ", with: #"\x20"#))

      X: tls
      S: 220 mail ESMTP ready
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250-PIPELINING
      S: 250 AUTH PLAIN LOGIN
      C: AUTH PLAIN <initial-response>
      S: 235 2.7.0 ok
      C: MAIL FROM:<you@example.org>
      C+ RCPT TO:<you@example.org>
      S: 250 2.1.0 ok
      S: 250 2.1.5 ok
      C: RSET
      C+ QUIT
      = verified, recipient accepted
      """)
  }

  @Test(
    "fault-mask-before-parsing: a secret that is a piece of IMAP does not either",
    arguments: ["A2 OK", "* LIST", "A1 OK", "A1 OK logged in", "CAPABILITY", "* ", "OK", "A3 OK done", "{5}", "IMAP4rev1"])
  func imapPieces(_ secret: String) throws {
    try verify(
      """
      protocol: imap
      secret: \(secret.replacing(" ", with: #"\x20"#))

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
      C: A1 AUTHENTICATE PLAIN <initial-response>
      S: A1 OK logged in
      C: A2 CAPABILITY
      C+ A3 LIST "" "%"
      C+ A4 EXAMINE INBOX
      S: * CAPABILITY IMAP4rev1
      S: A2 OK done
      S: * LIST () "/" {5}
      S: INBOX
      S: A3 OK done
      S: A4 OK done
      C: A5 LOGOUT
      = verified
      """)
  }

  @Test(
    "fault-offer-masked-by-chance: what was offered before the secret was sent stays visible, and so do standard names after it",
    arguments: ["LOGIN", "SASL-IR", "IMAP4rev1", "PLAIN", "x-odd-name", "AUTH=PLAIN", "NAMESPACE", "auth"])
  func offers(_ secret: String) throws {
    let offered = "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN X-ODD-NAME"
    let after = "IMAP4rev1 SASL-IR AUTH=LOGIN NAMESPACE"
    let run = TranscriptRun(
      try Transcript(
        name: "inline",
        text: """
          protocol: imap
          secret: \(secret)

          X: tls
          S: * OK [CAPABILITY \(offered)] ready
          C: A1 AUTHENTICATE PLAIN <initial-response>
          S: A1 OK [CAPABILITY \(after)] in
          C: A2 LIST "" "%"
          C+ A3 EXAMINE INBOX
          S: A2 OK
          S: A3 NO no
          C: A4 LOGOUT
          = inbox refused, secretSent true, secretAccepted true
          """), .atOnce)
    #expect(run.report.capabilitiesBefore == offered.uppercased().split(separator: " ").map(String.init))
    #expect(run.report.capabilitiesAfter == after.uppercased().split(separator: " ").map(String.init))
    #expect(run.traced.contains { $0.contains(offered) })
    let smtp = try refused(secret, ["no"], by: .smtp)
    #expect(smtp.report.capabilitiesBefore == ["AUTH PLAIN"] && smtp.traced.contains("250 AUTH PLAIN"))
  }

  @Test(
    "fault-echo-mask-has-holes: split over untagged data, behind words that are repeated, between other lines, and over answers",
    arguments: ["Kanarie-Xq7z9pLm", "correcthorsebattery"], [2, 3, 4, 5])
  func framed(_ secret: String, _ size: Int) throws {
    let pieces = stride(from: 0, to: secret.count, by: size).map { String(Array(secret)[$0..<min($0 + size, secret.count)]) }
    func joined(_ run: TranscriptRun) -> String {
      (run.traced + [run.words]).joined(separator: "\n").filter { $0.isLetter || $0.isNumber }.lowercased()
    }
    for head in ["X ", #"LIST () "/" "#, "OK ", "NO [ALERT] "] {
      let said = pieces.dropLast().map { "S: * \(head)\($0)" } + ["S: A1 NO \(pieces.last ?? "")"]
      let text = imapText(secret, ["no"]).replacing("S: A1 NO no", with: said.joined(separator: "\n"))
      let run = TranscriptRun(try Transcript(name: "inline", text: text), .atOnce)
      #expect(run.discrepancies == [])
      #expect(run.words == "<secret>", "\(head): \(run.words)")
      // No line contains any of it except what may be coincidence.
      for piece in pieces.dropLast() { #expect(!run.traced.contains("* \(head)\(piece)"), "\(run.traced)") }
    }
    for head in ["", "5.7.8 ", "part ", "5.7.8 part of it: "] {
      let run = try refused(secret, pieces.map { head + $0 }, by: .smtp)
      #expect(run.discrepancies == [])
      #expect(!run.words.contains(pieces[0]) && !run.words.contains(pieces[1]), "\(run.words)")
      #expect(!joined(run).contains(secret.filter { $0.isLetter || $0.isNumber }.lowercased()))
    }
  }

  @Test("capabilities, mechanisms and names are masked too", arguments: ["Kanarie-Xq7z9", "KANARIEXQ7Z9", "a/b.kanarie"])
  func capabilities(_ secret: String) throws {
    let run = TranscriptRun(
      try Transcript(
        name: "inline",
        text: """
          protocol: imap
          secret: \(secret)

          X: tls
          S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
          C: A1 AUTHENTICATE PLAIN <initial-response>
          S: A1 OK [CAPABILITY IMAP4rev1 X-\(secret) ID] in
          C: A2 ID ("name" "setup" "version" "1.0" "vendor" "setup")
          C+ A3 LIST "" "%"
          C+ A4 EXAMINE INBOX
          S: A2 OK
          S: A3 OK
          S: A4 NO [\(secret)] gone
          C: A5 LOGOUT
          = inbox refused, secretSent true, secretAccepted true
          """), .atOnce)
    #expect(run.discrepancies == [])
    #expect(!run.shown.lowercased().contains(secret.lowercased()))
    #expect(run.report.capabilitiesAfter?.last == "ID")
  }
}

extension TranscriptRun {
  /// The refusal as the report has it.
  fileprivate var words: String { String(decoding: report.failure?.reply?.octets ?? [], as: UTF8.self) }

  /// Everything that can be shown of it.
  fileprivate var shown: String {
    let reply = report.failure?.reply.map { words + "\n" + Visible($0.octets, charset: .gb18030).text } ?? ""
    let report = "\(String(describing: report.failure?.outcome)) \(report.capabilitiesBefore ?? []) \(report.capabilitiesAfter ?? [])"
    return reply + "\n" + report + "\n" + traced.joined(separator: "\n")
  }
}
