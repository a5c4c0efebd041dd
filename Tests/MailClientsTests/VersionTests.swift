// Versions of clients: read, compared, asked for, and their effect.

import Foundation
import MailClients
import TestSupport
import Testing

@Suite("versions of clients", .waiting)
struct VersionTests {
  @Test(
    "are read out of what programs say of themselves",
    arguments: [
      ("isync 1.4.4\n", "1.4.4"), ("NeoMutt 20220429\nCopyright (C) 1996-2022\n", "20220429"), ("Mutt 2.2.12 (2023-09-09)\n", "2.2.12"),
      ("aerc 0.14.0 +notmuch (go1.19.8 amd64 linux)\n", "0.14.0"), ("msmtp version 1.8.23\n", "1.8.23"), ("8.0.0\n", "8.0.0"),
      ("This is fetchmail release 6.4.37+GSS+NTLM+SDPS.\n", "6.4.37"), ("s-nail v14.9.24, 2022-03-26 (built for Linux)\n", "14.9.24"),
      ("himalaya v2.1.0 +imap +smtp\nbuild: linux\n", "2.1.0"), ("himalaya 1.2.0\n", "1.2.0"), ("git version 2.39.5\n", "2.39.5"),
      ("aerc 0.21.\n", "0.21"), ("NeoMutt 20231221-1-abcdef\n", "20231221"),
    ])
  func reading(_ said: String, _ version: String) {
    #expect(ClientVersion(printedIn: Array(said.utf8))?.text == version)
  }

