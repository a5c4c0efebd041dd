// Answers that are none, and the end of a dialog.

import Foundation
import Sentences
import TestSupport
import Testing
import Vocabulary

@testable import Prompts

@Suite("a dialog with a program that answers badly", .waiting) struct DialogAnswerTests {
  private func run(
    _ arguments: [String] = ["--provider", "demo"], answers: [QuestionID: [DialogReply]]
  ) throws -> DialogLog {
    try DialogSession(arguments: arguments, answers: answers).run()
  }

  @Test(
    "a line that is no answer is named, and the same question follows",
    arguments: [
      Row("no JSON", DialogReply.raw("hello"), "not-json"), Row("an empty line", .raw(""), "not-json"),
      Row("half an object", .raw("{\"number\":#,\"answer\":\"x\""), "not-json"),
      Row("two objects", .raw("{\"number\":#,\"answer\":\"x\"}{\"number\":#,\"answer\":\"x\"}"), "not-json"),
      Row("bad UTF-8 escape", .raw("{\"number\":#,\"answer\":\"\\ud800\"}"), "not-json"),
      Row("a key twice", .raw("{\"number\":#,\"answer\":\"x\",\"answer\":\"y\"}"), "not-json"),
      Row("a NUL", .raw("{\"number\":#,\"answer\":\"x\0\"}"), "not-json"),
      Row("many levels", .raw(String(repeating: "[", count: 30_000)), "not-json"), Row("a list", .raw("[1]"), "not-an-answer"),
      Row("a text", .raw("\"me@demo.invalid\""), "not-an-answer"), Row("no key", .raw("{}"), "not-an-answer"),
      Row("no answer", .raw("{\"number\":#}"), "not-an-answer"),
      Row("another key", .raw("{\"number\":#,\"answer\":\"x\",\"force\":true}"), "not-an-answer"),
      Row("both keys", .raw("{\"number\":#,\"answer\":\"x\",\"action\":\"back\"}"), "not-an-answer"),
      Row("no such action", .raw("{\"number\":#,\"action\":\"fly\"}"), "not-an-answer"),
      Row("no number", .raw("{\"answer\":\"hunter22\"}"), "not-an-answer"),
      Row("a number as text", .raw("{\"number\":\"#\",\"answer\":\"hunter22\"}"), "not-an-answer"),
      Row("another question", .raw("{\"number\":#1,\"answer\":\"hunter22\"}"), "other-question"),
      Row("no question", .raw("{\"number\":-#,\"answer\":\"hunter22\"}"), "other-question"),
      Row("a question far away", .raw("{\"number\":1e400,\"action\":\"back\"}"), "other-question"),
      Row("an action of another question", .action(.byHand), "not-allowed"),
      Row("a numeral", .raw("{\"number\":#,\"answer\":1}"), "wrong-type"),
      Row("null", .raw("{\"number\":#,\"answer\":null}"), "wrong-type"), Row("a flag", .flag(true), "wrong-type"),
      Row("a control character", .raw("{\"number\":#,\"answer\":\"a\\u0007b\"}"), "control-character"),
      Row("a long text", .text(String(repeating: "x", count: 5_000)), "too-long"),
      Row("a long line", .text(String(repeating: "x", count: 200_000)), "too-long"), Row("no address", .text("nobody"), "invalid"),
      Row("nothing", .text(""), "invalid"),
    ])
  func bad(_ row: Row<DialogReply, String>) throws {
    let log = try run(answers: [.address: [row.given, .text("off@demo.invalid")]])
    #expect(log.all(.error).map { $0["error"].text } == [row.wanted], "\(row): \(log.objects)")
    #expect(log.asked.filter { $0 == "address" }.count == 2 && log.asked.contains("secret"), "\(row): \(log.asked)")
    // Whatever was sent is not repeated.
    #expect(!"\(log.objects)".contains("hunter22"))
    #expect((log.all(.error)[0]["left"].number == nil) == (row.wanted == "invalid"))
  }

  @Test("a choice is named by its id and nothing else", arguments: [DialogReply.text("1"), .text("Quit"), .text(""), .text("QUIT")])
  func choice(_ reply: DialogReply) throws {
    let log = try run(["--provider", "outlook", "--email", "me@outlook.com"], answers: [.signIn: [reply, .text("quit")]])
    #expect(log.all(.error).map { $0["error"].text } == ["no-such-choice"] && log.asked == ["sign-in", "sign-in"])
  }

  @Test("yes and no are true and false", arguments: [DialogReply.text("y"), .text("true"), .raw("{\"number\":#,\"answer\":1}")])
  func flag(_ reply: DialogReply) throws {
    let log = try run(
      ["--provider", "demo", "--email", "demo@demo.invalid"], answers: [.secret: [.text("short")], .sendAnyway: [reply, .flag(false)]])
    #expect(log.all(.error).map { $0["error"].text } == ["wrong-type"] && log.asked == ["secret", "send-anyway", "send-anyway", "secret"])
  }

