// Many runs of the program change the same accounts file at the same time, and no change is lost.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("Many writers", .waiting) struct ManyWritersTests {
  @Test("each pauses its own account; at the end all are paused") func pause() throws {
    let home = try Home()
    let names = (0..<24).map { "account-\($0)" }
    try home.save(try names.map { try .sample($0, address: "\($0)@example.org") })
    let runs = try names.map { try ProcessBuilt.call(["accounts", "pause", $0], environment: home.environment).start() }
    for run in runs {
      let result = try run.finish(within: 60)
      #expect(result.end == .exited(0), "\(result.complaint)")
    }
    #expect(try home.registry.read().map(\.name.text) == names)
    #expect(try home.registry.read().allSatisfy(\.isPaused))
    #expect(home.names == ["accounts.json", "accounts.lock"])
  }

  @Test("some add, some remove, some rename, one keeps reading") func mixed() throws {
    let home = try Home()
    let other = try Home()
    try home.save(try (0..<6).flatMap { [try .sample("old-\($0)"), try .sample("gone-\($0)")] })
    var calls: [[String]] = []
    for number in 0..<6 {
      try other.save([try .sample("new-\(number)")])
      let file = other.path + "/new-\(number).json"
      #expect(try other.run(["accounts", "export", file]).end == .exited(0))
      calls += [
        ["import", file], ["remove", "gone-\(number)", "--yes"], ["rename", "old-\(number)", "renamed-\(number)"], ["list", "--json"],
      ]
    }
    let runs = try calls.map { try ProcessBuilt.call(["accounts"] + $0, environment: home.environment).start() }
    for (run, call) in zip(runs, calls) {
      let result = try run.finish(within: 60)
      #expect(result.end == .exited(0), "\(call) \(result.complaint)")
      // A reader finds a complete accounts file at any moment.
      if call[0] == "list" { #expect(try result.json["accounts"].list.count >= 6) }
    }
    let wanted = (0..<6).flatMap { ["new-\($0)", "renamed-\($0)"] }
    #expect(Set(try home.registry.read().map(\.name.text)) == Set(wanted))
    #expect(try home.registry.read().count == wanted.count)
  }

  @Test("a run that waits for a lock that is never released reports it after some seconds") func stuck() throws {
    let home = try Home()
    try home.save([try .sample("a")])
    let before = home.octets
    let lock = open(home.folder + "/accounts.lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let result = try home.run(["accounts", "pause", "a"])
    #expect(result.end == .exited(75))
    #expect(result.complaint.contains("Another setup is still changing the saved accounts"), "\(result.complaint)")
    #expect(home.octets == before)
    // Reading needs no lock.
    #expect(try home.run(["accounts"]).end == .exited(0))
  }
}
