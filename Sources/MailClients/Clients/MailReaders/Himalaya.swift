// himalaya: config.sample.toml of 2.0, and of 1.0 to 1.2, whose keys are different.

import Vocabulary

enum Himalaya {
  static let profile = ClientProfile(
    name: .program("Himalaya"), aliases: [], protocols: [.imap, .smtp],
    destination: .file(
      ConfigurationFile(
        paths: paths, new: .config("himalaya/config.toml"), isPrivate: false, isPerAccount: false, comment: "#", needsEmptyLines: false,
        settings: SettingRules(
          second: .breaks, names: SettingRules.headers,
          hasFirst: { $0.lines.contains { $0.words.prefix(3).elementsEqual(["default", "=", "true"]) } }),
        folders: ConfigurationFile.noFolders, check: nil)),
    versionCall: ["himalaya", "--version"], oldest: "1.0", id: .setting(since: "1.0"), password: .command(setting: "password.command"),
    token: .command(setting: "token.command", TokenSupport(.oauthbearer, .xoauth2, since: "2.0")),
    authority: .addedSince("2.0"), canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [ImportFormat(word: "himalaya", aliases: [], paths: paths, read: HimalayaReader.read)],
    lines: { account, options in lines(account, options) })

  private static let paths = [ConfigurationPath.config("himalaya/config.toml"), .home(".himalayarc")]

  private static func lines(_ account: MailAccount, _ options: WriterOptions) -> [String] {
    // Without a default account every call has to name one.
    let head =
      ["[accounts.\(Quoting.double(account.label))]"] + (options.isFirst ? ["default = true"] : [])
      + ["email = \(Quoting.double(account.address.description))"]
    return head + (options.isOlder(than: "2.0") ? One.lines(account) : Two.lines(account))
  }

  private enum Two {
    static func lines(_ account: MailAccount) -> [String] {
      var lines = ["mailbox.alias.inbox = \"INBOX\""] + server(account, .imap)
      if account.demandsID { lines.append("imap.id.auto = true") }
      if account.isInitialResponseBroken { lines.append("imap.sasl-ir = false") }
      return lines + server(account, .smtp)
    }

    private static func server(_ account: MailAccount, _ mailProtocol: MailProtocol) -> [String] {
      let (key, endpoint) = (mailProtocol.rawValue, account.endpoint(mailProtocol))
      // himalaya runs a list without a shell.
      let command = account.secretCommand.words.map(Quoting.double).joined(separator: ", ")
      let mechanism = account.tokenMechanism(for: .himalaya)
      let sasl = "\(key).sasl.\(mechanism?.rawValue.lowercasedASCII ?? "plain")"
      // The message of OAUTHBEARER contains the server's name and port (RFC 7628, section 3.1).
      let server = ["\(sasl).host = \(Quoting.double(endpoint.host.text))", "\(sasl).port = \(endpoint.port)"]
      return [
        "\(key).server = \(Quoting.double("\(key)\(endpoint.security == .tls ? "s" : "")://\(endpoint)"))",
        endpoint.security == .tls ? nil : "\(key).starttls = true",
        account.authorityFile.map { "\(key).tls.cert = \(Quoting.double($0))" },
        "\(sasl).username = \(Quoting.double(account.username(mailProtocol)))",
        "\(sasl).\(mechanism == nil ? "password" : "token").command = [\(command)]",
      ].compactMap { $0 } + (mechanism == .oauthbearer ? server : [])
    }
  }

  private enum One {
    static func lines(_ account: MailAccount) -> [String] {
      var lines = backend("backend", account, .imap)
      if account.demandsID { lines.append("backend.extensions.id.send_after_auth = true") }
      return lines + backend("message.send.backend", account, .smtp)
    }

    private static func backend(_ key: String, _ account: MailAccount, _ mailProtocol: MailProtocol) -> [String] {
      let endpoint = account.endpoint(mailProtocol)
      return [
        "\(key).type = \"\(mailProtocol.rawValue)\"", "\(key).host = \(Quoting.double(endpoint.host.text))",
        "\(key).port = \(endpoint.port)",
        "\(key).encryption.type = \"\(endpoint.security == .tls ? "tls" : "start-tls")\"",
        "\(key).login = \(Quoting.double(account.username(mailProtocol)))", "\(key).auth.type = \"password\"",
        "\(key).auth.cmd = \(Quoting.double(account.secretCommand.shell))",
      ]
    }
  }
}
