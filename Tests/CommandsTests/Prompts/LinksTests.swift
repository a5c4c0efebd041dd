// Tests of hyperlinks: only terminals that are known to support them receive them.

import Posix
import Terminal
import TestSupport
import Testing

@Suite("links", .waiting) struct LinksTests {
  @Test(
    "ux-31: links are only for terminals known to support them",
    arguments: [
      ([:], false), (["TERM": "xterm-256color"], false), (["TERM": "linux"], false), (["TERM": "dumb"], false),
      (["VTE_VERSION": "7600"], true),
      (["VTE_VERSION": "5000"], true), (["VTE_VERSION": "4999"], false), (["VTE_VERSION": "4202", "TERM": "xterm-kitty"], false),
      (["VTE_VERSION": "x"], false), (["KITTY_WINDOW_ID": "1"], true), (["WT_SESSION": "a-b"], true), (["KONSOLE_VERSION": "220400"], true),
      (["WEZTERM_PANE": "0"], true), (["KITTY_WINDOW_ID": ""], false), (["TERM_PROGRAM": "iTerm.app"], true),
      (["TERM_PROGRAM": "WezTerm"], true),
      (["TERM_PROGRAM": "vscode"], true), (["TERM_PROGRAM": "ghostty"], true), (["TERM_PROGRAM": "Apple_Terminal"], false),
      (["TERM": "xterm-kitty"], true), (["TERM": "foot"], true), (["TERM": "alacritty"], true), (["TERM": "xterm-ghostty"], true),
      // Inside a multiplexer the variables of the outer terminal are still set.
      (["TERM": "tmux-256color", "TMUX": "/tmp/x,1,0", "KITTY_WINDOW_ID": "1"], false), (["STY": "1.pts", "VTE_VERSION": "7600"], false),
      (["TMUX": "", "VTE_VERSION": "7600"], true),
    ] as [([String: String], Bool)])
  func known(_ environment: [String: String], _ isKnown: Bool) { #expect(HyperlinkSupport.areKnown(Environment(environment)) == isKnown) }

  @Test("ux-31: the program prints links for these terminals only, and an address stays on one line", arguments: [true, false])
  func program(_ isKnown: Bool) throws {
    let environment = isKnown ? ["VTE_VERSION": "7600"] : [:]
    let session = try Tool.terminal(["guide", "yandex"], columns: 40, environment: environment)
    #expect(try session.finish().end == .exited(0))
    let text = String(decoding: session.capture, as: UTF8.self)
    #expect(text.contains("\u{1b}]8;;https://") == isKnown)
    // Each link ends before the end of its line.
    for line in text.split(separator: "\r\n") where line.contains("\u{1b}]8;;") { #expect(line.contains("\u{1b}]8;;\u{1b}\\")) }
    var terminal = VirtualTerminal(columns: 200, rows: 500)
    terminal.feed(session.capture)
    let addresses = terminal.everything.filter { $0.contains("https://") }
    #expect(!addresses.isEmpty)
    #expect(addresses.allSatisfy { $0.split(separator: " ").count == 1 })
    #expect(terminal.unknown == [])
  }
}
