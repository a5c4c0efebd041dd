// Accounts of mpop: mpop(1). It speaks POP3 only, so its servers are of no use here, but its addresses are.

import Vocabulary

enum MpopReader {
  static let format = ImportFormat(
    word: "mpop", aliases: [], paths: [.home(".mpoprc"), .config("mpop/config")], read: read)

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var parsed: ParsedAccount?
    for line in text.lines {
      var rest = line.withoutBlanks
      guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
      let keyword = rest.popWord()
      let value = rest.withoutBlanks.filter { $0 != .quote }.text
      switch keyword {
      case "account":
        if let parsed { collector.add(parsed) }
        parsed = ParsedAccount()
        parsed?.name = value.split(separator: ":").first.map(String.init) ?? ""
        parsed?.isDeclared = true
      case "host": collector.remark(.pop3)
      case "user": parsed?.from = value
      case "passwordeval": parsed?.command = value
      case "password": collector.password(value)
      default: break
      }
    }
    if let parsed { collector.add(parsed) }
  }
}
