// The literals of the sentences, read from their source: a sentence that no other test composes is among them.

import Foundation
import Testing

/// One `Text("…", "…")` of the sources. What is interpolated is a box.
struct SourceText: Sendable, CustomTestStringConvertible {
  let place: String
  let english: String
  let chinese: String

  var testDescription: String { place }

  static let box = "\u{25a1}"

  /// All of them. Empty if the sources are not found.
  static let all: [SourceText] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources/Sentences").standardized
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap(read)
  }()

  private static func read(_ file: URL) -> [SourceText] {
    guard let source = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var reader = LiteralReader(source)
    var found: [SourceText] = []
    while reader.skip(to: "Text(") {
      let line = reader.line
      guard let english = reader.literals(), reader.comma(), let chinese = reader.literals() else { continue }
      found.append(SourceText(place: "\(file.lastPathComponent):\(line)", english: english, chinese: chinese))
    }
    return found
  }
}

/// Reads string literals of a source without multi-line and raw ones.
private struct LiteralReader {
  private let source: [Character]
  private var position = 0
  private(set) var line = 1

  init(_ source: String) { self.source = Array(source) }

  /// Moves behind the next `word`, not in a comment. Returns `false` at the end.
  mutating func skip(to word: String) -> Bool {
    let word = Array(word)
    while position + word.count <= source.count {
      if source[position...].starts(with: "//") { while position < source.count, source[position] != "\n" { position += 1 } }
      if source[position...].starts(with: word) {
        position += word.count
        return true
      }
      advance()
    }
    return false
  }

  /// Reads literals that are joined with `+`. `nil` if there is none.
  mutating func literals() -> String? {
    guard var text = literal() else { return nil }
    while next("+") {
      guard let more = literal() else { return nil }
      text += more
    }
    return text
  }

  mutating func comma() -> Bool { next(",") }

  private mutating func next(_ sign: Character) -> Bool {
    blanks()
    guard position < source.count, source[position] == sign else { return false }
    position += 1
    return true
  }

  private mutating func blanks() { while position < source.count, source[position].isWhitespace { advance() } }

  private mutating func advance() {
    if position < source.count, source[position] == "\n" { line += 1 }
    position += 1
  }

  private mutating func literal() -> String? {
    blanks()
    guard position < source.count, source[position] == "\"" else { return nil }
    position += 1
    var text = ""
    while position < source.count, source[position] != "\"" {
      if source[position] == "\\" {
        position += 1
        if source[position] == "(" {
          interpolation()
          text += SourceText.box
          continue
        }
        text.append(source[position] == "n" ? "\n" : source[position])
      } else {
        text.append(source[position])
      }
      position += 1
    }
    position += 1
    return text
  }

  /// Moves behind the interpolation, which can contain literals.
  private mutating func interpolation() {
    var depth = 0
    repeat {
      switch source[position] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        _ = literal()
        continue
      case _: break
      }
      advance()
    } while depth > 0 && position < source.count
  }
}
