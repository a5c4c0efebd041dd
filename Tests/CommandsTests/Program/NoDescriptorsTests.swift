// A system without free descriptors is not a file that cannot be read.

import Foundation
import TestSupport
import Testing

@Suite("no descriptors", .waiting) struct NoDescriptorsTests {
  @Test(
    "fault-no-descriptors-is-66: however few are free, the status never blames a file",
    arguments: 3...12, ["accounts", "authority", "catalog"])
  func few(_ count: Int, _ kind: String) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let folder = try ProcessFolder()
    let home = folder.path
    _ = try folder.write("{\"schema\":2,\"accounts\":[]}".utf8, to: "accounts.json")
    let words =
      switch kind {
      case "accounts": ["accounts"]
      case "authority": account.arguments + ["--secret-from", "stdin"]
      default: ["guide", "gmail", "--catalog", try folder.write("{\"schema\":1,\"providers\":[]}".utf8, to: "own.json")]
      }
    let call = try ProcessBuilt.call(words, environment: ["HOME": home, "XDG_CONFIG_HOME": home])
    let result = try ProcessCall(
      "/bin/sh", ["-c", "ulimit -n \(count); exec \"$0\" \"$@\"", call.program] + words, environment: call.environment
    ).with { $0.input = .text("a secret\n") }.run(within: 20)
    #expect(result.end != .exited(66), "\(result.complaint)")
    #expect(!result.complaint.contains("Could not use"), "\(result.complaint)")
  }
}
