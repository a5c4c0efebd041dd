// Locks on files and folders.

import Platform
import Posix
import Testing

@Suite("file locks") struct FileLockTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func take(_ isFile: Bool, within seconds: Double = 0, or interrupt: Interrupt? = nil) throws -> FileLock {
    isFile ? try FileLock(file: directory["lock"], within: seconds, or: interrupt) : try FileLock(folder: directory.path, within: seconds)
  }

  @Test("a lock excludes others until it is released", arguments: [true, false]) func exclusive(_ isFile: Bool) throws {
    let lock = try take(isFile)
    #expect(throws: FileLock.Error.busy) { try take(isFile) }
    lock.release()
    var second: FileLock? = try take(isFile)
    #expect(throws: FileLock.Error.busy) { try take(isFile, within: 0.05) }
    second = nil
    #expect(throws: Never.self) { try take(isFile) }
    _ = second
    #expect(try directory.names == (isFile ? ["lock"] : []))
    if isFile { #expect(try directory.mode(of: "lock") == 0o600) }
  }

  @Test("a raised interrupt ends the wait") func interrupted() throws {
    let lock = try take(true)
    let latch = try #require(Interrupt())
    latch.raise(SIGINT)
    let began = Deadline.now
    #expect(throws: FileLock.Error.busy) { try take(true, within: 30, or: latch) }
    #expect(Deadline.now.milliseconds(since: began) < 5_000)
    lock.release()
    #expect(throws: Never.self) { try take(true, or: latch) }
  }

  @Test("a file that cannot be locked is an error of the system") func refused() throws {
    #expect(throws: FileLock.Error.system(SystemError(ENOENT))) { try FileLock(file: directory["none/lock"], within: 1) }
    #expect(throws: FileLock.Error.system(SystemError(ENOTDIR))) {
      try directory.write("", to: "file")
      return try FileLock(folder: directory["file"], within: 1)
    }
    symlink(directory["file"], directory["link"])
    #expect(throws: FileLock.Error.system(SystemError(ELOOP))) { try FileLock(file: directory["link"], within: 1) }
  }
}
