// Failures in which no server refused anything.

import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Failures without a refusal") struct SilenceTests {
  private static func at(_ port: UInt16, _ security: Security) -> Endpoint {
    Endpoint(host: HostName("mail.own.example")!, port: port, security: security)
  }

  private static func tls(_ said: String) -> SessionFailure {
    SessionFailure(stage: .tls, cause: .net(.tls(.notTLS(said: Visible(said)))))
  }

  private static func refused(_ stage: Stage = .connect) -> SessionFailure { SessionFailure(stage: stage, cause: .net(.refused)) }

  @Test(
    "fault-starttls-on-a-tls-port: no greeting at a port that begins with TLS is a wrong port, and will not come later",
    arguments: [993, 465, 443] as [UInt16])
  func silentPort(_ port: UInt16) throws {
    let silent = SessionFailure(stage: .greeting, cause: .net(.timedOut))
    var evidence = Evidence(imap: silent, smtp: silent)
    evidence.endpoints = [.imap: Self.at(port, .startTLS), .smtp: Self.at(port, .startTLS)]
    let diagnosis = try #require(Diagnosis(evidence, provider: nil))
    #expect(diagnosis.causes == [.wrongServerOrPort])
    #expect(diagnosis.outcome == .unreachable)
    // A server that is slow may answer later.
    evidence.endpoints = [.imap: Self.at(143, .startTLS), .smtp: Self.at(587, .startTLS)]
    let slow = try #require(Diagnosis(evidence, provider: nil))
    #expect(slow.causes == [.temporaryServerError])
    #expect(slow.outcome == .temporary)
  }

  @Test(
    "fault-web-page-on-a-mail-port: a web page on a mail port is the network's, before it is a wrong port",
    arguments: ["HTTP/1.1 302 Found", "HTTP/1.0 200 OK", "<!DOCTYPE html>", "<html><head>"])
  func webPage(_ line: String) throws {
    for failure in [Self.tls(line), SessionFailure(stage: .greeting, cause: .notThisProtocol(said: Visible(line), service: .http))] {
      #expect(Diagnosis(Evidence(imap: failure, smtp: failure), provider: nil)?.causes == [.networkProblem, .wrongServerOrPort])
    }
    #expect(Diagnosis(Evidence(imap: Self.tls("SSH-2.0-x"), smtp: nil), provider: nil)?.causes == [.wrongServerOrPort])
  }

  @Test(
    "fault-limit-in-clear-on-a-tls-port: a limit that is told in clear where TLS begins is a limit",
    arguments: [
      ("421 Too many concurrent SMTP connections from this IP address; please try again later.", Cause.tooManyConnections),
      ("* BYE Too many connections from your address", .tooManyConnections), ("421 4.7.0 Too many login attempts", .rateLimited),
      ("421 Service not available, closing channel", .temporaryServerError),
    ])
  func limit(_ line: String, _ cause: Cause) throws {
    let isIMAP = line.hasPrefix("*")
    let evidence = Evidence(imap: isIMAP ? Self.tls(line) : nil, smtp: isIMAP ? nil : Self.tls(line))
    let diagnosis = try #require(Diagnosis(evidence, provider: nil))
    #expect(diagnosis.causes.first == cause)
    #expect(diagnosis.outcome == .temporary)
  }

  @Test("fault-closed-port-blames-the-network: a closed port of a typed server beside a working one is a slip in the port") func slip()
    throws
  {
    for evidence in [Evidence(imap: Self.refused(), smtp: nil), Evidence(imap: nil, smtp: Self.refused())] {
      #expect(Diagnosis(evidence, provider: nil)?.causes == [.wrongServerOrPort, .networkProblem])
    }
    // The servers of the entry are right.
    var known = Evidence(imap: Self.refused(), smtp: nil)
    known.ownServers = [.imap, .smtp]
    #expect(Diagnosis(known, provider: Bundled.catalog.provider(id: "gmail"))?.causes == [.networkProblem, .wrongServerOrPort])
    // A port that is dropped on the way answers nothing.
    let dropped = Evidence(imap: nil, smtp: SessionFailure(stage: .connect, cause: .net(.connectTimeout)))
    #expect(Diagnosis(dropped, provider: nil)?.causes == [.networkProblem, .wrongServerOrPort])
  }

  @Test("fault-silence-and-closed-ports-without-cause, fault-json-causes-empty: whatever fails has a cause") func never() throws {
    let both = Evidence(imap: Self.refused(), smtp: Self.refused())
    #expect(Diagnosis(both, provider: nil)?.causes == [.wrongServerOrPort, .networkProblem])
    let causes: [SessionFailure.Cause] = [
      .net(.noSuchHost(exists: true)), .net(.noSuchHost(exists: false)), .net(.dnsFailed), .net(.refused), .net(.unreachable),
      .net(.connectTimeout), .net(.closedEarly(reset: false)), .net(.closedEarly(reset: true)), .net(.timedOut), .net(.system(24)),
      .net(.tls(.truncated)), .noStartTLS, .tampered(.unaskedReply), .notThisProtocol(said: Visible("x"), service: nil),
      .brokenReply(said: Visible("x")), .tooMuch(.lines), .loginDisabled, .noMechanism(offered: []), .needsOAuth(offered: []),
      .takesNoToken(offered: []), .takesNoUTF8, .cannotVerify(.serverUnproven), .serverUnavailable(.imap("BYE x")),
      .temporary(.smtp("421 x")),
      .refused(.imap("NO x")), .startTLSRefused(.smtp("454 x")), .tokenRefused(.imap("NO x"), nil),
    ]
    for cause in causes {
      for stage in Stage.allCases {
        let failure = SessionFailure(stage: stage, cause: cause)
        #expect(Diagnosis(Evidence(imap: failure, smtp: nil), provider: nil)?.causes.isEmpty == false, "\(failure)")
        #expect(Diagnosis(Evidence(imap: failure, smtp: failure), provider: Bundled.catalog.provider(id: "163"))?.causes.isEmpty == false)
      }
    }
  }

  @Test("fault-closed-before-greeting-is-76: closed before the greeting is unreachable, closed later is for now") func closed() throws {
    for (stage, outcome) in [
      (Stage.tls, Outcome.unreachable), (.greeting, .unreachable), (.capability, .temporary), (.ehlo, .temporary), (.login, .temporary),
      (.inbox, .temporary),
    ] {
      for reset in [true, false] {
        let failure = SessionFailure(stage: stage, cause: .net(.closedEarly(reset: reset)))
        let diagnosis = try #require(Diagnosis(Evidence(imap: failure, smtp: nil), provider: nil))
        #expect(diagnosis.outcome == outcome, "\(stage)")
        #expect(diagnosis.causes == [.temporaryServerError, .tooManyConnections, .regionOrIPBlocked])
      }
    }
  }

  @Test("a name server that does not know a server of the catalog is the network's") func filtered() throws {
    let unknown = SessionFailure(stage: .resolve, cause: .net(.noSuchHost(exists: false)))
    var evidence = Evidence(imap: unknown, smtp: unknown)
    #expect(Diagnosis(evidence, provider: nil)?.causes == [.wrongServerOrPort, .networkProblem])
    evidence.ownServers = [.imap, .smtp]
    #expect(Diagnosis(evidence, provider: Bundled.catalog.provider(id: "gmail"))?.causes == [.networkProblem, .wrongServerOrPort])
  }
}
