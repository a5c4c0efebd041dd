// The mechanisms that prove a password by sending it, octet by octet.

import Testing
import Vocabulary
import Wire

@Suite("PLAIN and LOGIN") struct PasswordMechanismTests {
  @Test(
    "PLAIN is an empty name, NUL, user name, NUL, password (smtp-password-special, imap-password-leading-trailing-space)",
    arguments: [("you@example.org", "secret"), ("you", " a\"b\\=c "), ("ü", "密码"), ("", ""), ("you", "x")])
  func plain(_ username: String, _ password: String) throws {
    let message = try #require(PLAIN(username: username, password: Secret(copying: password.utf8)).initialResponse)
    #expect(Base64.decode(message.encoded.withOctets { Array($0) }) == [.nul] + Array(username.utf8) + [.nul] + Array(password.utf8))
  }

  @Test("PLAIN as in RFC 4616: any challenge asks for the message again, and no challenge has another response") func plainExample() throws
  {
    var mechanism = PLAIN(username: "tim", password: Secret(copying: "tanstaaftanstaaf".utf8))
    #expect(mechanism.initialResponse?.encoded.withOctets { $0.text } == "AHRpbQB0YW5zdGFhZnRhbnN0YWFm")
    #expect(mechanism.progress == .complete && mechanism.name == .plain)
    #expect(mechanism.isRequest(SASLChallenge([])) && mechanism.isRequest(SASLChallenge(Array("Password:".utf8))))
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: SASLChallenge([])) }
  }

  @Test("smtp-empty-ir: the response with empty user name and password is not empty, so it is never sent as =") func emptiest() throws {
    let command = try #require(SMTPCommand.auth(.plain, PLAIN(username: "", password: Secret(copying: [])).initialResponse))
    #expect(Outgoing.wire([command]).withOctets { $0.text } == "AUTH PLAIN AAA=\r\n")
  }

  @Test("an empty initial response is = on the command line and an empty line as an answer (RFC 4954, section 4)") func empty() {
    #expect(Outgoing.wire([SASLMessage.shown("").initialResponse]).withOctets { $0.text } == "=\r\n")
    #expect(Outgoing.wire([SASLMessage.shown("").response]).withOctets { $0.text } == "\r\n")
  }

  @Test("LOGIN answers user name, then password, whatever the challenges are (smtp-auth-only-login, smtp-auth-login-swapped-prompts)")
  func login() throws {
    var mechanism = LOGIN(username: "you@example.org", password: Secret(copying: "pässword".utf8))
    #expect(mechanism.initialResponse == nil)
    for (challenge, response, trace) in [("Password:", "eW91QGV4YW1wbGUub3Jn", "eW91QGV4YW1wbGUub3Jn"), ("", "cMOkc3N3b3Jk", "<password>")]
    {
      #expect(mechanism.progress == .incomplete)
      let line = try mechanism.respond(to: SASLChallenge(Array(challenge.utf8))).response
      #expect(Outgoing.wire([line]).withOctets { $0.text } == response + "\r\n")
      #expect(line.trace == trace)
    }
    #expect(mechanism.progress == .complete)
    #expect(throws: SASLError.unexpectedChallenge) { try mechanism.respond(to: SASLChallenge([])) }
  }
}
