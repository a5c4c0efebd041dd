// Sentences of a probe.

import Sentences
import Testing
import Vocabulary

@Suite("Sentences of a probe") struct ProbeSentenceTests {
  private static let file = Visible("trace.txt")
  private static let texts: [Text] = [
    ProbeSentence.looking(1), ProbeSentence.looking(5), ProbeSentence.times, ProbeSentence.encryption, ProbeSentence.certificate,
    ProbeSentence.issuer, ProbeSentence.expires, ProbeSentence.login, ProbeSentence.offers,
    ProbeSentence.passwordPossible([], isLoginOpen: true), ProbeSentence.passwordPossible(["PLAIN"], isLoginOpen: false),
    ProbeSentence.passwordPossible(["PLAIN", "XOAUTH2"], isLoginOpen: true), ProbeSentence.outcome(fine: 2, of: 2, isGood: true),
    ProbeSentence.outcome(fine: 2, of: 3, isGood: true), ProbeSentence.outcome(fine: 1, of: 3, isGood: false),
    ProbeSentence.summary(fine: 1, of: 1), ProbeSentence.review(1), ProbeSentence.review(2), ProbeSentence.checked("2026-11-29"),
    ProbeSentence.summary(fine: 1, of: 2), ProbeSentence.noServers(Text("Example Mail", "示例邮箱")),
    ProbeSentence.noServers(Text(same: "Gmail")), ProbeSentence.traceWritten(file),
  ]

  @Test("are right in both languages", arguments: texts) func good(_ text: Text) {
    #expect(Prose(text: text, quoted: ["trace.txt", "PLAIN", "XOAUTH2"]).faults == [], "\(text)")
  }

  @Test("a server's capabilities are printed harmless and of limited length") func harmless() {
    let text = ProbeSentence.passwordPossible(["\u{1b}[2J\u{202e}"] + (0..<100).map { "X\($0)" }, isLoginOpen: true)
    for language in Language.allCases {
      #expect(Visible.isHarmless(text[language]))
      #expect(!text[language].contains("X50"))
    }
  }
}
