// The credential formats, read by the programs that use them: git, s-nail, and NeoMutt's pattern.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("credential formats", .waiting) struct CredentialFormatTests {
  @Test(
    "git credential fill receives every secret from the helper", .enabled(if: Equipment.isThere("git")), arguments: HostileSecret.octets)
  func git(_ octets: [UInt8]) throws {
    let home = try Home()
    try home.install()
    try home.save(secret: octets)
    for helper in ["!setup secret --for git \(Home.address)", "!setup secret --for git"] {
      let result = try home.run(
        "git", ["-c", "credential.helper=\(helper)", "credential", "fill"],
        input: .text("protocol=smtp\nhost=smtp.example.org:587\nusername=\(Home.address)\n\n"))
      #expect(result.end == .exited(0), "\(result.complaint)")
      let wanted = Array("protocol=smtp\nhost=smtp.example.org:587\nusername=\(Home.address)\npassword=".utf8) + octets + [10]
      #expect(result.output == wanted)
    }
  }

  @Test(
    "a request for something that the account does not have yields nothing, and is no error",
    arguments: [
      "protocol=https\nhost=smtp.example.org\n\n", "protocol=smtp\nhost=smtp.evil.example:587\n\n",
      "protocol=smtp\nhost=smtp.example.org:465\n\n",
      "protocol=imap\nhost=smtp.example.org\n\n", "protocol=smtp\nhost=smtp.example.org\nusername=you\n\n", "protocol=smtp\n\n",
      "host=smtp.example.org\n\n", "", "\n", "junk\nprotocol\n=\n\n", "\nprotocol=smtp\nhost=smtp.example.org\n",
      "protocol=smtp\nhost=\u{1b}]0;x\u{7}\n\n",
    ])
  func others(_ request: String) throws {
    let home = try Home()
    try home.save()
    for words in [[Home.address, "get"], ["get"]] {
      let result = try home.setup(["secret", "--for", "git"] + words) { $0.input = .text(request) }
      #expect(result.end == .exited(0))
      #expect(result.output == [])
      #expect(result.errors == [])
    }
  }

  @Test(
    "the server's name in any case, with or without its port, and up to the end of the input",
    arguments: [
      "protocol=smtp\nhost=SMTP.example.org\n", "protocol=smtp\nhost=smtp.example.org:587\nusername=\n\n",
      "protocol=smtps\nhost=smtp.example.org",
      "protocol=imap\nhost=imap.example.org\nusername=me@example.org\nwwwauth[]=Basic\n\n",
      "capability[]=authtype\nprotocol=imaps\nhost=imap.example.org:993\n\n",
    ])
  func matching(_ request: String) throws {
    let home = try Home()
    try home.save()
    let result = try home.setup(["secret", "--for", "git", "get"]) { $0.input = .text(request) }
    #expect(result.text == "username=me@example.org\npassword=abcd efgh\n")
  }

  @Test("the git helper prints nothing for store and erase, and does not wait", arguments: ["store", "erase", "capability"])
  func otherOperations(_ operation: String) throws {
    let home = try Home()
    try home.save()
    for words in [[operation], [Home.address, operation]] {
      let result = try home.setup(["secret", "--for", "git"] + words) { $0.input = .silence }
      #expect(result.end == .exited(0))
      #expect(result.output == [] && result.errors == [])
      #expect(result.seconds < 5)
    }
  }

  @Test("an endless request is refused, and one that never arrives is not waited for") func endless() throws {
    let home = try Home()
    try home.save()
    let long = try home.setup(["secret", "--for", "git", "get"]) { $0.input = .text(String(repeating: "x=y\n", count: 100_000)) }
    #expect(long.end == .exited(66))
    let silent = try home.setup(["secret", "--for", "git", "get"]) { $0.input = .silence }
    #expect(silent.end == .exited(66))
    #expect(silent.seconds < 20)
    #expect(long.output == [] && silent.output == [])
  }

  @Test(
    "s-nail reads every secret within its limits from netrc-pipe", .enabled(if: Equipment.isThere("s-nail")),
    arguments: HostileSecret.octets)
  func netrc(_ octets: [UInt8]) throws {
    let home = try Home()
    try home.install()
    // Run by root, s-nail sets root's home for its subprocesses.
    home.set("XDG_CONFIG_HOME", "\(home.path)/c")
    home.set("XDG_DATA_HOME", "\(home.path)/d")
    try home.save(secret: octets) { $0.smtpUsername = "another \"\\ one" }
    let result = try home.setup(["secret", "--for", "netrc", Home.address])
    guard octets.count <= 254, octets != Array("machine".utf8) else {
      #expect(result.end == .exited(65))
      #expect(result.output == [])
      return
    }
    #expect(result.end == .exited(0))
    // s-nail prints the entries that it has read, quoted again if necessary.
    let pipe = "-Snetrc-pipe=setup secret --for netrc \(Home.address)"
    let shown = try home.run("s-nail", ["-n", "-Sv15-compat=yes", pipe, "-Xnetrc load; netrc show", "-Xxit"])
    #expect(shown.complaint == "")
    let lines = shown.output.split(separator: 10).map(Array.init)
    #expect(lines.count == 2)
    #expect(
      lines.contains {
        Self.tokens($0) == ["machine", "imap.example.org", "login", Home.address, "password"].map { Array($0.utf8) } + [octets]
      })
    #expect(
      lines.contains {
        Self.tokens($0) == ["machine", "smtp.example.org", "login", "another \"\\ one", "password"].map { Array($0.utf8) } + [octets]
      })
  }

  /// Reads netrc(5) independently of the program: quotation marks group, a backslash takes the next octet literally.
  private static func tokens(_ line: [UInt8]) -> [[UInt8]] {
    var (tokens, token, isQuoted, isEscaped): ([[UInt8]], [UInt8]?, Bool, Bool) = ([], nil, false, false)
    for octet in line {
      if isEscaped {
        token = (token ?? []) + [octet]
        isEscaped = false
      } else if octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else if octet == UInt8(ascii: "\"") {
        (isQuoted, token) = (!isQuoted, token ?? [])
      } else if octet == UInt8(ascii: " "), !isQuoted {
        if let done = token { tokens.append(done) }
        token = nil
      } else {
        token = (token ?? []) + [octet]
      }
    }
    return tokens + (token.map { [$0] } ?? [])
  }

  @Test("s-nail's token limit is where the program assumes it", .enabled(if: Equipment.isThere("s-nail")), arguments: [254, 255])
  func netrcLimit(_ count: Int) throws {
    let home = try Home()
    let line = "machine h.example login u password \"" + String(repeating: "x", count: count) + "\""
    try (line + "\n").write(toFile: "\(home.path)/n", atomically: true, encoding: .utf8)
    let shown = try home.run("s-nail", ["-n", "-Sv15-compat=yes", "-Snetrc-pipe=cat \(home.path)/n", "-Xnetrc load; netrc show", "-Xxit"])
    #expect((shown.complaint == "") == (count <= 254))
  }

  @Test("one line if both servers are the same") func oneServer() throws {
    let home = try Home()
    try home.save { $0.smtp = Endpoint(host: $0.imap.host, port: 465, security: .tls) }
    #expect(
      try home.setup(["secret", "--for", "netrc", Home.address]).text
        == "machine imap.example.org login \"me@example.org\" password \"abcd efgh\"\n")
  }

  @Test("NeoMutt's pattern matches every secret within its limits", arguments: HostileSecret.octets) func neomutt(_ octets: [UInt8]) throws
  {
    let home = try Home()
    try home.save(secret: octets)
    let result = try home.setup([
      "secret", "--for", "neomutt", "--hostname", "imap.example.org", "--username", Home.address, "--type", "imaps",
    ])
    guard octets.count < 256, let text = String(validating: octets, as: UTF8.self) else {
      #expect(result.end == .exited(65))
      #expect(result.output == [])
      return
    }
    #expect(result.text == "login: me@example.org\nusername: me@example.org\npassword: \(text)\n")
    #expect(result.errors == [])
  }

  @Test("with the server alone, or only the account") func neomuttCalls() throws {
    let home = try Home()
    try home.save { $0.smtpUsername = "sender" }
    func answer(_ arguments: String...) throws -> String { try home.setup(["secret", "--for", "neomutt"] + arguments).text }
    #expect(try answer("--hostname", "SMTP.example.org", "--type", "smtp").hasPrefix("login: sender\n"))
    #expect(try answer("--hostname", "smtp.example.org", "--username", "sender").hasPrefix("login: sender\n"))
    #expect(try answer(Home.address).hasPrefix("login: me@example.org\n"))
  }

  @Test("several accounts with one user at one server: the program does not choose") func ambiguous() throws {
    let home = try Home()
    try home.save()
    try home.save("you@example.org") { $0.imapUsername = Home.address }
    let result = try home.setup([
      "secret", "--for", "neomutt", "--hostname", "imap.example.org", "--username", Home.address, "--type", "imaps",
    ])
    #expect(result.end == .exited(64))
    #expect(result.output == [])
  }
}
