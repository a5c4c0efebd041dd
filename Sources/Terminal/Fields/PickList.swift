// A list to choose from: the number of entries, the selected entry, and the rows that fit the window.

/// The state of a list prompt, without the entries themselves.
package struct PickList: Sendable {
  /// The number of entries that match the filter.
  package private(set) var count: Int
  /// The position of the selected entry.
  package private(set) var selected = 0
  /// Whether the selected entry is marked, so that Enter takes it. A list that proposes nothing is unmarked until the user moves.
  package private(set) var isMarked: Bool
  /// The first entry in the window.
  private var top = 0
  /// The number that the user is typing, while another digit could follow.
  private var number = 0

  /// Creates a list of `count` entries. The first is selected.
  package init(count: Int, isMarked: Bool = true) { (self.count, self.isMarked) = (count, isMarked) }

  /// Replaces the entries with `count` others and selects the first.
  package mutating func replace(count: Int, isMarked: Bool = true) { self = PickList(count: count, isMarked: isMarked) }

  /// Moves the selection by an arrow key, or by a page key of `rows` rows. Returns `false` if the key does not move the
  /// selection or if the selection is already at that end of the list. The selection does not wrap around.
  package mutating func apply(_ key: Key, rows: Int) -> Bool {
    number = 0
    let target: Int
    switch key {
    case .up, .control("p"): target = selected - 1
    case .down, .control("n"): target = selected + 1
    case .pageUp: target = selected - rows
    case .pageDown: target = selected + rows
    case .home: target = 0
    case .end: target = count - 1
    case .scalar, .octet, .pasted, .pastedOctet, .pastedLineEnd, .enter, .tab, .backTab, .escape, .backspace, .delete, .left, .right,
      .control, .function:
      return false
    }
    let place = max(0, min(isMarked || key == .end ? target : 0, count - 1))
    guard place != selected || !isMarked, count > 0 else { return false }
    (selected, isMarked) = (place, true)
    return true
  }

  /// Selects the entry whose number, counted from 1, ends with `digit`: a number of several digits is typed one by one. Returns `false`
  /// if there is no such entry.
  package mutating func apply(digit: Int) -> Bool {
    number = (1...max(count, 1)).contains(number * 10 + digit) ? number * 10 + digit : digit
    guard (1...max(count, 1)).contains(number), count > 0 else {
      number = 0
      return false
    }
    (selected, isMarked) = (number - 1, true)
    return true
  }

  /// Selects the entry at `position`, which must exist.
  package mutating func select(_ position: Int) {
    precondition((0..<count).contains(position), "no such entry")
    (selected, isMarked, number) = (position, true, 0)
  }

  /// Returns the range of entries to show in a window of `rows` rows. The range contains the selected entry. It moves
  /// no further than necessary. With `isLastPinned`, the last entry has a row of its own and is not in the range.
  package mutating func window(rows: Int, isLastPinned: Bool = false) -> Range<Int> {
    let count = isLastPinned ? count - 1 : count
    let rows = max(isLastPinned ? rows - 1 : rows, 1)
    let place = max(0, min(selected, count - 1))
    if place < top { top = place }
    if place >= top + rows { top = place - rows + 1 }
    top = max(0, min(top, count - rows))
    return top..<min(top + rows, count)
  }
}
