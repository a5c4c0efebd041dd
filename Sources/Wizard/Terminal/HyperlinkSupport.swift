// Terminals that are known to make a link of an address (OSC 8). Others would show rubbish, or nothing.

import Posix

enum HyperlinkSupport {
  static func areKnown(_ environment: Environment) -> Bool {
    // Inside a multiplexer the outer terminal's variables are still there.
    if ["TMUX", "STY"].contains(where: { !(environment[$0] ?? "").isEmpty }) { return false }
    // VTE before 0.50 printed them.
    if let version = environment["VTE_VERSION"].flatMap(Int.init) { return version >= 5_000 }
    if ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "WEZTERM_PANE"].contains(where: { !(environment[$0] ?? "").isEmpty }) {
      return true
    }
    if let program = environment["TERM_PROGRAM"], ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].contains(program) { return true }
    return ["xterm-kitty", "foot", "foot-extra", "alacritty", "xterm-ghostty", "contour"].contains(environment["TERM"] ?? "")
  }
}
