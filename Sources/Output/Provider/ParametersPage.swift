// The servers and user names of one account, as this program will use them.

import Catalog
import Operations
import Sentences
import Terminal
import Vocabulary

package struct ParametersPage {
  package let settings: ServerSettings
  package let language: Language

  package init(settings: ServerSettings, language: Language) { (self.settings, self.language) = (settings, language) }

  package func show(on screen: Screen) {
    screen.line(Labels.parameters[language], .bold)
    Self.server(.imap, settings.imap, in: language, on: screen)
    Self.server(.smtp, settings.smtp, in: language, on: screen)
    if settings.imapUsername == settings.smtpUsername {
      name(Labels.userName, settings.imapUsername, on: screen)
    } else {
      name(PromptSentence.userName(.imap), settings.imapUsername, on: screen)
      name(PromptSentence.userName(.smtp), settings.smtpUsername, on: screen)
    }
  }

  private func name(_ label: Text, _ name: String, on screen: Screen) {
    screen.line("  " + Text.labelled(label, "\(Visible(name))")[language], indent: 2)
  }

  /// Shows a line for one server. Without a protocol it is another port of the previous server.
  package static func server(_ mailProtocol: MailProtocol?, _ endpoint: Endpoint, in language: Language, on screen: Screen) {
    server(mailProtocol, "\(endpoint.host)", endpoint.port, endpoint.security, in: language, on: screen)
  }

  /// Shows a line for a server whose name can depend on an address that is not known yet.
  static func server(_ mailProtocol: MailProtocol?, _ endpoint: ServerEndpoint, in language: Language, on screen: Screen) {
    let host = endpoint.host.replacing(ServerEndpoint.placeholder, with: Labels.yourDomain[language])
      .replacing(ServerEndpoint.mxPlaceholder, with: Labels.yourMX[language])
    server(mailProtocol, host, endpoint.port, endpoint.security, in: language, on: screen)
  }

  private static func server(
    _ mailProtocol: MailProtocol?, _ host: String, _ port: UInt16, _ security: Security, in language: Language, on screen: Screen
  ) {
    let lead = "  " + (mailProtocol?.spoken ?? Labels.otherwise[language])
    let padded = lead + String(repeating: " ", count: max(1, 8 - Width.of(lead)))
    let text = "\(host)  \(Labels.port[language]) \(port)  \(Labels.security(security)[language])"
    screen.line(padded + text, indent: 8)
  }
}
