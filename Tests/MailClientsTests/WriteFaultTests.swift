// Files that cannot or must not be written, and writers that are killed or run at the same time.

import Foundation
import TestSupport
import Testing

@Suite("a file that is not to be harmed", .waiting)
struct WriteFaultTests {
  @Test("a link of a manager of dotfiles stays, and what it leads to is written")
  func link() throws {
    let home = try Home()
    try home.write("# mine\n".utf8, to: "dotfiles/msmtprc", mode: 0o644)
    try FileManager.default.createSymbolicLink(atPath: "\(home.path)/.msmtprc", withDestinationPath: "dotfiles/msmtprc")
    try home.write("msmtp")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(home.path)/.msmtprc") == "dotfiles/msmtprc")
    #expect(try home.whole("dotfiles/msmtprc").hasPrefix("# mine\n# >>> setup"))
    #expect(home.text("dotfiles/msmtprc.bak") == "# mine\n")
    try home.remove("msmtp")
    #expect(home.text("dotfiles/msmtprc") == "# mine\n")
  }

  @Test("a link that leads nowhere, a folder, a FIFO and a device are left alone")
  func special() throws {
    let home = try Home()
    try FileManager.default.createSymbolicLink(atPath: "\(home.path)/.msmtprc", withDestinationPath: "nowhere")
    try FileManager.default.createDirectory(atPath: "\(home.path)/.mbsyncrc", withIntermediateDirectories: false)
    #expect(mkfifo("\(home.path)/.mailrc", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: "\(home.path)/.gitconfig", withDestinationPath: "/dev/null")
    for client in ["msmtp", "mbsync", "s-nail", "git"] {
      let result = try home.export([client, "--write", "--yes"] + Home.account)
      #expect(result.end == .exited(73), "\(client): \(result.complaint)")
    }
    #expect(home.files() == [".gitconfig", ".mailrc", ".msmtprc"])
  }

  @Test("a file of somebody else's is left alone", .enabled(if: geteuid() == 0, "only root can give files away"))
  func foreign() throws {
    let home = try Home()
    let file = try home.write("# theirs\n".utf8, to: ".msmtprc")
    #expect(chown(file, 1, 1) == 0)
    let result = try home.export(["msmtp", "--write", "--yes"] + Home.account)
    #expect(result.end == .exited(73))
    #expect(result.complaint.contains("belongs to another user"))
    #expect(home.text(".msmtprc") == "# theirs\n")
  }

  @Test("a file too big for a configuration is left alone")
  func tooBig() throws {
    let home = try Home()
    try home.write([UInt8](repeating: 0x0a, count: 1 << 20 + 1), to: ".msmtprc")
    #expect(try home.export(["msmtp", "--write", "--yes"] + Home.account).end == .exited(73))
  }

  @Test("lines somebody changed between the marks are named and stay")
  func edited() throws {
    let home = try Home()
    try home.write("msmtp")
    let changed = try home.whole(".msmtprc").replacing("port 465\n", with: "port 465\n# mine\n")
    try home.write(changed.utf8, to: ".msmtprc")
    for call in [["--write", "--yes"] + Home.account, ["--remove", "--yes", "--email", "me@gmail.com"]] {
      let result = try home.export(["msmtp"] + call)
      #expect(result.end == .exited(65))
      #expect(result.complaint.contains("line 1"))
      #expect(home.text(".msmtprc") == changed)
    }
  }

  @Test("a file that its client would not read any more is not made, and the old one stays")
  func rejected() throws {
    let home = try Home()
    let folder = try ProcessFolder()
    _ = try folder.script(
      "test \"$1\" = --version && exec echo msmtp; grep -q 'setup: me' \"$2\" || exit 0; echo \"$2: line 3: no\" >&2; exit 78",
      named: "msmtp")
    try home.write("# mine\n".utf8, to: ".msmtprc")
    let places = ["PATH": "\(folder.path):/usr/bin:/bin"]
    let result = try home.export(["msmtp", "--write", "--yes"] + Home.account, environment: places)
    #expect(result.end == .exited(65))
    #expect(result.complaint.contains("Its message: ~/.msmtprc: line 3: no"))
    #expect(home.files() == [".msmtprc"])
    #expect(home.text(".msmtprc") == "# mine\n")
  }

  @Test("what the client complained about before is no reason not to write, and is said")
  func complainedBefore() throws {
    let home = try Home()
    try home.write("nonsense\n".utf8, to: ".msmtprc")
    let result = try home.write("msmtp")
    #expect(result.complaint.contains("that was there before"))
    #expect(try home.whole(".msmtprc").hasPrefix("nonsense\n# >>> setup"))
  }

  @Test("the client's check does not run the command for the secret, and leaves nothing behind")
  func harmlessCheck() throws {
    let home = try Home()
    let folder = try ProcessFolder()
    _ = try folder.script("touch '\(folder.path)/ran'; echo x", named: "get-secret")
    for way in Writable.all {
      try home.write(
        way.client, ["--email", "me@gmail.com", "--secret-command", "get-secret x"], environment: ["PATH": "\(folder.path):/usr/bin:/bin"])
    }
    #expect(folder.names == ["get-secret"])
    #expect(home.files() == Writable.all.map(\.file).sorted())
  }

