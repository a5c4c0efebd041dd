// The sentences of every cause, for every provider and for unknown servers.

import Catalog
import Sentences
import Testing
import Vocabulary

@Suite("Sentences of causes") struct CauseSentenceTests {
  private static let bundled = ProviderDirectory().catalog.providers

  private static func contexts() throws -> [ProviderTerms] {
    let host = try #require(HostName("imap.example.org"))
    return bundled.map { ProviderTerms($0) } + [ProviderTerms(host: host)]
  }

  @Test("each has a headline and advice, right in both languages", arguments: Cause.allCases) func good(_ cause: Cause) throws {
    for context in try Self.contexts() {
      let sentence = CauseSentence(cause, context)
      // A provider's name and terms are tested with the catalog.
      let quoted = [context.name.simplifiedChinese, context.term.simplifiedChinese]
      #expect(Prose(text: sentence.headline, quoted: quoted).faults == [], "\(sentence.headline)")
      #expect(Prose(text: sentence.advice, quoted: quoted).faults == [], "\(sentence.advice)")
      #expect(sentence.headline.english.hasSuffix(".") && sentence.advice.english.hasSuffix("."))
      #expect(sentence.headline.simplifiedChinese.hasSuffix("。") && sentence.advice.simplifiedChinese.hasSuffix("。"))
    }
  }

  @Test("no two say the same") func different() throws {
    let context = ProviderTerms(host: try #require(HostName("imap.example.org")))
    let headlines = Cause.allCases.map { CauseSentence($0, context).headline }
    #expect(Set(headlines).count == headlines.count)
  }

  @Test("the provider's own term is used for the secret") func term() throws {
    let netease = try #require(Self.bundled.first { $0.id == "163" })
    for cause in [Cause.appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked] {
      let sentence = CauseSentence(cause, ProviderTerms(netease))
      #expect(sentence.headline.english.contains("client authorization code"))
      #expect(sentence.headline.simplifiedChinese.contains("客户端授权码"))
    }
  }

  @Test("no advice asks to send the secret anywhere or to weaken the connection (cat-pattern-attack)", arguments: Cause.allCases)
  func harmless(_ cause: Cause) throws {
    let advice = CauseSentence(cause, ProviderTerms(host: try #require(HostName("imap.example.org")))).advice.english.lowercased()
    for word in [
      "send the password", "send the secret", "disable", "turn off", "insecure", "unencrypted", "ignore the certificate", "http",
    ] {
      #expect(!advice.contains(word))
    }
  }

  @Test("fault-oauth-term-used-as-a-secret: a sign-in is nothing that can be entered, copied or created", arguments: Cause.allCases)
  func termOfSignIn(_ cause: Cause) throws {
    for id in ["outlook", "microsoft365", "microsoft365-china"] {
      let provider = try #require(ProviderDirectory().catalog.provider(id: id))
      let sentence = CauseSentence(cause, ProviderTerms(provider))
      for text in [sentence.headline, sentence.advice] {
        #expect(!text.english.contains(provider.secret.term.english), "\(text)")
        #expect(!text.simplifiedChinese.contains(provider.secret.term.simplifiedChinese), "\(text)")
      }
    }
  }
}
