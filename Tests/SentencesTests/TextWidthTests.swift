// Tests that what has to stand on one line does.

import AccountStore
import Catalog
import Sentences
import Terminal
import Testing
import Vocabulary

@Suite("Texts that stand on one line") struct TextWidthTests {
  @Test("a line of keys fits 60 columns") func keys() {
    var lines = [PromptSentence.keysOfText, PromptSentence.keysOfFirst, PromptSentence.keysOfList]
    for isYes in [true, false] { lines += [KeySentence.menu(mayGoBack: isYes), KeySentence.question(initial: isYes)] }
    for hasGuide in [true, false] {
      for hasPage in [true, false] { lines.append(PromptSentence.keysOfSecret(hasGuide: hasGuide, hasPage: hasPage)) }
    }
    for line in lines {
      for language in Language.allCases { #expect(Width.of(line[language]) <= 60, "\(line[language])") }
    }
  }

  @Test("the name of a stage fits 22 columns", arguments: Stage.allCases, Language.allCases)
  func stages(_ stage: Stage, _ language: Language) {
    #expect(Width.of(Labels.stage(stage)[language]) <= 22)
  }

  @Test("an entry of a menu fits 60 columns") func entries() {
    let entries =
      [
        EndingSentence.card, EndingSentence.export, EndingSentence.save, EndingSentence.nothing, EndingSentence.nowhere,
        EndingSentence.print,
        EndingSentence.write, PromptSentence.trySame(after: nil), PromptSentence.tryAgain(nil), PromptSentence.showGuide,
        PromptSentence.change,
        PromptSentence.saveTrace, PromptSentence.quit, PromptSentence.later(isLocking: true), PromptSentence.later(isLocking: false),
        PromptSentence.other, SignInSentence.otherClients,
        SignInSentence.useCommand, SignInSentence.aboutApps, SignInSentence.signInAgain, SignInSentence.otherCommand,
        DiscoverySentence.chooseBrand, DiscoverySentence.byHand, DiscoverySentence.useFound,
      ] + Keyring.allCases.map(EndingSentence.keyring) + SignInWay.allCases.map(SignInSentence.way)
      + MailProtocol.allCases.map(PromptSentence.tryUserName)
    for entry in entries {
      for language in Language.allCases { #expect(Width.of(entry[language]) <= 60, "\(entry[language])") }
    }
    // The providers' own terms are the longest part of such an entry.
    for term in ProviderDirectory().catalog.providers.compactMap({ $0.passwordKind?.term }) {
      for language in Language.allCases { #expect(Width.of(PromptSentence.tryAgain(term)[language]) <= 76, "\(term.english)") }
    }
  }

  /// The last sentence of a text that ends in a question mark, with eight columns for each thing that is filled in.
  private static func question(_ text: String, _ end: Character) -> String? {
    let bare = text.replacing(SourceText.box, with: "12345678")
    guard bare.last == end else { return nil }
    return bare.split(whereSeparator: { ".。".contains($0) }).last.map(String.init)
  }

  @Test("a question fits 80 columns", arguments: SourceText.all) func questions(_ text: SourceText) {
    for question in [Self.question(text.english, "?"), Self.question(text.chinese, "？")].compactMap(\.self) {
      // What to press follows: ` [y/N] `.
      #expect(Width.of(question) <= 80 - 8, "\(question)")
    }
  }
}
