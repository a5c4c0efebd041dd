// A line of another program as the answer to a question.

import Documents
import Vocabulary

/// `{"number": NUMBER, "answer": VALUE}` or `{"number": NUMBER, "action": WORD}`.
enum DialogAnswer {
  case text(Secret)
  case flag(Bool)
  case action(DialogAction)

  /// Reads `line` strictly: a key that is not known, or an action that the question does not allow, is an error. `number` is that of
  /// the question. Without it in the answer, one that is sent too early or twice would answer another question, and a secret could be
  /// taken for a name.
  init(_ line: Secret, to question: DialogQuestion, number: Int) throws(DialogError) {
    let value: SecretJSON
    do throws(SecretJSON.Error) { value = try SecretJSON.read(line) } catch { throw .notJSON }
    guard var members = value.members else { throw .notAnAnswer }
    guard case .numeral(let typed)? = members.removeValue(forKey: "number") else { throw .notAnAnswer }
    guard typed == "\(number)" else { throw .otherQuestion }
    guard members.count == 1, let (key, value) = members.first else { throw .notAnAnswer }
    switch key {
    case "answer":
      switch value {
      case .text(let text): self = .text(text)
      case .flag(let flag): self = .flag(flag)
      case .null, .numeral, .list, .object: throw .wrongType
      }
    case "action":
      guard let action = value.text.flatMap(DialogAction.init(rawValue:)) else { throw .notAnAnswer }
      guard question.allowed.contains(action) else { throw .notAllowed }
      self = .action(action)
    case _: throw .notAnAnswer
    }
  }

  /// The text of the answer to a question that is about no secret.
  var plain: String {
    get throws(DialogError) {
      guard case .text(let secret) = self else { throw .wrongType }
      let text = secret.withOctets { $0.text }
      guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { throw .controlCharacter }
      // The limit of a line at a terminal.
      guard text.utf8.count <= 4_096 else { throw .tooLong }
      return text.trimmed
    }
  }
}
