// Making the directories and files of one instance, with the owners the servers insist on.

import Foundation

/// What went wrong while the servers were being started.
package struct StartFailure: Error, CustomStringConvertible {
  /// The step that failed and what the server or the system said about it.
  package let description: String

  init(_ description: String) { self.description = description }

  /// A failed system call, with the system's reason.
  static func system(_ step: String) -> StartFailure { StartFailure("\(step): \(String(cString: strerror(errno)))") }
}

/// A user of the system, as the password file has it.
struct Account {
  let user: uid_t
  let group: gid_t

  static let root = Account(user: 0, group: 0)
  /// Somebody who must not have mail.
  static let system = Account(user: 1, group: 1)
  /// The owner of all mail; any number that is nobody's will do, and it needs no entry in the password file.
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

/// Makes one directory; its mode does not depend on the umask.
func makeDirectory(_ path: String, mode: mode_t, owner: Account = .root) throws {
  guard mkdir(path, mode) == 0, chmod(path, mode) == 0, chown(path, owner.user, owner.group) == 0 else {
    throw StartFailure.system("making \(path)")
  }
}

/// Writes a file that the servers' own users can read, whatever the umask, and gives its path back.
func write(_ text: String, to path: String) throws -> String {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  guard chmod(path, 0o644) == 0 else { throw StartFailure.system("making \(path) readable") }
  return path
}

/// The text of a file that may not be there yet and may hold bytes that are not UTF-8.
func read(_ path: String) -> String {
  String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
}
