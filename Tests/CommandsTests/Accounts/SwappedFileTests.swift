// Files that decide where secrets are sent, on paths where another user could replace them.

import AccountStore
import Foundation
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("files that could be swapped", .waiting) struct SwappedFileTests {
  private let home: Home
  private let host: MailHost

  init() throws { (home, host) = (try Home(), try MailHost()) }

  /// Returns a configuration two folders below the home. Each of the folders may be the weak one.
  private func environment(_ more: [String: String] = [:]) -> [String: String] {
    home.environment.merging(["XDG_CONFIG_HOME": "\(home.path)/x/y"]) { $1 }.merging(more) { $1 }
  }

  private func run(_ arguments: [String], _ more: [String: String] = [:]) throws -> ProcessResult {
    try ProcessBuilt.call(arguments, environment: environment(more)).with { $0.input = .text(MailHost.secret + "\n") }.run()
  }

  private func save(_ more: [String] = []) throws {
    for name in ["x", "x/y"] { mkdir("\(home.path)/\(name)", 0o700) }
    let result = try run(["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work"] + host.arguments + more)
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  @Test(
    "fault-config-swapped-through-parent: saved accounts below a folder that other users can write to are not used",
    arguments: ["x", "x/y", "x/y/mail-setup", ""], [["accounts"], ["check"], ["accounts", "pause", "work"], ["secret", "work"]])
  func accounts(_ folder: String, _ call: [String]) throws {
    try save(["--store", "file"])
    let path = folder.isEmpty ? home.path : "\(home.path)/\(folder)"
    chmod(path, 0o777)
    let result = try run(call)
    chmod(path, 0o700)
    #expect(result.end == .exited(66), "\(result.text)")
    #expect(result.complaint.contains("Other users own or can change \(path),"), "\(result.complaint)")
    #expect(try run(["check"]).end == .exited(0))
  }

  @Test(
    "fault-config-swapped-through-parent: a link to the accounts through such a folder is refused",
    arguments: ["chain", "absolute", "folder"],
    [0o777, 0o775] as [mode_t])
  func chain(_ kind: String, _ mode: mode_t) throws {
    try save(["--store", "file"])
    let file = "\(home.path)/x/y/mail-setup/accounts.json"
    for name in ["open", "dotfiles", "dotfiles/in"] { mkdir("\(home.path)/\(name)", 0o755) }
    rename(file, "\(home.path)/dotfiles/in/acc.json")
    switch kind {
    case "chain":
      symlink("../dotfiles/in/acc.json", "\(home.path)/open/link")
      symlink("\(home.path)/open/link", file)
    case "absolute":
      symlink("\(home.path)/dotfiles/in/acc.json", "\(home.path)/open/link")
      symlink("../../../open/link", file)
    default:
      symlink("\(home.path)/dotfiles/in", "\(home.path)/open/link")
      symlink("\(home.path)/open/link/acc.json", file)
    }
    #expect(try run(["check"]).end == .exited(0))
    chmod("\(home.path)/open", mode)
    let result = try run(["check"])
    #expect(result.end == .exited(66) && result.complaint.contains("\(home.path)/open"), "\(result.complaint)")
  }

  @Test("fault-config-swapped-through-parent: nothing is created in such a folder", arguments: ["x", "x/y"]) func made(_ folder: String)
    throws
  {
    for name in ["x", "x/y"] { mkdir("\(home.path)/\(name)", 0o700) }
    chmod("\(home.path)/\(folder)", 0o777)
    let result = try run(["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work"] + host.arguments)
    #expect(result.end == .exited(66), "\(result.complaint)")
    #expect(!FileManager.default.fileExists(atPath: "\(home.path)/x/y/mail-setup"))
  }

  @Test(
    "fault-config-swapped-through-parent: a user's provider file on such a path is refused", arguments: ["deep", "link"], [true, false])
  func catalog(_ kind: String, _ isUsual: Bool) throws {
    for name in ["x", "x/y", "x/y/mail-setup", "open", "c", "c/d"] { mkdir("\(home.path)/\(name)", 0o700) }
    let catalog = "\(home.path)/c/d/own.json"
    try Data("{\"schema\":1,\"providers\":[]}".utf8).write(to: URL(fileURLWithPath: catalog))
    chmod(catalog, 0o600)
    symlink(catalog, "\(home.path)/open/link")
    let named = isUsual ? "\(home.path)/x/y/mail-setup/providers.json" : "\(home.path)/named.json"
    symlink(kind == "deep" ? catalog : "\(home.path)/open/link", named)
    let call = ["guide", "gmail"] + (isUsual ? [] : ["--catalog", named])
    #expect(try run(call).end == .exited(0))
    let weak = kind == "deep" ? "\(home.path)/c" : "\(home.path)/open"
    chmod(weak, 0o777)
    let result = try run(call)
    #expect(result.end == .exited(66) && result.complaint.contains(weak), "\(result.complaint)")
  }

  @Test(
    "fault-config-swapped-through-parent: secrets in files below such a folder are not printed", arguments: ["d", "d/mail-setup"])
  func secrets(_ folder: String) throws {
    mkdir("\(home.path)/d", 0o700)
    let data = ["XDG_DATA_HOME": "\(home.path)/d"]
    let save = ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work", "--store", "file"] + host.arguments
    for name in ["x", "x/y"] { mkdir("\(home.path)/\(name)", 0o700) }
    #expect(try run(save, data).end == .exited(0))
    #expect(try run(["secret", "work"], data).end == .exited(0))
    chmod("\(home.path)/\(folder)", 0o777)
    let result = try run(["secret", "work"], data)
    #expect(result.end == .exited(66) && result.output == [], "\(result.text)")
    #expect(result.complaint.contains("Other users own or can change \(home.path)/\(folder),"), "\(result.complaint)")
  }

  @Test(
    "fault-ca-file-others-can-write: an authority file that other users could change is neither saved nor used",
    arguments: ["0666", "0664", "folder", "link", "owner"], [true, false])
  func authority(_ kind: String, _ isSaved: Bool) throws {
    if kind == "owner", geteuid() != 0 { return }
    mkdir("\(home.path)/ca", 0o700)
    let (file, link) = ("\(home.path)/ca/own.pem", "\(home.path)/link.pem")
    try FileManager.default.copyItem(atPath: host.caFile, toPath: file)
    chmod(file, 0o600)
    symlink(file, link)
    var arguments = ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work"] + host.arguments
    arguments[arguments.count - 1] = kind == "link" ? link : file
    for name in ["x", "x/y"] { mkdir("\(home.path)/\(name)", 0o700) }
    if isSaved { #expect(try run(arguments + ["--store", "file"]).end == .exited(0)) }
    switch kind {
    case "0666": chmod(file, 0o666)
    case "0664": chmod(file, 0o664)
    case "owner": #expect(chown(file, 54_321, 54_321) == 0 && chmod(file, 0o644) == 0)
    default: chmod("\(home.path)/ca", 0o777)
    }
    let result = try run(isSaved ? ["check"] : arguments)
    #expect(result.end == .exited(66), "\(result.text)\(result.complaint)")
    #expect((result.text + result.complaint).contains("Other users own or can change"), "\(result.text)\(result.complaint)")
  }

  @Test("every user may use root's authority file, or one below a folder like /tmp") func sticky() throws {
    mkdir("\(home.path)/ca", 0o700)
    let file = "\(home.path)/ca/own.pem"
    try FileManager.default.copyItem(atPath: host.caFile, toPath: file)
    chmod("\(home.path)/ca", 0o1777)
    var arguments = ["--email", "anna@example.org", "--secret-from", "stdin"] + host.arguments
    arguments[arguments.count - 1] = file
    #expect(try run(arguments).end == .exited(0))
  }
}
