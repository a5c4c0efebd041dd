// A run that is killed while it stores a secret: the next run, of any command, removes what it left behind.

import Foundation
import Platform
import TestSupport
import Testing

@Suite("runs that are killed", .enabled(if: Equipment.canInject, "skipped: missing strace"), .waiting) struct LeftoverTests {
  private let home: Home
  private let host: MailHost
  private let next = [["--version"], ["accounts"], ["guide", "demo"], ["help"], ["completion", "bash"]]

  init() throws { (home, host) = (try Home(), try MailHost()) }

  private var environment: [String: String] { ProcessBuilt.environment(home.environment.merging(["HOME": home.path]) { $1 }) }

  /// Runs the program with `arguments` under strace.
  private func strace(_ options: [String], _ arguments: [String], _ input: String = "") throws -> ProcessResult {
    let words = ["-f", "-qq", "-e", "trace=openat,write,fsync,flock,rename,fchmod,unlink,mkdir"] + options + [try ProcessBuilt.setup.get()]
    return try ProcessCall(Equipment.strace, words + arguments, environment: environment).with { $0.input = .text(input) }.run(within: 60)
  }

  /// Returns the system calls of a run, each kind counted separately, starting with the first that mentions `word`.
  private func calls(from word: String, _ arguments: [String], _ input: String = "") throws -> [(name: String, number: Int)] {
    let log = home.path + "/calls"
    #expect(try strace(["-o", log], arguments, input).end == .exited(0))
    var (counts, calls): ([String: Int], [(name: String, number: Int)]) = ([:], [])
    for line in String(decoding: try #require(ProcessFolder.read(log)), as: UTF8.self).split(separator: "\n") {
      guard let name = line.prefix(while: { $0 != "(" }).split(separator: " ").last.map(String.init), line.contains("(") else { continue }
      counts[name, default: 0] += 1
      if line.contains(word) || !calls.isEmpty { calls.append((name, counts[name] ?? 0)) }
    }
    unlink(log)
    return calls
  }

  /// Returns the temporary files in the home that contain `secret`.
  private func leftovers(_ secret: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: home.path)?.allObjects as? [String] ?? []
    return names.filter { name in
      guard name.hasSuffix(".tmp") || name.hasSuffix(".trial") else { return false }
      return ProcessFolder.read("\(home.path)/\(name)").map { String(decoding: $0, as: UTF8.self).contains(secret) || $0.isEmpty } ?? true
    }
  }

  @Test("fault-secret-in-temporary-after-kill: leave no secret that was being stored") func storing() throws {
    let save = ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work", "--store", "file"] + host.arguments
    let moments = try calls(from: "secrets/", save, MailHost.secret + "\n").filter { $0.name != "openat" || $0.number % 2 == 0 }
    #expect(moments.contains { $0.name == "rename" })
    var left = 0
    for (position, moment) in moments.enumerated() {
      // Restores the state before the first run, because a secret that is already stored is not written again.
      for name in try FileManager.default.contentsOfDirectory(atPath: home.path) {
        try FileManager.default.removeItem(atPath: "\(home.path)/\(name)")
      }
      _ = try strace(["-o", "/dev/null", "-e", "inject=\(moment.name):signal=KILL:when=\(moment.number)"], save, MailHost.secret + "\n")
      left += leftovers(MailHost.secret).count
      #expect(try home.run(next[position % next.count]).end == .exited(0))
      #expect(leftovers(MailHost.secret) == [], "at \(moment)")
    }
    // The control: some of them did leave a file behind.
    #expect(left > 0)
  }

  @Test(
    "fault-secret-in-temporary-after-kill: leave no mail client's file that was being written, with its other contents",
    arguments: [false, true])
  func writing(_ isLink: Bool) throws {
    let (file, secret) = ("\(home.path)/.msmtprc", "their-own-password")
    let place = isLink ? "\(home.path)/dotfiles/msmtprc" : file
    if isLink {
      #expect(mkdir("\(home.path)/dotfiles", 0o700) == 0)
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: place)
    }
    func reset() {
      _ = FileManager.default.createFile(
        atPath: place, contents: Data("account other\nhost smtp.example.org\npassword \(secret)\n".utf8),
        attributes: [.posixPermissions: 0o600])
    }
    let export = ["export", "msmtp", "--email", "anna@yandex.com", "--write", "--yes"]
    reset()
    let moments = try calls(from: ".tmp", export)
    var left = 0
    for (position, moment) in moments.enumerated() {
      reset()
      _ = try strace(["-o", "/dev/null", "-e", "inject=\(moment.name):signal=KILL:when=\(moment.number)"], export)
      left += leftovers(secret).count
      #expect(try home.run(next[position % next.count]).end == .exited(0))
      #expect(leftovers(secret) == [], "at \(moment)")
    }
    #expect(left > 0)
  }
}