  @Test(
    "whatever fails or kills it on the way, the old file or the new one is there, whole, and nothing else is lost",
    .enabled(if: Fault.isThere, Fault.why), arguments: Fault.all)
  func faults(_ fault: Fault) throws {
    let usual = try Home()
    try usual.write("# mine\n".utf8, to: ".msmtprc")
    let count = try fault.count(usual)
    #expect(count > 0)
    let new = try usual.whole(".msmtprc")
    var (failed, survived) = (0, 0)
    // The first calls are those of the dynamic loader.
    for number in max(1, count - 11)...count {
      let home = try Home()
      try home.write("# mine\n".utf8, to: ".msmtprc")
      let result = try fault.inject(home, at: number)
      let text = try home.whole(".msmtprc")
      #expect(text == "# mine\n" || text == new, "\(fault) \(number)")
      if result.end == .exited(0) { #expect(text == new, "\(fault) \(number)") }
      if text == new { #expect(home.text(".msmtprc.bak") == "# mine\n", "\(fault) \(number)") }
      if text == new { survived += 1 } else { failed += 1 }
      if case .signalled = result.end { continue }
      let left = home.files(but: [".msmtprc", ".msmtprc.bak"])
      // A file that cannot be removed stays.
      #expect(left == [] || fault.calls.contains("unlink"), "\(fault) \(number): \(left)")
      if fault.failure == "KILL" || result.end == .exited(0) { continue }
      // After every fault the next call succeeds like the first.
      try home.write("msmtp")
      #expect(try home.whole(".msmtprc") == new)
    }
    // The test has seen the file before and after the change. Otherwise the call does not affect it.
    #expect(failed + survived > 0)
    if fault.calls.hasPrefix("rename") { #expect(failed > 0) }
    // The last call is for the folder, after the new file has replaced the old one.
    if fault.calls == "fsync" { #expect(failed > 0 && survived > 0) }
  }

  @Test("two at once lose nothing", arguments: 0..<5)
  func together(_ round: Int) throws {
    let home = try Home()
    try home.write("# mine\n".utf8, to: ".msmtprc")
    let runs = try ["a", "b", "c", "d"].map { name in
      try ProcessBuilt.call(
        ["export", "msmtp", "--write", "--yes", "--email", "\(name)@gmail.com"], environment: home.environment()
      ).start()
    }
    for run in runs { #expect(try run.finish(within: 60).end == .exited(0)) }
    let text = try home.whole(".msmtprc")
    for name in ["a", "b", "c", "d"] { #expect(text.components(separatedBy: "<<< setup: \(name)@gmail.com").count == 2, "\(text)") }
    #expect(text.hasPrefix("# mine\n"))
    for name in ["b", "d", "a", "c"] { try home.remove("msmtp", ["--email", "\(name)@gmail.com"]) }
    #expect(home.text(".msmtprc") == "# mine\n")
  }
}

/// The built program under strace(1), which makes a system call fail or kills the program at it.
struct Fault: Sendable, CustomStringConvertible {
  let calls: String
  let failure: String
  var description: String { "\(failure) at \(calls)" }

  static let isThere = Equipment.isThere("strace")
  static let why: Comment = "skipped: missing /usr/bin/strace"
  static let all: [Fault] =
    ["openat,open", "write", "fsync", "rename,renameat,renameat2", "unlink,unlinkat", "flock", "close"].map {
      Fault(calls: $0, failure: "KILL")
    }
    + [
      ("openat,open", "EROFS"), ("openat,open", "EMFILE"), ("write", "ENOSPC"), ("fsync", "EIO"), ("rename,renameat,renameat2", "EACCES"),
      ("unlink,unlinkat", "EROFS"), ("flock", "ENOLCK"),
    ].map { Fault(calls: $0.0, failure: $0.1) }

  /// Returns how often a run without faults makes these calls.
  func count(_ home: Home) throws -> Int {
    let log = try ProcessFolder()
    #expect(try trace(home, ["-o", "\(log.path)/calls"]).end == .exited(0))
    return (ProcessFolder.read("\(log.path)/calls") ?? []).split(separator: 0x0a).filter { !$0.starts(with: "+++".utf8) }.count
  }

  /// Runs `setup export msmtp --write --yes` with a fault in the call of this number.
  func inject(_ home: Home, at number: Int) throws -> ProcessResult {
    let what = failure == "KILL" ? "signal=KILL" : "error=\(failure)"
    return try trace(home, ["-o", "/dev/null", "-e", "inject=\(calls):\(what):when=\(number)"])
  }

  private func trace(_ home: Home, _ options: [String]) throws -> ProcessResult {
    try ProcessCall(
      Equipment.path("strace"),
      ["-qq", "-e", "trace=\(calls)", "-e", "signal=none"] + options + [
        try ProcessBuilt.setup.get(), "export", "msmtp", "--write", "--yes",
      ]
        + Home.account,
      environment: ProcessBuilt.environment(home.environment())
    ).run(within: 60)
  }
}
