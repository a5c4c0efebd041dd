// Packages of Debian that are unpacked, never installed.

import Foundation

/// What the tests use of them.
package enum DebianPackage {
  /// A value of `SASL_PATH` with the plug-in for XOAUTH2 of Cyrus SASL and the system's own. Throws if the package cannot be had.
  package static let saslPath = Result {
    let root = try unpack("libsasl2-modules-kdexoauth2")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root + "/usr/lib")) ?? []
    guard let folder = folders.first(where: { $0.hasSuffix("-linux-gnu") }) else { throw StartFailure("no library in \(root)") }
    return "\(root)/usr/lib/\(folder)/sasl2:/usr/lib/\(folder)/sasl2"
  }

  /// The program of GNU SASL. If it is not installed, it needs the library that msmtp installs. Throws if it cannot be had.
  package static let gsasl = Result {
    let installed = "/usr/bin/gsasl"
    return try Installed.isProgram(installed) ? installed : unpack("gsasl") + installed
  }

  /// The folder below which packages are unpacked: `.build`, or a temporary folder of this process if it may not write there.
  static let folder: String = {
    let build = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build").path
    if access(build, W_OK) == 0 { return build }
    var template = Array("/tmp/packages-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) } ?? build
  }()

  /// Returns the folder with the package's files.
  private static func unpack(_ package: String) throws -> String {
    let root = "\(folder)/\(package)"
    let script = """
      set -eu
      [ -d '\(root)' ] && exit 0
      part='\(root)'.$$
      mkdir -p "$part"
      cd "$part"
      apt-get download \(package)
      for file in *.deb; do dpkg -x "$file" root; done
      # Two tests may do this at the same time: the first one wins.
      mv -T root '\(root)' 2>/dev/null || [ -d '\(root)' ]
      rm -rf "$part"
      """
    let output = "/tmp/\(package)-\(getpid())"
    defer { unlink(output) }
    try run(Installed.shell, ["-c", script], output: output)
    return root
  }
}
