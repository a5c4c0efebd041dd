// The options, once: the parser, the help and the suggestions all read this table.

/// Every long option. The raw value is the name without `--`.
enum Option: String, Sendable, CaseIterable {
  case provider, email, username, imap, smtp
  case imapSecurity = "imap-security"
  case smtpSecurity = "smtp-security"
  case secretFrom = "secret-from"
  case catalog
  case caFile = "ca-file"
  case lang, timeout, json, trace, quiet
  case noColor = "no-color"
  case plain, yes, help, version

  /// As it is typed.
  var spelling: String { "--" + rawValue }

  /// What stands for the value in the help; nil for a switch.
  var value: String? {
    switch self {
    case .provider: "P"
    case .email: "ADDRESS"
    case .username: "NAME"
    case .imap, .smtp: "HOST:PORT"
    case .imapSecurity, .smtpSecurity: "tls|starttls"
    case .secretFrom: "SOURCE"
    case .catalog, .caFile, .trace: "FILE"
    case .lang: "en|zh-Hans"
    case .timeout: "SECONDS"
    case .json, .quiet, .noColor, .plain, .yes, .help, .version: nil
    }
  }

  /// Whether a wrong value is repeated in the complaint; then it must not hold a secret.
  var isShownWhenWrong: Bool {
    switch self {
    case .provider, .email, .imap, .smtp: true
    case .username, .imapSecurity, .smtpSecurity, .secretFrom, .catalog, .caFile, .lang, .timeout, .json, .trace, .quiet, .noColor, .plain,
      .yes, .help, .version:
      false
    }
  }

  static func named(_ spelling: String) -> Option? { allCases.first { $0.spelling == spelling } }

  /// Options people try that would put a secret where everybody can read it.
  static let secretOnes: Set<String> = ["--password", "--passwd", "--pass", "--secret", "--token", "--code", "-p", "-P"]
}

/// The commands; without one the wizard or a verification runs.
enum Command: String, Sendable, CaseIterable {
  case setup
  case guide
  case providers
  case catalog
  case help

  static let named = allCases.filter { $0 != .setup }
}
