// Addresses and servers in letters outside ASCII, and slips in addresses, on the command line and at a terminal.

import TestSupport
import Testing
import Vocabulary

@Suite("letters of the user's own", .waiting) struct OwnLettersTests {
  @Test(
    "letters before the @ at a domain of the list are a name, and that is said", arguments: ["张三me@qq.com", "用户@163.com", "jürgen@web.de"],
    Language.allCases)
  func names(_ typed: String, _ language: Language) throws {
    for call in [["guide", typed], ["--email", typed, "--secret-from", "stdin"], ["probe", typed]] {
      let result = try Tool.run(call + language.option) { $0.input = .text("secret\n") }
      #expect(result.end == .exited(65), "\(result.complaint)")
      #expect(result.complaint.contains(language == .english ? "If that is a name, leave it out." : "如果那是姓名，请去掉。"), "\(result.complaint)")
    }
  }

  @Test("elsewhere they are an address, which is read the same with its marks apart") func address() throws {
    let servers = ["--imap", "127.0.0.1:1", "--smtp", "127.0.0.1:1", "--secret-from", "stdin", "--json"]
    for typed in ["почта@own.invalid", "jürgen@own.invalid", "ju\u{308}rgen@own.invalid"] {
      let result = try Tool.run(["--email", typed] + servers) { $0.input = .text("secret\n") }
      #expect(result.end == .exited(69), "\(result.complaint)")
      #expect(try result.json["address"].text?.unicodeScalars.elementsEqual(typed.composed.unicodeScalars) == true)
      #expect(result.complaint.contains("letters and accents joined") == typed.unicodeScalars.contains("\u{308}"))
    }
  }

  @Test(
    "a server in letters of its own is named in ASCII, and nothing is sent",
    arguments: [
      ("imap.münchen.invalid", "--imap imap.xn--mnchen-3ya.invalid:993"),
      ("почта.пример.рф:143", "--imap xn--80a1acny.xn--e1afmkfd.xn--p1ai:143"),
      ("邮件。例子。公司", "--imap xn--5nq051n.xn--fsqu00a.xn--55qx5d:993"),
    ], Language.allCases)
  func server(_ given: (String, String), _ language: Language) throws {
    let call = ["--email", "me@own.invalid", "--imap", given.0, "--smtp", "127.0.0.1:1", "--secret-from", "stdin"] + language.option
    let result = try Tool.run(call) { $0.input = .text("secret\n") }
    #expect(result.end == .exited(65))
    #expect(result.complaint.contains(given.1), "\(result.complaint)")
  }

  @Test("where no secret is sent, the ASCII form is used and said") func exported() throws {
    let result = try Tool.run([
      "export", "curl", "--email", "me@own.invalid", "--imap", "imap.münchen.invalid", "--smtp", "smtp.münchen.invalid",
    ])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains("imap.xn--mnchen-3ya.invalid"))
    #expect(result.complaint.contains("imap.münchen.invalid (imap.xn--mnchen-3ya.invalid)"))
  }

  @Test("at a terminal the ASCII form is asked about; a no asks for the servers", arguments: [("y", true), ("n", false)])
  func asked(_ answer: String, _ agrees: Bool) throws {
    let session = try Tool.terminal(["--email", "me@own.invalid", "--imap", "imap.münchen.invalid", "--smtp", "smtp.example.invalid"])
    try session.answer("Is imap.münchen.invalid (imap.xn--mnchen-3ya.invalid) your server? [y/N]", answer)
    if agrees { try session.wait(for: "(hidden") }
    try session.type("\u{3}")
    _ = try session.finish()
  }

  @Test(
    "a slip is answered by what was probably meant",
    arguments: [
      ("me@qq,com", "me@qq.com"), ("me@gmailcom", "me@gmail.com"), ("me@qq..com", "me@qq.com"), ("me@@163.com", "me@163.com"),
      ("me@gmail", "me@gmail.com"),
    ])
  func slip(_ typed: String, _ meant: String) throws {
    for call in [["--email", typed, "--secret-from", "stdin"], ["guide", "--email", typed]] {
      let result = try Tool.run(call) { $0.input = .text("secret\n") }
      #expect(result.end == .exited(65), "\(result.complaint)")
      #expect(result.complaint.contains("Did you mean \(meant)?"), "\(result.complaint)")
    }
  }

  @Test("at a terminal it is a choice, and Enter goes on with it") func chosen() throws {
    for typed in ["me@qq,com", "me@qqcom", "me#qq.com"] {
      let session = try Tool.terminal([])
      try session.answer("Email address or provider", typed)
      try session.wait(for: "1 me@qq.com")
      try session.answer("Number", "1")
      try session.wait(for: "Provider: QQ Mail")
      try session.wait(for: "(hidden")
      try session.type("\u{3}")
      _ = try session.finish()
    }
    // Typed again, it is another address.
    let session = try Tool.terminal(["--provider", "qq"])
    try session.answer("Your email address", "me@qq,com")
    try session.answer("Number", "2")
    try session.answer("Your email address", "you@qq.com")
    try session.wait(for: "(hidden")
    try session.type("\u{3}")
    _ = try session.finish()
  }
}
