// The table of the mail clients, for `setup help export` and the manual.

import MailClients
import Sentences

enum ClientHelp {
  /// One item for each client, generated from its `ClientProfile`.
  static var section: HelpSection {
    HelpSection(
      heading: ClientSentence.heading, paragraphs: [ClientSentence.files, ClientSentence.id],
      items: MailClient.allCases.map { HelpItem(ClientSentence.words($0), ClientSentence.summary($0.profile)) })
  }
}
