// Tests with a wall clock that is wrong or jumps. A preloaded library replaces the system's clock. Certificates depend
// on that clock; deadlines do not.

import Foundation
import TestSupport
import Testing

@Suite("the wall clock", .enabled(if: Clock.compiler != nil, "needs clang to build a clock"), .waiting)
struct CaseClockTests {
  private let canary = ProcessCanary()

  private func run(_ account: ScriptedAccount, _ clock: Clock, _ options: [String] = []) throws -> ProcessResult {
    try Tool.run(account.arguments + ["--secret-from", "stdin"] + options, environment: clock.environment) {
      $0.input = .text(canary.text + "\n")
    }
  }

  @Test("tls-clock-at-1970: a good certificate is not valid yet, the hint is about the clock, and nothing is sent")
  func epoch() throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let clock = try Clock("*seconds = 0")
    let result = try run(account, clock)
    #expect(result.end == .exited(76), "\(result.text) \(result.complaint)")
    #expect((result.text + result.complaint).contains("clock"))
    #expect(account.secretsReceived.isEmpty && canary.found(in: account.received).isEmpty)
    let failure = try run(account, clock, ["--json"]).json["imap"]["failure"]
    #expect(failure["outcome"].text == "certificateNotYetValid")
  }

  @Test("res-clock-jump: deadlines do not follow a clock that keeps jumping back and forth")
  func jumps() throws {
    // Half an hour back, twenty hours forward. The tests' certificates are valid at both times.
    let clock = try Clock("static int count; *seconds += ++count % 2 ? -1800 : 72000")
    let good = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    #expect(try run(good, clock).end == .exited(0))
    let silent = try ScriptedAccount(imap: .silentAfterTLS, smtp: .silentAfterLogin)
    let result = try run(silent, clock, ["--json", "--timeout", "2"])
    #expect(result.end == .exited(75))
    #expect((2..<12).contains(result.seconds), "\(result.seconds)")
    #expect(try result.json["imap"]["failure"]["outcome"].text == "timedOut")
  }
}

/// A library for LD_PRELOAD that changes the wall clock.
private struct Clock {
  private let folder: ProcessFolder
  private let library: String

  static let compiler: String? = {
    #if os(Linux)
      let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
      return folders.map { "\($0)/clang" }.first { access($0, X_OK) == 0 }
    #else
      return nil
    #endif
  }()

  /// Builds the library. `change` is a C statement on `time_t *seconds`.
  init(_ change: String) throws {
    folder = try ProcessFolder()
    let source = try folder.write(
      """
      #define _GNU_SOURCE
      #include <sys/syscall.h>
      #include <sys/time.h>
      #include <time.h>
      #include <unistd.h>
      static void change(time_t *seconds) { \(change); }
      int clock_gettime(clockid_t clock, struct timespec *now) {
        int result = syscall(SYS_clock_gettime, clock, now);
        if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) change(&now->tv_sec);
        return result;
      }
      time_t time(time_t *result) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        if (result) *result = now.tv_sec;
        return now.tv_sec;
      }
      int gettimeofday(struct timeval *result, void *zone) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        result->tv_sec = now.tv_sec;
        result->tv_usec = now.tv_nsec / 1000;
        return 0;
      }

      """.utf8, to: "clock.c")
    library = "\(folder.path)/clock.so"
    let compiler = try #require(Self.compiler)
    let call = ProcessCall(compiler, ["-shared", "-fPIC", "-o", library, source], environment: ProcessInfo.processInfo.environment)
    let built = try call.run()
    #expect(built.end == .exited(0), "\(built.complaint)")
  }

  var environment: [String: String] { ["LD_PRELOAD": library] }
}
