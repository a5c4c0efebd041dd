// Folders that only this user can use: creating them, and checking existing ones.

import Platform
import Posix
import Testing

@Suite("private folders") struct PrivateFolderTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func error(_ name: String, _ reason: PrivateFolder.Error.Reason) -> PrivateFolder.Error {
    PrivateFolder.Error(path: directory[name], reason: reason)
  }

  @Test("missing folders are created with mode 0700, existing ones keep their mode") func made() throws {
    mkdir(directory["a"], 0o755)
    chmod(directory["a"], 0o755)
    try PrivateFolder.make(directory["a/b/c"], home: directory.path)
    #expect(try directory.mode(of: "a") == 0o755)
    #expect(try directory.mode(of: "a/b") == 0o700)
    #expect(try directory.mode(of: "a/b/c") == 0o700)
    #expect(throws: Never.self) { try PrivateFolder.make(directory["a/b/c"], home: nil) }
  }

  @Test("a missing home is not created, and no folder above it", arguments: ["home", "home/", "x/home"])
  func homeless(_ home: String) throws {
    let first = home.hasPrefix("x") ? "x" : "home"
    let (missing, folder) = (error(first, .notCreated(SystemError(ENOENT))), directory["\(home)/.config"])
    #expect(throws: missing) { try PrivateFolder.checkMaking(folder, home: directory[home]) }
    #expect(throws: missing) { try PrivateFolder.make(folder, home: directory[home]) }
    #expect(try directory.names == [])
  }

  @Test("a file instead of a folder is an error of the system") func file() throws {
    try directory.write("", to: "file")
    #expect(throws: error("file/x", .notCreated(SystemError(ENOTDIR)))) { try PrivateFolder.make(directory["file/x"], home: nil) }
  }

  @Test(
    "a folder is accepted only with the allowed permissions",
    arguments: [
      (0o700, 0o700, true), (0o755, 0o755, true), (0o755, 0o700, false), (0o770, 0o755, false), (0o702, 0o755, false), (0o500, 0o700, true),
    ] as [(mode_t, mode_t, Bool)])
  func permissions(_ mode: mode_t, _ allowed: mode_t, _ isAccepted: Bool) throws {
    mkdir(directory["folder"], 0o700)
    chmod(directory["folder"], mode)
    func check(_ name: String, followsLinks: Bool) throws -> Bool {
      try PrivateFolder.check(directory[name], allowing: allowed, followsLinks: followsLinks)
    }
    symlink(directory["folder"], directory["link"])
    if isAccepted {
      #expect(try check("folder", followsLinks: false) && check("link", followsLinks: true))
    } else {
      #expect(throws: error("folder", .notPrivate)) { try check("folder", followsLinks: false) }
      #expect(throws: error("link", .notPrivate)) { try check("link", followsLinks: true) }
    }
    #expect(throws: error("link", .notFolder)) { try check("link", followsLinks: false) }
    #expect(try !check("none", followsLinks: false) && !check("none", followsLinks: true))
  }
}
