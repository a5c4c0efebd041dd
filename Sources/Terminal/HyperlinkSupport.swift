// The terminals that show an address as a link (OSC 8). Others could show the escape sequence as text.

import Posix

package enum HyperlinkSupport {
  /// Returns whether the terminal that `environment` describes shows links.
  package static func areKnown(_ environment: Environment) -> Bool {
    // The variables inside a multiplexer may be those of another terminal.
    if ["TMUX", "STY"].contains(where: { !(environment[$0] ?? "").isEmpty }) { return false }
    // VTE before 0.50 prints the sequence.
    if let version = environment["VTE_VERSION"].flatMap(Int.init) { return version >= 5_000 }
    if ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "WEZTERM_PANE"].contains(where: { !(environment[$0] ?? "").isEmpty }) {
      return true
    }
    if let program = environment["TERM_PROGRAM"], ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].contains(program) { return true }
    return ["xterm-kitty", "foot", "foot-extra", "alacritty", "xterm-ghostty", "contour"].contains(environment["TERM"] ?? "")
  }
}
