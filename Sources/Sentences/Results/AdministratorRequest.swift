// The request to forward to the administrator if only the administrator can resolve the cause.

import Catalog
import Diagnosis
import Vocabulary

package struct AdministratorRequest: Sendable {
  /// In the order in which they are printed, without indentation.
  package let lines: [Text]

  /// `nil` if the user can resolve the cause.
  package init?(_ diagnosis: Diagnosis, provider: Provider?, address: MailAddress, imap: Endpoint, smtp: Endpoint) {
    guard diagnosis.needsAdministrator else { return nil }
    var lines = [
      Text(
        "Mail clients cannot use the mailbox \(address). Please allow IMAP (\(imap)) and authenticated SMTP (\(smtp)) for it.",
        "邮箱 \(address) 目前无法在邮件客户端中使用，请为它开通 IMAP（\(imap)）和需认证的 SMTP（\(smtp)）。")
    ]
    if let reply = diagnosis.failure.reply, !reply.octets.isEmpty {
      let said = "\(reply.code.map { "\($0) " } ?? "")\(Visible(reply.octets, charset: provider?.session.charset))"
      lines.append(
        Text("The \(diagnosis.mailProtocol.spoken) server replied: \(said)", "\(diagnosis.mailProtocol.spoken) 服务器的回复：\(said)"))
    }
    for step in provider?.steps ?? [] where step.part == .administrator { lines.append(Self.line(step)) }
    self.lines = lines
  }

  /// Returns the step with its menu labels and its web address.
  private static func line(_ step: Step) -> Text {
    func path(_ language: String) -> String {
      let menu = step.menuIn[language] ?? step.menu
      return menu.isEmpty ? "" : " (\(menu.joined(separator: " > ")))"
    }
    let url = step.url.map { " \($0.text)" } ?? ""
    return Text("- \(step.text.english)\(path("en"))\(url)", "- \(step.text.simplifiedChinese)\(path("zh"))\(url)")
  }
}
