// A program that drives the built one by `--json-dialog`.

import Platform
import Sentences
import TestSupport

@testable import Prompts

/// What a driver sends to a question.
enum DialogReply: Sendable, Equatable {
  case text(String)
  case flag(Bool)
  case action(DialogAction)
  /// The answer that the question offers.
  case initial
  /// Nothing.
  case silence
  /// A line as it is, with the number of the question in the place of `#`.
  case raw(String)

  /// The line, without its end.
  func line(to question: ProcessJSON) -> String {
    let number = Int(question["number"].number ?? 0)
    switch self {
    case .initial: return DialogReply.text(question["default"].text ?? "").line(to: question)
    case .text(let text): return "{\"answer\":\(Self.quoted(text)),\"number\":\(number)}"
    case .flag(let flag): return "{\"number\":\(number),\"answer\":\(flag)}"
    case .action(let action): return "{\"action\":\"\(action.rawValue)\",\"number\":\(number)}"
    case .silence: return ""
    case .raw(let line): return line.replacing("#", with: "\(number)")
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}

/// The objects of one conversation.
struct DialogLog {
  var objects: [ProcessJSON] = []
  var end = ProcessEnd.exited(-1)
  var errors = ""

  func all(_ kind: DialogKind) -> [ProcessJSON] { objects.filter { $0["kind"].text == kind.rawValue } }

  var questions: [ProcessJSON] { objects.filter { DialogKind(rawValue: $0["kind"].text ?? "")?.isQuestion == true } }

  /// The ids of the questions, in their order, without those after the parts of a guide: each provider has another number of them.
  var asked: [String] { questions.compactMap { $0["id"].text }.filter { $0 != QuestionID.guide.rawValue } }

  /// All lines and remarks.
  var said: String {
    (all(.line) + all(.remark)).map { $0["text"].text ?? "" }
      .joined(separator: "\n")
  }
}

struct DialogSession {
  let arguments: [String]
  var environment: [String: String] = [:]
  /// The answers to the questions of each id, in their order. A question without an answer left ends the conversation, except for a part
  /// of a guide, which counts as read.
  let answers: [QuestionID: [DialogReply]]

  /// Runs the program until it ends. `whole` receives all of its standard output, for tests of what must not be there.
  func run(_ whole: (String) -> Void = { _ in }) throws -> DialogLog {
    let run = try ProcessBuilt.call(arguments + ["--json-dialog"], environment: environment).with { $0.input = .silence }.start()
    var log = DialogLog()
    var left = answers
    var read = 0
    while true {
      var line: [UInt8] = []
      try run.wait("object after \(log.objects.last.map { "\($0)" } ?? "the start")", within: 60) {
        guard let end = run.output.dropFirst(read).firstIndex(of: UInt8(ascii: "\n")) else { return false }
        line = Array(run.output[read..<end])
        read = end + 1
        return true
      }
      let object = try ProcessJSON(line)
      log.objects.append(object)
      guard let kind = object["kind"].text.flatMap(DialogKind.init(rawValue:)) else { throw ProcessFailure("no kind: \(object)") }
      if kind == .end { break }
      guard kind.isQuestion else { continue }
      guard let id = object["id"].text.flatMap(QuestionID.init(rawValue:)) else { throw ProcessFailure("no id: \(object)") }
      var mine = left[id] ?? []
      let reply = mine.isEmpty ? (id == .guide ? .initial : .action(.quit)) : mine.removeFirst()
      left[id] = mine
      if reply == .silence { continue }
      // A program that has ended reads nothing more. Its last object is still to come.
      try? run.send(Array((reply.line(to: object) + "\n").utf8))
    }
    let result = try run.finish()
    (log.end, log.errors) = (result.end, result.complaint)
    whole(result.text)
    return log
  }
}
