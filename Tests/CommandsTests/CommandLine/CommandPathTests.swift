// Commands and programs are saved with a path that means the same in any folder.

import AccountStore
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("paths of commands", .waiting) struct CommandPathTests {
  private let home: Home
  private let host: MailHost

  init() throws { (home, host) = (try Home(), try MailHost()) }

  /// Runs the program in `folder`.
  private func run(in folder: String, _ words: [String]) throws -> ProcessResult {
    let call = try ProcessBuilt.call(words, environment: home.environment)
    return try ProcessCall("/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", folder, call.program] + words, environment: call.environment).run()
  }

  @Test(
    "fault-secret-command-relative: a relative command is saved so that it works in every folder",
    arguments: ["./getpw", "bin/getpw", "././bin/../getpw", "../up/getpw"])
  func kept(_ command: String) throws {
    let folder = home.path + "/up"
    try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    for file in ["getpw", "bin/getpw"] {
      try Data("#!/bin/sh\necho \(MailHost.secret)\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
      chmod("\(folder)/\(file)", 0o700)
    }
    let words = ["--email", "anna@example.org", "--secret-from", "command:\(command)", "--save", "work"] + host.arguments
    let saved = try run(in: folder, words)
    #expect(saved.end == .exited(0), "\(saved.complaint)")
    #expect(try run(in: "/", ["secret", "work"]).text == MailHost.secret + "\n")
    #expect(try run(in: "/", ["check"]).end == .exited(0))
    // In a mail client's configuration too.
    let export = ["export", "json", "--email", "me@gmail.com", "--secret-command", "\(command) a ./b"]
    let text = try run(in: folder, export).text
    #expect(text.contains("/getpw\", \"a\", \"./b\"]") && text.contains("\"secretCommand\": [\"/"), "\(text)")
  }

  @Test("a name looked up in PATH stays unchanged", arguments: ["pass show mail/x", "cat ./x"]) func inPath(_ command: String) throws {
    let text = try home.run(["export", "json", "--email", "me@gmail.com", "--secret-command", command]).text
    let words = command.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(text.contains("\"secretCommand\": [\(words)]"), "\(text)")
  }

  @Test(
    "fault-own-path-without-proc: configurations call this program by its path, however it was started",
    .enabled(if: Equipment.mounting != nil, "needs a mount of its own"), arguments: ["whole", "relative", "in PATH"])
  func ownPath(_ way: String) throws {
    try home.save([try host.account("work", secret: .keyring(.file, entry: "x"))])
    let program = try ProcessBuilt.setup.get()
    let folder = URL(fileURLWithPath: program).deletingLastPathComponent().path
    let unshare = try #require(Equipment.mounting)
    let word = ["whole": program, "relative": "./setup", "in PATH": "setup"][way] ?? ""
    var environment = home.environment
    environment["PATH"] = way == "in PATH" ? "\(folder):/usr/bin:/bin" : "/usr/bin:/bin"
    let script = "cd '\(folder)' && mount -t tmpfs none /proc && exec \(word) export json work"
    let result = try ProcessCall(unshare[0], Array(unshare.dropFirst()) + ["/bin/sh", "-c", script], environment: environment).run()
    let wanted = way == "in PATH" ? "[\"setup\", \"secret\", \"work\"]" : "/setup\", \"secret\", \"work\"]"
    #expect(result.text.contains(wanted), "\(result.text)\(result.complaint)")
    #expect(result.text.contains("[\"/") == (way != "in PATH"), "\(result.text)")
  }
}
