// The account in the variables of `setup export env`, and in those that many programs read.

import Vocabulary

enum EnvironmentVariablesReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var values: [String: String] = [:]
    for line in text.lines {
      // Users write `export NAME=value` too.
      for word in ShellWords.words(of: line) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 { values[parts[0]] = parts[1] }
      }
    }
    var parsed = ParsedAccount()
    parsed.from = values["MAIL_ADDRESS"] ?? values["MAIL_FROM"] ?? values["SMTP_FROM"]
    for (mailProtocol, prefix) in [(MailProtocol.imap, "IMAP"), (.smtp, "SMTP")] {
      (parsed[mailProtocol].host, parsed[mailProtocol].port) = (values["\(prefix)_HOST"], values["\(prefix)_PORT"])
      parsed[mailProtocol].security = values["\(prefix)_SECURITY"].flatMap(Security.init)
      parsed[mailProtocol].set(user: values["\(prefix)_USER"] ?? values["\(prefix)_USERNAME"])
      for name in ["PASS", "PASSWORD"] { collector.password(values["\(prefix)_\(name)"]) }
    }
    collector.password(values["MAIL_PASSWORD"])
    parsed.command = values["MAIL_SECRET_COMMAND"]
    let mechanisms = ["MAIL_TOKEN_MECHANISM", "SMTP_AUTH", "SMTP_AUTH_MECHANISM", "IMAP_AUTH", "IMAP_AUTH_MECHANISM"].map { values[$0] }
    parsed.usesOAuth = mechanisms.contains(where: TokenWords.areIn)
    parsed.authorityFile = values["MAIL_CA_FILE"]
    collector.add(parsed)
  }
}
