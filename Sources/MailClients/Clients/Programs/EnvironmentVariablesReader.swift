// The variables of `setup export env`, and those that many programs read under the same names.

import Vocabulary

enum EnvironmentReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    var values: [String: String] = [:]
    for line in text.lines {
      // `export NAME=value` is what people make of it.
      for word in ShellWords.words(of: line) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 { values[parts[0]] = parts[1] }
      }
    }
    var draft = ParsedAccount()
    draft.from = values["MAIL_ADDRESS"] ?? values["MAIL_FROM"] ?? values["SMTP_FROM"]
    for (mailProtocol, prefix) in [(MailProtocol.imap, "IMAP"), (.smtp, "SMTP")] {
      (draft[mailProtocol].host, draft[mailProtocol].port) = (values["\(prefix)_HOST"], values["\(prefix)_PORT"])
      draft[mailProtocol].security = values["\(prefix)_SECURITY"].flatMap(Security.init)
      draft[mailProtocol].set(user: values["\(prefix)_USER"] ?? values["\(prefix)_USERNAME"])
      for name in ["PASS", "PASSWORD"] { harvest.password(values["\(prefix)_\(name)"]) }
    }
    harvest.password(values["MAIL_PASSWORD"])
    draft.command = values["MAIL_SECRET_COMMAND"]
    draft.authorityFile = values["MAIL_CA_FILE"]
    harvest.add(draft)
  }
}
