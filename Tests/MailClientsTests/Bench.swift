// A folder with an exported text, and a command for the secret that writes down how it was called.

import Foundation
import MailClients
import TestSupport
import Testing

/// On a developer's machine a program may be missing: then its tests say so and are skipped. CI has to have all of them.
enum Equipment {
  static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  static func path(_ program: String) -> String { "/usr/bin/\(program)" }
  static func isThere(_ program: String) -> Bool { isCI || access(path(program), X_OK) == 0 }
  static func why(_ program: String) -> Comment { "skipped: missing \(path(program))" }

  /// Of the program that is installed here; nil where no version of it makes a difference.
  static func version(of client: MailClient) throws -> ClientVersion? {
    guard let words = client.versionCall else { return nil }
    // fetchmail wants a home that is there.
    let said = try ProcessCall(
      path(words[0]), Array(words.dropFirst()), environment: ProcessBuilt.environment(["HOME": "/tmp"])
    ).run()
    guard let version = ClientVersion(printedIn: said.output) else { throw ProcessFailure("no version in: \(said.text)\(said.complaint)") }
    return version
  }

  /// Whether the program that is installed here is older than that version.
  static func isOlder(_ client: MailClient, than version: ClientVersion) throws -> Bool {
    try self.version(of: client).map { $0 < version } ?? false
  }
}

struct Bench {
  let folder: ProcessFolder
  let account: MailAccount
  /// Of all that a syntax might trip over.
  static let secret = "s3 \"c\\r#%'$x`é;"

  init(_ account: MailAccount, secret: String = Bench.secret) throws {
    (folder, self.account) = (try ProcessFolder(), account)
    // Its second line is what a careless command prints, too.
    _ = try folder.script(
      "printf '%s\\n' \"$@\" > '\(folder.path)/argv'\ncat '\(folder.path)/secret'", named: account.secretCommand.words[0])
    _ = try folder.write("\(secret)\n".utf8, to: "secret")
  }

  /// Runs a program of /usr/bin, which finds the command for the secret in PATH, and its home in the folder.
  func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], _ change: (inout ProcessCall) -> Void = { _ in }
  ) throws -> ProcessResult {
    let places = ["PATH": "\(folder.path):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8"]
    return try ProcessCall(
      Equipment.path(program), arguments, environment: ProcessBuilt.environment(places.merging(environment) { _, new in new })
    ).with(change).run()
  }

  /// The configuration in a file, for any version or for one; nil where its syntax cannot hold the account.
  func write(_ client: MailClient, for version: ClientVersion? = nil) throws -> String? {
    try client.written(account, WriterOptions(version: version)).map { try folder.write($0.utf8, to: "configuration", mode: 0o600) }
  }

  /// Whether the command ran with exactly its arguments, and nothing else did.
  func expectCommandRan() {
    let wanted = account.secretCommand.words.dropFirst().map { $0 + "\n" }.joined()
    #expect(ProcessFolder.read("\(folder.path)/argv").map { String(decoding: $0, as: UTF8.self) } == wanted)
  }

  /// A program in PATH that writes down its arguments, its input and the variables a client may read, instead of the client.
  func pretend(_ client: String) throws {
    _ = try folder.script(
      "printf '%s\\n' \"$@\" > '\(folder.path)/arguments'\ncat > '\(folder.path)/input'\nprintf %s \"$SWAKS_OPT_auth_password\" > '\(folder.path)/variable'",
      named: client)
  }

  func read(_ name: String) -> String? { ProcessFolder.read("\(folder.path)/\(name)").map { String(decoding: $0, as: UTF8.self) } }
}
