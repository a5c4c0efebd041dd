// A directory that lives as long as the test that uses it.

import Platform

/// A directory in /tmp. It is removed with its files when this object is released.
package final class ProcessFolder: Sendable {
  package let path: String

  /// Creates the directory with mode 700. Throws the system's reason.
  package init() throws {
    var template = Array("/tmp/setup-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ProcessFailure.system("making a directory in /tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { if unlink("\(path)/\(name)") != 0 { rmdir("\(path)/\(name)") } }
    rmdir(path)
  }

  /// The names of its entries, sorted.
  package var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file with this mode, regardless of the umask, and returns its path.
  package func write(_ octets: some Sequence<UInt8>, to name: String, mode: mode_t = 0o600) throws -> String {
    let file = "\(path)/\(name)"
    let number = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw ProcessFailure.system("making \(file)") }
    defer { close(number) }
    let octets = Array(octets)
    guard Platform.write(number, octets, octets.count) == octets.count, fchmod(number, mode) == 0 else {
      throw ProcessFailure.system("writing \(file)")
    }
    return file
  }

  /// Writes an executable shell script and returns its path.
  package func script(_ text: String, named name: String = "script") throws -> String {
    try write("#!/bin/sh\n\(text)\n".utf8, to: name, mode: 0o700)
  }

  /// Returns the octets of a file, which may be in /proc. Returns `nil` if the file cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return nil }
    defer { close(number) }
    var (all, octets) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = Platform.read(number, &octets, octets.count)
      if count < 0 { return nil }
      if count == 0 { return all }
      all += octets.prefix(count)
    }
  }

  /// Returns the permission bits of a file, or `nil` if it does not exist.
  package static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}
