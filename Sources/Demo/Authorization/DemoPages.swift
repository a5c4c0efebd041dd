// The pages of the demo's authorization server.

import Catalog
import Vocabulary

/// Static pages in both languages, without scripts. Nothing that a request contains is shown.
struct DemoPages: Sendable {
  private let owner: String
  private let allow, deny: Text

  /// The buttons are the menu of the entry's last step.
  init(_ provider: Provider, owner: String) {
    func label(_ index: Int) -> Text {
      let step = provider.steps.last
      return Text(
        step?.menu.dropFirst(index).first ?? "", step?.menuIn["zh"]?.dropFirst(index).first ?? step?.menu.dropFirst(index).first ?? "")
    }
    self.owner = owner
    (allow, deny) = (label(0), label(1))
  }

  var device: String { form("/device", "<p><input name=\"code\" autofocus autocomplete=\"off\" size=\"12\"></p>", DemoPageText.code) }
  func consent(_ number: String) -> String { form("/authorize", "<input type=\"hidden\" name=\"form\" value=\"\(number)\">", nil) }
  var done: String { paragraphs(DemoPageText.done) }
  var unknown: String { paragraphs(DemoPageText.unknown) }

  private func form(_ path: String, _ fields: String, _ more: Text?) -> String {
    paragraphs(DemoPageText.about) + "<p><b>\(owner)</b></p>" + (more.map(paragraphs) ?? "")
      + "<form method=\"post\" action=\"\(path)\">\(fields)"
      + "<button name=\"allow\" value=\"1\">\(both(allow))</button> <button name=\"deny\" value=\"1\">\(both(deny))</button></form>"
  }

  private func both(_ text: Text) -> String { "\(text.english) / \(text.simplifiedChinese)" }

  private func paragraphs(_ text: Text) -> String {
    Language.allCases.map { "<p lang=\"\($0.rawValue)\">\(text[$0])</p>" }.joined()
  }
}
