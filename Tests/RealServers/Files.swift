// Creates the directories and files of one instance, with the owners that the servers require.

import Foundation

/// An error while the servers start.
package struct StartFailure: Error, CustomStringConvertible {
  /// The step that failed, and the text of the server or of the system.
  package let description: String

  init(_ description: String) { self.description = description }

  /// Returns the error of a failed system call, with the system's reason.
  static func system(_ step: String) -> StartFailure { StartFailure("\(step): \(String(cString: strerror(errno)))") }
}

/// A user and a group of the system.
struct Account {
  let user: uid_t
  let group: gid_t

  static let root = Account(user: 0, group: 0)
  /// A user without the right to own mail (its number is below `first_valid_uid`).
  static let system = Account(user: 1, group: 1)
  /// The owner of all mail. Any unused number works, and the password file needs no entry for it.
  static let mail = Account(user: 64_999, group: 64_999)

  init(user: uid_t, group: gid_t) {
    self.user = user
    self.group = group
  }

  init(named name: String) throws {
    guard let entry = getpwnam(name) else { throw StartFailure("no user \(name) on this system") }
    self.init(user: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
  }
}

/// Creates a directory. Its mode does not depend on the umask. Without `owner` it belongs to the user of the tests, who need not be
/// root.
func makeDirectory(_ path: String, mode: mode_t, owner: Account? = nil) throws {
  guard mkdir(path, mode) == 0, chmod(path, mode) == 0, owner.map({ chown(path, $0.user, $0.group) == 0 }) ?? true else {
    throw StartFailure.system("making \(path)")
  }
}

/// Writes a file that the servers' own users can read, regardless of the umask. Returns its path.
func write(_ text: String, to path: String) throws -> String {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  guard chmod(path, 0o644) == 0 else { throw StartFailure.system("making \(path) readable") }
  return path
}

/// Returns the text of a file. Returns an empty string if the file does not exist, and replaces octets that are not
/// UTF-8.
func read(_ path: String) -> String {
  String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
}
