// The file store: who can read the file, its name, and what can be in its place.

import AccountStore
import Foundation
import Platform
import Posix
import SecretStores
import TestSupport
import Testing
import Vocabulary

@Suite("secrets in files", .waiting) struct FileTests {
  private let secret = Secret(copying: "abcd-efgh".utf8)
  private static let folder = ".local/share/mail-setup/secrets"

  private func fault(_ body: () throws(SecretStoreError) -> Void) -> SecretStoreError? {
    do throws(SecretStoreError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("only its owner can read it, and no other file is left beside it") func modes() throws {
    let home = try Home()
    try home.keeper().keep(secret, in: .file, entry: "me@example.org")
    try home.keeper().keep(secret, in: .file, entry: "me@example.org")
    #expect(home.names(in: Self.folder) == ["me@example.org"])
    #expect(ProcessFolder.mode("\(home.path)/\(Self.folder)/me@example.org") == 0o600)
    #expect(ProcessFolder.mode("\(home.path)/\(Self.folder)") == 0o700)
    #expect(home.read("\(Self.folder)/me@example.org") == "abcd-efgh\n")
  }

  @Test("the next run removes the leftovers of a killed run, and never mistakes a secret for one") func swept() throws {
    let home = try Home()
    let lookalike = "me@example.org.setup-0123456789abcdef.tmp"
    try home.keeper().keep(secret, in: .file, entry: lookalike)
    for number in ["setup-0000000000000001", "setup-ffffffffffffffff"] {
      try "half a sec".write(toFile: "\(home.path)/\(Self.folder)/me@example.org.\(number).tmp", atomically: true, encoding: .utf8)
    }
    try home.keeper().keep(secret, in: .file, entry: "me@example.org")
    #expect(home.names(in: Self.folder).count == 2)
    #expect(try home.keeper().read(.file, entry: lookalike).octets == secret.octets)
  }

  @Test("XDG_DATA_HOME takes precedence, unless it is relative") func place() throws {
    let home = try Home()
    home.set("XDG_DATA_HOME", "\(home.path)/data")
    try home.keeper().keep(secret, in: .file, entry: "a@example.org")
    home.set("XDG_DATA_HOME", "data")
    try home.keeper().keep(secret, in: .file, entry: "b@example.org")
    #expect(home.names(in: "data/mail-setup/secrets") == ["a@example.org"])
    #expect(home.names(in: Self.folder) == ["b@example.org"])
  }

  @Test(
    "no entry name leads out of the folder, and no two share a file",
    arguments: [
      "../x@example.org", "\"../../x\"@example.org", "/etc/passwd", "..", ".", "a/b@example.org", "-x@example.org", "%41@example.org",
      "A@example.org",
      "a b@example.org", "\u{1b}@x", "密@x", ".hidden",
    ])
  func names(_ entry: String) throws {
    let home = try Home()
    try home.keeper().keep(secret, in: .file, entry: entry)
    #expect(try home.keeper().read(.file, entry: entry).octets == secret.octets)
    let names = home.names(in: Self.folder)
    #expect(names.count == 1)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && !$0.isUppercase || "%ABCDEF".contains($0) } && !$0.hasPrefix(".") })
    try home.keeper().keep(secret, in: .file, entry: "%2E.")
    try home.keeper().keep(secret, in: .file, entry: "a@example.org")
    #expect(home.names(in: Self.folder).count == 3)
    try home.keeper().forget(.file, entry: entry, stamp: nil)
    #expect(home.names(in: Self.folder).count == 2)
  }

  @Test(
    "if other users can read the file or its folder, it is refused, and not repaired silently",
    arguments: [0o640, 0o604, 0o620, 0o601, 0o644] as [mode_t])
  func open(_ mode: mode_t) throws {
    let home = try Home()
    try home.keeper().keep(secret, in: .file, entry: "me@example.org")
    let file = "\(home.path)/\(Self.folder)/me@example.org"
    chmod(file, mode)
    #expect(fault { () throws(SecretStoreError) in _ = try home.keeper().read(.file, entry: "me@example.org") } == .open(file))
    #expect(fault { () throws(SecretStoreError) in try home.keeper().keep(secret, in: .file, entry: "me@example.org") } == .open(file))
    #expect(ProcessFolder.mode(file) == mode)
    chmod(file, 0o600)
    let folder = "\(home.path)/\(Self.folder)"
    chmod(folder, 0o711)
    #expect(fault { () throws(SecretStoreError) in _ = try home.keeper().read(.file, entry: "me@example.org") } == .open(folder))
    #expect(fault { () throws(SecretStoreError) in try home.keeper().check(.file) } == .open(folder))
    #expect(home.keeper().available() == [])
  }

  @Test("something else in its place: a link, a FIFO, a folder", arguments: ["link", "fifo", "folder"]) func special(_ kind: String) throws
  {
    let home = try Home()
    try home.keeper().keep(secret, in: .file, entry: "other@example.org")
    let file = "\(home.path)/\(Self.folder)/me@example.org"
    switch kind {
    case "link": symlink("\(home.path)/\(Self.folder)/other@example.org", file)
    case "fifo": mkfifo(file, 0o600)
    default: mkdir(file, 0o700)
    }
    #expect(fault { () throws(SecretStoreError) in _ = try home.keeper().read(.file, entry: "me@example.org") } == .special(file))
    #expect(fault { () throws(SecretStoreError) in try home.keeper().keep(secret, in: .file, entry: "me@example.org") } == .special(file))
    #expect(try home.keeper().read(.file, entry: "other@example.org").octets == secret.octets)
  }

  @Test("a file is in the place of the folder") func blocked() throws {
    let home = try Home()
    try "x".write(toFile: "\(home.path)/.local", atomically: true, encoding: .utf8)
    let fault = fault { () throws(SecretStoreError) in try home.keeper().keep(secret, in: .file, entry: "me@example.org") }
    guard case .unreadable(_, SystemError(ENOTDIR)) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  @Test(
    "a file with other content than a secret",
    arguments: [("", Secret.Error.empty), ("\n", .empty), (String(repeating: "x", count: 5_000), .tooLong), ("a\0b", .forbiddenOctet)])
  func content(_ text: String, _ wanted: Secret.Error) throws {
    let home = try Home()
    try home.keeper().keep(secret, in: .file, entry: "me@example.org")
    let file = "\(home.path)/\(Self.folder)/me@example.org"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(fault { () throws(SecretStoreError) in _ = try home.keeper().read(.file, entry: "me@example.org") } == .unusable(.file, wanted))
  }
}
