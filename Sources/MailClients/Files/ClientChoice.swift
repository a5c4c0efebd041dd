// The mail programs in the order in which an account is offered to them.

import Posix

/// One mail program, and what it can do with an account.
package struct ClientChoice: Sendable {
  package let client: MailClient
  package let isInstalled: Bool
  /// The version of the installed program. `nil` if it is not known or makes no difference.
  package let version: ClientVersion?
  /// What keeps the program from working with the account. `nil` if it can.
  package let obstacle: Obstacle?
}

extension ClientChoice {
  /// What users look for first.
  private static let wellKnown: [MailClient] = [
    .autoconfig, .apple, .neomutt, .msmtp, .mbsync, .aerc, .himalaya, .mutt, .git, .emacs, .offlineimap, .getmail, .fetchmail, .sNail,
    .swaks, .curl, .json, .env,
  ]

  /// Returns all programs: first those that can work with `account`, the installed ones before the others, then the rest. Asks
  /// the installed ones for their versions. Throws only if the user interrupts.
  package static func all(
    for account: MailAccount, _ environment: Environment, asking program: ClientProgram
  ) throws(ClientProgram.Error) -> [ClientChoice] {
    var choices: [ClientChoice] = []
    for client in wellKnown {
      let isInstalled = client.executable.map { environment.executable(named: $0) != nil } ?? false
      var version: ClientVersion?
      if isInstalled, case .known(let known) = try program.version(of: client) { version = known }
      let obstacle = client.obstacle(for: account, WriterOptions(version: version))
      choices.append(ClientChoice(client: client, isInstalled: isInstalled, version: version, obstacle: obstacle))
    }
    let able = choices.filter { $0.obstacle == nil }
    return able.filter(\.isInstalled) + able.filter { !$0.isInstalled } + choices.filter { $0.obstacle != nil }
  }
}

extension MailClient {
  /// The name of the program's file. `nil` for a program that is not known, or not on this computer.
  fileprivate var executable: String? {
    switch profile.destination {
    case .file, .script: rawValue
    case .web: "thunderbird"
    case .profile, .anywhere: nil
    }
  }
}
