// The keys of the objects of a dialog with another program. The help and the manual contain this list, and a test compares it with the
// objects.

import Sentences
import Terminal
import Vocabulary

/// The objects with the same keys, or the answers.
package enum DialogObject: Sendable, CaseIterable {
  case question, choice, answer, start, line, remark, help, progress, document, result, error, end

  /// The values of `kind` for these objects. Empty for a part of another object, and for an answer.
  package var kinds: [DialogKind] {
    switch self {
    case .question: DialogKind.allCases.filter(\.isQuestion)
    case .start: [.start]
    case .line: [.line]
    case .remark: [.remark]
    case .help: [.help]
    case .progress: [.progress]
    case .document: [.document]
    case .result: [.result]
    case .error: [.error]
    case .end: [.end]
    case .choice, .answer: []
    }
  }

  package var heading: Text {
    switch self {
    case .question: DialogSentence.questions(kinds.map(\.rawValue))
    case .choice: DialogSentence.part(of: "choices")
    case .answer: DialogSentence.answers
    case .start, .line, .remark, .help, .progress, .document, .result, .error, .end: DialogSentence.object(kinds.map(\.rawValue))
    }
  }

  /// The keys besides `kind`, with their meanings.
  package var keys: [(name: String, meaning: Text)] {
    switch self {
    case .question:
      [
        ("id", DialogSentence.id), ("number", DialogSentence.number), ("text", DialogSentence.questionText),
        ("help", DialogSentence.questionHelp),
        ("default", DialogSentence.initial), ("choices", DialogSentence.choices),
        ("allowed", DialogSentence.allowed(DialogAction.allCases.map(\.rawValue))),
      ]
    case .choice: [("id", DialogSentence.choiceID), ("text", DialogSentence.choiceText)]
    case .answer:
      [
        ("number", DialogSentence.answered),
        (
          "answer",
          DialogSentence.answer(
            texts: [DialogKind.text, .provider, .secret].map(\.rawValue), choice: DialogKind.choice.rawValue,
            confirm: DialogKind.confirm.rawValue)
        ), ("action", DialogSentence.action),
      ]
    case .start:
      [("schema", JSONSentence.schema), ("toolVersion", JSONSentence.toolVersion), ("language", DialogSentence.language)]
    case .line: [("text", DialogSentence.line), ("style", JSONSentence.words(Style.allCases.filter { $0 != .picture }.map(\.word)))]
    case .remark: [("text", DialogSentence.remark)]
    case .help: [("id", DialogSentence.id), ("text", DialogSentence.help)]
    case .progress:
      [
        ("protocol", DialogSentence.mailProtocol), ("stage", JSONSentence.stage), ("result", DialogSentence.stageResult),
        ("ms", JSONSentence.milliseconds),
      ]
    case .document: [("text", DialogSentence.document)]
    case .result: [("result", DialogSentence.result)]
    case .error:
      [
        ("error", JSONSentence.words(DialogError.spoken.map(\.rawValue))), ("text", DialogSentence.errorText),
        ("left", DialogSentence.left),
      ]
    case .end: [("status", DialogSentence.status), ("reason", JSONSentence.words(DialogEnd.allCases.map(\.rawValue)))]
    }
  }
}

extension DialogError {
  /// The errors that objects name.
  package static let spoken = allCases.filter { error in
    switch error {
    case .tooLong, .notJSON, .notAnAnswer, .otherQuestion, .notAllowed, .wrongType, .noSuchChoice, .controlCharacter, .invalid: true
    case .left, .inputEnded, .timedOut, .interrupted: false
    }
  }
}
