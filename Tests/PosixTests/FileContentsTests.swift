// Files that others have written: read completely, or refused immediately.

import Foundation
import Platform
import Posix
import Testing

@Suite("File contents") struct FileContentsTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static func error(_ path: String, _ reason: FileContents.Error.Reason) -> FileContents.Error {
    FileContents.Error(path: path, reason: reason)
  }

  @Test("up to the limit, and not one octet more", arguments: [0, 1, 99, 100]) func limit(_ count: Int) throws {
    try directory.write(String(repeating: "x", count: count), to: "file")
    #expect(try FileContents.read(directory["file"], limit: 100).octets == [UInt8](repeating: 0x78, count: count))
    if count > 0 { #expect(throws: Self.error(directory["file"], .tooBig)) { try FileContents.read(directory["file"], limit: count - 1) } }
  }

  @Test("a file without a size, such as those of /proc, is read to its end, up to the limit") func growing() throws {
    #expect(try FileContents.read("/proc/self/status", limit: 100_000).octets.count > 200)
    #expect(throws: Self.error("/proc/self/status", .tooBig)) { try FileContents.read("/proc/self/status", limit: 100) }
  }

  @Test(
    "it is reported if another user could have changed the file", arguments: [(0o600, false), (0o644, false), (0o620, true), (0o602, true)])
  func others(_ mode: Int, _ others: Bool) throws {
    try directory.write("x", to: "file", mode: mode)
    #expect(chmod(directory["file"], mode_t(mode)) == 0)
    #expect(try FileContents.read(directory["file"], limit: 10).mayBeChangedByOthers == others)
  }

  @Test("anything but a regular file is refused without waiting") func special() throws {
    #expect(mkfifo(directory["pipe"], 0o600) == 0)
    for path in [directory["pipe"], directory.path, "/dev/zero"] {
      #expect(throws: Self.error(path, .notRegular)) { try FileContents.read(path, limit: 10) }
    }
    #expect(throws: Self.error(directory["none"], .system(SystemError(ENOENT)))) { try FileContents.read(directory["none"], limit: 10) }
  }
}