  @Test("after five such answers in a row it ends with 65, and says so") func patience() throws {
    let bad = [DialogReply](repeating: .raw("?"), count: 9)
    let log = try run(answers: [.address: bad])
    #expect(log.end == .exited(65) && log.objects.last?["reason"].text == "unusable-answers")
    #expect(log.all(.error).map { $0["left"].number } == [4, 3, 2, 1, 0] && log.asked.count == 5)
    // Answers that the question refuses are the user's mistakes. They do not count, and a good answer starts the count again.
    let four = Array(bad.prefix(4))
    let replies: [DialogReply] = four + [.text("nobody")] + four + [.text("off@demo.invalid")]
    let mixed = try run(answers: [.address: replies])
    #expect(mixed.asked.contains("secret") && mixed.end == .exited(66))
  }

  @Test("an answer that was sent twice answers one question, and nothing is tried again by it") func twice() throws {
    let double = { (answer: String) in DialogReply.raw("{\"number\":#,\"answer\":\(answer)}\n{\"number\":#,\"answer\":\(answer)}") }
    let log = try run(
      ["--provider", "demo", "--email", "off@demo.invalid"],
      answers: [.secret: [double("\"\(DemoAccount.appPassword)\"")], .afterFailure: [double("\"same\"")]])
    // Each repeated question is answered too, by a driver that leaves when it has no more answers.
    #expect(log.all(.error).allSatisfy { $0["error"].text == "other-question" } && log.all(.error).count == 3, "\(log.objects)")
    #expect(log.all(.progress).filter { $0["stage"].text == "connect" && $0["protocol"].text == "imap" && !$0["result"].isNull }.count == 2)
  }

  @Test("answers that are unusable after the verification end it too, and the account counts as verified before") func ending() throws {
    let bad = [DialogReply](repeating: .raw("?"), count: 20)
    let log = try run(
      ["--provider", "demo", "--email", "demo@demo.invalid"],
      answers: [.secret: [.text(DemoAccount.appPassword)], .afterSuccess: bad])
    #expect(log.end == .exited(65) && log.objects.last?["reason"].text == "unusable-answers", "\(log.objects)")
    #expect(log.asked.filter { $0 == "after-success" }.count == 5 && log.said.contains("several times"))
  }

  @Test("what the question for a secret is called has nothing of a terminal", arguments: Language.allCases)
  func secretName(_ language: Language) throws {
    let log = try run(["--provider", "demo", "--email", "demo@demo.invalid"] + language.option, answers: [:])
    #expect(log.all(.secret).map { $0["text"].text } == [Text("App password", "应用密码")[language]])
    let paste = try run(
      ["--provider", "demo-oauth", "--email", "demo@demo-oauth.invalid"] + language.option, answers: [.signIn: [.text("paste")]])
    #expect(paste.all(.secret).map { $0["text"].text } == [SignInSentence.pasteHere(showsCode: false)[language]])
  }

  @Test("a check is stopped by SIGINT, and the conversation goes on") func stop() throws {
    let input = (1...2).map { "{\"number\":\($0),\"answer\":\"next\"}\n" }.joined()
    let run = try ProcessBuilt.call(["--provider", "demo", "--email", "silent@demo.invalid", "--json-dialog"]).with { $0.input = .silence }
      .start()
    try run.send(Array(input.utf8))
    try run.wait("secret") { String(decoding: run.output, as: UTF8.self).contains("\"id\":\"secret\"") }
    try run.send(Array("{\"number\":3,\"answer\":\"\(DemoAccount.appPassword)\"}\n".utf8))
    try run.wait("check") { String(decoding: run.output, as: UTF8.self).contains("\"stage\":\"tls\"") }
    run.signal(SIGINT)
    try run.wait("menu") { String(decoding: run.output, as: UTF8.self).contains("\"id\":\"after-failure\"") }
    try run.send(Array("{\"number\":4,\"action\":\"quit\"}\n".utf8))
    let result = try run.finish()
    #expect(result.end == .exited(66) && result.text.contains("\"reason\":\"done\""), "\(result.text)")
  }

  @Test("a line without an end is not read for ever") func endless() throws {
    let input = "{\"number\":1,\"answer\":\"" + String(repeating: "x", count: 2_000_000)
    let result = try Tool.run(["--provider", "demo", "--json-dialog"]) { $0.input = .text(input) }
    #expect(result.end == .exited(66) && result.text.contains("\"reason\":\"input-ended\"") && !result.text.contains("xxx"))
  }

  @Test("when nobody reads the questions it ends, although answers could still come") func unread() throws {
    let setup = try ProcessBuilt.setup.get()
    var call = try ProcessBuilt.call(["-c", "\"$0\" --provider demo --json-dialog >&-; echo $?", setup])
    (call.program, call.input) = ("/bin/sh", .silence)
    let result = try call.run()
    #expect(result.text.trimmed == "74", "\(result.text)\(result.complaint)")
  }

