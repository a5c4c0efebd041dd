// The table from circumstances to causes.

import Vocabulary

/// One row. It changes the causes if its circumstance holds and one of `given` is among them, or `given` is empty.
struct CircumstanceRule: Sendable {
  let circumstance: Circumstance
  /// The rule applies only if one of these is suspected. Empty if it always applies.
  let given: Set<Cause>
  var excluded: Set<Cause> = []
  /// Moved to the front, and added if missing.
  var first: [MailProtocol: [Cause]] = [:]
  /// Moved to the end if they are among the causes.
  var last: [Cause] = []
  /// Added at the end if missing.
  var also: [Cause] = []

  static let all: [CircumstanceRule] = [
    .init(
      circumstance: .secretAcceptedByOther, given: blamesSecret, excluded: blamesSecret,
      first: [.imap: [.imapDisabled], .smtp: [.smtpDisabled]]),
    // "Switched off" would be a guess without a switch. The usual reason is that the servers know the user by different
    // names, or keep different passwords.
    .init(
      circumstance: .secretAcceptedWithoutSwitch, given: blamesSecret, excluded: blamesSecret.union([.imapDisabled, .smtpDisabled]),
      first: [.imap: [.wrongUsernameForm], .smtp: [.wrongUsernameForm]]),
    .init(circumstance: .secretOfOtherShape, given: blamesSecret, first: [.imap: [.appPasswordRequired], .smtp: [.appPasswordRequired]]),
    .init(
      circumstance: .secretOfRightShape, given: [.wrongPassword, .codeExpiredOrRevoked, .imapDisabled, .smtpDisabled],
      last: [.appPasswordRequired]),
    .init(
      circumstance: .usernameOfOtherForm, given: blamesSecret.union([.wrongUsernameForm]),
      first: [.imap: [.wrongUsernameForm], .smtp: [.wrongUsernameForm]]),
    .init(circumstance: .usernameOfRightForm, given: blamesSecret, last: [.wrongUsernameForm]),
    .init(circumstance: .usernameOfOnlyForm, given: [.wrongUsernameForm], excluded: [.wrongUsernameForm]),
    .init(
      circumstance: .tokenNotChecked, given: [], first: [.imap: [.temporaryServerError], .smtp: [.temporaryServerError]]),
    .init(circumstance: .tokensOffered, given: [.wrongPassword, .unknown], also: [.oauthRequired]),
    .init(circumstance: .greetedByOtherHost, given: blamesSecret.union([.tlsProblem, .unknown]), also: [.wrongServerOrPort]),
    .init(
      circumstance: .unreachedBesideOther, given: [],
      first: [.imap: [.networkProblem, .wrongServerOrPort], .smtp: [.networkProblem, .wrongServerOrPort]]),
    // The other server of the same network works, and a slip in the port is the usual reason.
    .init(
      circumstance: .refusedBesideOther, given: [],
      first: [.imap: [.wrongServerOrPort, .networkProblem], .smtp: [.wrongServerOrPort, .networkProblem]]),
    .init(
      circumstance: .silentForSTARTTLS, given: [], excluded: [.temporaryServerError],
      first: [.imap: [.wrongServerOrPort], .smtp: [.wrongServerOrPort]]),
    .init(circumstance: .certificateOfSameOwner, given: [], excluded: [.tlsProblem]),
    .init(circumstance: .certificateOfStranger, given: [], last: [.wrongServerOrPort]),
    // The last word: what the other rules make of a wrong password is void.
    .init(
      circumstance: .passwordRefusedByBoth, given: blamesSecret.union([.oauthRequired, .unknown]), excluded: blamesSecret.union([.unknown]),
      first: [.imap: [.oauthRequired], .smtp: [.oauthRequired]]),
  ]

  /// Causes that are impossible once a server has accepted the secret.
  static let blamesSecret: Set<Cause> = [.appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired]

  /// Returns `causes` with this rule applied.
  func applied(to causes: [Cause], _ side: MailProtocol) -> [Cause] {
    guard given.isEmpty || causes.contains(where: given.contains) else { return causes }
    let front = first[side] ?? []
    let middle = causes.filter { !excluded.contains($0) && !front.contains($0) && !last.contains($0) }
    return front + middle + causes.filter(last.contains) + also.filter { !causes.contains($0) }
  }
}
