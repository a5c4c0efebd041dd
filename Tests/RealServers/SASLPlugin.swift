// The plug-in for XOAUTH2 of Cyrus SASL, from Debian's package. It is unpacked below `.build`, never installed.

import Foundation

/// A value of `SASL_PATH` with the plug-in and the system's own.
package enum SASLPlugin {
  /// Throws if the package cannot be had.
  package static let path = Result { try unpack() }

  private static let package = "libsasl2-modules-kdexoauth2"
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(".build/\(package)").path

  private static func unpack() throws -> String {
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
    let output = "/tmp/sasl-plugin-\(getpid())"
    defer { unlink(output) }
    try run(Installed.shell, ["-c", script], output: output)
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root + "/usr/lib")) ?? []
    guard let folder = folders.first(where: { $0.hasSuffix("-linux-gnu") }) else { throw StartFailure("\(package) has no library") }
    return "\(root)/usr/lib/\(folder)/sasl2:/usr/lib/\(folder)/sasl2"
  }
}
