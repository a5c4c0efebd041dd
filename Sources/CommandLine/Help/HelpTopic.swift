// The help topics that do not belong to a command.

import AccountStore
import Operations
import Sentences
import Vocabulary

/// A topic of `setup help`. The raw value is the word that the user types.
package enum HelpTopic: String, Sendable, CaseIterable {
  case exitCodes = "exit-codes"
  case environment
  case secrets
  case json

  /// The page of the topic. `reference` are the sections about the keys of the JSON documents.
  package func page(_ reference: [HelpSection]) -> HelpPage {
    HelpPage(title: title, sections: self == .json ? sections + reference : sections)
  }

  private var title: Text {
    switch self {
    case .exitCodes: ExitSentence.title
    case .environment: EnvironmentSentence.title
    case .secrets: SecretsSentence.title
    case .json: JSONSentence.title
    }
  }

  /// The sections, which the manual also contains. The reference of the keys of the JSON documents follows those of `json`.
  package var sections: [HelpSection] {
    switch self {
    case .exitCodes:
      [
        HelpSection(
          heading: HelpSentence.exitStatus, paragraphs: [ExitSentence.order, ExitSentence.signals],
          items: ExitStatus.allCases.map { HelpItem(String($0.rawValue), $0.meaning) })
      ]
    case .environment:
      [
        HelpSection(
          heading: HelpSentence.environment, paragraphs: [EnvironmentSentence.notUsed],
          items: [
            HelpItem("LC_ALL, LC_MESSAGES, LANG", EnvironmentSentence.locale), HelpItem("ACCESSIBLE, CI", EnvironmentSentence.accessible),
            HelpItem("NO_COLOR", EnvironmentSentence.noColor), HelpItem("CLICOLOR", EnvironmentSentence.colour),
            HelpItem("CLICOLOR_FORCE", EnvironmentSentence.forcedColour),
            HelpItem("TERM", EnvironmentSentence.term),
            HelpItem("DISPLAY, WAYLAND_DISPLAY, SSH_TTY", EnvironmentSentence.display),
            HelpItem("XDG_CONFIG_HOME", EnvironmentSentence.configuration),
            HelpItem("XDG_DATA_HOME", EnvironmentSentence.data),
            HelpItem("PASSWORD_STORE_DIR, GNUPGHOME, GPG_TTY, DBUS_SESSION_BUS_ADDRESS", EnvironmentSentence.keyrings),
            HelpItem("SSL_CERT_FILE, SSL_CERT_DIR", EnvironmentSentence.roots),
          ]),
        Option.variables,
        HelpSection(
          heading: HelpSentence.files,
          items: [
            HelpItem("~/.config/mail-setup/providers.json", EnvironmentSentence.ownCatalog),
            HelpItem("~/.config/mail-setup/accounts.json", EnvironmentSentence.accounts),
            HelpItem("~/.local/share/mail-setup/secrets/", EnvironmentSentence.secrets),
          ]),
      ]
    case .secrets:
      [
        HelpSection(
          heading: HelpSentence.secrets,
          paragraphs: [
            SecretsSentence.never, SecretsSentence.sent, SecretsSentence.lineBreak, SecretsSentence.wait(minutes: SecretReader.minutes),
          ]),
        HelpSection(
          heading: HelpSentence.sources,
          items: SecretKeyword.allCases.map { HelpItem($0.form, $0.meaning) }),
        HelpSection(
          heading: SecretsSentence.keptWhere, paragraphs: [SecretsSentence.kept],
          items: Keyring.allCases.map { HelpItem($0.rawValue, SecretsSentence.keptIn($0)) }),
      ]
    case .json:
      [HelpSection(heading: JSONSentence.heading, paragraphs: [JSONSentence.stable, JSONSentence.language, JSONSentence.unanswered])]
    }
  }
}

extension Option {
  /// The section about the variables of the options.
  fileprivate static var variables: HelpSection {
    func without(_ reason: WithoutVariable) -> [String] { allCases.filter { $0.withoutVariable == reason }.map(\.spelling) }
    return HelpSection(
      heading: VariableSentence.heading,
      paragraphs: [
        VariableSentence.precedence, VariableSentence.ignored, VariableSentence.shown,
        VariableSentence.none(consent: without(.consent), call: without(.call), caller: without(.caller)),
      ],
      items: allCases.compactMap { option in option.variable.map { HelpItem($0, option.summary) } })
  }
}

extension ExitStatus {
  package var meaning: Text {
    switch self {
    case .ok: ExitSentence.ok
    case .usage: ExitSentence.usage
    case .badData: ExitSentence.badData
    case .noInput: ExitSentence.noInput
    case .noHost: ExitSentence.noHost
    case .unreachable: ExitSentence.unreachable
    case .software: ExitSentence.software
    case .system: ExitSentence.system
    case .cannotCreate: ExitSentence.cannotCreate
    case .inputOutput: ExitSentence.inputOutput
    case .temporary: ExitSentence.temporary
    case .insecure: ExitSentence.insecure
    case .refused: ExitSentence.refused
    case .unsupported: ExitSentence.unsupported
    case .timedOut: ExitSentence.timedOut
    }
  }
}
