// The exported texts, read by the clients' own parsers: no value breaks out of its quotes, and all values arrive.

import MailClients
import TestSupport
import Testing

@Suite("read by the client itself", .waiting)
struct ParserTests {
  private static let all = Sample.ordinary + Sample.hostile

  @Test("msmtp", .enabled(if: Equipment.isThere("msmtp"), Equipment.why("msmtp")), arguments: all)
  func msmtp(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    guard let file = try bench.write(.msmtp) else { return }
    let result = try bench.run("msmtp", ["-C", file, "-P", "x@example.org"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    let settings = sample.account.settings
    for (name, value) in [
      ("host", settings.smtp.host.text), ("port", "\(settings.smtp.port)"), ("user", settings.smtpUsername),
      ("from", sample.account.address.description), ("tls", "on"), ("tls_certcheck", "on"),
      ("tls_starttls", settings.smtp.security == .tls ? "off" : "on"),
    ] {
      let line = result.text.split(separator: "\n").first { $0.prefix { $0 != " " && $0 != "=" } == name }
      #expect(line.map { $0.drop { $0 != "=" }.dropFirst(2) } == value[...], "\(name)")
    }
    bench.expectCommandRan()
  }

  @Test("neomutt", .enabled(if: Equipment.isThere("neomutt"), Equipment.why("neomutt")), arguments: all)
  func neomutt(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    // The text for Mutt, without the setting for ID, which NeoMutt before 20230407 does not have.
    guard let file = try bench.write(.mutt) else { return }
    let names = ["from", "imap_user", "imap_pass", "smtp_pass"]
    let result = try bench.run("neomutt", ["-n", "-F", file] + names.flatMap { ["-Q", $0] } + ["-Q", "folder", "-Q", "smtp_url"])
    // 20250510 ends this call with 1 for every file.
    #expect(try result.end == bench.run("neomutt", ["-n", "-F", "/dev/null", "-Q", "folder"]).end)
    #expect(result.errors == [], "\(result.complaint)")
    let account = sample.account
    for (name, value) in zip(names, [account.address.description, account.settings.imapUsername, Bench.secret, Bench.secret]) {
      #expect(result.text.contains("set \(name) = \(Self.quoted(value))\n"), "\(name)")
    }
    bench.expectCommandRan()
  }

  @Test("mbsync", .enabled(if: Equipment.isThere("mbsync"), Equipment.why("mbsync")), arguments: all)
  func mbsync(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(.mbsync, for: try Equipment.version(of: .mbsync)))
    // An error in the file is reported with file and line. The only message should be that there is no such channel.
    let result = try bench.run("mbsync", ["-c", file, "__none__"])
    #expect(!result.complaint.contains(file), "\(result.complaint)")
    #expect(result.complaint.contains("__none__"))
  }

  @Test("fetchmail", .enabled(if: Equipment.isThere("fetchmail"), Equipment.why("fetchmail")), arguments: all)
  func fetchmail(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(.fetchmail))
    let result = try bench.run("sh", [file, "--configdump"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains("\"password\":\(Self.visible(Bench.secret))"))
    #expect(result.text.contains("\"remote\":\(Self.visible(sample.account.settings.imapUsername))"))
    #expect(result.text.contains("'sslcertck':TRUE"))
    #expect(result.text.contains(sample.account.settings.imap.security == .tls ? "'ssl':TRUE" : "\"sslproto\":\"TLS1.2+\""))
    bench.expectCommandRan()
  }

  @Test("getmail", .enabled(if: Equipment.isThere("getmail"), Equipment.why("getmail")), arguments: all)
  func getmail(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(.getmail))
    for part in ["", "/cur", "/new", "/tmp"] {
      _ = try bench.run("mkdir", ["-p", "\(bench.folder.path)/Mail/\(sample.account.label)\(part)"])
    }
    let result = try bench.run("getmail", ["--getmaildir=\(bench.folder.path)", "-r", file, "--dump"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains(" username=\"\(sample.account.settings.imapUsername)\""))
    #expect(result.text.contains("ca_certs=\"/etc/ssl/certs/ca-certificates.crt\""))
  }

  @Test("s-nail", .enabled(if: Equipment.isThere("s-nail"), Equipment.why("s-nail")), arguments: all)
  func sNail(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    guard let file = try bench.write(.sNail) else { return }
    let shown = try bench.run(
      "s-nail", ["-X", "varshow from tls-verify netrc-pipe", "-X", "xit", "-f", "/dev/null"], environment: ["MAILRC": file])
    #expect(shown.errors == [], "\(shown.complaint)")
    // It prints the values in the syntax of bash.
    let values = shown.text.replacing("wysh set ", with: "").replacing("set ", with: "").replacing("netrc-pipe=", with: "pipe=")
      .replacing("tls-verify=", with: "verify=")
    let result = try bench.run("bash", ["-c", values + "\nprintf '%s\\n' \"$from\" \"$verify\"; sh -c \"$pipe\""])
    #expect(result.errors == [], "\(result.complaint)")
    let (account, name) = (sample.account, sample.account.settings.smtpUsername)
    #expect(
      result.text == """
        \(account.address)
        strict
        machine \(account.settings.smtp.host) login \(Self.quoted(name)) password \(Self.quoted(Bench.secret))

        """)
    bench.expectCommandRan()
  }

