// The authorization server glewlwyd from Debian's packages, for the duration of a test.

import Foundation
import Synchronization

/// A running glewlwyd on a random loopback port, with all its files in one directory. It has an administrator (`admin`, `password`), and
/// nothing else is configured.
///
/// The packages are unpacked, never installed. `stop()` ends the server and removes its files, as for `RealServers`.
package final class Glewlwyd: Sendable {
  /// What this machine lacks. Tests are to be skipped unless it is empty.
  package static var missing: [String] { unpacked }

  /// The port. The certificate is for localhost.
  package let port: UInt16
  /// The root certificate, as a PEM file.
  package let caFile: String
  /// A key pair for the tokens, in PEM.
  package let tokenKeys: (key: String, public: String)

  private let directory: String
  private let supervisor: Mutex<Supervisor?>

  private static let root = DebianPackage.folder + "/glewlwyd"

  /// The result of unpacking, once for each test process.
  private static let unpacked: [String] = {
    guard Installed.isProgram(Installed.openssl) else { return ["openssl"] }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("glewlwyd.sh").path
    let output = "/tmp/glewlwyd-\(getpid())"
    defer { unlink(output) }
    do {
      try run(Installed.shell, [script, root], output: output)
      return []
    } catch {
      return ["glewlwyd (\(error))"]
    }
  }()

  /// Starts the server. It answers when this returns.
  package init() throws {
    guard Self.missing.isEmpty else { throw StartFailure("missing: \(Self.missing.joined(separator: ", "))") }
    var template = Array("/tmp/glewlwyd-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StartFailure.system("making a directory in /tmp") }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let supervisor = try Supervisor(directory: directory)
    do {
      let certificates = try CertificateMaker(directory: directory + "/tls")
      let identity = try certificates.make(.good)
      caFile = certificates.rootFile
      try run(Installed.openssl, ["genrsa", "-out", directory + "/jwt.key", "2048"], output: directory + "/out")
      try run(
        Installed.openssl, ["rsa", "-in", directory + "/jwt.key", "-pubout", "-out", directory + "/jwt.pub"], output: directory + "/out")
      tokenKeys = (read(directory + "/jwt.key"), read(directory + "/jwt.pub"))
      port = try Ports.free()
      try Self.makeDatabase(directory + "/g.db")
      let configuration = try write(
        Self.configuration(port, directory, identity, rootFile: certificates.rootFile), to: directory + "/g.conf")
      _ = try supervisor.start("env LD_LIBRARY_PATH=\(Self.libraries) \(Self.root)/usr/bin/glewlwyd --config-file=\(configuration)")
      let end = Date(timeIntervalSinceNow: 20)
      while !answers("127.0.0.1", port: port, greets: false, within: 100) {
        guard Date() < end else { throw StartFailure("glewlwyd does not answer: \(supervisor.printed) \(read(directory + "/g.log"))") }
        usleep(20_000)
      }
    } catch {
      supervisor.stop()
      throw error
    }
    self.supervisor = Mutex(supervisor)
  }

  deinit { stop() }

  /// Ends the server and removes its files. A second call has no effect.
  package func stop() {
    supervisor.withLock {
      $0?.stop()
      $0 = nil
    }
  }

  /// The server's log, for investigations.
  package var log: String { read(directory + "/g.log") }

  private static var libraries: String {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root + "/usr/lib")) ?? []
    return root + "/usr/lib/" + (folders.first { $0.hasSuffix("-linux-gnu") } ?? "")
  }

  private static func makeDatabase(_ file: String) throws {
    let own = root + "/usr/bin/sqlite3"
    let sqlite = Installed.isProgram(own) ? own : "/usr/bin/sqlite3"
    let schema = root + "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz"
    try run(
      Installed.shell, ["-c", "zcat \(schema) | LD_LIBRARY_PATH=\(libraries) \(sqlite) \(file)"], output: file + ".out")
  }

  private static func configuration(
    _ port: UInt16, _ directory: String, _ identity: (certificate: String, key: String), rootFile: String
  ) -> String {
    """
    port=\(port)
    bind_address="127.0.0.1"
    external_url="https://localhost:\(port)"
    login_url="login.html"
    api_prefix="api"
    static_files_path="\(root)/usr/share/glewlwyd/webapp/"
    log_mode="file"
    log_level="WARNING"
    log_file="\(directory)/g.log"
    cookie_domain="localhost"
    cookie_secure=1
    session_key="GLEWLWYD2_SESSION_ID"
    session_expiration=86400
    admin_scope="g_admin"
    profile_scope="g_profile"
    user_module_path="\(root)/usr/lib/glewlwyd/user"
    client_module_path="\(root)/usr/lib/glewlwyd/client"
    user_auth_scheme_module_path="\(root)/usr/lib/glewlwyd/scheme"
    plugin_module_path="\(root)/usr/lib/glewlwyd/plugin"
    use_secure_connection=true
    secure_connection_key_file="\(identity.key)"
    secure_connection_pem_file="\(identity.certificate)"
    secure_connection_ca_file="\(rootFile)"
    hash_algorithm="SHA512"
    database={ type="sqlite3"; path="\(directory)/g.db"; };

    """
  }
}
