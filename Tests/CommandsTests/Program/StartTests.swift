// Tests of the state of a process before its work: its arguments, its rights, its memory, its runtime's output.

import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("the start of a process", .waiting) struct StartTests {
  /// The command that runs its arguments in a new mount namespace: as root, or as a user who becomes root inside. It is
  /// `nil` if the system permits neither.
  private static let mounting: [String]? = [["-m"], ["-rm"]].map { ["/usr/bin/unshare"] + $0 }.first { words in
    let call = ProcessCall(words[0], Array(words.dropFirst()) + ["/bin/mount", "-t", "tmpfs", "none", "/mnt"], environment: [:])
    return (try? call.run().end) == .exited(0)
  }

  @Test(
    "fault-arguments-lost-without-proc: arguments are the same if /proc is hidden",
    .enabled(if: mounting != nil, "needs unshare(1) and the right to use it"),
    arguments: [
      ["--version"], ["--nonsense"], ["guide", "demo", "--lang", "zh-Hans"], ["providers", "gmail", "--json"], ["guide", ""],
      ["guide", "no such\nprovider", "--json"], ["help", "secrets"], ["--", "a", "b"], ["chekc"], ["--email=me@example.org", "--imap"],
    ])
  func withoutProc(_ arguments: [String]) throws {
    let usual = try Tool.run(arguments)
    let bare = try Tool.run([])
    #expect(usual.output + usual.errors != bare.output + bare.errors, "the call says nothing about its arguments")
    let words = try #require(Self.mounting)
    let script = ["/bin/sh", "-c", "mount -t tmpfs none /proc && exec \"$@\"", "sh", try ProcessBuilt.setup.get()]
    let call = ProcessCall(words[0], words.dropFirst() + script + arguments, environment: ProcessBuilt.environment())
    let hidden = try call.run()
    #expect(hidden.end == usual.end)
    #expect(hidden.text == usual.text)
    #expect(hidden.complaint == usual.complaint)
  }

  /// Special rights of a program's file, and how to set them.
  enum Rights: CaseIterable, Sendable {
    case setUserID, setGroupID, both, capability

    func give(_ program: String) throws {
      switch self {
      case .setUserID: #expect(chmod(program, 0o4755) == 0)
      case .setGroupID: #expect(chmod(program, 0o2755) == 0)
      case .both: #expect(chmod(program, 0o6755) == 0)
      case .capability:
        // CAP_DAC_READ_SEARCH, permitted and effective (struct vfs_cap_data, linux/capability.h).
        let code = "import os, sys; os.setxattr(sys.argv[1], 'security.capability', bytes.fromhex('0100000204' + '00' * 15))"
        #expect(try ProcessCall("/usr/bin/python3", ["-c", code, program], environment: [:]).run().end == .exited(0))
      }
    }
  }

  @Test(
    "argv-setuid, fault-runs-with-foreign-privileges: with rights that the caller does not have it does nothing",
    .enabled(if: geteuid() == 0, "only root can give such rights away"), arguments: Rights.allCases)
  func privileged(_ rights: Rights) throws {
    let folder = try ProcessFolder()
    #expect(chmod(folder.path, 0o755) == 0)
    let program = try folder.write(try #require(ProcessFolder.read(try ProcessBuilt.setup.get())), to: "setup", mode: 0o755)
    let secret = try folder.write("{\"hush\": 1}".utf8, to: "catalog.json")
    let calls = [["--version"], ["catalog", "check", secret], ["guide", "demo"], ["accounts"], ["--provider", "demo", "--json"], []]
    func run(_ arguments: [String]) throws -> ProcessResult {
      let words = ["-u", "nobody", "--", program] + arguments
      return try ProcessCall("/usr/sbin/runuser", words, environment: ProcessBuilt.environment()).run()
    }
    // The control: without these rights the program works as usual.
    #expect(try run(["--version"]).end == .exited(0))
    #expect(try run(["catalog", "check", secret]).end == .exited(66))
    try rights.give(program)
    for arguments in calls {
      let result = try run(arguments)
      #expect(result.end == .exited(78), "\(arguments): \(result.complaint)")
      #expect(result.complaint.contains("rights that you do not have"), "\(result.complaint)")
      #expect(!result.complaint.contains("hush") && !result.text.contains("hush"))
      if !arguments.contains("--json") { #expect(result.output == [], "\(arguments)") }
    }
    #expect(try run(["--version", "--lang", "zh-Hans"]).complaint.contains("setup 安装时带有你没有的权限"))
  }

  @Test(
    "argv-env-swift-runtime, fault-swift-backtrace-line: the runtime prints nothing itself, whatever developers' variables request",
    arguments: [
      ("SWIFT_BACKTRACE", "enable=yes"), ("SWIFT_BACKTRACE", "enable=tty,interactive=yes"), ("SWIFT_BACKTRACE", "nonsense=1"),
      ("SWIFT_BACKTRACE", "enable=perhaps"), ("SWIFT_BACKTRACE", ""), ("SWIFT_DEBUG_HELP", "YES"), ("SWIFT_DEBUG_NO_SUCH_THING", "1"),
    ])
  func silentRuntime(_ name: String, _ value: String) throws {
    for arguments in [["--version"], ["guide", "demo"], ["help"]] {
      let usual = try Tool.run(arguments)
      let result = try Tool.run(arguments, environment: [name: value])
      #expect(result.end == .exited(0))
      #expect(result.complaint == usual.complaint)
      #expect(result.output == usual.output)
    }
    // Variables with similar names are not affected.
    let folder = try ProcessFolder()
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let script = try folder.script("printf %s \"$SWIFTLY$XSWIFT_BACKTRACE\"")
    let environment = [name: value, "SWIFTLY": "one", "XSWIFT_BACKTRACE": "two"]
    #expect(try Tool.run(account.arguments + ["--secret-from", "command:\(script)"], environment: environment).end == .exited(0))
    #expect(account.secretsReceived.first == Array("\0\(ScriptedAccount.address)\0onetwo".utf8))
  }

  @Test("a small stack is enough", arguments: [512, 800, 1_024, 2_000, 5_000]) func smallStack(_ limit: Int) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let words = ["-c", "ulimit -s \(limit) && exec \"$@\"", "sh", try ProcessBuilt.setup.get()] + account.arguments
    let call = ProcessCall("/bin/sh", words + ["--secret-from", "stdin", "--quiet"], environment: ProcessBuilt.environment())
    let result = try call.with { $0.input = .text("a secret\n") }.run()
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  @Test(
    "res-memory-allocation, fault-little-memory-is-69: a shortage of this computer is not blamed on the servers",
    arguments: ["-v", "-n"], [["--quiet"], ["--json"]])
  func scarcity(_ limit: String, _ options: [String]) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    // In small steps, because what fails first is something else every few hundred kilobytes.
    let values = limit == "-v" ? stride(from: 30_000, through: 120_000, by: 500) : stride(from: 6, through: 24, by: 1)
    var ends: Set<Int32> = []
    for value in values {
      let words = ["-c", "ulimit \(limit) \(value) && exec \"$@\"", "sh", try ProcessBuilt.setup.get()] + account.arguments
      let call = ProcessCall("/bin/sh", words + ["--secret-from", "stdin"] + options, environment: ProcessBuilt.environment())
      let result = try call.with { $0.input = .text("a secret\n") }.run()
      guard case .exited(let status) = result.end else {
        Issue.record("ulimit \(limit) \(value): \(result.end)")
        continue
      }
      // 127: the loader had too little memory for the libraries, so this program has not started.
      guard status != 127 else { continue }
      ends.insert(status)
      #expect([0, 71].contains(status), "ulimit \(limit) \(value): \(status)\n\(result.text)\(result.complaint)")
      guard status == 71 else { continue }
      let said = result.text + result.complaint
      for blame in [
        "cannot be reached", "refused the connection", "did not answer in time", "not allow sign-ins", "server or port may be wrong",
      ] {
        #expect(!said.contains(blame), "ulimit \(limit) \(value): \(said)")
      }
    }
    #expect(ends == [0, 71])
  }
}
