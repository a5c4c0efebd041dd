// The program at a scripted authorization server, with mail servers that accept its tokens.

import Demo
import Foundation
import Platform
import Posix
import TestSupport
import Testing
import Vocabulary

/// One home with a stand-in for pass(1), which fails or is the last thing that its caller sees when a test wants that.
final class StrictBench: Sendable {
  static let address = "anna@example.org"
  let server: StrictServer
  let home: Home
  private let mail: DemoServers
  private let files: ProcessFolder
  let caFile: String

  init(_ server: StrictServer) throws {
    self.server = server
    home = try Home()
    mail = try DemoServers.start(
      mailboxes: [DemoMailbox(Self.address, appPassword: "", accountPassword: "")],
      tokens: DemoTokens { server.opens($0) ? Self.address : nil })
    files = try ProcessFolder()
    caFile = try files.write(mail.authorityPEM + server.authorityPEM, to: "ca.pem", mode: 0o644)
    for folder in ["bin", ".password-store", ".password-store/mail"] { mkdir("\(home.path)/\(folder)", 0o700) }
    try Data("x\n".utf8).write(to: URL(fileURLWithPath: "\(home.path)/.password-store/.gpg-id"))
    try pretend("pass", Self.pass)
  }

  deinit {
    mail.stop()
    server.stop()
  }

  /// pass 1.7.4 without encryption. Every call writes down what the caller's and its own arguments and environment are. The file `plan`
  /// contains the number of the call that goes wrong, and how.
  private static let pass = #"""
    for last; do :; done
    file="$HOME/.password-store/$last.gpg"
    for p in $$ $PPID; do tr '\0' '\n' < /proc/$p/cmdline; tr '\0' '\n' < /proc/$p/environ; done >> "$HOME/seen" 2>/dev/null
    work() {
      case $1 in
        show) [ -e "$file" ] || exit 1; cat "$file";;
        insert) cat > "$file";;
        rm) [ -e "$file" ] || exit 1; rm "$file";;
        *) exit 64;;
      esac
    }
    if [ -e "$HOME/plan" ]; then
      read -r left deed < "$HOME/plan"
      if [ "$left" -gt 1 ]; then echo "$((left - 1)) $deed" > "$HOME/plan"
      else
        [ "$deed" = gone ] || { rm "$HOME/plan"; echo "$1 $last" > "$HOME/hit"; }
        case $deed in
          killBefore) kill -9 $PPID; exit 1;;
          killAfter) work "$1"; kill -9 $PPID; exit 0;;
          refuse|gone) exit 2;;
          truncate) [ "$1" != insert ] || : > "$file"; exit 2;;
          refuseAfter) work "$1" > /dev/null; exit 2;;
        esac
      fi
    fi
    work "$1"
    """#

  /// Writes a program of the home's own. By another process, because a file that a process has open for writing cannot be run (ETXTBSY).
  func pretend(_ program: String, _ script: String) throws {
    let path = "\(home.path)/bin/\(program)"
    _ = try ProcessCall("/usr/bin/tee", [path], environment: [:]).with { $0.input = .text("#!/bin/sh\n\(script)\n") }.run()
    chmod(path, 0o700)
  }

  var environment: [String: String] { home.environment.merging(["PATH": "\(home.path)/bin:/usr/bin:/bin"]) { $1 } }

  /// The options of a call that signs in.
  func arguments(_ way: String, _ more: [String] = []) -> [String] {
    [
      "--email", Self.address, "--imap", "localhost:\(mail.imapPort)", "--smtp", "localhost:\(mail.smtpPort)", "--imap-security", "tls",
      "--smtp-security", "tls", "--ca-file", caFile, "--issuer", server.issuer, "--sign-in", way,
    ] + more
  }

  /// A call that signs in with the device grant, and saves the account as `work`.
  func signingIn(_ store: String = "pass") -> [String] { arguments("device", ["--client-id", "app", "--save", "work", "--store", store]) }

  func call(_ words: [String]) throws -> ProcessCall { try ProcessBuilt.call(words, environment: environment) }

  func run(_ words: [String]) throws -> ProcessResult { try call(words).run(within: 60) }

  /// Starts the program at a terminal that is wide enough for every address.
  func terminal(_ words: [String], environment more: [String: String] = [:]) throws -> PtySession {
    try PtySession(
      ProcessBuilt.call(words, environment: environment.merging(more) { $1 }), columns: 4_000, wiring: .input("/dev/null"))
  }

  func signIn(_ store: String = "pass") throws {
    let result = try run(signingIn(store))
    try #require(result.end == .exited(0), "\(result.complaint)")
  }

  /// The `number`th call of pass from now on goes wrong.
  func plan(_ number: Int, _ deed: String) throws {
    unlink("\(home.path)/hit")
    try Data("\(number) \(deed)\n".utf8).write(to: URL(fileURLWithPath: "\(home.path)/plan"))
  }

  /// Ends the plan. Returns the call that went wrong, `nil` if none did.
  func endPlan() -> String? {
    unlink("\(home.path)/plan")
    return text("hit")
  }

  func text(_ name: String) -> String? { ProcessFolder.read("\(home.path)/\(name)").map { String(decoding: $0, as: UTF8.self) } }

  /// The names of the entries in the folder `store` of the home.
  func entries(_ store: String = ".password-store/mail") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(home.path)/\(store)")) ?? []).sorted()
  }

  static let filed = ".local/share/mail-setup/secrets"
  var entry: String { "\(home.path)/.password-store/mail/\(Self.address).gpg" }
  var file: String { "\(home.path)/\(Self.filed)/\(Self.address)" }

  /// Whether neither an account nor a file with a secret is there.
  var hasNothing: Bool { get throws { try home.registry.read().isEmpty && entries(Self.filed).isEmpty } }

  /// Makes the saved access token expire.
  func expire(_ path: String? = nil) throws {
    let path = path ?? entry
    let text = String(decoding: try #require(ProcessFolder.read(path)), as: UTF8.self)
    let expired = text.replacing(/"expires":\d+/, with: "\"expires\":1").replacing(/"issued":\d+/, with: "\"issued\":0")
    try Data(expired.utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
  }

  /// Whether `result` is an access token that the server accepts, on one line.
  func isGood(_ result: ProcessResult) -> Bool { result.end == .exited(0) && server.opens(result.output.dropLast()) }
}
