// Homes that belong to another user, and homes that do not exist: nothing is created in them.

import Foundation
import Platform
import TestSupport
import Testing

@Suite("homes of other users", .waiting) struct ForeignHomeTests {
  private let home: Home
  private let host: MailHost
  private let files: ProcessFolder
  private static let owner: uid_t = 54_321

  init() throws { (home, host, files) = (try Home(), try MailHost(), try ProcessFolder()) }

  /// Calls that would create something in a home, each something else.
  enum Doing: CaseIterable, Sendable {
    case accountsImport, save, storeInFile, storeInPass, write, writeBesides, writeWithFolders

    func arguments(_ files: ProcessFolder, _ host: MailHost) throws -> [String] {
      let account = ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work"] + host.arguments
      let export = ["--email", "anna@yandex.com", "--write", "--yes"]
      switch self {
      case .accountsImport: return ["accounts", "import", try files.write("{\"schema\":1,\"accounts\":[]}".utf8, to: "in.json")]
      case .save: return account
      case .storeInFile: return account + ["--store", "file"]
      case .storeInPass: return account + ["--store", "pass"]
      case .write: return ["export", "msmtp"] + export
      case .writeBesides: return ["export", "aerc"] + export
      case .writeWithFolders: return ["export", "mbsync"] + export
      }
    }
  }

  /// Returns everything below `folder` with its owner.
  private func contents(_ folder: String) -> [String: uid_t] {
    var found: [String: uid_t] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
      var status = stat()
      if lstat("\(folder)/\(name)", &status) == 0 { found[name] = status.st_uid }
    }
    return found
  }

  private func run(_ arguments: [String], _ environment: [String: String]) throws -> ProcessResult {
    try ProcessBuilt.call(arguments, environment: environment).with { $0.input = .text(MailHost.secret + "\n") }.run(within: 60)
  }

  @Test(
    "file-home-other-owner, fault-config-of-another-user-changed: root creates nothing in the home of another user",
    .enabled(if: geteuid() == 0, "only root can give folders away"), arguments: Doing.allCases, ["bare", "used", "by XDG alone"])
  func foreign(_ doing: Doing, _ kind: String) throws {
    let (path, own) = ("\(home.path)/theirs", "\(home.path)/own")
    for folder in [path, own] { #expect(mkdir(folder, 0o755) == 0) }
    var folders = [path, "\(path)/.password-store", "\(path)/.password-store/mail"]
    if kind == "used" {
      folders += [".config", ".config/aerc", ".local", ".local/share", "Mail", ".mutt"].map { "\(path)/\($0)" }
    }
    for folder in folders.dropFirst() { #expect(mkdir(folder, 0o755) == 0) }
    _ = FileManager.default.createFile(atPath: "\(path)/.password-store/.gpg-id", contents: Data("x\n".utf8))
    for folder in folders + ["\(path)/.password-store/.gpg-id"] { #expect(chown(folder, Self.owner, Self.owner) == 0) }
    var environment = ["HOME": path]
    if kind == "by XDG alone" {
      environment = ["HOME": own, "XDG_CONFIG_HOME": path, "XDG_DATA_HOME": path, "PASSWORD_STORE_DIR": "\(path)/.password-store"]
    }
    let before = contents(path)
    let result = try run(try doing.arguments(files, host), environment)
    #expect(contents(path) == before)
    // If only the XDG folders are another user's, a mail client's file in the user's own home may be written.
    if kind == "by XDG alone", doing == .write || doing == .writeWithFolders { return }
    #expect(result.end == .exited(73), "\(result.text)\(result.complaint)")
    #expect(result.complaint.contains("belongs to another user"), "\(result.complaint)")
    #expect(!result.complaint.contains("Checking"), "the secret was asked for in vain")
  }

  /// Debian 13 has no package of gopass.
  private static let stores = ["pass"] + (access("/usr/bin/gopass", X_OK) == 0 ? ["gopass"] : [])

  @Test(
    "fault-home-of-mixed-owners: root creates nothing in another user's folder inside its own home either",
    .enabled(if: geteuid() == 0, "only root can give folders away"), arguments: [".password-store", ".gnupg", ".password-store/mail"],
    stores)
  func mixed(_ folder: String, _ store: String) throws {
    for name in [".gnupg", ".password-store", ".password-store/mail"] { #expect(mkdir("\(home.path)/\(name)", 0o700) == 0) }
    _ = FileManager.default.createFile(atPath: "\(home.path)/.password-store/.gpg-id", contents: Data("x\n".utf8))
    #expect(chown("\(home.path)/\(folder)", Self.owner, Self.owner) == 0)
    let before = contents("\(home.path)/\(folder)")
    let call = ["--email", "anna@example.org", "--secret-from", "stdin", "--save", "work"] + host.arguments + ["--store", store]
    let result = try run(call, ["HOME": home.path])
    #expect(contents("\(home.path)/\(folder)") == before)
    #expect(result.end == .exited(73) && result.complaint.contains("belongs to another user"), "\(result.complaint)")
  }

  @Test(
    "fault-config-of-another-user-changed: reading there is permitted", .enabled(if: geteuid() == 0, "only root can give folders away"),
    arguments: [["accounts"], ["check"], ["guide", "demo"], ["export", "msmtp", "--email", "anna@yandex.com"], ["--version"]])
  func reading(_ call: [String]) throws {
    let path = "\(home.path)/theirs"
    #expect(mkdir(path, 0o755) == 0 && chown(path, Self.owner, Self.owner) == 0)
    #expect(try run(call, ["HOME": path]).end == .exited(0))
    #expect(contents(path) == [:])
  }

  @Test(
    "fault-config-of-another-user-changed: a home that does not exist is not created", arguments: Doing.allCases,
    [("gone", [:]), ("gone/below", [:]), ("gone", ["XDG_CONFIG_HOME": "gone/.config", "XDG_DATA_HOME": "gone/.local/share"])])
  func missing(_ doing: Doing, _ place: (home: String, others: [String: String])) throws {
    let environment = place.others.mapValues { "\(home.path)/\($0)" }.merging(["HOME": "\(home.path)/\(place.home)"]) { $1 }
    let before = contents(home.path)
    let result = try run(try doing.arguments(files, host), environment)
    #expect(contents(home.path) == before)
    // Without a home pass has no store.
    #expect(result.end == .exited(doing == .storeInPass ? 66 : 73), "\(result.text)\(result.complaint)")
    if doing != .storeInPass { #expect(result.complaint.contains("No such file or directory"), "\(result.complaint)") }
    #expect(!result.complaint.contains("Checking"), "the secret was asked for in vain")
  }

  @Test("folders below an existing home are created, also if XDG names them") func made() throws {
    let call = try Doing.accountsImport.arguments(files, host)
    let path = "\(home.path)/h"
    #expect(mkdir(path, 0o700) == 0)
    #expect(try run(call, ["HOME": path]).end == .exited(0))
    #expect(try run(call, ["HOME": path, "XDG_CONFIG_HOME": "\(path)/x/y"]).end == .exited(0))
    #expect(try run(call, ["HOME": "\(home.path)/gone", "XDG_CONFIG_HOME": "\(path)/z"]).end == .exited(0))
    #expect(Set(contents(path).keys).isSuperset(of: [".config/mail-setup", "x/y/mail-setup", "z/mail-setup"]), "\(contents(path))")
  }
}
