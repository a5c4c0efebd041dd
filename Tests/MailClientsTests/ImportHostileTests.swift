// Files that were written to cause harm: huge, deep, binary, endless. And passwords, which are never read.

import MailClients
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("import of hostile files", .waiting)
struct ImportHostileTests {
  private static let megabyte = ImportFormat.limit

  /// The size of file that unoptimised code reads in time in a test of all formats. Quadratic growth shows at this size.
  private static func filled(_ pattern: String) -> [UInt8] {
    let octets = Array(pattern.utf8)
    return Array((0..<(65_536 / octets.count)).map { _ in octets }.joined())
  }

  /// Texts that cost a careless reader endless time or memory if they are repeated many times.
  private static let floods = [
    "a", "\n", "[", "(", "{", "\"", "'", "`", "\\", "<a>", "<a ", "&amp;", "#", "=", "$a", "set a=$a$a\n", "set a=b ", "[a]\n",
    "[a]\nb=c\n",
    "[[a]]\n", "a = [\n", "a = {b=", "a.b.", "account a : a\nhost h\n", "account a {\nset from=x\n}\n", "poll a user b pass c ",
    "IMAPAccount a\nHost h\n",
    "user_pref(\"a\", \"", "[\"a\",", " continued\n", "[sendemail \"a\"]\nsmtpserver=h\n", "<!--", "{\"a\":", "x=\"\"\"", "\u{0301}",
    "[retriever]\ntype=SimpleIMAPSSLRetriever\nserver=h\nusername=u\n", "[Repository x]\ntype=IMAP\nremotepasseval=[[[\n",
  ]

  @Test("much of anything ends soon and with little", arguments: ImportFormat.allCases)
  func floods(_ format: ImportFormat) {
    for pattern in Self.floods {
      let started = Deadline.now
      let found = format.read(Self.filled(pattern))
      #expect(found.accounts.count <= 100, "\(pattern)")
      // Many times the duration on a busy machine.
      #expect(Deadline.now.milliseconds(since: started) < 10_000, "\(pattern)")
    }
  }

  @Test("nothing comes of too much, of what is binary, of nothing", arguments: ImportFormat.allCases)
  func nothing(_ format: ImportFormat) {
    let good = Array("MAIL_ADDRESS=me@example.org\nSMTP_HOST=h.example\n".utf8)
    #expect(ImportFormat.env.read(good).accounts.count == 1)
    #expect(ImportFormat.env.read(good + [0]).accounts == [])
    #expect(ImportFormat.env.read(good + [UInt8](repeating: 0x0a, count: Self.megabyte)).accounts == [])
    #expect(format.read([]).accounts == [])
    #expect(format.read((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 >> 3) }).accounts == [])
    #expect(format.read([0xff, 0xfe] + Array("s\0e\0t\0".utf8)).accounts == [])
  }

  @Test("what cannot be shown or sent is left out: control characters, other scripts' tricks, hosts that are none")
  func harmless() {
    func read(_ name: String, _ value: String) -> ImportedAccount? {
      ImportFormat.json.read(
        Array(
          #"{"schema":1,"address":"me@example.org","imap":{"host":"h.example","port":993,"security":"tls","username":"\#(name)"},"smtp":{"host":"\#(value)","port":465,"security":"tls","username":"x"},"secretCommand":["\#(name)"]}"#
            .utf8)
      ).accounts.first
    }
    for bad in [#"\u001b[31m"#, #"a\nb"#, #"a\u202eb"#, #"\u0000"#, String(repeating: "a", count: 255)] {
      #expect(read(bad, "h.example")?.imap?.username == nil, "\(bad)")
    }
    #expect(read(#"a\u001b]0;x"#, "h.example")?.secretCommand == nil)
    for host in ["-x", "a b", "/usr/sbin/sendmail", "h.example:465", "http://h.example", "bü cher.example", "b☃.example", "", "0x7f.1"] {
      #expect(read("me", host)?.smtp == nil, "\(host)")
    }
    for port in ["0", "65536", "-1", "993.5", "4294967296"] {
      let text = "[accounts.a]\nbackend.type = \"imap\"\nbackend.host = \"h.example\"\nbackend.port = \(port)\n"
      #expect(ImportFormat.himalaya.read(Array(text.utf8)).accounts == [], "\(port)")
    }
  }

  @Test("no command of a file is run") func nothingRuns() throws {
    let folder = try ProcessFolder()
    let trap = "touch \(folder.path)/trap"
    let texts = [
      "set imap_pass=`\(trap)`\nset folder=imaps://h.example\nsource '\(trap)|'\n", "set from=`\(trap)` mta=smtps://h.example\n!\(trap)\n",
      "account a\nhost h.example\npasswordeval \(trap)\neval \(trap)\n", "SMTP_HOST=$(\(trap)) SMTP_USER=`\(trap)`\n",
    ]
    for text in texts { for format in ImportFormat.allCases { _ = format.read(Array(text.utf8)) } }
    #expect(folder.names == [])
  }
}
