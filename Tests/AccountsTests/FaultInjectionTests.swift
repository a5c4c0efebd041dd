// Every system call of a change in turn kills the program, or fails: the registry is the old one or the new one, whole.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("A change that is cut short", .enabled(if: Equipment.canInject, "skipped: missing strace")) struct FaultInjectionTests {
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

  /// One system call of a change: strace counts each kind for itself.
  private struct Call: Sendable {
    let name: String
    let number: Int
  }

  /// The calls a change consists of, from the first that has to do with the registry on.
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
    // The file's and the folder's.
    #expect(names.count { $0 == "fsync" } == 2, "\(names)")
    return calls
  }

  private func strace(_ options: [String]) throws -> ProcessResult {
    let program = try ProcessBuilt.setup.get()
    let words = ["-f", "-qq", "-e", "trace=%file,%desc,fsync,flock"] + options + [program, "accounts", "pause", "a"]
    return try ProcessCall(Equipment.strace, words, environment: ProcessBuilt.environment(home.environment)).run(within: 60)
  }

  @Test("killed at any moment") func killed() throws {
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
    // No lock stays behind, and the next change takes away what the killed ones left.
    #expect(try home.run(["accounts", "pause", "a"]).end == .exited(0))
    #expect(home.octets == new)
    #expect(home.names == ["accounts.json", "accounts.lock"])
  }

  @Test("refused at any moment (file-io-error, file-quota)", arguments: ["ENOSPC", "EDQUOT", "EIO", "EACCES"]) func refused(_ error: String)
    throws
  {
    var faults = 0
    for call in try calls() {
      let result = try strace(["-o", "/dev/null", "-e", "inject=\(call.name):error=\(error):when=\(call.number)"])
      let octets = try #require(home.octets)
      #expect(octets == old || octets == new, "at \(call)")
      // Success is only told where it is one, and failure never leaves anything behind.
      #expect(result.end != .exited(0) || octets == new, "at \(call)")
      // "As they were" is only said where they are.
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
