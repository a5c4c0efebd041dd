// A probe of real Dovecot and Postfix: what they offer, and what they log of it.

import RealServers
import TestSupport
import Testing

@Suite("A probe of real servers", .enabled(if: Rig.runs, Rig.why), .waiting)
struct ProbeTests {
  private func probe(_ host: String, imap: UInt16, smtp: UInt16, _ security: String, _ further: [String] = []) throws -> ProcessResult {
    try ProcessBuilt.call(
      [
        "probe", "--json", "--imap", "\(host):\(imap)", "--smtp", "\(host):\(smtp)", "--imap-security", security, "--smtp-security",
        security,
        "--ca-file", try Rig.servers().caFile,
      ] + further
    ).run()
  }

  @Test("reports what they offer, over both ways to TLS, without a login", arguments: ["tls", "starttls"], ["localhost", "127.0.0.1"])
  func offers(security: String, host: String) throws {
    let servers = try Rig.servers()
    let isTLS = security == "tls"
    let folder = try ProcessFolder()
    let result = try probe(
      host, imap: isTLS ? servers.imap.tls : servers.imap.startTLS, smtp: isTLS ? servers.smtp.tls : servers.smtp.startTLS, security,
      ["--trace", "\(folder.path)/trace"])
    #expect(result.end == .exited(0), "\(result.text)")
    let json = try result.json
    #expect(json["outcome"].text == "shown")
    #expect(json["servers"].list.map { $0["protocol"].text } == ["imap", "smtp"])
    for server in json["servers"].list {
      #expect(server["failure"].isNull)
      #expect(server["offer"]["password"].text == "possible")
      #expect(server["offer"]["mechanisms"].texts.contains("PLAIN"))
      #expect(["TLSv1.2", "TLSv1.3"].contains(server["tls"]["version"].text))
      #expect(server["stages"].list.allSatisfy { $0["result"].text == "ok" })
    }
    #expect(json["servers"][0]["offer"]["id"].flag == true)
    #expect(json["servers"][1]["offer"]["size"].number != nil)
    let trace = String(decoding: try #require(ProcessFolder.read("\(folder.path)/trace")), as: UTF8.self)
    let said = trace.split(separator: "\n").compactMap { $0.split(separator: "C: ", maxSplits: 1).dropFirst().first }
    for line in said {
      #expect(
        ["CAPABILITY", "STARTTLS", "LOGOUT", "QUIT", "[127.0.0.1]"].contains(String(line.split(separator: " ").last ?? "")), "\(line)")
    }
  }

  @Test("applies the rules of a verification to certificates", arguments: TrustTests.bad, ["tls", "starttls"])
  func badCertificate(bad: TrustTests.Bad, security: String) throws {
    let servers = try Rig.servers()
    let (imap, smtp) = (try servers.imap(with: bad.certificate), try servers.smtp(with: bad.certificate))
    let isTLS = security == "tls"
    let result = try probe(
      "localhost", imap: isTLS ? imap.tls : imap.startTLS, smtp: isTLS ? smtp.tls : smtp.startTLS, security)
    #expect(result.end == .exited(76))
    let json = try result.json
    #expect(json["outcome"].text == "insecure")
    for server in json["servers"].list {
      #expect(server["failure"]["stage"].text == "tls")
      #expect(server["failure"]["outcome"].text == bad.outcome)
      #expect(server["offer"].isNull)
    }
  }
}
