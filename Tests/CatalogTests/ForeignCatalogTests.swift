// Catalogs that other users can write are refused, and a catalog that takes over a known domain is reported.

import FoundationEssentials
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("catalogs that other users can change") struct ForeignCatalogTests {
  enum Way: CaseIterable, Sendable { case option, home }

  /// A way in which other users can change a catalog, starting from a file with correct permissions.
  enum Hole: CaseIterable, Sendable {
    case everyone, group, anyoneButTheOwner, folder, folderOfGroup, linkIntoOpenFolder, openFolderOfTheLink

    /// Opens the hole and returns the path to use. `safe` is the folder of the file.
    func make(_ file: String, _ safe: String, _ config: Config) throws -> String {
      func link(from name: String) throws -> String {
        let link = "\(config.path)/\(name)"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        return link
      }
      switch self {
      case .everyone: #expect(chmod(file, 0o666) == 0)
      case .group: #expect(chmod(file, 0o620) == 0)
      case .anyoneButTheOwner: #expect(chmod(file, 0o602) == 0)
      case .folder: #expect(chmod(safe, 0o777) == 0)
      case .folderOfGroup: #expect(chmod(safe, 0o770) == 0)
      case .linkIntoOpenFolder:
        #expect(chmod(safe, 0o777) == 0)
        return try link(from: "link.json")
      case .openFolderOfTheLink:
        let folder = "\(config.path)/open"
        #expect(mkdir(folder, 0o777) == 0 && chmod(folder, 0o777) == 0)
        return try link(from: "open/link.json")
      }
      return file
    }
  }

  /// Calls that use the catalog in different ways.
  private static let calls = [
    ["guide", "you@gmail.com"], ["providers", "firm", "--json"], ["--email", "you@gmail.com", "--secret-from", "stdin", "--quiet"],
    ["export", "msmtp", "--email", "you@gmail.com"], ["probe", "you@gmail.com"], ["send-test", "you@gmail.com", "--yes"], ["check"],
  ]

  private static let takeover = Sample.whole.with([
    "providers": "[\(Sample.firm.with(["domains": "[\"firm.example\", \"gmail.com\"]"]).json)]", "brands": nil,
  ]).json

  private func run(_ call: [String], _ way: Way, _ path: String, _ config: Config) throws -> ProcessResult {
    let options = way == .option ? ["--catalog", path] : []
    let environment = way == .home ? ["XDG_CONFIG_HOME": "\(config.path)/xdg"] : [:]
    return try config.run(call + options, environment: environment) { $0.input = .text("a secret\n") }
  }

  private func expectRefused(_ way: Way, _ path: String, _ config: Config) throws {
    for call in Self.calls {
      let result = try run(call, way, path, config)
      #expect(result.end == .exited(66), "\(call): \(result.complaint)")
      #expect(result.complaint.contains("so they could redirect your passwords to their own servers"), "\(call): \(result.complaint)")
      #expect(result.output == [] || call.contains("--json"))
    }
  }

  /// Returns a file with correct permissions, at the place where `way` finds it, and its folder.
  private func good(_ way: Way, _ config: Config) throws -> (file: String, folder: String) {
    let name = way == .home ? "xdg/mail-setup/providers.json" : "safe/own.json"
    let file = try config.write(Self.takeover, to: name)
    let folder = URL(filePath: file).deletingLastPathComponent().path
    #expect(chmod(folder, 0o700) == 0)
    return (file, folder)
  }

  @Test("fault-own-catalog-others-can-write: with such a weakness no command uses it", arguments: Way.allCases, Hole.allCases)
  func holes(_ way: Way, _ hole: Hole) throws {
    let config = try Config()
    let (file, folder) = try good(way, config)
    #expect(try run(["guide", "firm"], way, file, config).end == .exited(0))
    var path = try hole.make(file, folder, config)
    if way == .home, path != file {
      // In this case, the file in the configuration folder is the symbolic link.
      path = "\(config.path)/elsewhere.json"
      #expect(rename(file, path) == 0 && chmod(folder, hole == .openFolderOfTheLink ? 0o777 : 0o700) == 0)
      let open = "\(config.path)/target"
      #expect(mkdir(open, 0o700) == 0 && rename(path, "\(open)/own.json") == 0)
      #expect(chmod(open, hole == .linkIntoOpenFolder ? 0o777 : 0o700) == 0)
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "\(open)/own.json")
    }
    try expectRefused(way, path, config)
  }

  @Test(
    "fault-own-catalog-others-can-write: a catalog of another user is not used either",
    .enabled(if: geteuid() == 0, "only root can give files away"), arguments: Way.allCases,
    ["file", "folder", "link", "folder of the link's target"])
  func foreign(_ way: Way, _ what: String) throws {
    let config = try Config()
    let (file, folder) = try good(way, config)
    switch what {
    case "file": #expect(chown(file, 54_321, 54_321) == 0)
    case "folder": #expect(chown(folder, 54_321, 54_321) == 0)
    default:
      let theirs = "\(config.path)/theirs"
      #expect(mkdir(theirs, 0o755) == 0 && rename(file, "\(theirs)/own.json") == 0)
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "\(theirs)/own.json")
      #expect(chown(what == "link" ? "\(theirs)/own.json" : theirs, 54_321, 54_321) == 0)
    }
    try expectRefused(way, file, config)
  }

  @Test("a catalog that no other user can change is used: world-readable, in a sticky folder, behind a link", arguments: Way.allCases)
  func harmless(_ way: Way) throws {
    let config = try Config()
    let (file, folder) = try good(way, config)
    for mode in [0o600, 0o644, 0o444] as [mode_t] {
      #expect(chmod(file, mode) == 0)
      #expect(try run(["guide", "firm"], way, file, config).end == .exited(0))
    }
    #expect(chmod(folder, 0o1777) == 0)
    #expect(try run(["guide", "firm"], way, file, config).end == .exited(0))
    // `catalog check` sends nothing to a server, so it accepts the file.
    #expect(chmod(file, 0o666) == 0)
    #expect(try config.run(["catalog", "check", file]).end == .exited(0))
  }

  /// Calls for which a user's entry for gmail.com decides something. None of them reaches the network.
  private static let acting = [
    ["guide", "you@gmail.com"], ["guide", "you@gmail.com", "--json"], ["--email", "you@gmail.com"], ["--email", "you@gmail.com", "--json"],
    ["probe", "you@gmail.com"], ["export", "msmtp", "--email", "you@gmail.com"], ["export", "json", "work"],
    ["send-test", "you@gmail.com"], ["check"], ["check", "work", "--json"],
    ["accounts", "edit", "work", "--secret-from", "env:UNSET"], ["import", "msmtp", "*"],
  ]

  private func prepare(_ config: Config) throws {
    let server = "{\"host\":\"imap.firm.example\",\"port\":993,\"security\":\"tls\"}"
    let account = """
      {"schema":1,"accounts":[{"name":"work","address":"you@gmail.com","provider":"firm","imap":\(server),"smtp":\(server),
      "imapUsername":"you@gmail.com","smtpUsername":"you@gmail.com","secret":{"command":["/bin/false"]}}]}
      """
    try config.write(account, to: "xdg/mail-setup/accounts.json")
    try config.write("account a\nfrom you@gmail.com\nuser you@gmail.com\nhost smtp.firm.example\ntls on\n", to: "msmtprc")
    #expect(chmod("\(config.path)/xdg/mail-setup", 0o700) == 0)
  }

  @Test(
    "fault-own-catalog-others-can-write: a user's entry that replaces a known domain is reported wherever it acts", arguments: acting,
    Language.allCases)
  func saysSo(_ call: [String], _ language: Language) throws {
    let config = try Config()
    try prepare(config)
    let own = try config.write(Self.takeover, to: "own.json")
    let words = call.map { $0 == "*" ? "\(config.path)/msmtprc" : $0 } + ["--lang", language.rawValue]
    // Without a trust store, no call reaches the network.
    let environment = ["XDG_CONFIG_HOME": "\(config.path)/xdg", "SSL_CERT_FILE": "/nonexistent", "SSL_CERT_DIR": "/nonexistent"]
    let said = language == .english ? "\(own) replaces Gmail" : "\(own) 取代了内置列表中的"
    let result = try config.run(words + ["--catalog", own], environment: environment)
    #expect(result.complaint.contains(said), "\(result.complaint)")
    #expect(result.complaint.contains("gmail.com"))
    // The control: without such an entry there is no message.
    let others =
      call.contains("work") || ["check", "send-test"].contains(call[0])
      ? [] : ["--catalog", try config.write(Sample.whole.json, to: "other.json")]
    let plain = try config.run(words + others, environment: environment)
    #expect(!plain.complaint.contains(language == .english ? "replaces" : "取代了"), "\(plain.complaint)")
  }

  @Test(
    "fault-own-catalog-others-can-write: also by the id, by a word of it, and for a domain below a known one",
    arguments: [
      ("gmail", ["id": "\"gmail\"", "domains": "[\"firm.example\"]"]), ("firm", ["domains": "[\"gmail.com\"]"]),
      ("you@googlemail.com", ["domains": "[\"googlemail.com\"]"]),
    ])
  func otherWays(_ word: String, _ changes: [String: String]) throws {
    let config = try Config()
    let json = Sample.whole.with(["providers": "[\(Sample.firm.with(changes.mapValues { $0 }).json)]", "brands": nil, "mailFronts": nil])
      .json
    let own = try config.write(json, to: "own.json")
    for call in [["guide", word], ["--provider", word], ["guide", word, "--json"]] {
      let result = try config.run(call + ["--catalog", own])
      #expect(result.complaint.contains("replaces Gmail"), "\(result.complaint)")
    }
  }

  @Test(
    "at a terminal it is reported before the program asks for the secret",
    arguments: [["--email", "you@gmail.com"], ["--provider", "firm"]])
  func atTerminal(_ call: [String]) throws {
    let config = try Config()
    let own = try config.write(Self.takeover, to: "own.json")
    let session = try config.terminal(["--plain", "--catalog", own] + call)
    if call.first == "--provider" { try session.answer("Your email address", "you@gmail.com") }
    try session.wait(for: "replaces Gmail")
    try session.wait(for: "imap.firm.example and smtp.firm.example are not its servers")
    #expect(!session.text.contains("(hidden"))
    try session.answer("Send your password to imap.firm.example, smtp.firm.example? [y/N]", "y")
    try session.wait(for: "(hidden")
    try session.type([0x04])
    #expect(try session.finish().end == .exited(66))
  }
}
