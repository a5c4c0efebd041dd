// The values that a call takes from the environment.

import Posix
import Sentences
import Vocabulary

extension Arguments {
  /// Returns this call with the values of the variables that apply to it. A variable has no effect
  /// - for an option that the call has, or that its command lacks,
  /// - beside an argument that excludes it, such as `--token-from` beside the variable of `--secret-from`,
  /// - without the option that it needs, such as that of `--store` without `--save`,
  /// - for an option that describes an account, if an operand names the account or the account is saved,
  /// - if it is empty.
  ///
  /// Throws for a switch that is neither on nor off, and for a value that is not UTF-8 or may carry a secret.
  package func filled(from environment: Environment) throws(CommandError) -> Arguments {
    let suspended = options.reduce(into: Set<Option>()) { $0.formUnion($1.option.rivals) }
    var call = self
    for option in Option.allCases where !has(option) && takesVariable(of: option) && !suspended.contains(option) {
      guard let name = option.variable else { continue }
      if environment.isUndecodable(name) { throw .notUTF8Variable(name) }
      guard let value = environment[name], !value.isEmpty else { continue }
      try call.take(value, of: option, from: name)
    }
    // A companion has none itself.
    for option in call.variables { if let companion = option.companion, !call.has(companion) { call.drop(option) } }
    return call
  }

  private mutating func take(_ value: String, of option: Option, from name: String) throws(CommandError) {
    guard option.value != nil else {
      guard let isOn = Self.state(of: value) else { throw .badValue(option: name, value: value, expected: .onOrOff) }
      if isOn { fill(option, "") }
      return
    }
    if option.isShownWhenWrong, Self.carriesSecret(value) { throw .secretInVariable(name) }
    if option == .lang, Language(tag: value) == nil { throw .badValue(option: name, value: value, expected: .language) }
    fill(option, value)
  }

  /// Returns whether a switch with this value in its variable is on. `nil` if the value is neither on nor off.
  static func state(of value: String) -> Bool? {
    switch value.lowercasedASCII {
    case "1", "true", "yes", "on": true
    case "0", "false", "no", "off": false
    case _: nil
    }
  }

  /// Returns whether the variable of `option` can have an effect on this call.
  private func takesVariable(of option: Option) -> Bool {
    guard mayHave(option) else { return false }
    // A help page has only a language and colours.
    if has(.help) || has(.version) { return Command.everywhere.contains(option) }
    return !option.describesAccount || describesAccount || command == .probe && option == .caFile
  }

  /// Whether the options of the call are what describes its account. Else it is about saved accounts, those of a file, or the account
  /// or provider of an operand.
  private var describesAccount: Bool {
    switch command {
    case .setup: true
    case .guide, .probe, .sendTest: words.isEmpty && !has(.all)
    case .export: words.count < 2
    case .providers, .catalog, .secret, .login, .accounts, .check, .import, .completion, .manual, .help: false
    }
  }

  /// The variables in force that decide where a secret goes, with their values. Empty for a command that sends secrets only to the
  /// servers of saved accounts, or none.
  package var decidingVariables: [(name: String, value: String)] {
    switch command {
    case .setup, .guide, .probe, .export, .sendTest, .import:
      options.filter { variables.contains($0.option) && $0.option.decidesDestination }.compactMap { option, value in
        option.variable.map { ($0, value) }
      }
    case .providers, .catalog, .secret, .login, .accounts, .check, .completion, .manual, .help: []
    }
  }

  /// The name under which the call has `option`: that of its variable if the value is from there, else the option itself.
  package func name(of option: Option) -> String { variables.contains(option) ? option.variable ?? option.spelling : option.spelling }
}

extension Arguments {
  /// Returns the language in `--lang`, else that in its variable, even if the call is not valid otherwise, because the error is
  /// reported in that language. Returns `nil` if there is none.
  package static func language(_ arguments: [String], _ environment: Environment) -> Language? {
    language(arguments) ?? Option.lang.variable.flatMap { environment[$0] }.flatMap { Language(tag: $0) }
  }

  /// Returns whether the call has `--json`, or its variable is on, even if the call is not valid otherwise.
  package static func wantDocument(_ arguments: [String], _ environment: Environment) -> Bool {
    wantDocument(arguments) || Option.json.variable.flatMap { environment[$0] }.flatMap { state(of: $0) } == true
  }
}
