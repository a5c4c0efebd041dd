// Tests of the screen: its output on a terminal, on a pipe, on a full disk.

import Foundation
import Posix
import Terminal
import Testing

@Suite("The screen") struct ScreenTests {
  private static let parts: [(text: String, style: Style)] = [
    ("IMAP: ", .bold), ("the server ", .plain), ("imap.example.org:993", .address), (" refused the login, 服务器拒绝登录，请重新生成授权码。", .plain),
    ("Wrong password 密码错误", .bad), (" and so on until the line is long enough.", .plain),
  ]
  private static let spans = parts.map { Span($0.text, $0.style) }
  private static let whole = parts.map(\.text).joined()

  @Test("without color there is no escape sequence, whatever the styles (term-dumb-and-nocolor)", arguments: Style.allCases) func plain(
    _ style: Style
  ) throws {
    let output = try Outlet.piped { screen in
      screen.line("text", style)
      screen.line(Self.spans)
      screen.prompt("prompt: ")
    }
    #expect(output == "text\n\(Self.whole)\nprompt: ")
    #expect(try !Outlet.terminal(columns: 80) { $0.line("text", style) }.contains("\u{1b}"))
  }

  @Test("with color, styles are on for their words and off at the end", arguments: Style.allCases) func coloured(_ style: Style) throws {
    let output = try Outlet.piped(colour: true) { $0.line([Span("before "), Span("words", style), Span(" after")]) }
    let drawn = Drawn(output)
    #expect(drawn.isClean)
    #expect(drawn.text == "before words after\n")
    #expect(drawn.drawn(in: style) == (style == .plain ? drawn.text : "words"))
  }

  @Test("an output that is not a terminal receives unbroken lines", arguments: [10, 10_000]) func piped(_ count: Int) throws {
    let text = String(repeating: "words ", count: count) + "密码。"
    #expect(try Outlet.piped { $0.line(text, indent: 4) } == text + "\n")
    #expect(try Outlet.piped { $0.document("\($0.columns ?? -1)") } == "-1")
  }

  @Test(
    "a terminal's lines are as wide as its window; 0 counts as 80 (term-resize-during-prompt)",
    arguments: [(0, 80), (1, 1), (20, 20), (80, 80), (300, 300)])
  func columns(_ columns: Int, _ expected: Int) throws {
    let output = try Outlet.terminal(columns: columns) { screen in
      #expect(screen.columns == expected)
      screen.line(Self.whole)
    }
    let lines = output.split(separator: "\r\n").map(String.init)
    #expect(lines == Wrap.lines(Self.whole, columns: expected))
  }

  @Test("a line break never splits colors, and they apply to the same text as before", arguments: 20...120) func colouredLines(
    _ columns: Int
  ) throws {
    let coloured = Drawn(try Outlet.terminal(columns: columns, colour: true) { $0.line(Self.spans, indent: 6) })
    let plain = try Outlet.terminal(columns: columns) { $0.line(Self.spans, indent: 6) }
    #expect(coloured.isClean)
    #expect(coloured.text == plain)
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    for style in [Style.bold, .address, .bad] {
      let wanted = Self.parts.filter { $0.style == style }.map(\.text).joined()
      #expect(letters(coloured.drawn(in: style)) == letters(wanted), "\(columns)")
    }
  }

  @Test("a span that begins with a combining mark does not change another span's color") func marks() throws {
    let drawn = Drawn(try Outlet.piped(colour: true) { $0.line([Span("a"), Span("\u{301}b", .bad), Span("c", .good)]) })
    #expect(drawn.text == "a\u{301}bc\n")
    #expect(drawn.drawn(in: .good) == "c")
    #expect(drawn.drawn(in: .bad) == "b")
    // The combining mark belongs to the character before it.
    #expect(drawn.drawn(in: .plain) == "a\u{301}\n")
  }

  @Test(
    "no control character is printed, whatever a sentence contains (term-csi-in-reply, term-osc52-clipboard, term-c1-controls)",
    arguments: [
      ("\u{1b}[2Jx", "[2Jx"), ("\u{1b}]52;c;x\u{7}", "]52;c;x"), ("a\u{9b}31mb", "a31mb"), ("a\rb\u{8}c\td\ne", "abcde"),
      ("a\u{202e}b\u{200b}c", "abc"),
      ("\u{7f}\u{0}x", "x"), ("a\u{2028}b", "ab"), ("密码 ok…", "密码 ok…"), ("🙂", "🙂"),
    ])
  func harmless(_ text: String, _ expected: String) throws {
    let output = try Outlet.piped(colour: true) { screen in
      screen.line(text)
      screen.line([Span(text), Span(text, .bad)])
      screen.prompt(text)
    }
    let drawn = Drawn(output)
    #expect(drawn.isClean)
    #expect(drawn.text == "\(expected)\n\(expected)\(expected)\n\(expected)")
  }

  @Test("a JSON document is written unchanged") func document() throws {
    let text = "{\n  \"a\": \"\\u001b\"\n}\n\u{1b}"
    #expect(try Outlet.piped { $0.document(text) } == text)
  }

  @Test("an empty line is an end of line") func empty() throws { #expect(try Outlet.piped(colour: true) { $0.line() } == "\n") }

  @Test("more output than a pipe can hold arrives completely, although the pipe never blocks") func big() throws {
    let pipe = try #require(FileDescriptor.pipe())
    let text = String(repeating: "0123456789", count: 50_000)
    let reader = try Worker<[UInt8]>.start {
      var (octets, block) = ([UInt8](), [UInt8](repeating: 0, count: 4_096))
      while octets.last != 0x0a {
        do { _ = try Wait.any([(pipe.read.number, .read)], until: .after(seconds: 60), or: nil) } catch { return octets }
        let count = read(pipe.read.number, &block, block.count)
        if count > 0 { octets += block[..<count] }
      }
      return octets
    }
    let screen = Screen(pipe.write.number, usesColour: false)
    screen.line(text)
    #expect(screen.failure == nil)
    let octets = try reader.wait(until: .after(seconds: 60), or: try #require(Interrupt()))
    #expect(octets == Array(text.utf8) + [0x0a])
  }

  @Test(
    "a full disk is detected, and nothing more is written (term-stdout-closed)",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() {
    let descriptor = FileDescriptor(open("/dev/full", O_WRONLY))
    let screen = Screen(descriptor.number, usesColour: false)
    #expect(screen.failure == nil)
    screen.line("text")
    #expect(screen.failure == ENOSPC)
    screen.line("more")
    screen.prompt("more")
    screen.document("more")
    #expect(screen.failure == ENOSPC)
  }

  @Test("so is a closed descriptor (term-stdout-closed)") func closed() {
    let screen = Screen(Int32.max, usesColour: true)
    #expect(screen.columns == nil)
    screen.line("text", .bad)
    #expect(screen.failure == EBADF)
  }

  @Test("and a reader that has left, without ending the process (term-stdout-closed)") func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      guard let write = FileDescriptor.pipe()?.write else { exit(2) }
      let screen = Screen(write.number, usesColour: false)
      screen.line("text")
      exit(screen.failure == EPIPE ? EXIT_SUCCESS : 3)
    }
  }
}
