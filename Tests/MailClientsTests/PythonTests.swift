// The formats that Python's library reads: TOML, JSON, XML, property lists, and the INI of offlineimap and getmail, which are
// written in Python.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("read by Python", .enabled(if: Equipment.isThere("python3"), Equipment.why("python3")), .waiting)
struct PythonTests {
  private static let all = Sample.ordinary + Sample.hostile

  /// Runs the program on the file. It prints one value per line.
  private static func read(_ client: MailClient, _ sample: Sample, _ program: String) throws -> (lines: [String], bench: Bench) {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(client))
    let result = try bench.run("python3", ["-c", program, file])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.errors == [], "\(result.complaint)")
    return (result.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init), bench)
  }

  /// Returns the usernames and servers, which all formats contain. Ports are texts.
  private static func wanted(_ sample: Sample) -> [String] {
    let settings = sample.account.settings
    return [
      settings.imapUsername, settings.imap.host.text, "\(settings.imap.port)", settings.smtpUsername, settings.smtp.host.text,
      "\(settings.smtp.port)",
    ]
  }

  @Test("himalaya 2's TOML, with the command as it is run: without a shell", arguments: all)
  func himalaya(_ sample: Sample) throws {
    let (lines, bench) = try Self.read(
      .himalaya, sample,
      """
      import sys, tomllib, subprocess, urllib.parse
      (account,) = tomllib.load(open(sys.argv[1], "rb"))["accounts"].values()
      for side in account["imap"], account["smtp"]:
          url = urllib.parse.urlsplit(side["server"])
          assert url.scheme[-1] == "s" or side["starttls"] is True
          print(side["sasl"]["plain"]["username"], url.hostname, url.port, sep="\\n")
      print(account["email"], end="\\n", flush=True)
      subprocess.run(account["imap"]["sasl"]["plain"]["password"]["command"])
      """)
    #expect(lines == Self.wanted(sample) + [sample.account.address.description, Bench.secret])
    bench.expectCommandRan()
  }

  @Test("himalaya 1's TOML, with the command as it is run: by a shell", arguments: all)
  func himalayaOne(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let text = try MailClient.himalaya.configuration(sample.account, WriterOptions(version: "1.2.0"))
    let file = try bench.folder.write(text.utf8, to: "configuration")
    let result = try bench.run(
      "python3",
      [
        "-c",
        """
        import sys, tomllib, subprocess
        (account,) = tomllib.load(open(sys.argv[1], "rb"))["accounts"].values()
        for side in account["backend"], account["message"]["send"]["backend"]:
            print(side["login"], side["host"], side["port"], side["encryption"]["type"], sep="\\n")
        print(account["email"], end="\\n", flush=True)
        subprocess.run(account["backend"]["auth"]["cmd"], shell=True)
        """, file,
      ])
    #expect(result.errors == [], "\(result.complaint)")
    let settings = sample.account.settings
    func side(_ name: String, _ endpoint: Endpoint) -> [String] {
      [name, endpoint.host.text, "\(endpoint.port)", endpoint.security == .tls ? "tls" : "start-tls"]
    }
    let wanted =
      side(settings.imapUsername, settings.imap) + side(settings.smtpUsername, settings.smtp)
      + [sample.account.address.description, Bench.secret]
    #expect(result.text == wanted.map { $0 + "\n" }.joined())
    #expect(text.contains("backend.extensions.id.send_after_auth = true") == (sample.description == "163"))
    bench.expectCommandRan()
  }

  @Test("JSON", arguments: all)
  func json(_ sample: Sample) throws {
    let (lines, _) = try Self.read(
      .json, sample,
      """
      import sys, json
      account = json.load(open(sys.argv[1]))
      for side in account["imap"], account["smtp"]: print(side["username"], side["host"], side["port"], sep="\\n")
      print(account["address"], *account["secretCommand"], sep="\\n")
      """)
    #expect(lines == Self.wanted(sample) + [sample.account.address.description] + sample.account.secretCommand.words)
  }

  @Test("Apple's property list", arguments: all)
  func apple(_ sample: Sample) throws {
    let (lines, _) = try Self.read(
      .apple, sample,
      """
      import sys, plistlib, uuid
      profile = plistlib.load(open(sys.argv[1], "rb"))
      (mail,) = profile["PayloadContent"]
      for side in "Incoming", "Outgoing":
          print(*[mail[side + "MailServer" + key] for key in ("Username", "HostName", "PortNumber")], sep="\\n")
          assert mail[side + "MailServerUseSSL"] is True and mail[side + "MailServerAuthentication"] == "EmailAuthPassword"
      print(mail["EmailAddress"])
      for payload in profile, mail:
          assert uuid.UUID(payload["PayloadUUID"]).variant == uuid.RFC_4122 and uuid.UUID(payload["PayloadUUID"]) == uuid.uuid5(uuid.NAMESPACE_URL, payload["PayloadIdentifier"])
      assert profile["PayloadUUID"] != mail["PayloadUUID"] and not {"IncomingPassword", "OutgoingPassword"} & set(mail)
      """)
    #expect(lines == Self.wanted(sample) + [sample.account.address.description])
  }

  @Test("Thunderbird's XML", arguments: all)
  func autoconfig(_ sample: Sample) throws {
    let (lines, _) = try Self.read(
      .autoconfig, sample,
      """
      import sys, xml.etree.ElementTree as tree
      provider = tree.parse(sys.argv[1]).getroot().find("emailProvider")
      for side in "incomingServer", "outgoingServer":
          print(*[provider.find(side).findtext(key) for key in ("username", "hostname", "port")], sep="\\n")
      assert [element.tag for element in provider][:5] == ["domain", "displayName", "displayShortName", "incomingServer", "outgoingServer"]
      """)
    let account = sample.account
    let placeholders = [account.address.description: "%EMAILADDRESS%", account.address.localPart: "%EMAILLOCALPART%"]
    #expect(lines == Self.wanted(sample).map { placeholders[$0] ?? $0 })
  }

  @Test("offlineimap's INI, with the command evaluated", arguments: all)
  func offlineimap(_ sample: Sample) throws {
    let (lines, bench) = try Self.read(
      .offlineimap, sample,
      """
      import sys, configparser
      file = configparser.ConfigParser()
      file.read(sys.argv[1], encoding="utf-8")
      name = file["general"]["accounts"]
      remote = file["Repository " + file["Account " + name]["remoterepository"]]
      print(remote["remoteuser"], remote["remotehost"], remote["remoteport"], eval(remote["remotepasseval"], {}), sep="\\n")
      """)
    #expect(lines == Self.wanted(sample).prefix(3) + [Bench.secret])
    bench.expectCommandRan()
  }

  @Test("getmail's INI, with the command as getmail calls it", arguments: all)
  func getmail(_ sample: Sample) throws {
    let (lines, bench) = try Self.read(
      .getmail, sample,
      """
      import sys, configparser, ast, subprocess
      file = configparser.RawConfigParser()
      file.read(sys.argv[1], encoding="utf-8")
      remote = file["retriever"]
      print(remote["username"], remote["server"], remote["port"], sep="\\n", flush=True)
      subprocess.run(ast.literal_eval(remote["password_command"]))
      """)
    #expect(lines == Self.wanted(sample).prefix(3) + [Bench.secret])
    bench.expectCommandRan()
  }
}
