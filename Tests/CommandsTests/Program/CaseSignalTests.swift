// Tests of signals that this program does not use: they keep their default effect.

import Foundation
import TestSupport
import Testing

@Suite("signals without a handler", .waiting)
struct CaseSignalTests {
  @Test("sig-alrm-usr1-winch-chld: SIGALRM and SIGUSR1 end it as they end any program", arguments: [SIGALRM, SIGUSR1, SIGUSR2])
  func ends(_ signal: Int32) throws {
    let run = try ProcessBuilt.call(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "stdin"]).with {
      $0.input = .silence
    }.start()
    try run.wait("handlers") { ProcessInspection.catches(SIGTERM, run.process) }
    run.signal(signal)
    #expect(try run.finish().end == .signalled(signal))
  }
}
