// A home of the tests' own for the program to look for catalogs in, and calls of the program that see no other.

import FoundationEssentials
import TestSupport

/// A directory with what a test puts into it, gone when it is released.
final class Config: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "setup-catalog-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the directories above it, and gives its path.
  @discardableResult
  func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(filePath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return file
  }

  /// Runs the program with this as its home; `XDG_CONFIG_HOME` is set only where the environment says so.
  func run(_ arguments: [String], environment: [String: String] = [:], _ change: (inout ProcessCall) -> Void = { _ in }) throws
    -> ProcessResult
  {
    try ProcessBuilt.call(arguments, environment: ["HOME": path].merging(environment) { $1 }).with(change).run()
  }

  /// A program at a terminal, likewise.
  func terminal(_ arguments: [String]) throws -> PtySession { try PtySession(ProcessBuilt.call(arguments, environment: ["HOME": path])) }
}
