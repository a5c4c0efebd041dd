// A list to choose from: what fits the filter, which row is selected, and the rows that fit the window.

package struct PickList: Sendable {
  /// How many entries there are to choose from now.
  package private(set) var count: Int
  package private(set) var selected = 0
  /// The first row in the window.
  private var top = 0

  package init(count: Int) { self.count = count }

  /// The list has other entries now; the first is selected.
  package mutating func replace(count: Int) { self = PickList(count: count) }

  /// Moves by an arrow or a page key of `rows` rows; false where the key is none, or at the end it points to: the list
  /// stops there.
  package mutating func apply(_ key: Key, rows: Int) -> Bool {
    let target: Int
    switch key {
    case .up, .control("p"): target = selected - 1
    case .down, .control("n"): target = selected + 1
    case .pageUp: target = selected - rows
    case .pageDown: target = selected + rows
    case .home: target = 0
    case .end: target = count - 1
    case .scalar, .octet, .pastedLineEnd, .enter, .tab, .backTab, .escape, .backspace, .delete, .left, .right, .control, .function:
      return false
    }
    let place = max(0, min(target, count - 1))
    guard place != selected else { return false }
    selected = place
    return true
  }

  /// Selects the entry at `position`, which there is.
  package mutating func select(_ position: Int) {
    precondition((0..<count).contains(position), "no such entry")
    selected = position
  }

  /// The rows to show in a window of `rows`; the selected one is among them.
  package mutating func window(rows: Int) -> Range<Int> {
    let rows = max(rows, 1)
    if selected < top { top = selected }
    if selected >= top + rows { top = selected - rows + 1 }
    top = max(0, min(top, count - rows))
    return top..<min(top + rows, count)
  }
}
