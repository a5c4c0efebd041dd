// The exported scripts and variables, run by a POSIX shell.

import MailClients
import TestSupport
import Testing

@Suite("run by a shell", .waiting)
struct ScriptTests {
  private static let all = Sample.ordinary + Sample.hostile

  @Test("curl's script hands it the configuration on standard input, and the secret nowhere else", arguments: all)
  func curl(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    guard let file = try bench.write(.curl) else { return }
    try bench.pretend("curl")
    let result = try bench.run("sh", [file, "--verbose"])
    #expect(result.end == .exited(0))
    #expect(result.output + result.errors == [], "\(result.complaint)")
    #expect(bench.read("arguments") == "--config\n-\n--verbose\n")
    let settings = sample.account.settings
    let users = [settings.imapUsername, settings.smtpUsername].map { "user = \"\(escaped($0 + ":" + Bench.secret))\"\n" }
    let input = try #require(bench.read("input"))
    #expect(input.split(separator: "\n").count == 10)
    for user in users { #expect(input.contains(user), "\(input)") }
    bench.expectCommandRan()
  }

  @Test("swaks' script hands it the secret in a variable", arguments: all)
  func swaks(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    guard let file = try bench.write(.swaks) else { return }
    try bench.pretend("swaks")
    let result = try bench.run("sh", [file])
    #expect(result.errors == [], "\(result.complaint)")
    #expect(bench.read("variable") == Bench.secret)
    let arguments = try #require(bench.read("arguments"))
    #expect(!arguments.contains(Bench.secret))
    #expect(arguments.contains("--auth-user\n\(sample.account.settings.smtpUsername)\n--auth-hide-password\n"))
    #expect(arguments.contains("--from\n\(sample.account.address)\n--to\n\(sample.account.address)\n"))
    bench.expectCommandRan()
  }

  @Test("the variables can be read by a shell, and the command be run with sh -c", arguments: all)
  func variables(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(.env))
    let names = ["MAIL_ADDRESS", "IMAP_USER", "SMTP_USER", "IMAP_PORT", "SMTP_SECURITY"].map { "\"$\($0)\"" }.joined(separator: " ")
    let result = try bench.run("sh", ["-c", ". '\(file)' && printf '%s\\n' \(names) && sh -c \"$MAIL_SECRET_COMMAND\""])
    #expect(result.errors == [], "\(result.complaint)")
    let settings = sample.account.settings
    let wanted = [
      sample.account.address.description, settings.imapUsername, settings.smtpUsername, "\(settings.imap.port)",
      settings.smtp.security.rawValue, Bench.secret,
    ]
    #expect(result.text == wanted.map { $0 + "\n" }.joined())
    bench.expectCommandRan()
  }

  @Test(
    "a command that fails ends the script with its status, and a second line it prints is left out",
    arguments: [MailClient.curl, .swaks, .fetchmail])
  func failure(_ client: MailClient) throws {
    let bench = try Bench(Sample.plain.account)
    let file = try #require(try bench.write(client))
    try bench.pretend(client.rawValue)
    _ = try bench.folder.write("first\nurl = \"file:///etc/passwd\"\n".utf8, to: "secret")
    #expect(try bench.run("sh", [file]).end == .exited(0))
    #expect(bench.read("input")?.contains("passwd") == false)
    #expect(bench.read("variable")?.contains("passwd") == false)

    let other = try Bench(Sample.plain.account)
    let again = try #require(try other.write(client))
    try other.pretend(client.rawValue)
    _ = try other.folder.script("exit 3", named: "pass")
    #expect(try other.run("sh", [again]).end == .exited(3))
    #expect(other.read("arguments") == nil)
  }

  private func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { output.append("\\") }
      output.append(scalar)
    }
    return String(output)
  }
}
