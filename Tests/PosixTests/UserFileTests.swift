// A file that belongs to the user: read, replaced, copied, and left alone.

import Platform
import Posix
import Testing

@Suite("A user's file")
struct UserFileTests {
  private let folder: TemporaryDirectory
  private let path: String

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.path + "/file"
  }

  private func put(_ text: String, _ name: String = "file", mode: mode_t = 0o640) throws {
    try AtomicFile.write(Array(text.utf8), to: "\(folder.path)/\(name)", mode: mode)
  }

  private func text(_ name: String = "file") -> String? {
    (try? FileContents.read("\(folder.path)/\(name)", limit: 1 << 20)).map { String(decoding: $0.octets, as: UTF8.self) }
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return lstat("\(folder.path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test("is replaced completely, keeps its mode, and its previous content is copied beside it")
  func replace() throws {
    try put("old")
    let file = try UserFile(path)
    #expect(file.mode == 0o640)
    #expect(try file.replace(with: Array("new".utf8), mode: file.mode, keepsOld: true) == path + ".bak")
    #expect(text() == "new" && text("file.bak") == "old")
    #expect(mode("file") == 0o640 && mode("file.bak") == 0o640)
  }

  @Test("older copies stay; a copy with the same content is reused")
  func copies() throws {
    try put("old")
    try put("other", "file.bak")
    #expect(mkdir(path + ".bak.1", 0o700) == 0)
    let file = try UserFile(path)
    #expect(try file.replace(with: [1], mode: 0o600, keepsOld: true) == path + ".bak.2")
    try put("old")
    #expect(try UserFile(path).replace(with: [2], mode: 0o600, keepsOld: true) == path + ".bak.2")
    #expect(text("file.bak") == "other")
  }

  @Test("a missing file has no copy and is created for its owner alone; removing deletes it")
  func none() throws {
    let file = try UserFile(path)
    #expect(file.octets == nil && file.mode == 0o600)
    #expect(try file.replace(with: [1], mode: file.mode, keepsOld: true) == nil)
    #expect(mode("file") == 0o600)
    #expect(try UserFile(path).replace(with: nil, mode: 0, keepsOld: false) == nil)
    #expect(mode("file") == 0)
  }

  @Test("a file that was changed or created since it was read is not touched (file-exists-race)")
  func changed() throws {
    try put("old")
    let file = try UserFile(path)
    try put("newer")
    #expect(throws: UserFile.Error.changed) { try file.replace(with: [1], mode: 0o600, keepsOld: true) }
    #expect(text() == "newer")
    let absent = try UserFile(path + "2")
    try put("there", "file2")
    #expect(throws: UserFile.Error.changed) { try absent.replace(with: [1], mode: 0o600, keepsOld: true) }
  }

  @Test("a trial copy is beside it during the check, for the owner alone, and is deleted afterwards, also after a refusal")
  func trial() throws {
    struct Refusal: Error {}
    try put("old")
    let file = try UserFile(path)
    let seen = try file.trial(Array("new".utf8)) { trial in (trial, try? FileContents.read(trial, limit: 10).octets) }.get()
    #expect(seen.0.hasPrefix(path + ".") && seen.1 == Array("new".utf8))
    #expect(throws: Refusal.self) { try file.trial([1]) { (_) throws(Refusal) -> Void in throw Refusal() } }
    #expect(access(seen.0, F_OK) != 0)
    #expect(text() == "old")
  }

  @Test("through a link the target changes; a circular or dangling link is refused")
  func links() throws {
    try put("old", "real")
    #expect(symlink("real", path) == 0)
    let file = try UserFile(path)
    #expect(try file.replace(with: Array("new".utf8), mode: file.mode, keepsOld: false) == nil)
    #expect(text("real") == "new")
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    for target in ["circle", "nowhere"] {
      #expect(symlink(target, folder.path + "/circle") == 0)
      #expect(throws: UserFile.Error.self) { try UserFile(folder.path + "/circle") }
      #expect(unlink(folder.path + "/circle") == 0)
    }
  }

  @Test("waits for another writer, but not forever", .timeLimit(.minutes(1)))
  func locked() throws {
    try put("old")
    let file = try UserFile(path)
    let other = FileDescriptor(open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    #expect(flock(other.number, LOCK_EX) == 0)
    #expect(throws: UserFile.Error.busy) { try file.replace(with: [1], mode: 0o600, keepsOld: true) }
    #expect(text() == "old")
    #expect(flock(other.number, LOCK_UN) == 0)
    #expect(try file.replace(with: [1], mode: 0o600, keepsOld: false) == nil)
  }
}
