// Temporary files that were never renamed, and those whose writer is still running.

import Foundation
import Platform
import Posix
import Testing

@Suite("leftovers") struct LeftoversTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  @Test(
    "fault-secret-in-temporary-after-kill: every temporary name that a writer uses is recognized, and no other",
    arguments: [
      ("me@example.org.M.tmp", true), (".msmtprc.M.trial", true), (".msmtprc.M.trial.M.tmp", true), ("a.b.c.M.tmp", true),
      ("a.M", false), (".M.tmp", false), ("a.M.tmp.bak", false), ("a.M.TMP", false), ("a.M0.tmp", false), ("a.0M.tmp", false),
      ("aM.tmp", false), ("a.M.x.tmp", false), ("a.setup-.tmp", false), ("a.setup-123.tmp", false),
      ("a.setup-0123456789ABCDEF.tmp", false), ("a.setup-0123456789abcdeg.tmp", false), ("a.0123456789abcdef.tmp", false),
    ])
  func names(_ name: String, _ isLeftover: Bool) throws {
    try folder.write("x", to: name.replacingOccurrences(of: "M", with: Self.mark))
    Leftovers.sweep(folder[""])
    #expect(try folder.names.isEmpty == isLeftover)
  }

  /// The name of a new file before its extension.
  private static let mark = "setup-0123456789abcdef"

  @Test(
    "fault-sweep-takes-own-files: names that users and other programs give their files stay",
    arguments: [
      "notes.2024.tmp", "backup.20240101.trial", "my.1.tmp", "a.18446744073709551615.tmp", "report.0.trial.9.tmp", "x.tmp", "setup.1.tmp",
      "archive.setup-2024.tmp", "setup-0123456789abcdef.tmp",
    ])
  func own(_ name: String) throws {
    try folder.write("precious", to: name)
    Leftovers.sweep(folder[""])
    Leftovers.sweep(of: folder[String(name.prefix { $0 != "." })])
    #expect(try folder.names == [name])
  }

  @Test("if files are named, only their leftovers are removed") func named() throws {
    for name in ["one.\(Self.mark).tmp", "two.\(Self.mark).tmp", "three.\(Self.mark).trial"] { try folder.write("x", to: name) }
    Leftovers.sweep(folder[""], of: ["one", "three"])
    #expect(try folder.names == ["two.\(Self.mark).tmp"])
  }

  @Test("a writer's file stays until the writer is done; a file that is not setup's stays forever") func held() throws {
    try folder.write("x", to: "a.\(Self.mark).tmp")
    try folder.write("x", to: "target")
    #expect(mkdir(folder["b.\(Self.mark).tmp"], 0o700) == 0 && mkfifo(folder["c.\(Self.mark).tmp"], 0o600) == 0)
    #expect(symlink(folder["target"], folder["d.\(Self.mark).tmp"]) == 0)
    let number = open(folder["a.\(Self.mark).tmp"], O_RDONLY | O_CLOEXEC)
    #expect(flock(number, LOCK_EX) == 0)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["a.\(Self.mark).tmp", "b.\(Self.mark).tmp", "c.\(Self.mark).tmp", "d.\(Self.mark).tmp", "target"])
    close(number)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["b.\(Self.mark).tmp", "c.\(Self.mark).tmp", "d.\(Self.mark).tmp", "target"])
  }

  @Test("another user's files and folders are left alone", .enabled(if: geteuid() == 0, "only root can give files away")) func foreign()
    throws
  {
    try folder.write("x", to: "a.\(Self.mark).tmp")
    try folder.write("x", to: "b.\(Self.mark).tmp")
    #expect(chown(folder["a.\(Self.mark).tmp"], 54_321, 54_321) == 0)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["a.\(Self.mark).tmp"])
    try folder.write("x", to: "c.\(Self.mark).tmp")
    #expect(chown(folder[""], 54_321, 54_321) == 0)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["a.\(Self.mark).tmp", "c.\(Self.mark).tmp"])
    #expect(chown(folder[""], 0, 0) == 0)
  }

  @Test("writers and sweepers in parallel: no file is lost, nothing is left over") func concurrent() throws {
    let latch = try #require(Interrupt())
    let (path, stop) = (folder[""], Deadline.after(seconds: 1.5))
    let sweeper = try Worker<Bool>.start {
      while !stop.hasPassed { Leftovers.sweep(path) }
      return true
    }
    let writers = try (0..<4).map { number in
      try Worker<Bool>.start {
        var isWell = true
        while !stop.hasPassed {
          isWell = isWell && (try? AtomicFile.write([UInt8](repeating: 1, count: 100), to: "\(path)/f\(number)")) != nil
        }
        return isWell
      }
    }
    for worker in writers + [sweeper] { #expect(try worker.wait(until: .after(seconds: 60), or: latch)) }
    #expect(try folder.names == ["f0", "f1", "f2", "f3"])
  }
}
