// The table from circumstances to causes.

import Vocabulary

/// One row: where the circumstance holds and one of `given` is among the causes (or nothing is known, where `given` is
/// empty), the causes change.
struct CircumstanceRule: Sendable {
  let circumstance: Circumstance
  /// Only where one of these is suspected; empty for any.
  let given: Set<Cause>
  var excluded: Set<Cause> = []
  /// Put in front, and added where it is missing.
  var first: [MailProtocol: [Cause]] = [:]
  /// Put at the end where they are among the causes.
  var last: [Cause] = []
  /// Added at the end where they are missing.
  var also: [Cause] = []

  static let all: [CircumstanceRule] = [
    .init(
      circumstance: .secretAcceptedByOther, given: blamesSecret, excluded: blamesSecret,
      first: [.imap: [.imapDisabled], .smtp: [.smtpDisabled]]),
    .init(circumstance: .secretOfOtherShape, given: blamesSecret, first: [.imap: [.appPasswordRequired], .smtp: [.appPasswordRequired]]),
    .init(
      circumstance: .secretOfRightShape, given: [.wrongPassword, .codeExpiredOrRevoked, .imapDisabled, .smtpDisabled],
      last: [.appPasswordRequired]),
    .init(
      circumstance: .usernameOfOtherForm, given: blamesSecret.union([.wrongUsernameForm]),
      first: [.imap: [.wrongUsernameForm], .smtp: [.wrongUsernameForm]]),
    .init(circumstance: .usernameOfRightForm, given: blamesSecret, last: [.wrongUsernameForm]),
    .init(circumstance: .tokensOffered, given: [.wrongPassword, .unknown], also: [.oauthRequired]),
    .init(circumstance: .greetedByOtherHost, given: blamesSecret.union([.tlsProblem, .unknown]), also: [.wrongServerOrPort]),
    .init(
      circumstance: .unreachedBesideOther, given: [],
      first: [.imap: [.regionOrIPBlocked, .wrongServerOrPort], .smtp: [.regionOrIPBlocked, .wrongServerOrPort]]),
    .init(circumstance: .certificateOfSameOwner, given: [], excluded: [.tlsProblem]),
    .init(circumstance: .certificateOfStranger, given: [], last: [.wrongServerOrPort]),
  ]

  /// Causes that cannot be if a server has accepted the secret.
  static let blamesSecret: Set<Cause> = [.appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired]

  /// `causes` in the light of it.
  func applied(to causes: [Cause], _ side: MailProtocol) -> [Cause] {
    guard given.isEmpty || causes.contains(where: given.contains) else { return causes }
    let front = first[side] ?? []
    let middle = causes.filter { !excluded.contains($0) && !front.contains($0) && !last.contains($0) }
    return front + middle + causes.filter(last.contains) + also.filter { !causes.contains($0) }
  }
}
