// Tests of the list: moving, its ends, its window.

import Terminal
import TestSupport
import Testing

@Suite("The list") struct PickListTests {
  @Test(
    "ux-19: arrows, pages and ends; the list stops at both",
    arguments: [
      ([.down], 1), ([.down, .down, .up], 1), ([.up], 0), ([.control("n"), .control("n"), .control("p")], 1), ([.pageDown], 5),
      ([.pageDown, .pageUp], 0), ([.end], 19), ([.end, .down], 19), ([.end, .pageDown], 19), ([.end, .home], 0), ([.home, .pageUp], 0),
      ([.pageDown, .pageDown, .pageDown, .pageDown], 19),
    ] as [([Key], Int)])
  func moving(_ keys: [Key], _ selected: Int) {
    var list = PickList(count: 20)
    for key in keys { _ = list.apply(key, rows: 5) }
    #expect(list.selected == selected)
  }

  @Test("fault-empty-field-enter-chooses: a list that proposes nothing has no mark until the user moves")
  func unmarked() {
    for (key, selected) in [(Key.down, 0), (.up, 0), (.home, 0), (.end, 19), (.pageDown, 0)] {
      var list = PickList(count: 20, isMarked: false)
      #expect(!list.isMarked)
      let moved = list.apply(key, rows: 5)
      #expect(moved && list.isMarked)
      #expect(list.selected == selected)
    }
    var empty = PickList(count: 0, isMarked: false)
    let moved = empty.apply(.down, rows: 5)
    #expect(!moved && !empty.isMarked)
    empty.replace(count: 3)
    #expect(empty.isMarked)
  }

  @Test("a key that moves nothing reports that")
  func nothing() {
    var list = PickList(count: 3)
    for key: Key in [.up, .home, .pageUp, .scalar("j"), .scalar("k"), .enter, .left, .tab, .octet(0xff), .control("x")] {
      do {
        let result = list.apply(key, rows: 2)
        #expect(result == false)
      }
    }
    do {
      let result = list.apply(.down, rows: 2)
      #expect(result)
    }
  }

  @Test("ux-23: the selected row is in the window, which never exceeds the list", arguments: [0, 1, 2, 3, 10, 100], [0, 1, 2, 7, 200])
  func window(_ count: Int, _ rows: Int) {
    var list = PickList(count: count)
    var numbers = SeededNumbers(UInt64(count * 1_000 + rows))
    for _ in 0..<200 {
      let key: Key = [.up, .down, .pageUp, .pageDown, .home, .end].randomElement(using: &numbers) ?? .up
      _ = list.apply(key, rows: rows)
      let window = list.window(rows: rows)
      #expect(window.count == min(count, max(rows, 1)))
      #expect(window.lowerBound >= 0 && window.upperBound <= count)
      if count > 0 { #expect(window.contains(list.selected)) }
    }
  }

  @Test("a new list begins at the first row; for a row that does not exist the nearest is selected")
  func replacing() {
    var list = PickList(count: 10)
    _ = list.apply(.end, rows: 3)
    list.replace(count: 4)
    #expect((list.selected, list.count) == (0, 4))
    do {
      let result = list.window(rows: 3)
      #expect(result == 0..<3)
    }
    list.replace(count: 0)
    do {
      let result = list.window(rows: 3)
      #expect(result == 0..<0)
    }
    do {
      let result = list.apply(.down, rows: 3)
      #expect(result == false)
    }
    #expect(list.selected == 0)
  }

  @Test(
    "fault-one-key-in-some-lists-only: digits form the number of an entry, and begin anew where there is no such entry",
    arguments: [
      ([1], 18, 0), ([1, 2], 18, 11), ([1, 8], 18, 17), ([1, 9], 18, 8), ([1, 2, 3], 18, 2), ([0], 18, 0), ([1, 0], 18, 9), ([5], 4, 0),
      ([3, 5], 4, 2), ([1, 0, 0], 100, 99), ([9], 0, 0),
    ])
  func digits(_ digits: [Int], _ count: Int, _ selected: Int) {
    var list = PickList(count: count)
    for digit in digits { _ = list.apply(digit: digit) }
    #expect(list.selected == selected)
    // A movement ends the number.
    _ = list.apply(.home, rows: 5)
    let isTaken = list.apply(digit: 2)
    #expect(isTaken == (count > 1) && list.selected == (count > 1 ? 1 : 0))
  }

  @Test("a pinned last entry has a row of its own, and is not in the window", arguments: [1, 2, 5, 50], [2, 3, 10])
  func pinned(_ count: Int, _ rows: Int) {
    var list = PickList(count: count)
    for key: Key in [.down, .end, .up, .home, .pageDown] {
      _ = list.apply(key, rows: rows)
      let window = list.window(rows: rows, isLastPinned: true)
      #expect(window.count == min(count - 1, rows - 1) && window.upperBound <= count - 1)
      if list.selected < count - 1 { #expect(window.contains(list.selected)) }
    }
  }
}
