// Whether other users could put another file in the place of one that this program relies on.

import Platform

/// Checks the way to a file: every folder from the root on, and every symbolic link with the folders that it leads through, as
/// sshd does (sshd_config(5), StrictModes). Root and this user are trusted. The members of a group are other users.
package enum TrustedPath {
  /// The maximum number of links, as on Linux (path_resolution(7)).
  private static let mostLinks = 40

  /// Returns the first folder, link or file on the way to the absolute or relative `path` that another user could change or
  /// replace. `nil` if there is none, or if nothing is at `path`: then only what exists of the way was checked. Throws the
  /// system's reason if the way cannot be followed.
  package static func weakPart(of path: String) throws(SystemError) -> String? {
    var rest = components(try start(of: path) + Array(path.utf8))
    var (trail, links): ([UInt8], Int) = ([], 0)
    var isSticky = false
    if let weak = try check([slash], &isSticky, isLast: rest.isEmpty) { return weak.text }
    while let next = rest.popLast() {
      if next == parent {
        trail = Array(trail[..<(trail.lastIndex(of: slash) ?? 0)])
        if try check(trail.isEmpty ? [slash] : trail, &isSticky, isLast: rest.isEmpty) != nil { return trail.text }
        continue
      }
      let part = trail + [slash] + next
      do throws(SystemError) {
        if let weak = try check(part, &isSticky, isLast: rest.isEmpty) { return weak.text }
      } catch {
        if error.number == ENOENT { return nil }
        throw error
      }
      guard let target = try target(of: part) else {
        trail = part
        continue
      }
      links += 1
      if links > mostLinks { throw SystemError(ELOOP) }
      if target.first == slash {
        trail = []
        _ = try check([slash], &isSticky, isLast: false)
      }
      rest += components(target)
    }
    return nil
  }

  private static let slash = UInt8(ascii: "/")
  private static let parent = Array("..".utf8)

  /// Returns the current folder for a relative path, otherwise nothing.
  private static func start(of path: String) throws(SystemError) -> [UInt8] {
    if path.utf8.first == slash { return [] }
    guard let folder = getcwd(nil, 0) else { throw .last }
    defer { free(folder) }
    return UnsafeBufferPointer(start: folder, count: strlen(folder)).map { UInt8(bitPattern: $0) } + [slash]
  }

  /// Returns the names in `path`, the last one first.
  private static func components(_ path: [UInt8]) -> [[UInt8]] {
    path.split(separator: slash).map(Array.init).filter { $0 != Array(".".utf8) }.reversed()
  }

  /// Returns `part` if another user could change or replace it. `isSticky` says whether its folder has the sticky bit and is
  /// open to others: then the owner of `part` can rename it (unlink(2)). The function sets it to the same for `part`.
  private static func check(_ part: [UInt8], _ isSticky: inout Bool, isLast: Bool) throws(SystemError) -> [UInt8]? {
    var status = stat()
    guard lstat(part.map { CChar(bitPattern: $0) } + [0], &status) == 0 else { throw .last }
    let isForeign = status.st_uid != geteuid() && status.st_uid != 0
    let isLoose = status.st_mode & 0o022 != 0
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return isSticky && isForeign ? part : nil
    case S_IFDIR:
      // A folder of an unknown owner is accepted like a folder of root, but not in a sticky folder, where any user could have
      // created it.
      if isForeign, isSticky || !isUnknown(status.st_uid) { return part }
      isSticky = isLoose && status.st_mode & S_ISVTX != 0
      return isLoose && !isSticky ? part : nil
    default:
      guard isLast else { throw SystemError(ENOTDIR) }
      return isForeign || isLoose ? part : nil
    }
  }

  /// Returns whether `owner` is the number of all users, including root, that have no number in the user namespace of this
  /// process (user_namespaces(7)). In a container the folders above the home often belong to such users. Without /proc, the
  /// owner of the root folder shows whether root has a number.
  private static func isUnknown(_ owner: uid_t) -> Bool {
    guard owner == 65_534 else { return false }
    var root = stat()
    if stat("/", &root) == 0, root.st_uid == owner { return true }
    guard let map = try? FileContents.read("/proc/self/uid_map", limit: 4_096).octets else { return false }
    return map.split { $0 == 0x20 || $0 == 0x0a }.map { Array($0).text } != ["0", "0", "4294967295"]
  }

  /// Returns the target of the symbolic link `part`. `nil` if it is not a link.
  private static func target(of part: [UInt8]) throws(SystemError) -> [UInt8]? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(part.map { CChar(bitPattern: $0) } + [0], &buffer, buffer.count)
    if count < 0 {
      if errno == EINVAL { return nil }
      throw .last
    }
    guard count < buffer.count else { throw SystemError(ENAMETOOLONG) }
    return buffer[..<count].map { UInt8(bitPattern: $0) }
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
