// A folder with an exported text, and a command for the password that records its arguments.

import Foundation
import MailClients
import TestSupport
import Testing

extension Equipment {
  /// Returns the version of the installed program, or `nil` if no version makes a difference.
  static func version(of client: MailClient) throws -> ClientVersion? {
    guard let words = client.versionCall else { return nil }
    // fetchmail requires a home that exists.
    let said = try ProcessCall(
      path(words[0]), Array(words.dropFirst()), environment: ProcessBuilt.environment(["HOME": "/tmp"])
    ).run()
    guard let version = ClientVersion(printedIn: said.output) else { throw ProcessFailure("no version in: \(said.text)\(said.complaint)") }
    return version
  }

  /// Returns whether the installed program is older than `version`.
  static func isOlder(_ client: MailClient, than version: ClientVersion) throws -> Bool {
    try self.version(of: client).map { $0 < version } ?? false
  }
}

struct Bench {
  let folder: ProcessFolder
  let account: MailAccount
  /// A password of characters that are special in some syntax.
  static let secret = "s3 \"c\\r#%'$x`é;"

  init(_ account: MailAccount, secret: String = Bench.secret) throws {
    (folder, self.account) = (try ProcessFolder(), account)
    // The second line is one that a careless command prints too.
    _ = try folder.script(
      "printf '%s\\n' \"$@\" > '\(folder.path)/argv'\ncat '\(folder.path)/secret'", named: account.secretCommand.words[0])
    _ = try folder.write("\(secret)\n".utf8, to: "secret")
  }

  /// Runs a program of /usr/bin. It finds the command for the password in PATH, and its home is the folder.
  func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], _ change: (inout ProcessCall) -> Void = { _ in }
  ) throws -> ProcessResult {
    let places = ["PATH": "\(folder.path):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8"]
    return try ProcessCall(
      Equipment.path(program), arguments, environment: ProcessBuilt.environment(places.merging(environment) { _, new in new })
    ).with(change).run()
  }

  /// Writes the configuration for a version into a file and returns its path, or `nil` if the syntax cannot express the account.
  func write(_ client: MailClient, for version: ClientVersion? = nil) throws -> String? {
    try client.written(account, WriterOptions(version: version)).map { try folder.write($0.utf8, to: "configuration", mode: 0o600) }
  }

  /// Expects that the command ran with exactly its arguments.
  func expectCommandRan() {
    let wanted = account.secretCommand.words.dropFirst().map { $0 + "\n" }.joined()
    #expect(ProcessFolder.read("\(folder.path)/argv").map { String(decoding: $0, as: UTF8.self) } == wanted)
  }

  /// Puts a program into PATH in place of the client. It records its arguments, its input and the variables a client may read.
  func pretend(_ client: String) throws {
    _ = try folder.script(
      "printf '%s\\n' \"$@\" > '\(folder.path)/arguments'\ncat > '\(folder.path)/input'\nprintf %s \"$SWAKS_OPT_auth_password\" > '\(folder.path)/variable'",
      named: client)
  }

  func read(_ name: String) -> String? { ProcessFolder.read("\(folder.path)/\(name)").map { String(decoding: $0, as: UTF8.self) } }
}
