// Deadlines nest, and the default ones are as documented.

import Session
import Testing

@Suite struct TimingTests {
  @Test("imap-auth-reply-delayed: a reply has 15 s, a server 30 s, an account 60 s, DNS and connecting 10 s, a goodbye 2 s")
  func usual() {
    let timing = TimeLimits.usual
    #expect([timing.account, timing.server, timing.reply, timing.connect, timing.resolve, timing.farewell] == [60, 30, 15, 10, 10, 2])
  }

  @Test("no part is allowed more time than the whole", arguments: [0.1, 1, 9, 10, 14, 15, 29, 31, 60, 61, 120, 600])
  func nested(_ seconds: Double) {
    let timing = TimeLimits(account: seconds)
    #expect(timing.account == seconds)
    for part in [timing.server, timing.reply, timing.connect, timing.resolve] { #expect(part > 0 && part <= seconds) }
    #expect(timing.reply <= timing.server && timing.connect <= timing.server && timing.resolve <= timing.server)
  }
}
