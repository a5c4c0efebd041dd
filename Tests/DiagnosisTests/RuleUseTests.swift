// How many rules are made for one reply: such a rule is a literal, and says nothing about replies that nobody has seen.

import Testing

@testable import Diagnosis

@Suite("The use of rules") struct RuleUseTests {
  @Test("not more rules than before decide about one of the given replies only") func literals() {
    let given = Said.asian + Said.western + Said.software + Said.later
    var uses = [Int](repeating: 0, count: GeneralRule.all.count)
    for said in given {
      let reply = NormalizedReply(said.reply, said.mailProtocol, stage: said.stage, charset: nil)
      if let index = GeneralRule.all.firstIndex(where: { $0.fits(reply) }) { uses[index] += 1 }
    }
    let literals = uses.count { $0 == 1 }
    print("Rules: \(uses.count), of which \(literals) decide about one of \(given.count) given replies only.")
    // 43 before the second lot of replies was given.
    #expect(literals <= 43)
  }
}
