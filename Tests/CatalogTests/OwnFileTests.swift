// The files of user catalogs: a file that is not regular is refused immediately, and only requested files are read.

import FoundationEssentials
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite struct OwnFileTests {
  /// The three ways to specify a file.
  enum Way: String, CaseIterable, Sendable {
    case check, option, home

    func run(_ file: String, _ config: Config) throws -> ProcessResult {
      switch self {
      case .check: return try config.run(["catalog", "check", file])
      case .option: return try config.run(["providers", "firm", "--catalog", file])
      case .home:
        try? FileManager.default.createDirectory(atPath: "\(config.path)/xdg/mail-setup", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(config.path)/xdg/mail-setup/providers.json", withDestinationPath: file)
        return try config.run(["providers", "firm"], environment: ["XDG_CONFIG_HOME": "\(config.path)/xdg"])
      }
    }
  }

  @Test(
    "cat-override-file: anything but a regular file, and a file above the limit, is refused without waiting", arguments: Way.allCases,
    [
      ("a FIFO", "not a regular file"), ("/dev/zero", "not a regular file"), ("/dev/null", "not a regular file"),
      ("a directory", "not a regular file"), ("5 MB", "File too large"),
    ]) func notAFile(_ way: Way, _ row: (kind: String, reason: String)) throws
  {
    let config = try Config()
    var file = "\(config.path)/thing"
    switch row.kind {
    case "a FIFO": #expect(mkfifo(file, 0o600) == 0)
    case "a directory": try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    case "5 MB": try config.write(Sample.whole.json + String(repeating: " ", count: 5_000_000), to: "thing")
    default: file = row.kind
    }
    let result = try way.run(file, config)
    #expect(result.end == .exited(66), "\(result.text)\(result.complaint)")
    #expect(result.text == "")
    #expect(result.complaint.contains(row.reason), "\(result.complaint)")
    #expect(result.seconds < 5)
  }

  @Test("A missing file is refused if it was requested", arguments: [Way.check, .option]) func missing(_ way: Way) throws {
    let config = try Config()
    let result = try way.run("\(config.path)/nothing.json", config)
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("nothing.json"))
  }

  @Test("cat-override-file: a symbolic link is followed", arguments: Way.allCases) func link(_ way: Way) throws {
    let config = try Config()
    let file = try config.write(Sample.whole.json, to: "real.json")
    try FileManager.default.createSymbolicLink(atPath: "\(config.path)/link.json", withDestinationPath: file)
    let result = try way.run("\(config.path)/link.json", config)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.complaint == "")
  }

  @Test("A file that other users can only read is accepted", arguments: [0o600, 0o400, 0o644, 0o755]) func readable(_ mode: Int) throws {
    let config = try Config()
    let result = try Way.option.run(config.write(Sample.whole.json, to: "own.json", mode: mode), config)
    #expect(result.end == .exited(0))
    #expect(result.complaint == "")
  }

  @Test(
    "cat-env-or-cwd: a file in the current directory is never read",
    arguments: ["providers.json", "mail-setup/providers.json", ".config/mail-setup/providers.json"])
  func currentDirectory(_ name: String) throws {
    let config = try Config()
    let hostile = Sample.whole.with([
      "providers": "[\(Sample.firm.with(["id": "\"gmail\"", "domains": "[\"gmail.com\"]"]).json), \(Sample.other.json)]", "brands": nil,
    ]).json
    try config.write(hostile, to: name)
    // A relative directory in the environment would refer to the current directory.
    for environment in [
      ["HOME": "/nonexistent"], ["HOME": ""], ["HOME": "."], ["HOME": "/nonexistent", "XDG_CONFIG_HOME": "."],
      ["HOME": "/nonexistent", "XDG_CONFIG_HOME": ""], ["HOME": "/nonexistent", "MAIL_SETUP_CATALOG": "\(config.path)/\(name)"],
    ] {
      let program = try ProcessBuilt.setup.get()
      let call = ProcessCall(
        "/bin/sh", ["-c", "cd \"$0\" && exec \"$1\" guide you@gmail.com --json", config.path, program],
        environment: ProcessBuilt.environment(environment))
      let result = try call.run()
      #expect(result.end == .exited(0))
      #expect(try result.json["servers"][0]["imap"][0]["host"].text == "imap.gmail.com", "\(environment)")
      #expect(!result.complaint.contains("not from the built-in list"))
    }
  }
}
