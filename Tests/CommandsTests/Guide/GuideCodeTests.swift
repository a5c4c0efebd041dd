// Tests of `setup guide --qr` and `--qr-file`: an independent reader finds the address of the page in the code.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("guide: QR code", .waiting) struct GuideCodeTests {
  private static let page = "https://myaccount.google.com/apppasswords"
  private static let full = ["ACCESSIBLE": ""]

  @Test(
    "the page is the one where the secret is made, or the webmail",
    arguments: [
      ("gmail", page), ("google-workspace", page), ("yandex", "https://id.yandex.ru/security/app-passwords"),
      ("163", "https://mail.163.com"),
      ("nifty", nil),
    ])
  func pages(_ id: String, _ page: String?) throws {
    #expect(try #require(Tool.catalog.provider(id: id)).secretPage?.text == page)
  }

  /// The rows of half blocks at the end of a terminal's screen, before the row of the shell's prompt.
  private static func rows(_ session: PtySession, columns: Int, rows: Int) -> [String] {
    var terminal = VirtualTerminal(columns: columns, rows: rows)
    terminal.feed(session.capture)
    let code = terminal.screen.filter { $0.contains("█") }
    #expect(Array(terminal.screen.suffix(code.count + 1)) == code + [""])
    return code
  }

  @Test(
    "the whole code is on the screen below the guide, in its own colors or without",
    .enabled(if: BarcodeReader.isThere, BarcodeReader.why), arguments: [[:], ["NO_COLOR": "1"]], [(80, 24), (37, 20)])
  func shown(_ environment: [String: String], _ window: (columns: Int, rows: Int)) throws {
    let session = try PtySession(
      ProcessBuilt.call(["guide", "gmail", "--qr"], environment: Self.full.merging(environment) { $1 }), columns: window.columns,
      rows: window.rows)
    #expect(try session.finish().end == .exited(0))
    let rows = Self.rows(session, columns: window.columns, rows: window.rows)
    let image = try #require(Bitmap(halfBlocks: rows), "\(rows)")
    try BarcodeReader.expect([("gmail", image.pbm, Array(Self.page.utf8))], ending: "pbm")
    #expect(session.text.contains("Scan this with your phone"))
    #expect(session.text.contains("only if the background") == !environment.isEmpty)
    let lines = String(decoding: session.capture, as: UTF8.self).split(separator: "\r\n").filter { $0.contains("█") }
    #expect(lines.count == rows.count && lines.allSatisfy { $0.hasPrefix("\u{1b}[38;5;231;48;5;232m") == environment.isEmpty })
  }

  @Test(
    "where there is no room, the window's size is said, and nothing of the code is drawn", arguments: [(36, 24), (80, 19), (20, 5)],
    Language.allCases)
  func tooSmall(_ window: (columns: Int, rows: Int), _ language: Language) throws {
    let session = try PtySession(
      ProcessBuilt.call(["guide", "gmail", "--qr"] + language.option, environment: Self.full), columns: window.columns, rows: window.rows)
    try session.wait(for: language == .english ? "37 columns and 20 rows" : "37 列、20 行")
    try session.wait(for: "--qr-file")
    #expect(try session.finish().end == .exited(0))
    #expect(!session.text.contains { "█▀▄".contains($0) })
  }

  @Test("line by line, and without a terminal, the reason is said and the guide is the same")
  func without() throws {
    let session = try Tool.terminal(["guide", "gmail", "--qr"], columns: 80)
    try session.wait(for: "not shown line by line")
    #expect(try session.finish().end == .exited(0) && !session.text.contains("█"))
    let (with, plain) = (try Tool.run(["guide", "gmail", "--qr"], environment: Self.full), try Tool.run(["guide", "gmail"]))
    #expect(with.output == plain.output && with.end == .exited(0) && with.complaint.contains("only at a terminal"))
  }

  @Test(
    "--qr-file writes an image that only the user can read", .enabled(if: BarcodeReader.isThere, BarcodeReader.why),
    arguments: ["code.png", "code.PNG", "代码.svg"])
  func file(_ name: String) throws {
    let folder = try ProcessFolder()
    let file = "\(folder.path)/\(name)"
    let (result, plain) = (try Tool.run(["guide", "gmail", "--qr-file", file]), try Tool.run(["guide", "gmail"]))
    #expect(result.end == .exited(0) && result.output == plain.output)
    #expect(result.complaint.contains(Self.page) && result.complaint.contains(file))
    #expect(ProcessFolder.mode(file) == 0o600 && folder.names == [name])
    let octets = try #require(ProcessFolder.read(file))
    guard name.hasSuffix("svg") else { return try BarcodeReader.expect([(name, octets, Array(Self.page.utf8))], ending: "png") }
    #expect(String(decoding: octets, as: UTF8.self).hasPrefix("<svg "))
  }

  @Test("an existing file is replaced only with --yes") func replaced() throws {
    let folder = try ProcessFolder()
    let file = try folder.write("mine".utf8, to: "photo.png")
    let refused = try Tool.run(["guide", "gmail", "--qr-file", file])
    #expect(refused.end == .exited(66) && refused.output == [] && refused.complaint.contains("--yes"), "\(refused.complaint)")
    #expect(ProcessFolder.read(file) == Array("mine".utf8))
    #expect(try Tool.run(["guide", "gmail", "--qr-file", file, "--yes"]).end == .exited(0))
    #expect(ProcessFolder.read(file)?.starts(with: [0x89, 0x50, 0x4e, 0x47]) == true && folder.names == ["photo.png"])
  }

  @Test(
    "calls without sense are refused before anything is printed or written",
    arguments: [
      (["gmail", "--qr-file", "FOLDER/code.jpg"], 64), (["gmail", "--qr-file", "FOLDER/png"], 64),
      (["gmail", "--qr-file", "FOLDER/x/a.png"], 73),
      (["gmail", "--qr", "--json"], 64), (["gmail", "--yes"], 64), (["gmail", "--qr", "--yes"], 64), (["nifty", "--qr"], 78),
      (["nifty", "--qr-file", "FOLDER/a.svg"], 78),
    ])
  func refused(_ call: [String], _ status: Int) throws {
    let folder = try ProcessFolder()
    let result = try Tool.run(["guide"] + call.map { $0.replacing("FOLDER", with: folder.path) })
    #expect(result.end == .exited(Int32(status)), "\(result.complaint)")
    #expect(folder.names == [] && !result.text.contains("Gmail\n"))
  }
}