  @Test("git", .enabled(if: Equipment.isThere("git"), Equipment.why("git")), arguments: all)
  func git(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(.git))
    let settings = sample.account.settings
    for (name, value) in [
      ("smtpServer", settings.smtp.host.text), ("smtpServerPort", "\(settings.smtp.port)"), ("smtpUser", settings.smtpUsername),
      ("from", sample.account.address.description), ("smtpEncryption", settings.smtp.security == .tls ? "ssl" : "tls"),
    ] {
      #expect(try bench.run("git", ["config", "-f", file, "--get", "sendemail.\(name)"]).text == value + "\n")
    }
    let question = "protocol=smtp\nhost=\(settings.smtp)\nusername=\(settings.smtpUsername)\n\n"
    let places = ["GIT_CONFIG_GLOBAL": file, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"]
    let answer = try bench.run("git", ["credential", "fill"], environment: places) { $0.input = .text(question) }
    #expect(answer.errors == [], "\(answer.complaint)")
    #expect(answer.text.contains("username=\(settings.smtpUsername)\npassword=\(Bench.secret)\n"))
    bench.expectCommandRan()
  }

  @Test("swaks", .enabled(if: Equipment.isThere("swaks"), Equipment.why("swaks")), arguments: all)
  func swaks(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    guard let file = try bench.write(.swaks) else { return }
    let result = try bench.run("sh", [file, "--dump", "AUTH,TLS,SERVER"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    let settings = sample.account.settings
    // It prints passwords with every call.
    for fact in [
      "username       = '\(settings.smtpUsername)'\n", "password       = '\(Bench.secret.replacing("'", with: "'\\''"))'\n",
      "allowed types  = PLAIN\n",
      // Since 20240103 it names what it prints.
      try Equipment.isOlder(.swaks, than: "20240103") ? "verify server cert  = TRUE\n" : "verify server cert  = CA, HOST\n",
      settings.smtp.security == .tls ? "starttls on connect (required)" : "starttls (required)",
    ] { #expect(result.text.contains(fact), "\(fact)") }
    bench.expectCommandRan()
  }

  /// Returns the text with a backslash before double quotes and backslashes.
  private static func quoted(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { output.unicodeScalars.append("\\") }
      output.unicodeScalars.append(scalar)
    }
    return "\"\(output)\""
  }

  /// Returns the text as fetchmail prints it, up to the first character that is not ASCII: fetchmail prints its octets in a way
  /// of its own.
  private static func visible(_ text: String) -> Substring {
    let whole = quoted(text)
    guard let end = whole.utf8.firstIndex(where: { $0 >= 0x80 }) else { return whole[...] }
    return whole[..<end]
  }
}
