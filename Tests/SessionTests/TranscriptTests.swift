// Every dialogue of Transcripts, and what holds for all of them.

import Session
import TestSupport
import Testing
import Vocabulary

@Suite struct TranscriptTests {
  @Test("the dialogue goes exactly as its transcript describes", arguments: Transcripts.names)
  func dialogue(_ name: String) throws {
    try play(try Transcripts.named(name))
  }

  @Test("there are transcripts, and each begins with its purpose") func areThere() throws {
    #expect(Transcripts.names.count - Transcripts.recorded.count > 200)
    #expect(Transcripts.recorded.count >= 72)
    for name in Transcripts.names { #expect(try Transcripts.text(name).hasPrefix("# "), "\(name)") }
  }

  @Test("imap-nothing-but-login, smtp-never-sends-mail: no command that writes mail or changes a mailbox", arguments: Transcripts.names)
  func commands(_ name: String) throws {
    let transcript = try Transcripts.named(name)
    let allowed: Set<String> =
      switch transcript.plan.mailProtocol {
      case .imap: ["CAPABILITY", "STARTTLS", "ID", "AUTHENTICATE", "LOGIN", "LIST", "EXAMINE", "LOGOUT"]
      case .smtp: ["EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "RSET", "QUIT"]
      }
    for line in transcript.clientLines where !line.isAnswer {
      let words = line.trace.split(separator: " ")
      let command = transcript.plan.mailProtocol == .imap ? words.dropFirst().first : words.first
      #expect(allowed.contains(String(command ?? "")), "\(line.trace)")
    }
  }

  @Test("only the way to TLS is sent unencrypted", arguments: Transcripts.names)
  func inClear(_ name: String) throws {
    let transcript = try Transcripts.named(name)
    for event in transcript.events {
      if event == .secure { break }
      guard case .client(let lines) = event else { continue }
      for line in lines {
        #expect(["A1 CAPABILITY", "A1 STARTTLS", "A2 STARTTLS", "EHLO [127.0.0.1]", "STARTTLS"].contains(line.trace))
      }
    }
  }
}

extension Transcript {
  /// The client's lines; `isAnswer` for those that only answer a challenge or contain a literal.
  fileprivate var clientLines: [(trace: String, isAnswer: Bool)] {
    var lines: [(String, Bool)] = []
    var last: [UInt8] = []
    for event in events {
      switch event {
      case .server(let octets): last = octets
      case .client(let flight):
        let isAnswer = last.starts(with: "+".utf8) || last.starts(with: "334".utf8)
        for (number, line) in flight.enumerated() {
          let followsLiteral = number > 0 && flight[number - 1].trace.hasSuffix("}")
          lines.append((line.trace, number == 0 ? isAnswer : followsLiteral))
        }
      case .secure, .end: break
      }
    }
    return lines
  }
}
