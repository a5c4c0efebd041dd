// Private files: complete or not at all, unreadable for other users, never written through a link.

import Foundation
import Platform
import Posix
import Testing

@Suite("New files") struct AtomicFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("the file contains exactly the octets", arguments: [0, 1, 100_000]) func content(_ count: Int) throws {
    let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    try AtomicFile.write(octets, to: directory["trace"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: directory["trace"])) == Data(octets))
    #expect(try directory.names == ["trace"])
  }

  @Test("no other user can read it, whatever the umask (file-mode-new, file-trace-mode)", arguments: [0o000, 0o022, 0o077] as [mode_t])
  func mode(_ mask: mode_t) async throws {
    let path = directory["trace"]
    await #expect(processExitsWith: .success) { [mask, path = path as String] in
      umask(mask)
      do { try AtomicFile.write(Array("x".utf8), to: path) } catch { exit(2) }
      exit(EXIT_SUCCESS)
    }
    #expect(try directory.mode(of: "trace") == 0o600)
  }

  @Test("a file that others could read is replaced, not filled (file-mode-existing-wide)", arguments: [0o644, 0o666, 0o400])
  func replaced(_ mode: Int) throws {
    try directory.write("old", to: "trace", mode: mode)
    let before = try Self.inode(directory["trace"])
    try AtomicFile.write(Array("new".utf8), to: directory["trace"])
    #expect(try directory.text(of: "trace") == "new")
    #expect(try directory.mode(of: "trace") == 0o600)
    #expect(try Self.inode(directory["trace"]) != before)
    #expect(try directory.names == ["trace"])
  }

  @Test("the other name of a hard link keeps its content (file-hardlink-target)") func hardLink() throws {
    try directory.write("old", to: "other")
    try FileManager.default.linkItem(atPath: directory["other"], toPath: directory["trace"])
    try AtomicFile.write(Array("new".utf8), to: directory["trace"])
    #expect(try directory.text(of: "other") == "old")
    #expect(try directory.text(of: "trace") == "new")
  }

  @Test("a link is not followed, whether its target exists or not (file-symlink-target)", arguments: [true, false]) func symbolicLink(
    _ exists: Bool
  ) throws {
    if exists { try directory.write("old", to: "target") }
    try FileManager.default.createSymbolicLink(atPath: directory["trace"], withDestinationPath: directory["target"])
    #expect(throws: SystemError(EEXIST)) { try AtomicFile.write(Array("new".utf8), to: directory["trace"]) }
    #expect(try directory.names == (exists ? ["target", "trace"] : ["trace"]))
    if exists { #expect(try directory.text(of: "target") == "old") }
  }

  @Test("a directory, a pipe, a device or a socket is refused immediately (file-special)") func special() throws {
    try FileManager.default.createDirectory(atPath: directory["folder"], withIntermediateDirectories: false)
    #expect(throws: SystemError(EISDIR)) { try AtomicFile.write([1], to: directory["folder"]) }
    #expect(throws: SystemError(EISDIR)) { try AtomicFile.write([1], to: directory["folder"] + "/") }
    #expect(mkfifo(directory["pipe"], 0o600) == 0)
    #expect(throws: SystemError(EEXIST)) { try AtomicFile.write([1], to: directory["pipe"]) }
    #expect(throws: SystemError(EEXIST)) { try AtomicFile.write([1], to: "/dev/null") }
    #expect(throws: SystemError(EEXIST)) { try AtomicFile.write([1], to: "/dev/tty") }
    #expect(try directory.names == ["folder", "pipe"])
  }

  @Test("an invalid path is an error with its number (file-path-hostile)") func nowhere() throws {
    try directory.write("x", to: "file")
    #expect(throws: SystemError(ENOENT)) { try AtomicFile.write([1], to: directory["missing/trace"]) }
    #expect(throws: SystemError(ENOTDIR)) { try AtomicFile.write([1], to: directory["file/trace"]) }
    #expect(throws: SystemError(ENAMETOOLONG)) { try AtomicFile.write([1], to: directory[String(repeating: "x", count: 5_000)]) }
    #expect(throws: SystemError(ENOENT)) { try AtomicFile.write([1], to: "") }
    #expect(try directory.names == ["file"])
  }

  @Test("an unwritable path is known beforehand, and the check leaves nothing behind") func check() throws {
    try directory.write("x", to: "file")
    try AtomicFile.check(directory["trace"])
    try AtomicFile.check(directory["file"])
    #expect(throws: SystemError(ENOENT)) { try AtomicFile.check(directory["missing/trace"]) }
    #expect(throws: SystemError(ENOTDIR)) { try AtomicFile.check(directory["file/trace"]) }
    #expect(throws: SystemError(EISDIR)) { try AtomicFile.check(directory.path) }
    #expect(throws: SystemError(EEXIST)) { try AtomicFile.check("/dev/null") }
    #expect(try directory.names == ["file"])
    #expect(try directory.text(of: "file") == "x")
  }

  @Test("unusual names are used unchanged (file-path-hostile)", arguments: ["a\nb", "\u{1b}[2J", "-x", "~root", "$(x)", "a b", "密码"])
  func oddNames(_ name: String) throws {
    try AtomicFile.write(Array("x".utf8), to: directory[name])
    #expect(try directory.names == [name])
  }

  @Test("if the disk is full, the old file is unchanged and no part of the new one remains (file-disk-full)", arguments: [true, false])
  func diskFull(_ exists: Bool) async throws {
    if exists { try directory.write("old", to: "trace") }
    let path = directory["trace"]
    await #expect(processExitsWith: .success) { [path = path as String] in
      Platform.ignore(SIGXFSZ)
      limitFileSize(4_096)
      do throws(SystemError) {
        try AtomicFile.write([UInt8](repeating: 0x61, count: 10_000), to: path)
        exit(2)
      } catch {
        exit(error == SystemError(EFBIG) ? EXIT_SUCCESS : 3)
      }
    }
    #expect(try directory.names == (exists ? ["trace"] : []))
    if exists { #expect(try directory.text(of: "trace") == "old") }
  }

  @Test("the leftovers of killed writers are removed, and nothing else") func sweep() throws {
    let mark = ".setup-0123456789abcdef"
    let others = ["trace", "trace\(mark).tmp.old", "trace.1.tmp", "trace.tmp", "trace2\(mark).tmp", "xtrace\(mark).tmp"]
    for name in others + ["trace\(mark).tmp", "trace.setup-ffffffffffffffff.tmp"] { try directory.write("x", to: name) }
    Leftovers.sweep(of: directory["trace"])
    #expect(try directory.names == others.sorted())
  }

  @Test("many writers leave one complete file (file-concurrent-runs, file-temp-name)") func concurrent() throws {
    let latch = try #require(Interrupt())
    let path = directory["trace"]
    let workers = try (0..<16).map { number in
      try Worker<Bool>.start { (try? AtomicFile.write([UInt8](repeating: UInt8(number), count: 50_000), to: path)) != nil }
    }
    for worker in workers { #expect(try worker.wait(until: .after(seconds: 60), or: latch)) }
    let octets = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(octets.count == 50_000)
    #expect(Set(octets).count == 1)
    #expect(try directory.names == ["trace"])
  }

  private static func inode(_ path: String) throws -> UInt64? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
  }
}

/// Limits the size of this process's files to `count` octets, as a full disk would.
private func limitFileSize(_ count: UInt) {
  var limit = rlimit(rlim_cur: rlim_t(count), rlim_max: rlim_t(count))
  #if canImport(Glibc)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  #else
    setrlimit(RLIMIT_FSIZE, &limit)
  #endif
}
