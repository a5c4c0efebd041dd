// The state of RealServers: the directory, the supervisor, and the servers that have been started.

import Foundation

/// Starts each server on its first use.
struct Launcher {
  /// The protocol of a server. The names are also used for directories.
  enum Service: String { case imap, smtp }

  let directory: String
  let certificates: CertificateMaker
  private let users: [User]
  private let dovecotUsers: DovecotUsers
  private let failureDelay: Int
  private let mechanisms: String
  private let tokens: TokenIntrospection?
  private let takesUTF8: Bool
  private let supervisor: Supervisor
  private var made: [ServerCertificate: (certificate: String, key: String)] = [:]
  private var endpoints: [String: Endpoint] = [:]
  private var forwarders: [Forwarder] = []
  private var stopped = false

  /// Creates the directory and the files that all servers share.
  init(users: [User], failureDelay: Int, mechanisms: String, tokens: TokenIntrospection?, takesUTF8: Bool) throws {
    // Not in TMPDIR: the servers' own users need access, and the paths of their sockets must be short.
    var template = Array("/tmp/real-servers-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StartFailure.system("making a directory in /tmp") }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.users = users
    self.failureDelay = failureDelay
    self.mechanisms = mechanisms
    self.tokens = tokens
    self.takesUTF8 = takesUTF8
    do {
      supervisor = try Supervisor(directory: directory)
    } catch {
      try? FileManager.default.removeItem(atPath: directory)
      throw error
    }
    do {
      guard chmod(directory, 0o711) == 0 else { throw StartFailure.system("opening \(directory) to the servers") }
      certificates = try CertificateMaker(directory: directory + "/tls")
      dovecotUsers = try DovecotUsers(users, directory: directory)
    } catch {
      supervisor.stop()
      throw error
    }
  }

  /// Returns the server with that protocol and that certificate. The server answers when this returns.
  mutating func endpoint(_ service: Service, _ kind: ServerCertificate) throws -> Endpoint {
    guard !stopped else { throw StartFailure("the servers have been stopped") }
    let name = "\(service.rawValue)-\(kind.rawValue)"
    if let running = endpoints[name] { return running }
    let certificate = try made[kind] ?? certificates.make(kind)
    made[kind] = certificate
    let endpoint = try start(service, name: name, certificate: certificate)
    try endpoint.waitUntilReady(name: name) { supervisor.printed }
    endpoints[name] = endpoint
    return endpoint
  }

  private mutating func start(_ service: Service, name: String, certificate: (certificate: String, key: String)) throws -> Endpoint {
    let (tls, startTLS) = (try Ports.free(), try Ports.free())
    let place = directory + "/" + name
    let (command, log): (String, String)
    switch service {
    case .imap:
      let dovecot = Dovecot(
        directory: place, tls: tls, startTLS: startTLS, certificate: certificate, users: dovecotUsers, failureDelay: failureDelay,
        mechanisms: mechanisms, tokens: tokens)
      (command, log) = (try dovecot.prepare(), dovecot.logFile)
      forwarders.append(try Forwarder(port: startTLS))
    case .smtp:
      // Every Postfix checks passwords with the Dovecot that always runs.
      let authSocket = Dovecot.authSocket(in: directory + "/imap-good")
      let postfix = Postfix(
        directory: place, tls: tls, startTLS: startTLS, certificate: certificate, users: users, authSocket: authSocket,
        mail: directory + "/mail", takesUTF8: takesUTF8)
      (command, log) = (try postfix.prepare(), postfix.logFile)
    }
    return Endpoint(tls: tls, startTLS: startTLS, logFile: log, master: try supervisor.start(command))
  }

  /// Ends all servers and removes the directory. A second call has no effect.
  mutating func stop() {
    guard !stopped else { return }
    stopped = true
    for forwarder in forwarders { forwarder.stop() }
    supervisor.stop()
    // The workers were killed with their masters, but the kernel needs a moment to end them.
    let masters = endpoints.values.map(\.master)
    let end = Date(timeIntervalSinceNow: 5)
    while RunningProcess.any(in: masters), Date() < end { usleep(1000) }
  }
}
