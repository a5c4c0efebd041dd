// Tests of the exit status when one server fails and when both do.

import TestSupport
import Testing

@Suite("exit status", .waiting)
struct ExitStatusTests {
  enum Server: String, CaseIterable, Sendable {
    case fine, refuses, takesTokensOnly, isNotTrusted, isNotThere, isBusy

    var behaviour: ScriptedBehaviour? {
      switch self {
      case .fine: .accepting
      case .refuses: .refusing("NO [AUTHENTICATIONFAILED] wrong password")
      case .takesTokensOnly: .oauthOnly
      case .isNotTrusted: .selfSigned
      case .isNotThere: nil
      case .isBusy: .closed
      }
    }

    /// The behavior of an SMTP server.
    var submission: ScriptedBehaviour? { self == .refuses ? .refusing("535 5.7.8 wrong password") : behaviour }

    /// The status, from the worst to the best for the user.
    var status: Int32 {
      switch self {
      case .fine: 0
      case .refuses: 77
      case .takesTokensOnly: 78
      case .isNotTrusted: 76
      case .isNotThere: 69
      case .isBusy: 75
      }
    }

    var outcome: String {
      switch self {
      case .fine: "verified"
      case .refuses: "refused"
      case .takesTokensOnly: "unsupported"
      case .isNotTrusted: "insecure"
      case .isNotThere: "unreachable"
      case .isBusy: "temporary"
      }
    }
  }

  @Test("if both fail, the worse for the user counts: 77, 78, 76, 69, 75", arguments: Server.allCases, Server.allCases)
  func ranks(_ imap: Server, _ smtp: Server) throws {
    let account = try ScriptedAccount(imap: imap.behaviour, smtp: smtp.submission)
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin", "--json"]) { $0.input = .text("a secret\n") }
    let order: [Server] = [.refuses, .takesTokensOnly, .isNotTrusted, .isNotThere, .isBusy, .fine]
    let worse = try #require(order.first { $0 == imap || $0 == smtp })
    let json = try result.json
    #expect(result.end == .exited(worse.status))
    #expect(json["outcome"].text == worse.outcome)
    // The document has both failures, whichever decides the status.
    #expect(json["imap"]["failure"].isNull == (imap == .fine))
    #expect(json["smtp"]["failure"].isNull == (smtp == .fine))
    #expect(json["diagnosis"].isNull == (worse == .fine))
    #expect(result.errors == [])
  }

  @Test(
    "an invalid address is bad data", arguments: ["a@b", "a b@example.org", "@example.org", "a@", "a@[127.0.0.1]", "a@localhost", ""])
  func badAddress(_ address: String) throws {
    let result = try Tool.run(["--provider", "demo", "--email", address, "--secret-from", "stdin"])
    #expect(result.end == .exited(address.isEmpty ? 64 : 65))
    #expect(result.output == [])
  }

  @Test("an invalid CA file", arguments: ["/nonexistent/ca.pem", "/dev/null", "/tmp"])
  func badAuthority(_ file: String) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let arguments = account.arguments.map { $0 == account.caFile ? file : $0 }
    let result = try Tool.run(arguments + ["--secret-from", "stdin"]) { $0.input = .text("a secret\n") }
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains(file))
    #expect(account.received.isEmpty)
  }

  @Test(
    "a server that becomes silent ends the run within --timeout",
    arguments: [ScriptedBehaviour.silentAtOnce, .silentAfterTLS, .silentAfterLogin])
  func timeout(_ behaviour: ScriptedBehaviour) throws {
    let account = try ScriptedAccount(imap: behaviour, smtp: .accepting)
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin", "--json", "--timeout", "1"]) { $0.input = .text("a secret\n") }
    #expect(result.end == .exited(75))
    #expect(result.seconds < 10)
    #expect(try result.json["imap"]["failure"]["outcome"].text == "timedOut")
    #expect(try result.json["smtp"]["failure"].isNull)
  }

  @Test("argv-env-resolver: the resolver's environment variables do not change the name that the certificate must have")
  func resolverEnvironment() throws {
    let folder = try ProcessFolder()
    let aliases = try folder.write("localhost evil.example\n".utf8, to: "aliases")
    let places = ["HOSTALIASES": aliases, "LOCALDOMAIN": "evil.example", "RES_OPTIONS": "attempts:10 timeout:30 ndots:15"]
    for (behaviour, status) in [(ScriptedBehaviour.accepting, 0), (.otherName, 76)] as [(ScriptedBehaviour, Int32)] {
      let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
      let result = try Tool.run(account.arguments + ["--secret-from", "stdin"], environment: places) { $0.input = .text("a secret\n") }
      #expect(result.end == .exited(status))
      #expect(account.secretsReceived.isEmpty == (status != 0))
    }
  }

  @Test("an invalid time limit", arguments: ["0", "-1", "1e3", "nan", "3601", "", "1s", "٣"])
  func badTimeout(_ time: String) throws {
    #expect(try Tool.run(["--provider", "demo", "--timeout", time]).end == .exited(64))
  }
}
