// The two streams of a conversation with another program: one JSON object a line, out and in.
//
// - Every object has a `kind`. The objects and their keys are listed in DialogReference.swift.
// - A line that the other program sends may contain a secret, so it is read octet by octet into memory that is wiped, and nothing of
//   it is repeated.

import Documents
import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

package final class DialogChannel {
  /// The largest number of octets in a line. A secret has at most a few thousand.
  package static let limit = 65_536
  /// How often the answers to one question may be unusable.
  package static let patience = 5
  /// The largest number of octets that are read up to the end of a line.
  private static let longest = 16 * limit

  /// Seconds after which a question without an answer ends with `timedOut`. `nil` if it has no limit.
  package var timeLimit: Double?
  private let input: FileDescriptor
  private let output: Screen
  private let interrupt: Interrupt
  /// The version of this program.
  private let version: String
  /// What the last object was.
  private var last = DialogKind.start
  /// The empty lines after it. They count only between two lines of text.
  private var gaps = 0
  /// Whether the input has ended.
  private var hasEnded = false
  /// Whether the answers were unusable too often.
  private var isConfused = false
  /// Whether no answer came in time.
  private var isLate = false
  /// The number of questions so far.
  private var count = 0

  /// Takes standard input away from this process, so that no program that it starts can read an answer. Returns `nil` if the system
  /// has no descriptors left.
  package init?(interrupt: Interrupt, output: Screen, version: String) {
    let number = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard number >= 0, null >= 0 else { return nil }
    input = FileDescriptor(number)
    dup2(null, STDIN_FILENO)
    close(null)
    (self.interrupt, self.output, self.version) = (interrupt, output, version)
  }

  /// The screen for what belongs to the conversation: text, remarks, and documents of other formats.
  package private(set) lazy var screen = Screen { [unowned self] output in
    switch output {
    case .line(let spans):
      if spans.count == 1, spans[0].style == .warning { remark(spans) } else { line(spans) }
    case .document(let text): send(.document, ["text": .text(text)])
    }
  }

  /// The screen for errors, warnings and what was done.
  package private(set) lazy var talk = Screen { [unowned self] output in
    if case .line(let spans) = output { remark(spans) }
  }

  /// The errno of the first write that failed, or `nil`.
  package var failure: Int32? { output.failure }

  /// Begins the conversation.
  package func start(_ language: Language) {
    send(.start, ["schema": .integer(1), "toolVersion": .text(version), "language": .text(language.rawValue)])
  }

  /// Passes on the document of a result.
  package func result(_ document: JSONValue) { send(.result, ["result": document]) }

  /// Ends the conversation with the exit status of the program.
  package func end(_ status: Int32) {
    let reason: DialogEnd =
      interrupt.isRaised ? .interrupted : isLate ? .timedOut : isConfused ? .confused : hasEnded ? .inputEnded : .done
    send(.end, ["status": .integer(status), "reason": .text(reason.rawValue)])
  }

  private func remark(_ spans: [Span]) {
    let text = spans.map(\.text).joined()
    if !text.isEmpty { send(.remark, ["text": .text(text)]) }
  }

  /// Sends a line of text at once: what follows it may be a wait in which the user does something.
  private func line(_ spans: [Span]) {
    guard !spans.allSatisfy(\.isBlank) else {
      gaps += 1
      return
    }
    if last == .line { for _ in 0..<gaps { write(.line, ["text": .text(""), "style": .text(Style.plain.word)]) } }
    let style = spans.first { !$0.isBlank }?.style ?? .plain
    send(.line, ["text": .text(spans.map(\.text).joined()), "style": .text(style.word)])
  }

  /// Sends an object.
  func send(_ kind: DialogKind, _ members: [String: JSONValue]) {
    (last, gaps) = (kind, 0)
    write(kind, members)
  }

  private func write(_ kind: DialogKind, _ members: [String: JSONValue]) {
    output.document(JSONValue.object(members.merging(["kind": .text(kind.rawValue)]) { $1 }).line)
  }

  /// Sends `question` until `read` accepts an answer, and returns what it returns. Throws `left` if the input ends or the other program
  /// leaves or does not receive the question, `interrupted`, `timedOut`, and `unusableAnswers`.
  func ask<Value>(
    _ question: DialogQuestion, _ read: (DialogAnswer) throws(DialogError) -> DialogStep<Value>
  ) throws(CommandError) -> Value {
    // The end of a conversation may have questions of its own.
    if isConfused { throw .unusableAnswers }
    if isLate { throw .timedOut }
    count += 1
    var unusable = 0
    while true {
      send(question.kind, question.members.merging(["number": .integer(count)]) { $1 })
      // Nobody sees the question.
      if output.failure != nil { throw .left }
      do throws(DialogError) {
        let answer = try DialogAnswer(answer(), to: question, number: count)
        if case .action(.quit) = answer { throw .left }
        switch try read(answer) {
        case .taken(let value): return value
        case .refused(let text): send(.error, ["error": .text(DialogError.invalid.rawValue), "text": text, "left": .null])
        case .help(let text): send(.help, ["id": .text(question.id.rawValue), "text": text])
        }
        unusable = 0
      } catch {
        switch error {
        case .left: throw .left
        case .inputEnded:
          hasEnded = true
          throw .left
        case .interrupted: throw .interrupted
        case .timedOut:
          isLate = true
          throw .timedOut
        case .tooLong, .notJSON, .notAnAnswer, .otherQuestion, .notAllowed, .wrongType, .noSuchChoice, .controlCharacter, .invalid:
          unusable += 1
          send(
            .error,
            [
              "error": .text(error.rawValue), "text": .text(DialogSentence.text(error.sentence)[question.language]),
              "left": .integer(Self.patience - unusable),
            ])
          guard unusable < Self.patience else {
            isConfused = true
            throw .unusableAnswers
          }
        }
      }
    }
  }

  /// Reads one line, without its end. A line that is too long is read to its end; one without an end counts as the end of the input.
  private func answer() throws(DialogError) -> Secret {
    var isTooLong = false
    // Without a limit the user may think as long as they like.
    let deadline = Deadline.after(seconds: timeLimit ?? 86_400)
    let line = try Secret(capacity: Self.limit) { (buffer) throws(DialogError) in
      var (count, octet) = (0, UInt8(0))
      defer { octet = 0 }
      while true {
        do throws(Wait.End) {
          try Wait.one(input.number, for: .read, until: deadline, or: interrupt)
        } catch {
          throw error == .interrupted ? .interrupted : timeLimit == nil ? .inputEnded : .timedOut
        }
        let got = read(input.number, &octet, 1)
        if got < 0, errno == EAGAIN || errno == EINTR { continue }
        guard got > 0 else { throw .inputEnded }
        if octet == .lineFeed { return min(count, buffer.count) }
        guard count < Self.longest else { throw .inputEnded }
        if count < buffer.count { buffer[count] = octet } else { isTooLong = true }
        count += 1
      }
    }
    if isTooLong { throw .tooLong }
    return line
  }
}

extension Span {
  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

extension Style {
  /// The word for the style.
  var word: String {
    switch self {
    case .plain, .picture: "plain"
    case .bold: "bold"
    case .good: "good"
    case .bad: "bad"
    case .warning: "warning"
    case .address: "address"
    case .hint: "hint"
    }
  }
}
