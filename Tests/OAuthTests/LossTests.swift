// Runs that are killed, disks that are full and keyrings that refuse, at each step: the old or the new token is there, and works.

import Foundation
import Platform
import Posix
import Synchronization
import TestSupport
import Testing
import Vocabulary

@Suite("no token is lost", .waiting) struct LossTests {
  /// Requests a token while each call of pass in turn goes wrong, until none does. Returns the calls after which the sign-in was over.
  private func losses(_ bench: StrictBench, _ deed: String) throws -> [String] {
    try bench.signIn()
    var lost: [String] = []
    for number in 1...60 {
      try bench.expire()
      try bench.plan(number, deed)
      let first = try bench.run(["secret", "work"])
      guard let hit = bench.endPlan() else {
        #expect(bench.isGood(first), "\(first.complaint)")
        // A refresh has at least: look, rehearse, write twice, remove.
        #expect(number > 10, "\(number)")
        return lost
      }
      #expect(first.end == .signalled(SIGKILL) || bench.isGood(first) || !first.errors.isEmpty, "\(hit): \(first.end)")
      let second = try bench.run(["secret", "work"])
      if bench.isGood(second) {
        // What is left in the second entry goes with the next refresh.
        try bench.expire()
        #expect(bench.isGood(try bench.run(["secret", "work"])), "\(hit)")
        #expect(bench.entries() == ["\(StrictBench.address).gpg"], "\(hit)")
      } else {
        lost.append(hit.trimmingCharacters(in: .newlines))
        #expect(second.end == .exited(77) && second.complaint.contains("setup login work"), "\(second.complaint)")
        let login = try bench.run(["login", "work"])
        try #require(login.end == .exited(0), "\(login.complaint)")
        #expect(bench.isGood(try bench.run(["secret", "work"])))
      }
      try #require(bench.server.isGrantAlive)
    }
    Issue.record("no run without a plan")
    return lost
  }

  private static let deeds = ["killBefore", "killAfter", "refuse", "refuseAfter", "truncate"]

  @Test("at a server that accepts the token before the last until the last one is used, not even that kill does")
  func lenient() throws {
    #expect(try losses(StrictBench(StrictServer(isLenient: true)), "killBefore") == [])
  }

  @Test(
    "at a server that accepts each token once, only one moment ends the sign-in: a kill between its answer and the first write",
    arguments: deeds)
  func strict(_ deed: String) throws {
    // No client can close it: the only copy of the new token is in the memory of the process that is killed. The program calls nothing
    // between the answer and the first write, so that this is the only call of pass before which a kill counts.
    let lost = try losses(StrictBench(StrictServer()), deed)
    #expect(lost == (deed == "killBefore" ? ["insert mail/\(StrictBench.address)~new"] : []))
  }

  @Test("a keyring that refuses everything from some call on: what the server issued is printed, and said not to be kept")
  func gone() throws {
    let bench = try StrictBench(StrictServer(isLenient: true))
    try bench.signIn()
    for number in 1...12 {
      try bench.expire()
      let before = bench.server.refreshes
      try bench.plan(number, "gone")
      let first = try bench.run(["secret", "work"])
      _ = bench.endPlan()
      // Without a rehearsal that succeeded nothing was asked of the server.
      let isPrinted = bench.server.opens(first.output.dropLast())
      #expect(isPrinted == (bench.server.refreshes > before), "\(number): \(first.complaint)")
      #expect(first.end == .exited(0) || first.complaint.contains("pass reported an error"), "\(number): \(first.complaint)")
      #expect(bench.isGood(try bench.run(["secret", "work"])), "\(number)")
      try bench.expire()
      #expect(bench.isGood(try bench.run(["secret", "work"])), "\(number)")
      #expect(bench.entries() == ["\(StrictBench.address).gpg"], "\(number)")
    }
  }

  enum Moment: String, CaseIterable, Sendable { case received, decided }

