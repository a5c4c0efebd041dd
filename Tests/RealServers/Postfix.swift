// The files of Postfix for one instance: configuration, queue and data directories.

import Foundation

/// One Postfix master process with one certificate. It checks passwords with a Dovecot.
struct Postfix {
  let directory: String
  let tls: UInt16
  let startTLS: UInt16
  let certificate: (certificate: String, key: String)
  let users: [User]
  let authSocket: String
  /// The directory of the users' homes. Each home contains a Maildir.
  let mail: String
  /// Whether SMTPUTF8 is offered.
  let takesUTF8: Bool

  var logFile: String { directory + "/log" }
  private var configurationDirectory: String { directory + "/conf" }

  /// Writes the files. Returns the command that runs Postfix in the foreground.
  ///
  /// The command runs the master directly, because `postfix start-fg` first spends a second or more on checking the
  /// files that are created here.
  func prepare() throws -> String {
    try makeDirectories()
    for (name, text) in [("main.cf", mainConfiguration), ("master.cf", services), ("owners", owners), ("mailboxes", mailboxes)] {
      let file = try write(text, to: configurationDirectory + "/" + name)
      // Postfix does not read a file that was changed within the last two seconds, because another process could still
      // be writing it.
      let past = [timeval(tv_sec: time(nil) - 60, tv_usec: 0), timeval(tv_sec: time(nil) - 60, tv_usec: 0)]
      guard utimes(file, past) == 0 else { throw StartFailure.system("dating \(file)") }
    }
    return "\(Installed.postfixDaemons)/master -s -c \(configurationDirectory)"
  }

  private func makeDirectories() throws {
    let postfix = try Account(named: "postfix")
    guard let drop = getgrnam("postdrop") else { throw StartFailure("no group postdrop on this system") }
    let dropping = Account(user: postfix.user, group: drop.pointee.gr_gid)
    let queue = directory + "/queue"
    for path in [directory, configurationDirectory, queue, queue + "/pid"] { try makeDirectory(path, mode: 0o755) }
    try makeDirectory(directory + "/data", mode: 0o700, owner: postfix)
    // The queue directories, one per stage of a delivery.
    for stage in ["incoming", "active", "deferred", "defer", "bounce", "corrupt", "flush", "hold", "saved", "trace", "private"] {
      try makeDirectory("\(queue)/\(stage)", mode: 0o700, owner: postfix)
    }
    try makeDirectory(queue + "/public", mode: 0o710, owner: dropping)
  }

  private var mainConfiguration: String {
    """
    compatibility_level = 3.6
    config_directory = \(configurationDirectory)
    meta_directory = \(configurationDirectory)
    queue_directory = \(directory)/queue
    data_directory = \(directory)/data
    daemon_directory = \(Installed.postfixDaemons)
    maillog_file = \(logFile)
    maillog_file_prefixes = \(directory)

    inet_protocols = \(Loopback.hasV6 ? "all" : "ipv4")
    inet_interfaces = loopback-only
    myhostname = smtp.example.org
    smtpd_peername_lookup = no
    # All tests come from one address.
    smtpd_client_connection_count_limit = 0
    smtpd_error_sleep_time = 0
    smtputf8_enable = \(takesUTF8 ? "yes" : "no")

    # The users' own addresses are delivered into the mailboxes that Dovecot serves, and nothing is passed on.
    virtual_mailbox_domains = \(domains)
    virtual_mailbox_base = \(mail)
    virtual_mailbox_maps = texthash:\(configurationDirectory)/mailboxes
    virtual_uid_maps = static:\(Account.mail.user)
    virtual_gid_maps = static:\(Account.mail.group)
    mydestination =
    mynetworks =
    alias_maps =
    alias_database =
    local_recipient_maps =
    local_transport = error:nothing is delivered
    default_transport = error:nothing is delivered
    relay_transport = error:nothing is delivered

    smtpd_tls_chain_files = \(certificate.key), \(certificate.certificate)
    smtpd_tls_auth_only = yes
    smtpd_tls_loglevel = 1
    smtpd_sasl_auth_enable = yes
    smtpd_sasl_type = dovecot
    smtpd_sasl_path = \(authSocket)
    smtpd_sasl_security_options = noanonymous

    smtpd_sender_login_maps = texthash:\(configurationDirectory)/owners
    smtpd_sender_restrictions = reject_sender_login_mismatch, permit_sasl_authenticated, reject
    smtpd_relay_restrictions = reject_unauth_destination
    smtpd_recipient_restrictions = permit_sasl_authenticated, reject

    """
  }

  /// The listeners, and those daemons that a session and the delivery of its message need.
  private var services: String {
    let listeners = Loopback.addresses.map { $0.contains(":") ? "[\($0)]" : $0 }.map { address in
      """
      \(address):\(tls) inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
      \(address):\(startTLS) inet n - n - - smtpd -o smtpd_tls_security_level=encrypt

      """
    }
    return listeners.joined() + """
      tlsmgr unix - - n 1000? 1 tlsmgr
      rewrite unix - - n - - trivial-rewrite
      cleanup unix n - n - 0 cleanup
      qmgr unix n - n 300 1 qmgr
      virtual unix - n n - - virtual
      bounce unix - - n - 0 bounce
      defer unix - - n - 0 bounce
      error unix - - n - - error
      retry unix - - n - - error
      anvil unix - - n - 1 anvil
      postlog unix-dgram n - n - 1 postlogd

      """
  }

  /// The addresses of all users whose mailbox accepts mail.
  private var receivers: [(address: String, login: String)] {
    users.filter { $0.mailbox == .usable }.flatMap { user in user.senders.map { ($0, user.login) } }
  }

  private var domains: String {
    Set(receivers.compactMap { $0.address.split(separator: "@").last }).sorted().joined(separator: ", ")
  }

  private var mailboxes: String { receivers.map { "\($0.address) \($0.login)/Maildir/\n" }.joined() }

  /// The users who own each sender address, as a lookup table.
  private var owners: String {
    var logins: [String: [String]] = [:]
    for user in users {
      for sender in user.senders { logins[sender, default: []].append(user.login) }
    }
    return logins.map { "\($0.key) \($0.value.joined(separator: ", "))\n" }.joined()
  }
}
