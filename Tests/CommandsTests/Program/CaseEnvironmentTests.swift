// Tests of the environment that the program passes to its subprocesses, and of a home that is not writable.

import Foundation
import TestSupport
import Testing

@Suite("the caller's environment and home", .waiting)
struct CaseEnvironmentTests {
  @Test("argv-env-preload-out-of-scope: a command that prints the secret receives exactly the caller's environment")
  func children() throws {
    let folder = try ProcessFolder()
    let script = try folder.script("cat /proc/$$/environ > \(folder.path)/environment; printf \(DemoAccount.appPassword)")
    let call = try ProcessBuilt.call(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "command:\(script)"])
    #expect(try call.run().end == .exited(0))
    let octets = try #require(ProcessFolder.read("\(folder.path)/environment"))
    let names = Set(octets.split(separator: 0).map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) })
    #expect(!octets.isEmpty && names == Set(call.environment.keys))
  }

  @Test(
    "file-read-only-home: an unwritable file is refused before the secret is read; a check needs no home",
    .enabled(if: Mounted.entrance != nil, "needs unshare(1) and the right to use it"))
  func readOnlyHome() throws {
    let home = try ProcessFolder()
    let notes = try ProcessFolder()
    let script = try notes.script("touch \(notes.path)/fetched; printf \(DemoAccount.appPassword)")
    let arguments = ["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "command:\(script)"]

    let refused = try Mounted.run(arguments + ["--trace", "\(home.path)/trace"], home: home.path)
    #expect(refused.end == .exited(73), "\(refused.complaint)")
    #expect(refused.complaint.contains("\(home.path)/trace"))
    #expect(!notes.names.contains("fetched"))
    #expect(home.names == [])

    let checked = try Mounted.run(arguments, home: home.path)
    #expect(checked.end == .exited(0), "\(checked.complaint)")
    #expect(notes.names.contains("fetched"))
  }

  @Test(
    "file-disk-full: on a full disk the old trace is unchanged, and no part of the new one remains",
    .enabled(if: Mounted.entrance != nil, "needs unshare(1) and the right to use it"))
  func fullDisk() throws {
    let home = try ProcessFolder()
    let notes = try ProcessFolder()
    let script = try notes.script("printf \(DemoAccount.appPassword)")
    let result = try Mounted.run(
      ["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "command:\(script)", "--trace", "\(home.path)/trace"],
      home: home.path, options: "size=8k", before: "printf old > trace; head -c 100000 /dev/zero > filler 2> /dev/null",
      after: "echo \"== $(cat trace)\" $(ls -A)")
    #expect(result.end == .exited(73), "\(result.complaint)")
    #expect(result.complaint.contains("\(home.path)/trace"))
    #expect(result.text.contains("== old filler trace\n"), "\(result.text)")
  }
}

/// Runs the program with a home on a file system of its own.
private enum Mounted {
  /// The command that runs its arguments in a new mount namespace. It is `nil` if the system does not permit it.
  static let entrance: [String]? = [["-m"], ["-rm"]].map { ["/usr/bin/unshare"] + $0 }.first { words in
    let call = ProcessCall(
      words[0], words.dropFirst() + ["/bin/sh", "-c", "mount -t tmpfs -o ro none /mnt"],
      environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"])
    return (try? call.run().end) == .exited(0)
  }

  /// Runs the program. `before` and `after` are shell commands that run in the new home.
  static func run(
    _ arguments: [String], home: String, options: String = "ro", before: String = "true", after: String = "true"
  ) throws -> ProcessResult {
    let call = try ProcessBuilt.call(arguments)
    let script = """
      home="$1"; shift
      mount -t tmpfs -o \(options) none "$home" && cd "$home" || exit 99
      \(before)
      "$@"
      status=$?
      \(after)
      exit $status
      """
    let words = try #require(entrance) + ["/bin/sh", "-c", script, "sh", home, call.program] + arguments
    let environment = call.environment.merging(["HOME": home, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]) { $1 }
    return try ProcessCall(words[0], Array(words.dropFirst()), environment: environment).run()
  }
}