  @Test(
    "are not found where there is none",
    arguments: ["", "no version\n", "a\nb\nc\nx 1.2\n", "v\n", "x1.2\n", "99999999999.1\n", "1..2\n", "-1\n"])
  func none(_ said: String) { #expect(ClientVersion(printedIn: Array(said.utf8)) == nil) }

  @Test("are compared number by number")
  func order() throws {
    let rising: [ClientVersion] = ["0.9", "0.14.0", "0.15", "1", "1.4.4", "1.5", "1.10", "6.18.11", "6.19.00", "20220429", "20230407"]
    for (index, one) in rising.enumerated() {
      for (position, other) in rising.enumerated() { #expect((one < other) == (index < position)) }
    }
    #expect(Set<ClientVersion>(["1.5", "1.5.0"]).count == 1)
    for wrong in ["", ".", "1.", ".1", "1..2", "v1", "1.a", "1234567890123"] { #expect(ClientVersion(wrong) == nil) }
  }

  @Test("decide how it is written")
  func syntax() throws {
    func text(_ client: MailClient, _ version: ClientVersion?, _ sample: Sample) throws -> String {
      try client.configuration(sample.account, WriterOptions(version: version))
    }
    #expect(try text(.mbsync, "1.4.4", .plain).contains("\nSSLType IMAPS\n"))
    #expect(try text(.mbsync, "1.5.0", .plain).contains("\nTLSType IMAPS\n"))
    // Both versions read it.
    #expect(try text(.mbsync, nil, .plain).contains("\nSSLType IMAPS\n"))
    #expect(try text(.aerc, "0.14.0", .ownServers).contains("\nsmtp-starttls = true\n"))
    #expect(try !text(.aerc, "0.15.0", .ownServers).contains("starttls"))
    #expect(try text(.himalaya, "1.2.0", .plain).contains("\nbackend.type = \"imap\"\n"))
    #expect(try text(.himalaya, "2.0.0", .plain).contains("\nimap.server = "))
    #expect(try text(.himalaya, nil, .plain) == text(.himalaya, "2.0.0", .plain))
  }

  @Test(
    "that cannot introduce themselves are obstacles where that is demanded",
    arguments: [
      (.neomutt, "20220429", "20230407"), (.getmail, "6.18.11", "6.19.00"),
    ] as [(MailClient, ClientVersion, ClientVersion)])
  func identification(_ client: MailClient, _ old: ClientVersion, _ new: ClientVersion) {
    let account = Sample.demandsID.account
    #expect(client.obstacle(for: account, WriterOptions(version: old)) == .sendsNoIDYet(old, since: new))
    #expect(client.obstacle(for: account, WriterOptions(version: new)) == nil)
    #expect(client.obstacle(for: account) == nil)
    #expect(client.obstacle(for: Sample.plain.account, WriterOptions(version: old)) == nil)
    #expect(client.remarks(for: account).contains(.switchesIDOn(since: new)))
    #expect(!client.remarks(for: account, WriterOptions(version: new)).contains(.switchesIDOn(since: new)))
  }

  @Test(
    "older than what can be written are obstacles",
    arguments: [(.mbsync, "1.3.6"), (.fetchmail, "6.3.26"), (.sNail, "14.9.10"), (.himalaya, "0.9.0")] as [(MailClient, ClientVersion)])
  func tooOld(_ client: MailClient, _ version: ClientVersion) throws {
    guard case .tooOld(version, _) = client.obstacle(for: Sample.plain.account, WriterOptions(version: version)) else {
      Issue.record("\(client) \(version) is not too old")
      return
    }
  }

  private static func export(_ client: String, _ folder: ProcessFolder, _ further: [String] = []) throws -> ProcessResult {
    try ProcessBuilt.call(
      ["export", client, "--email", "me@gmail.com"] + further,
      environment: ["PATH": "\(folder.path):/usr/bin:/bin", "SWAKS_OPT_auth_password": "canary", "MAILSETUP_X": "canary"]
    ).run()
  }

  @Test("are asked of the client that PATH names, directly, with little of the environment and nothing to read")
  func asking() throws {
    let folder = try ProcessFolder()
    _ = try folder.script(
      "env > '\(folder.path)/env'; cat; printf '%s\\n' \"$@\" > '\(folder.path)/argv'; echo isync 1.5.1", named: "mbsync")
    let result = try Self.export("mbsync", folder)
    #expect(result.text.contains("\nTLSType IMAPS\n"))
    #expect(result.complaint.contains("Written for mbsync 1.5.1, the version installed here."))
    #expect(ProcessFolder.read("\(folder.path)/argv").map { String(decoding: $0, as: UTF8.self) } == "--version\n")
    let environment = try #require(ProcessFolder.read("\(folder.path)/env").map { String(decoding: $0, as: UTF8.self) })
    #expect(environment.contains("LC_ALL=C.UTF-8\n"))
    #expect(!environment.contains("canary"))
  }

  @Test("of another computer can be named instead, and then nobody is asked")
  func named() throws {
    let folder = try ProcessFolder()
    _ = try folder.script("touch '\(folder.path)/asked'; echo isync 1.4.4", named: "mbsync")
    #expect(try Self.export("mbsync@1.5", folder).text.contains("\nTLSType IMAPS\n"))
    #expect(try Self.export("isync@1.4.2", folder).text.contains("\nSSLType IMAPS\n"))
    #expect(ProcessFolder.read("\(folder.path)/asked") == nil)
  }

  @Test(
    "that cannot be learned are taken for the newest, and that is said",
    arguments: ["exit 3", "echo nonsense", "kill -9 $$", "head -c 1000000 /dev/zero", "true"])
  func unknown(_ script: String) throws {
    let folder = try ProcessFolder()
    _ = try folder.script(script, named: "mbsync")
    let result = try Self.export("mbsync", folder)
    #expect(result.end == .exited(0))
    #expect(result.text.contains("\nSSLType IMAPS\n"))
    #expect(result.complaint.contains("Could not find the version of mbsync"))
  }

  @Test("do not have anybody wait for ever: a client that hangs is ended, with all it started")
  func hanging() throws {
    let folder = try ProcessFolder()
    _ = try folder.script("sleep 300 & echo $! > '\(folder.path)/child'; sleep 300", named: "mbsync")
    let result = try Self.export("mbsync", folder)
    #expect(result.end == .exited(0) && result.seconds < 60)
    #expect(result.text.contains("\nSSLType IMAPS\n"))
    let child = try #require(ProcessFolder.read("\(folder.path)/child").flatMap { Int32(String(decoding: $0, as: UTF8.self).dropLast()) })
    // A process that was killed needs the processor once more to end, and its parent may not have reaped it.
    var isRunning = true
    for _ in 0..<100 where isRunning {
      let state = ProcessFolder.read("/proc/\(child)/stat").map { String(decoding: $0, as: UTF8.self) }
      isRunning = state.map { !$0.contains(") Z ") } ?? false
      if isRunning { usleep(100_000) }
    }
    #expect(!isRunning)
  }

  @Test("what a client left running does not keep anybody waiting, and goes on")
  func leftRunning() throws {
    let folder = try ProcessFolder()
    _ = try folder.script("sleep 20 & echo isync 1.5.0", named: "mbsync")
    let result = try Self.export("mbsync", folder)
    #expect(result.text.contains("\nTLSType IMAPS\n"))
    #expect(result.seconds < 10)
  }

  @Test("an installed version that cannot open a mailbox is refused, its successor is not")
  func refused() throws {
    let folder = try ProcessFolder()
    _ = try folder.script("echo NeoMutt 20220429", named: "neomutt")
    let call = ["export", "neomutt", "--email", "me@163.com"]
    let environment = ["PATH": "\(folder.path):/usr/bin:/bin"]
    let old = try ProcessBuilt.call(call, environment: environment).run()
    #expect(old.end == .exited(78))
    #expect(old.output == [])
    #expect(old.complaint.contains("which neomutt supports since 20230407"))
    _ = try folder.script("echo NeoMutt 20231221", named: "neomutt")
    let new = try ProcessBuilt.call(call, environment: environment).run()
    #expect(new.end == .exited(0))
    #expect(new.text.contains("\nset imap_send_id = yes\n"))
  }

  @Test("the installed clients tell theirs", arguments: MailClient.allCases.filter { $0.versionCall != nil && $0 != .himalaya })
  func installed(_ client: MailClient) throws {
    guard Equipment.isThere(client.rawValue) else { return }
    // fetchmail requires a home that exists.
    let call = try ProcessBuilt.call(["export", client.rawValue, "--email", "me@gmail.com"], environment: ["HOME": "/tmp"])
    let result = try call.run()
    #expect(result.complaint.contains("Written for \(client.rawValue) "), "\(result.complaint)")
  }
}
