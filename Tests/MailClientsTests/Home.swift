// A home folder with files, in which `setup export` runs.

import Foundation
import MailClients
import TestSupport
import Testing

final class Home: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "setup-home-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // Some tests remove permissions.
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, and creates the folders above it.
  @discardableResult
  func write(_ octets: some Sequence<UInt8>, to name: String, mode: mode_t = 0o600) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(octets).write(to: URL(fileURLWithPath: file))
    #expect(chmod(file, mode) == 0)
    return file
  }

  func read(_ name: String) -> [UInt8]? { ProcessFolder.read("\(path)/\(name)") }
  func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }
  /// Returns the octets of a file, which has to exist.
  func octets(_ name: String) throws -> [UInt8] { try #require(read(name), "no \(name)") }
  func whole(_ name: String) throws -> String { String(decoding: try octets(name), as: UTF8.self) }
  func mode(_ name: String) -> mode_t? { ProcessFolder.mode("\(path)/\(name)") }

  /// Returns all files except those in the list, in order.
  func files(but others: [String] = []) -> [String] {
    let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue && !others.contains(name)
    }.sorted()
  }

  /// Returns all folders.
  func folders() -> [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).filter { !files().contains($0) }
  }

  /// The account in the calls of these tests.
  static let account = ["--email", "me@gmail.com", "--secret-command", "pass show mail/gmail"]

  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    ["HOME": path, "PATH": "/usr/local/bin:/usr/bin:/bin"].merging(changes) { _, new in new }
  }

  /// Runs `setup export CLIENT …` with this home.
  func export(_ arguments: [String], environment changes: [String: String] = [:]) throws -> ProcessResult {
    try ProcessBuilt.call(["export"] + Self.heard(arguments), environment: environment(changes)).run()
  }

  /// Returns the arguments without the options that have no meaning for the client and would be refused.
  static func heard(_ arguments: [String]) -> [String] {
    guard let client = arguments.first.flatMap({ MailClient.named(String($0.prefix { $0 != "@" })) }) else { return arguments }
    var unheard = client.runsSecretCommand ? [] : ["--secret-command"]
    if !client.protocols.contains(.imap) { unheard.append("--imap-security") }
    if !client.protocols.contains(.smtp) { unheard.append("--smtp-security") }
    return arguments.enumerated().filter { number, word in
      !unheard.contains(word) && (number == 0 || !unheard.contains(arguments[number - 1]))
    }.map(\.element)
  }

  /// Runs the same with `--write --yes`, which has to succeed.
  @discardableResult
  func write(_ client: String, _ account: [String] = Home.account, environment changes: [String: String] = [:]) throws -> ProcessResult {
    let result = try export([client, "--write", "--yes"] + account, environment: changes)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.output == [])
    return result
  }

  @discardableResult
  func remove(_ client: String, _ account: [String] = ["--email", "me@gmail.com"]) throws -> ProcessResult {
    let result = try export([client, "--remove", "--yes"] + account)
    #expect(result.end == .exited(0), "\(result.complaint)")
    return result
  }
}

/// A client with a file of its own, and the path of the file.
struct Writable: Sendable, CustomStringConvertible {
  let client: String
  let file: String
  /// Lines that a user could have in the file.
  let mine: String
  var description: String { client }

  /// The clients whose file can contain more than one account.
  static let shared = all.filter { $0.client != "getmail" }

  static let all = [
    Writable(client: "neomutt", file: ".config/neomutt/neomuttrc", mine: "# mine\nset sort = threads\n"),
    Writable(client: "mutt", file: ".muttrc", mine: "set sort=threads\n"),
    Writable(client: "aerc", file: ".config/aerc/accounts.conf", mine: "[work]\nsource = imaps://me%40work.example@imap.work.example\n"),
    Writable(client: "himalaya", file: ".config/himalaya/config.toml", mine: "[accounts.work]\nemail = \"me@work.example\"\n"),
    Writable(client: "mbsync", file: ".mbsyncrc", mine: "# mine\nIMAPAccount work\nHost imap.work.example\nSSLType IMAPS\n\n"),
    Writable(client: "msmtp", file: ".msmtprc", mine: "defaults\ntls on\n\naccount work\nhost smtp.work.example\n"),
    Writable(
      client: "offlineimap", file: ".offlineimaprc",
      mine: "# mine\n[general]\naccounts = work\n\n[Account work]\nlocalrepository = l\nremoterepository = r\n"),
    Writable(client: "getmail", file: ".config/getmail/getmailrc", mine: "# mine\n"),
    Writable(client: "s-nail", file: ".mailrc", mine: "set ask\nalias a b@example.org\n"),
    Writable(client: "git", file: ".gitconfig", mine: "[user]\n\tname = Me\n"),
    Writable(client: "emacs", file: ".emacs.d/init.el", mine: ";; mine\n(setq x 1)\n"),
  ]
}
