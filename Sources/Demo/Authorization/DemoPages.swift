// The pages of the demo's authorization server. Their texts are those of the demo's entry.

import Catalog
import Vocabulary

/// Static pages in both languages, without scripts. Nothing that a request contains is shown.
struct DemoPages: Sendable {
  private let owner: String
  /// What the page stands for; what to do; what comes after; what was wrong.
  private let about, entering, finished, mistaken: [Text]
  private let allow, deny: Text

  /// The texts are the entry's notes and steps, which any language of the program has.
  init(_ provider: Provider, owner: String) {
    func notes(_ kind: Note.Kind) -> [Text] { provider.notes.filter { $0.kind == kind }.map(\.text) }
    func label(_ index: Int) -> Text {
      let step = provider.steps.last
      return Text(
        step?.menu.dropFirst(index).first ?? "", step?.menuIn["zh"]?.dropFirst(index).first ?? step?.menu.dropFirst(index).first ?? "")
    }
    self.owner = owner
    (about, entering, finished, mistaken) = (notes(.about), notes(.phone), notes(.verify), notes(.lost))
    (allow, deny) = (label(0), label(1))
  }

  var device: String { form("/device", "<p><input name=\"code\" autofocus autocomplete=\"off\" size=\"12\"></p>", entering) }
  func consent(_ number: String) -> String { form("/authorize", "<input type=\"hidden\" name=\"form\" value=\"\(number)\">", []) }
  var done: String { paragraphs(finished) }
  var unknown: String { paragraphs(mistaken) }

  private func form(_ path: String, _ fields: String, _ more: [Text]) -> String {
    paragraphs(about) + "<p><b>\(owner)</b></p>" + paragraphs(more) + "<form method=\"post\" action=\"\(path)\">\(fields)"
      + "<button name=\"allow\" value=\"1\">\(both(allow))</button> <button name=\"deny\" value=\"1\">\(both(deny))</button></form>"
  }

  private func both(_ text: Text) -> String { "\(text.english) / \(text.simplifiedChinese)" }

  private func paragraphs(_ texts: [Text]) -> String {
    texts.flatMap { text in Language.allCases.map { "<p lang=\"\($0.rawValue)\">\(text[$0])</p>" } }.joined()
  }
}
