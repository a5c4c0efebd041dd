// Replies that were read wrongly, each with others of its kind.

import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Replies that were read wrongly") struct ReplyFaultTests {
  /// Expects the first cause of each row of a table, and at most the others that the row lists behind it.
  private func expect(_ table: String, _ location: SourceLocation = #_sourceLocation) throws {
    let rows = Said.table(table)
    #expect(rows.count == table.split(separator: "\n").count, sourceLocation: location)
    for said in rows {
      #expect((said.who == "nobody") == (Bundled.catalog.provider(id: said.who) == nil), sourceLocation: location)
      let causes = said.causes(at: said.who == "nobody" ? nil : Bundled.catalog.provider(id: said.who))
      #expect(Array(causes.prefix(said.causes.count)) == said.causes, "\(said): \(causes)", sourceLocation: location)
    }
  }

  @Test("fault-enhanced-code-inside-the-words: the code at the start of each line does not stand inside the words") func codes() throws {
    try expect(
      #"""
      gmail smtp login | 534-5.7.9 Application-specific password ⏎ 534-5.7.9 required. For more information, go to ⏎ 534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor x - gsmtp | app_password_required
      nobody smtp login | 535-5.7.1 Please log in with your web ⏎ 535-5.7.1 browser and then try again. ⏎ 535 5.7.1 https://example.org/help | web_login_required
      nobody smtp login | 535-5.7.8 Your account has been temporarily ⏎ 535 5.7.8 blocked. | account_locked_or_suspended
      nobody smtp sender | 553-5.7.1 Sender address rejected: not ⏎ 553 5.7.1 owned by user me | sender_not_owned
      """#)
    let reply = ServerReply.smtp(["535-5.7.8 not", "535-5.7.8  now,", "535-5 apples", "535 5.7.9 today"].map { Array($0.utf8) })
    #expect(reply.octets == Array("5.7.8 not now, 5 apples today".utf8))
    // A code that contradicts the reply, or that only a later line has, is text.
    #expect(ServerReply.smtp(["535-no", "535 5.7.8 no"].map { Array($0.utf8) }).octets == Array("no 5.7.8 no".utf8))
    #expect(ServerReply.smtp(["535-5.7.8 a", "535 2.7.8 b"].map { Array($0.utf8) }).octets == Array("5.7.8 a 2.7.8 b".utf8))
  }

  @Test("fault-unknown-550-is-sender-not-owned: after MAIL FROM unknown words are unknown, whatever their code is") func unknown() throws {
    try expect(
      #"""
      nobody smtp sender | 550 5.9.9 blah blah wobble | unknown
      nobody smtp sender | 553 wobble | unknown
      nobody smtp message | 550 5.7.1 wobble | unknown
      nobody smtp message | 554 5.7.1 wobble | unknown
      orange smtp sender | 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416] | recipient_rejected
      nobody smtp message | 550 5.1.1 No such recipient here | recipient_rejected
      orange smtp message | 550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506] | content_rejected
      nobody smtp message | 550 Message rejected for policy reasons | content_rejected
      nobody smtp sender | 550 5.7.1 You may not use this address as the sender | sender_not_owned
      """#)
  }

  @Test("fault-microsoft-mailfrom-5757: the reply that a reply quotes is its reason") func quoted() throws {
    try expect(
      #"""
      microsoft365 smtp sender | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. | admin_disabled smtp_disabled
      microsoft365 smtp sender | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. | smtp_disabled admin_disabled
      nobody smtp sender | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, the account is locked | account_locked_or_suspended
      nobody smtp sender | 550 5.7.0 Submission failed: 535 5.7.8 Your password has expired | password_expired
      nobody smtp message | 550 5.0.350 Remote server returned an error -> 552 5.2.2 mailbox full | mailbox_full
      """#)
  }

  @Test("fault-outlook-blocked-as-user-name: a blocked account is no wrong user name") func blocked() throws {
    try expect(
      #"""
      outlook imap login | NO [ALERT] Account is blocked. Login to your account via a web browser to verify your identity. | account_locked_or_suspended
      outlook imap login | NO Your account has been suspended. Login to your account via a web browser. | account_locked_or_suspended
      microsoft365 imap login | NO Unusual activity. Login to your account via a web browser. | account_locked_or_suspended
      outlook imap login | NO [AUTHORIZATIONFAILED] Account does not have a valid mailbox. Login to your account via a web browser. | wrong_username_form
      """#)
  }

  @Test("fault-exmail-standard-refusal: a sentence that lists all reasons names none of them") func allReasons() throws {
    try expect(
      #"""
      exmail imap login | NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy | app_password_required code_expired_or_revoked imap_disabled
      exmail smtp login | 535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy | app_password_required code_expired_or_revoked smtp_disabled
      qq smtp login | 535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy | app_password_required code_expired_or_revoked smtp_disabled
      nobody imap login | NO Account is locked, password is wrong or too many attempts | app_password_required code_expired_or_revoked imap_disabled
      nobody smtp login | 535 The account is suspended, wrong password, or try again later | app_password_required code_expired_or_revoked smtp_disabled
      exmail imap login | NO Login fail. Login frequency limited | rate_limited
      """#)
  }

  @Test("fault-reply-rules-narrow-or-dated: today's words of Yahoo, Fastmail, Microsoft and NetEase, and others like them") func dated()
    throws
  {
    try expect(
      #"""
      yahoo imap login | NO [AUTHORIZATIONFAILED] Incorrect username or password. (#MBR1240) | app_password_required wrong_password
      aol imap login | NO [AUTHORIZATIONFAILED] Invalid login or password | app_password_required wrong_password
      nobody imap login | NO [AUTHORIZATIONFAILED] Wrong password | wrong_password
      nobody imap login | NO [AUTHORIZATIONFAILED] no access for you | admin_disabled
      fastmail imap login | NO Incorrect username, password or access token. | app_password_required wrong_password wrong_username_form
      fastmail smtp login | 535 5.7.0 Incorrect username, password or access token | app_password_required wrong_password wrong_username_form
      microsoft365 smtp sender | 432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded | too_many_connections
      nobody smtp sender | 421 4.3.2 too many threads for this sender | too_many_connections
      163 smtp sender | 553 Requested action not taken: Local user only | sender_not_owned
      126 smtp greeting | 421 HL:MEP | region_or_ip_blocked
      coremail smtp greeting | 554 HL:MEP | region_or_ip_blocked
      """#)
  }

  @Test("refused passwords, missing logins and refused folders are told apart") func stages() throws {
    try expect(
      #"""
      nobody smtp login | 535 Authentication required | auth_required
      nobody smtp login | 535 5.7.8 Authentication required by policy, use an app password | app_password_required
      nobody smtp sender | 550 Delivery is not allowed to this address. | auth_required
      nobody imap list | NO LIST failed | temporary_server_error
      nobody imap inbox | NO STATUS failure | temporary_server_error
      nobody imap login | NO [REFERRAL imap://b.example.org/] try there | wrong_server_or_port
      """#)
  }
}
