// argv, read into options and words. Secrets cannot be among them.

import Catalog
import Sentences
import Vocabulary

/// A call as it was typed, with every option known and given once.
struct Arguments: Sendable, Equatable {
  private(set) var command = Command.setup
  /// What follows the command and is no option.
  private(set) var words: [String] = []
  private var values: [Option: String] = [:]

  subscript(option: Option) -> String? { values[option] }

  func has(_ option: Option) -> Bool { values[option] != nil }

  /// Whether it looks at anything but what is built in: for that the environment has to say where things are.
  var readsFiles: Bool {
    if has(.version) || has(.help) { return false }
    switch command {
    case .help, .completion, .manual: return false
    case .setup, .guide, .providers, .probe, .catalog, .export, .secret, .accounts, .check, .import, .sendTest: return true
    }
  }

  /// The same call, with `value` where it does not say anything about `option`.
  func filled(_ option: Option, _ value: String) -> Arguments {
    var filled = self
    if filled.values[option] == nil { filled.values[option] = value }
    return filled
  }

  /// The same call, as if it said nothing about `option`.
  func without(_ option: Option) -> Arguments {
    var call = self
    call.values[option] = nil
    return call
  }

  /// The call of another command with `words`, that sees the same catalogs and speaks the same way.
  func calling(_ command: Command, _ words: [String]) -> Arguments {
    var call = self
    (call.command, call.words) = (command, words)
    call.values = values.filter { [.catalog, .lang, .noColor, .plain].contains($0.key) }
    return call
  }

  /// The options of the call in the order of the help, each with what it takes.
  var options: [(option: Option, value: String)] { Option.allCases.compactMap { option in values[option].map { (option, $0) } } }

  /// The language asked for, even in a call that is otherwise wrong: the complaint should be in it too.
  static func language(_ arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == Option.lang.spelling, index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      if argument.hasPrefix(Option.lang.spelling + "=") { return Language(rawValue: String(argument.dropFirst("--lang=".count))) }
    }
    return nil
  }

  /// Whether the result is to be a document, even in a call that is otherwise wrong.
  static func wantDocument(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == Option.json.spelling || $0.hasPrefix(Option.json.spelling + "=") }
  }

  /// Reads the arguments without the program's name. `--name value` and `--name=value` are the same; `--` ends options.
  init(_ arguments: [String]) throws(CommandError) {
    var rest = arguments[...]
    var isFirstWord = true
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      if argument == "-h" {
        values[.help] = ""
      } else if argument.hasPrefix("-"), argument != "-" {
        try read(argument, &rest)
      } else if command != .catalog, Self.carriesSecret(argument) {
        throw .secretOnCommandLine
      } else if isFirstWord {
        isFirstWord = false
        guard let command = Command.named.first(where: { $0.rawValue == argument }) else {
          throw .unknownCommand(argument, suggestion: Self.suggestion(for: argument))
        }
        self.command = command
      } else {
        words.append(argument)
      }
    }
    if command == .setup, let word = words.first { throw .unwantedArgument(word) }
    for option in Option.allCases where has(option) && !mayHave(option) { throw .misplacedOption(option.spelling, of: name) }
  }

  /// What `accounts` is to do; nil where that is not known, or another command is called.
  private var action: AccountsCommand.Action? {
    guard command == .accounts else { return nil }
    guard let word = words.first else { return .list }
    return AccountsCommand.Action(rawValue: word)
  }

  /// Whether the option means something to what is called. Whoever asks for help has not decided yet.
  private func mayHave(_ option: Option) -> Bool {
    guard let action, !has(.help) else { return command.options.contains(option) }
    return action.options.contains(option) || Command.everywhere.contains(option)
  }

  /// As it is called: `setup accounts edit`.
  private var name: String {
    command == .setup ? "setup" : (["setup", command.rawValue] + (action.map { [$0.rawValue] } ?? [])).joined(separator: " ")
  }

  private mutating func read(_ argument: String, _ rest: inout ArraySlice<String>) throws(CommandError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    // Before anything else, and without repeating what stands behind it.
    if Option.secretOnes.contains(parts[0]) { throw .secretOnCommandLine }
    guard let option = Option.named(parts[0]) else {
      let near = Spelling.nearest(to: parts[0], among: Option.allCases.map(\.spelling))
      // `-pSECRET`, as database clients take it; `-provider` is only a hyphen short.
      if near.isEmpty, argument.hasPrefix("-p") || argument.hasPrefix("-P") { throw .secretOnCommandLine }
      throw .unknownOption(parts[0], suggestion: near.first)
    }
    guard values[option] == nil else { throw .givenTwice(option.spelling) }
    guard option.value != nil else {
      if parts.count == 2 { throw .unwantedValue(option.spelling) }
      values[option] = ""
      return
    }
    guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else { throw .missingValue(option.spelling) }
    if option.isShownWhenWrong, Self.carriesSecret(value) { throw .secretOnCommandLine }
    values[option] = value
  }

  /// `user:secret@host`, with a scheme in front or without. A colon in a quoted local part is none of this.
  private static func carriesSecret(_ word: String) -> Bool {
    guard !word.hasPrefix("\""), let at = word.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let user = word.utf8[..<at]
    guard let colon = user.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = user[colon...]
    return !rest.starts(with: "://".utf8) || rest.dropFirst().contains(UInt8(ascii: ":"))
  }

  /// The nearest command, or the call that a bare provider or address was probably meant to be.
  private static func suggestion(for word: String) -> String? {
    if let near = Spelling.nearest(to: word, among: Command.named.map(\.rawValue)).first { return "setup \(near)" }
    if word.contains("@") { return "setup --email \(Visible(word, limit: 80))" }
    if case .exactly(let provider) = ProviderDirectory().find(word) { return "setup --provider \(provider.id)" }
    return nil
  }
}
