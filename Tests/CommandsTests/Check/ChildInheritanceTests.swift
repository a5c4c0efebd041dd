// What the programs that setup starts can see of the secret: only what setup passes to them.

import Foundation
import Platform
import TestSupport
import Testing

@Suite("what subprocesses inherit", .waiting) struct ChildInheritanceTests {
  private let home: Home
  private let host: MailHost
  private let files: ProcessFolder
  private var log: String { home.path + "/log" }

  init() throws {
    (home, host, files) = (try Home(), try MailHost(), try ProcessFolder())
    for folder in ["store", "store/mail", "bin"] { #expect(mkdir("\(home.path)/\(folder)", 0o700) == 0) }
    _ = FileManager.default.createFile(atPath: "\(home.path)/store/.gpg-id", contents: Data("x\n".utf8))
    // Each stub records its environment, that of its parent process, and everything that it can read from inherited
    // descriptors.
    let look = """
      {
        env; tr '\\0' '\\n' < /proc/$PPID/environ; tr '\\0' '\\n' < /proc/$PPID/cmdline
        for n in 3 4 5 6 7 8 9; do [ -e /proc/self/fd/$n ] && echo "inherited $n" && cat /proc/self/fd/$n; done
      } >> '\(home.path)/log' 2>/dev/null
      """
    try pretend(
      "pass",
      """
      \(look)
      for last; do :; done
      case "$1" in
        insert) cat > "\(home.path)/store/$last.gpg";;
        show) cat "\(home.path)/store/$last.gpg";;
        rm) rm "\(home.path)/store/$last.gpg";;
      esac
      """)
    try pretend(
      "secret-tool",
      """
      \(look)
      for last; do :; done
      case "$1" in
        store) cat > "\(home.path)/$last";;
        lookup) cat "\(home.path)/$last" 2>/dev/null;;
        clear) rm -f "\(home.path)/$last";;
      esac
      """)
    try pretend("msmtp", "\(look)\necho 'msmtp version 1.8.23'")
  }

  /// Written by another process, because a file that a process has open for writing cannot be run (ETXTBSY).
  private func pretend(_ program: String, _ script: String) throws {
    let path = "\(home.path)/bin/\(program)"
    _ = try ProcessCall("/usr/bin/tee", [path], environment: [:]).with { $0.input = .text("#!/bin/sh\n\(script)\n") }.run()
    chmod(path, 0o700)
  }

  private var environment: [String: String] {
    ["PATH": "\(home.path)/bin:/usr/bin:/bin", "PASSWORD_STORE_DIR": "\(home.path)/store"].merging(home.environment) { $1 }
  }

  @Test(
    "argv-children, fault-env-secret-reaches-children: neither the variable of env: nor the descriptor of fd: reaches a keyring's program",
    arguments: ["pass", "secret-tool"], ["env:MAILPW", "env:LONG_NAME_1", "fd:3", "fd:7", "stdin"])
  func keyring(_ keyring: String, _ source: String) throws {
    let secret = try files.write((MailHost.secret + "\n").utf8, to: "secret")
    let arguments =
      ["--email", "anna@example.org", "--secret-from", source, "--save", "work", "--store", keyring] + host.arguments
    // A file behind the descriptor could be read again from its beginning.
    let number = source == "stdin" ? "0" : source.hasPrefix("fd:") ? String(source.dropFirst(3)) : "9"
    let script = "exec \"$@\" \(number)<\(source.hasPrefix("env") ? "/dev/null" : secret)"
    var environment = environment
    if source.hasPrefix("env:") { environment[String(source.dropFirst(4))] = MailHost.secret }
    let call = ProcessCall(
      "/bin/sh", ["-c", script, "sh", try ProcessBuilt.setup.get()] + arguments, environment: ProcessBuilt.environment(environment))
    let result = try call.run()
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    let seen = String(decoding: try #require(ProcessFolder.read(log)), as: UTF8.self)
    // The control: the stubs did record their parent and themselves.
    #expect(seen.contains("PATH=\(home.path)/bin") && seen.contains(source), "\(seen)")
    #expect(!seen.contains(MailHost.secret), "\(seen)")
    if source.hasPrefix("fd:") { #expect(!seen.contains("inherited \(number)"), "\(seen)") }
  }

  @Test("fault-env-secret-reaches-children: a duplicated variable is removed twice", arguments: ["pass", "secret-tool"])
  func twice(_ keyring: String) throws {
    let arguments = ["--email", "anna@example.org", "--secret-from", "env:MAILPW", "--save", "work", "--store", keyring] + host.arguments
    // No shell creates such an environment, but any program can.
    let code = """
      import ctypes, sys
      words = [w.encode() for w in sys.argv[2:]]
      variables = [v.encode() for v in sys.argv[1].split(chr(1))]
      array = lambda list: (ctypes.c_char_p * (len(list) + 1))(*list, None)
      ctypes.CDLL(None).execve(words[0], array(words), array(variables))
      """
    let variables =
      ProcessBuilt.environment(environment).map { "\($0.key)=\($0.value)" } + [
        "MAILPW=\(MailHost.secret)", "MAILPWX=kept", "MAILPW=\(MailHost.secret)-2",
      ]
    let words = ["-c", code, variables.joined(separator: "\u{1}"), try ProcessBuilt.setup.get()] + arguments
    let result = try ProcessCall("/usr/bin/python3", words, environment: ProcessBuilt.environment()).run()
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    let seen = String(decoding: try #require(ProcessFolder.read(log)), as: UTF8.self)
    #expect(seen.contains("MAILPWX=kept"))
    #expect(!seen.contains(MailHost.secret), "\(seen)")
  }
}
