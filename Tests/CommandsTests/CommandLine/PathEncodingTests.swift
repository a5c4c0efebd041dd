// Tests of file names that are not UTF-8: they are preserved or refused, and never mistaken for another name.

import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("paths that are not UTF-8", .waiting) struct PathEncodingTests {
  private let folder: ProcessFolder

  init() throws { folder = try ProcessFolder() }

  /// Latin-1, an overlong slash, half of a surrogate pair, an incomplete character.
  private static let octets: [[UInt8]] = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe5, 0xaf]]

  @Test(
    "fault-path-that-is-not-utf8: such an argument is refused with its position, and nothing is created", arguments: octets,
    [
      ["--provider", "demo", "--trace", "*"], ["--provider", "demo", "--trace=*"], ["--provider", "demo", "--ca-file", "*"],
      ["--provider", "demo", "--secret-from", "file:*"], ["guide", "demo", "--catalog", "*"], ["accounts", "export", "*"],
      ["accounts", "import", "*"], ["import", "msmtp", "*"], ["catalog", "check", "*"],
      ["--provider", "demo", "--secret-from", "command:*"],
    ])
  func argument(_ octets: [UInt8], _ call: [String]) throws {
    let path = Array("\(folder.path)/t".utf8) + octets
    // The file with replacement characters in its name exists, so that the test would notice if the program read it.
    _ = try folder.write("x".utf8, to: "t" + String(decoding: octets, as: UTF8.self))
    let words = call.map { word in word.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).joined(separator: path) }
    let before = folder.names
    let result = try ProcessBuilt.call([]).with { $0.arguments = words.map(Array.init) }.run()
    let position = try #require(call.firstIndex { $0.contains("*") }) + 1
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("Argument \(position) is not UTF-8."), "\(result.complaint)")
    #expect(result.output == [])
    #expect(folder.names == before)
  }

  @Test(
    "fault-path-that-is-not-utf8: such a variable is refused with its name, and nothing is created", arguments: octets,
    ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PATH", "TMPDIR", "GNUPGHOME", "PASSWORD_STORE_DIR", "SSL_CERT_FILE", "SSL_CERT_DIR"])
  func variable(_ octets: [UInt8], _ name: String) throws {
    let accounts = try folder.write("{\"schema\":1,\"accounts\":[]}".utf8, to: "accounts.json")
    func run(_ arguments: [String]) throws -> ProcessResult {
      let words = [Array("\(name)=\(folder.path)/h".utf8) + octets] + ([try ProcessBuilt.setup.get()] + arguments).map { Array($0.utf8) }
      return try ProcessCall("/usr/bin/env", [], environment: ProcessBuilt.environment()).with { $0.arguments = words }.run()
    }
    for call in [["accounts", "import", accounts], ["accounts"], ["guide", "demo"], ["export", "msmtp", "--email", "me@yandex.com"]] {
      let result = try run(call)
      #expect(result.end == .exited(66), "\(result.complaint)")
      #expect(result.complaint.contains("The variable \(name) is not UTF-8"), "\(result.complaint)")
      #expect(result.output == [])
    }
    #expect(folder.names == ["accounts.json"])
    #expect(try run(["accounts", "--lang", "zh-Hans"]).complaint.contains("环境变量 \(name) 不是 UTF-8 编码"))
    // Calls that use no files work anyway.
    for call in [["--version"], ["--help"], ["help", "secrets"]] { #expect(try run(call).end == .exited(0)) }
  }

  @Test("fault-path-that-is-not-utf8: a link that leads to such a name is not written through", arguments: octets)
  func link(_ octets: [UInt8]) throws {
    // A shell creates the files, because its arguments may have any octets.
    let script = """
      cd "$1" && mkdir h h/mail-setup && chmod 700 h/mail-setup && printf 'account other\\n' > "real$2" && ln -s "../real$2" h/.msmtprc &&
      printf '{"schema":1,"accounts":[]}' > "accounts$2" && chmod 600 "accounts$2"
      """
    let words = ["-c", script, "sh", folder.path].map { Array($0.utf8) } + [octets]
    let made = try ProcessCall("/bin/sh", [], environment: ProcessBuilt.environment()).with { $0.arguments = words }.run()
    try #require(made.end == .exited(0), "\(made.complaint)")
    let home = folder.path + "/h"
    defer { _ = try? ProcessCall("/bin/rm", ["-rf", home], environment: [:]).run() }
    let before = folder.names
    let environment = ["HOME": home, "XDG_CONFIG_HOME": home]
    let written = try Tool.run(["export", "msmtp", "--email", "me@yandex.com", "--write", "--yes"], environment: environment)
    #expect(written.end == .exited(73))
    #expect(written.complaint.contains("not UTF-8"), "\(written.complaint)")
    // Not before, because an export reads the saved accounts too.
    let link =
      ["-c", "cd \"$1\" && ln -s \"../../accounts$2\" h/mail-setup/accounts.json", "sh", folder.path].map { Array($0.utf8) } + [octets]
    let linked = try ProcessCall("/bin/sh", [], environment: ProcessBuilt.environment()).with { $0.arguments = link }.run()
    try #require(linked.end == .exited(0), "\(linked.complaint)")
    let saved = try Tool.run(
      ["accounts", "import", try folder.write("{\"schema\":1,\"accounts\":[]}".utf8, to: "in.json")], environment: environment)
    #expect(saved.end == .exited(66), "\(saved.complaint)")
    #expect(saved.complaint.contains("not UTF-8"), "\(saved.complaint)")
    #expect(folder.names == (before + ["in.json"]).sorted())
  }

  @Test("fault-path-that-is-not-utf8: a relative --ca-file in such a folder is refused, not read from another place", arguments: octets)
  func authority(_ octets: [UInt8]) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    // The name with replacement characters has a valid file, which must not be read.
    let script = """
      cd "$1" && mkdir "d$2" "d$3" && cp "$4" "d$3/ca.pem" && cd "d$2" && shift 4 && exec "$@"
      """
    let call = try ProcessBuilt.call(account.arguments.map { $0 == account.caFile ? "ca.pem" : $0 } + ["--secret-from", "stdin"])
    let lossy = Array(String(decoding: octets, as: UTF8.self).utf8)
    let words =
      ["-c", script, "sh", folder.path].map { Array($0.utf8) } + [octets, lossy, Array(account.caFile.utf8), Array(call.program.utf8)]
    let result = try ProcessCall("/bin/sh", [], environment: call.environment).with {
      $0.arguments = words + call.arguments
      $0.input = .text("a secret\n")
    }.run()
    defer { _ = try? ProcessCall("/bin/sh", ["-c", "rm -rf \"$0\"/d*", folder.path], environment: [:]).run() }
    #expect(result.end == .exited(66) && result.complaint.contains("not UTF-8"), "\(result.complaint)")
    #expect(account.received == [])
  }
}