  @Test("killed while the server answers", arguments: [false, true], Moment.allCases)
  func answering(_ isLenient: Bool, _ moment: Moment) throws {
    let bench = try StrictBench(StrictServer(isLenient: isLenient))
    try bench.signIn()
    try bench.expire()
    let victim = Mutex<pid_t?>(nil)
    let server = bench.server
    server.watch { request, now in
      guard request.path == "/token", now == (moment == .received ? .received : .decided) else { return }
      let end = Deadline.after(seconds: 20)
      while !end.hasPassed {
        if let process = victim.withLock({ $0 }) {
          kill(process, SIGKILL)
          return
        }
        Wait.pause(seconds: 0.005)
      }
    }
    let run = try bench.call(["secret", "work"]).start()
    victim.withLock { $0 = run.process }
    #expect(try run.finish(within: 60).end == .signalled(SIGKILL))
    server.watch(nil)
    // The server has replaced the token for a client that does not exist any more.
    let second = try bench.run(["secret", "work"])
    if isLenient {
      #expect(bench.isGood(second), "\(second.complaint)")
    } else {
      #expect(second.end == .exited(77) && second.complaint.contains("setup login work"), "\(second.complaint)")
      #expect(try bench.run(["login", "work"]).end == .exited(0))
    }
    #expect(bench.isGood(try bench.run(["secret", "work"])))
  }

  @Test("the first sign-in: afterwards there is a whole account, or none and the next sign-in makes one", arguments: deeds)
  func first(_ deed: String) throws {
    for number in 1...40 {
      let bench = try StrictBench(StrictServer())
      try bench.plan(number, deed)
      let result = try bench.run(bench.signingIn())
      let hit = bench.endPlan()
      let saved = try bench.home.registry.read()
      if saved.isEmpty {
        #expect(result.end != .exited(0) && hit != nil)
        // What a killed run leaves in the keyring is found and said.
        let leftover = !bench.entries().isEmpty
        let next = try bench.run(["accounts"])
        if leftover { #expect(next.complaint.contains("that no account uses"), "\(hit ?? ""): \(next.complaint)") }
        let again = try bench.run(bench.signingIn())
        #expect(again.end == .exited(0), "\(number) \(hit ?? ""): \(again.complaint)")
      }
      #expect(bench.isGood(try bench.run(["secret", "work"])), "\(number) \(hit ?? "")")
      let removed = try bench.run(["accounts", "remove", "work", "--yes"])
      #expect(removed.end == .exited(0) && bench.entries() == [], "\(number) \(hit ?? ""): \(bench.entries()) \(removed.complaint)")
      if hit == nil {
        #expect(number > 2)
        return
      }
    }
    Issue.record("no run without a plan")
  }

  @Test("fifty processes that ask at the same moment at a server that ends the grant: one request, and one answer for all")
  func many() throws {
    let bench = try StrictBench(StrictServer())
    try bench.signIn()
    try bench.expire()
    let before = bench.server.refreshes
    let runs = try (0..<50).map { _ in try bench.call(["secret", "work"]).start() }
    let results = try runs.map { try $0.finish(within: 180) }
    #expect(results.allSatisfy { bench.isGood($0) }, "\(results.first { $0.end != .exited(0) }?.complaint ?? "")")
    #expect(Set(results.map(\.text)).count == 1 && bench.server.refreshes == before + 1)
    try bench.expire()
    #expect(bench.isGood(try bench.run(["secret", "work"])) && bench.server.isGrantAlive)
  }

  @Test("git asks for the token in its own dialect, and gets it as a token or as a password", arguments: [true, false])
  func git(_ takesBearer: Bool) throws {
    let bench = try StrictBench(StrictServer())
    try bench.signIn()
    try bench.expire()
    let account = try #require(try bench.home.registry.read().first)
    let request =
      (takesBearer ? "capability[]=authtype\n" : "")
      + "protocol=smtp\nhost=localhost:\(account.smtp.port)\nusername=\(StrictBench.address)\n\n"
    let result = try bench.call(["secret", "--for", "git", "work", "get"]).with { $0.input = .text(request) }.run()
    let mark = takesBearer ? "credential=" : "password="
    let token = try #require(result.text.split(separator: "\n").first { $0.hasPrefix(mark) }?.dropFirst(mark.count))
    #expect(result.end == .exited(0) && bench.server.opens(token.utf8), "\(result.text)\(result.complaint)")
    #expect(result.text.contains("authtype=Bearer\n") == takesBearer)
    // git itself, which has no capability before 2.46.
    guard access("/usr/bin/git", X_OK) == 0 else { return }
    let helper = "!'\(try ProcessBuilt.setup.get())' secret --for git work"
    let call = ProcessCall(
      "/usr/bin/git", ["-c", "credential.helper=", "-c", "credential.helper=\(helper)", "credential", "fill"],
      environment: ProcessBuilt.environment(bench.environment))
    let filled = try call.with { $0.input = .text(request) }.run()
    #expect(filled.end == .exited(0), "\(filled.complaint)")
    #expect(filled.text.contains(String(token)) && filled.complaint.isEmpty, "\(filled.text)\(filled.complaint)")
  }
}
