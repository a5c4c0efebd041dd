// The objects of a conversation with another program.

import Documents
import Sentences
import Vocabulary

/// What an object is. The raw value is its `kind`.
package enum DialogKind: String, Sendable, CaseIterable {
  // Questions.
  case text, provider, choice, confirm, secret
  // Everything else.
  case start, line, remark, help, progress, document, result, error, end

  /// Whether an object of this kind wants an answer.
  package var isQuestion: Bool {
    switch self {
    case .text, .provider, .choice, .confirm, .secret: true
    case .start, .line, .remark, .help, .progress, .document, .result, .error, .end: false
    }
  }
}

/// Why the conversation has ended. The raw value is the `reason` of the last object.
package enum DialogEnd: String, Sendable, CaseIterable {
  /// Everything was asked, or the other program has left.
  case done
  case inputEnded = "input-ended"
  /// No answer came within the time limit of the call.
  case timedOut = "timed-out"
  case interrupted
  /// The answers to one question were unusable too often.
  case confused = "unusable-answers"
}

/// What the other program can do instead of an answer. The raw value is the `action`.
package enum DialogAction: String, Sendable, CaseIterable {
  case back, help, page, quit
  /// Enter servers instead of a provider.
  case byHand = "by-hand"
}

/// A question as an object.
struct DialogQuestion {
  let kind: DialogKind
  let id: QuestionID
  let text: Text
  let language: Language
  var help: Text?
  /// The answer that a drawn question has at first.
  var initial = JSONValue.null
  /// Id and text of each.
  var choices: [(String, String)]?
  var actions: [DialogAction] = []

  /// The actions that are allowed. Leaving always is.
  var allowed: [DialogAction] { actions + [.quit] }

  var members: [String: JSONValue] {
    [
      "id": .text(id.rawValue), "text": .text(text[language]), "help": .optional(help?[language]), "default": initial,
      "choices": choices.map { .list($0.map { .object(["id": .text($0.0), "text": .text($0.1)]) }) } ?? .null,
      "allowed": .texts(["answer"] + allowed.map(\.rawValue)),
    ]
  }
}

/// Why a line is no answer. The raw value is the `error` of an object.
package enum DialogError: String, Error, CaseIterable {
  case tooLong = "too-long"
  case notJSON = "not-json"
  case notAnAnswer = "not-an-answer"
  case otherQuestion = "other-question"
  case notAllowed = "not-allowed"
  case wrongType = "wrong-type"
  case noSuchChoice = "no-such-choice"
  case controlCharacter = "control-character"
  /// An answer that the question does not accept. Its text says why.
  case invalid

  // The end of the conversation, which is no object of this kind.
  case left, inputEnded, timedOut, interrupted
}

extension DialogError {
  /// The sentence about it.
  var sentence: DialogSentence.Fault {
    switch self {
    case .tooLong: .tooLong
    case .notJSON: .notJSON
    case .notAnAnswer: .notAnAnswer
    case .otherQuestion: .otherQuestion
    case .notAllowed: .notAllowed
    case .wrongType: .wrongType
    case .noSuchChoice: .noSuchChoice
    case .controlCharacter: .controlCharacter
    case .invalid, .left, .inputEnded, .timedOut, .interrupted: .invalid
    }
  }
}

/// What becomes of an answer.
enum DialogStep<Value> {
  case taken(Value)
  /// The question does not accept the answer, for this reason.
  case refused(JSONValue)
  case help(JSONValue)
}
