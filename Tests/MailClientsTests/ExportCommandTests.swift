// Calls of `setup export`.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("setup export", .waiting)
struct ExportCommandTests {
  private static let account = ["--email", "me@gmail.com", "--secret-command", "pass show mail/gmail"]

  /// An environment without any client in PATH. The configurations are for the newest versions.
  private static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> ProcessResult {
    try ProcessBuilt.call(["export"] + Home.heard(arguments), environment: ["PATH": "/nonexistent"].merging(environment) { _, new in new })
      .run()
  }

  @Test("standard output is the configuration and nothing else, in every language", arguments: MailClient.allCases, Language.allCases)
  func output(_ client: MailClient, _ language: Language) throws {
    let result = try Self.run([client.rawValue, "--lang", language.rawValue] + Self.account)
    #expect(result.end == .exited(0))
    #expect(result.text == (try client.configuration(Sample.plain.account)))
    if client.runsSecretCommand {
      #expect(result.complaint.contains("pass show mail/gmail"))
    }
    #expect(!result.complaint.contains("error") && !result.complaint.contains("warning"))
  }

  @Test("without a command it says which one stands there, and that it has to be set up")
  func usualCommand() throws {
    let result = try Self.run(["msmtp", "--email", "me@gmail.com"])
    #expect(result.end == .exited(0))
    #expect(result.text.contains("passwordeval \"SECRET-COMMAND-NOT-SET\"\n"))
    #expect(result.complaint.contains("setup does not know where this account's password is."))
  }

  @Test(
    "what cannot work is refused with those that can, unless agreed to",
    arguments: ["mutt", "aerc", "mbsync", "isync", "fetchmail", "curl"])
  func demandedID(_ client: String) throws {
    let call = [client, "--email", "me@163.com", "--secret-command", "pass show x"]
    let refused = try Self.run(call)
    #expect(refused.end == .exited(78))
    #expect(refused.output == [])
    #expect(refused.complaint.contains("IMAP ID"))
    #expect(refused.complaint.contains("These can: neomutt, himalaya, offlineimap, getmail, autoconfig, apple, emacs."))
    #expect(refused.complaint.contains("--yes"))
    let agreed = try Self.run(call + ["--yes"])
    #expect(agreed.end == .exited(0))
    #expect(agreed.text.contains("imap.163.com"))
    #expect(agreed.complaint.contains("setup: warning: "))
  }

  @Test("no consent has the secret go out in clear", arguments: ["offlineimap", "getmail"])
  func startTLS(_ client: String) throws {
    let result = try Self.run([
      client, "--email", "me@example.org", "--imap", "imap.example.org:143", "--smtp", "smtp.example.org:587", "--yes",
    ])
    #expect(result.end == .exited(78))
    #expect(result.output == [])
    #expect(!result.complaint.contains("--yes"))
  }

  @Test("a provider that mail clients cannot use is refused")
  func closed() throws {
    let result = try Self.run(["msmtp", "--email", "me@tuta.com"])
    #expect(result.end == .exited(78))
    #expect(result.output == [])
  }

  @Test("servers and a user name of the call are used, and the front part where the provider wants it")
  func servers() throws {
    let own = try Self.run([
      "json", "--email", "me@example.org", "--imap", "imap.example.org:1993", "--smtp", "smtp.example.org:1587", "--smtp-security",
      "starttls", "--username", "DOM\\me",
    ])
    #expect(own.text.contains("\"host\": \"imap.example.org\", \"port\": 1993, \"security\": \"tls\", \"username\": \"DOM\\\\me\""))
    #expect(own.text.contains("\"port\": 1587, \"security\": \"starttls\""))
    let front = try Self.run(["mbsync", "--email", "anna@icloud.com"])
    #expect(front.text.contains("\nUser \"anna\"\n"))
    #expect(front.complaint.contains("The IMAP username is anna, not the email address."))
  }

  @Test("the option for the command belongs to the export")
  func optionOfItsOwn() throws {
    let result = try ProcessBuilt.call(["guide", "gmail", "--secret-command", "pass show x"]).run()
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("--secret-command does not belong here: setup guide has no such option."))
  }

  @Test(
    "calls that are wrong name what is missing",
    arguments: [
      ([], 64, "setup export needs a mail client."), (["outlook"], 64, "outlook is not one of neomutt"),
      (["msmtp"], 64, "setup export needs an account"), (["msmtp", "x", "y"], 64, "Unexpected argument: y"),
      (["msmtp", "x", "--email", "me@gmail.com"], 64, "Use either x or --email, not both"),
      (["msmtp", "--email", "me@gmail.com", "--write", "--remove"], 64, "Use either --write or --remove, not both"),
      (["mbsync@", "--email", "me@gmail.com"], 64, "is not one of"), (["mbsync@new", "--email", "me@gmail.com"], 64, "is not one of"),
      (["msmtp", "--email", "me@unknown.example"], 64, "unknown.example"),
      (["msmtp", "--email", "demo@demo.invalid"], 64, "demo is not a real provider"),
      (["msmtp", "--email", "me@gmail.com", "--secret-command", "a\nb"], 64, "--secret-command"),
      (["msmtp", "--email", "me@gmail.com", "--secret-command", "pass x | head -n1"], 64, "write a script"),
      (["msmtp", "--email", "me@gmail.com", "--username", "a\nb"], 64, "--username"),
      (["msmtp", "--email", "me@gmail.com", "--username", "a\u{2028}b"], 65, "unprintable characters"),
      (["mutt", "--email", "me@gmail.com", "--secret-command", "get $x"], 65, "cannot contain this password command"),
    ] as [([String], Int32, String)])
  func wrongCalls(_ call: [String], _ status: Int32, _ text: String) throws {
    let result = try Self.run(call)
    #expect(result.end == .exited(status))
    #expect(result.output == [])
    #expect(result.complaint.contains(text), "\(result.complaint)")
  }
}
