// argv, parsed into a command, its operands and options. Arguments that may carry a secret are refused.

import Catalog
import Operations
import Sentences
import Vocabulary

/// A parsed call. Every option is known, is permitted for the command, and occurs once.
package struct Arguments: Sendable, Equatable {
  package private(set) var command = Command.setup
  /// The operands: the words after the command that are not options.
  package private(set) var words: [String] = []
  private var values: [Option: String] = [:]
  /// The options whose values are from the environment.
  package private(set) var variables: Set<Option> = []

  package subscript(option: Option) -> String? { values[option] }

  /// Returns whether the call has `option`.
  package func has(_ option: Option) -> Bool { values[option] != nil }

  /// Returns whether the words of the call have `option`.
  package func states(_ option: Option) -> Bool { has(option) && !variables.contains(option) }

  /// Whether the call uses anything that is not built into the program. Such a call needs the variables that say where
  /// files are.
  package var readsFiles: Bool {
    if has(.version) || has(.help) { return false }
    switch command {
    case .help, .completion, .manual: return false
    case .setup, .guide, .providers, .probe, .catalog, .export, .secret, .login, .accounts, .check, .import, .sendTest: return true
    }
  }

  /// Returns this call with `value` for `option`, unless the call has that option already.
  package func filled(_ option: Option, _ value: String) -> Arguments {
    var filled = self
    if filled.values[option] == nil { filled.values[option] = value }
    return filled
  }

  /// Returns this call without `option`.
  package func without(_ option: Option) -> Arguments {
    var call = self
    call.drop(option)
    return call
  }

  /// Sets the value of an option from its variable.
  mutating func fill(_ option: Option, _ value: String) {
    values[option] = value
    variables.insert(option)
  }

  mutating func drop(_ option: Option) {
    values[option] = nil
    variables.remove(option)
  }

  /// Returns this call with other operands.
  package func with(words: [String]) -> Arguments {
    var call = self
    call.words = words
    return call
  }

  /// Returns a call of another command with `words`. It keeps only the options about catalogs, language and display.
  package func calling(_ command: Command, _ words: [String]) -> Arguments {
    var call = self
    (call.command, call.words) = (command, words)
    call.values = values.filter { [.catalog, .lang, .noColor, .plain].contains($0.key) && call.mayHave($0.key) }
    return call
  }

  /// The options of the call with their values, in the order of the help.
  package var options: [(option: Option, value: String)] { Option.allCases.compactMap { option in values[option].map { (option, $0) } } }

  /// Returns the language in `--lang`, even if the call is not valid otherwise, because the error is reported in that
  /// language. Returns `nil` if there is none.
  static func language(_ arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == Option.lang.spelling, index + 1 < arguments.count { return Language(tag: arguments[index + 1]) }
      if argument.hasPrefix(Option.lang.spelling + "=") { return Language(tag: String(argument.dropFirst("--lang=".count))) }
    }
    return nil
  }

  /// Returns whether the call has `--json`, even if the call is not valid otherwise.
  static func wantDocument(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == Option.json.spelling || $0.hasPrefix(Option.json.spelling + "=") }
  }

  /// Returns whether the call has `--json-dialog`, even if the call is not valid otherwise.
  package static func wantDialog(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains(Option.jsonDialog.spelling)
  }

  /// Parses the arguments without the program's name. `--name value` and `--name=value` are equivalent. `--` ends the
  /// options. Throws for the first error, and never repeats a word that may carry a secret.
  package init(_ arguments: [String]) throws(CommandError) {
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

  /// Throws if a dialog with another program needs the standard input or output that the call uses for something else.
  package func checkInput() throws(CommandError) {
    guard has(.jsonDialog) else { return }
    if has(.json) { throw .conflict(Option.json.spelling, Option.jsonDialog.spelling) }
    for option in [Option.secretFrom, .tokenFrom] {
      guard let source = self[option].flatMap({ try? SecretSource($0) }), source == .standardInput else { continue }
      throw .conflict("\(option.spelling) \(SecretKeyword.stdin.rawValue)", Option.jsonDialog.spelling)
    }
  }

  /// Throws if the call has more operands than its command takes. This is not part of parsing, because the error is reported
  /// with the options of the call, such as `--no-color`, and because `--help` after any operands shows the page of the command.
  package func checkOperands() throws(CommandError) {
    if let most, words.count > most { throw .unwantedArgument(words[most]) }
  }

  /// The action of `accounts`. It is `nil` for an unknown action and for any other command.
  private var action: AccountsAction? {
    guard command == .accounts else { return nil }
    guard let word = words.first else { return .list }
    return AccountsAction(rawValue: word)
  }

  /// The maximum number of operands, with the action of `accounts`. `nil` if there is none.
  private var most: Int? {
    guard command == .accounts else { return command.most }
    // Without operands the action is the list, which has none.
    return action?.most.map { $0 + 1 }
  }

  /// Returns whether the command, or the action of `accounts`, has `option`. With `--help` all options of the command
  /// are permitted.
  func mayHave(_ option: Option) -> Bool {
    guard let action, !has(.help) else { return command.options.contains(option) }
    return action.options.contains(option) || Command.everywhere.contains(option)
  }

  /// The call as the user types it, for example `setup accounts edit`.
  private var name: String {
    command == .setup ? "setup" : (["setup", command.rawValue] + (action.map { [$0.rawValue] } ?? [])).joined(separator: " ")
  }

  private mutating func read(_ argument: String, _ rest: inout ArraySlice<String>) throws(CommandError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    // This check comes first, and the error does not repeat the value.
    if Option.secretOnes.contains(parts[0]) { throw .secretOnCommandLine }
    guard let option = Option.named(parts[0]) else {
      let near = Self.nearest(to: parts[0])
      // A slip in the name of such an option does not make its value less secret.
      if let first = near.first, Option.secretOnes.contains(first) { throw .secretOnCommandLine }
      // `-pSECRET` is the form that database clients accept. `-provider` only lacks a hyphen.
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
    if option == .lang, Language(tag: value) == nil { throw .badValue(option: option.spelling, value: value, expected: .language) }
    values[option] = value
  }

  /// What single letters mean in git, curl and apt.
  private static let letters: [String: Option] = ["-q": .quiet, "-y": .yes, "-f": .force]

  /// Returns the options with a similar spelling. A single letter means what it means elsewhere, or the only option that begins
  /// with it.
  private static func nearest(to word: String) -> [String] {
    let known = Option.allCases.map(\.spelling)
    if word.utf8.count == 2 {
      if let option = letters[word] { return [option.spelling] }
      let fitting = known.filter { $0.hasPrefix("-" + word) }
      return fitting.count == 1 ? fitting : []
    }
    return Spelling.nearest(to: word, among: known + Option.secretOnes.filter { $0.hasPrefix("--") }.sorted())
  }

  /// Returns whether `word` has the form `user:secret@host`, with or without a scheme. A word that begins with a quoted
  /// local part is not checked.
  static func carriesSecret(_ word: String) -> Bool {
    let word = TypedAddress.withoutLabel(TypedText.plain(word))
    guard !word.hasPrefix("\""), let at = word.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    var user = word.utf8[..<at]
    // The scheme of addresses has no user information (RFC 6068).
    if user.prefix("mailto:".utf8.count).equalsIgnoringCase("mailto:") { user = user.dropFirst("mailto:".utf8.count) }
    guard let colon = user.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = user[colon...]
    return !rest.starts(with: "://".utf8) || rest.dropFirst().contains(UInt8(ascii: ":"))
  }

  /// Returns the nearest command, or the call that the user probably meant by a provider or an address without a
  /// command. Returns `nil` if there is no suggestion.
  private static func suggestion(for word: String) -> String? {
    if let action = AccountsAction(rawValue: word) { return "setup accounts \(action.rawValue)" }
    if AccountsAction.additions.contains(word) { return "setup \(Option.save.spelling) NAME" }
    // What other programs call the search for a provider.
    if ["search", "find"].contains(word) { return "setup \(Command.providers.rawValue) NAME" }
    if word == Option.version.rawValue { return "setup \(Option.version.spelling)" }
    if let near = Spelling.nearest(to: word, among: Command.named.map(\.rawValue)).first { return "setup \(near)" }
    if let address = try? TypedAddress(word) { return "setup --email \(Visible("\(address.address)", limit: 80))" }
    if case .exactly(let provider) = ProviderDirectory().find(word) { return "setup --provider \(provider.id)" }
    return nil
  }
}
