// New files that never took their place, and those whose writer is still at work.

import Foundation
import Platform
import Posix
import Testing

@Suite("leftovers") struct LeftoversTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  @Test(
    "fault-secret-in-temporary-after-kill: every name that a writer gives its new file is known, and no other",
    arguments: [
      ("me@example.org.0.tmp", true), ("a.18446744073709551615.tmp", true), (".msmtprc.7.trial", true), (".msmtprc.7.trial.9.tmp", true),
      ("a.b.c.5.tmp", true), ("5.tmp", false), (".5.tmp", false), ("a.5", false), ("a.tmp", false), ("a.x5.tmp", false),
      ("a.-5.tmp", false),
      ("a.18446744073709551616.tmp", false), ("a.5.tmp.bak", false), ("a.5.TMP", false), ("a.5.trial.x.tmp", false), ("a.+5.tmp", false),
    ])
  func names(_ name: String, _ isLeftover: Bool) throws {
    try folder.write("x", to: name)
    Leftovers.sweep(folder[""])
    #expect(try folder.names.isEmpty == isLeftover)
  }

  @Test("only those of the files that are named go, where some are") func named() throws {
    for name in ["one.1.tmp", "two.1.tmp", "three.1.trial"] { try folder.write("x", to: name) }
    Leftovers.sweep(folder[""], of: ["one", "three"])
    #expect(try folder.names == ["two.1.tmp"])
  }

  @Test("what a writer holds stays until it lets go; what is no file of ours stays for good") func held() throws {
    try folder.write("x", to: "a.1.tmp")
    try folder.write("x", to: "target")
    #expect(mkdir(folder["b.2.tmp"], 0o700) == 0 && mkfifo(folder["c.3.tmp"], 0o600) == 0)
    #expect(symlink(folder["target"], folder["d.4.tmp"]) == 0)
    let number = open(folder["a.1.tmp"], O_RDONLY | O_CLOEXEC)
    #expect(flock(number, LOCK_EX) == 0)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["a.1.tmp", "b.2.tmp", "c.3.tmp", "d.4.tmp", "target"])
    close(number)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["b.2.tmp", "c.3.tmp", "d.4.tmp", "target"])
  }

  @Test("another user's files and folders are left alone", .enabled(if: geteuid() == 0, "only root can give files away")) func foreign()
    throws
  {
    try folder.write("x", to: "a.1.tmp")
    try folder.write("x", to: "b.1.tmp")
    #expect(chown(folder["a.1.tmp"], 54_321, 54_321) == 0)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["a.1.tmp"])
    try folder.write("x", to: "c.1.tmp")
    #expect(chown(folder[""], 54_321, 54_321) == 0)
    Leftovers.sweep(folder[""])
    #expect(try folder.names == ["a.1.tmp", "c.1.tmp"])
    #expect(chown(folder[""], 0, 0) == 0)
  }

  @Test("writers and sweepers at once: no file is lost, nothing is left") func concurrent() throws {
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