  @Test("help is an object, and the question follows again") func help() throws {
    let log = try run(answers: [.address: [.action(.help), .text("off@demo.invalid")]])
    #expect(log.all(.help).count == 1 && log.all(.help)[0]["id"].text == "address" && log.asked.first == "address")
    #expect(log.all(.help)[0]["text"] == log.all(.text)[0]["help"] && !log.all(.text)[0]["help"].isNull)
  }

  @Test("leaving and the end of the input end with 66 and their reasons, also in the middle of a line")
  func ends() throws {
    let left = try run(answers: [.address: [.action(.quit)]])
    #expect(left.end == .exited(66) && left.objects.last?["reason"].text == "done" && left.said.contains("Nothing was saved"))
    let address = "{\"number\":1,\"answer\":\"off@demo.invalid\"}\n"
    let next = (2...3).map { "{\"number\":\($0),\"answer\":\"next\"}\n" }
    for input in ["", address, address + next.joined() + "{\"number\":4,\"answer\":\"abcd-efgh-ijkl-mnop\"}"] {
      let result = try Tool.run(["--provider", "demo", "--json-dialog"]) { $0.input = .text(input) }
      let end = try ProcessJSON(Array(result.output.split(separator: UInt8(ascii: "\n")).last ?? []))
      #expect(result.end == .exited(66) && end["reason"].text == "input-ended" && end["kind"].text == "end", "\(result.text)")
      // A line without its end is not an answer.
      #expect(!result.text.contains("\"kind\":\"progress\""))
    }
  }

  @Test("a question waits no longer than --timeout says, also after a verified account") func late() throws {
    let first = try Tool.run(["--provider", "demo", "--timeout", "2", "--json-dialog"]) { $0.input = .silence }
    #expect(first.end == .exited(124) && first.text.contains("\"reason\":\"timed-out\""), "\(first.text)")
    let log = try run(
      ["--provider", "demo", "--email", "demo@demo.invalid", "--timeout", "10"],
      answers: [.secret: [.text(DemoAccount.appPassword)], .afterSuccess: [.silence]])
    #expect(log.end == .exited(124) && log.objects.last?["reason"].text == "timed-out" && log.asked.last == "after-success")
  }

  @Test("a signal ends the process, and the last object says so") func signal() throws {
    let run = try ProcessBuilt.call(["--provider", "demo", "--json-dialog"]).with { $0.input = .silence }.start()
    try run.wait("question") { String(decoding: run.output, as: UTF8.self).contains("\"id\":\"address\"") }
    run.signal(SIGTERM)
    let result = try run.finish()
    #expect(result.end == .signalled(SIGTERM) && result.text.contains("\"reason\":\"interrupted\""))
  }

  @Test(
    "a call that is wrong is an object too",
    arguments: [
      Row("an option", ["--nonsense"], Int32(64)), Row("a provider", ["--provider", "yandx"], 64), Row("an address", ["--email", "x"], 65),
      Row("two formats", ["--json"], 64), Row("the input twice", ["--secret-from", "stdin"], 64),
      Row("the input twice, as a descriptor", ["--secret-from", "fd:0"], 64), Row("a token", ["--token-from", "stdin"], 64),
      Row("a secret", ["--password", "hunter22"], 64),
    ])
  func calls(_ row: Row<[String], Int32>) throws {
    let result = try Tool.run(row.given + ["--json-dialog"])
    let objects = try result.output.split(separator: UInt8(ascii: "\n")).map { try ProcessJSON(Array($0)) }
    #expect(result.end == .exited(row.wanted) && objects.last?["status"].number == Double(row.wanted), "\(row): \(result.text)")
    #expect(objects.contains { $0["kind"].text == "result" && $0["result"]["outcome"].text == "incomplete" })
    #expect(!result.text.contains("hunter22") && result.complaint.isEmpty)
  }

  @Test("no program that this one starts can read the answers") func children() throws {
    let folder = try ProcessFolder()
    let helper = try folder.script("cat > \(folder.path)/stolen; printf \(DemoAccount.appPassword)", named: "helper")
    let arguments = ["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "command:\(helper)"]
    let log = try run(arguments, answers: [:])
    #expect(log.end == .exited(0), "\(log.objects)")
    #expect(ProcessFolder.read("\(folder.path)/stolen") == [])
  }

  @Test("the language is that of the call, and the ids are the same", arguments: Language.allCases) func language(_ language: Language)
    throws
  {
    let log = try run(["--provider", "demo"] + language.option, answers: [.address: [.text("off@demo.invalid")]])
    #expect(log.asked == ["address", "secret"] && log.objects[0]["language"].text == language.rawValue)
    #expect(log.all(.text)[0]["text"].text == PromptSentence.address[language])
  }

  @Test("the terminal is not used, even if there is one") func terminal() throws {
    let session = try Tool.terminal(["--provider", "demo", "--json-dialog"], wiring: .terminal)
    try session.wait(for: "\"id\":\"address\"")
    try session.enter("{\"number\":1,\"action\":\"quit\"}")
    try session.wait(for: "\"kind\":\"end\"")
    #expect(try session.finish().end == .exited(66))
    #expect(!session.capture.contains(0x1b))
  }
}
