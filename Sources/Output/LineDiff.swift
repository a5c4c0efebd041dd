// The lines before and after a change, in the style of diff(1).

import Terminal
import Vocabulary

package struct LineDiff {
  private enum Mark { case kept, added, removed }
  private var lines: [(mark: Mark, text: Visible)] = []

  package init(from old: [String], to new: [String]) {
    let difference = new.difference(from: old)
    var (removed, added) = (Set<Int>(), Set<Int>())
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (here, there) = (0, 0)
    while here < old.count || there < new.count {
      if removed.contains(here) {
        lines.append((.removed, Visible(old[here], limit: 1_000)))
        here += 1
      } else if added.contains(there) {
        lines.append((.added, Visible(new[there], limit: 1_000)))
        there += 1
      } else {
        lines.append((.kept, Visible(new[there], limit: 1_000)))
        (here, there) = (here + 1, there + 1)
      }
    }
  }

  package func show(on screen: Screen) {
    for (mark, text) in lines {
      switch mark {
      case .kept: screen.line("    \(text)", indent: 6)
      case .added: screen.line([Span("  + ", .good), Span(text.text, .good)], indent: 6)
      case .removed: screen.line([Span("  - ", .bad), Span(text.text, .bad)], indent: 6)
      }
    }
  }
}
