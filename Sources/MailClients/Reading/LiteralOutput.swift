// Commands that print a password which is written in the command itself: `echo hunter2`. Such a command is a password in clear text.

import Vocabulary

enum LiteralOutput {
  /// Returns whether `command`, in the language of a POSIX shell, prints text that it contains: by a command such as echo, by a program
  /// text handed to an interpreter, or by a here-document. Variables and the output of other commands are not such text.
  static func isPrinted(by command: String) -> Bool { isPrinted(by: command, depth: 0) }

  /// Programs within programs that are looked into: `sh -c 'bash -c "echo x"'`.
  private static let depth = 3
  private static let printers: Set<String> = ["echo", "printf", "print", "yes"]
  private static let shells: Set<String> = ["sh", "bash", "dash", "zsh", "ksh", "fish", "ash", "busybox"]
  private static let interpreters = ["python", "perl", "ruby", "node", "php", "lua", "awk", "gawk", "mawk"]
  /// Words before the program that is run.
  private static let prefixes: Set<String> = [
    "command", "exec", "builtin", "env", "sudo", "nohup", "time", "then", "do", "else", "eval", "!", "+",
  ]

  private static func isPrinted(by command: String, depth: Int) -> Bool {
    let octets = Array(command.utf8)
    if let start = octets.firstRange(of: Array("<<".utf8)) {
      // A here-string (<<<) may consist of a variable only.
      return hasText(octets[start.upperBound...].drop { $0 == UInt8(ascii: "<") }.text)
    }
    return octets.split(separator: .lineFeed).contains { line in
      let words = ShellWords.words(of: line)
      return simpleCommands(words).contains { prints($0[...]) } || runsPrinter(words, depth)
    }
  }

  /// Returns whether one of the words is a shell or an interpreter, and a word after it a text that prints.
  private static func runsPrinter(_ words: [String], _ depth: Int) -> Bool {
    for (position, word) in words.enumerated() {
      let (program, rest) = (name(of: word), words[(position + 1)...])
      if interpreters.contains(where: program.hasPrefix), rest.contains(where: writesLiteral) { return true }
      guard shells.contains(program), depth < Self.depth, let option = rest.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") })
      else { continue }
      if let script = rest[(option + 1)...].first, isPrinted(by: script, depth: depth + 1) { return true }
    }
    return false
  }

  /// Returns the name of the program at a path. mbsync and git mark a command with a sign in front.
  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map { $0.drop { $0 == "+" || $0 == "!" }.lowercased() } ?? ""
  }

  /// Splits the words at the operators of the shell, which may stand without blanks.
  private static func simpleCommands(_ words: [String]) -> [[String]] {
    var commands: [[String]] = [[]]
    for word in words {
      let parts = word.utf8.split(omittingEmptySubsequences: false) { "|;&(){}`".utf8.contains($0) }
      for (position, part) in parts.enumerated() {
        if position > 0 { commands.append([]) }
        if !part.isEmpty { commands[commands.count - 1].append(Array(part).text) }
      }
    }
    return commands.filter { !$0.isEmpty }
  }

  private static func prints(_ words: ArraySlice<String>) -> Bool {
    var words = words
    while let first = words.first, prefixes.contains(first) || isAssignment(first) { words = words.dropFirst() }
    guard let path = words.popFirst(), printers.contains(name(of: path)) else { return false }
    let options = words.prefix { $0.first == "-" && $0.dropFirst().allSatisfy { "neErn".contains($0) } }
    return words.dropFirst(options.count).contains(where: hasText)
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")), equals > word.utf8.startIndex else { return false }
    return word.utf8[..<equals].allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  /// Returns whether a word of printf or echo has text besides variables, conversions (`%s`) and escapes (`\n`).
  private static func hasText(_ word: String) -> Bool {
    var rest = Array(word.utf8)[...]
    while let octet = rest.popFirst() {
      switch octet {
      case UInt8(ascii: "$"):
        rest =
          rest.first.map { "?*@#".utf8.contains($0) } == true
          ? rest.dropFirst() : rest.drop { $0.isLetter || $0.isDigit || "_{}".utf8.contains($0) }
      case UInt8(ascii: "%"): rest = rest.drop { $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: ".") }.dropFirst()
      case .backslash: rest = rest.dropFirst()
      case .quote, UInt8(ascii: "'"): break
      default: if !octet.isBlankOrLineEnd { return true }
      }
    }
    return false
  }

  /// Returns whether a program text prints a string literal: `print("x")`, `puts 'x'`, `sys.stdout.write("x")`.
  private static func writesLiteral(_ text: String) -> Bool {
    let octets = Array(text.utf8)
    return ["print", "puts", "echo", "write", "printf", "println", "log", "say"].contains { name in
      var rest = octets[...]
      while let range = rest.firstRange(of: Array(name.utf8)) {
        rest = rest[range.upperBound...]
        let argument = rest.drop { $0.isBlank || $0 == UInt8(ascii: "(") }
        if let first = argument.first, first == .quote || first == UInt8(ascii: "'") { return true }
      }
      return false
    }
  }
}
