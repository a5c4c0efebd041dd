// The built program against a name server, a web server and mail servers of the tests' own, with a trust store of its own: about every
// kind of domain the right result, the right sentence, in time, and no question to anybody outside the domain without a yes.

import LoopbackServer
import Platform
import Posix
import Synchronization
import TestSupport
import Testing

extension SystemResolverTests {
  @Suite(.waiting) struct Domains {
    private static let cases = DomainCase.hosted(Asking.directory.catalog) + DomainCase.services + DomainCase.documents + DomainCase.others

    init() throws { try Namespace.raiseLoopback() }

    /// What one run of the program did.
    private struct Run: Sendable {
      let end: ProcessEnd?
      let complaint: String
      let isSecretFetched: Bool
      let seconds: Double
    }

    @Test("fault-domain-that-does-not-exist, fault-srv-one-record-of-two: domains of every kind, eight at a time") func all() throws {
      let cases = Self.cases
      #expect(cases.count >= 60 && Set(cases.map(\.domain)).count == cases.count)
      let folder = try ProcessFolder()
      let authority = try CertificateAuthority()
      let identity = try authority.issue(CertificateRequest(cases.flatMap(\.hosts).map { .dns($0) }))
      let mailIdentity = try authority.issue(CertificateRequest(cases.flatMap(\.mail).map { .dns($0) }))
      let store = try folder.write(authority.pem, to: "roots.pem", mode: 0o644)
      let web = try SettingsServer(port: 443, as: identity, cases.reduce(into: [:]) { $0.merge($1.pages) { _, new in new } })
      let imap = try MailServer.imap(993, as: mailIdentity)
      let smtp = try MailServer.smtp(465, as: mailIdentity)
      defer {
        imap.stop()
        smtp.stop()
      }
      let records = cases.reduce(into: [String: [DNSRecord]]()) { known, row in
        for host in row.hosts + row.mail + row.strangers { known[host, default: []].append(.loopback) }
        for (name, more) in row.records { known[name, default: []] += more }
      }
      let dns = try DNSServer(port: SystemResolverTests.port) { query in
        let name = query.question.name
        let row = cases.first { name == $0.domain || name.hasSuffix("." + $0.domain) }
        if row?.isSilent == true || row?.silent.contains(name) == true { return .silence }
        if row?.isBroken == true { return .octets(query.reply([], code: 2)) }
        if name == "imap.gmail.com" { return .octets(query.reply([])) }
        guard let known = records[name] else { return .octets(query.reply([], code: 3)) }
        return .octets(query.reply(known.filter { $0.kind.rawValue == query.question.type }))
      }
      let script = try folder.script("touch \(folder.path)/fetched-$1; printf correcthorse")
      let environment = ["SSL_CERT_FILE": store, "SSL_CERT_DIR": "/nonexistent"]
      @Sendable func oneRun(_ position: Int) -> Run {
        let (row, start) = (cases[position], Deadline.now)
        let call = ["--email", "you@\(row.domain)", "--secret-from", "command:\(script) \(position)"] + row.options
        do {
          let result = try ProcessBuilt.call(call, environment: environment).run()
          return Run(
            end: result.end, complaint: result.text + result.complaint, isSecretFetched: folder.names.contains("fetched-\(position)"),
            seconds: Deadline.now.milliseconds(since: start) / 1_000)
        } catch {
          return Run(end: nil, complaint: "\(error)", isSecretFetched: false, seconds: 0)
        }
      }
      let pool = try WorkerPool(most: 8, count: cases.count, oneRun)
      var runs: [Int: Run] = [:]
      let limit = Deadline.after(seconds: 300)
      while runs.count < cases.count, !limit.hasPassed { for (position, run) in pool.results(until: limit) { runs[position] = run } }
      for (position, row) in cases.enumerated() {
        let run = try #require(runs[position], "\(row.domain)")
        #expect(run.end == .exited(row.end), "\(row.domain): \(run.complaint)")
        for text in row.says { #expect(run.complaint.contains(text), "\(row.domain): \(text) is not in: \(run.complaint)") }
        #expect(!run.complaint.contains("correcthorse"))
        // Only a verification fetches the secret, and it begins only where nothing is left to agree to.
        #expect(run.isSecretFetched == (row.end == 68), "\(row.domain)")
        // Six seconds, and the start of the program. Eight at a time may be too many for the machine: what was slow is run alone.
        let limit = row.end == 68 ? 20.0 : 8
        let seconds = run.seconds < limit ? run.seconds : oneRun(position).seconds
        #expect(seconds < limit, "\(row.domain): \(seconds) s")
      }
      let mayAsk = cases.flatMap { [$0.domain] + $0.mayAsk } + ["imap.gmail.com"]
      let asked = Set(dns.questions.map(\.name))
      #expect(asked.allSatisfy { name in mayAsk.contains { name == $0 || name.hasSuffix("." + $0) } }, "\(asked)")
      let listed = Set(web.requests.filter { $0.hasPrefix("live.thunderbird.net") })
      #expect(listed == Set(["listed", "unlisted"].map { "live.thunderbird.net/autoconfig/v1.1/\($0).test" }))
      #expect(web.requests.allSatisfy { request in mayAsk.contains { name in request.prefix { $0 != "/" }.hasSuffix(name) } })
    }
  }
}
