// Paths on which another user could replace a file.

import Foundation
import Platform
import Posix
import Testing

@Suite("trusted paths") struct TrustedPathTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    for name in ["a", "a/b", "a/b/c", "other"] { #expect(mkdir(folder[name], 0o755) == 0) }
    for name in ["a/b/c/file", "other/file"] { try folder.write("x", to: name) }
  }

  private func weak(_ name: String) throws -> String? { try TrustedPath.weakPart(of: folder[name]) }

  @Test("the control: a good path has no fault, and a sticky folder like /tmp is fine") func good() throws {
    #expect(try weak("a/b/c/file") == nil && weak("a/b/../b/./c//file") == nil)
    chmod(folder["a"], 0o1777)
    #expect(try weak("a/b/c/file") == nil)
    #expect(try weak("a/b/c/missing/further") == nil)
  }

  @Test(
    "fault-config-swapped-through-parent: every folder of the path counts, and the file",
    arguments: ["a", "a/b", "a/b/c", "a/b/c/file"], [0o777, 0o775, 0o757, 0o722] as [mode_t])
  func parts(_ part: String, _ mode: mode_t) throws {
    chmod(folder[part], mode)
    #expect(try weak("a/b/c/file") == folder[part])
  }

  @Test("fault-config-swapped-through-parent: each link of the path counts with the folders that its target is in") func links() throws {
    #expect(symlink(folder["a/b"], folder["other/first"]) == 0)
    #expect(symlink("first/c/file", folder["other/second"]) == 0)
    #expect(symlink("../other/second", folder["a/third"]) == 0)
    #expect(try weak("a/third") == nil)
    for part in ["other", "a/b", "a", "a/b/c"] {
      chmod(folder[part], 0o777)
      #expect(try weak("a/third") == folder[part])
      chmod(folder[part], 0o755)
    }
    #expect(symlink("loop", folder["loop"]) == 0)
    #expect(throws: SystemError(ELOOP)) { try weak("loop") }
  }

  @Test(
    "fault-config-swapped-through-parent: a folder, a link or a file of another user",
    .enabled(if: geteuid() == 0, "only root can give away"),
    arguments: ["a", "a/b", "a/b/c", "a/b/c/file"])
  func owners(_ part: String) throws {
    #expect(chown(folder[part], 54_321, 54_321) == 0)
    #expect(try weak("a/b/c/file") == folder[part])
    #expect(chown(folder[part], 0, 0) == 0)
    // In a sticky folder the owner of a link can replace it.
    chmod(folder["other"], 0o1777)
    #expect(symlink(folder["a/b/c/file"], folder["other/link"]) == 0)
    #expect(try weak("other/link") == nil)
    #expect(lchown(folder["other/link"], 54_321, 54_321) == 0)
    #expect(try weak("other/link") == folder["other/link"])
  }

  @Test("a file in place of a folder is not a path", arguments: ["a/b/c/file/x", "other/file/.."]) func notAFolder(_ name: String) {
    #expect(throws: SystemError(ENOTDIR)) { try weak(name) }
  }
}
