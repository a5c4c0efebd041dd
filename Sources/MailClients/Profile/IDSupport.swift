// Whether mail programs send IMAP ID.

/// Whether a program sends IMAP ID (RFC 2971), which some providers require before they open the mailbox.
package enum IDSupport: Sendable, Equatable {
  case always
  /// Since this version, by a setting that the configuration contains where the provider requires ID.
  case setting(since: ClientVersion)
  /// The program does not fetch mail itself. Where the provider requires ID, this program does it.
  case delegated(to: MailClient)
  case never
  /// The program does not use IMAP, or is any program that reads the values.
  case notApplicable
}
