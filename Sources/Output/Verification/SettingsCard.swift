// The settings of a verified account, field by field in the order in which mail programs ask for them.

import Operations
import Sentences
import Session
import Terminal
import Vocabulary

package struct SettingsCard {
  package let verification: VerificationResult
  package let language: Language

  package init(verification: VerificationResult, language: Language) { (self.verification, self.language) = (verification, language) }

  package func show(on screen: Screen) {
    row(EndingSentence.address, "\(verification.address)", on: screen)
    for mailProtocol in MailProtocol.allCases {
      let report = verification[mailProtocol]
      screen.line()
      screen.line(EndingSentence.incoming(mailProtocol)[language], .bold)
      row(EndingSentence.server, report.endpoint.host.description, on: screen)
      row(EndingSentence.port, "\(report.endpoint.port)", on: screen)
      row(EndingSentence.encryption, Labels.security(report.endpoint.security)[language], on: screen)
      row(EndingSentence.authentication, EndingSentence.normalPassword[language], on: screen)
      row(EndingSentence.userName, Visible(report.username).text, on: screen)
      row(EndingSentence.password, EndingSentence.entered(term)[language], on: screen)
    }
  }

  private var term: Text { verification.provider?.passwordKind?.term ?? Labels.password }

  /// Shows a label and its value. The value is alone after the label, so that the user can copy it.
  private func row(_ label: Text, _ value: String, on screen: Screen) {
    screen.line("  " + Text.labelled(label, value)[language], indent: 4)
  }
}
