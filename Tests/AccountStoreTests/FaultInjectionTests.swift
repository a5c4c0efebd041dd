// Every system call of a change in turn kills the program, or fails: the accounts file is then the complete old or the
// complete new one.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("A change that is interrupted", .enabled(if: Equipment.canInject, "skipped: missing strace"), .waiting) struct FaultInjectionTests {
  private let home: Home
  private let old: [UInt8]
  private let new: [UInt8]

  init() throws {
    home = try Home()
    try home.save([try .sample("a"), try .sample("b", address: "bob@example.org").checked(.verified)])
    old = try #require(home.octets)
    try home.registry.update { $0[0].isPaused = true }
    new = try #require(home.octets)
    try home.write(String(decoding: old, as: UTF8.self))
  }

  /// One system call of a change. strace counts each kind separately.
  private struct Call: Sendable {
    let name: String
    let number: Int
  }

  /// Returns the calls of a change, starting with the first about the accounts file.
  private func calls() throws -> [Call] {
    let log = home.path + "/calls"
    let result = try strace(["-o", log])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(home.octets == new)
    try home.write(String(decoding: old, as: UTF8.self))
    var (counts, calls): ([String: Int], [Call]) = ([:], [])
    for line in String(decoding: try #require(ProcessFolder.read(log)), as: UTF8.self).split(separator: "\n") {
      guard let name = line.prefix(while: { $0 != "(" }).split(separator: " ").last.map(String.init), line.contains("(") else { continue }
      counts[name, default: 0] += 1
      guard line.contains("mail-setup") || !calls.isEmpty else { continue }
      calls.append(Call(name: name, number: counts[name] ?? 0))
    }
    let names = calls.map(\.name)
    for name in ["rename", "flock", "write"] { #expect(names.contains(name), "\(names)") }
    // One for the file and one for its folder.
    #expect(names.count { $0 == "fsync" } == 2, "\(names)")
    return calls
  }

  private func strace(_ options: [String]) throws -> ProcessResult {
    let program = try ProcessBuilt.setup.get()
    let words = ["-f", "-qq", "-e", "trace=%file,%desc,fsync,flock"] + options + [program, "accounts", "pause", "a"]
    return try ProcessCall(Equipment.strace, words, environment: ProcessBuilt.environment(home.environment)).run(within: 60)
  }

  @Test("killed at any call (file-crash-during-write)") func killed() throws {
    var seen: Set<[UInt8]> = []
    var kills = 0
    for call in try calls() {
      let result = try strace(["-o", "/dev/null", "-e", "inject=\(call.name):signal=KILL:when=\(call.number)"])
      let octets = try #require(home.octets)
      #expect(octets == old || octets == new, "at \(call)")
      #expect(result.end != .exited(0) || octets == new, "at \(call)")
      seen.insert(octets)
      if result.end == .signalled(SIGKILL) { kills += 1 }
      try home.write(String(decoding: old, as: UTF8.self))
    }
    #expect(seen.count == 2)
    #expect(kills > 15)
    // No lock remains, and the next change removes what the killed ones left.
    #expect(try home.run(["accounts", "pause", "a"]).end == .exited(0))
    #expect(home.octets == new)
    #expect(home.names == ["accounts.json", "accounts.lock"])
  }

  @Test("failing at any call (file-io-error, file-quota)", arguments: ["ENOSPC", "EDQUOT", "EIO", "EACCES"]) func refused(_ error: String)
    throws
  {
    var faults = 0
    for call in try calls() {
      let result = try strace(["-o", "/dev/null", "-e", "inject=\(call.name):error=\(error):when=\(call.number)"])
      let octets = try #require(home.octets)
      #expect(octets == old || octets == new, "at \(call)")
      // Success is reported only for a success, and a failure never leaves anything behind.
      #expect(result.end != .exited(0) || octets == new, "at \(call)")
      // "were not changed" is printed only if it is true.
      if result.complaint.contains("accounts were not changed") { #expect(octets == old, "at \(call)") }
      if result.end == .exited(73) { faults += 1 }
      #expect(home.names.allSatisfy { $0 == "accounts.json" || $0 == "accounts.lock" }, "at \(call): \(home.names)")
      try home.write(String(decoding: old, as: UTF8.self))
    }
    #expect(faults > 5)
    #expect(try home.run(["accounts", "pause", "a"]).end == .exited(0))
    #expect(home.octets == new)
  }
}
