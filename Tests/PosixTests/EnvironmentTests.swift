// The environment of a process, and the folders that it names.

import Platform
import Posix
import Testing

@Suite("the environment") struct EnvironmentTests {
  @Test("a chosen environment has only its own variables") func chosen() {
    let environment = Environment(["A": "b", "EMPTY": ""])
    #expect(environment["A"] == "b" && environment["EMPTY"] == "" && environment["HOME"] == nil && environment["PATH"] == nil)
  }

  @Test("the variables of the process are read when they are asked for, and only if they are UTF-8") func process() async {
    await #expect(processExitsWith: .success) {
      setenv("SETUP_TEST", "one", 1)
      guard Environment.process["SETUP_TEST"] == "one" else { exit(2) }
      setenv("SETUP_TEST", "two", 1)
      guard Environment.process["SETUP_TEST"] == "two" else { exit(3) }
      unsetenv("SETUP_TEST")
      guard Environment.process["SETUP_TEST"] == nil, Environment.undecodable.isEmpty else { exit(4) }
      setenv("HOME", "/h\u{f6}me", 1)
      setenv("XDG_DATA_HOME", [0x2f, 0x68, CChar(bitPattern: 0xf6), 0], 1)
      setenv("SETUP_TEST", [CChar(bitPattern: 0xf6), 0], 1)
      guard Environment.process["HOME"] == "/h\u{f6}me", Environment.process["XDG_DATA_HOME"] == nil else { exit(5) }
      exit(Environment.undecodable == ["XDG_DATA_HOME"] ? EXIT_SUCCESS : 6)
    }
  }

  @Test("only an absolute path is a path", arguments: [("/x", "/x"), ("x", nil), ("", nil), ("~/x", nil), ("./x", nil), ("/", "/")])
  func path(_ value: String, _ path: String?) { #expect(Environment(["X": value]).path("X") == path) }

  @Test("a program is the first file of PATH that can be executed") func executable() throws {
    let folder = try TemporaryDirectory()
    for name in ["a", "b", "c", "d"] { mkdir("\(folder.path)/\(name)", 0o700) }
    try folder.write("text", to: "b/tool", mode: 0o600)
    mkdir("\(folder.path)/a/tool", 0o700)
    for name in ["c", "d"] { try folder.write("#!/bin/sh", to: "\(name)/tool", mode: 0o700) }
    func found(_ path: String?) -> String? {
      Environment(path.map { ["PATH": $0.replacing("@", with: folder.path)] } ?? [:]).executable(named: "tool")
    }
    #expect(found("@/a:@/b:@/c:@/d") == "\(folder.path)/c/tool")
    #expect(found("c:.::@/d") == "\(folder.path)/d/tool")
    #expect(found("@/a:@/b") == nil && found("") == nil && found(nil) == nil)
    #expect(Environment([:]).executable(named: "sh") != nil)
  }
}

@Suite("the user's folders") struct UserFoldersTests {
  typealias Row = (environment: [String: String], home: String?, configuration: String?, data: String?)

  @Test(
    "a variable counts if it is an absolute path, otherwise the home (file-home-unset)",
    arguments: [
      (["HOME": "/h"], "/h", "/h/.config", "/h/.local/share"),
      (["HOME": "/h/"], "/h", "/h/.config", "/h/.local/share"),
      (["HOME": "/"], "/", "/.config", "/.local/share"),
      (["HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"], "/h", "/c", "/d"),
      (["HOME": "/h", "XDG_CONFIG_HOME": "c", "XDG_DATA_HOME": ""], "/h", "/h/.config", "/h/.local/share"),
      (["HOME": "h", "XDG_CONFIG_HOME": "/c"], nil, "/c", nil),
      (["HOME": ""], nil, nil, nil), ([:], nil, nil, nil),
    ] as [Row])
  func folders(_ row: Row) {
    let folders = UserFolders(Environment(row.environment))
    #expect(folders.home == row.home && folders.configuration == row.configuration && folders.data == row.data)
    #expect(folders.ownConfiguration == row.configuration.map { $0 + "/mail-setup" })
    #expect(folders.ownData == row.data.map { $0 + "/mail-setup" })
  }
}
