// The options about the sign-in in a browser.

import CommandLine
import Operations
import Sentences
import Vocabulary

extension AppInput {
  /// Reads the options of a call. The file of `--client-file` is read when the app is needed.
  init(_ arguments: Arguments) throws(CommandError) {
    self.init()
    if let word = arguments[.signIn] {
      guard let way = SignInWay(rawValue: word) else { throw .badValue(option: Option.signIn.spelling, value: word, expected: .signInWay) }
      self.way = way
      for option in [Option.secretFrom, .tokenFrom] where arguments.has(option) {
        guard way != .command || option != .tokenFrom else { continue }
        throw .conflict(Option.signIn.spelling, option.spelling)
      }
      if way == .command, !arguments.has(.tokenFrom) { throw .needsOption("\(Option.signIn.spelling) command", Option.tokenFrom.spelling) }
    } else if arguments.command == .setup {
      // Without a way these would have no effect on a sign-in with a password.
      for option in [Option.clientID, .clientFile, .tenant, .issuer, .redirectPort] where arguments.has(option) {
        throw .needsOption(option.spelling, Option.signIn.spelling)
      }
    }
    if arguments.has(.clientFile), arguments.has(.clientID) { throw .conflict(Option.clientFile.spelling, Option.clientID.spelling) }
    clientFile = arguments[.clientFile]
    clientID = arguments[.clientID]
    if let id = clientID, !(1...500).contains(id.utf8.count) || !id.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) {
      throw .badValue(option: Option.clientID.spelling, value: id, expected: .clientID)
    }
    tenant = arguments[.tenant]
    if let tenant, HostName(tenant)?.kind != .name { throw .badValue(option: Option.tenant.spelling, value: tenant, expected: .tenant) }
    if let typed = arguments[.issuer] {
      guard let address = WebAddress(typed), !typed.contains("?"), !typed.contains("#") else {
        throw .badValue(option: Option.issuer.spelling, value: typed, expected: .webAddress)
      }
      issuer = address
    }
    if let typed = arguments[.redirectPort] {
      guard let port = UInt16(typed), port > 0 else { throw .badValue(option: Option.redirectPort.spelling, value: typed, expected: .port) }
      redirectPort = port
    }
  }
}
