// Whoever the conversation is held with. The order of the questions is in Conversation, how they are drawn is here.

import Posix
import Terminal
import Vocabulary

/// An answer, or the wish to go back.
enum Answer<Value> {
  case given(Value)
  case back
}

/// Why the conversation ended before its end.
enum Farewell: Error, Equatable, Sendable {
  /// Ctrl-D, `q`, or the terminal is gone.
  case left
  case interrupted
}

protocol Interlocutor {
  /// Where pages, progress and remarks are shown.
  var screen: Screen { get }
  /// One line, freed of blanks around it; `<` is the way back.
  func line(_ prompt: Text) throws(Farewell) -> Answer<String>
  /// A secret; `<` alone is the way back.
  func secret(_ prompt: Text) throws(Farewell) -> Answer<Secret>
}

/// Line by line: works on any terminal, redraws nothing.
struct LineInterlocutor: Interlocutor {
  let tty: TTY
  let language: Language

  var screen: Screen { tty.screen }

  func line(_ prompt: Text) throws(Farewell) -> Answer<String> {
    do throws(AskFailure) {
      let line = try tty.line(prompt[language])
      // Blanks as input methods make them count as blanks.
      let bare = line.drop { $0.isWhitespace }
      let text = String(bare.prefix(upTo: bare.lastIndex { !$0.isWhitespace }.map { bare.index(after: $0) } ?? bare.startIndex))
      return text == "<" ? .back : .given(text)
    } catch {
      throw Self.farewell(error)
    }
  }

  func secret(_ prompt: Text) throws(Farewell) -> Answer<Secret> {
    do throws(AskFailure) {
      let secret = try tty.secret(prompt[language])
      return secret.withOctets { $0.elementsEqual("<".utf8) } ? .back : .given(secret)
    } catch {
      throw Self.farewell(error)
    }
  }

  private static func farewell(_ failure: AskFailure) -> Farewell {
    switch failure {
    case .interrupted: .interrupted
    case .inputEnded, .tooLong: .left
    }
  }
}
