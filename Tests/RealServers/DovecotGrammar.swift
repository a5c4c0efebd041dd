// The two grammars of Dovecot's configuration: the grammar up to 2.3, and the one that 2.4 requires.

/// The grammar of the installed Dovecot.
///
/// The names are from "Upgrading Dovecot CE from 2.3 to 2.4" (doc.dovecot.org).
enum DovecotGrammar {
  /// Up to 2.3, as in Debian 12.
  case old
  /// Since 2.4, as in Debian 13.
  case new

  /// Runs the installed program, which writes its version to a file in the directory.
  init(directory: String) throws {
    let file = directory + "/version"
    try run(Installed.dovecot, ["--version"], output: file)
    let said = read(file)
    let numbers = said.prefix { $0 != " " && $0 != "-" && $0 != "\n" }.split(separator: ".").map { Int($0) }
    guard numbers.count >= 2, let major = numbers[0], let minor = numbers[1] else {
      throw StartFailure("no version in what dovecot says: \(said)")
    }
    self = (major, minor) < (2, 4) ? .old : .new
  }

  /// The lines that must come first.
  var beginning: String {
    switch self {
    case .old: ""
    // The oldest version with this grammar. A newer Dovecot then uses the defaults of that version.
    case .new: "dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0"
    }
  }

  func identity(_ files: (certificate: String, key: String)) -> String {
    switch self {
    case .old: "ssl_cert = <\(files.certificate)\nssl_key = <\(files.key)"
    case .new: "ssl_server_cert_file = \(files.certificate)\nssl_server_key_file = \(files.key)"
    }
  }

  var passwordsNeedTLS: String {
    switch self {
    case .old: "disable_plaintext_auth = yes"
    case .new: "auth_allow_cleartext = no"
    }
  }

  func maildir(_ path: String) -> String {
    switch self {
    case .old: "mail_location = maildir:\(path)"
    case .new: "mail_driver = maildir\nmail_path = \(path)"
    }
  }

  /// The section `passdb` or `userdb` for the file of users.
  func source(_ section: String, file: String) -> String {
    switch self {
    case .old: "\(section) {\n  driver = passwd-file\n  args = \(file)\n}"
    case .new: "\(section) passwd-file {\n  passwd_file_path = \(file)\n}"
    }
  }

  /// The sections by which the mechanisms for access tokens ask an authorization server. Writes the files that they need into the
  /// directory.
  func tokens(_ introspection: TokenIntrospection, directory: String) throws -> String {
    let authority = try write(introspection.authority, to: directory + "/authority.crt")
    let common = [
      "introspection_mode = post", "introspection_url = \(introspection.url)", "force_introspection = yes", "username_attribute = username",
      "active_attribute = active", "active_value = true",
    ]
    switch self {
    case .old:
      let file = try write(
        (common + ["scope = \(introspection.scope)", "tls_ca_cert_file = \(authority)", ""]).joined(separator: "\n"),
        to: directory + "/oauth2.ext")
      return "passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = \(file)\n}"
    case .new:
      let lines = common + ["scope {\n    \(introspection.scope) = yes\n  }", "ssl_client_ca_file = \(authority)"]
      return "oauth2 {\n  \(lines.joined(separator: "\n  "))\n}"
    }
  }

  /// The name of the setting for a listener's address.
  var listenerAddress: String {
    switch self {
    case .old: "address"
    case .new: "listen"
    }
  }
}
