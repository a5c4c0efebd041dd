// A home directory for tests of catalogs, and calls of the program that use no other.

import FoundationEssentials
import TestSupport

/// A directory with the files of one test. It is deleted when the object is released.
final class Config: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "setup-catalog-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and the directories above it, and returns its path.
  @discardableResult
  func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(filePath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return file
  }

  /// Runs the program with this directory as HOME. `XDG_CONFIG_HOME` is only set if `environment` contains it.
  func run(_ arguments: [String], environment: [String: String] = [:], _ change: (inout ProcessCall) -> Void = { _ in }) throws
    -> ProcessResult
  {
    try ProcessBuilt.call(arguments, environment: ["HOME": path].merging(environment) { $1 }).with(change).run()
  }

  /// Runs the program at a terminal, with this directory as HOME.
  func terminal(_ arguments: [String]) throws -> PtySession { try PtySession(ProcessBuilt.call(arguments, environment: ["HOME": path])) }
}
